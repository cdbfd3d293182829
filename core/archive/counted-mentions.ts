/**
 * Counts what mentions say as they come: for each document what is said with it, by how many mentions and in how many
 * articles; for each document that mentions settle by themselves the days and subjects they print.
 *
 * What an article's mentions said when they were last counted is kept with it, so counting it again takes just that
 * away first. It can be repeated and stopped anywhere, and what is counted is always what the articles said when each
 * was last counted. Whoever settles counts the articles that changed (settle-documents.ts).
 */
import { sql } from 'kysely';
import { z } from 'zod';
import type { DocumentId } from '../documents/document.ts';
import { sharedTypeSymbols, TYPE_OPENING } from '../documents/type-name.ts';
import { jsonColumn } from './columns.ts';
import { add, type KnownSum, nameOf, type Sum, writeKnown, writeTestimonies } from './count-rows.ts';
import { inPieces } from './dialect.ts';
import { noteDossiersDue } from './dossiers-due.ts';
import { streamPages } from './paging.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import { type Said, toSaid } from './testimonies.ts';
import { inTransaction } from './transaction.ts';

/** Articles counted in one transaction: so many that a document cited in all of them is written once. */
const AT_ONCE = 1000;

/** How mentions begin, where that tells their type apart. */
export const opening = sql<
  string | null
>`case when type in (${sql.join(sharedTypeSymbols)}) then substr(surface, 1, ${sql.lit(TYPE_OPENING)}) end`;

const documentId = z.custom<DocumentId>((value) => typeof value === 'string').nullable();
const text = z.string().nullable();
/** One mention as it was counted: what it is linked to and says, and what it settles by itself and prints. */
type Counted = readonly [
  document: DocumentId | null,
  said: Said | null,
  own: DocumentId | null,
  typeKey: string | null,
  numberKey: string | null,
  date: string | null,
  subjectKey: string | null,
];
const countedColumn = jsonColumn<readonly Counted[]>(
  'counted_articles.said_json',
  z.array(z.tuple([documentId, text, documentId, text, text, text, text])),
);
const NOTHING = countedColumn.write([]);
const COUNTS = ['counted_articles', 'testimonies', 'known_documents'] as const;

/**
 * Counts these articles anew; one that is not there any more counts for nothing. What documents are to be drawn up again
 * is noted: those of which something else is said than before, with `all` every one that is or was spoken of.
 */
export async function countMentions(
  db: ArchiveDb,
  articles: readonly ArticleId[],
  due: 'all' | 'changed',
): Promise<void> {
  for (const piece of inPieces([...new Set(articles)], AT_ONCE)) {
    await inTransaction(db, async (trx) => {
      const { changed, spokenOf } = await countPiece(trx, piece);
      await noteDossiersDue(trx, due === 'all' ? spokenOf : changed);
    });
  }
}

/** Counts all articles afresh; whatever was counted before is not believed. Part of a transaction. */
export async function countAllMentions(db: ArchiveDb): Promise<void> {
  for (const table of COUNTS) await db.deleteFrom(table).execute();
  let piece: ArticleId[] = [];
  const articles = streamPages<{ readonly id: ArticleId }>((after) => {
    const query = db.selectFrom('articles').select('id').orderBy('id').limit(500);
    return (after === null ? query : query.where('id', '>', after.id)).execute();
  });
  for await (const { id } of articles) {
    piece.push(id);
    if (piece.length < AT_ONCE) continue;
    await countPiece(db, piece);
    piece = [];
  }
  await countPiece(db, piece);
}

interface Spoken {
  /** Documents of which something else is said than before. */
  readonly changed: readonly DocumentId[];
  /** Documents that the articles speak of now or spoke of when they were last counted. */
  readonly spokenOf: readonly DocumentId[];
}

async function countPiece(trx: ArchiveDb, articles: readonly ArticleId[]): Promise<Spoken> {
  const before = await readCounted(trx, articles);
  const now = await readMentions(trx, articles);
  const cited = new Map<DocumentId, Sum>();
  const known = new Map<string, KnownSum>();
  const spokenOf = new Set<DocumentId>();
  const written: { readonly article: ArticleId; readonly said_json: string }[] = [];
  for (const article of articles) {
    const counts = now.get(article) ?? [];
    for (const [document] of counts) if (document !== null) spokenOf.add(document);
    const json = countedColumn.write(counts);
    const old = before.get(article) ?? NOTHING;
    if (json === old) continue;
    const formerly = countedColumn.read(old);
    for (const [document] of formerly) if (document !== null) spokenOf.add(document);
    addTo(cited, known, formerly, -1);
    addTo(cited, known, counts, 1);
    written.push({ article, said_json: json });
  }
  const changed = [...cited].filter(([, sum]) => sum.articles !== 0 || [...sum.said.values()].some((n) => n !== 0));
  await writeCounted(trx, written);
  await writeTestimonies(trx, new Map(changed));
  await writeKnown(trx, [...known.values()]);
  return { changed: changed.map(([document]) => document), spokenOf: [...spokenOf] };
}

function addTo(
  cited: Map<DocumentId, Sum>,
  known: Map<string, KnownSum>,
  counts: readonly Counted[],
  sign: 1 | -1,
): void {
  const citing = new Set<DocumentId>();
  for (const [document, said, own, typeKey, numberKey, date, subjectKey] of counts) {
    if (document !== null && said !== null) {
      const sum = cited.get(document) ?? { articles: 0, said: new Map() };
      cited.set(document, sum);
      add(sum.said, said, sign);
      if (!citing.has(document)) sum.articles += sign;
      citing.add(document);
    }
    if (own === null || typeKey === null || numberKey === null) continue;
    const key = { document: own, type_key: typeKey, number_key: numberKey };
    const name = nameOf(key);
    const sum = known.get(name) ?? { ...key, mentions: 0, dates: new Map(), subjects: new Map() };
    known.set(name, sum);
    sum.mentions += sign;
    if (date !== null) add(sum.dates, date, sign);
    if (subjectKey !== null) add(sum.subjects, subjectKey, sign);
  }
}

async function readCounted(trx: ArchiveDb, articles: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, string>> {
  const found = new Map<ArticleId, string>();
  for (const piece of inPieces(articles)) {
    const rows = await trx.selectFrom('counted_articles').selectAll().where('article', 'in', piece).execute();
    for (const { article, said_json: json } of rows) found.set(article, json);
  }
  return found;
}

/** What the mentions say now; those that mean nothing and settle nothing are left out. */
async function readMentions(
  trx: ArchiveDb,
  articles: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, readonly Counted[]>> {
  const found = new Map<ArticleId, Counted[]>();
  for (const piece of inPieces(articles)) {
    const rows = await trx
      .selectFrom('mentions')
      .select(['article', 'document', 'own_document', 'type_key', 'number_key', 'date', 'subject_key'])
      .select(['canonical', 'meant', 'subject', 'issuer_name', 'kind', opening.as('opening')])
      .where('article', 'in', piece)
      .where(({ eb, or }) => or([eb('document', 'is not', null), eb('own_document', 'is not', null)]))
      .orderBy('article')
      .orderBy('ordinal')
      .execute();
    for (const row of rows) {
      const { article, document, own_document: own, canonical, meant, date, subject, kind } = row;
      const said =
        document === null ? null : toSaid([canonical, meant, date, subject, row.issuer_name, kind, row.opening]);
      const counted: Counted =
        own === null
          ? [document, said, null, null, null, null, null]
          : [document, said, own, row.type_key, row.number_key, date, row.subject_key];
      const counts = found.get(article);
      if (counts === undefined) found.set(article, [counted]);
      else counts.push(counted);
    }
  }
  return found;
}

async function writeCounted(
  trx: ArchiveDb,
  rows: readonly { readonly article: ArticleId; readonly said_json: string }[],
): Promise<void> {
  const gone = rows.flatMap(({ article, said_json: json }) => (json === NOTHING ? [article] : []));
  for (const piece of inPieces(gone)) await trx.deleteFrom('counted_articles').where('article', 'in', piece).execute();
  for (const piece of inPieces(rows.filter(({ said_json: json }) => json !== NOTHING)))
    await trx
      .insertInto('counted_articles')
      .values(piece)
      .onConflict((conflict) =>
        conflict.column('article').doUpdateSet((row) => ({ said_json: row.ref('excluded.said_json') })),
      )
      .execute();
}

/**
 * What is stated between documents around one: the relations that articles and held texts state, and what held texts cite
 * beside these. Bounded as neighbours.ts says, which also has what is merely cited together.
 */
import type { IssuerLevel } from '../citations/citation.ts';
import type { DocumentId, RelationKind } from '../documents/document.ts';
import { relationKinds } from '../documents/document.ts';
import { addDays, vietnameseDay } from '../meetings/calendar.ts';
import { wordColumn } from './columns.ts';
import { inPieces } from './dialect.ts';
import type { Looked, NeighbourSearch, Shown } from './neighbours.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';

/** One document acting on another, or citing it in its own text (`cites`). */
export interface StatedTie {
  readonly from: DocumentId;
  readonly to: DocumentId;
  readonly kind: RelationKind | 'cites';
  /** How many articles say so. */
  readonly articles: number;
  readonly first: Shown<ArticleId>;
  readonly last: Shown<ArticleId>;
}

/** The relations that articles state of a document, in either direction, those that most articles state first. */
export async function listStatedTies(
  db: ArchiveDb,
  document: DocumentId,
  search: NeighbourSearch,
): Promise<{ readonly items: readonly StatedTie[]; readonly statements: Looked }> {
  const rows: StatedRow[] = [];
  const looked = { seen: 0, all: 0 };
  for (const [own, other] of [
    ['from_document', 'to_document'],
    ['to_document', 'from_document'],
  ] as const) {
    const found = selectStatements(db, search).where(`relations.${own}`, '=', document);
    const { all } = await found.select((query) => query.fn.countAll<number>().as('all')).executeTakeFirstOrThrow();
    looked.all += all;
    looked.seen += Math.min(all, search.statements);
    if (all === 0) continue;
    const stated = withColumns(found).orderBy('relations.article').limit(search.statements);
    const { levels } = search;
    const fitting =
      levels === null
        ? stated
        : stated.where(({ exists, selectFrom }) =>
            exists(
              selectFrom('documents')
                .select('documents.id')
                .whereRef('documents.id', '=', `relations.${other}`)
                .where('documents.level', 'in', levels),
            ),
          );
    rows.push(...(await fitting.execute()).map((row) => ({ ...row, kind: readKind(row.kind) })));
  }
  return { items: groupTies(rows).slice(0, search.documents), statements: looked };
}

/** Relations among these documents, whoever of them acts; those that most articles state first. */
export async function listTiesAmong(
  db: ArchiveDb,
  documents: readonly DocumentId[],
  search: NeighbourSearch,
): Promise<readonly StatedTie[]> {
  const rows: StatedRow[] = [];
  for (const piece of inPieces(documents, 50)) {
    const stated = selectStatements(db, search)
      .where('relations.from_document', 'in', piece)
      .where('relations.to_document', 'in', documents);
    const found = await withColumns(stated).limit(search.statements).execute();
    rows.push(...found.map((row) => ({ ...row, kind: readKind(row.kind) })));
  }
  return groupTies(rows);
}

/** What the held texts of a document cite, and which held texts cite it. */
export async function listTextTies(
  db: ArchiveDb,
  document: DocumentId,
  search: NeighbourSearch,
): Promise<readonly StatedTie[]> {
  const held = db.selectFrom('holdings').select('article').where('document', '=', document).limit(search.statements);
  const cited = await db
    .selectFrom('mentions')
    .innerJoin('articles', 'articles.id', 'mentions.article')
    .innerJoin('holdings', (join) =>
      join.onRef('holdings.article', '=', 'mentions.article').onRef('holdings.address', '=', 'articles.url'),
    )
    .select(['holdings.document as from', 'mentions.document as to', 'articles.published', 'mentions.article'])
    .distinct()
    .where('mentions.article', 'in', held)
    .where('holdings.document', '=', document)
    .limit(search.statements)
    .execute();
  const newest = db
    .selectFrom('mentions')
    .select(['article', 'document'])
    .where('document', '=', document)
    .orderBy('sort_key', 'desc')
    .orderBy('ordinal')
    .limit(search.statements);
  const citing = await db
    .with('mine', () => newest)
    .selectFrom('mine')
    .innerJoin('articles', 'articles.id', 'mine.article')
    .innerJoin('holdings', (join) =>
      join.onRef('holdings.article', '=', 'mine.article').onRef('holdings.address', '=', 'articles.url'),
    )
    .select(['holdings.document as from', 'mine.document as to', 'articles.published', 'mine.article'])
    .distinct()
    .execute();
  const rows = [...cited, ...citing].flatMap(({ from, to, ...row }): readonly StatedRow[] =>
    to === null || from === to ? [] : [{ ...row, from, to, kind: 'cites' }],
  );
  const ties = groupTies(rows.filter(({ published }) => isWithin(published, search)));
  const { levels } = search;
  if (levels === null) return ties.slice(0, search.documents);
  const fitting = await ofLevels(db, [...new Set(ties.map((tie) => otherEnd(tie, document)))], levels);
  return ties.filter((tie) => fitting.has(otherEnd(tie, document))).slice(0, search.documents);
}

/** How many relations are stated of each of these documents, in either direction; those of none are left out. */
export async function countStatements(
  db: ArchiveDb,
  documents: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, number>> {
  const counts = new Map<DocumentId, number>();
  for (const end of ['from_document', 'to_document'] as const) {
    for (const piece of inPieces(documents)) {
      const rows = await db
        .selectFrom('relations')
        .select((query) => [`${end} as document`, query.fn.countAll<number>().as('count')])
        .where(end, 'in', piece)
        .groupBy(end)
        .execute();
      for (const { document, count } of rows) counts.set(document, (counts.get(document) ?? 0) + count);
    }
  }
  return counts;
}

/** The end of a tie that is not this document. */
export function otherEnd({ from, to }: StatedTie, document: DocumentId): DocumentId {
  return from === document ? to : from;
}

interface StatedRow {
  readonly from: DocumentId;
  readonly to: DocumentId;
  readonly kind: StatedTie['kind'];
  readonly article: ArticleId;
  readonly published: string | null;
}

const readKind = wordColumn('relations.kind', relationKinds);

function selectStatements(db: ArchiveDb, { from, to }: NeighbourSearch) {
  let stated = db.selectFrom('relations').innerJoin('articles', 'articles.id', 'relations.article');
  if (from !== null) stated = stated.where('articles.published', '>=', from);
  if (to !== null) stated = stated.where('articles.published', '<', addDays(to, 1));
  return stated;
}

function withColumns(stated: ReturnType<typeof selectStatements>) {
  return stated
    .select(['relations.from_document as from', 'relations.to_document as to', 'relations.kind'])
    .select(['relations.article', 'articles.published']);
}

/** One tie for each pair and kind, those of most articles first; in the order of ids where that is equal. */
function groupTies(rows: readonly StatedRow[]): StatedTie[] {
  const groups = new Map<string, StatedRow[]>();
  for (const row of rows) {
    const key = `${row.from} ${row.to} ${row.kind}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const ties = [...groups].flatMap(([key, [first, ...others]]) => {
    if (first === undefined) return [];
    const shown = [first, ...others]
      .map(({ article, published }) => ({ day: vietnameseDay(published), id: article }))
      .sort((a, b) => compare(a.day ?? '', b.day ?? '') || compare(a.id, b.id));
    const dated = shown.filter(({ day }) => day !== null);
    const [earliest = { day: null, id: first.article }] = dated.length > 0 ? dated : shown;
    const tie: StatedTie = {
      from: first.from,
      to: first.to,
      kind: first.kind,
      articles: shown.length,
      first: earliest,
      last: dated.at(-1) ?? earliest,
    };
    return [{ key, tie }];
  });
  return ties.sort((a, b) => b.tie.articles - a.tie.articles || compare(a.key, b.key)).map(({ tie }) => tie);
}

async function ofLevels(
  db: ArchiveDb,
  documents: readonly DocumentId[],
  levels: readonly IssuerLevel[],
): Promise<ReadonlySet<DocumentId>> {
  const found = new Set<DocumentId>();
  for (const piece of inPieces(documents)) {
    const rows = await db
      .selectFrom('documents')
      .select('id')
      .where('id', 'in', piece)
      .where('level', 'in', levels)
      .execute();
    for (const { id } of rows) found.add(id);
  }
  return found;
}

function isWithin(published: string | null, { from, to }: NeighbourSearch): boolean {
  const day = vietnameseDay(published) ?? '';
  return (from === null || day >= from) && (to === null || (day !== '' && day <= to));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

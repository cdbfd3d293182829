/**
 * Relations between documents, each with the article and the sentence that states it.
 */
import type { DocumentId } from '../documents/document.ts';
import { relationKinds } from '../documents/document.ts';
import { wordColumn } from './columns.ts';
import { inPieces } from './dialect.ts';
import { streamPages } from './paging.ts';
import type { ArticleId, RelationRecord } from './records.ts';
import { compareRows } from './row-changes.ts';
import type { ArchiveDb, RelationTable } from './schema.ts';
import { inTransaction } from './transaction.ts';

const readKind = wordColumn('relations.kind', relationKinds);

/**
 * Puts these relations in the place of all that the articles stated. Of two sentences of one article that state the
 * same the first is kept. Answers the documents at the ends of what changed.
 */
export async function replaceRelations(
  db: ArchiveDb,
  articles: readonly ArticleId[],
  relations: readonly RelationRecord[],
): Promise<readonly DocumentId[]> {
  const known = new Set<string>(articles);
  const stray = relations.find(({ article }) => !known.has(article));
  if (stray !== undefined) {
    throw new Error(
      `Cannot replace relations: one is stated by article ${stray.article}, which is not among those given`,
    );
  }
  return inTransaction(db, async (trx) => {
    const touched: RelationTable[] = [];
    for (const piece of inPieces(articles)) {
      const here = new Set<string>(piece);
      const held = await trx.selectFrom('relations').selectAll().where('article', 'in', piece).execute();
      const wanted = relations.filter(({ article }) => here.has(article)).map(toRow);
      const { changed, vanished } = compareRows<RelationTable>(held, wanted, keyOf);
      const known = new Set(held.map(keyOf));
      for (const row of [...vanished, ...changed.filter((one) => known.has(keyOf(one)))]) await removeRow(trx, row);
      for (const rows of inPieces(changed)) await trx.insertInto('relations').values(rows).execute();
      touched.push(...changed, ...vanished);
    }
    return [...new Set(touched.flatMap((row) => [row.from_document, row.to_document]))];
  });
}

/** What a document acts on and what acts on it, by the other document. */
export async function listRelationsOf(
  db: ArchiveDb,
  document: DocumentId,
): Promise<{ readonly from: readonly RelationRecord[]; readonly to: readonly RelationRecord[] }> {
  const all = db.selectFrom('relations').selectAll();
  const from = await all.where('from_document', '=', document).orderBy('to_document').orderBy('article').execute();
  const to = await all.where('to_document', '=', document).orderBy('from_document').orderBy('article').execute();
  return { from: from.map(toRelation), to: to.map(toRelation) };
}

/** All relations, by the document that acts. */
export async function* streamRelations(db: ArchiveDb): AsyncGenerator<RelationRecord> {
  const rows = streamPages<RelationTable>((after) => {
    const query = db
      .selectFrom('relations')
      .selectAll()
      .orderBy('from_document')
      .orderBy('to_document')
      .orderBy('kind')
      .orderBy('article')
      .limit(500);
    if (after === null) return query.execute();
    return query
      .where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('from_document', 'to_document', 'kind', 'article'),
          '>',
          tuple(after.from_document, after.to_document, after.kind, after.article),
        ),
      )
      .execute();
  });
  for await (const row of rows) yield toRelation(row);
}

async function removeRow(trx: ArchiveDb, row: RelationTable): Promise<void> {
  await trx
    .deleteFrom('relations')
    .where('from_document', '=', row.from_document)
    .where('to_document', '=', row.to_document)
    .where('kind', '=', row.kind)
    .where('article', '=', row.article)
    .execute();
}

function keyOf(row: RelationTable): string {
  return [row.from_document, row.to_document, row.kind, row.article].join(' ');
}

function toRow({ from, to, kind, article, sentence }: RelationRecord): RelationTable {
  return { from_document: from, to_document: to, kind, article, sentence };
}

function toRelation(row: RelationTable): RelationRecord {
  return {
    from: row.from_document,
    to: row.to_document,
    kind: readKind(row.kind),
    article: row.article,
    sentence: row.sentence,
  };
}

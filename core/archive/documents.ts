/**
 * Documents: what is known of each act that citations point to, and the entries of codes that no mention settles.
 *
 * All of it is drawn from mentions and can be drawn again; only a document whose text is held stays without them.
 */
import type { DocumentId, OfficialDocument } from '../documents/document.ts';
import { slugNumber } from '../documents/identity.ts';
import { recordChanges } from './changes.ts';
import { foldLetters, issuerKeyOf } from './code-key.ts';
import { readRulings } from './decisions.ts';
import { inPieces } from './dialect.ts';
import { toDocument, toDocumentRow } from './document-row.ts';
import type { Page, PageOf } from './paging.ts';
import { cursorParts, cutPage, formatCursor, parseCursor, streamPages } from './paging.ts';
import { compareRows } from './row-changes.ts';
import type { ArchiveDb, DocumentTable } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** As much of a code as was typed, in any spelling; what is left out fits all. */
export interface CodeQuery {
  readonly number: string;
  readonly type?: string;
  readonly issuer?: string;
  readonly year?: number;
}

/** Puts documents in, new ones and known ones with what is now known; answers those for which that is news. */
export async function putDocuments(
  db: ArchiveDb,
  documents: readonly OfficialDocument[],
): Promise<readonly DocumentId[]> {
  return inTransaction(db, async (trx) => {
    const changedIds: DocumentId[] = [];
    for (const piece of inPieces(documents)) {
      const wanted = piece.map(toDocumentRow);
      const ids = wanted.map(({ id }) => id);
      const held = await trx.selectFrom('documents').selectAll().where('id', 'in', ids).execute();
      const { changed } = compareRows<DocumentTable>(held, wanted, ({ id }) => id);
      changedIds.push(...changed.map(({ id }) => id));
      if (changed.length === 0) continue;
      await noteCiting(trx, held, changed);
      const outdated = changed.map(({ id }) => id);
      await trx.deleteFrom('documents').where('id', 'in', outdated).execute();
      await trx
        .insertInto('documents')
        .values([...changed])
        .execute();
    }
    await recordChanges(trx, 'document', 'put', changedIds);
    return changedIds;
  });
}

/** What cites a document is found by its code, issuer, type and level: where these change, so does what is found. */
async function noteCiting(
  trx: ArchiveDb,
  held: readonly DocumentTable[],
  changed: readonly DocumentTable[],
): Promise<void> {
  const before = new Map(held.map((row) => [row.id, row]));
  const differing = (columns: readonly ('code' | 'issuer' | 'type' | 'level')[]): readonly DocumentId[] =>
    changed.flatMap((row) => {
      const old = before.get(row.id);
      return old !== undefined && columns.some((column) => old[column] !== row[column]) ? [row.id] : [];
    });
  for (const piece of inPieces(differing(['code', 'issuer', 'type', 'level']))) {
    const rows = await trx
      .selectFrom('meeting_documents')
      .select('meeting')
      .distinct()
      .where('document', 'in', piece)
      .execute();
    await recordChanges(
      trx,
      'meeting',
      'put',
      rows.map(({ meeting }) => meeting),
    );
  }
  for (const piece of inPieces(differing(['issuer', 'type', 'level']))) {
    const rows = await trx.selectFrom('mentions').select('article').distinct().where('document', 'in', piece).execute();
    await recordChanges(
      trx,
      'article',
      'put',
      rows.map(({ article }) => article),
    );
  }
}

/**
 * Takes out documents that nothing speaks of any more; those of which a text is held stay, but for one that a person
 * merged into another, which shows the text then. Answers which went.
 */
export async function removeDocuments(db: ArchiveDb, ids: readonly DocumentId[]): Promise<readonly DocumentId[]> {
  return inTransaction(db, async (trx) => {
    const gone: DocumentId[] = [];
    for (const piece of inPieces(ids)) {
      const rows = await trx.selectFrom('documents').select('id').where('id', 'in', piece).execute();
      const held = await listStandingHeld(trx, piece);
      const removed = rows.flatMap(({ id }) => (held.has(id) ? [] : [id]));
      if (removed.length > 0) await trx.deleteFrom('documents').where('id', 'in', removed).execute();
      gone.push(...removed);
    }
    await recordChanges(trx, 'document', 'remove', gone);
    return gone;
  });
}

/** Those of the documents of which a text is held and that no person merged into others. */
async function listStandingHeld(trx: ArchiveDb, ids: readonly DocumentId[]): Promise<ReadonlySet<DocumentId>> {
  const rows = await trx.selectFrom('holdings').select('document').distinct().where('document', 'in', ids).execute();
  const rulings = rows.length === 0 ? null : await readRulings(trx);
  return new Set(rows.flatMap(({ document }) => (rulings?.mergedInto(document) === document ? [document] : [])));
}

export async function getDocument(db: ArchiveDb, id: DocumentId): Promise<OfficialDocument | null> {
  return (await getDocuments(db, [id])).get(id) ?? null;
}

/** Those of the documents that are there. */
export async function getDocuments(
  db: ArchiveDb,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, OfficialDocument>> {
  const found = new Map<DocumentId, OfficialDocument>();
  for (const piece of inPieces([...new Set(ids)])) {
    const rows = await db.selectFrom('documents').selectAll().where('id', 'in', piece).execute();
    for (const row of rows) found.set(row.id, toDocument(row));
  }
  return found;
}

/**
 * Documents that a typed code may mean, unsettled entries included, most cited first; 200 at most.
 *
 * @example
 * await findDocumentsByKey(db, { number: '07', type: 'nq', issuer: 'TU' })
 */
export async function findDocumentsByKey(db: ArchiveDb, query: CodeQuery): Promise<readonly OfficialDocument[]> {
  let rows = db.selectFrom('documents').selectAll().where('number_key', '=', slugNumber(query.number));
  if (query.type !== undefined) rows = rows.where('type_key', '=', foldLetters(query.type));
  if (query.issuer !== undefined) rows = rows.where('issuer_key', '=', issuerKeyOf(query.issuer));
  if (query.year !== undefined) rows = rows.where('year', '=', query.year);
  const found = await rows.orderBy('cited_by', 'desc').orderBy('id').limit(200).execute();
  return found.map(toDocument);
}

/** Documents of exactly this code, in whatever spelling (key as in code-key.ts), most cited first. */
export async function findDocumentsByCode(db: ArchiveDb, codeKey: string): Promise<readonly OfficialDocument[]> {
  const found = await db
    .selectFrom('documents')
    .selectAll()
    .where('code_key', '=', codeKey)
    .orderBy('cited_by', 'desc')
    .orderBy('id')
    .execute();
  return found.map(toDocument);
}

/** All documents by id, or only the settled ones or the entries of unsettled codes. */
export async function* streamDocuments(
  db: ArchiveDb,
  filter: { readonly isSettled?: boolean } = {},
): AsyncGenerator<OfficialDocument> {
  const rows = streamPages<DocumentTable>((after) => {
    let query = db.selectFrom('documents').selectAll().orderBy('id').limit(500);
    if (filter.isSettled !== undefined) query = query.where('is_settled', '=', filter.isSettled ? 1 : 0);
    return (after === null ? query : query.where('id', '>', after.id)).execute();
  });
  for await (const row of rows) yield toDocument(row);
}

/** Settled documents, those that most articles cite first. @throws CursorError */
export async function listMostCited(db: ArchiveDb, page: Page): Promise<PageOf<OfficialDocument>> {
  const settled = db.selectFrom('documents').where('is_settled', '=', 1);
  let query = settled.selectAll().orderBy('cited_by', 'desc').orderBy('id', 'desc');
  if (page.after !== null) {
    const [citedBy, id] = parseCursor(page.after, cursorParts.number, cursorParts.id);
    query = query
      .where('cited_by', '<=', Number(citedBy))
      .where(({ eb, or }) => or([eb('cited_by', '<', Number(citedBy)), eb(eb.cast<string>('id', 'text'), '<', id)]));
  }
  const rows = await query.limit(page.limit + 1).execute();
  const { total } = await settled
    .select((counted) => counted.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return cutPage(rows, page, total, { toItem: toDocument, toCursor: (row) => formatCursor(row.cited_by, row.id) });
}

/** In how many articles a resolved mention means the document, for each of them that has any. */
export async function countCitingArticles(
  db: ArchiveDb,
  ids: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, number>> {
  const counts = new Map<DocumentId, number>();
  for (const piece of inPieces(ids)) {
    const rows = await db
      .selectFrom('mentions')
      .select((query) => ['document', query.fn.count<number>('article').distinct().as('articles')])
      .where('document', 'in', piece)
      .groupBy('document')
      .execute();
    for (const { document, articles } of rows) if (document !== null) counts.set(document, articles);
  }
  return counts;
}

/**
 * Which documents are to be drawn up again: what a write of mentions touches is noted in its own transaction, so that
 * nothing is forgotten whenever the program is killed. Entries of codes that nothing settles are noted by their ids too.
 */
import type { DocumentId } from '../documents/document.ts';
import { inPieces } from './dialect.ts';
import type { ArchiveDb, MentionTable } from './schema.ts';

/** Notes documents, and ids that once were documents. Can be repeated. */
export async function noteDossiersDue(db: ArchiveDb, ids: readonly DocumentId[]): Promise<void> {
  for (const piece of inPieces([...new Set(ids)])) {
    await db
      .insertInto('dossiers_due')
      .values(piece.map((id) => ({ id })))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}

/** Notes all that these mentions mean, and the entries of the codes they leave open. */
export async function noteDossiersOf(
  db: ArchiveDb,
  mentions: readonly Pick<MentionTable, 'document' | 'code_key'>[],
): Promise<void> {
  const open = mentions.flatMap(({ document, code_key: code }) => (document === null && code !== null ? [code] : []));
  const entries = await findEntries(db, [...new Set(open)]);
  await noteDossiersDue(db, [...mentions.flatMap(({ document }) => document ?? []), ...entries]);
}

/** The entries that stand for these codes. */
export async function findEntries(db: ArchiveDb, codes: readonly string[]): Promise<readonly DocumentId[]> {
  const found: DocumentId[] = [];
  for (const piece of inPieces(codes)) {
    const rows = await db
      .selectFrom('documents')
      .select('id')
      .where('code_key', 'in', piece)
      .where('is_settled', '=', 0)
      .execute();
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

/** Some of those that are due, in the order of their ids. */
export async function readDossiersDue(db: ArchiveDb, limit: number): Promise<readonly DocumentId[]> {
  const rows = await db.selectFrom('dossiers_due').select('id').orderBy('id').limit(limit).execute();
  return rows.map(({ id }) => id);
}

/** To be called in the transaction that draws them up. */
export async function forgetDossiersDue(trx: ArchiveDb, ids: readonly DocumentId[]): Promise<void> {
  for (const piece of inPieces(ids)) await trx.deleteFrom('dossiers_due').where('id', 'in', piece).execute();
}

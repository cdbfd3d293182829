/**
 * Which documents are to be drawn up again: what a write of mentions touches is noted in its own transaction, so that
 * nothing is forgotten whenever the program is killed. Entries of codes that nothing settles are noted by their ids too.
 */
import type { DocumentId } from '../documents/document.ts';
import { inPieces } from './dialect.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';

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

/** Notes all that mentions of these articles mean, and the entries of the codes they leave open. */
export async function noteDossiersOf(db: ArchiveDb, article: ArticleId): Promise<void> {
  const cited = db
    .selectFrom('mentions')
    .select('document as id')
    .distinct()
    .where('article', '=', article)
    .where('document', 'is not', null);
  const entries = db
    .selectFrom('documents')
    .select('id')
    .where('is_settled', '=', 0)
    .where(
      'code_key',
      'in',
      db
        .selectFrom('mentions')
        .select('code_key')
        .where('article', '=', article)
        .where('document', 'is', null)
        .where('code_key', 'is not', null),
    );
  const found = [...(await cited.execute()), ...(await entries.execute())];
  await noteDossiersDue(
    db,
    found.flatMap(({ id }) => (id === null ? [] : [id])),
  );
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

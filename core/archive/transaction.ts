/**
 * One transaction around several writes, whoever began it.
 */
import type { ArchiveDb } from './schema.ts';

/**
 * Runs `work` in a transaction, or in the one that `db` already is: so functions that write can be put together, and
 * all of it is kept or nothing. Inside, use only the given handle: the outer one waits for the transaction to end.
 */
export async function inTransaction<T>(db: ArchiveDb, work: (trx: ArchiveDb) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

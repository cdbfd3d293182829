/**
 * A few words about the archive as a whole, such as which version of the reader made its derived rows.
 */
import type { ArchiveDb } from './schema.ts';

export async function readMeta(db: ArchiveDb, key: string): Promise<string | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function writeMeta(db: ArchiveDb, key: string, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

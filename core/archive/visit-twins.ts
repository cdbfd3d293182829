/**
 * The several addresses of one article among those that sources named (visits.ts).
 */
import { inPieces } from './dialect.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';

/** Addresses of a source whose text is known, for telling which others an article has. */
export async function twinsOf(db: ArchiveDb, url: string): Promise<readonly string[]> {
  const own = await db.selectFrom('visits').select(['source', 'identity']).where('url', '=', url).executeTakeFirst();
  if (own === undefined) return [];
  const rows = await db
    .selectFrom('visits')
    .select('url')
    .where('source', '=', own.source)
    .where('identity', '=', own.identity)
    .where('url', '!=', url)
    .orderBy('url')
    .execute();
  return rows.map((row) => row.url);
}

/** Says that these addresses, as far as they are known, lead to an article that another address brought. */
export async function settleTwins(db: ArchiveDb, urls: readonly string[], article: ArticleId): Promise<void> {
  for (const piece of inPieces(urls))
    await db
      .updateTable('visits')
      .set({ article, state: 'twin', is_due: 0 })
      .where('url', 'in', piece)
      .where('state', 'in', ['waiting', 'twin'])
      .execute();
}

/** Whether an article came from another address too, which still brings it as far as is known. */
export async function isHeldElsewhere(db: ArchiveDb, article: ArticleId, url: string): Promise<boolean> {
  const row = await db
    .selectFrom('visits')
    .select('url')
    .where('article', '=', article)
    .where('kind', '=', 'article')
    .where('state', '=', 'held')
    .where('url', '!=', url)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether this address, or another of the same article, was asked for before an instant. */
export async function isKnownVisit(db: ArchiveDb, source: string, identity: string, before: string): Promise<boolean> {
  const row = await db
    .selectFrom('visits')
    .select('url')
    .where('source', '=', source)
    .where('identity', '=', identity)
    .where('asked_at', '<', before)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

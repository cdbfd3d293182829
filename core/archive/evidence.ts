/**
 * All captures with what became of each, as they leave the archive: enough for another one to come to the same articles.
 */
import { type KeptCapture, listCaptures } from './captures.ts';
import { streamPages } from './paging.ts';
import type { ArticleId, SnapshotHash } from './records.ts';
import type { ArchiveDb } from './schema.ts';

export interface Evidence {
  readonly capture: KeptCapture;
  /** `article`: it made a version; `repeat`: it is of an article and made none; `other`: its address is no article's. */
  readonly role: 'article' | 'repeat' | 'other';
  /** True when its version was not held back, or a person accepted it. */
  readonly isReviewed: boolean;
  /** Said with the last capture of an article only. */
  readonly fate: { readonly isGone: boolean; readonly aliases: readonly string[] } | null;
  /** The first capture of the same bytes in this order; null when this is it. */
  readonly repeats: { readonly url: string; readonly capturedAt: string } | null;
}

/** Everything that was ever captured, address by address, the oldest first within each. */
export async function* streamEvidence(db: ArchiveDb): AsyncGenerator<Evidence> {
  const addresses = streamPages<{ readonly url: string }>((after) => {
    const query = db.selectFrom('captures').select('url').distinct().orderBy('url').limit(200);
    return (after === null ? query : query.where('url', '>', after.url)).execute();
  });
  for await (const { url } of addresses) yield* evidenceOf(db, url);
}

async function* evidenceOf(db: ArchiveDb, url: string): AsyncGenerator<Evidence> {
  const captures = await listCaptures(db, [url]);
  const article = await db.selectFrom('articles').select(['id', 'status']).where('url', '=', url).executeTakeFirst();
  const versions = article === undefined ? [] : await versionsOf(db, article.id);
  const last = captures.at(-1);
  for (const capture of captures) {
    const made = versions.filter(({ snapshot }) => snapshot === capture.snapshot);
    const isLast = capture === last && article !== undefined;
    yield {
      capture,
      role: article === undefined ? 'other' : made.length > 0 ? 'article' : 'repeat',
      isReviewed: made.some(({ held_back }) => held_back === null),
      fate: isLast ? { isGone: article.status === 'gone', aliases: await aliasesOf(db, article.id) } : null,
      repeats: await firstOf(db, capture),
    };
  }
}

async function versionsOf(db: ArchiveDb, article: ArticleId) {
  return db.selectFrom('article_versions').select(['snapshot', 'held_back']).where('article', '=', article).execute();
}

async function aliasesOf(db: ArchiveDb, article: ArticleId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('article_aliases')
    .select('url')
    .where('article', '=', article)
    .orderBy('url')
    .execute();
  return rows.map(({ url }) => url);
}

async function firstOf(db: ArchiveDb, capture: KeptCapture): Promise<Evidence['repeats']> {
  const hash: SnapshotHash = capture.snapshot;
  const first = await db
    .selectFrom('captures')
    .select(['url', 'captured_at'])
    .where('sha256', '=', hash)
    .orderBy('url')
    .orderBy('captured_at')
    .limit(1)
    .executeTakeFirstOrThrow();
  const isFirst = first.url === capture.url && first.captured_at === capture.capturedAt;
  return isFirst ? null : { url: first.url, capturedAt: first.captured_at };
}

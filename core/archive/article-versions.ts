/**
 * The texts seen at one address: which there are, and which of them is current.
 *
 * Versions are only ever added. One of them is shown, and what is derived from an article is derived from that one;
 * whether a text that looks like an accident may be shown is judged in version-gate.ts.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ArticleRow } from './article-row.ts';
import { detailsColumn, hashContent, selectArticles, toVersionRow } from './article-row.ts';
import { recordChanges } from './changes.ts';
import type { ArticleId, ArticleReading, SnapshotHash } from './records.ts';
import type { ArchiveDb, ArticleVersionTable } from './schema.ts';
import { nextSortKey } from './sort-key.ts';
import { inTransaction } from './transaction.ts';
import type { GatedText } from './version-gate.ts';
import { judgeVersion } from './version-gate.ts';

export interface VersionRecord {
  readonly article: ArticleId;
  /** Counts from 1 in the order of capture. */
  readonly version: number;
  readonly contentHash: string;
  readonly title: string | null;
  readonly lead: string | null;
  readonly text: string;
  readonly capturedAt: string;
  readonly snapshot: SnapshotHash;
  readonly isCurrent: boolean;
  /** Why it waits for review (a code of version-gate.ts); null when it does not. */
  readonly heldBack: string | null;
}

/** Every text seen at the article's address, first one first. */
export async function listVersions(db: ArchiveDb, id: ArticleId): Promise<readonly VersionRecord[]> {
  const rows = await selectVersions(db).where('article', '=', id).orderBy('article_versions.version').execute();
  return rows.map(toVersion);
}

/** The texts that wait for review, newest capture first. */
export async function listHeldBack(db: ArchiveDb, limit: number): Promise<readonly VersionRecord[]> {
  const rows = await selectVersions(db)
    .where('held_back', 'is not', null)
    .orderBy('article_versions.captured_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toVersion);
}

/** Makes a version current after a person looked at it; throws when the article has no such version. */
export async function acceptVersion(db: ArchiveDb, id: ArticleId, version: number): Promise<void> {
  await changeArticle(db, id, async (trx) => {
    await trx
      .updateTable('article_versions')
      .set({ held_back: null })
      .where('article', '=', id)
      .where('version', '=', version)
      .execute();
    await countVersions(trx, id);
    await showVersion(trx, id, version);
  });
}

/**
 * Finds the version with the text of a reading or adds it; `current` is the text that is shown, null for none.
 * Part of a transaction of intake.
 */
export async function placeVersion(
  trx: ArchiveDb,
  id: ArticleId,
  reading: ArticleReading,
  current: GatedText | null,
  isReviewed: boolean,
): Promise<{ readonly version: number; readonly isAdded: boolean; readonly heldBack: string | null }> {
  const contentHash = hashContent(reading);
  const known = await trx
    .selectFrom('article_versions')
    .select(['version', 'content_hash', 'held_back', 'details_json'])
    .where('article', '=', id)
    .orderBy('version')
    .execute();
  const same = known.find((version) => version.content_hash === contentHash);
  if (same !== undefined) await refreshFacts(trx, id, same, reading);
  if (same !== undefined)
    return { version: same.version, isAdded: false, heldBack: isReviewed ? null : same.held_back };
  const isGated = current !== null && !isReviewed;
  const heldBack = isGated ? judgeVersion(current, reading, await countTwins(trx, id, contentHash)) : null;
  const version = (known.at(-1)?.version ?? 0) + 1;
  await trx
    .insertInto('article_versions')
    .values({ ...toVersionRow(reading), article: id, version, held_back: heldBack })
    .execute();
  await countVersions(trx, id);
  return { version, isAdded: true, heldBack };
}

/**
 * A legal database goes on writing in its table (status, relations), and files come and go below a text that stays: the
 * last word is kept.
 */
async function refreshFacts(
  trx: ArchiveDb,
  id: ArticleId,
  { version, details_json }: Pick<ArticleVersionTable, 'version' | 'details_json'>,
  reading: ArticleReading,
): Promise<void> {
  const kept = detailsColumn.read(details_json);
  const { attachments } = reading;
  const isLegal = reading.legal !== undefined && reading.legal !== null;
  if (!isLegal && isDeepStrictEqual(kept.attachments, attachments)) return;
  await trx
    .updateTable('article_versions')
    .set({
      details_json: isLegal ? toVersionRow(reading).details_json : detailsColumn.write({ ...kept, attachments }),
    })
    .where('article', '=', id)
    .where('version', '=', version)
    .execute();
}

/** A text that waits for review is no version of the article yet. */
async function countVersions(trx: ArchiveDb, id: ArticleId): Promise<void> {
  const { versions } = await trx
    .selectFrom('article_versions')
    .select((query) => query.fn.countAll<number>().as('versions'))
    .where('article', '=', id)
    .where('held_back', 'is', null)
    .executeTakeFirstOrThrow();
  await trx.updateTable('articles').set({ versions }).where('id', '=', id).execute();
}

/** Copies a version's columns onto its article and moves it to its place in time. Part of a transaction of intake. */
export async function showVersion(trx: ArchiveDb, id: ArticleId, version: number): Promise<void> {
  const shown = await trx
    .selectFrom('article_versions')
    .innerJoin('articles', 'articles.id', 'article_versions.article')
    .select(['article_versions.content_hash', 'article_versions.title', 'article_versions.lead'])
    .select(['article_versions.published', 'article_versions.status', 'article_versions.captured_at'])
    .select(['article_versions.snapshot', 'articles.sort_key'])
    .where('article', '=', id)
    .where('article_versions.version', '=', version)
    .executeTakeFirst();
  if (shown === undefined) throw new Error(`Cannot show version ${version} of article ${id}: it has no such version`);
  const sortKey = await nextSortKey(trx, shown.published, shown.sort_key);
  await trx
    .updateTable('articles')
    .set({ ...shown, version, sort_key: sortKey })
    .where('id', '=', id)
    .execute();
  await trx
    .updateTable('mentions')
    .set({ sort_key: sortKey })
    .where('article', '=', id)
    .where('sort_key', '!=', sortKey)
    .execute();
}

/**
 * Runs a write on one article in a transaction and notes a change if the article is another afterwards.
 * Throws when there is no such article.
 */
export async function changeArticle(
  db: ArchiveDb,
  id: ArticleId,
  work: (trx: ArchiveDb, before: ArticleRow) => Promise<void>,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const find = () => selectArticles(trx).where('articles.id', '=', id).executeTakeFirst();
    const before = await find();
    if (before === undefined) throw new Error(`Cannot change article ${id}: expected it in the archive, found none`);
    await work(trx, before);
    const isChanged = !isDeepStrictEqual(before, await find());
    if (isChanged) await recordChanges(trx, 'article', 'put', [id]);
    return isChanged;
  });
}

async function countTwins(trx: ArchiveDb, id: ArticleId, contentHash: string): Promise<number> {
  const { count } = await trx
    .selectFrom('articles')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('content_hash', '=', contentHash)
    .where('id', '!=', id)
    .executeTakeFirstOrThrow();
  return count;
}

function selectVersions(db: ArchiveDb) {
  return db
    .selectFrom('article_versions')
    .innerJoin('articles', 'articles.id', 'article_versions.article')
    .selectAll('article_versions')
    .select('articles.version as current');
}

type VersionRow = Awaited<ReturnType<ReturnType<typeof selectVersions>['executeTakeFirstOrThrow']>>;

function toVersion(row: VersionRow): VersionRecord {
  return {
    article: row.article,
    version: row.version,
    contentHash: row.content_hash,
    title: row.title,
    lead: row.lead,
    text: row.text,
    capturedAt: row.captured_at,
    snapshot: row.snapshot,
    isCurrent: row.version === row.current,
    heldBack: row.held_back,
  };
}

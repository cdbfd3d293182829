/**
 * Takes readings in: a new article, a new version of one, or nothing new.
 *
 * An article's identity is its address. Every different text seen there stays as a version, the first one included.
 * Bytes come first: the snapshot that a reading names must be kept before the reading is.
 */
import { mintArticleId, readStatus, selectCurrent, toVersionRow } from './article-row.ts';
import { changeArticle, placeVersion, showVersion } from './article-versions.ts';
import type { Capture } from './captures.ts';
import { recordCapture } from './captures.ts';
import { recordChanges } from './changes.ts';
import type { ArticleId, ArticleReading } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import { nextSortKey } from './sort-key.ts';
import { inTransaction } from './transaction.ts';

/** What became of a reading; after `new` and `version` the article must be derived again. */
export type PutOutcome =
  | { readonly kind: 'new' | 'unchanged' | 'version'; readonly id: ArticleId }
  /** Kept as a version that waits for review and is not shown; `reason` is a code of version-gate.ts. */
  | { readonly kind: 'held_back'; readonly id: ArticleId; readonly reason: string };

export interface PutOptions {
  /** How the bytes came. Default `imported`. */
  readonly status?: Capture['status'];
  /** What was said beside them. Default nothing. */
  readonly given?: Capture['given'];
  /** The answer that brought them. Default none. */
  readonly http?: Capture['http'];
  /** True when a person hands the text in, so that no gate is needed. Default false. */
  readonly isReviewed?: boolean;
}

/**
 * Takes one reading in, with a capture of where it came from.
 *
 * The same address with the same text changes nothing, except that an article marked as gone is held again, and that a
 * bundled sample which comes from its real address is a sample no more. A text seen before at the address is made
 * current again without a new version. Throws when the address of another article has the same id.
 *
 * @example
 * const outcome = await putArticle(archive.db, reading); // { kind: 'new', id: '93a2e5b1fb31af8b' }
 */
export async function putArticle(
  db: ArchiveDb,
  reading: ArticleReading,
  options: PutOptions = {},
): Promise<PutOutcome> {
  return inTransaction(db, async (trx) => {
    const id = mintArticleId(reading.url);
    const held = await findHeld(trx, id, reading.url);
    if (held !== null && reading.isSample && held.is_sample === 0) return { kind: 'unchanged', id };
    await recordCapture(trx, {
      url: reading.url,
      snapshot: reading.snapshot,
      capturedAt: reading.capturedAt,
      source: reading.source,
      status: options.status ?? 'imported',
      given: options.given ?? {},
      http: options.http ?? null,
    });
    if (held === null) return insertArticle(trx, id, reading);
    const current = { status: readStatus(held.status), title: held.title, text: held.text };
    const placed = await placeVersion(trx, id, reading, current, options.isReviewed ?? false);
    if (placed.heldBack !== null) {
      return placed.isAdded ? { kind: 'held_back', id, reason: placed.heldBack } : { kind: 'unchanged', id };
    }
    const wasSample = held.is_sample === 1;
    const source = (wasSample ? reading.source : held.source) ?? held.source ?? reading.source;
    await changeArticle(trx, id, async () => {
      await trx
        .updateTable('articles')
        .set({ source, is_sample: reading.isSample ? 1 : 0 })
        .where('id', '=', id)
        .execute();
      await showVersion(trx, id, placed.version);
    });
    return { kind: placed.version === held.version ? 'unchanged' : 'version', id };
  });
}

/**
 * Puts new readings of the same captures in the place of the old ones, oldest first: for when the reader of pages has
 * got better. All else of the article stays, and versions that a person accepted stay accepted. True when the article
 * is another afterwards and must be derived again.
 */
export async function replaceReadings(
  db: ArchiveDb,
  id: ArticleId,
  readings: readonly [ArticleReading, ...ArticleReading[]],
): Promise<boolean> {
  return changeArticle(db, id, async (trx, before) => {
    const old = await trx
      .selectFrom('article_versions')
      .select(['snapshot', 'held_back'])
      .where('article', '=', id)
      .execute();
    const accepted = new Set(old.filter((version) => version.held_back === null).map(({ snapshot }) => snapshot));
    await trx.deleteFrom('article_versions').where('article', '=', id).execute();
    let current: ArticleReading | null = null;
    let shown = 1;
    for (const reading of readings) {
      const placed = await placeVersion(trx, id, reading, current, accepted.has(reading.snapshot));
      if (placed.heldBack !== null) continue;
      current = reading;
      shown = placed.version;
    }
    await showVersion(trx, id, shown);
    if (before.status === 'gone')
      await trx.updateTable('articles').set({ status: 'gone' }).where('id', '=', id).execute();
  });
}

async function findHeld(trx: ArchiveDb, id: ArticleId, url: string) {
  const held = await selectCurrent(trx)
    .select(['articles.url', 'articles.source', 'articles.version', 'articles.is_sample'])
    .select(['article_versions.status', 'article_versions.title', 'article_versions.text'])
    .where('articles.id', '=', id)
    .executeTakeFirst();
  if (held === undefined) return null;
  if (held.url === url) return held;
  throw new Error(
    `Cannot keep the article at ${url}: its id ${id} is that of ${held.url}; keep it under another of its addresses`,
  );
}

async function insertArticle(trx: ArchiveDb, id: ArticleId, reading: ArticleReading): Promise<PutOutcome> {
  const first = toVersionRow(reading);
  const { text: _text, details_json: _details, ...shown } = first;
  await trx
    .insertInto('articles')
    .values({
      ...shown,
      id,
      url: reading.url,
      source: reading.source,
      sort_key: await nextSortKey(trx, reading.published, null),
      version: 1,
      versions: 1,
      is_sample: reading.isSample ? 1 : 0,
      meeting_json: null,
    })
    .execute();
  await trx
    .insertInto('article_versions')
    .values({ ...first, article: id, version: 1, held_back: null })
    .execute();
  await recordChanges(trx, 'article', 'put', [id]);
  return { kind: 'new', id };
}

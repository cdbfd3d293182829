/**
 * Takes items in: read, their bytes kept, put into the archive and derived. One bad item is its own recorded failure; the
 * rest goes on.
 *
 * Where items come from (files, lines, WARC records, the bundled samples) is the import-….ts files'; what is told from
 * them together is settled once at the end, or by the next run where this one is killed.
 */
import type { Archive } from '../core/archive/archive.ts';
import { mintArticleId } from '../core/archive/article-row.ts';
import { countArticles } from '../core/archive/articles.ts';
import { recordChanges } from '../core/archive/changes.ts';
import { settleChanges } from '../core/archive/derive.ts';
import type { ArticleId } from '../core/archive/records.ts';
import { removeSamples } from '../core/archive/samples.ts';
import { inTransaction } from '../core/archive/transaction.ts';
import {
  type BegunItem,
  beginItem,
  type ImportItem,
  type ItemOutcome,
  type TakeParts,
  takeItem,
} from './import-item.ts';
import { takeKeptFiles } from './reread.ts';

export type ImportEvent = ItemOutcome | { readonly kind: 'settling'; readonly articles: number };

export interface ImportParts extends Omit<TakeParts, 'clock'> {
  readonly onEvent: (event: ImportEvent) => void;
  /** Samples leave when a real article comes, unless they are to be kept. */
  readonly keepSamples: boolean;
}

export interface ImportReport {
  readonly new: number;
  readonly versions: number;
  /** Evidence that made no article among them. */
  readonly unchanged: number;
  /** Texts that wait for review and are not shown. */
  readonly held: number;
  readonly failed: readonly { readonly label: string; readonly reason: string }[];
}

/** Takes all items in and settles what follows from them. */
export async function importItems(items: AsyncIterable<ImportItem>, given: ImportParts): Promise<ImportReport> {
  const parts = { ...given, clock: neverTwice(given.archive.clock) };
  const counts = { new: 0, version: 0, unchanged: 0, held_back: 0 };
  const failed: { label: string; reason: string }[] = [];
  const { archive, onEvent } = parts;
  const pages = new Set<ArticleId>();
  let isBesideFiles = false;
  for await (const { item, begun } of readAhead(items, parts)) {
    const outcome = await takeItem(item, parts, begun);
    onEvent(outcome);
    if (outcome.kind === 'failed') failed.push(outcome);
    else counts[outcome.kind] += 1;
    if (item.captured?.role === 'other') isBesideFiles = true;
    else if (item.captured !== undefined && item.url !== null) pages.add(mintArticleId(item.url));
  }
  // A file may come before the article that offers it.
  if (isBesideFiles) for (const page of pages) await takeKeptFiles(page, parts);
  if (!parts.areSamples && !parts.keepSamples) await dropSamples(archive);
  await settleChanges(archive.db, (articles) => onEvent({ kind: 'settling', articles }));
  const { new: added, version: versions, unchanged, held_back: held } = counts;
  return { new: added, versions, unchanged, held, failed };
}

interface Waiting {
  readonly item: ImportItem;
  /** Null as long as it is not being read. */
  begun: BegunItem | null;
}

/** Items that are read while the one before them is written. */
const AHEAD = 3;

/** The items in their order, the next ones being read already; where their list breaks off, those before that too. */
async function* readAhead(items: AsyncIterable<ImportItem>, parts: TakeParts): AsyncGenerator<Waiting> {
  const waiting: Waiting[] = [];
  let last: BegunItem | null = null;
  try {
    for await (const item of items) {
      waiting.push({ item, begun: null });
      // What repeats another capture is looked up in the archive as its list is read: nothing may wait before it.
      yield* next(item.captured === undefined ? AHEAD : 0);
    }
  } catch (fault) {
    yield* next(0);
    throw fault;
  }
  yield* next(0);

  function* next(left: number): Generator<Waiting> {
    for (begin(); waiting.length > left; begin()) {
      const first = waiting.shift();
      if (first !== undefined) yield first;
    }
  }
  /**
   * In the order of the items, so that their captures have it too. One whose address waits already begins behind that; one
   * that was captured elsewhere may be known, and needs no reading then.
   */
  function begin(): void {
    for (const [at, one] of waiting.entries()) {
      if (one.begun !== null || one.item.captured !== undefined) continue;
      if (waiting.slice(0, at).some(({ item }) => isSameAddress(item, one.item))) return;
      last = beginItem(one.item, last, parts);
      one.begun = last;
    }
  }
}

/** Items without an address have that of their bytes. */
function isSameAddress(one: ImportItem, other: ImportItem): boolean {
  return one.url === other.url && (one.url !== null || Buffer.from(one.bytes).equals(other.bytes));
}

/** A clock of which no two instants are the same millisecond: captures of one import are in the order of its items. */
function neverTwice(clock: () => Date): () => Date {
  let last = 0;
  return () => {
    last = Math.max(clock().getTime(), last + 1);
    return new Date(last);
  };
}

/** Takes the samples out of an archive that holds a real article, wherever an earlier run may have been stopped. */
export async function dropSamples({ db }: Archive): Promise<void> {
  if ((await countArticles(db, { samples: true })) === 0 || (await countArticles(db, { samples: false })) === 0) return;
  await inTransaction(db, async (trx) => {
    const { articlesLeft } = await removeSamples(trx);
    await recordChanges(trx, 'article', 'put', articlesLeft);
  });
}

/**
 * Reads every article again from its kept captures alone, for when the reader of pages has got better.
 *
 * Each article is read first and then replaced in one transaction, so that this may be stopped anywhere and begun again.
 * An article of which bytes are missing or damaged, or which cannot be read any more, stays as it is and is named.
 */
import type { Archive } from '../core/archive/archive.ts';
import { replaceReadings } from '../core/archive/article-intake.ts';
import { hashContent } from '../core/archive/article-row.ts';
import { listVersions } from '../core/archive/article-versions.ts';
import { getArticle } from '../core/archive/articles.ts';
import { listAttachments } from '../core/archive/attachments.ts';
import type { CaptureHistory, KeptCapture } from '../core/archive/captures.ts';
import { listCaptures, recordCapture, streamCaptureHistories } from '../core/archive/captures.ts';
import { deriveArticle, settleChanges } from '../core/archive/derive.ts';
import { deriveHoldings } from '../core/archive/derive-holdings.ts';
import type { ArticleId, ArticleReading, SnapshotHash } from '../core/archive/records.ts';
import { readSnapshot } from '../core/archive/snapshots.ts';
import type { PlaceOf } from '../core/archive/text-facts.ts';
import { inTransaction } from '../core/archive/transaction.ts';
import { rereadFiles, takesTextOf, withFileTexts } from './article-files.ts';
import { readCapture, type SelectorsOf } from './capture-reading.ts';

export interface RereadParts {
  readonly archive: Archive;
  readonly placeOf: PlaceOf;
  readonly selectorsOf: SelectorsOf;
}

export type RereadOutcome =
  | { readonly kind: 'changed' | 'unchanged'; readonly url: string }
  | { readonly kind: 'failed'; readonly url: string; readonly reason: string };

export interface RereadReport {
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
}

/** Reads all articles again, or those of one source, and settles what follows. `onArticle` hears of each. */
export async function rereadArticles(
  source: string | null,
  parts: RereadParts,
  onArticle: (outcome: RereadOutcome) => void,
): Promise<RereadReport> {
  const counts = { changed: 0, unchanged: 0, failed: 0 };
  for await (const history of streamCaptureHistories(parts.archive.db, source)) {
    for (const outcome of await rereadWithFiles(history, parts)) {
      counts[outcome.kind] += 1;
      onArticle(outcome);
    }
  }
  await settleChanges(parts.archive.db);
  return counts;
}

/** The article with the files that it offers; a file that cannot be read again is named by itself. */
async function rereadWithFiles(history: CaptureHistory, parts: RereadParts): Promise<readonly RereadOutcome[]> {
  const { archive, placeOf } = parts;
  const unread = await rereadFiles(archive, history.article);
  const outcome = await rereadArticle(history, parts);
  // What an article holds may be other than before though its text is the same.
  const isOther = await deriveHoldings(archive.db, history.article, placeOf);
  const whole: RereadOutcome = isOther && outcome.kind === 'unchanged' ? { ...outcome, kind: 'changed' } : outcome;
  return [whole, ...unread.map((file) => ({ kind: 'failed' as const, ...file }))];
}

/** Takes in the files that the article offers and that came as captures of their own, with an import of evidence. */
export async function takeKeptFiles(article: ArticleId, parts: RereadParts): Promise<void> {
  const { archive, placeOf } = parts;
  await rereadFiles(archive, article);
  const files = await listAttachments(archive.db, article);
  if (files.length === 0) return;
  await deriveHoldings(archive.db, article, placeOf);
  for (const { url } of files) if (await takesTextOf(archive.db, article, url)) await rereadText(article, parts);
}

/** Reads an article again now that a file is kept from which it takes its text. */
export async function rereadText(article: ArticleId, parts: RereadParts): Promise<void> {
  const held = await getArticle(parts.archive.db, article);
  if (held === null) return;
  const { url, isSample } = held;
  await rereadArticle({ article, url, isSample, captures: await listCaptures(parts.archive.db, [url]) }, parts);
}

/** Reads one article again. `incoming` is one of its captures that is not noted yet: it is noted in the same transaction. */
export async function rereadArticle(
  history: CaptureHistory,
  { archive, placeOf, selectorsOf }: RereadParts,
  incoming: KeptCapture | null = null,
): Promise<RereadOutcome> {
  const { article, url } = history;
  const found = await readHistory(history, archive, selectorsOf, incoming);
  if (found.kind === 'failed') return { kind: 'failed', url, reason: found.reason };
  const { readings } = found;
  const isChanged = await inTransaction(archive.db, async (trx) => {
    if (incoming !== null) await recordCapture(trx, incoming);
    const isOther = await replaceReadings(trx, article, readings);
    if (isOther) await deriveArticle(trx, article, placeOf);
    return isOther;
  });
  return { kind: isChanged ? 'changed' : 'unchanged', url };
}

type Readings = readonly [ArticleReading, ...ArticleReading[]];
type HistoryReading =
  | { readonly kind: 'readings'; readonly readings: Readings }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * A capture that made a version must be readable still. Any other one was a page that was not the article, or a text seen
 * before: it counts only as the latter, because it tells which text is current.
 */
async function readHistory(
  { article, captures, isSample }: CaptureHistory,
  archive: Archive,
  selectorsOf: SelectorsOf,
  incoming: KeptCapture | null,
): Promise<HistoryReading> {
  const versions = await listVersions(archive.db, article);
  const kept = new Set(versions.map(({ snapshot }) => snapshot));
  if (incoming !== null) kept.add(incoming.snapshot);
  const missing = [...kept].find((hash) => !captures.some(({ snapshot }) => snapshot === hash));
  if (missing !== undefined) return { kind: 'failed', reason: `no capture says where snapshot ${missing} came from` };
  const readings: ArticleReading[] = [];
  for (const [place, capture] of captures.entries()) {
    const until = captures[place + 1]?.capturedAt ?? null;
    const read = await readOne(capture, until, archive, selectorsOf, isSample);
    if (typeof read !== 'string') readings.push(...read);
    else if (kept.has(capture.snapshot)) return { kind: 'failed', reason: read };
  }
  const texts = new Set(readings.filter(({ snapshot }) => kept.has(snapshot)).map(hashContent));
  const counting = readings.filter((reading) => isCounted(reading, kept, texts));
  const [first, ...more] = counting;
  if (first === undefined) return { kind: 'failed', reason: 'no capture of it is kept' };
  return { kind: 'readings', readings: [first, ...more] };
}

function isCounted(reading: ArticleReading, kept: ReadonlySet<SnapshotHash>, texts: ReadonlySet<string>): boolean {
  return kept.has(reading.snapshot) || texts.has(hashContent(reading));
}

/** The reading, several where its text is a file's that changed, or why there is none. */
async function readOne(
  capture: KeptCapture,
  until: string | null,
  archive: Archive,
  selectorsOf: SelectorsOf,
  isSample: boolean,
): Promise<readonly ArticleReading[] | string> {
  try {
    const bytes = await readSnapshot(archive, capture.snapshot);
    const page = await readCapture(bytes, capture, selectorsOf, isSample);
    const found = await withFileTexts(page, capture, until, archive);
    const readings = found.flatMap(({ reading }) => reading ?? []);
    return readings.length > 0 ? readings : (page.read.error ?? `reading ended as ${page.read.status}`);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

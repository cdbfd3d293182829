/**
 * Takes one item in: read as its capture will be read ever after, its bytes kept, put into the archive and derived, the
 * last two in one transaction, so that an article that is kept is derived wherever the program is stopped.
 *
 * An item that was captured elsewhere (a WARC record) comes in with its own time, and may be older than what is held:
 * then the article is read again from all its captures in their order.
 */
import { createHash } from 'node:crypto';
import { type PutOutcome, putArticle } from '../core/archive/article-intake.ts';
import { hashContent, mintArticleId } from '../core/archive/article-row.ts';
import { listVersions } from '../core/archive/article-versions.ts';
import { putArticleAlias, putArticleStatus } from '../core/archive/articles.ts';
import { type CapturedAnswer, type KeptCapture, listCaptures, recordCapture } from '../core/archive/captures.ts';
import { deriveArticle } from '../core/archive/derive.ts';
import { deriveHoldings } from '../core/archive/derive-holdings.ts';
import type { ArticleId, ArticleReading } from '../core/archive/records.ts';
import type { ArchiveDb } from '../core/archive/schema.ts';
import { getSnapshot, keepSnapshot, parseSnapshotHash } from '../core/archive/snapshots.ts';
import { type ToldText, textToTell } from '../core/archive/text-facts.ts';
import { inTransaction } from '../core/archive/transaction.ts';
import { withFileText } from './article-files.ts';
import { BARE_TEXT, type CaptureReading, readCapture } from './capture-reading.ts';
import { tellTextAside } from './read/page-room.ts';
import { type RereadParts, rereadArticle } from './reread.ts';

/** One thing to take in. */
export interface ImportItem {
  /** What messages call it: a path, with the line in a .jsonl. */
  readonly label: string;
  readonly bytes: Uint8Array;
  /** Address of the article; null takes `urn:sha256:` of the bytes. */
  readonly url: string | null;
  readonly source: string | null;
  readonly contentType: string | null;
  readonly fileName: string | null;
  /** Said beside the bytes and believed before what is read from them. */
  readonly given: { readonly title?: string; readonly published?: string };
  /** The bytes are an article's text already, without title and furniture, and are kept as they are. */
  readonly isBareText: boolean;
  /** What is known of the capture where somebody else made it; left out for what a person hands in now. */
  readonly captured?: ForeignCapture;
}

export interface ForeignCapture {
  /** An instant in UTC. */
  readonly at: string;
  readonly status: KeptCapture['status'];
  /** All that was said beside the bytes; stands in the place of the item's own `given`. */
  readonly given: KeptCapture['given'];
  readonly http: CapturedAnswer | null;
  /**
   * `article`: a text of the article at its address; `repeat`: such a text only if it was seen there before; `other`: a
   * list or whatever else is kept as evidence alone.
   */
  readonly role: 'article' | 'repeat' | 'other';
  /** True when the text was current there: no gate is needed here. */
  readonly isReviewed: boolean;
  /** What the other archive knew of the article after its last capture. */
  readonly isGone: boolean;
  readonly aliases: readonly string[];
}

export interface TakeParts extends RereadParts {
  /** True for the bundled samples. */
  readonly areSamples: boolean;
  /** When what is handed in now is captured. */
  readonly clock: () => Date;
}

export type ItemOutcome =
  | { readonly kind: 'new' | 'unchanged' | 'version'; readonly label: string }
  | { readonly kind: 'held_back' | 'failed'; readonly label: string; readonly reason: string };

/** An item whose bytes are being read, by the capture that it will be. */
export interface BegunItem {
  readonly item: ImportItem;
  readonly drafted: KeptCapture;
  readonly read: Promise<BegunReading>;
}

interface BegunReading {
  readonly found: CaptureReading;
  /** What its text tells; null where nothing new is to be told. */
  readonly told: ToldText | null;
}

/** Has an item read before its turn to be written, behind the one `before`; what is wrong with it is told at its turn. */
export function beginItem(item: ImportItem, before: BegunItem | null, parts: TakeParts): BegunItem {
  const drafted = draftCapture(item, parts.clock());
  const start = async (): Promise<BegunReading> => {
    const found = await readCapture(item.bytes, drafted, parts.selectorsOf, parts.areSamples);
    const isNews = found.reading !== null && !(await isHeldText(parts.archive.db, found.reading));
    return { found, told: isNews ? await tellTextAside(textToTell(found.reading, parts.placeOf)) : null };
  };
  // One at a time: another desk would take as much memory again, and writing is slower than reading.
  const read = before === null ? start() : before.read.then(start, start);
  read.catch(() => undefined);
  return { item, drafted, read };
}

/** Takes one item in. Throws only when the archive itself is at fault: a full disk, a damaged database. */
export async function takeItem(item: ImportItem, parts: TakeParts, begun: BegunItem | null): Promise<ItemOutcome> {
  try {
    const put = await take(item, parts, begun);
    return { ...put, label: item.label };
  } catch (error) {
    if (isBrokenStore(error)) throw error;
    return { kind: 'failed', label: item.label, reason: error instanceof Error ? error.message : String(error) };
  }
}

type Taken =
  | { readonly kind: 'new' | 'unchanged' | 'version' }
  | { readonly kind: 'held_back' | 'failed'; readonly reason: string };

async function take(item: ImportItem, parts: TakeParts, begun: BegunItem | null): Promise<Taken> {
  const { archive, areSamples } = parts;
  const drafted = begun?.drafted ?? draftCapture(item, parts.clock());
  const earlier = item.captured === undefined ? [] : await listCaptures(archive.db, [drafted.url]);
  if (earlier.some((known) => isSameCapture(known, drafted))) return { kind: 'unchanged' };
  if (item.captured?.role === 'other') {
    await keepSnapshot(archive, item.bytes, drafted.mediaType);
    await recordCapture(archive.db, drafted);
    return { kind: 'unchanged' };
  }
  const begunReading = await begun?.read;
  const found = begunReading?.found ?? (await readCapture(item.bytes, drafted, parts.selectorsOf, areSamples));
  const { read, reading } = await withFileText(found, drafted, archive);
  if (reading === null || read.status === 'needs_ocr')
    return { kind: 'failed', reason: read.error ?? `reading ended as ${read.status}` };
  await keepSnapshot(archive, item.bytes, drafted.mediaType);
  const capture = await withOwnType(archive.db, drafted);
  if (earlier.some(({ capturedAt }) => capturedAt > capture.capturedAt))
    return takeOlder(capture, earlier, item, parts);
  // One transaction: an article that is kept is derived, wherever the program is stopped.
  return inTransaction(archive.db, async (trx) => {
    if (item.captured?.role === 'repeat' && !(await isKnownText(trx, reading))) {
      await recordCapture(trx, capture);
      return { kind: 'unchanged' };
    }
    const { status, given, http } = capture;
    const isReviewed = item.captured?.isReviewed ?? true;
    const put = await putArticle(trx, reading, { status, given, http, isReviewed });
    if (put.kind === 'new') await deriveArticle(trx, put.id, parts.placeOf, begunReading?.told, reading);
    if (put.kind === 'version') await deriveArticle(trx, put.id, parts.placeOf, begunReading?.told);
    if (put.kind === 'unchanged') await deriveHoldings(trx, put.id, parts.placeOf);
    if (item.captured !== undefined) await noteFate(trx, put.id, item.captured);
    return toTaken(put);
  });
}

function toTaken(put: PutOutcome): Taken {
  return put.kind === 'held_back' ? { kind: put.kind, reason: put.reason } : { kind: put.kind };
}

/** A capture older than those that are held changes what was there then, not what is there now. */
async function takeOlder(
  capture: KeptCapture,
  earlier: readonly KeptCapture[],
  item: ImportItem,
  parts: TakeParts,
): Promise<Taken> {
  const { db } = parts.archive;
  const article = mintArticleId(capture.url);
  const held = await db.selectFrom('articles').select('is_sample').where('id', '=', article).executeTakeFirst();
  if (held === undefined || item.captured?.role === 'repeat') {
    await recordCapture(db, capture);
    return { kind: 'unchanged' };
  }
  const captures = [...earlier, capture].sort((a, b) => (a.capturedAt < b.capturedAt ? -1 : 1));
  const history = { article, url: capture.url, isSample: held.is_sample === 1, captures };
  const before = await countVersions(db, article);
  const outcome = await rereadArticle(history, parts, capture);
  if (outcome.kind === 'failed') return { kind: 'failed', reason: outcome.reason };
  return { kind: (await countVersions(db, article)) === before ? 'unchanged' : 'version' };
}

/** The capture that the item will be, before its bytes are kept. */
function draftCapture(item: ImportItem, now: Date): KeptCapture {
  const snapshot = parseSnapshotHash(createHash('sha256').update(item.bytes).digest('hex'));
  if (snapshot === null) throw new Error(`Cannot take ${item.label}: expected a SHA-256 of its bytes, got none`);
  const { captured, contentType, fileName, given, isBareText } = item;
  const mediaType = contentType ?? NO_TYPE;
  const own = {
    ...given,
    ...(isBareText && { form: BARE_TEXT }),
    ...(contentType === null && fileName !== null && { file_name: fileName }),
  };
  return {
    url: item.url ?? `urn:sha256:${snapshot}`,
    snapshot,
    capturedAt: captured?.at ?? now.toISOString(),
    source: item.source,
    status: captured?.status ?? 'imported',
    given: captured?.given ?? own,
    http: captured?.http ?? null,
    mediaType,
  };
}

const NO_TYPE = 'application/octet-stream';

/** The same bytes may have come before under another type, which stands: then this capture says its own. */
async function withOwnType(db: ArchiveDb, capture: KeptCapture): Promise<KeptCapture> {
  const kept = await getSnapshot(db, capture.snapshot);
  if (kept === null || kept.mediaType === capture.mediaType || 'content_type' in capture.given) return capture;
  return { ...capture, given: { ...capture.given, content_type: capture.mediaType } };
}

function isSameCapture(one: KeptCapture, other: KeptCapture): boolean {
  return one.snapshot === other.snapshot && one.capturedAt === other.capturedAt;
}

async function isKnownText(trx: ArchiveDb, reading: ArticleReading): Promise<boolean> {
  const versions = await listVersions(trx, mintArticleId(reading.url));
  return versions.some(({ contentHash }) => contentHash === hashContent(reading));
}

/** Whether its article has this text now, so that nothing will be derived. */
async function isHeldText(db: ArchiveDb, reading: ArticleReading): Promise<boolean> {
  const id = mintArticleId(reading.url);
  const held = await db.selectFrom('articles').select('content_hash').where('id', '=', id).executeTakeFirst();
  return held?.content_hash === hashContent(reading);
}

async function countVersions(db: ArchiveDb, article: ArticleId): Promise<number> {
  return (await listVersions(db, article)).length;
}

async function noteFate(trx: ArchiveDb, article: ArticleId, { isGone, aliases }: ForeignCapture): Promise<void> {
  for (const alias of aliases) await putArticleAlias(trx, article, alias);
  if (isGone) await putArticleStatus(trx, article, 'gone');
}

/** A full disk or a damaged database is not the item's fault: it stops the run. */
function isBrokenStore(error: unknown): boolean {
  return (
    error instanceof Error && /ENOSPC|EROFS|disk (?:I\/O error|is full)|malformed|not a database/i.test(error.message)
  );
}

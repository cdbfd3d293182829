/**
 * The files that articles offer, read from their kept captures: as documents of their article, and as its text where the
 * article has none of its own and offers one file alone.
 *
 * Nothing here asks the network, so that the same captures give the same texts whenever they are read.
 */
import type { Archive } from '../core/archive/archive.ts';
import { getArticle } from '../core/archive/articles.ts';
import {
  type AttachmentStatus,
  type AttachmentText,
  listAttachments,
  putAttachment,
} from '../core/archive/attachments.ts';
import { type KeptCapture, listCapturedBelow, listCaptures } from '../core/archive/captures.ts';
import type { ArticleId, ArticleReading, AttachmentRecord } from '../core/archive/records.ts';
import type { ArchiveDb } from '../core/archive/schema.ts';
import { readSnapshot } from '../core/archive/snapshots.ts';
import { type CaptureReading, readCapture } from './capture-reading.ts';
import { fileKey, hasPass, parseAddress } from './discover/address.ts';
import type { ReadStatus } from './read/article.ts';

/** Kinds of files that can be read; others are left alone. */
const READABLE = new Set(['pdf', 'doc', 'docx', 'rtf', 'txt']);

/** The address under which a file is asked for: as printed, since a server finds it by the bytes of its name. Null for none. */
export function addressOfFile({ url, type }: AttachmentRecord, base: string): string | null {
  const printed = parseAddress(url, base);
  if (printed === null || (type !== null && !READABLE.has(type))) return null;
  printed.hash = '';
  return printed.href;
}

/** What a capture of a file holds, as it is kept beside its article. */
export async function readFileCapture(
  bytes: Uint8Array,
  capture: KeptCapture,
): Promise<Omit<AttachmentText, 'article' | 'readAt'>> {
  const { read } = await readCapture(bytes, capture, () => undefined, false);
  const isPage = /html/i.test(capture.mediaType) && !/\.html?$/i.test(capture.url);
  const status: AttachmentStatus = isPage ? 'unreadable' : (statuses[read.status] ?? 'unreadable');
  const isHeld = status === 'held';
  const reason = isPage ? 'a page was sent instead of the file' : (read.error ?? `reading ended as ${read.status}`);
  return {
    url: capture.url,
    snapshot: capture.snapshot,
    status,
    reason: isHeld ? null : reason,
    title: read.title,
    text: isHeld ? read.text : '',
    legal: isHeld ? (read.legal ?? null) : null,
  };
}

const statuses: Partial<Record<ReadStatus, AttachmentStatus>> = { ok: 'held', needs_ocr: 'needs_ocr' };

/** The reading of an article that shows no text but offers one file which is kept: with the file's newest text. */
export async function withFileText(
  found: CaptureReading,
  capture: KeptCapture,
  archive: Archive,
): Promise<CaptureReading> {
  const newest = (await capturesOfText(found, capture, archive.db)).at(-1);
  return newest === undefined ? found : ((await readWithFile(found, newest, archive)) ?? found);
}

/**
 * The same for every text that the file had while the page was as this capture has it, oldest first; `until` is when the
 * page was captured next, null for never. The page as it is where it shows a text, or no file can be read.
 */
export async function withFileTexts(
  found: CaptureReading,
  capture: KeptCapture,
  until: string | null,
  archive: Archive,
): Promise<readonly CaptureReading[]> {
  const files = await capturesOfText(found, capture, archive.db);
  // What was kept only later says best what a page offered whose file nobody had had before.
  const before = files.findLast(({ capturedAt }) => capturedAt <= capture.capturedAt) ?? files[0];
  const shown = files.filter(
    (file) => file === before || (file.capturedAt > capture.capturedAt && (until === null || file.capturedAt < until)),
  );
  const readings: CaptureReading[] = [];
  for (const file of shown) {
    const reading = await readWithFile(found, file, archive);
    if (reading !== null) readings.push(reading);
  }
  return readings.length === 0 ? [found] : readings;
}

/** The page's reading with the text of a file, null where that has none. */
async function readWithFile(
  found: CaptureReading,
  file: KeptCapture,
  archive: Archive,
): Promise<CaptureReading | null> {
  const { text } = await readFileCapture(await readSnapshot(archive, file.snapshot), file);
  const { reading } = found;
  if (text === '' || reading === null) return null;
  const warnings = [...reading.warnings, { code: TEXT_OF_FILE, detail: file.url }];
  const capturedAt = file.capturedAt > reading.capturedAt ? file.capturedAt : reading.capturedAt;
  return { ...found, reading: { ...reading, status: 'held', text, warnings, capturedAt } };
}

/** All captures of the file that is the text of a page, oldest first; none where the page has a text. */
async function capturesOfText(
  { reading }: CaptureReading,
  capture: KeptCapture,
  db: ArchiveDb,
): Promise<readonly KeptCapture[]> {
  const file = reading === null ? null : onlyFileOf(reading, capture.http?.url ?? capture.url);
  if (file === null) return [];
  const own = await listCaptures(db, [file]);
  if (own.length > 0 || !hasPass(file)) return own;
  // Another address that differs in its pass only.
  const [path = file] = fileKey(file).split('?');
  const twins = (await listCapturedBelow(db, path)).filter((url) => fileKey(url) === fileKey(file));
  return (await listCaptures(db, twins)).toSorted((a, b) => (a.capturedAt < b.capturedAt ? -1 : 1));
}

/** Warns that an article's text is that of its file, whose address is the detail. */
const TEXT_OF_FILE = 'text-of-file';

function onlyFileOf({ status, text, attachments }: ArticleReading, base: string): string | null {
  if (status !== 'text_unavailable' || text !== '') return null;
  const files = new Set(attachments.flatMap((attachment) => addressOfFile(attachment, base) ?? []));
  const [only] = files;
  return files.size === 1 && only !== undefined ? only : null;
}

/** Whether the article's text is that of this file, or would be if the file could be read. */
export async function takesTextOf(db: ArchiveDb, id: ArticleId, file: string): Promise<boolean> {
  const article = await getArticle(db, id);
  if (article === null) return false;
  return (
    onlyFileOf(article, article.url) === file ||
    article.warnings.some(({ code, detail }) => code === TEXT_OF_FILE && detail === file)
  );
}

/** Reads the article's files again from their newest captures; one whose bytes cannot be had stays as it is. */
export async function rereadFiles(
  archive: Archive,
  id: ArticleId,
): Promise<readonly { url: string; reason: string }[]> {
  const article = await getArticle(archive.db, id);
  if (article === null) return [];
  const before = new Map((await listAttachments(archive.db, id)).map((file) => [file.url, file]));
  const offered = article.attachments.flatMap((attachment) => addressOfFile(attachment, article.url) ?? []);
  const failed: { url: string; reason: string }[] = [];
  for (const url of new Set([...before.keys(), ...offered])) {
    const capture = (await listCaptures(archive.db, [url])).at(-1);
    if (capture === undefined) continue;
    try {
      const read = await readFileCapture(await readSnapshot(archive, capture.snapshot), capture);
      const readAt = before.get(url)?.readAt ?? capture.capturedAt;
      await putAttachment(archive.db, { ...read, article: id, readAt });
    } catch (error) {
      failed.push({ url, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return failed;
}

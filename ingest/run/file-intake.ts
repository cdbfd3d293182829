/**
 * Takes in a file that an article offers: kept like any other bytes, read, and put beside its article.
 */
import type { Archive } from '../../core/archive/archive.ts';
import { type AttachmentStatus, putAttachment } from '../../core/archive/attachments.ts';
import type { KeptCapture } from '../../core/archive/captures.ts';
import type { ArticleId } from '../../core/archive/records.ts';
import type { FoundVisit, Visit } from '../../core/archive/visits.ts';
import { readCapture } from '../capture-reading.ts';
import { canonicalAddress, parseAddress } from '../discover/address.ts';
import type { Attachment, ReadStatus } from '../read/article.ts';
import type { Source } from '../sources/source-file.ts';
import { isOwnAddress } from '../sources/source-rules.ts';

/** The files of an article that may be fetched for its source; other kinds than those that can be read are left alone. */
export function filesOf(
  attachments: readonly Attachment[],
  { source, foundOn, article }: { readonly source: Source; readonly foundOn: string; readonly article: ArticleId },
): readonly FoundVisit[] {
  return attachments.flatMap(({ url, type }) => {
    const printed = parseAddress(url, foundOn);
    if (printed === null || !isOwnAddress(source, printed.href)) return [];
    if (type !== null && !READABLE.has(type)) return [];
    printed.hash = '';
    // Asked for as printed: a server finds a file by the bytes of its name, however the letters are composed.
    const identity = `file ${canonicalAddress(printed.href, null, []) ?? printed.href}`;
    return [{ url: printed.href, kind: 'file', identity, foundOn, publishedHint: null, article }];
  });
}

const READABLE = new Set(['pdf', 'doc', 'docx', 'rtf', 'txt']);

/** Answers why it could not be read, null when it was, or when it has to wait for OCR. */
export async function takeFile(
  visit: Pick<Visit, 'url' | 'article'>,
  capture: KeptCapture,
  bytes: Uint8Array,
  { archive }: { readonly archive: Archive },
): Promise<string | null> {
  if (visit.article === null) throw new Error(`Cannot file ${visit.url}: expected the article that offers it`);
  const { read } = await readCapture(bytes, capture, () => undefined, false);
  const isPage = /html/i.test(capture.mediaType) && !/\.html?$/i.test(visit.url);
  const status: AttachmentStatus = isPage ? 'unreadable' : (statuses[read.status] ?? 'unreadable');
  const reason = isPage ? 'a page was sent instead of the file' : (read.error ?? `reading ended as ${read.status}`);
  await putAttachment(archive.db, {
    article: visit.article,
    url: visit.url,
    snapshot: capture.snapshot,
    status,
    reason: status === 'held' ? null : reason,
    title: read.title,
    text: status === 'held' ? read.text : '',
    readAt: archive.clock().toISOString(),
  });
  return status === 'unreadable' ? reason : null;
}

const statuses: Partial<Record<ReadStatus, AttachmentStatus>> = { ok: 'held', needs_ocr: 'needs_ocr' };

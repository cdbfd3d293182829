/**
 * A reading of a page or file, as the archive keeps it: the one place where what was read meets what was said beside
 * the bytes, so that a capture reads the same whenever it is read.
 */
import type { Capture } from '../core/archive/captures.ts';
import type { ArticleReading } from '../core/archive/records.ts';
import type { ReadArticle } from './read/article.ts';
import { readSaidDate } from './said-facts.ts';

/**
 * The reading to keep under `url`, or null when there is nothing to keep: the bytes stay and the reason is in `read`.
 *
 * What was said beside the bytes is believed before the page (`title`, `published`), but a feed's word for the day
 * (`published_hint`) only where the page has none. What another archive says may be no date: then it counts for nothing,
 * and a warning tells of it.
 */
export function toReading(
  read: ReadArticle,
  capture: Pick<Capture, 'snapshot' | 'capturedAt' | 'source' | 'given'>,
  about: { readonly url: string; readonly isSample: boolean },
): ArticleReading | null {
  const isWaiting = read.status === 'needs_ocr' || read.status === 'text_unavailable';
  if (read.status !== 'ok' && !isWaiting) return null;
  const { given } = capture;
  const said = given['published'];
  const day = said === undefined ? null : readSaidDate(said);
  const stated = day ?? read.published;
  const hint = given['published_hint'];
  const hinted = hint === undefined ? null : readSaidDate(hint);
  const isHinted = stated === null && hinted !== null;
  const doubts = [
    ...(said !== undefined && day === null ? [{ code: 'date-unreadable', detail: said.slice(0, 200) }] : []),
    ...(isHinted ? [{ code: 'date-from-list', detail: hinted }] : []),
    ...(read.status === 'needs_ocr' ? [{ code: 'needs-ocr', detail: read.error ?? 'no page has text' }] : []),
  ];
  return {
    url: about.url,
    source: capture.source,
    status: read.status === 'ok' ? 'held' : 'text_unavailable',
    title: withoutNul(given['title'] ?? read.title),
    lead: read.lead,
    text: withoutNul(read.text),
    author: read.author,
    published: isHinted ? hinted : stated,
    updated: read.updated,
    encoding: read.encoding,
    language: read.language,
    section: read.section,
    attachments: read.attachments,
    warnings: [...read.warnings, ...doubts],
    ...(read.legal != null && { legal: read.legal }),
    snapshot: capture.snapshot,
    capturedAt: capture.capturedAt,
    isSample: about.isSample,
  };
}

/**
 * A database may end a text at U+0000: in what came without the reader of pages, which leaves it out, a sign of the same
 * length stands in its place, as in HTML.
 */
function withoutNul<T extends string | null>(text: T): T | string {
  return text?.includes('\0') === true ? text.replaceAll('\0', '\ufffd') : text;
}

/**
 * A reading of a page or file, as the archive keeps it: the one place where what was read meets what was said beside
 * the bytes, so that a capture reads the same whenever it is read.
 */
import type { Capture } from '../core/archive/captures.ts';
import type { ArticleReading } from '../core/archive/records.ts';
import type { ReadArticle } from './read/article.ts';

/**
 * The reading to keep under `url`, or null when there is nothing to keep: the bytes stay and the reason is in `read`.
 *
 * What was said beside the bytes is believed before the page (`title`, `published`), but a feed's word for the day
 * (`published_hint`) only where the page has none.
 */
export function toReading(
  read: ReadArticle,
  capture: Pick<Capture, 'snapshot' | 'capturedAt' | 'source' | 'given'>,
  about: { readonly url: string; readonly isSample: boolean },
): ArticleReading | null {
  const isWaiting = read.status === 'needs_ocr' || read.status === 'text_unavailable';
  if (read.status !== 'ok' && !isWaiting) return null;
  const { given } = capture;
  const stated = given['published'] ?? read.published;
  const hint = given['published_hint'];
  const isHinted = stated === null && hint !== undefined;
  const doubts = [
    ...(isHinted ? [{ code: 'date-from-list', detail: hint }] : []),
    ...(read.status === 'needs_ocr' ? [{ code: 'needs-ocr', detail: read.error ?? 'no page has text' }] : []),
  ];
  return {
    url: about.url,
    source: capture.source,
    status: read.status === 'ok' ? 'held' : 'text_unavailable',
    title: given['title'] ?? read.title,
    lead: read.lead,
    text: read.text,
    author: read.author,
    published: isHinted ? hint : stated,
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

/**
 * Reads what a capture holds: the same bytes with the same words beside them give the same reading, whether they have
 * just come in (import.ts) or are read again years later (reread.ts).
 *
 * Nothing but the capture decides: dates are doubted against the day of capture, never against today.
 */
import type { KeptCapture } from '../core/archive/captures.ts';
import type { ArticleReading } from '../core/archive/records.ts';
import type { ReadArticle } from './read/article.ts';
import type { ReadSelectors } from './read/html.ts';
import { readArticle } from './read/read.ts';
import { toReading } from './reading.ts';

/** The selectors of a source, undefined for one without any, or for none. */
export type SelectorsOf = (source: string | null) => ReadSelectors | undefined;

export interface CaptureReading {
  readonly read: ReadArticle;
  /** What to keep of it; null when there is nothing to keep, and `read` says why. */
  readonly reading: ArticleReading | null;
}

/**
 * Reads the bytes of a capture as the article at its address. What `given` may say: `title`, `published`, `form` (`text` for
 * bare text), `content_type` and `file_name` where the snapshot's media type is not what these bytes came with.
 */
export async function readCapture(
  bytes: Uint8Array,
  capture: KeptCapture,
  selectorsOf: SelectorsOf,
  isSample: boolean,
): Promise<CaptureReading> {
  const { given, source, url } = capture;
  const whole = await readArticle({
    bytes,
    url: capture.http?.url ?? url,
    contentType: given['content_type'] ?? capture.mediaType,
    fileName: given['file_name'] ?? null,
    selectors: selectorsOf(source),
    now: new Date(capture.capturedAt),
  });
  const read = given['form'] === BARE_TEXT && given['title'] !== undefined ? asBareText(whole, bytes) : whole;
  return { read, reading: toReading(read, capture, { url, isSample }) };
}

/** `given.form` of bytes that are an article's text already, without title and furniture. */
export const BARE_TEXT = 'text';

/** The text came without its title, so nothing of it may be taken for one. */
function asBareText(read: ReadArticle, bytes: Uint8Array): ReadArticle {
  const text = new TextDecoder().decode(bytes);
  const isBlank = text.trim() === '';
  return { ...read, status: isBlank ? 'failed' : 'ok', error: isBlank ? 'the text is empty' : null, text };
}

/** What there is to read, and what its first bytes say it is, before any parser sees it. */
import type { ReadSelectors } from './html.ts';

export interface ReadInput {
  readonly bytes: Uint8Array;
  /** The article's address: http(s), or an urn where it has none. */
  readonly url: string;
  /** The Content-Type header, null when no server said one. */
  readonly contentType: string | null;
  /** The file's name, null for a response. */
  readonly fileName: string | null;
  readonly selectors?: ReadSelectors | undefined;
  /** Publication after this instant (and a day) is doubted; left out, nothing is. */
  readonly now?: Date | undefined;
  /** Of an office file or PDF: every word stays in its place, none is taken for a title, a lead or an author. */
  readonly isWhole?: boolean | undefined;
}

/** Formats that are no readable text by themselves; `zip` and `cfb` are the boxes in which DOCX and DOC come. */
export type BoxedFormat = 'pdf' | 'zip' | 'cfb' | 'rtf';

/**
 * The boxed format that the first bytes announce, null for a page, a text or anything else. Names and headers are not
 * asked: portals serve Word files as `.rtf` and error pages as `.pdf`.
 */
export function tellBox(bytes: Uint8Array): BoxedFormat | null {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, OPENING)).replace(/^(?:ï»¿)?\s+|^ï»¿/, '');
  const box = boxes.find(([mark]) => opening.startsWith(mark))?.[1] ?? null;
  return box ?? (BURIED_PDF.test(opening) ? 'pdf' : null);
}

/** Behind what another program put before it (MacBinary, not gzip); a text that speaks of PDF has no such bytes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: telling binary data by its control characters is the point
const BURIED_PDF = /^(?!\u001F).*?[\u0000-\u0008].*?%PDF-\d/s;

const OPENING = 1024;

/** In latin1 as browsers know it (windows-1252). */
const boxes: readonly (readonly [mark: string, format: BoxedFormat])[] = [
  ['%PDF-', 'pdf'],
  ['{\\rtf', 'rtf'],
  ['PK\u0003\u0004', 'zip'],
  ['PK\u0005\u0006', 'zip'],
  ['\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1', 'cfb'],
];

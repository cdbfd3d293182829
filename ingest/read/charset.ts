/**
 * Bytes → text, and whether they are text at all.
 *
 * Order: byte order mark, UTF-16 without one, UTF-8, Vietnamese in another encoding by its syllables (vietnamese-bytes.ts), what the
 * page declares (meta before header: provincial servers send one header for all their files), what chardet detects. Text comes
 * back exactly as read, byte order mark included, because offsets of citations count in it; `composeText` makes the NFC form that
 * articles are kept in. Fonts that pretend to be an encoding (TCVN3, VNI) and text encoded twice come back as they look in
 * windows-1252, whatever was declared; reading their letters is left to core/citations/legacy-text.ts.
 */
import { detect } from 'chardet';
import { fileTypeFromBuffer } from 'file-type';
import iconv from 'iconv-lite';
import { bufferOf, readMixed, readVietnamese } from './vietnamese-bytes.ts';
import { readTcvn } from './vietnamese-tables.ts';

export type Decoded =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** In lower case: utf-8, windows-1258 … */
      readonly encoding: string;
      /** How many characters could not be decoded and stand as U+FFFD. */
      readonly replaced: number;
    }
  | { readonly kind: 'not-text'; readonly reason: string };

/**
 * Decodes a file or a response body.
 *
 * `declared` is a label (`windows-1258`) or a whole Content-Type header; null when nothing was said.
 * @example await decodeBytes(bytes, 'text/html; charset=windows-1258') // { kind: 'text', encoding: 'windows-1258', … }
 */
export async function decodeBytes(bytes: Uint8Array, declared: string | null): Promise<Decoded> {
  if (UTF8_MARK.every((byte, at) => bytes[at] === byte) && decodeStrictly(bytes) === null) {
    // Editors put the mark of UTF-8 also before files that are none.
    const rest = await decodeBytes(bytes.subarray(UTF8_MARK.length), declared);
    return rest.kind === 'text' ? { ...rest, text: `\uFEFF${rest.text}` } : rest;
  }
  const wide = decodeMarked(bytes) ?? decodeUnmarked(bytes);
  if (wide !== null) return wide;
  const utf8 = decodeStrictly(bytes);
  const binary = await nameBinary(bytes, utf8);
  if (binary !== null) return { kind: 'not-text', reason: binary };
  if (utf8 !== null) return { kind: 'text', text: utf8, encoding: 'utf-8', replaced: 0 };
  const labels = [metaLabel(bytes), headerLabel(declared)].map((label) => canonicalEncoding(label));
  const named = labels.find((encoding) => encoding === 'tcvn' || encoding === 'viscii');
  const vietnamese = named === undefined ? (readMixed(bytes) ?? readVietnamese(bytes)) : null;
  if (vietnamese !== null) return { kind: 'text', ...vietnamese, replaced: countReplaced(vietnamese.text) };
  const detected = canonicalEncoding(detect(bytes.subarray(0, DETECTED_BYTES)));
  return decodeAs(bytes, named ?? labels.find((encoding) => encoding !== null) ?? detected ?? 'windows-1252');
}

/** NFC without byte order marks: the form in which articles are kept. Offsets into the file as read no longer hold in it. */
export function composeText(text: string): string {
  const composed = text.replaceAll('\uFEFF', '').normalize('NFC');
  if (!/[\u0302\u0306]/.test(composed)) return composed;
  return composed.replace(MISORDERED, (letter) => {
    const [base = '', tone = '', hat = ''] = letter.normalize('NFD');
    return `${base}${hat}${tone}`.normalize('NFC');
  });
}

/** Some programs put the tone before the circumflex or the breve; Unicode takes that for another letter. */
const MISORDERED = /[àáãảèéẽẻòóõỏ]\u0302|[àáãả]\u0306/giu;

/** What a file is by its first bytes (`application/pdf`), null where they tell nothing. */
export async function sniffType(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, SNIFFED_BYTES));
  return found === undefined ? null : found.mime;
}

const SNIFFED_BYTES = 256 * 1024;
const DETECTED_BYTES = 64 * 1024;
/** Some pages have their scripts before it. */
const META_BYTES = 64 * 1024;

/** Formats made of readable characters that are still no text: their words stand inside a program. */
const readableFormats: ReadonlySet<string> = new Set(['application/pdf', 'application/rtf', 'application/postscript']);

/** Labels of Vietnamese encodings that browsers never knew. */
const vietnameseLabels: ReadonlyMap<string, string> = new Map([
  ['tcvn', 'tcvn'],
  ['tcvn3', 'tcvn'],
  ['tcvn-5712', 'tcvn'],
  ['x-viet-tcvn5712', 'tcvn'],
  ['viscii', 'viscii'],
  ['x-viet-viscii', 'viscii'],
]);

const UTF8_MARK: readonly number[] = [0xef, 0xbb, 0xbf];
/** The longer marks come first: that of UTF-32 begins with one of UTF-16. */
const marks: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [UTF8_MARK, 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

function decodeMarked(bytes: Uint8Array): Decoded | null {
  const marked = marks.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  return marked === undefined ? null : decodeUnicode(bytes, marked[1]);
}

/**
 * UTF-16 without a mark shows by its zeros: every other byte of whatever is ASCII in it, and hardly one beside them. Of a
 * short text two letters of markup are enough.
 */
function decodeUnmarked(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes;
  const begun = beginMarkup(a, b, c, d);
  if (begun !== null) return decodeUnicode(bytes, begun);
  const wider = tellUnmarked32(bytes);
  if (wider !== null) return decodeUnicode(bytes, wider);
  const units = Math.min(bytes.byteLength, SNIFFED_BYTES) >> 1;
  if (units < FEWEST_UNITS) return null;
  const zeros = [0, 0];
  for (let at = 0; at < 2 * units; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [first = 0, second = 0] = zeros;
  const isWide = Math.max(first, second) > units / 4 && Math.min(first, second) < units / 50;
  return isWide ? decodeUnicode(bytes, first > second ? 'utf-16be' : 'utf-16le') : null;
}

const FEWEST_UNITS = 20;

/** UTF-32 without a mark: two of every four bytes are zero, at one end of each. */
function tellUnmarked32(bytes: Uint8Array): string | null {
  const units = Math.min(bytes.byteLength, SNIFFED_BYTES) >> 2;
  if (units < FEWEST_UNITS || bytes.byteLength % 4 !== 0) return null;
  const isZero = (first: number): boolean => {
    for (let at = first; at < 4 * units; at += 4) if (bytes[at] !== 0 || bytes[at + 1] !== 0) return false;
    return true;
  };
  if (isZero(2)) return isZero(0) ? null : 'utf-32le';
  return isZero(0) ? 'utf-32be' : null;
}

function decodeUnicode(bytes: Uint8Array, encoding: string): Decoded {
  const text = encoding.startsWith('utf-32')
    ? iconv.decode(bufferOf(bytes), encoding, { stripBOM: false })
    : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  if (holdsControls(text)) return { kind: 'not-text', reason: 'It begins like text but holds control bytes.' };
  return { kind: 'text', text, encoding, replaced: countReplaced(text) };
}

/** Two letters of markup, every other byte of them zero: UTF-16 that was sent without its mark. */
function beginMarkup(a = 1, b = 1, c = 1, d = 1): string | null {
  if (b === 0 && d === 0 && isMarkup(a, c)) return 'utf-16le';
  return a === 0 && c === 0 && isMarkup(b, d) ? 'utf-16be' : null;
}

function isMarkup(first: number, second: number): boolean {
  return /^(?:<[!?a-z]|\s[\s<])$/i.test(String.fromCharCode(first, second));
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The reason why bytes are no text, null when they are. Signatures of two letters (BM, MZ) also begin honest words, so
 * clean UTF-8 is believed over them.
 */
async function nameBinary(bytes: Uint8Array, utf8: string | null): Promise<string | null> {
  const type = await sniffType(bytes);
  const isClean = utf8 !== null && !holdsControls(utf8);
  if (type !== null && readableFormats.has(type)) return `The file is ${type}, not text.`;
  if (isClean) return null;
  if (type !== null && !type.endsWith('xml')) return `The file is ${type}, not text.`;
  return holdsControls(new TextDecoder('latin1').decode(bytes))
    ? 'It holds control bytes, so it is binary data and not text.'
    : null;
}

/** One in so many characters is a slip of whoever pasted the text; more of them are data. */
const CHARACTERS_TO_CONTROL = 200;

function holdsControls(text: string): boolean {
  return countMatches(text.replace(PADDING, ''), CONTROLS) * CHARACTERS_TO_CONTROL > text.length;
}

/** Old programs fill up their files with zeros, or end them with a mark of their own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: telling binary data by its control characters is the point
const PADDING = /[\u0000\u001A]+$/;
// Tab, line feed, vertical tab, form feed, carriage return and escape do occur in text files.
// biome-ignore lint/suspicious/noControlCharactersInRegex: telling binary data by its control characters is the point
const CONTROLS = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g;

/** The charset a page names in its own head, as XML or in a meta that is no comment. */
function metaLabel(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, META_BYTES));
  const [, declared] = /^\s{0,20}<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([\w.:-]{2,40})/i.exec(head) ?? [];
  const shown = head.replace(/<!--.{0,4000}?-->/gs, '');
  return /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})/i.exec(shown)?.[1] ?? declared ?? null;
}

/** `text/html; charset=utf-8,gbk` → utf-8; a bare label is one already. */
function headerLabel(declared: string | null): string | null {
  if (declared === null) return null;
  const inside = /charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})/i.exec(declared)?.[1];
  return inside ?? (/^[\w.:-]{2,40}$/.test(declared.trim()) ? declared.trim() : null);
}

/** The standard's name of a label, so that a hostile one (iconv also knows `base64` and `hex`) decodes nothing. */
function canonicalEncoding(label: string | null): string | null {
  if (label === null) return null;
  const lower = label.toLowerCase();
  const vietnamese = vietnameseLabels.get(lower);
  if (vietnamese !== undefined) return vietnamese;
  try {
    const { encoding } = new TextDecoder(lower);
    return iconv.encodingExists(encoding) && !encoding.startsWith('utf-16') ? encoding : null;
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  const text = encoding === 'tcvn' ? readTcvn(bufferOf(bytes)) : iconv.decode(bufferOf(bytes), decoderOf(encoding));
  return { kind: 'text', text, encoding, replaced: countReplaced(text) };
}

/** GBK is read as the larger encoding it became part of, as the standard says: all letters of Unicode may stand in it. */
function decoderOf(encoding: string): string {
  return encoding === 'gbk' ? 'gb18030' : encoding;
}

function countReplaced(text: string): number {
  return countMatches(text, /\uFFFD/gu);
}

function countMatches(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}

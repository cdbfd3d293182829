/**
 * Bytes → text, and whether they are text at all.
 *
 * Order: byte order mark, strict UTF-8, what the page declares (meta before header: provincial servers send one header
 * for all their files), what chardet detects. Text comes back exactly as read, byte order mark included, because offsets of
 * citations count in it; `composeText` makes the NFC form that articles are kept in.
 * Fonts that pretend to be an encoding (TCVN3, VNI) and text encoded twice come back as they look in windows-1252, whatever
 * was declared; reading their letters is left to core/citations/legacy-text.ts.
 */
import { detect } from 'chardet';
import { fileTypeFromBuffer } from 'file-type';
import iconv from 'iconv-lite';
import { readLegacyText } from '../../core/citations/legacy-text.ts';

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
  const marked = decodeMarked(bytes);
  if (marked !== null) return marked;
  const utf8 = decodeStrictly(bytes);
  const binary = await nameBinary(bytes, utf8);
  if (binary !== null) return { kind: 'not-text', reason: binary };
  if (utf8 !== null) return { kind: 'text', text: utf8, encoding: 'utf-8', replaced: 0 };
  for (const label of [metaLabel(bytes), headerLabel(declared), detect(bytes.subarray(0, DETECTED_BYTES))]) {
    const encoding = label === null ? null : canonicalEncoding(label);
    if (encoding === null) continue;
    const isNamed = encoding === 'tcvn' || encoding === 'viscii';
    return (isNamed ? null : decodeTyped(bytes)) ?? decodeLegacy(bytes, encoding);
  }
  return decodeTyped(bytes) ?? decodeLegacy(bytes, 'windows-1252');
}

/** NFC without byte order marks: the form in which articles are kept. Offsets into the file as read no longer hold in it. */
export function composeText(text: string): string {
  return text.replaceAll('\uFEFF', '').normalize('NFC');
}

/** What a file is by its first bytes (`application/pdf`), null where they tell nothing. */
export async function sniffType(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, SNIFFED_BYTES));
  return found === undefined ? null : found.mime;
}

const SNIFFED_BYTES = 256 * 1024;
const DETECTED_BYTES = 64 * 1024;
const META_BYTES = 4096;

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

function decodeMarked(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes;
  const encoding =
    a === 0xef && b === 0xbb && c === 0xbf
      ? 'utf-8'
      : a === 0xff && b === 0xfe
        ? 'utf-16le'
        : a === 0xfe && b === 0xff
          ? 'utf-16be'
          : markup(a, b, c, d);
  if (encoding === null) return null;
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  if (hasControls(text)) return { kind: 'not-text', reason: 'It begins like text but holds control bytes.' };
  return { kind: 'text', text, encoding, replaced: countReplaced(text) };
}

/** Two letters of markup, every other byte of them zero: UTF-16 that was sent without its mark. */
function markup(a = 1, b = 1, c = 1, d = 1): string | null {
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
  const isClean = utf8 !== null && !hasControls(utf8);
  if (type !== null && readableFormats.has(type)) return `The file is ${type}, not text.`;
  if (isClean) return null;
  if (type !== null && !type.endsWith('xml')) return `The file is ${type}, not text.`;
  const controls = controlBytes(bytes);
  return controls === 0 ? null : `It holds ${controls} control bytes, so it is binary data and not text.`;
}

function hasControls(text: string): boolean {
  return CONTROLS.test(text);
}

// Tab, line feed, vertical tab, form feed, carriage return and escape do occur in text files.
// biome-ignore lint/suspicious/noControlCharactersInRegex: telling binary data by its control characters is the point
const CONTROLS = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/;

function controlBytes(bytes: Uint8Array): number {
  let found = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) found += 1;
  return found;
}

/** The charset a page names in its own head; only bytes that look like markup are asked. */
function metaLabel(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, META_BYTES));
  return /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})/i.exec(head)?.[1] ?? null;
}

/** `text/html; charset=utf-8,gbk` → utf-8; a bare label is one already. */
function headerLabel(declared: string | null): string | null {
  if (declared === null) return null;
  const inside = /charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{2,40})/i.exec(declared)?.[1];
  return inside ?? (/^[\w.:-]{2,40}$/.test(declared.trim()) ? declared.trim() : null);
}

/** The standard's name of a label, so that a hostile one (iconv also knows `base64` and `hex`) decodes nothing. */
function canonicalEncoding(label: string): string | null {
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

/** What was typed for a legacy font; its letters would be taken for windows-1258 or a language of the detector's choice. */
function decodeTyped(bytes: Uint8Array): Decoded | null {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'windows-1252');
  const legacy = readLegacyText(text);
  // Bytes of UTF-8 with a fault in them look as if they were encoded twice.
  return legacy === null || legacy.encoding === 'double-utf-8'
    ? null
    : { kind: 'text', text, encoding: 'windows-1252', replaced: 0 };
}

/** Windows-1258 is often declared as its western neighbour: it shows by marks that combine with the vowel before them. */
function decodeLegacy(bytes: Uint8Array, encoding: string): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (encoding === 'windows-1252') {
    const vietnamese = iconv.decode(buffer, 'windows-1258');
    if (countMatches(vietnamese, /[aeiouyăâêôơư][\u0300\u0301\u0303\u0309\u0323]/giu) >= 3) {
      return { kind: 'text', text: vietnamese, encoding: 'windows-1258', replaced: countReplaced(vietnamese) };
    }
  }
  const text = iconv.decode(buffer, encoding);
  return { kind: 'text', text, encoding, replaced: countReplaced(text) };
}

function countReplaced(text: string): number {
  return countMatches(text, /\uFFFD/gu);
}

function countMatches(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}

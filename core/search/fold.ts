/**
 * One spelling for searching: no accents, no case, đ as d, and words as runs of letters and digits.
 *
 * Folding keeps the length, so that a place found in the folded text is the same place in the original: that is what
 * lets highlights be drawn without a second index. It is for search only; reading codes (core/citations) folds by
 * its own rules. Engines must split words exactly as here, which is why they are given `spellForIndex` and not raw text.
 */
import type { Span } from '../citations/citation.ts';

export interface Word extends Span {
  /** Folded, without stray combining marks. */
  readonly word: string;
}

/** Stands between entries of a list (codes, people), where no phrase may reach across. Private use: nobody types it. */
export const entryBreak = '\u{E000}';

const separator = 0;
const mark = 2;

/** Everything folded, per UTF-16 code unit. Above the Latin and Greek blocks nothing has accents that we search by. */
const foldTable = buildFoldTable();
const partTable = buildPartTable();

/**
 * Length-preserving on any text; on NFC text every Vietnamese letter loses its marks.
 *
 * @example foldWords('Đảng ủy – HĐND') // 'dang uy – hdnd'
 */
export function foldWords(text: string): string {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = foldTable[text.charCodeAt(at)] ?? 0;
  return toText(units);
}

/**
 * The words of a text with their places in it.
 *
 * @example splitWords('21-NQ/TU') // words '21', 'nq', 'tu'
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isWordPart(text.charCodeAt(at))) continue;
    const start = at;
    while (at < text.length && isWordPart(text.charCodeAt(at))) at++;
    const word = spellForIndex(text.slice(start, at));
    if (word !== '') words.push({ word, start, end: at });
  }
  return words;
}

/** The folded words of a text, one blank between them: the form that engines index. */
export function spellForIndex(text: string): string {
  const units = new Uint16Array(text.length);
  let length = 0;
  let isGap = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const part = partTable[unit];
    if (part === separator) isGap = length > 0;
    else if (part !== mark) {
      if (isGap) units[length++] = 0x20;
      isGap = false;
      units[length++] = foldTable[unit] ?? 0;
    }
  }
  return toText(units.subarray(0, length));
}

/** Whether this code unit belongs to a word: a letter, a digit, or a mark upon one. */
export function isWordPart(unit: number): boolean {
  return (partTable[unit] ?? separator) !== separator;
}

function buildFoldTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (let unit = 0; unit < 0x2000; unit++) {
    const letter = String.fromCharCode(unit).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    if (letter.length === 1) table[unit] = letter.charCodeAt(0);
  }
  // Eth looks like Đ and is typed or pasted for it.
  for (const letter of 'đĐðÐ') table[letter.charCodeAt(0)] = 'd'.charCodeAt(0);
  return table;
}

function buildPartTable(): Uint8Array {
  const letter = /[\p{L}\p{N}]/u;
  const table = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
    letter.test(String.fromCharCode(unit)) ? 1 : separator,
  );
  return table.fill(mark, 0x300, 0x370);
}

/** Keeps lone surrogates, which a TextDecoder would replace. */
function toText(units: Uint16Array): string {
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le');
}

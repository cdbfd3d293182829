/**
 * Folds a text for matching while keeping the way back to it.
 *
 * Printed Vietnamese varies in ways that NFC does not unify: uỷ/ủy, Ð for Đ, en dashes, no-break and zero-width
 * spaces, Cyrillic and full-width look-alikes, entities and tags left by a careless export. The folded copy is lower
 * case without marks (đ as d), one dash, one slash; a run of blanks is one space, with a line end in it `\n`, with two
 * `\f`. What the fold loses is never lost to the reader: whoever needs the difference between TƯ and TU looks at the
 * original, through `startOf`, `endOf` and `composeSlice`.
 */

export interface FoldedText {
  readonly original: string;
  /** Lower-case, unmarked copy; not necessarily as long as the original. */
  readonly text: string;
  /** Offset in the original of the folded character at `index` (its length for `index === text.length`). */
  startOf(index: number): number;
  /** Offset in the original just behind the folded character before `index`. */
  endOf(index: number): number;
  /** The original slice that stands for the folded range. */
  slice(start: number, end: number): string;
}

const DASHES = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d';
const SLASHES = '\u2044\u2215\uff0f';
const INVISIBLE = '\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f';
/** Letters of other scripts that a copied font or a keyboard slip puts for Latin ones, and what they look like. */
const FOREIGN = 'АВЕКМНОРСТХУІЅЈавекмнорстхуіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο';
const LATIN = 'abekmhopctxyisjabekmhopctxyisjabezhikmnoptyxo';
const BARRED_D = 'đĐðÐɖƉ';

/** Folded code unit per UTF-16 code unit; DELETE drops it, SPECIAL needs a look at what follows. */
const DELETE = 0;
const SPECIAL = 0xffff;
const SPACE = 0x20;
const LINE_END = 0x0a;
const BLANK_LINE = 0x0c;
/** Stands for a sign that is no letter, digit or separator of ours. */
const OTHER_SIGN = 0x25a1;
const TABLE = buildTable();
/** Letters that stand for themselves: ASCII and composed Vietnamese, without the other barred d's. */
const AS_PRINTED = /^[ -~À-ÏÑ-ïñ-ƀƠơƯưẠ-ỹ]*$/;
const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '-',
  mdash: '-',
  shy: '\u00ad',
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  ETH: 'Đ',
  eth: 'đ',
  Dstrok: 'Đ',
  dstrok: 'đ',
};
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;
const TAG = /<\/?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>]{0,200})?\/?>/y;
const BLOCK_TAG = /^<\/?(?:br|p|div|li|td|th|tr|h[1-6])\b/i;

/** Folds `original` in one pass; linear in its length. */
export function foldText(original: string): FoldedText {
  const length = original.length;
  const codes = new Uint16Array(length);
  let starts: Int32Array | null = null;
  let ends: Int32Array | null = null;
  let out = 0;
  let index = 0;
  while (index < length) {
    const code = original.charCodeAt(index);
    let next = index + 1;
    let emitted = TABLE[code] ?? code;
    if (emitted === SPECIAL) {
      const special = foldSpecial(original, index, code);
      next = special.next;
      emitted = special.code;
    }
    const last = out > 0 ? (codes[out - 1] ?? 0) : 0;
    const joinsRun = isBlank(emitted) && isBlank(last);
    if (starts === null && (emitted === DELETE || joinsRun || next !== index + 1)) {
      starts = identity(length, out);
      ends = identity(length, out, 1);
    }
    if (joinsRun) {
      codes[out - 1] = joinBlanks(last, emitted);
      if (ends !== null) ends[out - 1] = next;
    } else if (emitted !== DELETE) {
      codes[out] = emitted;
      if (starts !== null && ends !== null) {
        starts[out] = index;
        ends[out] = next;
      }
      out += 1;
    } else if (isCombining(code) && ends !== null && out > 0) {
      ends[out - 1] = next;
    }
    index = next;
  }
  const text = decode(codes.subarray(0, out));
  const from = starts;
  const to = ends;
  const startOf = (at: number): number => {
    const index = Math.max(at, 0);
    if (index >= out) return length;
    return from === null ? index : (from[index] ?? 0);
  };
  const endOf = (at: number): number => {
    if (at <= 0) return 0;
    return to === null ? Math.min(at, out) : (to[Math.min(at, out) - 1] ?? 0);
  };
  return { original, text, startOf, endOf, slice: (start, end) => original.slice(startOf(start), endOf(end)) };
}

/** Folds a word or symbol for use as a key: `Nghị quyết` → `nghi quyet`, `NQ-HĐND` → `nq-hdnd`. */
export function foldKey(word: string): string {
  const composed = word.normalize('NFC');
  let key = '';
  for (let at = 0; at < composed.length; at += 1) {
    const folded = TABLE[composed.charCodeAt(at)] ?? SPECIAL;
    // Words are mostly plain; whatever needs a look at its neighbours goes the long way.
    if (folded === SPECIAL || folded === DELETE || (isBlank(folded) && !/\S$/.test(key)))
      return foldText(composed).text;
    key += String.fromCharCode(folded);
  }
  return key;
}

/**
 * What the folded range looks like in print, one composed character for each folded one: marks and case are kept,
 * while entities, look-alikes of other scripts, Ð, tags and soft hyphens are read as what they stand for.
 */
export function composeSlice(folded: FoldedText, start: number, end: number): string {
  const last = Math.min(end, folded.text.length);
  const raw = folded.slice(start, last);
  if (raw.length === last - start && AS_PRINTED.test(raw)) return raw;
  let text = '';
  for (let at = start; at < last; at += 1) {
    text += composeUnit(folded.slice(at, at + 1), folded.text[at] ?? '');
  }
  return text;
}

function composeUnit(raw: string, plain: string): string {
  if (isBlank(plain.charCodeAt(0))) return plain;
  const code = raw.charCodeAt(0);
  if (raw.length === 1 && code < 0x80) return raw;
  ENTITY.lastIndex = 0;
  const entity = raw.length > 1 && code === 0x26 ? ENTITY.exec(raw) : null;
  const printed = entity === null ? raw : (decodeEntity(entity) ?? plain);
  const composed = printed.normalize('NFKC').replace(/[ÐƉ]/g, 'Đ').replace(/[ðɖ]/g, 'đ');
  if (composed.length === 1 && /[\p{Script=Latin}\p{N}]/u.test(composed)) return composed;
  return /^\p{Lu}/u.test(composed) ? plain.toUpperCase() : plain;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === LINE_END || code === BLANK_LINE;
}

/** A lone line end may stand inside a code; two of them end a paragraph. */
function joinBlanks(a: number, b: number): number {
  if (a === SPACE) return b;
  if (b === SPACE) return a;
  return BLANK_LINE;
}

function foldSpecial(text: string, index: number, code: number): { next: number; code: number } {
  if (code === 0x26) {
    ENTITY.lastIndex = index;
    const match = ENTITY.exec(text);
    if (match === null) return { next: index + 1, code };
    return { next: index + match[0].length, code: foldEntity(match) };
  }
  if (code === 0x3c) {
    TAG.lastIndex = index;
    const match = TAG.exec(text);
    if (match === null) return { next: index + 1, code };
    return { next: index + match[0].length, code: BLOCK_TAG.test(match[0]) ? SPACE : DELETE };
  }
  // A surrogate pair: mathematical letters and digits fold to plain ones, anything else is one foreign sign.
  const point = text.codePointAt(index) ?? code;
  if (point <= 0xffff) return { next: index + 1, code: OTHER_SIGN };
  const plain = String.fromCodePoint(point).normalize('NFKC');
  const unit = plain.length === 1 ? plain.charCodeAt(0) : OTHER_SIGN;
  return { next: index + 2, code: unit < 0xd800 ? (TABLE[unit] ?? unit) : OTHER_SIGN };
}

function foldEntity(match: RegExpExecArray): number {
  const char = decodeEntity(match);
  if (char === null) return OTHER_SIGN;
  const code = char.charCodeAt(0);
  const folded = TABLE[code] ?? code;
  return folded === SPECIAL ? code : folded;
}

/** The character an entity stands for; of `&acirc;`, `&Agrave;` … the bare letter. Null for one we do not know. */
function decodeEntity([, decimal, hex, name]: RegExpExecArray): string | null {
  if (name !== undefined) {
    const marked = /^([a-zA-Z])(?:acute|grave|circ|tilde|uml|ring|cedil|caron)$/.exec(name);
    return NAMED_ENTITIES[name] ?? marked?.[1] ?? null;
  }
  const point = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
  return point > 0 && point < 0xd800 ? String.fromCharCode(point) : null;
}

function isCombining(code: number): boolean {
  return code >= 0x300 && code <= 0x36f;
}

function identity(length: number, used: number, plus = 0): Int32Array {
  const map = new Int32Array(length + 1);
  for (let at = 0; at < used; at += 1) map[at] = at + plus;
  return map;
}

/** The units as one flat string; Reflect.apply takes the array as it is, which a spread would walk. */
function decode(codes: Uint16Array): string {
  const chunk = 0x2000;
  const parts: string[] = [];
  for (let at = 0; at < codes.length; at += chunk) {
    parts.push(Reflect.apply(String.fromCharCode, null, codes.subarray(at, at + chunk)));
  }
  return parts.join('');
}

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) table[code] = foldUnit(code);
  return table;
}

function foldUnit(code: number): number {
  if (code === 0x26 || code === 0x3c || (code >= 0xd800 && code <= 0xdfff)) return SPECIAL;
  if (code === LINE_END || code === 0x2028) return LINE_END;
  if (code === BLANK_LINE || code === 0x2029) return BLANK_LINE;
  const char = String.fromCharCode(code);
  if (code < 0x80) return /\s/.test(char) ? SPACE : char.toLowerCase().charCodeAt(0);
  if (DASHES.includes(char)) return 0x2d;
  if (SLASHES.includes(char)) return 0x2f;
  if (INVISIBLE.includes(char) || isCombining(code)) return DELETE;
  if (/\s/.test(char)) return SPACE;
  if (BARRED_D.includes(char)) return 0x64;
  const foreign = FOREIGN.indexOf(char);
  if (foreign >= 0) return LATIN.charCodeAt(foreign);
  // Superscripts and circled digits are footnote marks: `NĐ-CP²` must not become a longer symbol, `18²` another number.
  if (/\p{No}/u.test(char)) return code;
  const bare = char
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return bare.length === 1 && bare.charCodeAt(0) !== DELETE ? bare.charCodeAt(0) : code;
}

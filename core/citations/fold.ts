/**
 * Folds a text for matching while keeping the way back to it.
 *
 * Printed Vietnamese varies in ways that NFC does not unify: uỷ/ủy, Ð for Đ, en dashes, no-break and zero-width
 * spaces, Cyrillic and full-width look-alikes, entities and tags left by a careless export. The folded copy is lower
 * case without marks (đ as d), one dash, one slash; a run of blanks is one space, with a line end in it `\n`, with two
 * `\f`. What the fold loses is never lost to the reader: whoever needs the difference between TƯ and TU looks at the
 * original, through `startOf`, `endOf` and `composeSlice`.
 *
 * Longer than 300 lines because what a character folds to, and how the folded one is read back, are one decision.
 */
import { resolveEntities } from './entities.ts';
import { noteTurns } from './fold-turns.ts';
import { findLandmarks, type Landmarks } from './landmarks.ts';

export interface FoldedText {
  readonly original: string;
  /** Lower-case, unmarked copy; not necessarily as long as the original. */
  readonly text: string;
  readonly landmarks: Landmarks;
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
/** Quotes fold to four: « and » for those that open or close, " and ' for the rest. */
const QUOTES: Readonly<Record<string, number>> = { '“': 0xab, '„': 0xab, '‟': 0xab, '”': 0xbb, '‘': 0x27, '’': 0x27 };
/** Letters of other scripts that a copied font or a keyboard slip puts for Latin ones, and what they look like. */
const FOREIGN = 'АВЕКМНОРСТХУІЅЈавекмнорстхуіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο';
const LATIN = 'abekmhopctxyisjabekmhopctxyisjabezhikmnoptyxo';
const BARRED_D = 'đĐðÐɖƉ';

/**
 * Folded code per UTF-16 code unit; DELETE drops it, SPECIAL needs a look at what follows. All of them fit one byte, so
 * that folded texts take half the room and patterns run over them faster.
 */
const DELETE = 0;
const SPECIAL = 1;
const SPACE = 0x20;
const LINE_END = 0x0a;
const BLANK_LINE = 0x0c;
/** Stands for a sign that is no letter, digit or separator of ours. */
const OTHER_SIGN = 0xa4;
/** Stands before a footnote's digits, or for them. */
export const FOOTNOTE_SIGN = 0xb9;
/** Ideographs, syllables of Hangul and private signs, more than half of all characters, are other signs. */
const OTHERS: readonly (readonly [number, number])[] = [
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
  [0xe000, 0xf8ff],
];
const TABLE = buildTable();
/** 1 for each letter that stands for itself: ASCII and composed Vietnamese, without the other barred d's. */
const PLAIN_LETTERS = Uint8Array.from({ length: 0x1efa }, (_, code) =>
  /[ -~À-ÏÑ-ïñ-ƀƠơƯưẠ-ỹ]/.test(String.fromCharCode(code)) ? 1 : 0,
);
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
/** An entity, also one that was coded twice: `&amp;nbsp;`. */
const ENTITY = /&(?:amp;)?(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;
const TAG = /<\/?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>]{0,200})?\/?>/y;
/** What stands in it is a footnote's mark or a unit's power, never a digit of the code before it. */
const FOOTNOTE_TAG = /^<(?:sup|sub)\b/i;
const BLOCK_TAG = /^<\/?(?:br|p|div|li|td|th|tr|h[1-6])\b/i;

/** Where a text is laid out for folding, since bytes are read faster than a string: its code units, and what they fold to. */
interface Room {
  readonly bytes: Buffer;
  /** The same bytes, two at a time. */
  readonly units: Uint16Array;
  readonly codes: Buffer;
}

function makeRoom(length: number): Room {
  const bytes = Buffer.allocUnsafeSlow(2 * length);
  return { bytes, units: new Uint16Array(bytes.buffer), codes: Buffer.allocUnsafeSlow(length) };
}

/** Texts up to this length take turns in one room. */
const USUAL_LENGTH = 0x10000;
const usualRoom = makeRoom(USUAL_LENGTH);

/** Folds `original` in one pass; linear in its length. */
export function foldText(original: string): FoldedText {
  const length = original.length;
  const room = length <= USUAL_LENGTH ? usualRoom : makeRoom(length);
  const { bytes, units, codes } = room;
  bytes.write(original, 'utf16le');
  const turns = noteTurns();
  let out = 0;
  for (let index = 0; index < length; ) {
    const run = foldPlain(room, index, length, out);
    out += run;
    index += run;
    if (index === length) break;
    const code = units[index] ?? 0;
    const plain = TABLE[code] ?? OTHER_SIGN;
    const last = out === 0 ? 0 : (codes[out - 1] ?? 0);
    const { next, code: emitted } =
      plain === SPECIAL ? foldSpecial(original, index, code) : { next: index + 1, code: plain };
    if (emitted === DELETE) {
      // A combining mark belongs to its letter; what else is dropped belongs to nothing.
      if (isCombining(code) && out > 0) turns.stretch(out - 1, next);
      turns.skipTo(out, next);
    } else if (isBlank(emitted) && isBlank(last)) {
      codes[out - 1] = joinBlanks(last, emitted);
      turns.stretch(out - 1, next);
      turns.skipTo(out, next);
    } else {
      codes[out] = emitted;
      out += 1;
      if (next !== index + 1) {
        turns.stretch(out - 1, next);
        turns.skipTo(out, next);
      }
    }
    index = next;
  }
  const text = codes.toString('latin1', 0, out);
  const landmarks = findLandmarks(codes, out);
  const startOf = (at: number): number => (at >= out ? length : turns.startOf(Math.max(at, 0)));
  const endOf = (at: number): number => (at <= 0 ? 0 : turns.endOf(Math.min(at, out) - 1));
  return {
    original,
    text,
    landmarks,
    startOf,
    endOf,
    slice: (start, end) => original.slice(startOf(start), endOf(end)),
  };
}

/**
 * Folds letters, digits, signs and single spaces, nearly all of a text, which stand one for one: those from `index` on, to
 * `out` on. Tells how many there were.
 */
function foldPlain({ units, codes }: Room, index: number, length: number, out: number): number {
  let last = out === 0 ? 0 : (codes[out - 1] ?? 0);
  let at = index;
  let to = out;
  while (at < length) {
    const plain = TABLE[units[at] ?? 0] ?? OTHER_SIGN;
    // Both numbers are negative behind a blank only: one look at their sign takes no guess at where words end.
    if (plain < SPACE || ((plain - BEHIND_SPACE) & (last - BEHIND_SPACE)) < 0) break;
    codes[to] = plain;
    last = plain;
    at += 1;
    to += 1;
  }
  return at - index;
}

const BEHIND_SPACE = SPACE + 1;

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
  const isOneForOne = raw.length === last - start;
  if (isOneForOne && isPlainPrint(raw)) return raw;
  let text = '';
  for (let at = start; at < last; at += 1) {
    const unit = isOneForOne ? raw.charAt(at - start) : folded.slice(at, at + 1);
    text += composeUnit(unit, folded.text[at] ?? '');
  }
  return text;
}

/** Nothing but letters that stand for themselves, digits, ASCII signs and spaces: what NFC and folding leave one for one. */
export function isPlainPrint(raw: string): boolean {
  for (let at = 0; at < raw.length; at += 1) if (PLAIN_LETTERS[raw.charCodeAt(at)] !== 1) return false;
  return true;
}

function composeUnit(raw: string, plain: string): string {
  if (isBlank(plain.charCodeAt(0))) return plain;
  const code = raw.charCodeAt(0);
  if (raw.length === 1 && (code < 0x80 || PLAIN_LETTERS[code] === 1)) return raw;
  if (plain === '-' || plain === '/') return plain;
  return composeStrange(raw, plain);
}

function composeStrange(raw: string, plain: string): string {
  const code = raw.charCodeAt(0);
  const printed = raw.length > 1 && code === 0x26 ? resolveEntities(raw) : raw;
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
    // `LĐ-TB&XH;` is no entity.
    if (match === null || isSymbol(match[3])) return { next: index + 1, code };
    return { next: index + match[0].length, code: foldEntity(match) };
  }
  if (code === 0x3c) {
    TAG.lastIndex = index;
    const match = TAG.exec(text);
    if (match === null) return { next: index + 1, code };
    const next = index + match[0].length;
    if (FOOTNOTE_TAG.test(match[0])) return { next, code: FOOTNOTE_SIGN };
    return { next, code: BLOCK_TAG.test(match[0]) ? SPACE : DELETE };
  }
  if (code === 0x2a) return foldStress(text, index);
  // A surrogate pair: mathematical letters and digits fold to plain ones, anything else is one foreign sign.
  const point = text.codePointAt(index) ?? code;
  if (point <= 0xffff) return { next: index + 1, code: OTHER_SIGN };
  const plain = String.fromCodePoint(point).normalize('NFKC');
  const unit = plain.length === 1 ? plain.charCodeAt(0) : OTHER_SIGN;
  const folded = TABLE[unit] ?? OTHER_SIGN;
  return { next: index + 2, code: folded === SPECIAL || folded === DELETE ? OTHER_SIGN : folded };
}

/** The stress marks of a text laid out by signs: `số **56-CP**`; between two words (`TTg*ngày`) they stand for the space. */
function foldStress(text: string, index: number): { next: number; code: number } {
  let next = index + 1;
  while (text[next] === '*') next += 1;
  const isBetweenWords = IS_LETTER.test(text[index - 1] ?? ' ') && IS_LETTER.test(text[next] ?? ' ');
  return { next, code: isBetweenWords ? SPACE : DELETE };
}

const IS_LETTER = /\p{L}/u;

/** Capitals that name no character are letters of a symbol: `TB&XH;`. */
function isSymbol(name: string | undefined): boolean {
  return name !== undefined && /^[A-Z]{2,}$/.test(name) && NAMED_ENTITIES[name] === undefined;
}

function foldEntity(match: RegExpExecArray): number {
  const char = decodeEntity(match);
  if (char === null) return OTHER_SIGN;
  const code = char.charCodeAt(0);
  const folded = TABLE[code] ?? OTHER_SIGN;
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

function buildTable(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(OTHER_SIGN);
  for (let code = 0; code < 0x10000; code += 1) {
    if (!OTHERS.some(([first, last]) => code >= first && code <= last)) table[code] = foldUnit(code);
  }
  return table;
}

function foldUnit(code: number): number {
  if (code === 0x26 || code === 0x2a || code === 0x3c || (code >= 0xd800 && code <= 0xdfff)) return SPECIAL;
  if (code === LINE_END || code === 0x2028) return LINE_END;
  if (code === BLANK_LINE || code === 0x2029) return BLANK_LINE;
  const char = String.fromCharCode(code);
  if (code < 0x80 && /\s/.test(char)) return SPACE;
  if (code < SPACE) return code === 0 ? DELETE : OTHER_SIGN;
  // A backslash is a slip for the slash.
  if (char === '\\') return 0x2f;
  if (code < 0x80) return char.toLowerCase().charCodeAt(0);
  if (DASHES.includes(char)) return 0x2d;
  if (SLASHES.includes(char)) return 0x2f;
  if (INVISIBLE.includes(char) || isCombining(code)) return DELETE;
  if (/\s/.test(char)) return SPACE;
  if (BARRED_D.includes(char)) return 0x64;
  const foreign = FOREIGN.indexOf(char);
  if (foreign >= 0) return LATIN.charCodeAt(foreign);
  const quote = QUOTES[char];
  if (quote !== undefined) return quote;
  // Superscripts and circled digits are footnote marks: `NĐ-CP²` must not become a longer symbol, `18²` another number.
  if (/\p{No}/u.test(char)) return code <= 0xff ? code : FOOTNOTE_SIGN;
  const bare = char
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const folded = bare.length === 1 ? bare.charCodeAt(0) : code;
  return folded > SPACE && folded <= 0xff ? folded : OTHER_SIGN;
}

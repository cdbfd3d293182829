/**
 * A page or text whose letters went through a wrong table on their way → the same with its letters.
 *
 * A program read the bytes of UTF-8, TCVN3, VISCII or windows-1258 by the table of another encoding and saved what it saw, as letters
 * or as their entities; or the letters were spelled in ASCII for mail (VIQR, UTF-7, quoted-printable) or as programs write them (\u1ed9). Only what
 * then makes Vietnamese of nearly every word, and made none before, is believed. Tags stay as they are: what stands between them
 * is read, each stretch by itself.
 */
import iconv from 'iconv-lite';
import { readLegacyText } from '../../core/citations/legacy-text.ts';
import { isSyllable } from '../../core/citations/syllable.ts';
import { weighWords } from './vietnamese-bytes.ts';

export interface Respelled {
  readonly text: string;
  /** What it was, and by which table it was read: `utf-8 as windows-1258`, `viqr`. */
  readonly encoding: string;
}

/**
 * The text with its letters, null where it has them or no way leads to them.
 * @example respell('Thu+o+`ng tru+.c Tha`nh u?y …') // { encoding: 'viqr', text: 'Thường trực Thành ủy …' }
 */
export function respell(given: string): Respelled | null {
  if (BEYOND_LATIN1.test(given)) return null;
  const text = given.replace(ENTITY, readLatin1Entity);
  const isPage = /<\/?[a-z]/i.test(text);
  const ways = /[\u0080-\uFFFF]/.test(text) ? [...wrongTables, ...spellings] : spellings;
  const known = ways.filter(({ isOfPrograms }) => !isPage || isOfPrograms !== true);
  const open = known.filter(({ mark }) => countAtMost(text, mark, FEWEST_MARKS) >= FEWEST_MARKS);
  if (open.length === 0) return null;
  const before = worthOf(text);
  let best: Respelled | null = null;
  let most = Math.max(before, 0) + FEWEST_WORDS;
  for (const { encoding, read, isOfTags } of open) {
    const found =
      isOfTags === true ? (read(text) ?? text) : text.replace(STRETCH, (stretch) => read(stretch) ?? stretch);
    const worth = found === text ? 0 : worthOf(found);
    if (worth > most) [best, most] = [{ text: found, encoding }, worth];
  }
  return best;
}

/** Letters of Vietnamese that no wrong table shows: an ordinary page has one in its first line, so it costs nothing. */
const BEYOND_LATIN1 = /[\u1EA0-\u1EF9]/;
/** Between two tags, or between line ends. */
const STRETCH = /[^<>\n]+/g;
const FEWEST_MARKS = 8;
const FEWEST_WORDS = 8;
/** So many syllables make up for one word that is none. */
const SYLLABLES_TO_OTHER = 4;
const WEIGHED = 60_000;

/** Syllables more than strange words would allow; a font's letters count as what they stand for. */
function worthOf(text: string): number {
  const shown = text.slice(0, WEIGHED);
  const { syllables, others } = weighWords(readLegacyText(shown)?.text ?? shown);
  return syllables - SYLLABLES_TO_OTHER * others;
}

interface Way {
  readonly encoding: string;
  /** What such a text is full of. */
  readonly mark: RegExp;
  /** A stretch with its letters; null where it cannot have come this way. */
  readonly read: (stretch: string) => string | null;
  /** The scripts of a page are full of it, so that only what has no markup is read so. */
  readonly isOfPrograms?: true;
  /** Tags are spelled so too. */
  readonly isOfTags?: true;
}

const LETTER = /[\u00A0-\u024F]|\p{M}/gu;

/** The first bytes of Vietnamese letters in UTF-8. */
const UTF8_LEADS = Buffer.from([0xc3, 0xc4, 0xc6, 0xe1]);

const wrongTables: readonly Way[] = [
  {
    encoding: 'utf-8 as windows-1258',
    mark: /[ĂÄÆá][\u0080-\uFFFF]/g,
    read: (stretch) => strictly(bytesBy1258(stretch)),
  },
  ...['windows-1250', 'windows-1251', 'windows-874', 'iso-8859-2', 'cp437', 'cp850', 'macintosh'].map(
    (table): Way => ({
      encoding: `utf-8 as ${table}`,
      mark: new RegExp(`[${iconv.decode(UTF8_LEADS, table)}][\\u0080-\\uFFFF]`, 'g'),
      read: (stretch) => strictly(bytesBy(table, stretch)),
    }),
  ),
  // What comes out is in a font's letters, and read as any text in them is.
  { encoding: 'tcvn3 as windows-1258', mark: LETTER, read: (stretch) => by(bytesBy1258(stretch), 'windows-1252') },
  {
    encoding: 'viscii as windows-1252',
    mark: LETTER,
    read: (stretch) => by(bytesBy('windows-1252', stretch), 'viscii'),
  },
  {
    encoding: 'windows-1258 as windows-1252',
    mark: LETTER,
    read: (stretch) => by(bytesBy('windows-1252', stretch), 'windows-1258'),
  },
];

const spellings: readonly Way[] = [
  { encoding: 'unicode escapes', mark: /\\u[\da-f]{4}/gi, read: readEscapes, isOfPrograms: true },
  {
    encoding: 'quoted-printable',
    mark: /=(?:C[3-6]|E1=B[AB])=[89AB][\dA-F]/g,
    read: readQuotedPrintable,
    isOfTags: true,
  },
  { encoding: 'utf-7', mark: /\+[A-Za-z\d/]{2,60}-/g, read: readUtf7 },
  { encoding: 'viqr', mark: /[aeo]\^|[ou][+*]|a\(|(?<![a-z])dd[a-z]/gi, read: readViqr },
];

function countAtMost(text: string, pattern: RegExp, most: number): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) if (++found >= most) break;
  return found;
}

const TONED = /^(.*)(\u0300|\u0301|\u0303|\u0309|\u0323)/su;

/** Tones stand apart in windows-1258, except on letters that Latin-1 has and it kept. */
function bytesBy1258(stretch: string): Buffer | null {
  const apart = stretch.replace(/[\u00C0-\u1EF9]/g, (letter) => {
    if (known1258.has(letter)) return letter;
    const [, base = '', tone = ''] = TONED.exec(letter.normalize('NFD')) ?? [];
    return base === '' ? letter : base.normalize('NFC') + tone;
  });
  const bytes = iconv.encode(withoutControls(apart), 'windows-1258');
  return restoreControls(bytes, apart);
}

/** The library's table of the Macintosh is that of before 1998, with the ohm and the currency sign. */
function bytesBy(table: string, stretch: string): Buffer | null {
  const known = table === 'macintosh' ? stretch.replaceAll('\u03A9', '\u2126').replaceAll('€', '¤') : stretch;
  return restoreControls(iconv.encode(withoutControls(known), table), known);
}

/** The places that a table leaves empty come back as the control characters of their numbers, one byte each. */
function withoutControls(text: string): string {
  return text.replace(CONTROLS, SUBSTITUTE);
}

function restoreControls(bytes: Buffer, text: string): Buffer | null {
  // One byte for each character, or this table never showed the text.
  if (bytes.length !== text.length || text.includes('\uFFFD')) return null;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x80 && code <= 0x9f) bytes[at] = code;
    else if (code > 0x7f && bytes[at] === UNKNOWN) return null;
  }
  return bytes;
}

const CONTROLS = /[\u0080-\u009F]/g;
const SUBSTITUTE = 'x';
/** What iconv writes for a character that the table lacks: a question mark. */
const UNKNOWN = 0x3f;
const known1258: ReadonlySet<string> = new Set(
  iconv.decode(Buffer.from(Array.from({ length: 128 }, (_, at) => at + 128)), 'windows-1258'),
);

function by(bytes: Buffer | null, encoding: string): string | null {
  return bytes === null ? null : iconv.decode(bytes, encoding).normalize('NFC');
}

/** A letter of Latin-1 spelled as an entity: editors of pages wrote so what they took for one. */
const ENTITY = /&(?:#(1[2-9]\d|2[0-4]\d|25[0-5])|([A-Za-z]{2,6}\d{0,2}));/g;

function readLatin1Entity(printed: string, code?: string, name = ''): string {
  const at = code === undefined ? latin1Names.indexOf(name) + 0xa0 : Number(code);
  return at < (code === undefined ? 0xa1 : 0x80) ? printed : (seenBy1252[at - 0x80] ?? printed);
}

/** The names that HTML gives the letters of Latin-1, from the no-break space on. */
const latin1Names: readonly string[] = [
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr',
  'deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest',
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml',
  'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig',
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml',
  'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml',
].flatMap((row) => row.split(' '));
/** What windows-1252 shows for each byte from 0x80 on. */
const seenBy1252: readonly string[] = [
  ...iconv.decode(Buffer.from(Array.from({ length: 128 }, (_, at) => at + 128)), 'windows-1252'),
];

function strictly(bytes: Buffer | null): string | null {
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readEscapes(stretch: string): string {
  return stretch.replace(/\\u([\da-f]{4})/gi, (printed, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code < 0x80 ? printed : String.fromCharCode(code);
  });
}

/** RFC 2045, section 6.7: a byte in two figures behind a sign of equality; the sign alone at a line's end joins it to the next. */
function readQuotedPrintable(text: string): string {
  const joined = text.replace(/=[ \t]{0,76}\r?\n/g, '');
  return joined.replace(/(?:=[\dA-F]{2})+/g, (run) => strictly(Buffer.from(run.replaceAll('=', ''), 'hex')) ?? run);
}

function readUtf7(stretch: string): string {
  return stretch.replace(/\+([A-Za-z\d/][A-Za-z\d+/]{0,4000})?-?/g, (printed, packed = '') => {
    if (packed === '') return printed === '+-' ? '+' : printed;
    const bytes = Buffer.from(packed, 'base64');
    const letters = new TextDecoder('utf-16be').decode(bytes.subarray(0, bytes.length & ~1));
    const isText = letters !== '' && ![...letters].some((letter) => letter < ' ' || letter === '\uFFFD');
    return isText ? letters : printed;
  });
}

/**
 * RFC 1456: a vowel, its hat, horn or breve, its tone; a backslash before a sign that is none of them. A full stop or question mark
 * behind a word may be its tone too: it is where that makes a syllable, but not at the end of a paragraph.
 */
function readViqr(stretch: string): string {
  return stretch.replace(/\S+/g, (word, at: number) => {
    const read = readViqrWord(word);
    const [, rest, stop = ''] = /^(.*[A-Za-z(^+*])([.?])$/s.exec(word) ?? [];
    if (rest === undefined) return read;
    const isEnd = stretch.length > LONGEST_TITLE && stretch.slice(at + word.length).trim() === '';
    const syllable = /[\p{L}\p{M}]+$/u.exec(read)?.[0];
    return !isEnd && syllable !== undefined && isSyllable(syllable) ? read : `${readViqrWord(rest)}${stop}`;
  });
}

function readViqrWord(word: string): string {
  let isToned = false;
  return word.replace(VIQR, (printed, escaped?: string, stroke?: string, vowel = '', sign = '', tone = '') => {
    if (escaped !== undefined) return escaped;
    if (stroke !== undefined) return stroke.startsWith('D') ? 'Đ' : 'đ';
    // A syllable has one tone: what stands behind another is punctuation.
    const mark = isToned ? undefined : marks.get(tone);
    const letter = `${vowel}${marks.get(sign) ?? ''}${mark ?? ''}`.normalize('NFC');
    if (letter.length > 1) return printed;
    if (mark !== undefined) isToned = true;
    return mark === undefined ? `${letter}${tone}` : letter;
  });
}

const LONGEST_TITLE = 120;
const VIQR = /\\([\\'`?~.^(+*d])|(dd|DD|Dd)|([aeiouy])([\^(+*]?)(['`?~.]?)/gi;
const marks: ReadonlyMap<string, string> = new Map([
  ['^', '\u0302'],
  ['(', '\u0306'],
  ['+', '\u031B'],
  ['*', '\u031B'],
  ["'", '\u0301'],
  ['`', '\u0300'],
  ['?', '\u0309'],
  ['~', '\u0303'],
  ['.', '\u0323'],
]);

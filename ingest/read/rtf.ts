/**
 * RTF → its paragraphs. No installed library reads it, and only words are wanted: a walk over groups, control words and letters.
 *
 * Destinations that hold no text of the document (fonts, styles, pictures, page heads, anything marked as ignorable) are passed over.
 * Letters come as `\'hh` in the code page of their font, or as `\uN` with a stand-in behind it for readers that know no Unicode.
 */
import iconv from 'iconv-lite';
import { composeText } from './charset.ts';
import { type FileText, MOST_CHARACTERS, unread } from './file-text.ts';
import { tidyLine } from './wording.ts';

export function readRtf(bytes: Uint8Array): Promise<FileText> {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const walk = startWalk();
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    const [, hex, word, number, symbol, brace, plain] = match;
    if (brace !== undefined) walk.skip = 0;
    const isOpening: boolean = walk.isOpening;
    walk.isOpening = brace === '{' || (isOpening && plain?.trim() === '');
    if (brace === '{') {
      if (walk.groups.length >= MAX_DEPTH)
        return Promise.resolve(unread('failed', `The RTF nests its groups deeper than ${MAX_DEPTH} levels.`));
      walk.groups.push({ ...walk.group });
    } else if (brace === '}') walk.group = walk.groups.pop() ?? walk.group;
    else if (hex !== undefined) addByte(walk, Number.parseInt(hex, 16));
    else if (word !== undefined) {
      if (word === 'bin') TOKEN.lastIndex += Math.max(0, Number(number ?? 0));
      else obey(walk, word, number === undefined || number === '' ? null : Number(number));
    } else if (symbol === '*') {
      // Only at the beginning of a group does it say that the group may be ignored.
      if (isOpening) walk.group = { ...walk.group, isSilent: true };
    } else if (symbol !== undefined) obeySymbol(walk, symbol);
    else if (plain !== undefined) addPlain(walk, plain);
    if (walk.size > MOST_CHARACTERS)
      return Promise.resolve(unread('too_big', `The RTF has more than ${MOST_CHARACTERS} characters.`));
  }
  flush(walk);
  const paragraphs = composeText(walk.parts.join(''))
    .split('\n')
    .map(tidyCells)
    .filter((text) => text !== '');
  return Promise.resolve({ kind: 'text', paragraphs, lines: paragraphs, encoding: walk.encoding, warnings: [] });
}

const MAX_DEPTH = 2000;
/** `\'hh`, a control word with its number and the one space that ends it, a control symbol, a brace, a run of letters. */
const TOKEN = /\\'([\da-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|([^\\{}]+)/gs;

interface Group {
  /** Nothing in it is text of the document. */
  readonly isSilent: boolean;
  readonly isFontTable: boolean;
  /** How many characters stand in for one of Unicode. */
  readonly fallback: number;
  readonly codePage: number;
}

interface Walk {
  group: Group;
  /** Whether nothing stands yet in the group. */
  isOpening: boolean;
  readonly groups: Group[];
  readonly parts: string[];
  /** Bytes of the text that wait to be decoded together: a letter may have two. */
  bytes: number[];
  size: number;
  /** Characters that stand in for the Unicode one before them. */
  skip: number;
  /** Code pages of the fonts, by number. */
  readonly fonts: Map<number, number>;
  font: number;
  documentPage: number;
  encoding: string | null;
}

function startWalk(): Walk {
  return {
    group: { isSilent: false, isFontTable: false, fallback: 1, codePage: 1252 },
    isOpening: false,
    groups: [],
    parts: [],
    bytes: [],
    size: 0,
    skip: 0,
    fonts: new Map(),
    font: 0,
    documentPage: 1252,
    encoding: null,
  };
}

const silent: ReadonlySet<string> = new Set(
  'colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable list listlevel leveltext levelnumbers listname listoverride generator xmlnstbl themedata colorschememapping datastore latentstyles rsidtbl fldinst bkmkstart bkmkend revtbl filetbl private'.split(
    ' ',
  ),
);

const signs: ReadonlyMap<string, string> = new Map([
  ...['par', 'line', 'sect', 'page', 'row', 'nestrow'].map((word) => [word, '\n'] as const),
  ...['tab', 'cell', 'nestcell'].map((word) => [word, '\t'] as const),
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
]);

/** Character sets of fonts that are no code page of the document: Windows' numbers for them. */
const charsets: ReadonlyMap<number, number> = new Map([
  [0, 1252],
  [163, 1258],
  [204, 1251],
  [238, 1250],
  [161, 1253],
  [162, 1254],
  [186, 1257],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
]);

function obey(walk: Walk, word: string, number: number | null): void {
  const sign = signs.get(word);
  if (sign !== undefined) addText(walk, sign);
  else if (silent.has(word)) walk.group = { ...walk.group, isSilent: true };
  else if (word === 'fonttbl') walk.group = { ...walk.group, isSilent: true, isFontTable: true };
  else if (word === 'u' && number !== null) addUnicode(walk, number);
  else if (word === 'uc' && number !== null) walk.group = { ...walk.group, fallback: Math.min(8, Math.max(0, number)) };
  else if (word === 'ansicpg' && number !== null) {
    walk.documentPage = number;
    walk.group = { ...walk.group, codePage: number };
  } else if (word === 'f' && number !== null) {
    walk.font = number;
    walk.group = { ...walk.group, codePage: walk.fonts.get(number) ?? walk.documentPage };
  } else if (word === 'fcharset' && number !== null && walk.group.isFontTable)
    walk.fonts.set(walk.font, charsets.get(number) ?? walk.documentPage);
}

function obeySymbol(walk: Walk, symbol: string): void {
  if (symbol === '~') addText(walk, ' ');
  else if (symbol === '_') addText(walk, '-');
  else if (symbol === '\n' || symbol === '\r') addText(walk, '\n');
  else if (symbol === '\\' || symbol === '{' || symbol === '}') addText(walk, symbol);
}

function addByte(walk: Walk, byte: number): void {
  if (walk.skip > 0) walk.skip -= 1;
  else if (!walk.group.isSilent) {
    if (walk.bytes.length > 0 && walk.bytes[0] !== walk.group.codePage) flush(walk);
    if (walk.bytes.length === 0) walk.bytes.push(walk.group.codePage);
    walk.bytes.push(byte);
    if (byte >= 0x80) walk.encoding ??= `windows-${walk.group.codePage}`;
  }
}

/** Line ends in the source mean nothing; letters above ASCII in it are bytes of the code page. */
function addPlain(walk: Walk, plain: string): void {
  const letters = plain.replace(/[\r\n]+/g, '');
  const shown = letters.slice(walk.skip);
  walk.skip = Math.max(0, walk.skip - letters.length);
  if (walk.group.isSilent) return;
  for (let at = 0; at < shown.length; at += 1) addByte(walk, shown.charCodeAt(at));
}

function addUnicode(walk: Walk, number: number): void {
  addText(walk, String.fromCharCode(number < 0 ? number + 0x10000 : number & 0xffff));
  walk.skip = walk.group.fallback;
}

function addText(walk: Walk, text: string): void {
  if (walk.group.isSilent) return;
  walk.skip = 0;
  flush(walk);
  walk.parts.push(text);
  walk.size += text.length;
}

/** Decodes the bytes that wait; the first of them is their code page. */
function flush(walk: Walk): void {
  const [page = 1252, ...bytes] = walk.bytes;
  walk.bytes = [];
  if (bytes.length === 0) return;
  const label = page === 65001 ? 'utf8' : `windows-${page}`;
  const known = iconv.encodingExists(label) ? label : iconv.encodingExists(`cp${page}`) ? `cp${page}` : 'windows-1252';
  const text = iconv.decode(Buffer.from(bytes), known);
  walk.parts.push(text);
  walk.size += text.length;
}

function tidyCells(line: string): string {
  return line
    .split('\t')
    .map(tidyLine)
    .filter((cell) => cell !== '')
    .join('\t');
}

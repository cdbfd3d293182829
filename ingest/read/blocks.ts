/**
 * An element of a page → its paragraphs, with what their markup tells: bold, italic, set to a side, behind a picture.
 *
 * Captions that no markup names are told here, by the picture they stand under or repeat. A table of figures becomes a line a row; a
 * table that only lays out the page, or frames a picture, is walked through. Depth is bounded by markup.ts, so this recurses.
 */
import type { CheerioAPI } from 'cheerio';
import { listBelow, listSafely } from './markup.ts';
import { type Elements, type PageElement, type PageNode, textOf } from './page-elements.ts';
import { endsLikeSentence, foldForComparison, tidyLine } from './wording.ts';

export interface Block {
  /** Lines joined by `\n`, in NFC; empty for a picture. */
  readonly text: string;
  readonly kind: 'prose' | 'heading' | 'table' | 'picture';
  /** Wholly bold, wholly italic. */
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly align: 'left' | 'right' | 'center';
}

/** Where reading ends before the elements do, and how tables are read. */
export interface BlockRange {
  /** What stands from this element on is left out. */
  readonly until?: PageElement | null;
  /** Whoever only asks whether there are more blocks than these needs no others: hardly any further ones are read. */
  readonly most?: number;
  /** Walked, a table is read like what stands beside it. */
  readonly tables?: 'kept' | 'walked';
}

/** The blocks of elements in reading order. */
export function readBlocks(root: Elements, range: BlockRange = {}): readonly Block[] {
  const { until = null, most = Number.POSITIVE_INFINITY, tables = 'kept' } = range;
  const walk: Walk = { until, most, tables, blocks: [], line: emptyLine('left'), isStopped: false };
  for (const element of Array.from(root)) walkNode(walk, element, PLAIN);
  flush(walk, 'prose');
  return walk.blocks;
}

/** Leaves out pictures and their captions. `pictureTexts` are folded alternative texts and titles of the pictures. */
export function dropCaptions(blocks: readonly Block[], pictureTexts: ReadonlySet<string>): readonly Block[] {
  const prose = blocks.filter(({ kind }) => kind === 'prose');
  const isCentred = prose.filter(({ align }) => align === 'center').length > prose.length / 2;
  const kept: Block[] = [];
  let behindPicture = 0;
  for (const block of blocks) {
    const isCaption: boolean =
      (behindPicture > 0 && looksLikeCaption(block, isCentred)) || repeatsPicture(block, pictureTexts);
    if (block.kind !== 'picture' && !isCaption) kept.push(block);
    // A caption may be printed twice under its picture, or have its source below it.
    behindPicture = block.kind === 'picture' ? MAX_CAPTIONS : isCaption ? behindPicture - 1 : 0;
  }
  return kept;
}

/** The folded texts that pictures below an element carry, long enough not to be a file's name or a word. */
export function readPictureTexts(page: CheerioAPI, root: Elements): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const picture of listSafely(page, 'img[alt], img[title]', root)) {
    for (const text of [picture.attribs['alt'], picture.attribs['title']]) {
      const folded = foldForComparison(text ?? '');
      if (folded.length >= 8) texts.add(folded);
    }
  }
  return texts;
}

const MAX_CAPTION = 300;
const MAX_CAPTIONS = 2;
const MAX_CELL = 400;
const MAX_FRAME_TEXT = 400;

/** In a text that is centred as a whole, the centre tells nothing. */
function looksLikeCaption(block: Block, isCentred: boolean): boolean {
  if (block.kind !== 'prose' || block.text.length > MAX_CAPTION || block.align === 'right') return false;
  return (block.align === 'center' && !isCentred) || block.isItalic || (!block.isBold && !endsLikeSentence(block.text));
}

function repeatsPicture(block: Block, pictureTexts: ReadonlySet<string>): boolean {
  if (pictureTexts.size === 0 || block.kind !== 'prose' || block.text.length > MAX_CAPTION) return false;
  return pictureTexts.has(foldForComparison(block.text));
}

interface Style {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly align: Block['align'];
  readonly kind: 'prose' | 'heading';
}

const PLAIN: Style = { isBold: false, isItalic: false, align: 'left', kind: 'prose' };

interface Line {
  parts: string[];
  hasLetters: boolean;
  /** Whether any of its letters is not bold, not italic. */
  hasLight: boolean;
  hasUpright: boolean;
  align: Block['align'];
  hasPicture: boolean;
  /** Whether nothing but space came since the last <br>. */
  isBroken: boolean;
}

interface Walk {
  readonly until: PageElement | null;
  readonly most: number;
  readonly tables: 'kept' | 'walked';
  readonly blocks: Block[];
  line: Line;
  isStopped: boolean;
}

const blockTags: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const silentTags: ReadonlySet<string> = new Set('head script style noscript template title select textarea'.split(' '));

function walkNode(walk: Walk, node: PageNode, style: Style): void {
  if (walk.isStopped) return;
  if (!('attribs' in node)) {
    if ('data' in node && node.nodeType === 3) addText(walk.line, node.data, style);
    return;
  }
  if (node === walk.until) {
    walk.isStopped = true;
    return;
  }
  if (silentTags.has(node.name)) return;
  const inner = styleOf(node, style);
  if (node.name === 'br') {
    breakLine(walk, style);
  } else if (node.name === 'img') {
    walk.line.hasPicture = true;
  } else if (blockTags.has(node.name)) {
    flush(walk, style.kind, inner.align);
    if (node.name !== 'table' || walk.tables === 'walked' || !addTable(walk, node)) walkChildren(walk, node, inner);
    flush(walk, inner.kind, style.align);
  } else {
    walkChildren(walk, node, inner);
  }
}

function walkChildren(walk: Walk, element: PageElement, style: Style): void {
  if ('children' in element) for (const child of element.children) walkNode(walk, child, style);
}

/** What looks otherwise than its surroundings without a word in its attributes. */
const styledTags: ReadonlySet<string> = new Set('b strong i em center h1 h2 h3 h4 h5 h6'.split(' '));

function styleOf(element: PageElement, outer: Style): Style {
  const { name, attribs } = element;
  const { style, align, class: classes = '' } = attribs;
  const isNamed = classes.includes('text-');
  if (style === undefined && align === undefined && !isNamed && !styledTags.has(name)) return outer;
  const css = (style ?? '').slice(0, 500);
  const aside =
    /text-align\s?:\s?(\w+)/i.exec(css)?.[1] ??
    align ??
    (isNamed ? /\btext-(right|center|left)\b/.exec(classes)?.[1] : undefined);
  return {
    isBold: outer.isBold || name === 'b' || name === 'strong' || /font-weight\s?:\s?(?:bold|[6-9]00)/i.test(css),
    isItalic: outer.isItalic || name === 'i' || name === 'em' || /font-style\s?:\s?italic/i.test(css),
    align: name === 'center' ? 'center' : aside === undefined ? outer.align : alignOf(aside),
    kind: /^h[1-6]$/.test(name) ? 'heading' : outer.kind,
  };
}

function alignOf(value: string): Block['align'] {
  const lower = value.toLowerCase();
  return lower === 'right' || lower === 'center' ? lower : 'left';
}

function emptyLine(align: Block['align']): Line {
  return {
    parts: [],
    hasLetters: false,
    hasLight: false,
    hasUpright: false,
    align,
    hasPicture: false,
    isBroken: false,
  };
}

function addText(line: Line, text: string, style: Style): void {
  // Other blanks are for tidyLine.
  line.parts.push(/[\n\uFEFF]/.test(text) ? text.replace(/\s+/gu, ' ') : text);
  if (!/[^\s\u200B\uFEFF]/.test(text)) return;
  line.isBroken = false;
  line.hasLetters = true;
  if (!style.isBold) line.hasLight = true;
  if (!style.isItalic) line.hasUpright = true;
}

/** One <br> breaks a line, two make a paragraph. */
function breakLine(walk: Walk, style: Style): void {
  if (walk.line.isBroken) {
    flush(walk, style.kind, style.align);
  } else {
    walk.line.parts.push('\n');
    walk.line.isBroken = true;
  }
}

function flush(walk: Walk, kind: 'prose' | 'heading', next: Block['align'] = 'left'): void {
  const { parts, hasLetters, hasLight, hasUpright, align, hasPicture } = walk.line;
  walk.line = emptyLine(next);
  const lines = parts
    .join('')
    .split('\n')
    .map((line) => tidyLine(line.normalize('NFC')));
  const text = lines.filter((line) => line !== '').join('\n');
  if (hasPicture) walk.blocks.push({ text: '', kind: 'picture', isBold: false, isItalic: false, align });
  if (walk.blocks.length > walk.most) walk.isStopped = true;
  if (text !== '')
    walk.blocks.push({
      text,
      kind,
      isBold: hasLetters && !hasLight,
      isItalic: hasLetters && !hasUpright,
      align,
    });
}

/** Adds a table of figures as one block, or the picture that a table frames; false where it is to be walked through. */
function addTable(walk: Walk, table: PageElement): boolean {
  if (listBelow(table, 'img').length > 0 && tidyLine(textOf(table)).length <= MAX_FRAME_TEXT) {
    walk.blocks.push({ text: '', kind: 'picture', isBold: false, isItalic: false, align: 'center' });
    return true;
  }
  if (listBelow(table, 'table', 'h1', 'h2', 'h3', 'form').length > 0) return false;
  const rows = listBelow(table, 'tr').map((row) =>
    row.children.flatMap((cell) =>
      'attribs' in cell && (cell.name === 'td' || cell.name === 'th') ? [tidyLine(textOf(cell).normalize('NFC'))] : [],
    ),
  );
  const isFigures =
    rows.length >= 2 && rows.some((cells) => cells.length >= 2) && rows.flat().every((cell) => cell.length <= MAX_CELL);
  if (!isFigures) return false;
  const lines = rows.filter((cells) => cells.some((cell) => cell !== '')).map((cells) => cells.join(' | '));
  if (lines.length > 0)
    walk.blocks.push({ text: lines.join('\n'), kind: 'table', isBold: false, isItalic: false, align: 'left' });
  return true;
}

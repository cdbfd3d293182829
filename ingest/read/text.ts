/**
 * A plain text file → article: a report saved or pasted as .txt, with the furniture its page had.
 *
 * Only place and form tell what a line is: the title stands before the date line, or first; authors stand last. What
 * has no such form stays text. Encodings are charset.ts's, markup html.ts's.
 */
import { readLegacyText } from '../../core/citations/legacy-text.ts';
import type { ReadArticle } from './article.ts';
import { readAuthorLine } from './authors.ts';
import { composeText } from './charset.ts';
import { dropFurniture, isFurniture } from './furniture.ts';
import { leadOf } from './lead.ts';
import { findDateLine, settleDates } from './published.ts';
import {
  endsLikeSentence,
  foldForComparison,
  joinParagraphs,
  mendLookAlikes,
  regroupLines,
  tidyLine,
} from './wording.ts';

export interface PlainText {
  /** As decoded, in any Unicode form. */
  readonly text: string;
  readonly url: string;
  readonly encoding: string | null;
  /** A date after this one is doubted; null asks nothing. */
  readonly now: Date | null;
}

/** Reads a plain text as an article. One without any words has status `failed`. */
export function readText({ text, url, encoding, now }: PlainText): ReadArticle {
  const composed = composeText(text);
  const legacy = readLegacyText(composed);
  const blocks = splitBlocks(mendLookAlikes(legacy?.text ?? composed));
  const head = readHead(blocks);
  const dates = settleDates(head.dateLine?.dates ?? [], now);
  const { paragraphs, author } = takeAuthor(dropFurniture(dropTitle(head.body, head.title)));
  const isEmpty = paragraphs.length === 0;
  return {
    status: isEmpty ? 'failed' : 'ok',
    error: isEmpty ? 'The file holds no text besides its title and page furniture.' : null,
    encoding: legacy?.encoding ?? encoding,
    url,
    canonicalUrl: null,
    title: head.title,
    lead: leadOf(paragraphs),
    text: joinParagraphs(paragraphs),
    author,
    published: dates.published,
    updated: dates.updated,
    language: null,
    section: null,
    attachments: [],
    warnings: dates.warnings,
  };
}

/** Splits off the line of authors that closes a report of more than one paragraph. */
export function takeAuthor(paragraphs: readonly string[]): {
  readonly paragraphs: readonly string[];
  readonly author: string | null;
} {
  const lines = (paragraphs.at(-1) ?? '').split('\n');
  const author = readAuthorLine(lines.at(-1) ?? '');
  if (author === null || (paragraphs.length < 2 && lines.length < 2)) return { paragraphs, author: null };
  const rest = lines.slice(0, -1).join('\n');
  return { paragraphs: [...paragraphs.slice(0, -1), ...(rest === '' ? [] : [rest])], author };
}

const MAX_TITLE = 300;
/** How many lines of the first block may be the title, where nothing else tells its end. */
const MAX_TITLE_LINES = 3;
/** A sentence, an address to a reader or an entry of a list. */
const NO_TITLE = /^[•*+-]|[.:;,]$/u;

/** Blocks between blank lines, each a list of lines; a file without blank lines has a block a line. */
function splitBlocks(text: string): readonly (readonly string[])[] {
  const lines = text.split(/\r\n|[\n\r\v\f\u2028\u2029]/u).map(tidyLine);
  const blocks: string[][] = [[]];
  for (const line of lines) {
    if (line === '') blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  const filled = blocks.filter((block) => block.length > 0);
  return filled.length === 1 ? (filled[0] ?? []).map((line) => [line]) : filled.map(unwrap);
}

/** Lines that an editor broke at a margin, or inside a code, become one again; a list or a table keeps its lines. */
function unwrap(lines: readonly string[]): readonly string[] {
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const hasMargin = lines.length >= 3 && longest >= 60 && longest <= 130;
  const whole: string[] = [];
  let before = '';
  for (const line of lines) {
    const isFull = hasMargin && before.length >= longest * 0.8;
    const goesOn =
      before !== '' && !endsLikeSentence(before) && before !== line && !/^(?:[•*+-]|\p{L}\)|\d{1,2}[.)])/u.test(line);
    const last = whole.length - 1;
    if (goesOn && /[\p{L}\d][-/]$/u.test(before) && /^[\p{L}\d]/u.test(line)) whole[last] += line;
    else if (goesOn && (isFull || /^\p{Ll}/u.test(line))) whole[last] += ` ${line}`;
    else whole.push(line);
    before = line;
  }
  return whole;
}

interface Head {
  readonly title: string | null;
  readonly dateLine: ReturnType<typeof findDateLine>;
  readonly body: readonly string[];
}

/**
 * With a date line, the block before it is the title and what stands before that a banner. Without one, or with one first,
 * the first lines that are no furniture are the title, as long as they do not end like a sentence.
 */
function readHead(blocks: readonly (readonly string[])[]): Head {
  const lines = blocks.flatMap((block, of) => block.map((text) => ({ text, of })));
  const dateLine = findDateLine(lines.map((line) => line.text));
  const above = dateLine === null ? [] : lines.slice(0, dateLine.at).filter((line) => !isFurniture(line.text));
  const below = lines.slice(dateLine === null ? 0 : dateLine.at + 1);
  const last = above.at(-1);
  if (last !== undefined && above.every((line) => line.text.length <= MAX_TITLE)) {
    const title = above.filter((line) => line.of === last.of);
    return { title: title.map((line) => line.text).join(' '), dateLine, body: regroupLines(below) };
  }
  const open = [...above, ...below];
  const opening = open.findIndex((line) => !isFurniture(line.text));
  const rest = opening === -1 ? [] : open.slice(opening);
  const first = rest[0];
  if (first === undefined) return { title: null, dateLine, body: [] };
  const block = rest.filter((line) => line.of === first.of);
  const whole = block.length <= MAX_TITLE_LINES && !block.some((line) => endsLikeSentence(line.text)) ? block : [first];
  const title = whole.map((line) => line.text).join(' ');
  const isTitle = title.length <= MAX_TITLE && !NO_TITLE.test(title) && rest.length > whole.length;
  return { title: isTitle ? title : null, dateLine, body: regroupLines(isTitle ? rest.slice(whole.length) : rest) };
}

/** Some pages print the title a second time above the text. */
function dropTitle(paragraphs: readonly string[], title: string | null): readonly string[] {
  const [first, ...rest] = paragraphs;
  const isTitle = title !== null && first !== undefined && foldForComparison(first) === foldForComparison(title);
  return isTitle ? rest : paragraphs;
}

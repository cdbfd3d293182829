/**
 * Printed lines → paragraphs: what a margin broke becomes whole again.
 *
 * A line that does not end its sentence goes on, unless the next one opens something of its own (an article, a point, a
 * heading) or the line was too short to be full. Where a sentence ends with its line, a new paragraph is taken to begin: words are
 * never glued, at worst a paragraph falls into two.
 */
import { isSyllable } from '../../core/citations/syllable.ts';
import { endsLikeSentence, tidyLine } from './wording.ts';

/** Joins lines to paragraphs; a tab between columns becomes a space. */
export function joinLines(lines: readonly string[]): readonly string[] {
  const full = widthOf(lines) * FULL;
  const paragraphs: string[] = [];
  let before = '';
  for (const printed of lines) {
    const line = tidyLine(printed.replaceAll('\u00AD', SOFT));
    if (line === '') continue;
    const last = paragraphs.length - 1;
    if (before !== '' && goesOn(before, line, before.length >= full))
      paragraphs[last] = join(paragraphs[last] ?? '', line);
    else paragraphs.push(line);
    before = line;
  }
  return paragraphs.map((paragraph) => paragraph.replaceAll(SOFT, ''));
}

/** Stands for a soft hyphen, which tidying would drop. */
const SOFT = '\uE000';
const FULL = 0.6;
/** Shorter lines tell nothing of the margin. */
const LEAST_WIDTH = 40;

/** How long a full line is: that of the tenth longest in a hundred. */
function widthOf(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.length).sort((a, b) => b - a);
  return Math.max(LEAST_WIDTH, lengths[Math.floor(lengths.length / 10)] ?? 0);
}

/** Opens a paragraph: Điều 5., Chương II, 1., 1.2., a), - , + , •, Căn cứ. */
const OPENING =
  /^(?:(?:điều|chương|mục|phần|phụ lục|tiểu mục) (?:\d{1,4}|[ivxlc]{1,7}|thứ \p{L}{1,5})(?=[\s.:]|$)|\d{1,3}(?:\.\d{1,3}){0,4}[.)](?=\s)|[\p{L}][)](?=\s)|[ivxlc]{1,6}\.(?=\s)|[-–+•*●▪](?=\s)|căn cứ\s|theo đề nghị của\s|kính gửi|nơi nhận|xét đề nghị)/iu;
/** The joint of a code whose other part stands in the next line: `30/2020/NĐ-`, or before `-CP`. */
const CODE_GOES_ON = /[\p{L}\d][-/–]$/u;
const CODE_BEHIND = /^[-/–]\p{Lu}/u;

function goesOn(before: string, line: string, isFull: boolean): boolean {
  if (before.endsWith(SOFT) || (CODE_GOES_ON.test(before) && /^[\p{L}\d]/u.test(line))) return true;
  if (CODE_BEHIND.test(line) && /[\p{Lu}\d]$/u.test(before)) return true;
  if (endsLikeSentence(before) || OPENING.test(line) || isRule(before) || isRule(line)) return false;
  if (isCapitals(before) !== isCapitals(line)) return isFull && isCapitals(line) && line.length < 8;
  if (isCapitals(line)) return before.length + line.length < 400 && isFull;
  return isFull || /^[\p{Ll}(]/u.test(line);
}

function join(before: string, line: string): string {
  if (before.endsWith(SOFT)) return before.slice(0, -1) + line;
  const cut = /(?:^|[^\p{L}\d])(\p{Ll}{2,})-$/u.exec(before)?.[1];
  const rest = /^\p{Ll}+/u.exec(line)?.[0];
  // A word of another language cut at the margin loses its hyphen; "chính trị-xã hội" keeps it.
  if (cut !== undefined && rest !== undefined && !(isSyllable(cut) && isSyllable(rest)))
    return before.slice(0, -1) + line;
  const isCode = CODE_GOES_ON.test(before) || (CODE_BEHIND.test(line) && /[\p{Lu}\d]$/u.test(before));
  return isCode ? before + line : `${before} ${line}`;
}

function isCapitals(line: string): boolean {
  return /\p{Lu}{2}/u.test(line) && !/\p{Ll}/u.test(line);
}

/** A line of dashes, stars or underscores. */
function isRule(line: string): boolean {
  return !/[\p{L}\d]/u.test(line);
}

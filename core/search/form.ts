/**
 * A run of words as somebody wrote it, and the places where a text has it.
 *
 * Places are looked for in the folded text, word by word with anything but letters and digits between them, just as
 * an engine sees them; whether the accents agree as well is a second question, put to the original.
 */
import type { Span } from '../citations/citation.ts';
import { accentKey } from './accents.ts';
import { foldWords, isWordPart, splitWords } from './fold.ts';

export interface Form {
  /** Folded. */
  readonly words: readonly string[];
  /** The same words with their accents, comparable through `accentKey`. */
  readonly accents: readonly string[];
  /** The last word is only begun: whatever begins so is meant. */
  readonly isBegun?: true;
}

/** A text beside its folded twin, so that it is folded once for many questions. Must be NFC. */
export interface FoldedText {
  readonly text: string;
  readonly folded: string;
}

/** @example readForm('Ban Thường vụ').words // ['ban', 'thuong', 'vu'] */
export function readForm(text: string): Form {
  const composed = text.normalize('NFC');
  const words = splitWords(composed);
  return {
    words: words.map((word) => word.word),
    accents: words.map((word) => accentKey(composed.slice(word.start, word.end))),
  };
}

/** The words of a form, each by itself. */
export function eachWord({ words, accents, isBegun }: Form): readonly Form[] {
  return words.map((word, at) => ({
    words: [word],
    accents: accents.slice(at, at + 1),
    ...(isBegun && at === words.length - 1 && { isBegun }),
  }));
}

/** Forms one after the other as one run of words. */
export function joinForms(forms: readonly Form[]): Form {
  const isBegun = forms.at(-1)?.isBegun;
  return {
    words: forms.flatMap((form) => form.words),
    accents: forms.flatMap((form) => form.accents),
    ...(isBegun && { isBegun }),
  };
}

export function foldText(text: string): FoldedText {
  return { text, folded: foldWords(text) };
}

/** Where the words stand next to each other in this order, at most `most` places. */
export function findWords(text: FoldedText, form: Form, most: number): Span[] {
  const spans: Span[] = [];
  for (const span of eachPlace(text, form)) if (spans.push(span) >= most) break;
  return spans;
}

/** Where a code stands, given as one word (`21nqtu`), however it is separated there: `21 – NQ / Tu`, `021-NQ/TU`. */
export function findCode({ folded }: FoldedText, key: string, most: number): Span[] {
  const letters = [...key].map((letter, at) => (at === 0 ? letter : gapBetween(key.charAt(at - 1), letter) + letter));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])0{0,3}${letters.join('')}(?![\\p{L}\\p{N}])`, 'gu');
  const spans: Span[] = [];
  for (const match of folded.matchAll(pattern)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
    if (spans.length >= most) break;
  }
  return spans;
}

/** Whether the text has these words in this order with the same accents. */
export function hasExactly(text: FoldedText, form: Form): boolean {
  for (const span of eachPlace(text, form)) if (isExact(text, span, form)) return true;
  return false;
}

/** Whether what stands at this place of the text has the accents of the form. */
export function isExact({ text }: FoldedText, span: Span, form: Form): boolean {
  const here = readForm(text.slice(span.start, span.end)).accents;
  const begun = form.isBegun ? form.accents.length - 1 : null;
  return form.accents.every((accents, at) => at === begun || accents === here[at]);
}

function* eachPlace({ folded }: FoldedText, { words, isBegun }: Form): Generator<Span> {
  const [first, ...rest] = words;
  if (first === undefined) return;
  for (let start = folded.indexOf(first); start >= 0; start = folded.indexOf(first, start + 1)) {
    const end = endOfRun(folded, start, first, rest, isBegun ?? false);
    if (end !== null) yield { start, end };
  }
}

function endOfRun(
  folded: string,
  start: number,
  first: string,
  rest: readonly string[],
  isBegun: boolean,
): number | null {
  if (start > 0 && isWordPart(folded.charCodeAt(start - 1))) return null;
  let end = start + first.length;
  for (const word of rest) {
    if (isWordPart(folded.charCodeAt(end))) return null;
    let next = end;
    while (next < folded.length && !isWordPart(folded.charCodeAt(next))) next++;
    if (!folded.startsWith(word, next)) return null;
    end = next + word.length;
  }
  if (!isWordPart(folded.charCodeAt(end))) return end;
  if (!isBegun) return null;
  while (end < folded.length && isWordPart(folded.charCodeAt(end))) end++;
  return end;
}

/** Two digits are parted by a stroke or a dash only (337/2021), else "2, 1" would read as 21. */
function gapBetween(before: string, after: string): string {
  return /^\d\d$/.test(before + after) ? '(?: ?[/–-] ?)?' : '[^\\p{L}\\p{N}]{0,3}';
}

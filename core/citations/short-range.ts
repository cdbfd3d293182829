/**
 * Reads a range of short forms: `các Thông tư 79 - 80`, `Chỉ thị 15-16`.
 *
 * Two numbers and a dash are a score, a date or a span of years as well. What tells a range of documents is a plural
 * before them or that the second follows on the first, and an end as lists of documents have it.
 */
import type { FoldedText } from './fold.ts';
import { endsList } from './list-end.ts';
import { matchAt } from './match-at.ts';
import { isCountedBehind } from './short-form.ts';
import type { TypeWord } from './type-word.ts';

export interface RangeEnd {
  readonly number: string;
  readonly year: null;
  /** Folded offsets of the number. */
  readonly start: number;
  readonly end: number;
}

/** A cheap look first: a dash stands behind the number that ends at `end`. */
export function isRange(text: string, end: number): boolean {
  return text[end] === '-' || text[end + 1] === '-';
}

/** The two ends of the range that begins at `at`, behind its type word; null where it is none. */
export function readShortRange(
  folded: FoldedText,
  at: number,
  { type, isExact, isPlural, isGlued }: TypeWord,
): readonly [RangeEnd, RangeEnd] | null {
  if (type?.standing !== 'noun' || !isExact || isGlued) return null;
  const match = matchAt(RANGE, folded.text, at);
  const [, first = '', dash = '', last = ''] = match ?? [];
  const rise = Number.parseInt(last, 10) - Number.parseInt(first, 10);
  if (match === null || rise < 1 || rise > 99 || !(isPlural || rise === 1)) return null;
  const end = at + match[0].length;
  if (isCountedBehind(folded, end) || !endsList(folded, end)) return null;
  return [
    { number: first, year: null, start: at, end: at + first.length },
    { number: last, year: null, start: at + first.length + dash.length, end },
  ];
}

const RANGE = /(\d{2,3})([ \n]?-[ \n]?)(\d{2,3})(?![\d%/]|[.,]\d|[ ]?%)/y;

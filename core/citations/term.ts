/**
 * Reads the term printed with a mention: `khóa XII`, `(khoá 13)`, `, khóa XV, kỳ họp thứ 5`.
 *
 * Behind a Party code it counts congresses, behind a National Assembly or council document their terms; which of them
 * is for the reader of the whole citation to tell. The unit that follows ("nhiệm kỳ 2020-2025") is not read here.
 */
import type { FoldedText } from './fold.ts';
import { goesOnWith } from './letters.ts';

export interface PrintedTerm {
  readonly term: number;
  /** Folded offset behind it. */
  readonly end: number;
}

const TERM = /[ \n]?[,(]?[ \n]?(?:dang[ \n])?khoa[ \n](?:thu[ \n])?([ivxl]{1,7}|\d{1,2})(?![a-z0-9/])\)?/y;
const ROMAN: readonly (readonly [string, number])[] = [
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];
const HIGHEST = 40;

/** The term printed right behind `at` (folded offset), or null. */
export function readTerm(folded: FoldedText, at: number): PrintedTerm | null {
  if (!goesOnWith('dk', folded.text, at)) return null;
  TERM.lastIndex = at;
  const match = TERM.exec(folded.text);
  if (match?.[1] === undefined) return null;
  const term = /^\d/.test(match[1]) ? Number(match[1]) : parseRoman(match[1]);
  return term === null || term < 1 || term > HIGHEST ? null : { term, end: at + match[0].length };
}

/** The value of a Roman numeral in small letters, or null where it is not one in its standard form. */
export function parseRoman(numeral: string): number | null {
  let rest = numeral;
  let value = 0;
  for (const [letters, worth] of ROMAN) {
    const most = letters === 'x' || letters === 'i' ? 3 : 1;
    for (let times = 0; times < most && rest.startsWith(letters); times += 1) {
      rest = rest.slice(letters.length);
      value += worth;
    }
  }
  return rest === '' && value > 0 ? value : null;
}

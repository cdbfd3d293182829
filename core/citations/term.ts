/**
 * Reads the term printed with a mention: `khóa XII`, `(khoá 13)`, `, khóa XV, kỳ họp thứ 5`; and its years, `nhiệm kỳ
 * 2020-2025`, behind the code and its issuer or at the head of the clause in which the issuer acts.
 *
 * Behind a Party code an ordinal counts congresses, behind a National Assembly or council document their terms; which of
 * them is for the reader of the whole citation to tell.
 */
import type { FoldedText } from './fold.ts';
import { isGap, nextWord } from './letters.ts';
import { matchAt } from './match-at.ts';
import { wordStarts } from './words-at.ts';

export interface PrintedTerm {
  readonly term: number;
  /** Folded offset behind it. */
  readonly end: number;
}

/** The years of a term of office: `2020-2025`. */
export interface PrintedYears {
  readonly years: string;
  /** Folded offset behind them. */
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
  if (!TERM_BEGINS(folded.text, nextWord(folded.text, at))) return null;
  TERM.lastIndex = at;
  const match = TERM.exec(folded.text);
  if (match?.[1] === undefined) return null;
  const term = /^\d/.test(match[1]) ? Number(match[1]) : parseRoman(match[1]);
  return term === null || term < 1 || term > HIGHEST ? null : { term, end: at + match[0].length };
}

const YEARS = 'nhiem[ \\n]ky[ \\n](\\d{4})[ \\n]?-[ \\n]?(\\d{4})(?!\\d)';
const YEARS_BEHIND = new RegExp(`[ \\n]?[,(]?[ \\n]?(?:cua[ \\n])?${YEARS}\\)?`, 'y');
const TERM_BEGINS = wordStarts(['khoa ', 'dang khoa ']);
const YEARS_BEGIN = wordStarts(['nhiem ', 'cua nhiem ']);
const YEARS_BEFORE = new RegExp(
  `(?:^|[.;:(\\n\\f,][ ]?|(?:^|[^a-z])(?:o|trong|tu|sang|ngay|dau|cuoi|giua)[ \\n])${YEARS}[ \\n]?,[ \\n]$`,
);
const YEARS_WINDOW = 44;
/** Terms of office last five years, of some councils and of committees that were appointed four or six. */
const SHORTEST = 4;
const LONGEST = 6;

/** The years of the term printed right behind `at` (folded offset), or null. */
export function readTermYears(folded: FoldedText, at: number): PrintedYears | null {
  if (!YEARS_BEGIN(folded.text, nextWord(folded.text, at))) return null;
  const match = matchAt(YEARS_BEHIND, folded.text, at);
  const years = match === null ? null : joinYears(match[1], match[2]);
  return match === null || years === null ? null : { years, end: at + match[0].length };
}

/** The years that open the clause of an issuer whose words begin at `at`: `Ở nhiệm kỳ 2015-2020, Tỉnh ủy ban hành …`. */
export function readTermYearsBefore({ text }: FoldedText, at: number, floor: number): string | null {
  if (!isGap(text.charCodeAt(at - 1)) || text[at - 2] !== ',') return null;
  const match = YEARS_BEFORE.exec(text.slice(Math.max(floor, at - YEARS_WINDOW), at));
  return match === null ? null : joinYears(match[1], match[2]);
}

function joinYears(from: string | undefined, to: string | undefined): string | null {
  const length = Number(to) - Number(from);
  return length >= SHORTEST && length <= LONGEST ? `${from}-${to}` : null;
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

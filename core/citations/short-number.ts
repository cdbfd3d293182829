/** Reads the bare number of a short form with the year that is printed with it: `05`, `30a`, `81/2016`, `06 năm 2011`. */
import type { FoldedText } from './fold.ts';
import { matchAt } from './match-at.ts';

export interface ShortNumber {
  /** As printed, leading zeros kept. */
  readonly number: string;
  /** A year printed with it: `Nghị định 81/2016`, `Nghị định 06 năm 2011`. */
  readonly year: number | null;
  readonly end: number;
  /** Folded offset behind the year words, where dates and issuers follow. */
  readonly after: number;
}

const NUMBER = /\d{1,5}[a-e]?(?![a-z\d])/y;
const YEAR = /[/-]((?:19|20)\d\d)(?![\d/-]|\.\d)/y;
const NAMED_YEAR = /[ \n]nam[ \n]((?:19|20)\d\d)(?!\d|[ \n]?-[ \n]?\d)/y;
/** What makes the number an amount, a fraction, a score, a time, or part of a longer number or of a file's name. */
const NOT_A_NUMBER =
  /(?:[.,]\d|[/-]\d|:\d|_[a-z\d]|[ \n]?%|[ \n]?[x×][ \n]?\d|[ \n]?-[ \n]?\d|h\d|[ \n]?(?:km|kg|ha|m[23²³]|mm|cm|usd|vnd)(?![a-z]))/y;

/** Reads the number of a short form at `at`, with its year where one is printed; null where it cannot be one. */
export function readShortNumber(folded: FoldedText, at: number): ShortNumber | null {
  const text = folded.text;
  const number = matchAt(NUMBER, text, at)?.[0];
  // No document is the noughth.
  if (number === undefined || /^0+$/.test(number)) return null;
  const end = at + number.length;
  const glued = matchAt(YEAR, text, end);
  // `kế hoạch 2021-2025` is a period.
  if (glued !== null && isYear(number)) return null;
  if (glued?.[1] !== undefined) {
    return { number, year: Number(glued[1]), end: end + glued[0].length, after: end + glued[0].length };
  }
  if (matchAt(NOT_A_NUMBER, text, end) !== null && !isYearsOn(text, number, end)) return null;
  const inWords = matchAt(NAMED_YEAR, text, end);
  if (inWords?.[1] !== undefined) return { number, year: Number(inWords[1]), end, after: end + inWords[0].length };
  return { number, year: null, end, after: end };
}

/** `Nghị quyết 18 – 5 năm nhìn lại`: how long it has been there; a span of years rises (`kế hoạch 3 - 5 năm`). */
function isYearsOn(text: string, number: string, end: number): boolean {
  const years = matchAt(YEARS_ON, text, end)?.[1];
  return years !== undefined && Number.parseInt(number, 10) > Number(years);
}

const YEARS_ON = /[ \n]-[ \n](\d{1,2})[ \n]nam(?![a-z])/y;

/** A year of these days, which a document's number hardly is. */
export function isYear(number: string): boolean {
  return /^(?:19[89]|20[0-4])\d$/.test(number);
}

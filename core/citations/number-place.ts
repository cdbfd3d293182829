/**
 * Tells from what stands right around a number what it can be, before any word is read: a law's number by its year, a
 * quoted number, the year that brackets behind a short form open with.
 */
import type { FoldedText } from './fold.ts';
import type { FoundCitation } from './found.ts';
import { isGap } from './letters.ts';
import { matchAt } from './match-at.ts';

/** `/19`, `/20`. */
export function isYearBehind(text: string, at: number): boolean {
  return text[at] === '/' && (text.startsWith('19', at + 1) || text.startsWith('20', at + 1));
}

/** `số 43/2013`, `Luật Đất đai 31/2024`: the number of a law whose code was cut short. */
export function isLawNumber({ text }: FoldedText, at: number): boolean {
  if (matchAt(LAW_NUMBER, text, at) !== null) return true;
  const number = matchAt(NAMED_LAW_NUMBER, text, at);
  return number !== null && Number(number[1]) > 12 && LAW_BEFORE.test(text.slice(Math.max(0, at - LAW_BACK), at));
}

const LAW_NUMBER = /(?<=so[ \n:]{1,2})\d{1,3}\/(?:19|20)\d\d(?![\d/-])/y;
/** Too great a number for a month's. */
const NAMED_LAW_NUMBER = /(\d{2,3})\/(?:19|20)\d\d(?![\d/-])/y;
const LAW_BEFORE =
  /(?:^|[^a-z])luat(?![ ]su[ ])(?:[ ](?!(?:so|ngay|thang|quy|nam|tai|co|hieu|dieu|khoan)[ ])[a-z]{1,7}){1,8}[ ]$/;
const LAW_BACK = 64;

/** `Chương trình "135"`, `Chương trình “30a”`. */
export function isQuotedNumber(text: string, at: number): boolean {
  return '"«'.includes(text[at - 1] ?? ' ') && matchAt(QUOTED_NUMBER, text, at) !== null;
}

const QUOTED_NUMBER = /\d{2,4}[a-e]?["»]/y;

/** `Thông tư 13 (2019/TT-BNV)`: the year and the symbol of the short form before, and no number. */
export function isYearOfShort(text: string, at: number, previous: FoundCitation | undefined): boolean {
  if (previous?.kind !== 'short' || previous.year !== null) return false;
  return text.slice(previous.end, at).trim() === '(' && matchAt(YEAR_AND_SYMBOL, text, at) !== null;
}

const YEAR_AND_SYMBOL = /(?:19|20)\d\d[ ]?\/[ ]?[a-z]/y;

/** `…/2025/NĐ-CP`, behind the slash: dates end in a year too, what stands behind it tells most of them. */
export function isYearOfBlank(text: string, at: number): boolean {
  const sign = text.charCodeAt(isGap(text.charCodeAt(at + 4)) ? at + 5 : at + 4);
  return (sign === SLASH || sign === DASH) && matchAt(BLANK_NUMBER, text, at) !== null;
}

const DASH = 0x2d;
const SLASH = 0x2f;
const BLANK_NUMBER = /(?:19|20)\d\d[ \n]?[/-]/y;

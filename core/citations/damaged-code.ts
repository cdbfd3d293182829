/**
 * Reads codes whose order or digits were damaged: `NĐ-CP 135/2020` (the symbol first), `2l-NQ/TU`, `O5-NQ/TU`,
 * `3O/2O2O/NĐ-CP` (a scanner's letters for digits), `số 7⏎49/QĐ-TTg` (a line end among the digits).
 *
 * Digits are repaired only inside the frame of a code: letters for 0 and 1 beside a real digit, a type and an issuer of
 * the tables behind them. find.ts asks for a type word besides.
 */

import type { PrintedCode } from './code-parts.ts';
import { comparePrint, padNumber, referenceCode } from './code-print.ts';
import { findTypeBySymbol } from './document-types.ts';
import { composeSlice, type FoldedText } from './fold.ts';
import { findIssuer } from './issuers.ts';
import { isDigit, isGap } from './letters.ts';
import { readCodeBehind, readPrintedCode, withNumber } from './printed-code.ts';
import { endsLikeTypeWord } from './type-spelling.ts';

const SWAPPED_LEAD = /(?:^|[^a-z/-])([a-z]{2,3})-([a-z]{2,5})[ \n](?:so[ \n])?$/;
const SWAPPED_NUMBER = /(\d{1,5})\/((?:19|20)\d\d)(?![\d/-])/y;

/** `NĐ-CP 135/2020`: the symbol stands before the number. Null where both are not in the tables. */
export function readSwappedCode(folded: FoldedText, at: number): PrintedCode | null {
  SWAPPED_NUMBER.lastIndex = at;
  const number = SWAPPED_NUMBER.exec(folded.text);
  const from = Math.max(0, at - 14);
  const lead = number === null ? null : SWAPPED_LEAD.exec(folded.text.slice(from, at));
  if (number?.[1] === undefined || number[2] === undefined) return null;
  if (lead?.[1] === undefined || lead[2] === undefined) return null;
  const start = from + lead.index + lead[0].indexOf(lead[1]);
  const split = start + lead[1].length;
  const type = findTypeBySymbol(composeSlice(folded, start, split));
  const issuer = findIssuer(composeSlice(folded, split + 1, split + 1 + lead[2].length));
  if (type === null || issuer === null) return null;
  const canonical = `${padNumber(number[1])}/${number[2]}/${type.symbol}-${issuer.symbol}`;
  const end = at + number[0].length;
  return {
    start,
    end,
    shape: 'typed',
    number: number[1],
    year: Number(number[2]),
    type: type.symbol,
    issuerCode: issuer.symbol,
    canonical: referenceCode(canonical),
    isKnownIssuer: true,
    isNational: issuer.scope === 'national',
    isCentralU: false,
    isGlued: false,
    flags: comparePrint(folded, start, end, canonical),
  };
}

const DAMAGED_NUMBER = /[\doil](?:[\doil]|[sz](?=[\doil/-])){1,5}(?![\doil])/y;
const DAMAGED_YEAR = /[ \n]?[/-][ \n]?([12il][09o][\doil]{2})(?=[ \n]?\/)/y;

/** The code around the digit at `at` whose other digits a scanner read as letters, or null. */
export function readScannedCode(folded: FoldedText, at: number): PrintedCode | null {
  if (!hasLookAlike(folded.text, at)) return null;
  const start = startOfRun(folded.text, at);
  DAMAGED_NUMBER.lastIndex = start;
  const number = DAMAGED_NUMBER.exec(folded.text)?.[0];
  if (number === undefined) return null;
  DAMAGED_YEAR.lastIndex = start + number.length;
  const year = DAMAGED_YEAR.exec(folded.text);
  if (!/[oilsz]/.test(number + (year?.[1] ?? ''))) return null;
  const code = readCodeBehind(folded, start + number.length + (year?.[0].length ?? 0), {
    at: start,
    number: repairDigits(number),
    year: year?.[1] === undefined ? null : Number(repairDigits(year[1])),
  });
  // A letter's unknown unit is too little to mend digits by; an old act's issuer or type is of the tables.
  if (code === null || (code.shape !== 'old' && !code.isKnownIssuer)) return null;
  return { ...code, flags: [...code.flags, 'scanned-digits'] };
}

/**
 * The code whose number the line end at `end` cuts behind the digits from `at` on, or null: `số 7⏎49/QĐ-TTg` is
 * 749/QĐ-TTg. A number with a leading zero is whole, and no register runs beyond five digits. A blank cuts numbers of
 * four digits at most (`số 1 234/QĐ-UBND`), of three before a year (`số 1 65/2024/NĐ-CP`): such registers stay below that.
 */
export function readCutCode(folded: FoldedText, at: number, end: number): PrintedCode | null {
  const text = folded.text;
  if (!isDigit(text.charCodeAt(end + 1)) || text[at] === '0' || end - at > 3) return null;
  const rest = readPrintedCode(folded, end + 1);
  const number = text.slice(at, end) + (rest?.number ?? '');
  if (rest === null || !/^\d{2,5}$/.test(number)) return null;
  const isBlank = text[end] === ' ';
  if (isBlank && number.length > (rest.year === null ? 4 : 3)) return null;
  const whole = withNumber(rest, { number, year: rest.year }, at, rest.end);
  return { ...whole, flags: [...new Set([...rest.flags, isBlank ? 'spaces' : 'linebreak', 'repaired', CUT_NUMBER])] };
}

/** Digits behind "số" or a type word end the line above the digits at `at`: they may be the beginning of its number. */
export function mayBeCut(text: string, at: number): boolean {
  if (text[at - 1] !== '\n') return false;
  let start = at - 1;
  while (at - start <= 4 && isDigit(text.charCodeAt(start - 1))) start -= 1;
  return start < at - 1 && text[start] !== '0' && endsLikeTypeWord(text, start);
}

/** Flags a code whose digits stand on two lines, joined or not: which number was meant is not sure. */
export const CUT_NUMBER = 'cut-number';

/** A number alone whose first digits a scanner read as letters: `O7`, `l2`. */
export function readScannedNumber(
  text: string,
  at: number,
): { readonly number: string; readonly start: number; readonly end: number } | null {
  if (!'oil'.includes(text[at - 1] ?? ' ')) return null;
  const start = startOfRun(text, at);
  ALONE.lastIndex = start;
  const printed = ALONE.exec(text)?.[0];
  return start === at || printed === undefined
    ? null
    : { number: repairDigits(printed), start, end: start + printed.length };
}

const ALONE = /[oil\d]{2,4}(?![a-z\d/-]|[.,]\d)/y;

/** A letter that may be a digit stands right before or among the digits from `at` on, or in a year behind them. */
function hasLookAlike(text: string, at: number): boolean {
  if (isLookAlike(text.charCodeAt(at - 1))) return true;
  for (let next = at + 1; next < at + 12; next += 1) {
    const sign = text.charCodeAt(next);
    if (isLookAlike(sign)) return true;
    if (!isDigit(sign) && !isGap(sign) && sign !== SLASH && sign !== DASH) return false;
  }
  return false;
}

const SLASH = 0x2f;
const DASH = 0x2d;

/** One of o i l s z. */
function isLookAlike(code: number): boolean {
  return code === 0x6f || code === 0x69 || code === 0x6c || code === 0x73 || code === 0x7a;
}

/** Where the run of digits and look-alikes around `at` begins, if no other letter is glued to it; else `at`. */
function startOfRun(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 4 && 'oil'.includes(text[start - 1] ?? ' ')) start -= 1;
  return start > 0 && /[a-z\d]/.test(text[start - 1] ?? '') ? at : start;
}

function repairDigits(printed: string): string {
  return printed.replaceAll('o', '0').replace(/[il]/g, '1').replaceAll('s', '5').replaceAll('z', '2');
}

/**
 * Reads a code as a hand left it: what core/citations/query.ts understands, and around it the day, the term, letters of
 * an input method that was off (`nghij quyeets`), letters that a scan or a finger put for digits (`3O/2020`).
 *
 * Digits are never corrected silently: with letters among them the code counts as not understood, what it may mean is
 * only offered, and `isInDoubt` says so. Which documents fit is told in fit-code.ts.
 */
import type { IsoDate } from '../citations/citation.ts';
import { parseDay } from '../citations/document-date.ts';
import { foldKey } from '../citations/fold.ts';
import { parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import { type CodeQuery, isCodeQuery, readQuery } from '../citations/query.ts';
import { parseRoman } from '../citations/term.ts';
import { mendTelex } from './telex.ts';

export interface TypedCode {
  /** The parts as understood, to be shown; without a number where digits are in doubt. */
  readonly query: CodeQuery;
  /** The parts to look up: those of `query`, or with letters among the digits read as digits. */
  readonly sought: CodeQuery;
  readonly isInDoubt: boolean;
  /** The year stands in the code itself (30/2020/NĐ-CP), not beside it. */
  readonly hasYearInCode: boolean;
  readonly date: IsoDate | null;
  readonly term: TypedTerm | null;
  /** The words left over, folded, without date and term. */
  readonly words: string;
}

export type TypedTerm =
  /** `isNamed`: "nhiệm kỳ" stands before the years, so that they are no period of a plan. */
  | { readonly kind: 'years'; readonly years: string; readonly isNamed: boolean }
  /** khóa XIII: a congress of the Party, or an assembly's own number. */
  | { readonly kind: 'ordinal'; readonly ordinal: number };

const MOST_TYPED = 512;

/** @example readTypedCode('21nq/tu ngày 14/2/2022').date // '2022-02-14' */
export function readTypedCode(typed: string): TypedCode {
  const plain = partByDashes(typed.normalize('NFC').slice(0, MOST_TYPED));
  const text = readsBetter(mendTelex(plain), plain);
  const mended = mendDigits(text);
  const query = readQuery(text);
  const isInDoubt = mended !== text && !isCodeQuery(query) && isCodeQuery(readQuery(mended));
  const sought = nameIssuer(isInDoubt ? readQuery(mended) : query);
  const folded = foldKey(isInDoubt ? mended : text);
  const { words, term } = takeTerm(foldKey(sought.words));
  return {
    query,
    sought,
    isInDoubt,
    hasYearInCode: isYearInCode(sought, folded),
    date: findDate(folded),
    term,
    words: words.replace(/[^a-z0-9]+/g, ' ').trim(),
  };
}

/** A body named beside letters that it does not bear is left among the words: 12-NQ/TU Quận ủy Kim Lũng. */
function nameIssuer(query: CodeQuery): CodeQuery {
  const phrase = query.issuer === null && isCodeQuery(query) ? parseIssuerPhrase(query.words) : null;
  return phrase === null ? query : { ...query, issuer: phrase.text };
}

/** `12-2022-TT-BTC`, `30_2020_ND_CP`: number and year joined by the dash that parts the rest. */
function partByDashes(text: string): string {
  return text.replace(
    /(?<![\p{L}\d/._-])(\d{1,5}[a-e]?|\d{1,4}\.\d)([-‐‑–—−_])((?:19|20)\d\d)\2(?=\p{L})/giu,
    '$1/$3/',
  );
}

/** The mended text where more of a code is read from it than from the text as typed. */
function readsBetter(mended: string, text: string): string {
  if (mended === text) return text;
  return countParts(readQuery(mended)) > countParts(readQuery(text)) ? mended : text;
}

function countParts({ type, number, issuerCode, issuer, year }: CodeQuery): number {
  return [type, number, issuerCode, issuer, year].filter((part) => part !== null).length;
}

/** Letters that pass for digits beside at least one digit: `3O`, `2l`, `2O2O`. */
function mendDigits(text: string): string {
  return text.replace(/(?<![\p{L}\d])(?=[oil]{0,6}\d)(?=\d{0,6}[oil])[\doil]{2,7}(?![\p{L}\d])/giu, (digits) =>
    digits.replace(/o/gi, '0').replace(/[il]/gi, '1'),
  );
}

function isYearInCode({ number, year, type, issuerCode }: CodeQuery, folded: string): boolean {
  if (number === null || year === null || issuerCode === null) return false;
  const at = folded.indexOf(String(year));
  const isBehindNumber = /\d[a-e]? ?[/.,\\\u2044-] ?$/.test(folded.slice(0, Math.max(at, 0)));
  const isBeforeLetters = /^ ?[/.,\\\u2044-] ?[a-z]/.test(folded.slice(at + 4));
  return isBehindNumber && isBeforeLetters && (type !== null || /^(?:QH|UBTVQH)/.test(issuerCode));
}

const DAY = /(?<![\d/.-])(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?((?:19|20)\d\d)(?![\d/-])/;
const DAY_IN_WORDS = /(?<![\d/.-])(\d{1,2}) thang (\d{1,2}) nam ((?:19|20)\d\d)(?!\d)/;

function findDate(folded: string): IsoDate | null {
  const [, day, , month, year] = DAY.exec(folded) ?? [];
  const [, dayInWords, monthInWords, yearInWords] = DAY_IN_WORDS.exec(folded) ?? [];
  return parseDay(day ?? dayInWords, month ?? monthInWords, year ?? yearInWords);
}

const YEARS = /(?:(nhiem ky|khoa|nk) )?(?<!\d)((?:19|20)\d\d) ?[-/–] ?((?:19|20)\d\d)(?!\d)/;
const ORDINAL = /(?<![a-z])(?:dang )?khoa (?:thu )?([ivx]{1,6}|\d{1,2})(?![a-z\d/])/;
/** No term of office is longer. */
const LONGEST_TERM = 6;

function takeTerm(words: string): { readonly words: string; readonly term: TypedTerm | null } {
  const years = YEARS.exec(words);
  const [from, to] = [Number(years?.[2]), Number(years?.[3])];
  if (years !== null && to > from && to - from <= LONGEST_TERM && !/giai doan $/.test(words.slice(0, years.index)))
    return {
      words: words.replace(years[0], ' '),
      term: { kind: 'years', years: `${from}-${to}`, isNamed: years[1] !== undefined },
    };
  const ordinal = ORDINAL.exec(words);
  const printed = ordinal?.[1] ?? '';
  const value = /^\d/.test(printed) ? Number(printed) : parseRoman(printed);
  if (ordinal === null || value === null || value < 1) return { words, term: null };
  return { words: words.replace(ordinal[0], ' '), term: { kind: 'ordinal', ordinal: value } };
}

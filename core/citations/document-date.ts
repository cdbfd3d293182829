/**
 * Reads the date of a document where it is printed with a mention: `, ngày 18/01/2023`, `ngày 24 tháng 3 năm 2021`,
 * `(20/10/2023)`, `cùng ngày 25.10.2017`.
 *
 * Day comes first, always. A day and month without a year belong to an event, not to a document, and are left alone.
 */
import type { IsoDate } from './citation.ts';
import type { FoldedText } from './fold.ts';
import { goesOnWith, isDigit, isGap, isLetter, nextWord } from './letters.ts';
import { matchAt } from './match-at.ts';
import { wordStarts } from './words-at.ts';

/** A footnote's figure may be glued to the year: `21-3-20162`. */
const DAY_MONTH_YEAR =
  '(\\d{1,2})[ \\n]?[/.-][ \\n]?(\\d{1,2})[ \\n]?[/.-][ \\n]?(\\d{4}|\\d{2})(?:(?![\\d/])|(?<=[/.-](?:19|20)\\d\\d)[1-9](?![\\d/.-]))';
/** Pattern of a day in words, and of one in figures whose year is whole; three groups each. */
export const DAY_IN_WORDS =
  '(\\d{1,2})(?:[ \\n]thang[ \\n]|[/.-](?=\\d{1,2}[ \\n]nam))(\\d{1,2})[ \\n]?(?:nam|/)[ \\n]?(\\d{4})(?!\\d)';
export const FULL_DAY = '(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(?![\\d/])';
const DATE = `(?:${DAY_IN_WORDS}|${DAY_MONTH_YEAR})`;
/** Between code and date: a stray sign, a comma, "ban hành", "ký". */
const LEAD = '[ \\n]?[>"\'»)\\]]?[ \\n]?[,;-]?[ \\n]?';
const ISSUED =
  '(?:(?:duoc[ \\n])?(?:ky[ \\n]ban[ \\n]hanh|ban[ \\n]hanh|thong[ \\n]qua|ky|ki|ra|de)[ \\n](?:vao[ \\n])?)?';
const WITH_WORD = new RegExp(`${LEAD}${ISSUED}(?:cung[ \\n])?ngay[ \\n:]{0,2}${DATE}`, 'y');
const IN_BRACKETS = new RegExp(
  `[ \\n]?,?[ \\n]?[(\\[]${ISSUED}(?:cung[ \\n])?(?:ngay[ \\n])?${DATE}(?:[)\\]]|(?=[ \\n](?:cua|do)[ \\n]|,[ \\n][a-z .]{3,60}[)\\]]))`,
  'y',
);
/** The day that ends brackets which an issuer or the citation itself began: `(Ban Bí thư, 5/8/2019)`. */
const ENDS_BRACKETS = new RegExp(`[ \\n]?[,;-][ \\n]?${DATE}(?=[)\\]])`, 'y');
/** The code again in the date's place: `ngày 09-NQ/TU ngày 5/11/2021`. */
const REPEATED_CODE = /[ \n]?,?[ \n]?ngay[ \n]\d{1,5}[-/][a-z/-]{2,12}(?=[ \n,]{1,2}ngay)/y;

/** Of "ngày", "cùng ngày", of what `ISSUED` holds, and of a date in brackets. */
const DATE_BEGINNINGS = 'ncdkbtr0123456789';

const DATE_BEFORE = new RegExp(`(?:^|[^a-z])ngay[ \\n]${DATE}[ \\n]?,[ \\n]?$`);
const BEFORE_WINDOW = 40;
/** `Nghị quyết ngày 5/5/2021 số 36-NQ/TU`: the day between the type word and its number. */
const DATE_BETWEEN = new RegExp(
  `(?:^|[^a-z])(?:nghi[ \\n](?:quyet|dinh)|quyet[ \\n]dinh|chi[ \\n]thi|ket[ \\n]luan|ke[ \\n]hoach|thong[ \\n](?:tu|bao)|cong[ \\n]van|luat)[ \\n]?,?[ \\n]ngay[ \\n]${DATE}[ \\n]?,?[ \\n]$`,
);
const BETWEEN_WINDOW = 48;

export interface PrintedDate {
  /** Null where no calendar has the day that is printed. */
  readonly date: IsoDate | null;
  /** The day as it is printed: `31/2/2022`. */
  readonly printed: string;
  /** Folded offset behind it. */
  readonly end: number;
}

/** What a date begins with where a word stands before it. */
const BEGINS = wordStarts(['ngay', 'cung ngay', 'duoc ', 'ky ', 'ki ', 'ban ', 'thong ', 'ra ', 'de ']);

/** The date printed right behind `at` (folded offset), or null; what stands in its place in a year of another age is none. */
export function readDocumentDate(folded: FoldedText, at: number): PrintedDate | null {
  if (!goesOnWith(DATE_BEGINNINGS, folded.text, at)) return null;
  const here = readDateAt(folded, at);
  if (here !== null) return here;
  const isDay = folded.text.startsWith('ngay', nextWord(folded.text, at));
  const repeated = isDay ? matchAt(REPEATED_CODE, folded.text, at) : null;
  return repeated === null ? null : readDateAt(folded, at + repeated[0].length);
}

function readDateAt({ text }: FoldedText, at: number): PrintedDate | null {
  const next = nextWord(text, at);
  const isWord = isLetter(text.charCodeAt(next));
  if (isWord && !BEGINS(text, next)) return null;
  const match = isWord
    ? (matchAt(WITH_WORD, text, at) ?? matchAt(IN_BRACKETS, text, at))
    : (matchAt(IN_BRACKETS, text, at) ?? matchAt(ENDS_BRACKETS, text, at));
  if (match === null || (isWord && isOfNextClause(text, at, at + match[0].length))) return null;
  const [day = '', month = '', year = ''] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]];
  const date = parseDay(day, month, year);
  if (date === null && parseDay('1', '1', year) === null) return null;
  return { date, printed: `${day}/${month}/${year}`, end: at + match[0].length };
}

/** `Quyết định số 4/QĐ-UBND; ngày 5/3/2021, UBND huyện …`: behind a semicolon the day opens a clause that goes on. */
function isOfNextClause(text: string, at: number, end: number): boolean {
  if (text[at] !== ';' && text[at + 1] !== ';') return false;
  return matchAt(CLAUSE_GOES_ON, text, end) !== null;
}

const CLAUSE_GOES_ON = /,[ \n](?!cua[ \n])[a-z]/y;

/**
 * The full date that opens the clause in which an issuer signs: `Ngày 9/4/2016, Chủ tịch UBND tỉnh ký …`. `at` is where
 * the issuer's words begin; a date before `floor` belongs to another citation.
 */
export function readDateBefore(folded: FoldedText, at: number, floor: number): IsoDate | null {
  const from = Math.max(floor, at - BEFORE_WINDOW);
  const match = DATE_BEFORE.exec(folded.text.slice(from, at));
  return match === null ? null : parseDay(match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]);
}

/** The day between a type word and the "số" at `at`, where the citation's surface begins. */
export function readDateBetween(folded: FoldedText, at: number, floor: number): IsoDate | null {
  if (!isBehindDate(folded.text, at)) return null;
  const match = DATE_BETWEEN.exec(folded.text.slice(Math.max(floor, at - BETWEEN_WINDOW), at));
  return match === null ? null : parseDay(match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]);
}

/** A cheap look before the pattern: a digit or comma stands before the blank. */
function isBehindDate(text: string, at: number): boolean {
  const sign = text.charCodeAt(at - 2);
  return isGap(text.charCodeAt(at - 1)) && (isDigit(sign) || isGap(sign) || sign === COMMA);
}

const COMMA = 0x2c;

/** A calendar day from printed parts; null where no such day exists. Two-digit years are of this century up to 49. */
export function parseDay(day: string | undefined, month: string | undefined, year: string | undefined): IsoDate | null {
  const y = Number(year);
  const fullYear = year?.length === 2 ? (y < 50 ? 2000 + y : 1900 + y) : y;
  const [m, d] = [Number(month), Number(day)];
  if (!(fullYear >= 1900 && fullYear <= 2100 && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(fullYear, m))) return null;
  return `${fullYear}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}` as IsoDate;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

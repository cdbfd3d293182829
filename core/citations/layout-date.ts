/**
 * Reads the date of a document where the layout gives it, not the sentence: the letterhead (`Số: 2217/QĐ-UBND`, then
 * `Nam Giang, ngày 14 tháng 11 năm 2023`), a table's next column (`15/2008/QĐ-UBND | 12/3/2008`), a gazette's line
 * (`15-7-2022` above, or `31-8-2022 - ` in front of the type word).
 *
 * A wrong date is worse than none. A page prints other days beside codes: of its own posting, of coming into force, of
 * a meeting; so a column needs a cell, a gazette needs its pattern twice, and a code's year must be the date's.
 */
import type { IsoDate } from './citation.ts';
import { DAY_IN_WORDS, FULL_DAY, parseDay } from './document-date.ts';
import { composeSlice, type FoldedText } from './fold.ts';
import { goesOnWith } from './letters.ts';

/** The places of a mention that its layout is read from, as folded offsets. */
export interface LaidOutMention {
  readonly start: number;
  /** Behind the code and its footnote marks. */
  readonly after: number;
  /** Where the citation before ends, and where the next begins. */
  readonly floor: number;
  readonly limit: number;
  /** The year in the code, or null. */
  readonly year: number | null;
  /** The surface begins with "số" or the number itself. */
  readonly isWordless: boolean;
}

/** A date that holds by itself, or only where its layout comes again in the text. */
export interface LayoutDate {
  readonly date: IsoDate;
  /** Folded offset behind it. */
  readonly end: number;
  readonly isSure: boolean;
}

const TIME = '(?![ |,]{0,3}\\d{1,2}[:h]\\d|[ ]?-[ ]?\\d|[ \\n|]{0,3}(?:luot[ ]|gmt))';
const COLUMN_DATE = new RegExp(`[ ]?([ ,|\\n\\f])[ \\n]?(?:${FULL_DAY})${TIME}`, 'y');
/** A row begins here, or a cell of a ruled table: its number may stand in front. */
const CELL_START = /(?:^|[\n\f|])[ ]?(?:\d{1,4}[.)]?[ |\n]{1,3})?$/;
const CELL_WINDOW = 12;
/** Behind a date in running words the sentence goes on; behind a day of posting a new one begins. */
const GOES_ON = /^(?:[,;)\]]|\s+\p{Ll})/u;

const PLACE = '([a-z]{1,10}\\.?(?:[ -]{1,3}[a-z]{1,10}){0,4})';
const MOTTO = '(?:doc[ ]lap[ ]-[ ]tu[ ]do[ ]-[ ]hanh[ ]phuc[ \\n\\f])?';
const REGARDING = '(?:(?:v/v|ve[ ]viec)[ :][^\\n\\f]{1,160}[\\n\\f])?';
const HEAD_DAY = `(?:${DAY_IN_WORDS}|${FULL_DAY})`;
const HEAD_BEHIND = new RegExp(
  `([ \\n\\f]${MOTTO}${REGARDING})${PLACE}[ ]?,[ ]?ngay[ ]${HEAD_DAY}(?=[ ]?[\\n\\f]|$)`,
  'y',
);
const HEAD_BEFORE = new RegExp(`(^|[\\n\\f])${PLACE}[ ]?,[ ]?ngay[ ]${HEAD_DAY}[\\n\\f]$`);
const HEAD_WINDOW = 90;
/** Words that a clause about a day begins with: "Sáng nay, ngày 14/11/2023". */
const TIME_OF_DAY = /^(?:sang|trua|chieu|toi|dem|hom|thu|trong|vao|theo)(?![a-z])/;

const LINE_DATE = new RegExp(`(?:^|[\\n\\f])(?:${FULL_DAY})(?:[ ]-[ ]|[\\n\\f])$`);
const LINE_WINDOW = 16;

/** Columns in which the day behind the code is not the document's own. */
const OTHER_COLUMN =
  /ky hieu(?: van ban)?[ \n|]{1,3}(?:ngay|thoi (?:diem|gian))[ \n](?:co|het|bat dau co|ngung)[ \n]hieu luc/;

/** The letterhead's date: `Số: CODE` opens the line, and place and day follow on it, on the next, or stand above it. */
export function readHeadDate(folded: FoldedText, mention: LaidOutMention): IsoDate | null {
  if (!mention.isWordless || !opensLine(folded.text, mention.start)) return null;
  HEAD_BEHIND.lastIndex = mention.after;
  const behind = HEAD_BEHIND.exec(folded.text);
  if (behind !== null && mention.after + behind[0].length <= mention.limit + 1) {
    return readPlacedDay(folded, behind, mention.after);
  }
  const from = Math.max(mention.floor, mention.start - HEAD_WINDOW);
  const before = HEAD_BEFORE.exec(folded.text.slice(from, mention.start));
  return before === null ? null : readPlacedDay(folded, before, from + before.index);
}

/** The date in the column behind a code, or right behind it in running words. */
export function readColumnDate(folded: FoldedText, mention: LaidOutMention): LayoutDate | null {
  const text = folded.text;
  if (!goesOnWith('0123456789', text, mention.after)) return null;
  COLUMN_DATE.lastIndex = mention.after;
  const match = COLUMN_DATE.exec(text);
  if (match === null) return null;
  const end = mention.after + match[0].length;
  const date = dayOf(match, 2);
  if (date === null || end > mention.limit || !isOfYear(date, mention.year)) return null;
  const isCell = CELL_START.test(text.slice(Math.max(0, mention.start - CELL_WINDOW), mention.start));
  if (isCell) {
    const isFirstOfRow = mention.floor === 0 || /[\n\f]/.test(text.slice(mention.floor, mention.start));
    if (!isFirstOfRow) return null;
    return { date, end, isSure: mention.year !== null || /[|,]/.test(match[0]) };
  }
  const isRunning = /^[ ]?[ ,][ ]?\d/.test(match[0]) && GOES_ON.test(folded.slice(end, end + 4));
  // `Nghị định 74/2024/NĐ-CP, 30-06-2024.`: behind the code's own year a day is its own; else it may be a caption's.
  const isOwn = mention.year !== null && match[0].startsWith(',') && ENDS_PHRASE.test(text.slice(end, end + 2));
  return isRunning || isOwn ? { date, end, isSure: true } : null;
}

const ENDS_PHRASE = /^(?:[.;](?:[ \n\f]|$)|[\n\f)\]]|$)/;

/** The date on the line above, or in front of the type word on its line: `31-8-2022 - Quyết định số …`. */
export function readLineDate(folded: FoldedText, mention: LaidOutMention): LayoutDate | null {
  const last = folded.text.charCodeAt(mention.start - 1);
  const isBehindDash = last === 0x20 && folded.text[mention.start - 2] === '-';
  if (mention.isWordless || (last !== 0x0a && last !== 0x0c && !isBehindDash)) return null;
  const from = Math.max(mention.floor, mention.start - LINE_WINDOW);
  const match = LINE_DATE.exec(folded.text.slice(from, mention.start));
  const date = match === null ? null : dayOf(match, 1);
  return date === null ? null : { date, end: mention.start, isSure: false };
}

/** Whether a table's head says that the days behind its codes are those of coming into or going out of force. */
export function hasOtherColumn(folded: FoldedText): boolean {
  return OTHER_COLUMN.test(folded.text);
}

/** A code's own year and the year of its date are one. */
export function isOfYear(date: IsoDate, year: number | null): boolean {
  return year === null || date.startsWith(`${year}-`);
}

/** The day of a letterhead whose place is a name; `at` is where the match begins. */
function readPlacedDay(folded: FoldedText, match: RegExpExecArray, at: number): IsoDate | null {
  const [, lead = '', place = ''] = match;
  const printed = composeSlice(folded, at + lead.length, at + lead.length + place.length);
  const isName = printed.split(/[ -]+/).every((word) => /^\p{Lu}/u.test(word));
  return isName && !TIME_OF_DAY.test(place) ? dayOf(match, 3) : null;
}

/** The day of a match whose groups from `first` on are those of the day patterns, of which one matched. */
function dayOf(match: RegExpExecArray, first: number): IsoDate | null {
  const [day, month, year] = match.slice(first).filter((part) => part !== undefined);
  return parseDay(day, month, year);
}

function opensLine(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === 0x0a || text.charCodeAt(at - 1) === 0x0c;
}

/**
 * Publication dates as sites print them, in Vietnamese (day before month) and in feeds and metas.
 *
 * Reads whole dates only, with a year: `17/12` and `8-7` in a sentence are events and belong to meetings. Times are Vietnam's
 * (UTC+7, no summer time); an instant in another zone is converted. An impossible date (30/2) is reported, never mended by swapping
 * day and month. Which of several dates is the article's is decided in published.ts.
 */
import {
  ENGLISH_DAYS,
  ENGLISH_MONTHS,
  MONTH_NAMES,
  MONTH_WORDS,
  monthNumbers,
  monthOf,
  weekdayNumber,
} from './calendar-names.ts';
import { type Clock, clock, isHalfDoubtful, offsetOf, readTime, TIME, VIETNAM } from './clock-times.ts';
import { isEndOfSpan } from './date-spans.ts';
import { type Day, isoDay, isoInstant, weekdayOf } from './iso-dates.ts';

export type DateFlag =
  /** Printed on a clock of twelve hours without AM or PM: only the day is given. */
  | 'clock-12h'
  | 'weekday-mismatch'
  /** Month before day, as programs set to the United States print it. */
  | 'month-first'
  /** A malformed stamp whose parts were still plain (`2023-10-14+0708:15:00`). */
  | 'repaired'
  /** A feed prints the month where minutes belong: the minutes may be wrong. */
  | 'minutes-doubtful'
  /** A time such as 25:70 stood beside the date and was left out. */
  | 'time-impossible';

interface Printed {
  /** As printed, with its label, weekday and time; `text.slice(start, end)`. */
  readonly surface: string;
  readonly start: number;
  readonly end: number;
}

export type FoundDate =
  | (Printed & {
      readonly kind: 'date';
      /** `YYYY-MM-DDTHH:MM:SS+07:00`, or `YYYY-MM-DD` where only the day is known. */
      readonly value: string;
      /** The same in the zone in which it was printed, where that is another; Vietnam's where none was. */
      readonly local: string;
      /** `updated` where the label says so (Cập nhật). */
      readonly use: 'published' | 'updated';
      readonly flags: readonly DateFlag[];
    })
  | (Printed & { readonly kind: 'impossible' });

/**
 * All whole dates of a short text, in order; what stands behind its first 2,000 characters is not looked at.
 * @example findDates('Thứ Bảy, 09/07/2016, 21:14 [GMT+7]') // [{ kind: 'date', value: '2016-07-09T21:14:00+07:00', … }]
 */
export function findDates(text: string): readonly FoundDate[] {
  const line = text.slice(0, MAX_LINE);
  if (!YEAR.test(line)) return [];
  const found: FoundDate[] = [];
  for (const shape of shapes) {
    for (const match of line.matchAll(shape.pattern)) {
      const end = match.index + match[0].length;
      if (found.some((other) => match.index < other.end && other.start < end)) continue;
      if (isEndOfSpan(line.slice(0, match.index), match[0])) continue;
      found.push(shape.read(match, line));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The first whole date of a text, null when it has none. */
export function findDate(text: string): FoundDate | null {
  return findDates(text)[0] ?? null;
}

/**
 * A time of day by itself: `7h30`, `15 giờ`, `22:36`; null when the text is not one.
 * @example parseTimeOfDay('15 giờ 05') // { hour: 15, minute: 5 }
 */
export function parseTimeOfDay(text: string): { readonly hour: number; readonly minute: number } | null {
  const match = new RegExp(`^\\s{0,9}${TIME}\\s{0,9}$`, 'iu').exec(text);
  const time = match === null ? null : readTime(match.groups ?? {});
  return time === null || time === 'impossible' ? null : { hour: time.hour, minute: time.minute };
}

/** Whether a day exists, in the years that a site can have published in. */
export function isRealDay(year: number, month: number, day: number): boolean {
  if (year < 1945 || year > 2100) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const MAX_LINE = 2000;
/** Every shape has one, and most lines have none. */
const YEAR = /\d{4}/;

interface Shape {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, line: string) => FoundDate;
}

// Pieces. Named groups are unique within one pattern.
const ZONE = '(?:\\s{0,3}[[(]?(?:(?:GMT|UTC)\\s?\\+\\s?0?7(?::?00)?|\\+07:?00|ICT)[\\])]?)?';

/** In this order: a shape never reads inside what an earlier one took. */
const shapes: readonly Shape[] = [
  // D18: 2026-04-03T22:32:47+07:00, also +0700, Z, no zone, or the day alone.
  {
    pattern:
      /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?:(?:T|\s)(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?(?![\d+-])/gu,
    read: ({ index, 0: surface, 1: year, 2: month, 3: day, 4: hour, 5: minute, 6: second, 7: zone }) =>
      settle(index, surface, {
        day: { year: Number(year), month: Number(month), day: Number(day) },
        time: hour === undefined ? null : clock(Number(hour), Number(minute), Number(second ?? 0)),
        offsetMinutes: zone === undefined ? VIETNAM : offsetOf(zone),
        flags: [],
      }),
  },
  // D19: NukeViet prints the T of its format as the zone, glued before the hour.
  {
    pattern: /(?<![\d-])(\d{4})-(\d{2})-(\d{2})\+07(\d{2}):(\d{2}):(\d{2})(?!\d)/gu,
    read: ({ index, 0: surface, 1: year, 2: month, 3: day, 4: hour, 5: minute, 6: second }) =>
      settle(index, surface, {
        day: { year: Number(year), month: Number(month), day: Number(day) },
        time: clock(Number(hour), Number(minute), Number(second)),
        offsetMinutes: VIETNAM,
        flags: ['repaired'],
      }),
  },
  // D20: Fri, 03 Apr 2026 22:32:47 GMT+7.
  {
    pattern: new RegExp(
      `(?:(?:${ENGLISH_DAYS}),?\\s{1,3})?(\\d{1,2})\\s(${ENGLISH_MONTHS})\\s(\\d{4})\\s(\\d{2}):(\\d{2})(?::(\\d{2}))?(?:\\s?(GMT\\+0?7|GMT|UTC|Z|ICT|[+-]\\d{4}))?(?!\\d)`,
      'gu',
    ),
    read: ({ index, 0: surface, 1: day, 2: monthName, 3: year, 4: hour, 5: minute, 6: second, 7: zone }) => {
      const month = ENGLISH_MONTHS.split('|').indexOf(monthName ?? '') + 1;
      return settle(index, surface, {
        day: { year: Number(year), month, day: Number(day) },
        time: clock(Number(hour), Number(minute), Number(second ?? 0)),
        offsetMinutes: zone === undefined ? VIETNAM : offsetOf(zone),
        flags: Number(minute) === month ? ['minutes-doubtful'] : [],
      });
    },
  },
  // Mon Oct 11 14:57:21 CEST 2021, as Java and Unix print a date. The zone is a name, so only the day is taken.
  {
    pattern: new RegExp(
      `(?:${ENGLISH_DAYS})\\s(${ENGLISH_MONTHS})\\s{1,2}(\\d{1,2})\\s\\d{2}:\\d{2}:\\d{2}\\s(?:[A-Z]{2,5}\\s)?(\\d{4})(?!\\d)`,
      'gu',
    ),
    read: ({ index, 0: surface, 1: monthName = '', 2: day, 3: year }) =>
      settle(index, surface, {
        day: { year: Number(year), month: ENGLISH_MONTHS.split('|').indexOf(monthName) + 1, day: Number(day) },
        time: null,
        offsetMinutes: VIETNAM,
        flags: [],
      }),
  },
  // 2019年4月13日
  {
    pattern: /(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu,
    read: (match, line) =>
      readAround(line, match, { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }),
  },
  // D10: ngày 05 tháng 02 năm 2023, the month also in words (tháng Năm is May); "ngày" may be part of a label before it.
  {
    pattern: new RegExp(
      // What stands before is looked at behind the number, for numbers are few.
      `(?<!\\d)(\\d{1,2})(?<=(?:^|ngày\\s|[:,|–-])\\s{0,3}\\d{1,2})\\s{1,3}tháng\\s{1,3}(\\d{1,2}|${MONTH_WORDS}),?\\s{1,3}năm\\s{1,3}(\\d{4})(?!\\d)`,
      'giu',
    ),
    read: (match, line) => {
      const [, day, month = '', year] = match;
      const number = monthNumbers.get(month.toLowerCase()) ?? Number(month);
      return readAround(line, match, { year: Number(year), month: number, day: Number(day) });
    },
  },
  // In words: April 14, 2023 and 14th April 2023, 14. Juli 2023, 14 de julio de 2023, with a time behind.
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(${MONTH_NAMES})\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,2}(\\d{4})(?!\\d)`,
      'giu',
    ),
    read: (match, line) =>
      readAround(line, match, { year: Number(match[3]), month: monthOf(match[1]), day: Number(match[2]) }),
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|[.º°])?[\\s-]{1,2}(?:of\\s|del?\\s)?(${MONTH_NAMES}),?[\\s-]{1,2}(?:del?\\s)?(\\d{4})(?!\\d)`,
      'giu',
    ),
    read: (match, line) =>
      readAround(line, match, { year: Number(match[3]), month: monthOf(match[2]), day: Number(match[1]) }),
  },
  // The year first and no dashes: 2020/10/04, 2020.10.4.
  {
    pattern: /(?<![\d/.-])(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?![\d/-])/gu,
    read: (match, line) =>
      readAround(line, match, { year: Number(match[1]), month: Number(match[3]), day: Number(match[4]) }),
  },
  // D22: 10/14/2023 8:15:05 AM, as .NET prints it for the United States: nothing padded but minutes and seconds.
  {
    pattern:
      /(?<![\d/.-])([1-9]|1[0-2])\/([1-9]|[12]\d|3[01])\/(\d{4}) ([1-9]|1[0-2]):(\d{2}):(\d{2}) (AM|PM)(?!\p{L})/gu,
    read: ({ index, 0: surface, 1: month, 2: day, 3: year, 4: hour, 5: minute, 6: second, 7: half }) =>
      settle(index, surface, {
        day: { year: Number(year), month: Number(month), day: Number(day) },
        time: clock((Number(hour) % 12) + (half === 'PM' ? 12 : 0), Number(minute), Number(second)),
        offsetMinutes: VIETNAM,
        flags: ['month-first'],
      }),
  },
  // D1-D8: dd/mm/yyyy, also with dots or dashes, with what stands around it.
  {
    pattern: /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/]|-\p{Lu})/gu,
    read: (match, line) => {
      const [, day, , month, year] = match;
      return readAround(line, match, { year: Number(year), month: Number(month), day: Number(day) });
    },
  },
];

interface Reading {
  readonly day: Day;
  readonly time: Clock | 'impossible' | null;
  readonly offsetMinutes: number;
  readonly flags: readonly DateFlag[];
}

const timeAfter = new RegExp(`(?<gap>\\s{0,3}(?:[,|]|[-–]|lúc|vào|at|um)?\\s{0,20}(?:lúc\\s)?)${TIME}${ZONE}`, 'iuy');
const zoneAfter = new RegExp(ZONE, 'iuy');
const timeBefore = new RegExp(`(?<![\\d:/])${TIME}${ZONE}\\s{0,3}[,|–-]?\\s{0,3}(?:ngày\\s{1,3})?$`, 'iu');
const weekdayBefore =
  /(?<ordinal>(?:lần|họp|nghị|phiên|khóa|khoá|phần)\s)?(?<name>thứ\s(?:hai|ba|tư|bốn|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|chúa nhật|CN|T[2-7]|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\s?[,.]?\s?[-–]?\s?(?:ngày\s{1,3})?$/iu;
const labelBefore =
  /(?<updated>(?:ngày\s|thời gian\s)?cập nhật|sửa lần cuối|chỉnh sửa|(?:last\s)?(?:updated|modified|edited|revised|revision)(?:\son)?|(?:zuletzt\s)?(?:aktualisiert|geändert)(?:\sam)?|letzte\sänderung|mis\sà\sjour(?:\sle)?|actualizado(?:\sel)?|aggiornato(?:\sil)?|atualizado(?:\sem)?)?(?:\s{0,3}:?\s{0,3}(?:lần cuối|ngày đăng|đăng ngày|đăng lúc|đăng|xuất bản|lúc|vào|ngày|hồi)){0,3}\s{0,3}:?\s{0,3}$/iu;

/** Looks left and right of a bare day for its label, weekday and time. */
function readAround(line: string, match: RegExpExecArray, day: Day): FoundDate {
  let start = match.index;
  let end = start + match[0].length;
  const flags: DateFlag[] = [];
  timeAfter.lastIndex = end;
  const after = timeAfter.exec(line);
  let time: Clock | 'impossible' | null = null;
  if (after !== null) {
    time = readTime(after.groups ?? {});
    end += after[0].length;
    // The one portal known to print `Ngày đăng 15/12/2021 | 01:47` runs on twelve hours; from 13 on, or at 0, it cannot.
    if ((after.groups?.['gap'] ?? '').includes('|') && isHalfDoubtful(time)) flags.push('clock-12h');
  } else {
    zoneAfter.lastIndex = end;
    end += zoneAfter.exec(line)?.[0].length ?? 0;
  }
  let left = line.slice(Math.max(0, start - 60), start);
  const take = (found: RegExpExecArray | null): void => {
    if (found === null) return;
    start -= left.length - found.index;
    left = left.slice(0, found.index);
  };
  const before = after === null ? timeBefore.exec(left) : null;
  if (before !== null) time = readTime(before.groups ?? {});
  take(before);
  const weekday = weekdayBefore.exec(left);
  if (weekday?.groups?.['ordinal'] === undefined) {
    take(weekday);
    const name = weekday?.groups?.['name'];
    if (name !== undefined && weekdayNumber(name) !== weekdayOf(day)) flags.push('weekday-mismatch');
  }
  // The time may also stand before the weekday: 14:21, Thứ sáu, 26/05/2017.
  const earlier = time === null && weekday !== null ? timeBefore.exec(left) : null;
  if (earlier !== null) time = readTime(earlier.groups ?? {});
  take(earlier);
  const label = labelBefore.exec(left);
  take(label);
  const use = label?.groups?.['updated'] === undefined ? 'published' : 'updated';
  return settle(start, line.slice(start, end), { day, time, offsetMinutes: VIETNAM, flags }, use);
}

/** Checks a reading and writes it down. */
function settle(
  start: number,
  surface: string,
  reading: Reading,
  use: 'published' | 'updated' = 'published',
): FoundDate {
  const { day, time, offsetMinutes } = reading;
  const printed: Printed = { surface, start, end: start + surface.length };
  if (!isRealDay(day.year, day.month, day.day)) return { kind: 'impossible', ...printed };
  const flags: DateFlag[] = [...reading.flags];
  if (time === 'impossible') flags.push('time-impossible');
  const isDayOnly = time === null || time === 'impossible' || flags.includes('clock-12h');
  const value = isDayOnly ? isoDay(day) : isoInstant(day, time, offsetMinutes, VIETNAM);
  const local = isDayOnly ? value : isoInstant(day, time, offsetMinutes, offsetMinutes);
  return { kind: 'date', value, local, use, flags, ...printed };
}

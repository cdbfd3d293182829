/**
 * Spans of days and hours, as events are announced: the day at their end is no day of publication.
 *
 * Only what is printed around one date is looked at; whether two whole dates make a span is told in published.ts.
 */

/**
 * Whether a date with its month in letters stands behind an earlier day of that month: 9-23 Feb 2017, vom 9. bis 23. Februar 2017.
 * Between figures alone the number before may be anything: Trang 8 - 20/10/2022.
 */
export function isEndOfSpan(before: string, printed: string): boolean {
  return DAY_AND_WORD.test(printed) && EARLIER_DAY.test(before.slice(-MAX_DAY));
}

/** Whether a time of day and what stands behind it are a span of hours: 30. März 2020, 13:15 Uhr - 19:00 Uhr. */
export function beginsWithLaterHour(behind: string): boolean {
  return LATER_HOUR.test(behind.slice(0, MAX_HOUR));
}

/** Whether nothing but a dash or a word for until stands between two dates. */
export function isSpanWord(between: string): boolean {
  return between.length <= MAX_WORD && SPAN_WORD.test(between);
}

const MAX_WORD = 12;
const MAX_DAY = 14;
const MAX_HOUR = 24;
const DAY_AND_WORD = /^\d{1,2}\D{1,12}\p{L}/u;
const EARLIER_DAY =
  /(?:^|[\s(])(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?\s?(?:[-–—]|bis|to|and|und|al?|au)\s?(?:zum\s)?$/iu;
const SPAN_WORD = /^\s*(?:[-–—]|bis|to|until|till|through|al?|au|đến)\s*(?:zum|ngày)?\s*$/iu;
const LATER_HOUR = /^\s?(?:uhr|h)?\s?(?:[-–—]|bis|to|until)\s?\d{1,2}[:.h]\d{2}/iu;

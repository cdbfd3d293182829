/**
 * The names of months and weekdays, Vietnamese and English, as dates on pages spell them.
 *
 * Pieces for the patterns of dates.ts, and the way from a name to its number. Which words around a name make it a date is told there.
 */

/** Giêng and Chạp are months of the lunar year, so they are not here. The longer words come first, for the pattern. */
export const monthNumbers: ReadonlyMap<string, number> = new Map([
  ['mười một', 11],
  ['mười hai', 12],
  ['mười', 10],
  ...['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín'].map((word, at) => [word, at + 2] as const),
]);
/** For patterns: alternatives without a group around them. */
export const MONTH_WORDS = [...monthNumbers.keys()].join('|');
export const ENGLISH_MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
export const MONTH_NAMES =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
export const ENGLISH_DAYS = 'Sun|Mon|Tue|Wed|Thu|Fri|Sat';

/** 1 to 12 of an English name, whole or cut to three letters. */
export function monthOf(name = ''): number {
  const short = `${name.slice(0, 1).toUpperCase()}${name.slice(1, 3).toLowerCase()}`;
  return ENGLISH_MONTHS.split('|').indexOf(short) + 1;
}

/** 0 is Sunday, as in Date. */
export function weekdayNumber(name: string): number {
  const words = ['hai', 'ba', 'tư', 'năm', 'sáu', 'bảy'];
  const english = ENGLISH_DAYS.split('|').findIndex((day) => name.toLowerCase().startsWith(day.toLowerCase()));
  if (english !== -1) return english;
  const word = name.toLowerCase().replace('bẩy', 'bảy').replace('bốn', 'tư');
  const digit = /[2-7]$/.exec(word)?.[0];
  if (digit !== undefined) return Number(digit) - 1;
  return words.findIndex((known) => word.endsWith(` ${known}`)) + 1;
}

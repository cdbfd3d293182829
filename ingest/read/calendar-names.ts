/**
 * The names of months and weekdays as dates on pages spell them: Vietnamese, English, and of other languages the months.
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

/** Months from January on, each with its names: English, German, French, Spanish, Italian, Portuguese, Dutch, Russian. */
const namesByMonth: readonly string[] = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari января',
  'february feb februar feber février févr fév febrero febbraio fevereiro fev februari февраля',
  'march mar märz mär mrz mars marzo março maart mrt марта',
  'april apr avril avr abril abr aprile апреля',
  'may mai mayo maggio mag maio mei мая',
  'june jun juni juin junio giugno giu junho июня',
  'july jul juli juillet juil julio luglio lug julho июля',
  'august aug août agosto ago augustus августа',
  'september sept sep septembre septiembre settembre set setembro сентября',
  'october oct oktober okt octobre octubre ottobre ott outubro out октября',
  'november nov novembre noviembre novembro ноября',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro декабря',
];
const numbersByName: ReadonlyMap<string, number> = new Map(
  namesByMonth.flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);
/** Longer names first; a full stop may follow a short one. */
export const MONTH_NAMES = `(?:${[...numbersByName.keys()].sort((a, b) => b.length - a.length).join('|')})(?!\\p{L})\\.?`;
export const ENGLISH_DAYS = 'Sun|Mon|Tue|Wed|Thu|Fri|Sat';

/** 1 to 12 of a name that MONTH_NAMES matches; 0 of any other. */
export function monthOf(name = ''): number {
  return numbersByName.get(name.toLowerCase().replace('.', '')) ?? 0;
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

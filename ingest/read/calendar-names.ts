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

/** Months from January on, each with its names: English, German, French, Spanish, Italian, Portuguese, Dutch,
 * Russian, Swedish, Polish, Turkish, Arabic, Greek, Czech. */
const namesByMonth: readonly string[] = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari января stycznia ocak يناير ιανουαρίου ledna',
  'february feb februar feber février févr fév febrero febbraio fevereiro fev februari февраля lutego şubat فبراير φεβρουαρίου února',
  'march mar märz mär mrz mars marzo março maart mrt марта marca mart مارس μαρτίου března',
  'april apr avril avr abril abr aprile апреля kwietnia nisan أبريل ابريل απριλίου dubna',
  'may mai mayo maggio mag maio mei мая maj maja mayıs مايو μαΐου května',
  'june jun juni juin junio giugno giu junho июня czerwca haziran يونيو ιουνίου června',
  'july jul juli juillet juil julio luglio lug julho июля lipca temmuz يوليو ιουλίου července',
  'august aug août agosto ago augustus августа augusti sierpnia ağustos أغسطس اغسطس αυγούστου srpna',
  'september sept sep septembre septiembre settembre set setembro сентября września eylül سبتمبر σεπτεμβρίου září',
  'october oct oktober okt octobre octubre ottobre ott outubro out октября października ekim أكتوبر اكتوبر οκτωβρίου října',
  'november nov novembre noviembre novembro ноября listopada kasım نوفمبر νοεμβρίου listopadu',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro декабря desember grudnia aralık ديسمبر δεκεμβρίου prosince',
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

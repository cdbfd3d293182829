/** Which months a coverage shows, and the days of them. */
import type { DaySpan, HostMonth } from '../../core/archive/coverage.ts';

/** The months of a year, without those still to come; else the twelve that end with the last mention. */
export function chooseMonths(citing: readonly HostMonth[], year: string | undefined, now: Date): readonly string[] {
  const last = lastMonth(citing);
  const today = now.toISOString().slice(0, 7);
  if (year === undefined) return monthsUpTo(last ?? today);
  const months = monthsUpTo(`${year}-12`);
  const end = last !== null && last > today ? last : today;
  const past = months.filter((month) => month <= end);
  return past.length === 0 ? months : past;
}

function lastMonth(citing: readonly HostMonth[]): string | null {
  return citing.reduce<string | null>(
    (last, { month }) => (month !== null && (last === null || month > last) ? month : last),
    null,
  );
}

function monthsUpTo(last: string): readonly string[] {
  const number = Number(last.slice(0, 4)) * 12 + Number(last.slice(5)) - 1;
  return Array.from({ length: 12 }, (_, index) => monthText(number - 11 + index));
}

function monthText(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** The days of these months. */
export function spanOf(months: readonly string[]): DaySpan {
  const [first = '1900-01', last = first] = [months[0], months.at(-1)];
  const number = Number(last.slice(0, 4)) * 12 + Number(last.slice(5));
  return { from: `${first}-01`, before: `${monthText(number)}-01` };
}

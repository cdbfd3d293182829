/**
 * The days that a date of some precision covers, so that meetings known by month or year are found in a span of time.
 */
import type { MeetingFacts } from '../meetings/meeting.ts';

export interface DaySpan {
  /** `YYYY-MM-DD`, or empty when no date is known. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/**
 * @example
 * spanDays({ date: '2023-01', dateTo: null, precision: 'quarter' }) // { firstDay: '2023-01-01', lastDay: '2023-03-31' }
 */
export function spanDays({ date, dateTo, precision }: Pick<MeetingFacts, 'date' | 'dateTo' | 'precision'>): DaySpan {
  const first = spanOf(date, precision === 'quarter' ? 3 : 1);
  const last = spanOf(dateTo, 1);
  return { firstDay: first.firstDay, lastDay: last.lastDay > first.lastDay ? last.lastDay : first.lastDay };
}

function spanOf(date: string | null, months: number): DaySpan {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date ?? '');
  if (match === null) return { firstDay: '', lastDay: '' };
  const [whole, year, month, day] = match;
  if (day !== undefined) return { firstDay: whole, lastDay: whole };
  if (month === undefined) return { firstDay: `${year}-01-01`, lastDay: `${year}-12-31` };
  return { firstDay: `${year}-${month}-01`, lastDay: endOfMonth(Number(year), Number(month) + months - 1) };
}

function endOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

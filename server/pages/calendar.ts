/**
 * The calendar of meetings: one month as weeks of seven days, and how many meetings every other month has.
 *
 * A day shows a few meetings and how many there are; the rest is one click away in the list of that day. Months are taken
 * from the address and from what the archive holds, never from a clock, unless nothing is dated.
 */
import { type CalendarMeeting, countMonths, type MonthCount, readMonth } from '../../core/archive/meeting-calendar.ts';
import type { MeetingFilter } from '../../core/archive/meeting-lists.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { addDays } from '../../core/meetings/calendar.ts';
import type { CalendarDayView, CalendarMeetingView, CalendarView, CalendarYearView } from '../../web/views/calendar.ts';

/** Meetings that a day shows. */
const PER_DAY = 5;
const FIRST_MONTH = '1900-01';
const LAST_MONTH = '2099-12';

export async function readCalendar(db: ArchiveDb, filter: MeetingFilter, month: string): Promise<CalendarView> {
  const { days, vague } = await readMonth(db, filter, month, PER_DAY);
  const counts = await countMonths(db, filter);
  const held = new Map(days.map((day) => [day.day, day]));
  return {
    month,
    previous: month <= FIRST_MONTH ? null : addMonths(month, -1),
    next: month >= LAST_MONTH ? null : addMonths(month, 1),
    weeks: weeksOf(month).map((week) =>
      week.map((date): CalendarDayView => {
        const day = held.get(date);
        return {
          date,
          isWithin: date.startsWith(month),
          meetings: (day?.meetings ?? []).map(toView),
          total: day?.total ?? 0,
        };
      }),
    ),
    vague: { meetings: vague.meetings.map(toView), total: vague.total },
    years: yearsOf(counts),
    undated: counts.find((one) => one.month === '')?.count ?? 0,
  };
}

/** The days of the weeks that touch a month, Monday first. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = `${month}-01`;
  const monday = addDays(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7));
  const weeks: string[][] = [];
  for (let start = monday; start.slice(0, 7) <= month; start = addDays(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(start, index)));
  }
  return weeks;
}

function yearsOf(counts: readonly MonthCount[]): readonly CalendarYearView[] {
  const years = new Map<number, { months: number[]; vague: number }>();
  for (const { month, count, vague } of counts) {
    if (month === '') continue;
    const [year = 0, number = 1] = month.split('-').map(Number);
    const held = years.get(year) ?? { months: Array.from({ length: 12 }, () => 0), vague: 0 };
    held.months[number - 1] = count;
    held.vague += vague;
    years.set(year, held);
  }
  return [...years].map(([year, held]) => ({ year, ...held })).sort((a, b) => b.year - a.year);
}

function toView({ id, kind, title, date, dateTo, precision, host }: CalendarMeeting): CalendarMeetingView {
  const known = precision === 'day' || precision === 'month' || precision === 'quarter' || precision === 'year';
  return { id, kind, title, when: { date, dateTo, precision: known ? precision : null, isInferred: false }, host };
}

function addMonths(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

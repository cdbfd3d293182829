/**
 * Meetings by month, for a calendar: how many each month has, and those of one month day by day.
 *
 * A day of one month is looked up in the index of first days; a meeting that began up to six weeks before the month and
 * goes on into it stands on the month's first day. What is known by month, quarter or year only has no day to stand on
 * and is told beside.
 */
import { sql } from 'kysely';
import { addDays } from '../meetings/calendar.ts';
import type { MeetingKind } from '../meetings/meeting.ts';
import { spanDays } from './day-span.ts';
import { filterMeetings, type MeetingFilter } from './meeting-lists.ts';
import { readMeetingKind } from './meeting-row.ts';
import type { ArchiveDb, MeetingTable } from './schema.ts';

/** What a cell of a calendar shows of a meeting. */
export interface CalendarMeeting extends Pick<MeetingTable, 'id' | 'title' | 'host' | 'date' | 'precision'> {
  readonly kind: MeetingKind;
  readonly dateTo: string | null;
}

export interface CalendarDay {
  /** `2023-03-21`. */
  readonly day: string;
  /** The first few. */
  readonly meetings: readonly CalendarMeeting[];
  readonly total: number;
}

export interface CalendarMonth {
  /** Days that have meetings, in order. */
  readonly days: readonly CalendarDay[];
  /** Meetings known to be in this month, or in a quarter or year that holds it, but not on which day. */
  readonly vague: { readonly meetings: readonly CalendarMeeting[]; readonly total: number };
}

/** How many meetings began in a month; `vague` is how many more stand there only because their quarter or year begins with it. */
export interface MonthCount {
  /** `2023-03`; empty for meetings of which no date is known. */
  readonly month: string;
  readonly count: number;
  readonly vague: number;
}

/** Longer than any meeting lasts: the National Assembly sits for a month. */
const LONGEST_MEETING = 45;

/** Months that have meetings, oldest first. */
export async function countMonths(db: ArchiveDb, filter: MeetingFilter): Promise<readonly MonthCount[]> {
  const rows = await filterMeetings(db, filter)
    .select((query) => [
      sql<string>`substr(meetings.first_day, 1, 7)`.as('month'),
      query.fn.countAll<number>().as('count'),
      sql<number>`sum(case when meetings.precision in ('quarter', 'year') then 1 else 0 end)`.as('vague'),
    ])
    .groupBy('month')
    .orderBy('month')
    .execute();
  return rows.map(({ month, count, vague }) => ({ month, count: count - vague, vague }));
}

/**
 * The meetings of a month (`2023-03`), at most `perDay` of each day in the order of their ids, which is by host.
 *
 * @example
 * await readMonth(db, { chair: 'mẫu' }, '2023-03', 5) // { days: [{ day: '2023-03-21', meetings: [...], total: 7 }], vague: … }
 */
export async function readMonth(
  db: ArchiveDb,
  filter: MeetingFilter,
  month: string,
  perDay: number,
): Promise<CalendarMonth> {
  const first = `${month}-01`;
  const { lastDay: last } = spanDays({ date: month, dateTo: null, precision: 'month' });
  const fitting = filterMeetings(db, filter)
    .where('meetings.first_day', '>=', addDays(first, -LONGEST_MEETING))
    .where('meetings.first_day', '<=', last)
    .where('meetings.last_day', '>=', first)
    .where('meetings.precision', '=', 'day')
    .select(columns)
    .select(sql<string>`case when meetings.first_day < ${first} then ${first} else meetings.first_day end`.as('day'));
  const numbered = db
    .selectFrom(fitting.as('fitting'))
    .selectAll()
    .select([
      sql<number>`row_number() over (partition by day order by id)`.as('place'),
      sql<number>`count(*) over (partition by day)`.as('total'),
    ]);
  const rows = await db
    .selectFrom(numbered.as('numbered'))
    .selectAll()
    .where('place', '<=', perDay)
    .orderBy('day')
    .orderBy('place')
    .execute();
  const days = new Map<string, { day: string; meetings: CalendarMeeting[]; total: number }>();
  for (const { day, total, place: _place, ...row } of rows) {
    const known = days.get(day) ?? { day, meetings: [], total };
    known.meetings.push(toCalendarMeeting(row));
    days.set(day, known);
  }
  return { days: [...days.values()], vague: await readVague(db, filter, month, perDay) };
}

/** Spans of months begin with the month itself, its quarter or its year, so that their first days can be looked up. */
async function readVague(db: ArchiveDb, filter: MeetingFilter, month: string, limit: number) {
  const [year = '', number = ''] = month.split('-');
  const quarter = String(Number(number) - ((Number(number) - 1) % 3)).padStart(2, '0');
  const fitting = filterMeetings(db, filter)
    .where('meetings.precision', '!=', 'day')
    .where('meetings.first_day', 'in', [...new Set([`${month}-01`, `${year}-${quarter}-01`, `${year}-01-01`])])
    .where('meetings.last_day', '>=', `${month}-01`);
  const rows = await fitting
    .select(columns)
    .orderBy('meetings.first_day', 'desc')
    .orderBy('meetings.last_day')
    .orderBy('meetings.id')
    .limit(limit)
    .execute();
  const { total } = await fitting.select((query) => query.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { meetings: rows.map(toCalendarMeeting), total };
}

const columns = [
  'meetings.id',
  'meetings.title',
  'meetings.kind',
  'meetings.host',
  'meetings.date',
  'meetings.date_to',
  'meetings.precision',
] as const;

function toCalendarMeeting(
  row: Pick<MeetingTable, 'id' | 'title' | 'kind' | 'host' | 'date' | 'date_to' | 'precision'>,
): CalendarMeeting {
  const { date_to: dateTo, kind, ...same } = row;
  return { ...same, kind: readMeetingKind(kind), dateTo };
}

/** What the calendar of meetings is told. Days are `2023-03-21`, months `2023-03`. */
import type { MeetingBrief } from '../view-terms.ts';

export interface CalendarDayView {
  readonly date: string;
  /** False for the days of the months before and after, which fill the first and last week. */
  readonly isWithin: boolean;
  /** The first few; `total` says how many there are. */
  readonly meetings: readonly CalendarMeetingView[];
  readonly total: number;
}

export type CalendarMeetingView = Pick<MeetingBrief, 'id' | 'kind' | 'title' | 'when' | 'host'>;

export interface CalendarYearView {
  readonly year: number;
  /** Meetings that began in each month, January first. */
  readonly months: readonly number[];
  /** Those of which only the quarter or the year is known. */
  readonly vague: number;
}

export interface CalendarView {
  readonly month: string;
  /** Null where the calendar ends. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Seven days each, Monday first. */
  readonly weeks: readonly (readonly CalendarDayView[])[];
  /** In this month, its quarter or its year, on a day that is not known. */
  readonly vague: { readonly meetings: readonly CalendarMeetingView[]; readonly total: number };
  /** Years that have meetings, newest first. */
  readonly years: readonly CalendarYearView[];
  /** Meetings of which no date is known. */
  readonly undated: number;
}

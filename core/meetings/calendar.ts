/**
 * Calendar arithmetic on plain `YYYY-MM-DD` strings: no clock, no time zone but Vietnam's (+07:00, no summer time).
 */

const DAY_MS = 86_400_000;
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** `isoDay(2023, 3, 21)` is `2023-03-21`; null for a day that the calendar does not have (30/2, 29/2/2023, month 13). */
export function isoDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > lastDayOf(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** `isoMonth(2022, 9)` is `2022-09`; null for a month that is none. */
export function isoMonth(year: number, month: number): string | null {
  return month >= 1 && month <= 12 ? `${pad(year, 4)}-${pad(month, 2)}` : null;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** `addDays('2020-12-31', 1)` is `2021-01-01`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The Vietnamese day of a publication time: a plain day as it is, an instant moved to +07:00; null when it is neither. */
export function vietnameseDay(published: string | null): string | null {
  if (published === null) return null;
  const plain = /^(\d{4})-(\d{2})-(\d{2})(?:$|T(?!.*(?:Z|[+-]\d{2}:?\d{2})$))/u.exec(published);
  if (plain) return isoDay(Number(plain[1]), Number(plain[2]), Number(plain[3]));
  const instant = Date.parse(published);
  if (Number.isNaN(instant)) return null;
  return dayInVietnam(new Date(instant));
}

/** The day in Vietnam at an instant. */
export function dayInVietnam(at: Date): string {
  return new Date(at.getTime() + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

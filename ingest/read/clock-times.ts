/**
 * Times of day beside a date: 7h30, 15 giờ 05, 22:36:10, 1:22 CH, 10:28 p.m.
 *
 * A piece of pattern with named groups and what they mean. Whether a time belongs to a date, and on which clock it is shown, is
 * told in dates.ts.
 */

export const TIME =
  '(?<hour>\\d{1,2})(?:\\s?:\\s?(?<minute>\\d{2})(?::(?<second>\\d{2}))?|\\s?(?:h|giờ|g)(?:\\s?(?<minutes>\\d{2})(?:\\s?(?:phút|p))?)?(?![\\p{L}\\d]))(?:\\s?(?<half>AM|PM|[AP]\\.M\\.|SA|CH)(?!\\p{L}))?';

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly isHalfKnown: boolean;
}

export function readTime(groups: Readonly<Record<string, string | undefined>>): Clock | 'impossible' | null {
  if (groups['hour'] === undefined) return null;
  const half = groups['half']?.toUpperCase().replaceAll('.', '');
  const hour = Number(groups['hour']);
  const isAfternoon = half === 'PM' || half === 'CH';
  if (half !== undefined && hour > 12) return clock(hour, Number(groups['minute'] ?? 0), 0);
  const full = half === undefined ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
  const read = clock(full, Number(groups['minute'] ?? groups['minutes'] ?? 0), Number(groups['second'] ?? 0));
  return read === 'impossible' ? read : { ...read, isHalfKnown: half !== undefined };
}

/** Whether a time could be of either half of the day on a clock of twelve hours. */
export function isHalfDoubtful(time: Clock | 'impossible' | null): boolean {
  return time !== null && time !== 'impossible' && time.hour >= 1 && time.hour <= 12 && !time.isHalfKnown;
}

export function clock(hour: number, minute: number, second: number): Clock | 'impossible' {
  return hour < 24 && minute < 60 && second < 60 ? { hour, minute, second, isHalfKnown: false } : 'impossible';
}

/** Minutes before UTC. */
export const VIETNAM = 7 * 60;

/** The minutes of a zone as stamps name it: +07:00, GMT+7, Z. */
export function offsetOf(zone: string): number {
  if (zone === 'ICT' || zone.startsWith('GMT+')) return VIETNAM;
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

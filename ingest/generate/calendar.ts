/** Days of the invented world: counted from 1970-01-01, printed in the ways of Vietnamese reports. */
import type { Random } from './random.ts';

/** A calendar day, counted from 1970-01-01. */
export type DayNumber = number;

const DAY_MS = 86_400_000;
const isoDays = new Map<DayNumber, string>();

export function toDay(iso: string): DayNumber {
  return Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
}

/** `2023-03-21`. The few thousand days of the world are asked for a hundred times an article, hence the memory. */
export function toIso(day: DayNumber): string {
  const known = isoDays.get(day);
  if (known !== undefined) return known;
  const iso = new Date(day * DAY_MS).toISOString().slice(0, 10);
  isoDays.set(day, iso);
  return iso;
}

export function yearOf(day: DayNumber): number {
  return Number(toIso(day).slice(0, 4));
}

/** A whole date behind a code: `ngày 3/2/2021`, `ngày 03 tháng 02 năm 2021`. */
export function printWholeDate(day: DayNumber, random: Random): string {
  const [year = '', month = '', date = ''] = toIso(day).split('-');
  const [m, d] = [String(Number(month)), String(Number(date))];
  return random.pick([
    `ngày ${d}/${m}/${year}`,
    `ngày ${date}/${month}/${year}`,
    `ngày ${d}-${m}-${year}`,
    `ngày ${date} tháng ${month} năm ${year}`,
    `ngày ${d}/${m}/${year}`,
  ]);
}

/** The day of an event, mostly without its year: `21/3`, `21-3`, `21/3/2023`. */
export function printEventDay(day: DayNumber, random: Random): string {
  const [year = '', month = '', date = ''] = toIso(day).split('-');
  const [m, d] = [String(Number(month)), String(Number(date))];
  return random.pick([`${d}/${m}`, `${date}/${month}`, `${d}/${m}/${year}`, `${d}-${m}`]);
}

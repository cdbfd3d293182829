/** Days and instants written as ISO 8601, the zone in plain sight. */
import type { Clock } from './clock-times.ts';

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `2023-03-21` */
export function isoDay({ year, month, day }: Day): string {
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** An instant read in one zone, written in another; both as minutes before UTC. */
export function isoInstant(day: Day, time: Clock, from: number, to: number): string {
  const utc = Date.UTC(day.year, day.month - 1, day.day, time.hour, time.minute, time.second);
  const shown = new Date(utc + (to - from) * 60_000).toISOString().slice(0, 19);
  const zone = `${pad(Math.floor(Math.abs(to) / 60))}:${pad(Math.abs(to) % 60)}`;
  return `${shown}${to < 0 ? '-' : '+'}${zone}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** 0 for Sunday. */
export function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/**
 * Dates beside links in feeds and sitemaps: as article dates are written, or null with a reason.
 *
 * Feeds break dates in every way, and what is broken is no date. A day that has not come yet is none either: it is a
 * slip, or an event.
 */
import { findDate } from '../read/dates.ts';

export interface FoundTime {
  /** `YYYY-MM-DDTHH:MM:SS+07:00`, or the day where no more is sure; null for none. */
  readonly value: string | null;
  /** Why what stood there is not taken whole: a stable code; null when it is, or when nothing stood there. */
  readonly fault: 'date-unreadable' | 'date-impossible' | 'date-future' | 'minutes-doubtful' | null;
}

/**
 * Reads the date of a feed's or sitemap's entry. `now` is the instant of fetching; null doubts no date as future.
 * @example readFoundDate('Thu, 21 Sep 2023 07:12:00 GMT+7', null) // { value: '2023-09-21T07:12:00+07:00', fault: null }
 */
export function readFoundDate(printed: string, now: string | null): FoundTime {
  const text = printed.trim().slice(0, 200);
  if (text === '') return { value: null, fault: null };
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month !== null) return { value: null, fault: 'date-unreadable' };
  const found = findDate(text);
  if (found === null) return { value: null, fault: 'date-unreadable' };
  if (found.kind === 'impossible') return { value: null, fault: 'date-impossible' };
  if (now !== null && startOf(found.value) > Date.parse(now) + DAY_MS) return { value: null, fault: 'date-future' };
  // NukeViet prints the month where minutes belong: the day stands.
  return found.flags.includes('minutes-doubtful')
    ? { value: found.value.slice(0, 10), fault: 'minutes-doubtful' }
    : { value: found.value, fault: null };
}

/** The first moment that a day or instant may mean, in milliseconds; for comparing. */
export function startOf(value: string): number {
  return Date.parse(value.includes('T') ? value : `${value}T00:00:00+07:00`);
}

const DAY_MS = 86_400_000;

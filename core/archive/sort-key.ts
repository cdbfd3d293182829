/**
 * The order of articles: by the day of publication in Vietnam, then as they came. One whole number says it, so that
 * "newest first" and spans of time are ranges of one index, here as in a search index that numbers its rows with it.
 * Articles without a day come before all others, hence last where the newest come first.
 */
import type { ArchiveDb } from './schema.ts';

const keysPerDay = 2 ** 20;
const firstDay = Date.UTC(1900, 0, 1);
const dayMs = 86_400_000;
const vietnamMs = 7 * 3_600_000;

/**
 * Days since 1900 began, from 1; 0 when `published` tells no day.
 *
 * @example
 * dayNumber('2023-03-20T23:30:00Z') === dayNumber('2023-03-21') // half past six in the morning in Vietnam
 */
export function dayNumber(published: string | null): number {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]{5,18}(Z|[+-]\d{2}:?\d{2})?)?$/.exec(published ?? '');
  const day = match?.[2] === undefined ? match?.[1] : toVietnamDay(match[0]);
  const at = Date.parse(`${day ?? ''}T00:00:00Z`);
  return Number.isNaN(at) || at < firstDay ? 0 : Math.floor((at - firstDay) / dayMs) + 1;
}

/** The lowest sort key that an article of this day, or of a day some days later, may have. */
export function dayKey(day: string, daysLater = 0): number {
  return (dayNumber(day) + daysLater) * keysPerDay;
}

/** A number that no article has yet, behind all others of the same day; keeps `held` when that is of the day already. */
export async function nextSortKey(db: ArchiveDb, published: string | null, held: number | null): Promise<number> {
  const first = published === null ? 0 : dayKey(published);
  if (held !== null && held >= first && held < first + keysPerDay) return held;
  const { last } = await db
    .selectFrom('articles')
    .select((query) => query.fn.max<number | null>('sort_key').as('last'))
    .where('sort_key', '>=', first)
    .where('sort_key', '<', first + keysPerDay)
    .executeTakeFirstOrThrow();
  const next = last === null ? first : last + 1;
  if (next < first + keysPerDay) return next;
  throw new Error(
    `Cannot order an article of ${published ?? 'no day'}: expected fewer than ${keysPerDay} articles of one day`,
  );
}

function toVietnamDay(instant: string): string | null {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? null : new Date(at + vietnamMs).toISOString().slice(0, 10);
}

/**
 * How often a document is cited over time, told from the order of articles, in which every key begins with its day: one
 * look at one index, however often it is cited.
 */
import type { ArchiveDb } from '../core/archive/schema.ts';
import { dayKey } from '../core/archive/sort-key.ts';
import type { OfficialDocument } from '../core/documents/document.ts';
import { citingMentions } from './citing.ts';

export interface Trend {
  readonly mentions: number;
  /** Mentions by month of publication, oldest first; those of articles without a day are in `mentions` only. */
  readonly months: readonly { readonly month: string; readonly count: number }[];
  /** Last day on which an article cites it; null when none has a day. */
  readonly latest: string | null;
}

export async function readTrend(db: ArchiveDb, document: OfficialDocument): Promise<Trend> {
  const rows = await citingMentions(db, document)
    .select(({ eb, fn }) => [eb('sort_key', '/', eb.lit(keysPerDay)).as('day'), fn.countAll<number>().as('count')])
    .groupBy(({ eb }) => eb('sort_key', '/', eb.lit(keysPerDay)))
    .execute();
  const days = rows.flatMap((row) => {
    const day = Math.floor(Number(row.day));
    return day < 1 ? [] : [{ day: dayOf(day), count: row.count }];
  });
  const months = new Map<string, number>();
  for (const { day, count } of days) months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + count);
  return {
    mentions: rows.reduce((sum, { count }) => sum + count, 0),
    months: [...months].map(([month, count]) => ({ month, count })).sort((a, b) => (a.month < b.month ? -1 : 1)),
    latest: days.reduce<string | null>((last, { day }) => (last === null || day > last ? day : last), null),
  };
}

/** The first day has the number 1. */
const firstDay = '1900-01-01';
const keysPerDay = dayKey(firstDay);

function dayOf(number: number): string {
  return new Date(Date.parse(firstDay) + (number - 1) * 86_400_000).toISOString().slice(0, 10);
}

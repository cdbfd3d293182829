/**
 * Keeps the meetings: which reports speak of one, told anew around the days that changed.
 *
 * Whether two reports are of one meeting rests on the reports of the days around theirs (cluster.ts), so a changed report
 * touches the meetings of the days that can look back on it, and the one it was counted to before. Those are told again
 * from all that they rest on; where one of them reaches further, so far is read. The rest of the archive is not looked
 * at, and what is kept is what telling all of it at once would give.
 */
import { addDays } from '../meetings/calendar.ts';
import { anchorOf, partitionReports, REACH_DAYS } from '../meetings/cluster.ts';
import { nameMeetings, uniteDays, uniteReports } from '../meetings/unite.ts';
import { type DayRange, isWithin, type KeptReport, readMates, readReports, readReportsOf } from './meeting-reports.ts';
import { replaceMeetings } from './meetings.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';

/**
 * Tells anew which meetings these articles report, together with all other reports that this may touch; answers the
 * articles that belong to another meeting than before. `upTo` is the change up to which all is settled with this.
 */
export async function settleMeetings(
  db: ArchiveDb,
  articles: readonly ArticleId[],
  upTo?: number,
): Promise<readonly ArticleId[]> {
  const changed = await readReports(db, articles);
  const before = await readMates(db, articles);
  const days = new Set([...changed.flatMap((report) => anchorOf(report) ?? []), ...before.days]);
  const near = new Set([...days].flatMap((day) => daysFrom(day, REACH_DAYS)));
  const reports = new Map(changed.map((report) => [report.articleId, report]));
  const mates = new Set<ArticleId>([...articles, ...before.articles]);
  let ranges: readonly DayRange[] = [];
  let asked = uniteRanges([...days].map((day) => around(day, REACH_DAYS, 2 * REACH_DAYS)));
  for (;;) {
    for (const range of asked.filter((one) => !ranges.some((known) => covers(known, one)))) {
      for (const report of await readReportsOf(db, range)) {
        if (!reports.has(report.articleId)) reports.set(report.articleId, report);
      }
    }
    ranges = uniteRanges([...ranges, ...asked]);
    const touched = chooseTouched(partitionReports([...reports.values()]), near, mates);
    const members = touched.flat();
    const found = await readMates(
      db,
      members.map(({ articleId }) => articleId).filter((id) => !mates.has(id)),
    );
    const strangers = found.articles.filter((id) => !mates.has(id));
    for (const { articleId } of members) mates.add(articleId);
    for (const id of strangers) mates.add(id);
    const missing = strangers.filter((id) => !reports.has(id));
    for (const report of await readReports(db, missing)) reports.set(report.articleId, report);
    const anchors = [...mates].flatMap((id) => anchorOfKnown(reports.get(id)));
    asked = uniteRanges(anchors.map((day) => around(day, REACH_DAYS, REACH_DAYS))).filter(
      (one) => !ranges.some((known) => covers(known, one)),
    );
    if (asked.length > 0 || strangers.length > 0) continue;
    return replaceMeetings(db, [...mates], nameMeetings(touched.map(uniteReports)), upTo);
  }
}

type Part = readonly KeptReport[];

/** Meetings of the days near a change or with a known mate, and all that begin on one day with these: ids are counted. */
function chooseTouched(
  parts: readonly Part[],
  near: ReadonlySet<string>,
  mates: ReadonlySet<ArticleId>,
): readonly Part[] {
  const isTouched = (report: KeptReport): boolean => near.has(anchorOf(report) ?? '') || mates.has(report.articleId);
  const touched = new Set(parts.filter((part) => part.some(isTouched)));
  const firstDays = new Set([...touched].map(firstDayOf));
  return parts.filter((part) => touched.has(part) || isOn(firstDayOf(part), firstDays));
}

/** Null for a meeting that is not known to the day: its id is its own. */
function firstDayOf(part: Part): string | null {
  const { date, precision } = uniteDays(part);
  return precision === 'day' ? date : null;
}

function isOn(day: string | null, days: ReadonlySet<string | null>): boolean {
  return day !== null && days.has(day);
}

function anchorOfKnown(report: KeptReport | undefined): readonly string[] {
  const day = report === undefined ? null : anchorOf(report);
  return day === null ? [] : [day];
}

function daysFrom(day: string, count: number): readonly string[] {
  return Array.from({ length: count + 1 }, (_, later) => addDays(day, later));
}

function around(day: string, before: number, after: number): DayRange {
  return { from: addDays(day, -before), to: addDays(day, after) };
}

function covers(known: DayRange, { from, to }: DayRange): boolean {
  return isWithin(from, known) && isWithin(to, known);
}

/** Ranges in order, those that touch as one. */
function uniteRanges(ranges: readonly DayRange[]): readonly DayRange[] {
  const united: DayRange[] = [];
  for (const range of ranges.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = united.at(-1);
    if (last === undefined || range.from > addDays(last.to, 1)) united.push(range);
    else if (range.to > last.to) united[united.length - 1] = { from: last.from, to: range.to };
  }
  return united;
}

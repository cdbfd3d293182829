/**
 * Keeps the meetings: which reports speak of one, day by day.
 *
 * Only reports of the same first day can speak of the same meeting, so a changed report touches its own day and the day
 * it was counted to before, and nothing else.
 */
import { type ClusterReport, clusterMeetings } from '../meetings/cluster.ts';
import { normaliseHost } from '../meetings/host.ts';
import type { MeetingFacts } from '../meetings/meeting.ts';
import { inPieces } from './dialect.ts';
import { meetingColumn } from './meeting-row.ts';
import { replaceMeetings } from './meetings.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';

/** Tells anew which meetings these articles report, together with all other reports of the same days. */
export async function settleMeetings(db: ArchiveDb, articles: readonly ArticleId[]): Promise<void> {
  const reports = new Map<ArticleId, ClusterReport>();
  for (const piece of inPieces(articles))
    for (const report of await readReports(db, piece)) reports.set(report.articleId, report);
  const days = new Set<string>();
  for (const { facts } of reports.values()) if (facts.precision === 'day' && facts.date !== null) days.add(facts.date);
  for (const day of await daysBefore(db, articles)) days.add(day);
  const scope = new Set<ArticleId>(articles);
  for (const day of days) {
    const neighbours = await articlesOfDay(db, day);
    for (const piece of inPieces(neighbours))
      for (const report of await readReports(db, piece)) reports.set(report.articleId, report);
    for (const article of neighbours) scope.add(article);
  }
  await replaceMeetings(db, [...scope], clusterMeetings([...reports.values()]));
}

interface KeptReport extends ClusterReport {
  readonly articleId: ArticleId;
}

async function readReports(db: ArchiveDb, articles: readonly ArticleId[]): Promise<readonly KeptReport[]> {
  if (articles.length === 0) return [];
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'url', 'meeting_json'])
    .where('id', 'in', articles)
    .execute();
  return rows.flatMap(({ id, url, meeting_json: json }) => {
    if (json === null) return [];
    const facts: MeetingFacts = meetingColumn.read(json);
    const hostKey = facts.host === null ? null : normaliseHost(facts.host);
    return [{ articleId: id, url, facts, hostKey, placeKey: null }];
  });
}

/** Days of the meetings that these articles were counted to so far. */
async function daysBefore(db: ArchiveDb, articles: readonly ArticleId[]): Promise<readonly string[]> {
  const days: string[] = [];
  for (const piece of inPieces(articles)) {
    const rows = await db
      .selectFrom('meeting_articles')
      .innerJoin('meetings', 'meetings.id', 'meeting_articles.meeting')
      .select('meetings.date')
      .distinct()
      .where('meeting_articles.article', 'in', piece)
      .where('meetings.precision', '=', 'day')
      .execute();
    days.push(...rows.flatMap(({ date }) => (date === null ? [] : [date])));
  }
  return days;
}

async function articlesOfDay(db: ArchiveDb, day: string): Promise<readonly ArticleId[]> {
  const rows = await db
    .selectFrom('meetings')
    .innerJoin('meeting_articles', 'meeting_articles.meeting', 'meetings.id')
    .select('meeting_articles.article')
    .where('meetings.first_day', '=', day)
    .where('meetings.precision', '=', 'day')
    .execute();
  return rows.map(({ article }) => article);
}

/**
 * Reports of meetings as they are compared: what an article says of its meeting, with the place of its source, the
 * traces its wording leaves and the codes it cites. Found by the days about which they are looked at.
 */
import { sql } from 'kysely';
import { foldKey } from '../citations/fold.ts';
import type { Place } from '../documents/document.ts';
import { isCentralCity } from '../documents/places.ts';
import type { ClusterReport } from '../meetings/agreement.ts';
import { addDays } from '../meetings/calendar.ts';
import { anchorOf, REACH_DAYS } from '../meetings/cluster.ts';
import { normaliseHost } from '../meetings/host.ts';
import { type HomePlace, placeHost } from '../meetings/host-key.ts';
import { readTraces } from '../meetings/traces.ts';
import { selectCurrent } from './article-row.ts';
import { inPieces } from './dialect.ts';
import { reportColumn } from './meeting-row.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import { dayKey } from './sort-key.ts';

export interface KeptReport extends ClusterReport {
  readonly articleId: ArticleId;
}

/** Days from `from` to `to`, both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** The reports among these articles. */
export async function readReports(db: ArchiveDb, articles: readonly ArticleId[]): Promise<readonly KeptReport[]> {
  const reports: KeptReport[] = [];
  for (const piece of inPieces(articles)) {
    const rows = await selectRows(db, piece).execute();
    const codes = await readCodes(db, piece);
    for (const row of rows) if (row.meeting_json !== null) reports.push(toReport(row, row.meeting_json, codes));
  }
  return reports;
}

/** All settled reports whose day (`anchorOf`) lies in the range. */
export async function readReportsOf(db: ArchiveDb, range: DayRange): Promise<readonly KeptReport[]> {
  const dated = await db
    .selectFrom('meetings')
    .innerJoin('meeting_articles', 'meeting_articles.meeting', 'meetings.id')
    .select('meeting_articles.article')
    .where('meetings.first_day', '>=', addDays(range.from, -LONGEST_MEETING))
    .where('meetings.first_day', '<=', addDays(range.to, REACH_DAYS))
    .where('meetings.last_day', '>=', addDays(range.from, -REACH_DAYS))
    .where('meetings.precision', '=', 'day')
    .execute();
  const undated = await db
    .selectFrom('articles')
    .innerJoin('meeting_articles', 'meeting_articles.article', 'articles.id')
    .innerJoin('meetings', 'meetings.id', 'meeting_articles.meeting')
    .select('meeting_articles.article')
    .where('articles.sort_key', '>=', dayKey(range.from))
    .where('articles.sort_key', '<', dayKey(range.to, 1))
    .where(({ eb, or }) => or([eb('meetings.precision', 'is', null), eb('meetings.precision', '!=', 'day')]))
    .execute();
  const articles = new Set([...dated, ...undated].map(({ article }) => article));
  return (await readReports(db, [...articles])).filter((report) => isWithin(anchorOf(report), range));
}

/** The articles of all meetings to which these belong so far, and the days on which those meetings stand. */
export async function readMates(
  db: ArchiveDb,
  articles: readonly ArticleId[],
): Promise<{ readonly articles: readonly ArticleId[]; readonly days: readonly string[] }> {
  const meetings = new Map<string, readonly string[]>();
  for (const piece of inPieces(articles)) {
    const rows = await db
      .selectFrom('meeting_articles')
      .innerJoin('meetings', 'meetings.id', 'meeting_articles.meeting')
      .select(['meetings.id', 'meetings.first_day', 'meetings.last_day', 'meetings.precision'])
      .where('meeting_articles.article', 'in', piece)
      .execute();
    for (const row of rows) meetings.set(row.id, row.precision === 'day' ? [row.first_day, row.last_day] : []);
  }
  const mates: ArticleId[] = [];
  for (const piece of inPieces([...meetings.keys()])) {
    const rows = await db.selectFrom('meeting_articles').select('article').where('meeting', 'in', piece).execute();
    mates.push(...rows.map(({ article }) => article));
  }
  return { articles: mates, days: [...new Set([...meetings.values()].flat())] };
}

export function isWithin(day: string | null, { from, to }: DayRange): boolean {
  return day !== null && day >= from && day <= to;
}

/** Longer than any meeting lasts: the National Assembly sits for a month. */
const LONGEST_MEETING = 45;
const OPENING = 700;

function selectRows(db: ArchiveDb, articles: readonly ArticleId[]) {
  return selectCurrent(db)
    .select(['articles.id', 'articles.url', 'articles.title', 'articles.published', 'articles.meeting_json'])
    .select(sql<string>`substr(article_versions.text, 1, ${sql.lit(OPENING)})`.as('opening'))
    .where('articles.id', 'in', articles);
}

type ReportRow = Awaited<ReturnType<ReturnType<typeof selectRows>['executeTakeFirstOrThrow']>>;
type Codes = ReadonlyMap<ArticleId, ReadonlySet<string>>;

async function readCodes(db: ArchiveDb, articles: readonly ArticleId[]): Promise<Codes> {
  const rows = await db
    .selectFrom('mentions')
    .select(['article', 'canonical'])
    .where('article', 'in', articles)
    .where('canonical', 'is not', null)
    .execute();
  const codes = new Map<ArticleId, Set<string>>();
  for (const { article, canonical } of rows) {
    const known = codes.get(article) ?? new Set<string>();
    codes.set(article, known);
    if (canonical !== null) known.add(canonical);
  }
  return codes;
}

function toReport({ id, url, title, published, opening }: ReportRow, json: string, codes: Codes): KeptReport {
  const { home: place, ...facts } = reportColumn.read(json);
  const traces = readTraces(title, opening);
  const told = traces.province === null ? null : { province: traces.province, district: null };
  const home = homeOf(place, facts.date) ?? told;
  const host = facts.host === null ? null : placeHost(normaliseHost(facts.host), home);
  return {
    articleId: id,
    url,
    facts,
    hostKey: host?.hostKey ?? null,
    placeKey: host?.placeKey ?? null,
    published,
    traces,
    codes: codes.get(id) ?? new Set(),
  };
}

function homeOf(place: Place | undefined, date: string | null): HomePlace | null {
  if (place === undefined) return null;
  const isOwn = place.district === undefined && isCentralCity(place.province, date);
  const district = isOwn ? place.province : place.district;
  return { province: foldName(place.province), district: district === undefined ? null : foldName(district) };
}

function foldName(name: string): string {
  return foldKey(name)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}

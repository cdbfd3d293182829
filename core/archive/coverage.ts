/**
 * Which bodies met, which of their meetings cited a document, and which sources delivered anything, by month: the counts
 * from which the coverage of a document is drawn (coverage-grid.ts).
 *
 * Counted in the database, grouped by what a row shows, so that an answer is as long as there are hosts and months and
 * not meetings. A meeting of which only the quarter or year is known is in no month; it counts under `month: null`.
 */
import type { ExpressionBuilder, ExpressionWrapper } from 'kysely';
import type { DocumentId } from '../documents/document.ts';
import type { ArchiveDb, ArchiveSchema } from './schema.ts';
import { dayKey } from './sort-key.ts';

/** Days, `YYYY-MM-DD`; the first is in it, the second is not. */
export interface DaySpan {
  readonly from: string;
  readonly before: string;
}

/** Meetings of one wording of a host in one month, reported by the same sources. */
export interface HostMonth {
  readonly host: string;
  /** `2023-03`, or null. */
  readonly month: string | null;
  /** At most two of the sources that report them: enough to tell where a bare host sits. */
  readonly sources: readonly string[];
  readonly meetings: number;
}

/** Meetings of a span by host and month. */
export async function countMeetingsByHost(db: ArchiveDb, { from, before }: DaySpan): Promise<readonly HostMonth[]> {
  const rows = await db
    .selectFrom(hosted(db).where('meetings.first_day', '>=', from).where('meetings.first_day', '<', before).as('met'))
    .select(({ fn }) => ['host', 'month', 'sources', fn.countAll<number>().as('meetings')])
    .groupBy(['host', 'month', 'sources'])
    .execute();
  return rows.map(toHostMonth);
}

/** Meetings that cite a document, of all times, by host and month. */
export async function countCitingByHost(db: ArchiveDb, document: DocumentId): Promise<readonly HostMonth[]> {
  const rows = await db
    .selectFrom(
      hosted(db)
        .innerJoin('meeting_documents', 'meeting_documents.meeting', 'meetings.id')
        .where('meeting_documents.document', '=', document)
        .as('met'),
    )
    .select(({ fn }) => ['host', 'month', 'sources', fn.countAll<number>().as('meetings')])
    .groupBy(['host', 'month', 'sources'])
    .execute();
  return rows.map(toHostMonth);
}

interface HostedMeeting {
  readonly meeting: string;
  readonly firstDay: string;
  readonly host: string;
  readonly sources: readonly string[];
}

/** The meetings of a span that cite a document, newest first; at most `limit`. */
export async function listCitingMeetings(
  db: ArchiveDb,
  document: DocumentId,
  { from, before }: DaySpan,
  limit: number,
): Promise<readonly HostedMeeting[]> {
  const rows = await hosted(db)
    .innerJoin('meeting_documents', 'meeting_documents.meeting', 'meetings.id')
    .select(['meetings.id as meeting', 'meetings.first_day as firstDay'])
    .where('meeting_documents.document', '=', document)
    .where('meeting_documents.first_day', '>=', from)
    .where('meeting_documents.first_day', '<', before)
    .orderBy('meetings.first_day', 'desc')
    .orderBy('meetings.id')
    .limit(limit)
    .execute();
  return rows.map(({ meeting, firstDay, ...row }) => ({ meeting, firstDay, ...toHostMonth({ ...row, meetings: 1 }) }));
}

/** A month in which a source delivered articles. */
export interface SourceMonth {
  readonly source: string;
  readonly month: string;
}

/**
 * Months of a span in which each source published anything; of articles without a day of publication the month in which
 * they were captured.
 */
export async function listSourceMonths(db: ArchiveDb, { from, before }: DaySpan): Promise<readonly SourceMonth[]> {
  const published = await db
    .selectFrom('articles')
    .select(({ eb }) => ['source', eb('sort_key', '/', eb.lit(keysPerDay)).as('day')])
    .where('source', 'is not', null)
    .where('sort_key', '>=', dayKey(from))
    .where('sort_key', '<', dayKey(before))
    .groupBy(({ eb }) => ['source', eb('sort_key', '/', eb.lit(keysPerDay))])
    .execute();
  const captured = await db
    .selectFrom('articles')
    .select((query) => ['source', monthOf(query, 'captured_at').as('month')])
    .distinct()
    .where('source', 'is not', null)
    .where('sort_key', '<', keysPerDay)
    .where('captured_at', '>=', from)
    .where('captured_at', '<', before)
    .execute();
  const months = new Map<string, SourceMonth>();
  const add = (source: string | null, month: string): void => {
    if (source !== null) months.set(`${month} ${source}`, { source, month });
  };
  for (const { source, day } of published) add(source, monthOfDay(Math.floor(Number(day))));
  for (const { source, month } of captured) add(source, month);
  return [...months.keys()].sort().flatMap((key) => months.get(key) ?? []);
}

/** The first day that sort keys know has the number 1. */
const firstDay = '1900-01-01';
const keysPerDay = dayKey(firstDay);

function monthOfDay(day: number): string {
  return new Date(Date.parse(firstDay) + (day - 1) * 86_400_000).toISOString().slice(0, 7);
}

/**
 * Meetings with a host: month where it is known, and two of the sources. Sources are looked up meeting by meeting: a join
 * would leave it to the database to begin with all reports there are.
 */
function hosted(db: ArchiveDb) {
  return db
    .selectFrom('meetings')
    .select((query) => {
      const reports = query
        .selectFrom('meeting_articles')
        .innerJoin('articles', 'articles.id', 'meeting_articles.article')
        .whereRef('meeting_articles.meeting', '=', 'meetings.id');
      return [
        'meetings.host',
        query
          .case()
          .when('meetings.precision', 'in', ['day', 'month'])
          .then(monthOf(query, 'meetings.first_day'))
          .end()
          .as('month'),
        reports
          .select(({ eb, fn, val }) =>
            eb(eb(fn.min('articles.source'), '||', val('\n')), '||', fn.max('articles.source')).as('ends'),
          )
          .as('sources'),
      ];
    })
    .where('meetings.host', 'is not', null);
}

function monthOf<Tables extends keyof ArchiveSchema>(
  query: ExpressionBuilder<ArchiveSchema, Tables>,
  column: Parameters<typeof query.ref>[0],
): ExpressionWrapper<ArchiveSchema, Tables, string> {
  return query.fn<string>('substr', [query.ref(column), query.lit(1), query.lit(7)]);
}

interface HostRow {
  readonly host: string | null;
  readonly month: string | null;
  /** The first and the last by name, a line each. */
  readonly sources: string | null;
  readonly meetings: number;
}

function toHostMonth({ host, month, sources, meetings }: HostRow): HostMonth {
  return { host: host ?? '', month, sources: [...new Set(sources?.split('\n') ?? [])], meetings };
}

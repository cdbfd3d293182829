/**
 * Meetings as they were told from the reports of them: written for a set of articles at once.
 *
 * A meeting is derived: its row lives as long as an article reports it. How meetings are found is in meeting-lists.ts,
 * which documents they cite in meeting-documents.ts.
 */
import type { MeetingFacts } from '../meetings/meeting.ts';
import { parseArticleId } from './article-row.ts';
import { recordArticles, recordChanges } from './changes.ts';
import { inPieces } from './dialect.ts';
import { refreshMeetings } from './meeting-documents.ts';
import { meetingColumn, toMeetingRow } from './meeting-row.ts';
import { streamPages } from './paging.ts';
import type { ArticleId } from './records.ts';
import { compareRows } from './row-changes.ts';
import type { ArchiveDb, ArchiveSchema, MeetingTable } from './schema.ts';
import { dayKey } from './sort-key.ts';
import { inTransaction } from './transaction.ts';

/** A meeting as it is told from its reports. */
export interface ClusteredMeeting extends MeetingFacts {
  readonly id: string;
  readonly articleIds: readonly string[];
}

/** What one article says of its meeting, for telling which articles speak of the same one. */
export interface ReportedMeeting {
  readonly article: ArticleId;
  readonly url: string;
  readonly source: string | null;
  readonly published: string | null;
  readonly facts: MeetingFacts;
}

type ArticleLink = ArchiveSchema['meeting_articles'];

/**
 * Puts these meetings in the place of all that the articles belonged to. An article that no given meeting names
 * belongs to none afterwards, and a meeting that no article is left of goes. Notes what changed, articles included, and
 * answers these. Whoever settles all that follows says up to which change it has settled (`recordArticles`).
 */
export async function replaceMeetings(
  db: ArchiveDb,
  articles: readonly ArticleId[],
  meetings: readonly ClusteredMeeting[],
  settledUpTo?: number,
): Promise<readonly ArticleId[]> {
  return inTransaction(db, async (trx) => {
    const wantedLinks = meetings.flatMap(({ id, articleIds }) =>
      articleIds.map((text) => ({ article: toArticleId(text, id), meeting: id })),
    );
    const ids = meetings.map(({ id }) => id);
    const scope = [...new Set([...articles, ...wantedLinks.map(({ article }) => article)])];
    const heldLinks = await readLinks(trx, scope, ids);
    const links = compareRows<ArticleLink>(heldLinks, wantedLinks, ({ article }) => article);
    const rows = await putRows(trx, meetings);
    await writeLinks(trx, links.changed, links.vanished);
    const moved = new Set([...links.changed, ...links.vanished].map(({ article }) => article));
    const left = heldLinks.filter(({ article }) => moved.has(article)).map(({ meeting }) => meeting);
    const joined = links.changed.map(({ meeting }) => meeting);
    await recordArticles(trx, [...moved], settledUpTo);
    await recordChanges(trx, 'meeting', 'put', [...rows, ...joined, ...left]);
    await removeDeserted(trx, [...new Set(left)]);
    await refreshMeetings(trx, [...new Set([...rows, ...joined, ...left])]);
    return [...moved];
  });
}

/** Articles that report a meeting, published from one day to another (`YYYY-MM-DD`, both included), by that day. */
export async function* streamReportedMeetings(
  db: ArchiveDb,
  span: { readonly from?: string; readonly to?: string } = {},
): AsyncGenerator<ReportedMeeting> {
  const rows = streamPages<ReportRow>((after) => {
    let query = selectReports(db);
    if (after !== null) query = query.where('sort_key', '>', after.sort_key);
    if (span.from !== undefined) query = query.where('sort_key', '>=', dayKey(span.from));
    if (span.to !== undefined) query = query.where('sort_key', '<', dayKey(span.to, 1));
    return query.execute();
  });
  for await (const row of rows) {
    const facts = meetingColumn.read(row.meeting_json ?? 'null');
    yield { article: row.id, url: row.url, source: row.source, published: row.published, facts };
  }
}

function selectReports(db: ArchiveDb) {
  return db
    .selectFrom('articles')
    .select(['id', 'url', 'source', 'published', 'sort_key', 'meeting_json'])
    .where('meeting_json', 'is not', null)
    .orderBy('sort_key')
    .limit(500);
}

type ReportRow = Awaited<ReturnType<ReturnType<typeof selectReports>['executeTakeFirstOrThrow']>>;

function toArticleId(text: string, meeting: string): ArticleId {
  const id = parseArticleId(text);
  if (id === null) throw new Error(`Cannot keep meeting ${meeting}: expected ids of articles, got "${text}"`);
  return id;
}

/** Links of the articles, and of the meetings that are to be replaced. */
async function readLinks(
  trx: ArchiveDb,
  articles: readonly ArticleId[],
  meetings: readonly string[],
): Promise<ArticleLink[]> {
  const found = new Map<string, ArticleLink>();
  for (const piece of inPieces(articles)) {
    const rows = await trx.selectFrom('meeting_articles').selectAll().where('article', 'in', piece).execute();
    for (const row of rows) found.set(row.article, row);
  }
  for (const piece of inPieces(meetings)) {
    const rows = await trx.selectFrom('meeting_articles').selectAll().where('meeting', 'in', piece).execute();
    for (const row of rows) found.set(row.article, row);
  }
  return [...found.values()];
}

/** Answers the ids of meetings that are new or say something else than before. */
async function putRows(trx: ArchiveDb, meetings: readonly ClusteredMeeting[]): Promise<readonly string[]> {
  const changedIds: string[] = [];
  for (const piece of inPieces(meetings)) {
    const wanted = piece.map((meeting) => toMeetingRow(meeting.id, meeting));
    const ids = wanted.map(({ id }) => id);
    const held = await trx.selectFrom('meetings').selectAll().where('id', 'in', ids).execute();
    const known = new Set(held.map(({ id }) => id));
    for (const row of compareRows<MeetingTable>(held, wanted, ({ id }) => id).changed) {
      // Not deleted and put back: the rows that hang on it would go with it.
      if (known.has(row.id)) await trx.updateTable('meetings').set(row).where('id', '=', row.id).execute();
      else await trx.insertInto('meetings').values(row).execute();
      changedIds.push(row.id);
    }
  }
  return changedIds;
}

async function writeLinks(
  trx: ArchiveDb,
  changed: readonly ArticleLink[],
  vanished: readonly ArticleLink[],
): Promise<void> {
  for (const piece of inPieces([...changed, ...vanished].map(({ article }) => article))) {
    await trx.deleteFrom('meeting_articles').where('article', 'in', piece).execute();
  }
  for (const piece of inPieces(changed)) await trx.insertInto('meeting_articles').values(piece).execute();
}

/** Takes out those of the meetings that no article reports any more. Part of a transaction. */
export async function removeDeserted(trx: ArchiveDb, meetings: readonly string[]): Promise<void> {
  for (const piece of inPieces(meetings)) {
    const rows = await trx
      .selectFrom('meetings')
      .leftJoin('meeting_articles', 'meeting_articles.meeting', 'meetings.id')
      .select('meetings.id')
      .where('meetings.id', 'in', piece)
      .where('meeting_articles.article', 'is', null)
      .execute();
    const gone = rows.map(({ id }) => id);
    if (gone.length > 0) await trx.deleteFrom('meetings').where('id', 'in', gone).execute();
    await recordChanges(trx, 'meeting', 'remove', gone);
  }
}

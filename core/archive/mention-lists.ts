/**
 * Finds mentions again: those of an article, of a code, of a document; newest article first.
 *
 * Lists for readers go by pages and carry the article and its meeting; streams for rebuilding carry what resolving
 * needs. All of them read one index in its order, so they cost what they return.
 */
import type { DocumentId } from '../documents/document.ts';
import type { ArticleSummary } from './articles.ts';
import { inPieces } from './dialect.ts';
import type { MeetingSummary } from './meeting-row.ts';
import { chairColumn, readMeetingKind } from './meeting-row.ts';
import { toMention } from './mention-row.ts';
import type { Page, PageOf } from './paging.ts';
import { cursorParts, cutPage, formatCursor, parseCursor, streamPages } from './paging.ts';
import type { ArticleId, MentionRecord } from './records.ts';
import type { ArchiveDb } from './schema.ts';

/** A mention as a list of "who cites this" shows it. */
export interface CitingMention {
  readonly mention: MentionRecord;
  readonly article: ArticleSummary;
  readonly meeting: MeetingSummary | null;
}

/** A mention with what resolving wants to know of its article. */
export interface PlacedMention {
  readonly mention: MentionRecord;
  readonly url: string;
  readonly source: string | null;
  readonly published: string | null;
}

/** Mentions of one type and number may mean one document, whatever else is printed. Folded as in code-key.ts. */
export interface MentionKey {
  readonly typeKey: string;
  readonly numberKey: string;
}

type MentionFilter = { readonly document: DocumentId } | { readonly unsettledCode: string };

/** All mentions of an article in the order of its text. */
export async function getMentions(db: ArchiveDb, article: ArticleId): Promise<readonly MentionRecord[]> {
  const rows = await db.selectFrom('mentions').selectAll().where('article', '=', article).orderBy('ordinal').execute();
  return rows.map(toMention);
}

/** What a mention says of what it cites, for whoever needs none of its words. */
export interface Cite {
  readonly canonical: string | null;
  readonly purpose: string;
  readonly document: DocumentId | null;
}

/** What several articles cite, each in the order of its text. */
export async function listCites(
  db: ArchiveDb,
  articles: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, readonly Cite[]>> {
  const found = new Map<ArticleId, Cite[]>();
  for (const piece of inPieces(articles)) {
    const rows = await db
      .selectFrom('mentions')
      .select(['article', 'canonical', 'purpose', 'document'])
      .where('article', 'in', piece)
      .orderBy('article')
      .orderBy('ordinal')
      .execute();
    for (const { article, ...cite } of rows) {
      const cites = found.get(article);
      if (cites === undefined) found.set(article, [cite]);
      else cites.push(cite);
    }
  }
  return found;
}

/** Mentions resolved to a document. @throws CursorError */
export function listMentionsOfDocument(
  db: ArchiveDb,
  document: DocumentId,
  page: Page,
): Promise<PageOf<CitingMention>> {
  return listMentions(db, { document }, page);
}

/** Mentions of a code (key as in code-key.ts) that are ambiguous or unknown. @throws CursorError */
export function listUnsettledMentions(db: ArchiveDb, codeKey: string, page: Page): Promise<PageOf<CitingMention>> {
  return listMentions(db, { unsettledCode: codeKey }, page);
}

/** All mentions, article by article in the order of its text. */
export async function* streamMentionsInOrder(db: ArchiveDb): AsyncGenerator<PlacedMention> {
  const rows = streamPages<MentionRow>((after) => {
    const query = joinArticles(db.selectFrom('mentions'))
      .orderBy('mentions.article')
      .orderBy('mentions.ordinal')
      .limit(500);
    if (after === null) return query.execute();
    return query
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('mentions.article', 'mentions.ordinal'), '>', tuple(after.article, after.ordinal)),
      )
      .execute();
  });
  for await (const row of rows) yield toPlaced(row);
}

async function listMentions(db: ArchiveDb, filter: MentionFilter, page: Page): Promise<PageOf<CitingMention>> {
  const place = page.after === null ? null : parseCursor(page.after, cursorParts.number, cursorParts.number);
  const from = place === null ? null : { sortKey: Number(place[0]), ordinal: Number(place[1]) };
  const rows = await selectMentions(db, filter, from)
    .leftJoin('meeting_articles', 'meeting_articles.article', 'mentions.article')
    .leftJoin('meetings', 'meetings.id', 'meeting_articles.meeting')
    .select(['meetings.id as meeting', 'meetings.kind as meeting_kind', 'meetings.title as meeting_title'])
    .select(['meetings.date as meeting_date', 'meetings.host', 'meetings.chair_json'])
    .limit(page.limit + 1)
    .execute();
  const { total } = await filterMentions(db, filter)
    .select((query) => query.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return cutPage(rows, page, total, {
    toItem: (row): CitingMention => ({
      mention: toMention(row),
      article: {
        id: row.article,
        url: row.url,
        source: row.source,
        title: row.article_title,
        lead: row.article_lead,
        published: row.published,
      },
      meeting: toMeetingSummary(row),
    }),
    toCursor: (row) => formatCursor(row.sort_key, row.ordinal),
  });
}

/** Newest article first, in the order of its text, behind a place in that order. */
function selectMentions(db: ArchiveDb, filter: MentionFilter, from: { sortKey: number; ordinal: number } | null) {
  const query = joinArticles(filterMentions(db, filter))
    .orderBy('mentions.sort_key', 'desc')
    .orderBy('mentions.ordinal');
  if (from === null) return query;
  // The first condition follows from the second; it is what lets the index begin at the place.
  return query
    .where('mentions.sort_key', '<=', from.sortKey)
    .where(({ eb, or }) => or([eb('mentions.sort_key', '<', from.sortKey), eb('mentions.ordinal', '>', from.ordinal)]));
}

function joinArticles(mentions: ReturnType<typeof filterMentions>) {
  return mentions
    .innerJoin('articles', 'articles.id', 'mentions.article')
    .selectAll('mentions')
    .select(['articles.url', 'articles.source', 'articles.published'])
    .select(['articles.title as article_title', 'articles.lead as article_lead']);
}

type MentionRow = Awaited<ReturnType<ReturnType<typeof selectMentions>['executeTakeFirstOrThrow']>>;

function filterMentions(db: ArchiveDb, filter: MentionFilter) {
  const query = db.selectFrom('mentions');
  if ('document' in filter) return query.where('mentions.document', '=', filter.document);
  return query.where('code_key', '=', filter.unsettledCode).where('mentions.status', 'in', ['ambiguous', 'unknown']);
}

function toPlaced(row: MentionRow): PlacedMention {
  return { mention: toMention(row), url: row.url, source: row.source, published: row.published };
}

function toMeetingSummary(row: {
  readonly meeting: string | null;
  readonly meeting_kind: string | null;
  readonly meeting_title: string | null;
  readonly meeting_date: string | null;
  readonly host: string | null;
  readonly chair_json: string | null;
}): MeetingSummary | null {
  if (row.meeting === null || row.meeting_kind === null || row.meeting_title === null) return null;
  return {
    id: row.meeting,
    kind: readMeetingKind(row.meeting_kind),
    title: row.meeting_title,
    date: row.meeting_date,
    host: row.host,
    chair: row.chair_json === null ? null : chairColumn.read(row.chair_json),
  };
}

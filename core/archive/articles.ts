/**
 * Articles as they are now: found one by one, listed, and told the few facts that others learn about them.
 *
 * How readings come in is in article-intake.ts, which texts an article had in article-versions.ts.
 */
import type { Place } from '../documents/document.ts';
import type { MeetingFacts } from '../meetings/meeting.ts';
import { selectArticles, toArticles } from './article-row.ts';
import { changeArticle } from './article-versions.ts';
import { recordChanges } from './changes.ts';
import { reportColumn } from './meeting-row.ts';
import type { Page, PageOf } from './paging.ts';
import { cursorParts, cutPage, formatCursor, parseCursor, streamPages } from './paging.ts';
import type { ArticleId, ArticleRecord, ArticleStatus } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** What a list shows of an article. */
export interface ArticleSummary {
  readonly id: ArticleId;
  readonly url: string;
  readonly source: string | null;
  readonly title: string | null;
  readonly lead: string | null;
  readonly published: string | null;
}

export interface ArticleFilter {
  readonly source?: string;
  /** True for the bundled samples only, false for all others. Default both. */
  readonly samples?: boolean;
}

/** The article with the text that is current, or null. */
export async function getArticle(db: ArchiveDb, id: ArticleId): Promise<ArticleRecord | null> {
  return (await getArticles(db, [id]))[0] ?? null;
}

/** Several articles in the order of their ids, without those that are not there; at most a few hundred at a time. */
export async function getArticles(db: ArchiveDb, ids: readonly ArticleId[]): Promise<readonly ArticleRecord[]> {
  if (ids.length === 0) return [];
  return toArticles(db, await selectArticles(db).where('articles.id', 'in', ids).execute());
}

/** By its own address, else by another that was found to lead to it. */
export async function getArticleByUrl(db: ArchiveDb, url: string): Promise<ArticleRecord | null> {
  const own = await db.selectFrom('articles').select('id').where('url', '=', url).executeTakeFirst();
  if (own !== undefined) return getArticle(db, own.id);
  const alias = await db.selectFrom('article_aliases').select('article').where('url', '=', url).executeTakeFirst();
  return alias === undefined ? null : getArticle(db, alias.article);
}

/** All articles, by id; the archive may be written while they are read. */
export async function* listArticles(db: ArchiveDb, filter: ArticleFilter = {}): AsyncGenerator<ArticleRecord> {
  const pages = streamPages<readonly ArticleRecord[]>(async (last) => {
    let query = selectArticles(db).limit(100);
    const after = last?.at(-1)?.id;
    if (after !== undefined) query = query.where('articles.id', '>', after);
    if (filter.source !== undefined) query = query.where('articles.source', '=', filter.source);
    if (filter.samples !== undefined) query = query.where('articles.is_sample', '=', filter.samples ? 1 : 0);
    const rows = await query.execute();
    return rows.length === 0 ? [] : [await toArticles(db, rows)];
  });
  for await (const articles of pages) yield* articles;
}

/** Newest day of publication first; those without a day last. */
export async function listNewestArticles(
  db: ArchiveDb,
  page: Page,
  filter: ArticleFilter = {},
): Promise<PageOf<ArticleSummary>> {
  let query = db
    .selectFrom('articles')
    .select(['id', 'url', 'source', 'title', 'lead', 'published', 'sort_key'])
    .orderBy('sort_key', 'desc')
    .limit(page.limit + 1);
  if (page.after !== null) query = query.where('sort_key', '<', parsePlace(page.after));
  if (filter.source !== undefined) query = query.where('source', '=', filter.source);
  if (filter.samples !== undefined) query = query.where('is_sample', '=', filter.samples ? 1 : 0);
  return cutPage(await query.execute(), page, await countArticles(db, filter), {
    toItem: ({ sort_key: _key, ...summary }) => summary,
    toCursor: ({ sort_key }) => formatCursor(sort_key, 0),
  });
}

export async function countArticles(db: ArchiveDb, filter: ArticleFilter = {}): Promise<number> {
  let query = db.selectFrom('articles').select((counted) => counted.fn.countAll<number>().as('count'));
  if (filter.source !== undefined) query = query.where('source', '=', filter.source);
  if (filter.samples !== undefined) query = query.where('is_sample', '=', filter.samples ? 1 : 0);
  return (await query.executeTakeFirstOrThrow()).count;
}

/** Says what the article reports of its meeting, null for none, and from where it is written; true when that is news. */
export async function putMeetingFacts(
  db: ArchiveDb,
  id: ArticleId,
  facts: MeetingFacts | null,
  home: Place | null = null,
): Promise<boolean> {
  const meeting_json = facts === null ? null : reportColumn.write(home === null ? facts : { ...facts, home });
  return inTransaction(db, async (trx) => {
    // One column is compared: `changeArticle` would read the whole article twice, for every article that is derived.
    const held = await trx.selectFrom('articles').select('meeting_json').where('id', '=', id).executeTakeFirst();
    if (held === undefined) throw new Error(`Cannot change article ${id}: expected it in the archive, found none`);
    if (held.meeting_json === meeting_json) return false;
    await trx.updateTable('articles').set({ meeting_json }).where('id', '=', id).execute();
    await recordChanges(trx, 'article', 'put', [id]);
    return true;
  });
}

/** Says whether the page is still there; its texts stay whatever is said. True when that is news. */
export async function putArticleStatus(db: ArchiveDb, id: ArticleId, status: ArticleStatus): Promise<boolean> {
  return changeArticle(db, id, async (trx) => {
    await trx.updateTable('articles').set({ status }).where('id', '=', id).execute();
  });
}

/** Says that another address leads to the article; an address leads to one article only, the last said. */
export async function putArticleAlias(db: ArchiveDb, id: ArticleId, url: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const held = await trx.selectFrom('article_aliases').select('article').where('url', '=', url).executeTakeFirst();
    if (held?.article === id) return;
    await trx
      .insertInto('article_aliases')
      .values({ url, article: id })
      .onConflict((conflict) => conflict.column('url').doUpdateSet({ article: id }))
      .execute();
    await recordChanges(trx, 'article', 'put', held === undefined ? [id] : [held.article, id]);
  });
}

function parsePlace(cursor: string): number {
  return Number(parseCursor(cursor, cursorParts.number, cursorParts.number)[0]);
}

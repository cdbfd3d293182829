/**
 * The same text at other addresses: within one source it is one article with two addresses; of another source it is a
 * copy, linked and not merged, because who printed it is evidence too.
 */
import { sql } from 'kysely';
import { hashContent, selectCurrent } from './article-row.ts';
import { inPieces } from './dialect.ts';
import type { ArticleId, ArticleReading } from './records.ts';
import type { ArchiveDb } from './schema.ts';
import { inTransaction } from './transaction.ts';

/** Shorter texts may well be the same by chance: a notice, a caption. In characters. */
const LONG_ENOUGH = 300;

/** Address of an article of the source with just this title and text, other than the reading's own; or null. */
export async function findTextTwin(db: ArchiveDb, source: string, reading: ArticleReading): Promise<string | null> {
  if (reading.title === null || reading.text.length < LONG_ENOUGH) return null;
  // By the hash alone: beside other columns a database that has not counted its rows goes through all that are no samples.
  const alike = await db
    .selectFrom('articles')
    .select(['url', 'source', 'is_sample'])
    .where('content_hash', '=', hashContent(reading))
    .orderBy('captured_at')
    .execute();
  const twin = alike.find((one) => one.source === source && one.url !== reading.url && one.is_sample === 0);
  return twin?.url ?? null;
}

/** An article whose text is nearly that of another source's. */
export interface CopyRecord {
  readonly article: ArticleId;
  readonly of: ArticleId;
  /** Estimated share of common wording, 0 to 1. */
  readonly similarity: number;
}

/** What telling copies rests on. */
export interface WordedArticle {
  readonly id: ArticleId;
  readonly text: string;
}

/** The texts that are current, by id; at most a few hundred at a time. */
export async function readTexts(db: ArchiveDb, ids: readonly ArticleId[]): Promise<readonly WordedArticle[]> {
  if (ids.length === 0) return [];
  return selectCurrent(db)
    .select(['articles.id', 'article_versions.text'])
    .where('articles.id', 'in', ids)
    .orderBy('articles.id')
    .execute();
}

/** Most articles that one is compared with. */
const MOST_COMPARED = 50;

/**
 * Articles of other sources that share a band with one, each once, in the order of their ids: those worth comparing. Of
 * each band only the first so many before and behind the article's own source are looked at: forms that sites fill in
 * share their bands by the thousand, and those of the own source are not even walked through.
 */
export async function sharesBand(db: ArchiveDb, article: ArticleId): Promise<readonly ArticleId[]> {
  const own = await db.selectFrom('source_bands').select(['band', 'source']).where('article', '=', article).execute();
  if (own.length === 0) return [];
  const most = sql.lit(MOST_COMPARED);
  const firsts = own.flatMap(({ band, source }) =>
    [sql`<`, sql`>`].map(
      (side) => sql`select * from (select article from source_bands
        where band = ${band} and source ${side} ${source} order by source, article limit ${most})`,
    ),
  );
  const { rows } = await sql<{ readonly article: ArticleId }>`
    select article from (${sql.join(firsts, sql` union `)}) as first order by article limit ${most}`.execute(db);
  return rows.map((row) => row.article);
}

/** Replaces the bands of articles. */
export async function putBands(db: ArchiveDb, bands: ReadonlyMap<ArticleId, readonly string[]>): Promise<void> {
  await inTransaction(db, async (trx) => {
    for (const piece of inPieces([...bands.keys()])) {
      await trx.deleteFrom('source_bands').where('article', 'in', piece).execute();
      const articles = await trx.selectFrom('articles').select(['id', 'source']).where('id', 'in', piece).execute();
      const rows = articles.flatMap(({ id, source }) =>
        [...new Set(bands.get(id))].map((band) => ({ band, source: source ?? '', article: id })),
      );
      for (const some of inPieces(rows)) await trx.insertInto('source_bands').values(some).execute();
    }
  });
}

/** Replaces what is known of copies of an article, in both directions. */
export async function putCopies(
  db: ArchiveDb,
  article: ArticleId,
  copies: readonly Omit<CopyRecord, 'article'>[],
): Promise<void> {
  const rows = copies.flatMap(({ of, similarity }) => [
    { article, of_article: of, similarity },
    { article: of, of_article: article, similarity },
  ]);
  await inTransaction(db, async (trx) => {
    await trx
      .deleteFrom('copies')
      .where((where) => where.or([where('article', '=', article), where('of_article', '=', article)]))
      .execute();
    for (const piece of inPieces(rows)) await trx.insertInto('copies').values(piece).execute();
  });
}

export async function listCopies(db: ArchiveDb, article: ArticleId): Promise<readonly CopyRecord[]> {
  const rows = await db
    .selectFrom('copies')
    .selectAll()
    .where('article', '=', article)
    .orderBy('similarity', 'desc')
    .execute();
  return rows.map((row) => ({ article: row.article, of: row.of_article, similarity: row.similarity }));
}

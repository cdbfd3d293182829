/**
 * The same text at other addresses: within one source it is one article with two addresses; of another source it is a
 * copy, linked and not merged, because who printed it is evidence too.
 */
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
  const row = await db
    .selectFrom('articles')
    .select('url')
    .where('content_hash', '=', hashContent(reading))
    .where('source', '=', source)
    .where('url', '!=', reading.url)
    .where('is_sample', '=', 0)
    .orderBy('captured_at')
    .limit(1)
    .executeTakeFirst();
  return row?.url ?? null;
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

/** Articles of other sources that share a band with one, each once: those worth comparing. */
export async function sharesBand(db: ArchiveDb, article: ArticleId): Promise<readonly ArticleId[]> {
  const rows = await db
    .selectFrom('shingle_bands as own')
    .innerJoin('shingle_bands as other', 'other.band', 'own.band')
    .innerJoin('articles as ours', 'ours.id', 'own.article')
    .innerJoin('articles as theirs', 'theirs.id', 'other.article')
    .select('other.article')
    .distinct()
    .where('own.article', '=', article)
    .whereRef('theirs.source', 'is distinct from', 'ours.source')
    .orderBy('other.article')
    .limit(50)
    .execute();
  return rows.map((row) => row.article);
}

/** Replaces the bands of articles. */
export async function putBands(db: ArchiveDb, bands: ReadonlyMap<ArticleId, readonly string[]>): Promise<void> {
  const rows = [...bands].flatMap(([article, names]) => [...new Set(names)].map((band) => ({ band, article })));
  await inTransaction(db, async (trx) => {
    for (const piece of inPieces([...bands.keys()]))
      await trx.deleteFrom('shingle_bands').where('article', 'in', piece).execute();
    for (const piece of inPieces(rows)) await trx.insertInto('shingle_bands').values(piece).execute();
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

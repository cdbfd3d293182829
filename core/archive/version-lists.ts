/**
 * The texts seen at one address, for readers: the list without the texts themselves, and one text at a time.
 *
 * Which of them is current, and why one waits, is decided in article-versions.ts and version-gate.ts.
 */
import { sql } from 'kysely';
import { detailsColumn } from './article-row.ts';
import type { VersionRecord } from './article-versions.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';

export interface VersionHead extends Omit<VersionRecord, 'text' | 'lead'> {
  readonly published: string | null;
  /** Of its text, in characters. */
  readonly length: number;
}

export interface VersionText extends VersionHead {
  readonly text: string;
  /** In which the bytes were read; null where they are no text. */
  readonly encoding: string | null;
}

/** Versions of an article, newest capture first, and how many there are. */
export async function listVersionHeads(
  db: ArchiveDb,
  id: ArticleId,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly items: readonly VersionHead[]; readonly total: number }> {
  const rows = await selectHeads(db, id)
    .orderBy('article_versions.version', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await db
    .selectFrom('article_versions')
    .select((query) => query.fn.countAll<number>().as('total'))
    .where('article', '=', id)
    .executeTakeFirstOrThrow();
  return { items: rows.map(toHead), total };
}

/** Number of the version that readers see; null where there is no such article. */
export async function currentVersion(db: ArchiveDb, id: ArticleId): Promise<number | null> {
  const row = await db.selectFrom('articles').select('version').where('id', '=', id).executeTakeFirst();
  return row?.version ?? null;
}

/** One version with its text; null where the article has none of this number. */
export async function getVersion(db: ArchiveDb, id: ArticleId, version: number): Promise<VersionText | null> {
  const row = await selectHeads(db, id)
    .select(['article_versions.text', 'article_versions.details_json'])
    .where('article_versions.version', '=', version)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { ...toHead(row), text: row.text, encoding: detailsColumn.read(row.details_json).encoding };
}

function selectHeads(db: ArchiveDb, id: ArticleId) {
  return db
    .selectFrom('article_versions')
    .innerJoin('articles', 'articles.id', 'article_versions.article')
    .select(['article_versions.article', 'article_versions.version', 'article_versions.content_hash'])
    .select(['article_versions.title', 'article_versions.published', 'article_versions.captured_at'])
    .select(['article_versions.snapshot', 'article_versions.held_back', 'articles.version as current'])
    .select(sql<number>`length(article_versions.text)`.as('length'))
    .where('article_versions.article', '=', id);
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof selectHeads>['executeTakeFirstOrThrow']>>;

function toHead(row: HeadRow): VersionHead {
  return {
    article: row.article,
    version: row.version,
    contentHash: row.content_hash,
    title: row.title,
    published: row.published,
    capturedAt: row.captured_at,
    snapshot: row.snapshot,
    isCurrent: row.version === row.current,
    heldBack: row.held_back,
    length: row.length,
  };
}

/**
 * Articles and their versions between rows and records.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { HeldFacts } from '../documents/holding.ts';
import { jsonColumn, wordColumn } from './columns.ts';
import { inPieces } from './dialect.ts';
import { heldFactsSchema } from './held-facts.ts';
import { meetingColumn } from './meeting-row.ts';
import type { ArticleId, ArticleReading, ArticleRecord, AttachmentRecord, WarningRecord } from './records.ts';
import { articleStatuses } from './records.ts';
import type { ArchiveDb, ArticleVersionTable } from './schema.ts';

/** The parts of a reading that no query asks for. */
interface ReadingDetails {
  readonly author: string | null;
  readonly updated: string | null;
  readonly encoding: string | null;
  readonly language: string | null;
  readonly section: string | null;
  readonly attachments: readonly AttachmentRecord[];
  readonly warnings: readonly WarningRecord[];
  readonly legal?: HeldFacts | null | undefined;
}

const nullableText = z.string().nullable();

export const readStatus = wordColumn('articles.status', articleStatuses);
export const detailsColumn = jsonColumn<ReadingDetails>(
  'article_versions.details_json',
  z.object({
    author: nullableText,
    updated: nullableText,
    encoding: nullableText,
    language: nullableText,
    section: nullableText,
    attachments: z.array(z.object({ url: z.string(), title: nullableText, type: nullableText })),
    warnings: z.array(z.object({ code: z.string(), detail: z.string() })),
    legal: heldFactsSchema.nullable().optional(),
  }),
);

/** The id of the article at an address: the first 16 hex digits of the address's SHA-256. */
export function mintArticleId(url: string): ArticleId {
  return createHash('sha256').update(url).digest('hex').slice(0, 16) as ArticleId;
}

/** An id as it stands in an address of ours; null for any other text. */
export function parseArticleId(text: string): ArticleId | null {
  return /^[0-9a-f]{16}$/.test(text) ? (text as ArticleId) : null;
}

/** Hash of title and text, kept apart by a sign that neither holds. */
export function hashContent({ title, text }: Pick<ArticleReading, 'title' | 'text'>): string {
  return createHash('sha256')
    .update(`${title ?? ''}\0${text}`)
    .digest('hex');
}

/** The columns of a version that say what was read; the number and the verdict of the gate come beside. */
export function toVersionRow(reading: ArticleReading): Omit<ArticleVersionTable, 'article' | 'version' | 'held_back'> {
  const { author, updated, encoding, language, section, attachments, warnings, legal } = reading;
  return {
    content_hash: hashContent(reading),
    title: reading.title,
    lead: reading.lead,
    published: reading.published,
    status: reading.status,
    details_json: detailsColumn.write({
      author,
      updated,
      encoding,
      language,
      section,
      attachments,
      warnings,
      // Most articles are no documents, and their rows stay as they ever were.
      ...(legal != null && { legal }),
    }),
    captured_at: reading.capturedAt,
    snapshot: reading.snapshot,
    text: reading.text,
  };
}

/** Articles, each with its version that is current; the caller says which columns. */
export function selectCurrent(db: ArchiveDb) {
  return db
    .selectFrom('articles')
    .innerJoin('article_versions', (join) =>
      join
        .onRef('article_versions.article', '=', 'articles.id')
        .onRef('article_versions.version', '=', 'articles.version'),
    );
}

/** Articles with the text that is current, by id; the caller adds where and how many. */
export function selectArticles(db: ArchiveDb) {
  return selectCurrent(db)
    .leftJoin('meeting_articles', 'meeting_articles.article', 'articles.id')
    .selectAll('articles')
    .select(['article_versions.details_json', 'article_versions.text', 'meeting_articles.meeting'])
    .orderBy('articles.id');
}

export type ArticleRow = Awaited<ReturnType<ReturnType<typeof selectArticles>['executeTakeFirstOrThrow']>>;

/** Turns rows into records, with the other addresses of each. */
export async function toArticles(db: ArchiveDb, rows: readonly ArticleRow[]): Promise<readonly ArticleRecord[]> {
  const aliases = await listAliases(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    source: row.source,
    status: readStatus(row.status),
    title: row.title,
    lead: row.lead,
    text: row.text,
    published: row.published,
    ...detailsColumn.read(row.details_json),
    snapshot: row.snapshot,
    capturedAt: row.captured_at,
    isSample: row.is_sample === 1,
    aliases: aliases.get(row.id) ?? [],
    versions: row.versions,
    contentHash: row.content_hash,
    meeting: row.meeting_json === null ? null : meetingColumn.read(row.meeting_json),
    meetingId: row.meeting,
  }));
}

async function listAliases(
  db: ArchiveDb,
  ids: readonly ArticleId[],
): Promise<ReadonlyMap<ArticleId, readonly string[]>> {
  const found = new Map<ArticleId, string[]>();
  for (const piece of inPieces(ids)) {
    const rows = await db
      .selectFrom('article_aliases')
      .selectAll()
      .where('article', 'in', piece)
      .orderBy('url')
      .execute();
    for (const { article, url } of rows) found.set(article, [...(found.get(article) ?? []), url]);
  }
  return found;
}

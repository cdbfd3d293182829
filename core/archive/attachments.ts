/**
 * The files that articles offer, as they were read last: documents of their article, whose text is found with it.
 */
import type { HeldFacts } from '../documents/holding.ts';
import { wordColumn } from './columns.ts';
import { heldFactsColumn } from './held-facts.ts';
import type { ArticleId, SnapshotHash } from './records.ts';
import type { ArchiveDb } from './schema.ts';

export const attachmentStatuses = ['held', 'needs_ocr', 'unreadable'] as const;
export type AttachmentStatus = (typeof attachmentStatuses)[number];

export interface AttachmentText {
  readonly article: ArticleId;
  readonly url: string;
  readonly snapshot: SnapshotHash | null;
  readonly status: AttachmentStatus;
  /** Why it is not held, in one sentence. */
  readonly reason: string | null;
  readonly title: string | null;
  readonly text: string;
  /** What it says of itself where it is a document; left out or null where it is none. */
  readonly legal?: HeldFacts | null | undefined;
  /** An instant in UTC. */
  readonly readAt: string;
}

const readStatus = wordColumn('attachments.status', attachmentStatuses);

export async function putAttachment(db: ArchiveDb, attachment: AttachmentText): Promise<void> {
  const { article, url, snapshot, readAt, legal, ...same } = attachment;
  const legal_json = legal == null ? null : heldFactsColumn.write(legal);
  const row = { ...same, sha256: snapshot, read_at: readAt, legal_json };
  await db
    .insertInto('attachments')
    .values({ article, url, ...row })
    .onConflict((conflict) => conflict.columns(['article', 'url']).doUpdateSet(row))
    .execute();
}

/** How far each file of an article was read, by its address; without the texts. */
export async function listAttachmentStatuses(
  db: ArchiveDb,
  article: ArticleId,
): Promise<ReadonlyMap<string, AttachmentStatus>> {
  const rows = await db.selectFrom('attachments').select(['url', 'status']).where('article', '=', article).execute();
  return new Map(rows.map(({ url, status }) => [url, readStatus(status)]));
}

/** By their addresses. */
export async function listAttachments(db: ArchiveDb, article: ArticleId): Promise<readonly AttachmentText[]> {
  const rows = await db.selectFrom('attachments').selectAll().where('article', '=', article).orderBy('url').execute();
  return rows.map(({ sha256, read_at, status, legal_json: legal, ...same }) => ({
    ...same,
    snapshot: sha256,
    status: readStatus(status),
    readAt: read_at,
    ...(legal !== null && { legal: heldFactsColumn.read(legal) }),
  }));
}

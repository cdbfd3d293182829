/**
 * The files that articles offer, as they were read last: documents of their article, whose text is found with it.
 */
import { wordColumn } from './columns.ts';
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
  /** An instant in UTC. */
  readonly readAt: string;
}

const readStatus = wordColumn('attachments.status', attachmentStatuses);

export async function putAttachment(db: ArchiveDb, attachment: AttachmentText): Promise<void> {
  const { article, url, snapshot, readAt, ...same } = attachment;
  const row = { ...same, sha256: snapshot, read_at: readAt };
  await db
    .insertInto('attachments')
    .values({ article, url, ...row })
    .onConflict((conflict) => conflict.columns(['article', 'url']).doUpdateSet(row))
    .execute();
}

/** By their addresses. */
export async function listAttachments(db: ArchiveDb, article: ArticleId): Promise<readonly AttachmentText[]> {
  const rows = await db.selectFrom('attachments').selectAll().where('article', '=', article).orderBy('url').execute();
  return rows.map(({ sha256, read_at, status, ...same }) => ({
    ...same,
    snapshot: sha256,
    status: readStatus(status),
    readAt: read_at,
  }));
}

/**
 * Which documents a meeting cites: what the resolved mentions in its reports mean. Kept as rows of their own, so that
 * "meetings that cite this document, newest first" is one index, and kept in step by every write of mentions, targets
 * or meetings.
 */
import { recordChanges } from './changes.ts';
import { inPieces } from './dialect.ts';
import type { ArticleId } from './records.ts';
import { compareRows } from './row-changes.ts';
import type { ArchiveDb, MeetingDocumentTable } from './schema.ts';

/** Brings the meetings of these articles up to date. Part of a transaction. */
export async function refreshMeetingsOf(trx: ArchiveDb, articles: readonly ArticleId[]): Promise<void> {
  for (const piece of inPieces(articles)) {
    const rows = await trx
      .selectFrom('meeting_articles')
      .select('meeting')
      .distinct()
      .where('article', 'in', piece)
      .execute();
    await refreshMeetings(
      trx,
      rows.map(({ meeting }) => meeting),
    );
  }
}

/** Brings these meetings up to date and notes those that changed. Part of a transaction. */
export async function refreshMeetings(trx: ArchiveDb, meetings: readonly string[]): Promise<void> {
  for (const piece of inPieces(meetings)) await refreshPiece(trx, piece);
}

async function refreshPiece(trx: ArchiveDb, meetings: readonly string[]): Promise<void> {
  const held = await trx.selectFrom('meeting_documents').selectAll().where('meeting', 'in', meetings).execute();
  const wanted = await trx
    .selectFrom('meeting_articles')
    .innerJoin('meetings', 'meetings.id', 'meeting_articles.meeting')
    .innerJoin('mentions', 'mentions.article', 'meeting_articles.article')
    .select(['meeting_articles.meeting', 'mentions.document', 'meetings.first_day'])
    .distinct()
    .where('meeting_articles.meeting', 'in', meetings)
    .where('mentions.document', 'is not', null)
    .$narrowType<{ document: MeetingDocumentTable['document'] }>()
    .execute();
  const { changed, vanished } = compareRows<MeetingDocumentTable>(held, wanted, keyOf);
  const known = new Set(held.map(keyOf));
  for (const { meeting, document } of [...vanished, ...changed.filter((row) => known.has(keyOf(row)))]) {
    await trx.deleteFrom('meeting_documents').where('meeting', '=', meeting).where('document', '=', document).execute();
  }
  for (const piece of inPieces(changed)) await trx.insertInto('meeting_documents').values(piece).execute();
  const touched = [...changed, ...vanished].map(({ meeting }) => meeting);
  await recordChanges(trx, 'meeting', 'put', touched);
}

function keyOf({ meeting, document }: MeetingDocumentTable): string {
  return `${meeting} ${document}`;
}

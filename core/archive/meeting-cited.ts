/**
 * What the reports of one meeting cite, for the page of the meeting: its documents in order of level, and the mentions of
 * some of them or of those that nothing settles. A meeting may have hundreds of documents and dozens of reports; a page asks
 * for the part that it shows.
 */
import type { DocumentId } from '../documents/document.ts';
import { toMention } from './mention-row.ts';
import type { MentionRecord } from './records.ts';
import type { ArchiveDb } from './schema.ts';

/** From the centre down; what has no level comes last. */
const LEVELS: readonly (string | null)[] = ['central', 'province', 'district', 'commune', 'org', null];
/** More than any meeting has cited; where one does, the rest is not listed. */
const MOST_DOCUMENTS = 2000;

/** Ids of the documents cited at a meeting: by level, then by type, number and year. */
export async function listDocumentsAt(db: ArchiveDb, meeting: string): Promise<readonly DocumentId[]> {
  const rows = await db
    .selectFrom('meeting_documents')
    .innerJoin('documents', 'documents.id', 'meeting_documents.document')
    .select(['documents.id', 'documents.level', 'documents.type', 'documents.number', 'documents.year'])
    .where('meeting_documents.meeting', '=', meeting)
    .limit(MOST_DOCUMENTS)
    .execute();
  const rank = (level: string | null): number => {
    const place = LEVELS.indexOf(level);
    return place < 0 ? LEVELS.length : place;
  };
  return rows
    .sort(
      (a, b) =>
        rank(a.level) - rank(b.level) ||
        compare(a.type, b.type) ||
        compare(a.number, b.number) ||
        (a.year ?? 0) - (b.year ?? 0) ||
        compare(a.id, b.id),
    )
    .map(({ id }) => id);
}

/** The mentions of these documents in the reports of a meeting, oldest report first, in the order of its text. */
export async function listMentionsAt(
  db: ArchiveDb,
  meeting: string,
  documents: readonly DocumentId[],
  limit: number,
): Promise<readonly MentionRecord[]> {
  if (documents.length === 0) return [];
  const rows = await selectMentionsAt(db, meeting).where('mentions.document', 'in', documents).limit(limit).execute();
  return rows.map(toMention);
}

/** The mentions in the reports of a meeting of which nothing settles what they mean, and how many there are. */
export async function listUnsettledAt(
  db: ArchiveDb,
  meeting: string,
  limit: number,
): Promise<{ readonly items: readonly MentionRecord[]; readonly total: number }> {
  const rows = await selectMentionsAt(db, meeting).where('mentions.document', 'is', null).limit(limit).execute();
  const { total } = await db
    .selectFrom('meeting_articles')
    .innerJoin('mentions', 'mentions.article', 'meeting_articles.article')
    .select((query) => query.fn.countAll<number>().as('total'))
    .where('meeting_articles.meeting', '=', meeting)
    .where('mentions.document', 'is', null)
    .executeTakeFirstOrThrow();
  return { items: rows.map(toMention), total };
}

function selectMentionsAt(db: ArchiveDb, meeting: string) {
  return db
    .selectFrom('meeting_articles')
    .innerJoin('mentions', 'mentions.article', 'meeting_articles.article')
    .selectAll('mentions')
    .where('meeting_articles.meeting', '=', meeting)
    .orderBy('mentions.sort_key')
    .orderBy('mentions.ordinal');
}

/** Numbers as numbers: 9 before 10. */
function compare(one: string, other: string): number {
  return one.localeCompare(other, 'vi', { numeric: true });
}

/**
 * Meetings as the list page asks for them: by number of page, by kind with counts, by the documents of a typed code.
 *
 * The list of the API goes by cursors (core/archive/meeting-lists.ts), which a reader cannot jump with; what the two
 * share, days and folded words, means the same in both.
 */
import { foldWords } from '../../core/archive/code-key.ts';
import { spanDays } from '../../core/archive/day-span.ts';
import type { MeetingRecord } from '../../core/archive/meeting-row.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { DocumentId } from '../../core/documents/document.ts';

/** All that is given must hold. */
export interface MeetingsWanted {
  readonly from: string | null;
  readonly to: string | null;
  readonly chair: string | null;
  readonly kind: string | null;
  /** Words of title, host, place or people. */
  readonly words: string | null;
  /** One of these documents; null for any or none. */
  readonly cites: readonly DocumentId[] | null;
}

/** Ids of the meetings on one page, newest first, undated ones last, and how many fit in all. */
export async function findMeetingIds(
  db: ArchiveDb,
  wanted: MeetingsWanted,
  page: number,
  perPage: number,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const fitting = filterMeetings(db, wanted);
  const rows = await fitting
    .select('meetings.id')
    .orderBy('meetings.first_day', 'desc')
    .orderBy('meetings.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  const { total } = await fitting.select((query) => query.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { ids: rows.map(({ id }) => id), total };
}

/** How many meetings of each kind fit, whatever kind is wanted; most first. */
export async function countKinds(
  db: ArchiveDb,
  wanted: MeetingsWanted,
): Promise<readonly { readonly kind: string; readonly count: number }[]> {
  return filterMeetings(db, { ...wanted, kind: null })
    .select((query) => ['meetings.kind', query.fn.countAll<number>().as('count')])
    .groupBy('meetings.kind')
    .orderBy('count', 'desc')
    .orderBy('meetings.kind')
    .execute();
}

/** The meeting of the same host just before or after; null without a host or a day. */
export async function findNeighbour(
  db: ArchiveDb,
  meeting: MeetingRecord,
  side: 'before' | 'after',
): Promise<string | null> {
  const { firstDay } = spanDays(meeting);
  if (meeting.host === null || firstDay === '') return null;
  const found = await db
    .selectFrom('meetings')
    .select('id')
    .where('host', '=', meeting.host)
    .where('first_day', side === 'before' ? '<' : '>', firstDay)
    .where('first_day', '!=', '')
    .orderBy('first_day', side === 'before' ? 'desc' : 'asc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return found?.id ?? null;
}

function filterMeetings(db: ArchiveDb, { from, to, chair, kind, words, cites }: MeetingsWanted) {
  let query = db.selectFrom('meetings');
  if (from !== null) query = query.where('meetings.last_day', '>=', from);
  if (to !== null) query = query.where('meetings.first_day', '<=', to).where('meetings.first_day', '!=', '');
  if (kind !== null) query = query.where('meetings.kind', '=', kind);
  for (const word of splitWords(chair)) query = query.where('meetings.chair_words', 'like', `% ${word}%`);
  for (const word of splitWords(words)) query = query.where('meetings.all_words', 'like', `% ${word}%`);
  if (cites === null) return query;
  return query.where('meetings.id', 'in', (found) =>
    found.selectFrom('meeting_documents').select('meeting_documents.meeting').where('document', 'in', cites),
  );
}

function splitWords(text: string | null): readonly string[] {
  return foldWords(text ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 20);
}

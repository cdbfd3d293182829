/**
 * Meetings as the list page asks for them: by number of page, by kind with counts.
 *
 * The list of the API goes by cursors (core/archive/meeting-lists.ts), which a reader cannot jump with; which meetings fit
 * is asked in the same way by both.
 */
import { spanDays } from '../../core/archive/day-span.ts';
import { filterMeetings, getMeetings, type MeetingFilter } from '../../core/archive/meeting-lists.ts';
import type { MeetingRecord } from '../../core/archive/meeting-row.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';

/** The meetings on one page, newest first, undated ones last. */
export async function listPage(
  db: ArchiveDb,
  filter: MeetingFilter,
  page: number,
  perPage: number,
): Promise<readonly MeetingRecord[]> {
  const rows = await filterMeetings(db, filter)
    .select('meetings.id')
    .orderBy('meetings.first_day', 'desc')
    .orderBy('meetings.id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute();
  return getMeetings(
    db,
    rows.map(({ id }) => id),
  );
}

/** How many meetings of each kind fit, whatever kind is wanted; most first. */
export async function countKinds(
  db: ArchiveDb,
  { kind: _any, ...filter }: MeetingFilter,
): Promise<readonly { readonly kind: string; readonly count: number }[]> {
  return filterMeetings(db, filter)
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

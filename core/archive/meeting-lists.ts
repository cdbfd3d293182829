/**
 * Finds meetings: one, all, or those of a time, a chair, a document or some words; newest first, undated ones last.
 */
import type { DocumentId } from '../documents/document.ts';
import { vietnameseDay } from '../meetings/calendar.ts';
import { hostsAgree, parseHostKey } from '../meetings/host-key.ts';
import type { MeetingKind } from '../meetings/meeting.ts';
import { compareText, likenessOf } from '../meetings/unite.ts';
import { foldWords } from './code-key.ts';
import { inPieces } from './dialect.ts';
import type { MeetingRecord } from './meeting-row.ts';
import { toMeetingFacts } from './meeting-row.ts';
import type { Page, PageOf } from './paging.ts';
import { cursorParts, cutPage, formatCursor, parseCursor, streamPages } from './paging.ts';
import type { ArchiveDb, MeetingTable } from './schema.ts';

/** All that is given must hold; words are compared without case and marks, whole from their beginning. */
export interface MeetingFilter {
  /** `YYYY-MM-DD`, both included; a meeting known by its month is in every span that touches the month. */
  readonly from?: string;
  readonly to?: string;
  /** Words of the name of who was in the chair. */
  readonly chair?: string;
  readonly kind?: MeetingKind;
  /** This document, or one of these. */
  readonly cites?: DocumentId | readonly DocumentId[];
  /** Words of the title, host, place or of names of participants. */
  readonly q?: string;
}

export async function getMeeting(db: ArchiveDb, id: string): Promise<MeetingRecord | null> {
  return (await getMeetings(db, [id]))[0] ?? null;
}

/** Several meetings in the order of the ids, without those that are not there; at most a few hundred at a time. */
export async function getMeetings(db: ArchiveDb, ids: readonly string[]): Promise<readonly MeetingRecord[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('meetings').selectAll().where('id', 'in', ids).execute();
  const found = new Map((await toMeetings(db, rows)).map((meeting) => [meeting.id, meeting]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/**
 * The meeting with this id, or the only one that an id given away earlier can mean: a further report may have told its
 * host in full, its kind or another first day's number. Null when none or several can be meant.
 */
export async function findMeeting(db: ArchiveDb, id: string): Promise<MeetingRecord | null> {
  const held = await getMeeting(db, id);
  const old = held === null ? likenessOf(id) : null;
  if (old === null) return held;
  const rows = await db
    .selectFrom('meetings')
    .selectAll()
    .where('first_day', '=', old.day)
    .where('precision', '=', 'day')
    .execute();
  const host = parseHostKey(old.host.replaceAll('-', ' '));
  const alike = rows.filter((row) => {
    const known = likenessOf(row.id);
    return known !== null && hostsAgree(parseHostKey(known.host.replaceAll('-', ' ')), host, true);
  });
  const sameKind = alike.filter(({ kind }) => kind === old.kind);
  const [only, ...others] = sameKind.length > 0 ? sameKind : alike;
  return only === undefined || others.length > 0 ? null : ((await toMeetings(db, [only]))[0] ?? null);
}

/** @throws CursorError */
export async function listMeetings(db: ArchiveDb, filter: MeetingFilter, page: Page): Promise<PageOf<MeetingRecord>> {
  const found = filterMeetings(db, filter);
  let query = found.selectAll('meetings').orderBy('meetings.first_day', 'desc').orderBy('meetings.id');
  if (page.after !== null) {
    const [day, id] = parseCursor(page.after, cursorParts.day, cursorParts.id);
    query = query
      .where('meetings.first_day', '<=', day)
      .where(({ eb, or }) => or([eb('meetings.first_day', '<', day), eb('meetings.id', '>', id)]));
  }
  const rows = await query.limit(page.limit + 1).execute();
  const { total } = await found
    .select((counted) => counted.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const meetings = new Map((await toMeetings(db, rows)).map((meeting) => [meeting.id, meeting]));
  const cut = cutPage(rows, page, total, {
    toItem: ({ id }) => meetings.get(id),
    toCursor: (row) => formatCursor(row.first_day, row.id),
  });
  return { ...cut, items: cut.items.filter((meeting) => meeting !== undefined) };
}

/** All meetings, by id. */
export async function* streamMeetings(db: ArchiveDb): AsyncGenerator<MeetingRecord> {
  const pages = streamPages<readonly MeetingRecord[]>(async (last) => {
    const query = db.selectFrom('meetings').selectAll().orderBy('id').limit(200);
    const after = last?.at(-1)?.id;
    const rows = await (after === undefined ? query : query.where('id', '>', after)).execute();
    return rows.length === 0 ? [] : [await toMeetings(db, rows)];
  });
  for await (const meetings of pages) yield* meetings;
}

/** The meetings that fit, for whoever lists or counts them. */
export function filterMeetings(db: ArchiveDb, { from, to, chair, kind, cites, q }: MeetingFilter) {
  let query = db.selectFrom('meetings');
  if (kind !== undefined) query = query.where('meetings.kind', '=', kind);
  if (from !== undefined) query = query.where('meetings.last_day', '>=', from);
  if (to !== undefined) query = query.where('meetings.first_day', '<=', to).where('meetings.first_day', '!=', '');
  for (const word of wordsOf(chair)) query = query.where('meetings.chair_words', 'like', `% ${word}%`);
  for (const word of wordsOf(q)) query = query.where('meetings.all_words', 'like', `% ${word}%`);
  if (cites === undefined) return query;
  return query.where('meetings.id', 'in', (found) =>
    found
      .selectFrom('meeting_documents')
      .select('meeting_documents.meeting')
      .where('document', 'in', typeof cites === 'string' ? [cites] : cites),
  );
}

function wordsOf(text: string | undefined): readonly string[] {
  return foldWords(text ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 20);
}

/** Rows to records, with their articles, addresses and documents. */
async function toMeetings(db: ArchiveDb, rows: readonly MeetingTable[]): Promise<readonly MeetingRecord[]> {
  const meetings: MeetingRecord[] = [];
  for (const piece of inPieces(rows)) {
    const ids = piece.map(({ id }) => id);
    const links = await db
      .selectFrom('meeting_articles')
      .innerJoin('articles', 'articles.id', 'meeting_articles.article')
      .select(['meeting_articles.meeting', 'articles.id', 'articles.url', 'articles.published'])
      .where('meeting_articles.meeting', 'in', ids)
      .execute();
    // By day, then by address: the sort key tells within a day what came first.
    const dayOf = ({ published }: (typeof links)[number]): string => vietnameseDay(published) ?? '';
    links.sort((a, b) => compareText(dayOf(a), dayOf(b)) || compareText(a.url, b.url));
    const cited = await db
      .selectFrom('meeting_documents')
      .select(['meeting', 'document'])
      .where('meeting', 'in', ids)
      .orderBy('document')
      .execute();
    for (const row of piece) {
      const reports = links.filter(({ meeting }) => meeting === row.id);
      meetings.push({
        id: row.id,
        ...toMeetingFacts(row),
        articles: reports.map(({ id }) => id),
        urls: reports.map(({ url }) => url),
        documents: cited.filter(({ meeting }) => meeting === row.id).map(({ document }) => document),
      });
    }
  }
  return meetings;
}

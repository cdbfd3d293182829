/**
 * Who cites a document, in light rows: enough to count, group and filter thousands of mentions, from which a page then
 * loads the few it shows.
 *
 * An entry of a code that no mention settles is cited by the mentions of its code; all others by those that mean it.
 */
import { codeKeys } from '../core/archive/code-key.ts';
import { chairColumn } from '../core/archive/meeting-row.ts';
import type { ArticleId } from '../core/archive/records.ts';
import type { ArchiveDb } from '../core/archive/schema.ts';
import type { OfficialDocument } from '../core/documents/document.ts';
import { countMeetings } from './figures.ts';

export interface CitingRow {
  readonly article: ArticleId;
  readonly ordinal: number;
  readonly purpose: string;
  /** What it says the document is about, and of which date it is. */
  readonly subject: string | null;
  readonly date: string | null;
  /** Null where the article reports no meeting. */
  readonly meeting: {
    readonly id: string;
    /** First day it may have been on, `YYYY-MM-DD`; empty when unknown. */
    readonly firstDay: string;
    readonly host: string | null;
    readonly chair: string | null;
  } | null;
  /** Day of publication, or null. */
  readonly published: string | null;
}

export interface CitingCounts {
  readonly mentions: number;
  readonly meetings: number;
}

/** How often a document is cited, and at how many meetings. */
export async function countCiting(db: ArchiveDb, document: OfficialDocument): Promise<CitingCounts> {
  const mentions = await citingMentions(db, document)
    .select((query) => query.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return { mentions: mentions.count, meetings: await countCitingMeetings(db, document) };
}

/** At how many meetings a document is cited. */
export async function countCitingMeetings(db: ArchiveDb, document: OfficialDocument): Promise<number> {
  if (document.issuer !== null) return (await countMeetings(db, [document.id])).get(document.id) ?? 0;
  const { meetings } = await citingMentions(db, document)
    .innerJoin('meeting_articles', 'meeting_articles.article', 'mentions.article')
    .select((query) => query.fn.count<number>('meeting_articles.meeting').distinct().as('meetings'))
    .executeTakeFirstOrThrow();
  return meetings;
}

/** Every mention of a document, newest article first, in the order of its text. */
export async function listCiting(db: ArchiveDb, document: OfficialDocument): Promise<readonly CitingRow[]> {
  const rows = await citingMentions(db, document)
    .innerJoin('articles', 'articles.id', 'mentions.article')
    .leftJoin('meeting_articles', 'meeting_articles.article', 'mentions.article')
    .leftJoin('meetings', 'meetings.id', 'meeting_articles.meeting')
    .select([
      'mentions.article',
      'mentions.ordinal',
      'mentions.purpose',
      'articles.published',
      'mentions.subject',
      'mentions.date',
    ])
    .select(['meetings.id as meeting', 'meetings.first_day', 'meetings.host', 'meetings.chair_json'])
    .orderBy('mentions.sort_key', 'desc')
    .orderBy('mentions.ordinal')
    .execute();
  const chairs = new Map<string, string>();
  return rows.map((row) => ({
    article: row.article,
    ordinal: row.ordinal,
    purpose: row.purpose,
    subject: row.subject,
    date: row.date,
    published: row.published?.slice(0, 10) ?? null,
    meeting:
      row.meeting === null
        ? null
        : {
            id: row.meeting,
            firstDay: row.first_day ?? '',
            host: row.host,
            chair: row.chair_json === null ? null : nameOf(row.chair_json, chairs),
          },
  }));
}

export interface MonthOfMeetings {
  /** `2022-03` */
  readonly month: string;
  readonly meetings: number;
}

/** Meetings that cite a document by month, oldest first; those of an unknown day are left out. */
export async function countByMonth(db: ArchiveDb, document: OfficialDocument): Promise<readonly MonthOfMeetings[]> {
  const rows =
    document.issuer !== null
      ? await db.selectFrom('meeting_documents').select('first_day').where('document', '=', document.id).execute()
      : await citingMentions(db, document)
          .innerJoin('meeting_articles', 'meeting_articles.article', 'mentions.article')
          .innerJoin('meetings', 'meetings.id', 'meeting_articles.meeting')
          .select(['meetings.id', 'meetings.first_day'])
          .distinct()
          .execute();
  const months = new Map<string, number>();
  for (const { first_day: day } of rows) {
    if (day !== '') months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1);
  }
  return [...months].map(([month, meetings]) => ({ month, meetings })).sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** The mentions that cite a document, to be counted or listed. */
export function citingMentions(db: ArchiveDb, document: OfficialDocument) {
  const mentions = db.selectFrom('mentions');
  if (document.issuer !== null) return mentions.where('mentions.document', '=', document.id);
  const { codeKey } = codeKeys({ code: document.code, number: null, year: null, type: null, issuerCode: null });
  return mentions
    .where('mentions.code_key', '=', codeKey ?? '')
    .where('mentions.status', 'in', ['ambiguous', 'unknown']);
}

/** One chair holds hundreds of meetings, and their rows are read once. */
function nameOf(json: string, known: Map<string, string>): string {
  const name = known.get(json) ?? chairColumn.read(json).name;
  known.set(json, name);
  return name;
}

/**
 * Meetings between rows and records, and what one article says of its own.
 */
import { z } from 'zod';
import type { DocumentId, Place } from '../documents/document.ts';
import type { MeetingFacts, MeetingKind, Person } from '../meetings/meeting.ts';
import { datePrecisions, meetingKinds, participantRoles } from '../meetings/meeting.ts';
import { foldWords } from './code-key.ts';
import { jsonColumn, wordColumn } from './columns.ts';
import { spanDays } from './day-span.ts';
import type { ArticleId } from './records.ts';
import type { MeetingTable } from './schema.ts';

/** A meeting with the reports of it and the documents that these cite. */
export interface MeetingRecord extends MeetingFacts {
  readonly id: string;
  /** In the order of their days of publication, oldest first; `urls` likewise. */
  readonly articles: readonly ArticleId[];
  readonly urls: readonly string[];
  /** Those that resolved mentions mean, by id. */
  readonly documents: readonly DocumentId[];
}

/** What a list of something else shows of a meeting. */
export interface MeetingSummary {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly date: string | null;
  readonly host: string | null;
  readonly chair: Person | null;
}

const nullableText = z.string().nullable();
const person = z.object({ name: z.string(), positions: z.array(z.string()) });
const participants = z.array(person.extend({ role: z.enum(participantRoles) }));

export const chairColumn = jsonColumn<Person>('meetings.chair_json', person);
const participantsColumn = jsonColumn<MeetingFacts['participants']>('meetings.participants_json', participants);
const facts = z.object({
  kind: z.enum(meetingKinds),
  title: z.string(),
  date: nullableText,
  dateTo: nullableText,
  precision: z.enum(datePrecisions).nullable(),
  host: nullableText,
  place: nullableText,
  chair: person.nullable(),
  participants,
});
const home = z.object({ province: z.string(), district: z.string().optional(), commune: z.string().optional() });

export const meetingColumn = jsonColumn<MeetingFacts>('articles.meeting_json', facts);
/** The same column with the place of the source, where it is known. */
export const reportColumn = jsonColumn<MeetingFacts & { readonly home?: Place | undefined }>(
  'articles.meeting_json',
  facts.extend({ home: home.optional() }),
);
export const readMeetingKind = wordColumn('meetings.kind', meetingKinds);
const readPrecision = wordColumn('meetings.precision', datePrecisions);

export function toMeetingRow(id: string, facts: MeetingFacts): MeetingTable {
  const { firstDay, lastDay } = spanDays(facts);
  const names = facts.participants.map(({ name }) => name);
  return {
    id,
    kind: facts.kind,
    title: facts.title,
    date: facts.date,
    date_to: facts.dateTo,
    precision: facts.precision,
    host: facts.host,
    place: facts.place,
    chair_json: facts.chair === null ? null : chairColumn.write(facts.chair),
    participants_json: participantsColumn.write(facts.participants),
    first_day: firstDay,
    last_day: lastDay,
    chair_words: toWords([facts.chair?.name]),
    all_words: toWords([facts.title, facts.host, facts.place, facts.chair?.name, ...names]),
  };
}

export function toMeetingFacts(row: MeetingTable): MeetingFacts {
  return {
    kind: readMeetingKind(row.kind),
    title: row.title,
    date: row.date,
    dateTo: row.date_to,
    precision: row.precision === null ? null : readPrecision(row.precision),
    host: row.host,
    place: row.place,
    chair: row.chair_json === null ? null : chairColumn.read(row.chair_json),
    participants: participantsColumn.read(row.participants_json),
  };
}

function toWords(texts: readonly (string | null | undefined)[]): string {
  const words = foldWords(texts.filter((text) => text !== null && text !== undefined).join(' '));
  return ` ${words} `;
}

/**
 * The vocabulary of meetings: what one report states about the event it reports.
 *
 * Facts of one report only. Telling which reports speak of the same meeting is done in cluster.ts. Null means that
 * the text does not state it: a chair is stated only by chủ trì, chủ tọa or điều hành, never inferred from rank.
 */

/** What the text calls the event; the subjects it treats do not change its kind. */
export const meetingKinds = [
  'standing_committee',
  'executive_committee',
  'standing_body',
  'briefing',
  'working_session',
  'dialogue',
  'citizen_reception',
  'voter_contact',
  'council_session',
  'congress',
  'cell_meeting',
  'review',
  'study',
  'supervision',
  'steering',
  'personnel',
  'ceremony',
  'visit',
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const participantRoles = [
  'chair',
  'co_chair',
  'directing_guest',
  'concluding',
  'attendee',
  'presenter',
  'speaker',
  'head_of_delegation',
  'host',
  'signer',
] as const;
export type ParticipantRole = (typeof participantRoles)[number];

export const datePrecisions = ['day', 'month', 'quarter', 'year'] as const;
export type DatePrecision = (typeof datePrecisions)[number];

export interface Person {
  readonly name: string;
  /** As printed, split at commas that stand before a position: "Bí thư Thành ủy", "Chủ tịch HĐND Thành phố". */
  readonly positions: readonly string[];
}

export interface Participant extends Person {
  readonly role: ParticipantRole;
}

/** What one report says of its meeting. */
export interface MeetingFacts {
  readonly kind: MeetingKind;
  readonly title: string;
  /** First day as far as it is known: `2023-03-21`, `2022-09`, `2022`; null when the text tells none. */
  readonly date: string | null;
  /** Last day of a meeting of several days, else null. */
  readonly dateTo: string | null;
  readonly precision: DatePrecision | null;
  /** The body that holds it, in words: "Thành ủy Hạ Long". */
  readonly host: string | null;
  readonly place: string | null;
  readonly chair: Person | null;
  readonly participants: readonly Participant[];
}

/** The parts of an article from which its meeting is told. */
export interface MeetingReport {
  readonly title: string | null;
  readonly lead: string | null;
  /** Plain text, a blank line between paragraphs, without the title. */
  readonly text: string;
  /** `YYYY-MM-DD` or an ISO instant with zone; null when unknown. */
  readonly published: string | null;
}

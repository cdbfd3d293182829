/**
 * What the archive keeps, as values: articles with their readings, mentions with their targets, meetings.
 *
 * Rows are turned into these records at the door of this room and back; nothing outside it sees a row. All but the
 * captured bytes and a person's decisions is derived, and can be made again from the bytes.
 */
import type { Citation } from '../citations/citation.ts';
import type { DocumentId, Purpose, RelationKind, Target } from '../documents/document.ts';
import type { HeldFacts } from '../documents/holding.ts';
import type { Settlement } from '../documents/settlement.ts';
import type { MeetingFacts } from '../meetings/meeting.ts';

declare const brand: unique symbol;

/** First 16 hex digits of the SHA-256 of the article's address. */
export type ArticleId = string & { readonly [brand]: 'ArticleId' };
/** SHA-256 of the bytes as 64 lower-case hex digits. */
export type SnapshotHash = string & { readonly [brand]: 'SnapshotHash' };

export interface AttachmentRecord {
  readonly url: string;
  readonly title: string | null;
  readonly type: string | null;
}

export interface WarningRecord {
  readonly code: string;
  readonly detail: string;
}

export const articleStatuses = ['held', 'gone', 'text_unavailable'] as const;
export type ArticleStatus = (typeof articleStatuses)[number];

/** One reading of one address, as it is handed in to be kept. */
export interface ArticleReading {
  readonly url: string;
  /** Id of the source it came from; null when nobody said. */
  readonly source: string | null;
  readonly status: ArticleStatus;
  readonly title: string | null;
  readonly lead: string | null;
  readonly text: string;
  readonly author: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly encoding: string | null;
  readonly language: string | null;
  readonly section: string | null;
  readonly attachments: readonly AttachmentRecord[];
  readonly warnings: readonly WarningRecord[];
  /** Of a text that is a document itself, or a legal database's page about one; left out or null for any other. */
  readonly legal?: HeldFacts | null | undefined;
  /** The bytes it was read from. */
  readonly snapshot: SnapshotHash;
  /** When the bytes were taken in: an instant in UTC. */
  readonly capturedAt: string;
  /** True for the bundled samples, which leave when a real article comes. */
  readonly isSample: boolean;
}

export interface ArticleRecord extends ArticleReading {
  readonly id: ArticleId;
  readonly aliases: readonly string[];
  /** How many different texts have been seen at this address. */
  readonly versions: number;
  /** SHA-256 of title and text, which decides whether a capture is a new version. */
  readonly contentHash: string;
  readonly meeting: MeetingFacts | null;
  readonly meetingId: string | null;
}

/** One mention in one article, with what it was told to mean. */
export interface MentionRecord extends Citation {
  readonly article: ArticleId;
  /** Place in the order of the article's mentions, from 0. */
  readonly ordinal: number;
  /** The sentence or clause that holds it, as printed; the surface stands at `sentenceOffset` in it. */
  readonly sentence: string;
  readonly sentenceOffset: number;
  readonly purpose: Purpose;
  /** What its article alone tells of its document. */
  readonly settlement: Settlement;
  readonly target: Target;
  readonly origin: 'machine' | 'person';
}

export interface RelationRecord {
  readonly from: DocumentId;
  readonly to: DocumentId;
  readonly kind: RelationKind;
  readonly article: ArticleId;
  readonly sentence: string;
}

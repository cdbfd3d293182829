/**
 * The tables, as Kysely sees them. What each column holds is said here and nowhere else; migrations/ makes them.
 *
 * Three kinds of rows: what was taken in (snapshots, captures) is only ever appended to; what was read or derived from
 * it can be thrown away and made again; what a person decided (decisions) no rebuild may touch. Days and instants are
 * ISO texts, truths are 0 or 1, `…_json` columns are written and read through columns.ts.
 */
import type { Generated, Kysely } from 'kysely';
import type { IsoDate, ReferenceCode } from '../citations/citation.ts';
import type { DocumentId } from '../documents/document.ts';
import type { ArticleId, SnapshotHash } from './records.ts';
import type { CrawlSchema } from './schema-crawl.ts';
import type { HoldingsSchema } from './schema-holdings.ts';

/** The archive's database or a transaction on it; every function of this room that asks for it takes either. */
export type ArchiveDb = Kysely<ArchiveSchema>;

export interface ArchiveSchema extends CrawlSchema, HoldingsSchema {
  readonly snapshots: SnapshotTable;
  readonly captures: CaptureTable;
  readonly articles: ArticleTable;
  readonly article_versions: ArticleVersionTable;
  readonly article_aliases: { readonly url: string; readonly article: ArticleId };
  readonly mentions: MentionTable;
  readonly documents: DocumentTable;
  readonly identities: IdentityTable;
  readonly known_documents: KnownDocumentTable;
  readonly known_series: KnownSeriesTable;
  readonly counted_articles: { readonly article: ArticleId; readonly said_json: string };
  readonly testimonies: TestimonyTable;
  readonly dossiers_due: DossierDueTable;
  readonly decisions_due: { readonly id: string };
  readonly relations: RelationTable;
  readonly meetings: MeetingTable;
  readonly meeting_articles: { readonly article: ArticleId; readonly meeting: string };
  readonly meeting_documents: MeetingDocumentTable;
  readonly decisions: DecisionTable;
  readonly changes: ChangeTable;
  readonly cursors: { readonly name: string; readonly seq: number };
  readonly meta: { readonly key: string; readonly value: string };
}

/** Bytes on disk; their file's name is the hash. */
export interface SnapshotTable {
  readonly sha256: SnapshotHash;
  readonly size_bytes: number;
  readonly media_type: string;
  readonly first_kept_at: string;
}

/** Which bytes came from where and when. */
export interface CaptureTable {
  readonly url: string;
  readonly sha256: SnapshotHash;
  readonly captured_at: string;
  readonly source: string | null;
  readonly status: string;
  /** What was said beside the bytes when they were handed in, such as a title or a day. */
  readonly given_json: string;
  /** Status, headers and redirects of the answer that brought them; null for what was handed in. */
  readonly http_json: string | null;
}

/** An address with the reading that is current; its text stands in the version alone. */
export interface ArticleTable {
  readonly id: ArticleId;
  readonly url: string;
  readonly source: string | null;
  readonly status: string;
  /** Newest first by day of publication: see sort-key.ts. Unique, so it can number rows of a search index. */
  readonly sort_key: number;
  /** The version that is current, and how many there are. */
  readonly version: number;
  readonly versions: number;
  readonly content_hash: string;
  readonly title: string | null;
  readonly lead: string | null;
  readonly published: string | null;
  readonly captured_at: string;
  readonly snapshot: SnapshotHash;
  readonly is_sample: number;
  readonly meeting_json: string | null;
}

/** One text seen at an address. Versions count from 1 in the order of capture. */
export interface ArticleVersionTable {
  readonly article: ArticleId;
  readonly version: number;
  readonly content_hash: string;
  readonly title: string | null;
  readonly lead: string | null;
  readonly published: string | null;
  readonly status: string;
  /** All else that the reading says: author, updated, encoding, language, section, attachments, warnings. */
  readonly details_json: string;
  readonly captured_at: string;
  readonly snapshot: SnapshotHash;
  /** Why it waits for review instead of being current (version-gate.ts); null when sound or accepted. */
  readonly held_back: string | null;
  readonly text: string;
}

export interface MentionTable {
  readonly article: ArticleId;
  readonly ordinal: number;
  /** The article's, so that the mentions of a document can be read newest first from one index. */
  readonly sort_key: number;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly surface: string;
  readonly kind: string;
  readonly canonical: ReferenceCode | null;
  readonly number: string | null;
  readonly year: number | null;
  readonly type: string | null;
  readonly issuer_code: string | null;
  readonly issuer_name: string | null;
  readonly level: string | null;
  readonly date: IsoDate | null;
  readonly subject: string | null;
  readonly meant: ReferenceCode | null;
  readonly flags_json: string;
  readonly confidence: number;
  readonly same_as: number | null;
  readonly sentence: string;
  readonly sentence_offset: number;
  readonly purpose: string;
  readonly origin: string;
  /** What the article alone tells of its document (settlement-column.ts). */
  readonly settlement_json: string;
  readonly status: string;
  readonly document: DocumentId | null;
  readonly candidates_json: string;
  readonly evidence_json: string;
  readonly code_key: string | null;
  readonly number_key: string | null;
  readonly type_key: string | null;
  readonly issuer_key: string | null;
  /** The document that the article alone settles, whatever the mention is linked to in the end. */
  readonly own_document: DocumentId | null;
  /** Key of the subject, where `own_document` is known. */
  readonly subject_key: string | null;
  /** Which documents can change the link: series with spaces between (link.ts), `*` for any, null for none. */
  readonly waits_on: string | null;
}

/** What identifies the documents that mentions settle: spelled as it was first kept. */
export interface IdentityTable {
  readonly document: DocumentId;
  readonly identity_json: string;
}

/** What all mentions that settle a document by themselves print, of one type and number; kept by counted-mentions.ts. */
export interface KnownDocumentTable {
  readonly document: DocumentId;
  readonly type_key: string;
  readonly number_key: string;
  readonly prints_json: string;
}

/** What all mentions of a document say, and in how many articles they stand; kept by counted-mentions.ts. */
export interface TestimonyTable {
  readonly document: DocumentId;
  readonly cited_by: number;
  readonly said_json: string;
}

/** What was known of a type and number, series by series, when mentions that wait on it were last linked. */
export interface KnownSeriesTable {
  readonly type_key: string;
  readonly number_key: string;
  readonly series: string;
  readonly fingerprint: string;
}

/** Documents and entries whose mentions have changed since they were drawn up. */
export interface DossierDueTable {
  readonly id: DocumentId;
}

export interface DocumentTable {
  readonly id: DocumentId;
  readonly code: ReferenceCode;
  readonly type: string;
  readonly number: string;
  readonly year: number | null;
  readonly issuer: string | null;
  readonly level: string | null;
  readonly place_json: string | null;
  readonly term: string | null;
  readonly date: IsoDate | null;
  readonly title: string | null;
  readonly aliases_json: string;
  readonly state: string;
  readonly cited_by: number;
  readonly conflicts_json: string;
  /** 0 for a code that no mention settles (issuer null): an entry to be found, never a target. */
  readonly is_settled: number;
  readonly code_key: string | null;
  readonly number_key: string | null;
  readonly type_key: string | null;
  readonly issuer_key: string | null;
  /** Where the symbol of the type names several. */
  readonly type_name: string | null;
}

export interface RelationTable {
  readonly from_document: DocumentId;
  readonly to_document: DocumentId;
  readonly kind: string;
  readonly article: ArticleId;
  readonly sentence: string;
}

export interface MeetingTable {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly date: string | null;
  readonly date_to: string | null;
  readonly precision: string | null;
  readonly host: string | null;
  readonly place: string | null;
  readonly chair_json: string | null;
  readonly participants_json: string;
  /** First and last day of the time that date, date_to and precision span; empty when no date is known. */
  readonly first_day: string;
  readonly last_day: string;
  /** Folded words with a space at both ends, for the filters of the list. */
  readonly chair_words: string;
  readonly all_words: string;
}

/** Which documents the resolved mentions of a meeting's articles mean; kept in step by meeting-documents.ts. */
export interface MeetingDocumentTable {
  readonly meeting: string;
  readonly document: DocumentId;
  readonly first_day: string;
}

/** What a person decided, and why (decisions.ts). Derived rows are made from it, never the other way round. */
export interface DecisionTable {
  readonly id: string;
  readonly kind: string;
  readonly subject_json: string;
  readonly made_by: string;
  readonly made_at: string;
}

export interface ChangeTable {
  readonly seq: Generated<number>;
  readonly kind: string;
  readonly id: string;
  readonly op: string;
  /** 1 where settling itself made the change and no other was waiting to be settled (changes.ts). */
  readonly by_settling: Generated<number>;
}

/**
 * The tables of held documents, as Kysely sees them: texts that are documents themselves, and what these state of others.
 *
 * Both are derived from what articles and attachments were read as, and can be thrown away and made again.
 */
import type { IsoDate, ReferenceCode } from '../citations/citation.ts';
import type { DocumentId } from '../documents/document.ts';
import type { ArticleId, SnapshotHash } from './records.ts';

export interface HoldingsSchema {
  readonly holdings: HoldingTable;
  readonly held_citations: HeldCitationTable;
}

/** A text of which is told which document it is: an article, or a file that an article offers. */
export interface HoldingTable {
  readonly article: ArticleId;
  /** The article's own address, or that of the file. */
  readonly address: string;
  readonly snapshot: SnapshotHash | null;
  readonly document: DocumentId;
  readonly identity_json: string;
  readonly type_key: string;
  readonly number_key: string;
  readonly code: ReferenceCode;
  readonly date: IsoDate | null;
  readonly title: string | null;
  readonly issuer_name: string | null;
  readonly signer: string | null;
  readonly effective: string | null;
  readonly expired: string | null;
  readonly status: string | null;
}

/** What a held text states of another document. */
export interface HeldCitationTable {
  readonly article: ArticleId;
  readonly address: string;
  readonly ordinal: number;
  readonly type_key: string | null;
  readonly number_key: string | null;
  readonly kind: string;
  /** 1 where the other document acts on the held one. */
  readonly is_reversed: number;
  readonly sentence: string;
  readonly canonical: ReferenceCode | null;
  readonly meant: ReferenceCode | null;
  readonly date: IsoDate | null;
  readonly subject: string | null;
  readonly issuer_name: string | null;
  readonly level: string | null;
  /** What the text alone tells of the other document (settlement-column.ts), and that document where this settles it. */
  readonly settlement_json: string;
  readonly own_document: DocumentId | null;
}

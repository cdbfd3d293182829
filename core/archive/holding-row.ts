/**
 * Held texts and what they state, between rows and records.
 */
import type { DocumentId, RelationKind } from '../documents/document.ts';
import { relationKinds } from '../documents/document.ts';
import type { HeldCitation } from '../documents/held-citations.ts';
import type { HeldDocument } from '../documents/holding.ts';
import { mintDocumentId } from '../documents/identity.ts';
import type { Settlement } from '../documents/settlement.ts';
import { codeKeys } from './code-key.ts';
import { wordColumn } from './columns.ts';
import type { MentionKey } from './mention-lists.ts';
import { gatherIdentities, identityColumn, ownColumns } from './own-columns.ts';
import type { ArticleId, SnapshotHash } from './records.ts';
import type { HeldCitationTable, HoldingTable } from './schema-holdings.ts';
import { settlementColumn } from './settlement-column.ts';

/** A text of a document, found at `address`: an article's own, or that of a file which the article offers. */
export interface Holding extends HeldDocument {
  readonly document: DocumentId;
  readonly article: ArticleId;
  readonly snapshot: SnapshotHash | null;
  readonly signer: string | null;
  /** Days. */
  readonly effective: string | null;
  readonly expired: string | null;
  /** As printed: Còn hiệu lực. */
  readonly status: string | null;
}

/** A text with all that it states. */
export interface StatingHolding {
  readonly holding: Omit<Holding, 'document' | 'article'>;
  readonly citations: readonly HeldCitation[];
}

/** What a held text states of a document, as far as settling it asks. */
export interface KeptStatement {
  readonly article: ArticleId;
  readonly from: DocumentId;
  readonly settlement: Settlement;
  readonly key: MentionKey | null;
  readonly subject: string | null;
  readonly kind: RelationKind;
  readonly isReversed: boolean;
  readonly sentence: string;
}

const readKind = wordColumn('held_citations.kind', relationKinds);

/** The identities that these texts settle, as they are kept. */
export function identitiesOf(texts: readonly StatingHolding[]): ReadonlyMap<DocumentId, string> {
  return gatherIdentities(
    texts.flatMap(({ holding, citations }) => [
      holding.identity,
      ...citations.flatMap(({ settlement }) => (settlement.kind === 'settled' ? [settlement.identity] : [])),
    ]),
  );
}

export function toHoldingRow(article: ArticleId, holding: StatingHolding['holding']): HoldingTable {
  const { identity, issuerName, ...same } = holding;
  const { typeKey, numberKey } = keysOf(identity.type, identity.number);
  return {
    ...same,
    article,
    document: mintDocumentId(identity),
    identity_json: identityColumn.write(identity),
    type_key: typeKey ?? '',
    number_key: numberKey ?? '',
    issuer_name: issuerName,
  };
}

export function toCitationRow(
  article: ArticleId,
  address: string,
  ordinal: number,
  { citation, settlement, kind, isReversed, sentence }: HeldCitation,
): HeldCitationTable {
  const { typeKey, numberKey } = keysOf(citation.type, citation.number);
  return {
    article,
    address,
    ordinal,
    type_key: typeKey,
    number_key: numberKey,
    kind,
    is_reversed: isReversed ? 1 : 0,
    sentence,
    canonical: citation.canonical,
    meant: citation.meant,
    date: citation.date,
    subject: citation.subject,
    issuer_name: citation.issuerName,
    level: citation.level,
    settlement_json: settlementColumn.write(settlement),
    own_document: ownColumns(settlement, null).own_document,
  };
}

export function toStatement({ type_key: typeKey, number_key: numberKey, document, ...row }: StatedRow): KeptStatement {
  return {
    article: row.article,
    from: document,
    settlement: settlementColumn.read(row.settlement_json),
    key: typeKey === null || numberKey === null ? null : { typeKey, numberKey },
    subject: row.subject,
    kind: readKind(row.kind),
    isReversed: row.is_reversed === 1,
    sentence: row.sentence,
  };
}

/** A statement beside the document of the text that makes it. */
type StatedRow = HeldCitationTable & { readonly document: DocumentId };

/** The same keys as those of mentions, or the texts of a document and its mentions would not be found together. */
function keysOf(type: string | null, number: string | null) {
  return codeKeys({ code: null, number, year: null, type, issuerCode: null });
}

export function toHolding(row: HoldingTable): Holding {
  const { article, address, snapshot, document, code, date, title, signer, effective, expired, status } = row;
  const identity = identityColumn.read(row.identity_json);
  return {
    article,
    address,
    snapshot,
    document,
    code,
    date,
    title,
    signer,
    effective,
    expired,
    status,
    identity,
    issuerName: row.issuer_name,
  };
}

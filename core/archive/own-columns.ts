/** What settling asks of a mention's row: the document that its own article settles, its subject's key, what it waits for. */
import type { DocumentId } from '../documents/document.ts';
import { type DocumentIdentity, mintDocumentId } from '../documents/identity.ts';
import { waitsOn } from '../documents/link.ts';
import type { Settlement } from '../documents/settlement.ts';
import { subjectKey } from '../documents/subject-key.ts';
import { jsonColumn, rememberReads } from './columns.ts';
import type { MentionTable } from './schema.ts';
import { identitySchema } from './settlement-column.ts';

/** Those of widely cited documents are read with every batch. */
const MOST_REMEMBERED = 20_000;

export const identityColumn = rememberReads(
  jsonColumn<DocumentIdentity>('identities.identity_json', identitySchema),
  MOST_REMEMBERED,
);

/** Letters of a subject's key that are kept: what is behind them tells no two documents apart. */
const MOST_LETTERS = 300;

export type OwnColumns = Pick<MentionTable, 'own_document' | 'subject_key' | 'waits_on'>;

export function ownColumns(settlement: Settlement, subject: string | null): OwnColumns {
  const own = settlement.kind === 'settled' ? settlement.identity : null;
  const key = own === null || subject === null ? null : subjectKey(subject).slice(0, MOST_LETTERS);
  return {
    own_document: own === null ? null : mintDocumentId(own),
    subject_key: key === '' ? null : key,
    waits_on: waitsOn(settlement, subject),
  };
}

/** Identities as they are kept, by document: of two spellings of one the first in its letters. */
export function gatherIdentities(identities: Iterable<DocumentIdentity>): ReadonlyMap<DocumentId, string> {
  const found = new Map<DocumentId, string>();
  for (const identity of identities) {
    const document = mintDocumentId(identity);
    const json = identityColumn.write(identity);
    const before = found.get(document);
    if (before === undefined || json < before) found.set(document, json);
  }
  return found;
}

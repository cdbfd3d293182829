/** What settling asks of a mention's row: the document that its own article settles, its subject's key, what it waits for. */
import { type DocumentIdentity, mintDocumentId } from '../documents/identity.ts';
import { waitsOn } from '../documents/link.ts';
import type { Settlement } from '../documents/resolve.ts';
import { subjectKey } from '../documents/subject-key.ts';
import { jsonColumn } from './columns.ts';
import type { MentionTable } from './schema.ts';
import { identitySchema } from './settlement-column.ts';

export const identityColumn = jsonColumn<DocumentIdentity>('identities.identity_json', identitySchema);

/** Letters of a subject's key that are kept: what is behind them tells no two documents apart. */
const MOST_LETTERS = 300;

export type OwnColumns = Pick<MentionTable, 'own_document' | 'subject_key' | 'waits_on'>;

/** The columns, and the identity behind `own_document` as it is kept in table identities. */
export function ownColumns(
  settlement: Settlement,
  subject: string | null,
): OwnColumns & { readonly identity: string | null } {
  const own = settlement.kind === 'settled' ? settlement.identity : null;
  const key = own === null || subject === null ? null : subjectKey(subject).slice(0, MOST_LETTERS);
  return {
    own_document: own === null ? null : mintDocumentId(own),
    subject_key: key === '' ? null : key,
    waits_on: waitsOn(settlement, subject),
    identity: own === null ? null : identityColumn.write(own),
  };
}

/**
 * What the archive knows of documents for linking open mentions: those that some mention settles by itself, with what
 * is printed beside those mentions. Links never make a document known, so linking can be repeated in any order.
 */
import type { DocumentId } from './document.ts';
import { type DocumentIdentity, mintDocumentId } from './identity.ts';
import type { Settlement } from './resolve.ts';
import { subjectKey } from './subject-key.ts';

export interface KnownDocument {
  readonly id: DocumentId;
  readonly identity: DocumentIdentity;
  /** Dates printed with mentions that settle it. */
  readonly dates: ReadonlySet<string>;
  /** Keys (`subjectKey`) of the subjects printed with them. */
  readonly subjects: ReadonlySet<string>;
  /** Year of issue, from its code or its date; null when neither is known. */
  readonly issuedYear: number | null;
}

/** One mention's say, as far as it makes a document known. */
export interface SettledMention {
  readonly settlement: Settlement;
  readonly date: string | null;
  readonly subject: string | null;
}

/** The documents that these mentions settle, each once; of two spellings of one identity the first stands. */
export function gatherKnown(mentions: Iterable<SettledMention>): readonly KnownDocument[] {
  const found = new Map<DocumentId, { identity: DocumentIdentity; dates: Set<string>; subjects: Set<string> }>();
  for (const { settlement, date, subject } of mentions) {
    if (settlement.kind !== 'settled') continue;
    const { identity } = settlement;
    const id = mintDocumentId(identity);
    const known = found.get(id) ?? { identity, dates: new Set(), subjects: new Set() };
    if (date !== null) known.dates.add(date);
    if (subject !== null) known.subjects.add(subjectKey(subject));
    found.set(id, known);
  }
  return [...found].map(([id, { identity, dates, subjects }]) => {
    const [first] = [...dates].sort();
    const dated = first === undefined ? null : Number(first.slice(0, 4));
    return { id, identity, dates, subjects, issuedYear: identity.codeYear ?? identity.year ?? dated };
  });
}

/**
 * What the archive knows of documents for linking open mentions: those that some mention settles by itself, with what
 * is printed beside those mentions. Links never make a document known, so linking can be repeated in any order.
 */
import type { DocumentId } from './document.ts';
import { type DocumentIdentity, mintDocumentId } from './identity.ts';
import { subjectKey } from './subject-key.ts';

export interface KnownDocument {
  readonly id: DocumentId;
  readonly identity: DocumentIdentity;
  /** Dates printed with mentions that settle it, those printed most. */
  readonly dates: ReadonlySet<string>;
  /** Keys (`subjectKey`) of the subjects printed with them, those printed most. */
  readonly subjects: ReadonlySet<string>;
  /** Year of issue, from its code or its date; null when neither is known. */
  readonly issuedYear: number | null;
}

/** What mentions that settle a document themselves print beside it, and how many of them print just this. */
export interface KnownPrint {
  readonly identity: DocumentIdentity;
  readonly date: string | null;
  readonly subject: string | null;
  readonly mentions: number;
}

/**
 * Dates and subjects kept of one document. A document cited ten thousand times is printed with hundreds of misprints;
 * bounding them bounds what every new mention is compared with.
 */
const MOST_PRINTS = 16;

/** The documents that these mentions settle, each once; of two spellings of one identity the first in their letters stands. */
export function gatherKnown(prints: Iterable<KnownPrint>): readonly KnownDocument[] {
  const found = new Map<DocumentId, Gathered>();
  const minted = new Map<DocumentIdentity, DocumentId>();
  for (const { identity, date, subject, mentions } of prints) {
    const id = minted.get(identity) ?? mintDocumentId(identity);
    minted.set(identity, id);
    const known = found.get(id) ?? { identity, dates: new Map(), subjects: new Map() };
    if (known.identity !== identity && spelling(identity) < spelling(known.identity)) known.identity = identity;
    if (date !== null) count(known.dates, date, mentions);
    if (subject !== null) count(known.subjects, subjectKey(subject), mentions);
    found.set(id, known);
  }
  return [...found].map(([id, { identity, dates, subjects }]) =>
    knowDocument(id, identity, { dates: mostPrinted(dates), subjects: mostPrinted(subjects) }),
  );
}

/** What is kept of all that is printed with one document. */
export type KeptPrints = Pick<KnownDocument, 'dates' | 'subjects'>;

export function keepPrints(prints: Iterable<Omit<KnownPrint, 'identity'>>): KeptPrints {
  const [dates, subjects] = [new Map<string, number>(), new Map<string, number>()];
  for (const { date, subject, mentions } of prints) {
    if (date !== null) count(dates, date, mentions);
    if (subject !== null) count(subjects, subjectKey(subject), mentions);
  }
  return { dates: mostPrinted(dates), subjects: mostPrinted(subjects) };
}

export function knowDocument(id: DocumentId, identity: DocumentIdentity, kept: KeptPrints): KnownDocument {
  const [first] = [...kept.dates].sort();
  const dated = first === undefined ? null : Number(first.slice(0, 4));
  const issuedYear = identity.codeYear ?? identity.year ?? dated;
  return { id, identity, ...kept, issuedYear };
}

interface Gathered {
  identity: DocumentIdentity;
  readonly dates: Map<string, number>;
  readonly subjects: Map<string, number>;
}

function count(tally: Map<string, number>, value: string, mentions: number): void {
  tally.set(value, (tally.get(value) ?? 0) + mentions);
}

function spelling({ type, number, body }: DocumentIdentity): string {
  return JSON.stringify([type, number, body.name, body.place]);
}

function mostPrinted(tally: ReadonlyMap<string, number>): ReadonlySet<string> {
  if (tally.size <= MOST_PRINTS) return new Set(tally.keys());
  const ranked = [...tally].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return new Set(ranked.slice(0, MOST_PRINTS).map(([value]) => value));
}

/**
 * The vocabulary of documents: the acts that citations point to (văn bản), whether or not anybody holds their text.
 *
 * A document's identity is its issuing body, type, number and term or year; a reference code alone is none of these
 * (identity.ts mints the ids). What is known of a document that nobody holds is drawn from its mentions (dossier.ts),
 * and which one a mention means is told, with reasons, in resolve.ts.
 */
import type { IsoDate, IssuerLevel, ReferenceCode } from '../citations/citation.ts';

declare const brand: unique symbol;

/** Identity of a document in this archive, such as `nq-21-tu.ha-long.2020`. Minted in identity.ts only. */
export type DocumentId = string & { readonly [brand]: 'DocumentId' };

/** An administrative place by its names; the level is that of the innermost name. */
export interface Place {
  readonly province: string;
  readonly district?: string | undefined;
  readonly commune?: string | undefined;
}

/** Why something is believed: a stable code and the words of the text it rests on. Worded for readers in evidence.ts. */
export interface Evidence {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface Candidate {
  readonly document: DocumentId;
  /** 0 to 1; only its order means something. */
  readonly score: number;
  readonly why: readonly Evidence[];
}

export const mentionStatuses = ['resolved', 'ambiguous', 'unknown'] as const;
export type MentionStatus = (typeof mentionStatuses)[number];

/** Which document a mention means, or an honest list, or nothing. */
export interface Target {
  readonly status: MentionStatus;
  readonly document: DocumentId | null;
  readonly candidates: readonly Candidate[];
  readonly evidence: readonly Evidence[];
}

/** What the clause around a mention does with the document (contract of `export citations`). */
export const purposes = [
  'announces',
  'studies',
  'directs',
  'reports',
  'reviews',
  'implements',
  'basis',
  'amends',
  'mentions',
] as const;
export type Purpose = (typeof purposes)[number];

export const relationKinds = ['implements', 'amends', 'replaces', 'repeals', 'guides', 'based_on'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** Two or more values that mentions give for one field of a document, kept side by side. */
export interface Conflict {
  readonly field: 'date' | 'title' | 'issuer' | 'code';
  readonly values: readonly {
    readonly value: string;
    readonly mentions: number;
    readonly articles: readonly string[];
  }[];
}

/** Whether the archive holds a text of it. */
export const documentStates = ['held', 'cited_only'] as const;
export type DocumentState = (typeof documentStates)[number];

/** What is known of a document. `issuer` is null for a code that no mention settles: an entry of its own, never linked to. */
export interface OfficialDocument {
  readonly id: DocumentId;
  readonly code: ReferenceCode;
  readonly type: string;
  /** What its type is called by those who cite it, where the symbol names several: `Quy định` for QĐ. */
  readonly typeName?: string;
  readonly number: string;
  /** Year that is part of the identity of a state document, else null. */
  readonly year: number | null;
  /** The body with its place: "Thành ủy Hạ Long", "HĐND tỉnh Quảng Ninh"; at the centre the organ: "Ban Bí thư". */
  readonly issuer: string | null;
  readonly level: IssuerLevel | null;
  readonly place: Place | null;
  /** `2020-2025` for a Party committee's term, `15` for a National Assembly's, else null. */
  readonly term: string | null;
  /** As printed or held, never inferred. */
  readonly date: IsoDate | null;
  readonly title: string | null;
  readonly aliases: readonly string[];
  readonly state: DocumentState;
  /** Number of articles that cite it. */
  readonly citedBy: number;
  readonly conflicts: readonly Conflict[];
}

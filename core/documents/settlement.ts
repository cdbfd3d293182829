/**
 * What is told of a mention's document: by its article alone, and before that by its own words.
 */
import type { IsoDate } from '../citations/citation.ts';
import type { IssuingBody } from './body.ts';
import type { Evidence } from './document.ts';
import type { DocumentIdentity } from './identity.ts';

/** A state document of which all is known but the year. */
export type UndatedIdentity = Omit<DocumentIdentity, 'year' | 'term'>;

/** What one article alone tells of a mention's document. */
export type Settlement =
  | { readonly kind: 'settled'; readonly identity: DocumentIdentity; readonly why: readonly Evidence[] }
  /** Everything is known but the year of a state document whose code bears none; `date` is the article's. */
  | {
      readonly kind: 'undated';
      readonly identity: UndatedIdentity;
      readonly date: string | null;
      readonly why: readonly Evidence[];
    }
  /** The same, and several bodies fit. */
  | {
      readonly kind: 'several-undated';
      readonly identities: readonly UndatedIdentity[];
      readonly date: string | null;
      readonly why: readonly Evidence[];
    }
  /** Several documents fit, or one and others that nothing names. */
  | {
      readonly kind: 'several';
      readonly identities: readonly DocumentIdentity[];
      /** The document's date as printed with the mention. */
      readonly printed: IsoDate | null;
      readonly why: readonly Evidence[];
    }
  | { readonly kind: 'unknown'; readonly why: readonly Evidence[] };

/** What a mention tells by itself; `isFirm` where its own words do, and not the article's date. */
export interface OwnSettlement {
  readonly settlement: Settlement;
  readonly isFirm: boolean;
}

export interface Numbered {
  readonly type: string;
  readonly number: string;
  readonly body: IssuingBody;
}

export function firm(identity: DocumentIdentity, why: readonly Evidence[]): OwnSettlement {
  return { settlement: { kind: 'settled', identity, why }, isFirm: true };
}

export function open(settlement: Settlement): OwnSettlement {
  return { settlement, isFirm: false };
}

/**
 * The vocabulary of citations: what a reader of one text may say about a document that the text names.
 *
 * A citation is a reading, not a link: `canonical` is the reference code in standard spelling as far as the text
 * itself gives it, and a reference code is not a key (21-NQ/TU exists once per committee and term). Which document
 * is meant is told in core/documents. Offsets are UTF-16 code units into the text exactly as given, so that
 * `text.slice(start, end) === surface` holds whatever was repaired inside.
 */

declare const brand: unique symbol;

/** A reference code (số ký hiệu) in standard spelling, such as `21-NQ/TU` or `337/2021/NQ-HĐND`. Never a document's id. */
export type ReferenceCode = string & { readonly [brand]: 'ReferenceCode' };

/** A calendar day as `YYYY-MM-DD`. */
export type IsoDate = string & { readonly [brand]: 'IsoDate' };

/** `code`: number and symbol printed; `short`: type word and number only; `named`: a programme or plenum; `backref`: no number. */
export const citationKinds = ['code', 'short', 'named', 'backref'] as const;
export type CitationKind = (typeof citationKinds)[number];

/** Whose document it is. `org`: the Party committee of an agency, bloc, school or firm. */
export const issuerLevels = ['central', 'province', 'district', 'commune', 'org'] as const;
export type IssuerLevel = (typeof issuerLevels)[number];

/** A half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Citation extends Span {
  /** What is printed, from the type word (where one is printed) to the end of the code. */
  readonly surface: string;
  readonly kind: CitationKind;
  /** Standard spelling of what was printed, or null where the text does not give the whole code. */
  readonly canonical: ReferenceCode | null;
  /** As printed, leading zeros kept; null for a back-reference. */
  readonly number: string | null;
  /** Only a year that is part of the code or printed with a short form. */
  readonly year: number | null;
  /** Symbol of the document type: NQ, CT, QĐ … */
  readonly type: string | null;
  /** Symbol of the issuer: TU, TW, HĐND, CP, QH15 … */
  readonly issuerCode: string | null;
  /** The issuer named beside this mention, in normalised spelling. */
  readonly issuerName: string | null;
  readonly level: IssuerLevel | null;
  /** The document's date as printed with this mention. */
  readonly date: IsoDate | null;
  /** Ordinal of the congress or Assembly printed with the mention (khóa XII → 12); absent where none is. */
  readonly term?: number;
  /** Years of the term of office printed with the mention (nhiệm kỳ 2015-2020 → `2015-2020`); absent where none are. */
  readonly years?: string;
  /** The provision printed with the mention, in one line (`điểm a khoản 2 Điều 5`); absent where none is. */
  readonly pinpoint?: string;
  /** What the document is about ("về …"), cut where its clause ends. */
  readonly subject: string | null;
  /** The likely code where the print contradicts the named issuer; `canonical` keeps the print. */
  readonly meant: ReferenceCode | null;
  /** Why the reading is hard or doubtful, such as `repaired`, `issuer-conflict`, `shared-suffix`. */
  readonly flags: readonly string[];
  /** 0 to 1: how sure the reading is that this is a citation of this code. */
  readonly confidence: number;
  /** Index, in the same list, of the first mention of the same document in this text. */
  readonly sameAs: number | null;
}

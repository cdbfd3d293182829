/**
 * Finds what other mentions of the same code in one text say: "21-NQ/TU" is the one printed with its issuer and date
 * three lines above.
 *
 * Another mention is believed only where nothing that both print contradicts it: the type word, the issuer, the date.
 * It may stand before or behind, since a lead is short where the body is full; but one that is told apart by the years of
 * its term ("ở nhiệm kỳ 2015-2020 cũng có một Nghị quyết số 05") says nothing of those before it.
 */
import type { Citation, IsoDate } from '../citations/citation.ts';
import { isSameType } from '../citations/document-types.ts';
import { bearsSymbol, parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import { type IssuingBody, mayBeSameBody } from './body.ts';
import { type DocumentIdentity, mintDocumentId } from './identity.ts';

/** What one mention tells by itself. */
export interface ToldAlone {
  readonly citation: Citation;
  /** Its document, where it tells one. */
  readonly identity: DocumentIdentity | null;
  /** No other mention can tell it better: its own words settle it, not the article's date. */
  readonly isFirm: boolean;
  /** The documents and bodies it leaves open. */
  readonly identities: readonly DocumentIdentity[];
  readonly bodies: readonly IssuingBody[];
}

/** For each mention, the different documents that others of its code mean; none for one that needs no telling. */
export function findSameInText(told: readonly ToldAlone[]): readonly (readonly DocumentIdentity[])[] {
  const firm = groupTellers(told.filter(({ isFirm }) => isFirm));
  const bySoft = told.map((one) => (one.identity === null || one.isFirm ? [] : sameDocuments(one, firm)));
  const settled = told.map((one, index): ToldAlone => {
    const [better] = bySoft[index] ?? [];
    return better === undefined ? one : { ...one, identity: (bySoft[index]?.length ?? 0) > 1 ? null : better };
  });
  const all = groupTellers(settled);
  return told.map((one, index) => {
    if (one.isFirm) return [];
    if (one.identity !== null) return bySoft[index] ?? [];
    return sameDocuments(one, all);
  });
}

interface Teller {
  readonly identity: DocumentIdentity;
  readonly date: IsoDate | null;
  /** Offset in the text before which it tells nothing. */
  readonly from: number;
}

/** The mentions that tell a document, by code, each document and date once. */
function groupTellers(told: readonly ToldAlone[]): ReadonlyMap<string, readonly Teller[]> {
  const groups = new Map<string, Map<string, Teller>>();
  for (const { citation, identity } of told) {
    if (identity === null) continue;
    for (const code of codesOf(citation)) {
      const group = groups.get(code) ?? new Map<string, Teller>();
      const key = `${mintDocumentId(identity)} ${citation.date}`;
      const from = citation.years !== undefined && citation.date === null ? citation.start : 0;
      group.set(key, { identity, date: citation.date, from: Math.min(from, group.get(key)?.from ?? from) });
      groups.set(code, group);
    }
  }
  return new Map([...groups].map(([code, group]) => [code, [...group.values()]]));
}

function sameDocuments(one: ToldAlone, groups: ReadonlyMap<string, readonly Teller[]>): readonly DocumentIdentity[] {
  const found = new Map<string, DocumentIdentity>();
  for (const code of codesOf(one.citation)) {
    for (const teller of groups.get(code) ?? []) {
      if (isCompatible(one, teller)) found.set(mintDocumentId(teller.identity), teller.identity);
    }
  }
  return [...found.values()];
}

function isCompatible({ citation, identities, bodies }: ToldAlone, { identity, date, from }: Teller): boolean {
  if (citation.start < from) return false;
  if (citation.type !== null && !isSameType(citation.type, identity.type)) return false;
  if (citation.date !== null) {
    if (date !== null && date !== citation.date) return false;
    const id = mintDocumentId(identity);
    if (identities.length > 0 && !identities.some((other) => mintDocumentId(other) === id)) return false;
  }
  if (citation.issuerName === null) return true;
  if (bodies.length > 0) return bodies.some((body) => mayBeSameBody(body, identity.body));
  return citation.level === null || citation.level === identity.body.level;
}

/**
 * Where the first mention of a document prints TW for a Tỉnh ủy that it names, one that repeats the code ("Kết luận 08")
 * means the same, unless it names somebody who bears the print or another day.
 */
export function withMeant(citation: Citation, first: Citation | undefined): Citation {
  if (first === undefined || first.meant === null || citation.meant !== null || citation.kind === 'backref')
    return citation;
  if (citation.canonical !== first.canonical || (citation.date !== null && citation.date !== first.date))
    return citation;
  const issuer = citation.issuerName === null ? null : parseIssuerPhrase(citation.issuerName);
  const isOthers = issuer !== null && bearsSymbol(issuer, citation.issuerCode ?? '');
  return isOthers ? citation : { ...citation, meant: first.meant };
}

/** The code as printed, and as it was meant where the print contradicts the named issuer. */
function codesOf({ canonical, meant }: Citation): readonly string[] {
  const codes = [canonical, meant].flatMap((code) => (code === null ? [] : [code.toUpperCase()]));
  return [...new Set(codes)];
}

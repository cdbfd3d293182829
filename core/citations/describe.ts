/**
 * Reads what stands around a found citation: its date, the issuer named with it, the term, its subject, and whether the
 * named issuer contradicts the printed symbol.
 *
 * The named issuer outranks the letters (reports print TW for documents of a Tỉnh ủy); the print is kept all the same,
 * and the likely code goes into `meant`. Nothing is copied from one mention to another here.
 */
import type { IsoDate, ReferenceCode } from './citation.ts';
import { withIssuer } from './code-print.ts';
import { type PrintedDate, readDateBefore, readDocumentDate } from './document-date.ts';
import type { FoldedText } from './fold.ts';
import type { FoundCitation } from './found.ts';
import { type IssuerPhrase, readIssuerAfter, readIssuerBefore, readIssuerInside } from './issuer-phrase.ts';
import { readSubject } from './subject.ts';
import { type PrintedTerm, readTerm } from './term.ts';

export interface Surroundings {
  readonly date: IsoDate | null;
  readonly issuer: IssuerPhrase | null;
  /** Ordinal of the congress or Assembly printed with the mention (khóa XII → 12), or null. */
  readonly term: number | null;
  readonly subject: string | null;
  readonly meant: ReferenceCode | null;
  readonly flags: readonly string[];
}

/** `18²`, `NĐ-CP(2)`, `NQ-HĐND[3]`: a footnote's mark. */
const FOOTNOTE = /[¹²³]{1,2}|[([]\d{1,2}[)\]]/y;
const STRAY = /[ \n]?[>)»"'\]]/y;
/** Party committees below the centre; a code that prints another of these, or the centre, contradicts the phrase. */
const LOCAL_PARTY: ReadonlySet<string> = new Set(['TU', 'HU', 'QU']);

/** What is printed around `found`; `next` is the citation that follows, if any. */
export function describeCitation(
  folded: FoldedText,
  found: FoundCitation,
  floor: number,
  next: Pick<FoundCitation, 'start' | 'end'> | null,
): Surroundings {
  const behind = readBehind(folded, skip(FOOTNOTE, folded.text, found.after), next?.start ?? folded.text.length);
  const inside = readIssuerInside(folded, found.start, found.code?.start ?? found.end);
  const before = behind.issuer === null && inside === null ? readIssuerBefore(folded, found.start, floor) : null;
  const issuer = behind.issuer ?? inside ?? before?.phrase ?? null;
  const dateBefore =
    behind.date === null && before?.isMaking === true ? readDateBefore(folded, before.phrase.start, floor) : null;
  const conflict = findConflict(found, issuer);
  const flags: string[] = [];
  if (before !== null) flags.push('issuer-before');
  if (dateBefore !== null) flags.push('date-before');
  if (conflict !== null) flags.push('issuer-conflict');
  return {
    date: behind.date ?? dateBefore,
    issuer,
    term: behind.term,
    subject: readSubject(folded, skip(STRAY, folded.text, behind.at), next),
    meant: conflict,
    flags,
  };
}

interface Behind extends Pick<Surroundings, 'date' | 'issuer' | 'term'> {
  readonly at: number;
}

/** Term, date and issuer behind a code, each once, in whatever order they stand. */
function readBehind(folded: FoldedText, after: number, limit: number): Behind {
  let at = after;
  let date: IsoDate | null = null;
  let issuer: IssuerPhrase | null = null;
  let term: number | null = null;
  for (let from = -1; from !== at; ) {
    from = at;
    const termed: PrintedTerm | null = term === null ? readTerm(folded, at) : null;
    if (termed !== null && termed.end <= limit + 1) {
      term = termed.term;
      at = termed.end;
      continue;
    }
    const dated: PrintedDate | null = date === null ? readDocumentDate(folded, at) : null;
    if (dated !== null && dated.end <= limit + 2) {
      date = dated.date;
      at = dated.end;
      continue;
    }
    const named: IssuerPhrase | null = issuer === null ? readIssuerAfter(folded, at) : null;
    if (named !== null && named.start < limit) {
      issuer = named;
      at = named.end;
    }
  }
  return { at, date, issuer, term };
}

/** The code that was likely meant where the print says TW for a local committee, or TU for the centre. */
function findConflict(found: FoundCitation, issuer: IssuerPhrase | null): ReferenceCode | null {
  const code = found.code;
  if (code === null || code.issuerCode === null || code.type === null) return null;
  if (issuer === null || issuer.symbol === null) return null;
  // TƯ is how TU and TW are both misprinted; with a local committee named it is no contradiction, only a slip.
  const isSlip = code.isCentralU && issuer.symbol === 'TU';
  const isLocal = LOCAL_PARTY.has(issuer.symbol) && (code.issuerCode === 'TW' || isOtherLocal(code.issuerCode, issuer));
  const isCentral = issuer.symbol === 'TW' && issuer.organ !== 'trung-uong' && LOCAL_PARTY.has(code.issuerCode);
  if (isSlip || (!isLocal && !isCentral)) return null;
  return withIssuer(code.canonical, code.issuerCode, issuer.symbol);
}

function isOtherLocal(symbol: string, issuer: IssuerPhrase): boolean {
  return LOCAL_PARTY.has(symbol) && symbol !== issuer.symbol && issuer.organ !== 'thi-uy';
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

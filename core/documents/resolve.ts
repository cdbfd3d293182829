/**
 * Tells what one article alone says of the document that a mention means: its whole identity, or what stays open.
 *
 * Told from the words beside the mention, then from other mentions in the text, then from the article's date; what all
 * articles together settle is told in link.ts, so that the order in which they arrive never matters.
 */
import type { Citation } from '../citations/citation.ts';
import type { ArticleContext } from './context.ts';
import type { Evidence } from './document.ts';
import { evidence } from './evidence.ts';
import { type DocumentIdentity, isAssemblySymbol } from './identity.ts';
import { findIssuerBodies, isPartySymbol } from './issuer-body.ts';
import { findNamed, type NamedDocuments } from './named-document.ts';
import { findSameInText, type ToldAlone, withMeant } from './same-text.ts';
import { type MentionContext, settleParty } from './settle-party.ts';
import { firm, type Numbered, type OwnSettlement, open, type Settlement } from './settlement.ts';
import { findAssemblyTerm } from './terms.ts';

/**
 * Settles the mentions of one article, in order. What a mention leaves to the article's date or leaves open is settled
 * by another mention of the same document in the same text, where exactly one is. `behind` is what is printed behind each
 * (`behindEach`).
 */
export function settleMentions(
  citations: readonly Citation[],
  context: ArticleContext,
  behind: readonly string[] = [],
): readonly Settlement[] {
  const alone = citations.map((printed, index) => {
    const citation = withMeant(printed, printed.sameAs === null ? undefined : citations[printed.sameAs]);
    return { citation, ...settleAlone(citation, { ...context, behind: behind[index] ?? '' }) };
  });
  const same = findSameInText(alone.map(toTold));
  const settled = alone.map(({ citation, settlement }, index) => believe(settlement, same[index] ?? [], citation));
  // "Nghị quyết này" is what it points at.
  return citations.map(({ kind, sameAs, canonical }, index) => {
    const settlement = settled[index] ?? { kind: 'unknown', why: [] };
    const pointed = kind === 'backref' && sameAs !== null ? settled[sameAs] : undefined;
    if (pointed === undefined || pointed.kind === 'unknown') return settlement;
    const told = evidence('same-text', { code: canonical ?? '' });
    return { ...pointed, why: pointed.kind === 'settled' ? [told] : [told, ...pointed.why] };
  });
}

function toTold({ citation, settlement, isFirm }: OwnSettlement & { readonly citation: Citation }): ToldAlone {
  switch (settlement.kind) {
    case 'settled':
      return { citation, isFirm, identity: settlement.identity, identities: [], bodies: [settlement.identity.body] };
    case 'undated':
      return { citation, isFirm, identity: null, identities: [], bodies: [settlement.identity.body] };
    case 'several':
    case 'several-undated': {
      const bodies = settlement.identities.map(({ body }) => body);
      const identities = settlement.kind === 'several' ? settlement.identities : [];
      return { citation, isFirm, identity: null, identities, bodies };
    }
    case 'unknown':
      return { citation, isFirm, identity: null, identities: [], bodies: [] };
    default:
      return settlement satisfies never;
  }
}

function believe(settlement: Settlement, same: readonly DocumentIdentity[], citation: Citation): Settlement {
  const [identity] = same;
  if (identity === undefined) return settlement;
  const code = citation.canonical ?? '';
  if (same.length === 1) return { kind: 'settled', identity, why: [evidence('same-text', { code })] };
  const why = [evidence('several-in-text', { code, count: String(same.length) })];
  return { kind: 'several', identities: same, printed: citation.date, why };
}

function settleAlone(citation: Citation, context: MentionContext): OwnSettlement {
  const { type, number } = citation;
  const named = findNamed(citation, context.date);
  if (named !== null) return settleNamed(named);
  if (citation.canonical === null || number === null) return open({ kind: 'unknown', why: [evidence('no-code')] });
  const { bodies, isOpen, why } = findIssuerBodies(citation, context);
  const [only] = bodies;
  if (only === undefined) return open({ kind: 'unknown', why });
  // Assembly codes print no type: only a type word tells a Law from a Resolution.
  if (type === null) return open({ kind: 'unknown', why: [...why, evidence('no-code')] });
  if (bodies.length === 1 && !isOpen) return settleBody(citation, { type, number, body: only }, context, why);
  const told = bodies.map((body) => settleBody(citation, { type, number, body }, context, []).settlement);
  return open(gather(told, citation, context, why));
}

function settleNamed({ identities, name }: NamedDocuments): OwnSettlement {
  const why = [evidence('name-known', { name })];
  const [only] = identities;
  if (only !== undefined && identities.length === 1) return firm(only, why);
  return open({ kind: 'several', identities, printed: null, why });
}

/** All documents that the bodies leave; those of which the day tells no term drop out. */
function gather(
  told: readonly Settlement[],
  { date: printed }: Citation,
  { date }: ArticleContext,
  why: readonly Evidence[],
): Settlement {
  const identities = told.flatMap((one) => {
    if (one.kind === 'settled') return [one.identity];
    return one.kind === 'several' ? one.identities : [];
  });
  const undated = told.flatMap((one) => (one.kind === 'undated' ? [one.identity] : []));
  if (undated.length > 0) return { kind: 'several-undated', identities: undated, date, why };
  if (identities.length > 0) return { kind: 'several', identities, printed, why };
  return { kind: 'unknown', why: [...why, evidence('no-term')] };
}

function settleBody(
  citation: Citation,
  numbered: Numbered,
  context: MentionContext,
  why: readonly Evidence[],
): OwnSettlement {
  const { symbol } = numbered.body;
  if (isAssemblySymbol(symbol)) return settleAssembly(citation, numbered, context, why);
  if (isPartySymbol(symbol)) return settleParty(citation, numbered, context, why);
  const { date } = citation;
  const codeYear = yearInCode(citation);
  const base = { ...numbered, codeYear };
  if (codeYear !== null) {
    const told = evidence('year-in-code', { year: String(codeYear) });
    return firm({ ...base, term: null, year: null }, [...why, told]);
  }
  if (date !== null) {
    const told = evidence('year-of-date', { date });
    return firm({ ...base, term: null, year: Number(date.slice(0, 4)) }, [...why, told]);
  }
  return open({ kind: 'undated', identity: base, date: context.date, why: [...why, evidence('no-year')] });
}

/** Only a year of the code itself: one printed behind a short form is the document's, not the code's. */
function yearInCode({ kind, year, canonical }: Citation): number | null {
  if (kind === 'code') return year;
  const printed = /\/((?:19|20)\d\d)\//.exec(canonical ?? '')?.[1];
  return printed === undefined ? null : Number(printed);
}

function settleAssembly(
  citation: Citation,
  numbered: Numbered,
  context: MentionContext,
  why: readonly Evidence[],
): OwnSettlement {
  const { symbol } = numbered.body;
  const inCode = /(\d{1,2})$/.exec(symbol)?.[1] ?? null;
  const year = yearInCode(citation);
  const printed = citation.term === undefined ? null : String(citation.term);
  const term =
    inCode ??
    printed ??
    termOfAssembly(citation.date, year) ??
    (year === null ? termOfAssembly(context.date, null) : null);
  if (term === null) return open({ kind: 'unknown', why: [...why, evidence('no-term')] });
  const identity = { ...numbered, codeYear: null, term, year: null };
  return {
    ...firm(identity, [...why, evidence('assembly-term', { term })]),
    isFirm: inCode !== null || printed !== null,
  };
}

/** The term on a day, else of a year that falls into one alone. */
function termOfAssembly(date: string | null, year: number | null): string | null {
  const [first, last] = date === null ? [`${year}-01-01`, `${year}-12-31`] : [date, date];
  if (date === null && year === null) return null;
  const [from, to] = [findAssemblyTerm(first), findAssemblyTerm(last)];
  return from.kind === 'term' && to.kind === 'term' && from.term === to.term ? from.term : null;
}

/**
 * Judges one citation of a draft: green where it is one known document and all that is printed agrees with it, amber
 * where somebody should look, red where something contradicts.
 *
 * Form is that of Decree 30/2020/NĐ-CP: date and issuer at the first mention, but for laws and ordinances, which are
 * cited by name. Nothing is guessed: what the archive does not know is said to be unknown, never wrong.
 */
import type { Citation, Span } from '../citations/citation.ts';
import { parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import { isWholeCentre } from './body.ts';
import { judgeCode } from './check-code.ts';
import {
  type CheckFacts,
  type DocumentChange,
  type KnownDate,
  knownDate,
  knownIssuer,
  knownSubject,
} from './check-facts.ts';
import type { PhrasePiece } from './check-phrase.ts';
import { type Reason, reason, type Verdict, verdictOf } from './check-reasons.ts';
import { suggestForm } from './check-suggestion.ts';
import type { DocumentId, OfficialDocument, Target } from './document.ts';
import type { Settlement } from './settlement.ts';
import { subjectKey } from './subject-key.ts';

/** A document of the same code as a citation that is not linked to it. */
export interface NearDocument {
  readonly facts: CheckFacts;
  /** Its issuer is the one that the draft names. */
  readonly isOwn: boolean;
}

export interface CitationToJudge {
  readonly citation: Citation;
  readonly settlement: Settlement;
  readonly target: Target;
  /** Of the document that it means; null where that is not one known document. */
  readonly facts: CheckFacts | null;
  /** The documents of its candidates that the archive knows. */
  readonly candidates: readonly OfficialDocument[];
  /** Documents of the printed code, where none is linked or where symbol and issuer contradict. */
  readonly near: readonly NearDocument[];
  /** The first mention of its document in the draft. */
  readonly isFirst: boolean;
  /** Documents that its sentence cites besides. */
  readonly beside: ReadonlySet<DocumentId>;
  /** Day of the draft, `YYYY-MM-DD`. */
  readonly day: string;
  /** The draft, and what stands in it behind the code. */
  readonly text: string;
  readonly phrase: readonly PhrasePiece[];
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** How it should read; null where nothing sure can be offered. */
  readonly suggestion: string | null;
  /** What of the draft the suggestion replaces: the citation, with the date and issuer behind it where these change. */
  readonly replaces: Span | null;
}

/** Candidates and documents of the same code that a sentence names. */
const MOST_NAMED = 3;
/** Subjects that share less of their words than this are not the same. */
const LEAST_SHARED = 0.34;
const CITED_BY_NAME: ReadonlySet<string> = new Set(['L', 'PL']);

/** What is to be said of a citation. A back-reference is green: it leans on the mention before it. */
export function judgeCitation(given: CitationToJudge): Judgement {
  const { citation } = given;
  if (citation.kind === 'backref') {
    return { verdict: 'green', reasons: [reason('back-reference')], suggestion: null, replaces: null };
  }
  const near = findMisdated(given);
  const reasons = [
    ...judgeCode(citation, given.day),
    ...judgeIssuer(given),
    ...judgeDay(given),
    ...(near === null ? judgeTarget(given) : judgeDate(citation, near)),
    ...judgeForm(given),
  ];
  const facts = given.facts ?? near;
  const suggestion = suggestForm({ ...given, facts, reasons });
  return {
    verdict: verdictOf(reasons),
    reasons,
    suggestion: suggestion?.text ?? null,
    replaces: suggestion === null ? null : { start: suggestion.start, end: suggestion.end },
  };
}

/** Symbol and named issuer contradict; where the day is that of the printed code, the issuer may be the slip. */
function judgeIssuer({ citation, near, facts }: CitationToJudge): readonly Reason[] {
  const { canonical, meant, issuerName, date } = citation;
  if (meant === null || canonical === null) return [];
  const told = reason('issuer-conflict', { printed: canonical, issuer: issuerName ?? '', meant });
  if (date === null || (facts !== null && dateOf(knownDate(facts)) === date)) return [told];
  const other = near.find((one) => !one.isOwn && dateOf(knownDate(one.facts)) === date)?.facts.document;
  if (other === undefined) return [told];
  return [told, reason('issuer-or-symbol', { printed: other.code, other: other.issuer ?? '', date })];
}

function judgeDay(given: CitationToJudge): readonly Reason[] {
  const { citation, day } = given;
  const { date } = citation;
  const noSuchDay = findNoSuchDay(given);
  if (noSuchDay !== undefined) return [reason('date-impossible', { printed: noSuchDay })];
  return date !== null && date > day ? [reason('date-future', { date, day })] : [];
}

/** What is printed as the date and is none, where no other date is read. */
function findNoSuchDay({ citation, phrase }: CitationToJudge): string | undefined {
  return citation.date === null ? phrase.find(({ kind }) => kind === 'date')?.noSuchDay : undefined;
}

function judgeTarget(given: CitationToJudge): readonly Reason[] {
  const { citation, facts, target, settlement, candidates, near } = given;
  if (facts !== null) {
    return [
      ...judgeDate(citation, facts),
      ...judgeOrgan(citation, facts),
      ...judgeSubject(citation, facts),
      ...judgeChanges(given, facts),
    ];
  }
  if (target.status === 'ambiguous' && target.candidates.length > 1) {
    // Readings of which the archive has none are no documents to choose from.
    if (candidates.length === 0) return [reason('not-in-archive')];
    const which = listOf(candidates.slice(0, MOST_NAMED).map(nameWithDay), candidates.length);
    return [reason('ambiguous', { count: String(target.candidates.length), which })];
  }
  const others = near.filter(({ isOwn }) => isOwn).length > 0 ? near.filter(({ isOwn }) => isOwn) : near;
  const names = others.slice(0, MOST_NAMED).map(({ facts: { document } }) => nameWithDay(document));
  const hint = names.length === 0 ? [] : [reason('near', { which: listOf(names, others.length) })];
  if (settlement.kind === 'settled' || (target.status === 'unknown' && settlement.kind === 'undated')) {
    return [reason('not-in-archive'), ...hint];
  }
  return [reason('unsettled', {}, settlement.why.at(-1) ?? null), ...hint];
}

/**
 * The one known document of the named issuer and code that the draft only misdates: its day in another year, or its
 * subject. The wrong year put it into another term, so that it was not found there.
 */
function findMisdated({ citation, target, settlement, near }: CitationToJudge): CheckFacts | null {
  const { date, subject } = citation;
  if (date === null || target.document !== null || settlement.kind !== 'settled') return null;
  const own = near.filter(({ isOwn }) => isOwn);
  const [only] = own;
  if (own.length !== 1 || only === undefined) return null;
  const known = knownDate(only.facts);
  if (known.kind !== 'sure') return null;
  const isSameDay = known.date.slice(4) === date.slice(4);
  const title = knownSubject(only.facts);
  const isSameSubject = title !== null && subject !== null && sharedPart(title, subject) >= 1 - LEAST_SHARED;
  return isSameDay || isSameSubject ? only.facts : null;
}

function judgeDate({ date }: Citation, facts: CheckFacts): readonly Reason[] {
  if (date === null) return [];
  const known = knownDate(facts);
  switch (known.kind) {
    case 'sure': {
      if (known.date === date) return [];
      const mentions = known.mentions === null ? '' : String(known.mentions);
      return [reason('date-conflict', { printed: date, known: known.date, mentions })];
    }
    case 'single':
      return known.date === date ? [] : [reason('date-unconfirmed', { printed: date, known: known.date })];
    case 'disputed':
      return [reason('date-disputed', { printed: date, known: known.dates.slice(0, MOST_NAMED).join('; ') })];
    case 'none':
      return [];
    default:
      return known satisfies never;
  }
}

/** At the centre three organs share one symbol; elsewhere the named body is what the document was found by. */
function judgeOrgan({ issuerName, issuerCode }: Citation, facts: CheckFacts): readonly Reason[] {
  if (issuerName === null || issuerCode !== 'TW') return [];
  const phrase = parseIssuerPhrase(issuerName);
  const known = knownIssuer(facts);
  if (phrase === null || known === null || phrase.symbol !== 'TW' || phrase.part !== null) return [];
  if (isWholeCentre(phrase.text) || isWholeCentre(known) || phrase.text === known) return [];
  return [reason('organ-conflict', { printed: phrase.text, known })];
}

function judgeSubject({ subject }: Citation, facts: CheckFacts): readonly Reason[] {
  const known = knownSubject(facts);
  if (subject === null || known === null || sharedPart(subject, known) >= LEAST_SHARED) return [];
  return [reason('subject-differs', { known })];
}

/** Words that both have, as a part of the shorter; 1 where one has too few to tell. */
function sharedPart(one: string, other: string): number {
  const [a, b] = [new Set(subjectKey(one).split(' ')), new Set(subjectKey(other).split(' '))];
  const shorter = Math.min(a.size, b.size);
  return shorter < 3 ? 1 : [...a].filter((word) => b.has(word)).length / shorter;
}

/** What changed it before the draft's day, but what the same sentence says itself ("… thay thế Nghị quyết số …"). */
function judgeChanges({ beside, day }: CitationToJudge, { changes }: CheckFacts): readonly Reason[] {
  const told = changes.filter(({ by, since }) => !beside.has(by.id) && (since === null || since.slice(0, 10) <= day));
  return told.map((change) => reason(codeOfChange(change), { by: nameDocument(change.by), date: change.date ?? '' }));
}

function codeOfChange({ kind, isPartial }: DocumentChange): 'amended' | 'changed-in-part' | 'replaced' | 'repealed' {
  if (kind === 'amends') return 'amended';
  if (isPartial) return 'changed-in-part';
  return kind === 'replaces' ? 'replaced' : 'repealed';
}

function judgeForm(given: CitationToJudge): readonly Reason[] {
  const { citation, isFirst } = given;
  const { kind, date, issuerName, type } = citation;
  if (!isFirst || kind === 'named' || (type !== null && CITED_BY_NAME.has(type))) return [];
  const reasons: Reason[] = [];
  if (kind === 'short') reasons.push(reason('short-form'));
  if (date === null && findNoSuchDay(given) === undefined) reasons.push(reason('date-missing'));
  if (issuerName === null) reasons.push(reason('issuer-missing'));
  return reasons;
}

function nameDocument({ code, issuer }: Pick<OfficialDocument, 'code' | 'issuer'>): string {
  return issuer === null ? code : `${code} (${issuer})`;
}

/** The day tells documents of one code and issuer apart, else the term. */
function nameWithDay({ code, issuer, date, term }: OfficialDocument): string {
  const parts = [issuer, date ?? term].filter((part) => part !== null);
  return parts.length === 0 ? code : `${code} (${parts.join(', ')})`;
}

function listOf(names: readonly string[], total: number): string {
  return total > names.length ? `${names.join('; ')}; …` : names.join('; ');
}

function dateOf(known: KnownDate): string | null {
  return known.kind === 'sure' || known.kind === 'single' ? known.date : null;
}

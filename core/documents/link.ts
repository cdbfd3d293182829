/**
 * Links what one article leaves open to what all articles together settle: one document, an honest list, or nothing,
 * each with its reasons.
 *
 * Only mentions that their own articles settle count as known, so the order in which articles arrive never matters. It
 * never guesses: one candidate is an answer, two are none.
 */
import { foldKey } from '../citations/fold.ts';
import { bodyKey, type IssuingBody, isPlaced, isWithoutPlace, mayBeSameBody } from './body.ts';
import type { Candidate, DocumentId, Evidence, Target } from './document.ts';
import { evidence } from './evidence.ts';
import { type DocumentIdentity, mintDocumentId, slugNumber } from './identity.ts';
import type { KnownDocument } from './known-document.ts';
import type { Settlement, UndatedIdentity } from './settlement.ts';
import { isSameSubject, SHARED_SUBJECT, subjectKey } from './subject-key.ts';

/** Years before the article in which the one known state document of a number is taken to be meant (contract). */
const YEARS_BACK = 2;

/** Links a mention to what the archive knows, or keeps it open; `subject` is what is printed with the mention. */
export function linkOpenMention(
  settlement: Settlement,
  known: readonly KnownDocument[],
  subject: string | null = null,
): Target {
  switch (settlement.kind) {
    case 'settled':
      return linkSettled(settlement, known, subject);
    case 'undated':
      return linkUndated(settlement, known, subject);
    case 'several-undated':
      return linkFitting(undatedCandidates(settlement, known), subject, settlement.why);
    case 'several':
      return linkSeveral(settlement, known, subject);
    case 'unknown':
      return { status: 'unknown', document: null, candidates: [], evidence: settlement.why };
    default:
      return settlement satisfies never;
  }
}

/** Waits for any document of its type and number. */
export const ANY_SERIES = '*';
/** Series that one mention waits for; of more it waits for any. */
const MOST_SERIES = 8;

/**
 * Which documents can change what a mention is linked to: those of bodies of these series (`seriesOf`), in order and with
 * a space between, `*` for any, null for none: `linkOpenMention` answers then the same whatever is known. `subject` is
 * what is printed with the mention.
 */
export function waitsOn(settlement: Settlement, subject: string | null): string | null {
  switch (settlement.kind) {
    case 'settled': {
      const { identity, why } = settlement;
      const isOfArticle = why.some(({ code }) => code === 'date-of-article');
      const mayBeEarlier = isOfArticle && subject !== null && subjectKey(subject).length >= SHARED_SUBJECT;
      const mayBeLater = why.some(({ code }) => code === 'listed-earlier');
      return mayBeEarlier || mayBeLater || isWithoutPlace(identity.body) ? seriesOf(identity.body) : null;
    }
    case 'undated':
      return seriesOf(settlement.identity.body);
    case 'several':
    case 'several-undated': {
      const series = [...new Set(settlement.identities.map(({ body }) => seriesOf(body)))].sort();
      return series.length > MOST_SERIES ? ANY_SERIES : series.join(' ');
    }
    case 'unknown':
      return null;
    default:
      return settlement satisfies never;
  }
}

/** Whether documents of one of these series can change what a mention is linked to that waits for this (`waitsOn`). */
export function isWaitedFor(waitsFor: string, changed: ReadonlySet<string>): boolean {
  return waitsFor === ANY_SERIES ? changed.size > 0 : waitsFor.split(' ').some((series) => changed.has(series));
}

/**
 * A word that all bodies share which may be one body (`mayBeSameBody`), few others: the symbol with the last word of the
 * name. A city with its province known or not bears one, and so do the organs behind one national symbol.
 *
 * @example
 * seriesOf(localBody('TU', 'city', { province: 'Quảng Ninh', district: 'Hạ Long' })) // 'TU@long'
 */
export function seriesOf({ symbol, scope, name }: IssuingBody): string {
  return `${symbol.replaceAll(' ', '')}@${
    scope === ''
      ? ''
      : (foldKey(name)
          .split(/[\s-]+/)
          .at(-1) ?? '')
  }`;
}

/**
 * A settled mention means what it says, but for doubts that other articles clear up: which province a city lies in that
 * is named without it, which term a subject belongs to where only the article's date told the term, and whether there is
 * an act of the term then running where the list of known acts has none.
 */
function linkSettled(
  { identity, why }: Extract<Settlement, { kind: 'settled' }>,
  known: readonly KnownDocument[],
  subject: string | null,
): Target {
  const running = findListedLater([identity], why, known);
  if (running !== null) return running;
  const isOfArticle = why.some(({ code }) => code === 'date-of-article');
  const told = subject === null || !isOfArticle ? null : findEarlierTerm(identity, subject, known);
  if (told !== null && subject !== null) return resolved(told, [...why, evidence('same-subject', { subject })]);
  const placed = known.filter((other) => isPlaced(identity.body, other.identity.body) && isSameAct(identity, other));
  const [only] = placed;
  const province = only?.identity.body.place?.province;
  if (only === undefined || province === undefined)
    return { status: 'resolved', document: mintDocumentId(identity), candidates: [], evidence: why };
  if (placed.length > 1)
    return ambiguous(
      placed.map(({ id }) => knownCandidate(id, 0.5, placed.length)),
      why,
    );
  return resolved(only, [...why, evidence('province-elsewhere', { body: identity.body.name, province })]);
}

/** Of what the list of known acts tells of an earlier term: that it is meant, or that it is of another organ. */
const LISTED = new Set<string>(['listed-earlier', 'listed-of-other']);

/** The document of the term then running, where the list of known acts has none of it and other articles date this. */
function findListedLater(
  identities: readonly DocumentIdentity[],
  why: readonly Evidence[],
  known: readonly KnownDocument[],
): Target | null {
  const { on, running: term } = why.find(({ code }) => LISTED.has(code))?.params ?? {};
  if (on === undefined || term === undefined) return null;
  const later = known.find(
    ({ identity: other, dates }) =>
      other.term === term &&
      identities.some((own) => isSameNumber(own, other) && bodyKey(own.body) === bodyKey(other.body)) &&
      [...dates].some((date) => date <= on),
  );
  if (later === undefined) return null;
  const own = why.filter(({ code }) => !LISTED.has(code));
  return resolved(later, [...own, evidence('date-of-article', { date: on, term })]);
}

/** The dated document of another term with this subject, where none of the article's own term is printed with a date. */
function findEarlierTerm(
  identity: DocumentIdentity,
  subject: string,
  known: readonly KnownDocument[],
): KnownDocument | null {
  const dated = known.filter(
    ({ identity: other, dates }) =>
      dates.size > 0 && isSameNumber(identity, other) && bodyKey(identity.body) === bodyKey(other.body),
  );
  if (dated.some(({ identity: other }) => other.term === identity.term)) return null;
  return subjectKey(subject).length < SHARED_SUBJECT ? null : findBySubject(subject, dated);
}

function linkUndated(
  { identity, date, why }: Extract<Settlement, { kind: 'undated' }>,
  known: readonly KnownDocument[],
  subject: string | null,
): Target {
  const fitting = known.filter((other) => isUndated(identity, other));
  // The words beside it come before the rule about what is known from lately.
  const told = subject === null ? null : findBySubject(subject, fitting);
  if (told !== null && subject !== null) return resolved(told, [...why, evidence('same-subject', { subject })]);
  const near = fitting.filter((other) => isNear(other, date));
  const [only] = near;
  if (near.length === 1 && only !== undefined && date !== null) {
    const year = Number(date.slice(0, 4));
    return resolved(only, [...why, evidence('only-known', { from: String(year - YEARS_BACK), to: String(year) })]);
  }
  return linkFitting(
    { fitting: near, candidates: undatedCandidates({ identities: [identity], date }, known).candidates },
    subject,
    why,
  );
}

function linkSeveral(
  { identities, printed, why }: Extract<Settlement, { kind: 'several' }>,
  known: readonly KnownDocument[],
  subject: string | null,
): Target {
  const running = findListedLater(identities, why, known);
  if (running !== null) return running;
  const ids = new Set<string>(identities.map(mintDocumentId));
  const fitting = known.filter(({ id }) => ids.has(id));
  const sameDay = printed === null ? fitting : fitting.filter(({ dates }) => dates.has(printed));
  const [only] = sameDay;
  if (printed !== null && sameDay.length === 1 && only !== undefined)
    return resolved(only, [...why, evidence('same-day', { date: printed })]);
  const candidates = identities.map((identity) => settledCandidate(identity, known));
  return linkFitting({ fitting: sameDay, candidates }, subject, why);
}

interface Fitting {
  /** Known documents of which the printed subject may tell one. */
  readonly fitting: readonly KnownDocument[];
  readonly candidates: readonly Candidate[];
}

function linkFitting({ fitting, candidates }: Fitting, subject: string | null, why: readonly Evidence[]): Target {
  const told = subject === null ? null : findBySubject(subject, fitting);
  if (told !== null && subject !== null) return resolved(told, [...why, evidence('same-subject', { subject })]);
  if (candidates.length === 0) return { status: 'unknown', document: null, candidates, evidence: why };
  return ambiguous(candidates, why);
}

/** The one known document with this subject, as far as both are printed. */
function findBySubject(subject: string, known: readonly KnownDocument[]): KnownDocument | null {
  const key = subjectKey(subject);
  const same = known.filter(({ subjects }) => [...subjects].some((other) => isSameSubject(key, other)));
  const [only] = same;
  return same.length === 1 && only !== undefined ? only : null;
}

function isUndated(identity: UndatedIdentity, { identity: other }: KnownDocument): boolean {
  return (
    other.codeYear === null &&
    other.term === null &&
    isSameNumber(identity, other) &&
    mayBeSameBody(identity.body, other.body)
  );
}

function isSameAct(identity: DocumentIdentity, { identity: other }: KnownDocument): boolean {
  const isSameTime =
    identity.codeYear === other.codeYear && identity.term === other.term && identity.year === other.year;
  return isSameTime && isSameNumber(identity, other);
}

function isSameNumber(a: UndatedIdentity, b: UndatedIdentity): boolean {
  return a.type === b.type && slugNumber(a.number) === slugNumber(b.number);
}

function isNear({ issuedYear }: KnownDocument, date: string | null): boolean {
  if (date === null || issuedYear === null) return false;
  const year = Number(date.slice(0, 4));
  return issuedYear <= year && issuedYear >= year - YEARS_BACK;
}

function settledCandidate(identity: DocumentIdentity, known: readonly KnownDocument[]): Candidate {
  const document = mintDocumentId(identity);
  const score = known.some(({ id }) => id === document) ? 0.6 : 0.4;
  return { document, score, why: [evidence('issuer-named', { issuer: identity.body.name })] };
}

/** What a state document without a year may be: those known; of a body where none is, one for every year it may be of. */
function undatedCandidates(
  { identities, date }: { readonly identities: readonly UndatedIdentity[]; readonly date: string | null },
  known: readonly KnownDocument[],
): Fitting {
  const same = identities.map((identity) => known.filter((other) => isUndated(identity, other)));
  const candidates = identities.flatMap((identity, index): readonly Candidate[] => {
    const own = same[index] ?? [];
    if (own.length > 0)
      return own.map((other) => knownCandidate(other.id, isNear(other, date) ? 0.6 : 0.3, own.length));
    const years = date === null ? [] : yearsBefore(date);
    return years.map((year, back) => ({
      document: mintDocumentId({ ...identity, term: null, year }),
      score: 0.25 - back * 0.05,
      why: [evidence('issuer-named', { issuer: identity.body.name })],
    }));
  });
  return { fitting: same.flat(), candidates };
}

function yearsBefore(date: string): readonly number[] {
  return Array.from({ length: YEARS_BACK + 1 }, (_, back) => Number(date.slice(0, 4)) - back);
}

function knownCandidate(document: DocumentId, score: number, count: number): Candidate {
  return { document, score, why: [evidence('several-known', { count: String(count) })] };
}

function resolved({ id }: KnownDocument, why: readonly Evidence[]): Target {
  return { status: 'resolved', document: id, candidates: [], evidence: why };
}

function ambiguous(candidates: readonly Candidate[], why: readonly Evidence[]): Target {
  const ranked = [...candidates].sort((a, b) => b.score - a.score || (a.document < b.document ? -1 : 1));
  return { status: 'ambiguous', document: null, candidates: ranked, evidence: why };
}

/**
 * Tells which documents of a number fit what was typed beside it, best first, and whether the answer is sure.
 *
 * Each part that was typed is a question put to each document: answered, left open (nothing is known of it), or denied.
 * A document that denies one does not fit, however little else there is: a Tỉnh ủy's number is never answered with
 * another's. Of the others those that answer a question go before those that leave it open.
 */

import { foldWords } from '../archive/code-key.ts';
import { findType } from '../citations/document-types.ts';
import { type IssuerPhrase, parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import { isWholeCentre } from '../documents/body.ts';
import type { OfficialDocument } from '../documents/document.ts';
import { kindOfPhrase } from '../documents/placed-body.ts';
import { foldPlace } from '../documents/places.ts';
import { findCentralTermOf } from '../documents/terms.ts';
import { type PlacedWords, readPlacedWords } from './placed-words.ts';
import type { TypedCode } from './typed-code.ts';

export interface CodeFit {
  /** Best first. */
  readonly fitting: readonly OfficialDocument[];
  /** Nothing that was typed speaks against the first; with one document, it is the one. */
  readonly isSure: boolean;
  /** What denies a part of what was typed. */
  readonly contrary: readonly OfficialDocument[];
}

type Answer = 'yes' | 'open' | 'no';

interface Question {
  /** Where one answers, those that leave it open are left out; else they only come later. */
  readonly narrows: boolean;
  readonly ask: (document: OfficialDocument) => Answer;
}

/** The documents, all of the typed number, type and symbol, by how they fit. */
export function fitCode(documents: readonly OfficialDocument[], typed: TypedCode): CodeFit {
  const phrase = typed.sought.issuer === null ? null : parseIssuerPhrase(typed.sought.issuer);
  const ofIssuer = documents.filter((document) => askIssuer(document, typed, phrase) !== 'no');
  const placed = readPlacedWords(typed.words, ofIssuer, phrase);
  const questions = questionsOf(typed, phrase, placed);
  const isDenied = (document: OfficialDocument) => questions.some(({ ask }) => ask(document) === 'no');
  const contrary = documents.filter((document) => document.issuer !== null && isDenied(document));
  let fitting = documents.filter((document) => !isDenied(document));
  for (const { narrows, ask } of questions) {
    const answering = fitting.filter((document) => ask(document) === 'yes');
    if (narrows && answering.length > 0) fitting = answering;
  }
  // An entry says that some mentions of the code are in doubt; it answers none of the parts that others deny.
  const isOfBody = phrase !== null || placed.place !== null;
  if (contrary.length > 0 && (isOfBody || fitting.every(({ issuer }) => issuer === null)))
    fitting = fitting.filter(({ issuer }) => issuer !== null);
  const ranks = questions.map(({ ask }) => ask);
  const ranked = [...fitting].sort(
    (a, b) =>
      Number(a.issuer === null) - Number(b.issuer === null) ||
      countOpen(ranks, a) - countOpen(ranks, b) ||
      b.citedBy - a.citedBy,
  );
  const [first] = ranked;
  return { fitting: ranked, isSure: first !== undefined && isSure(first, typed, phrase, placed), contrary };
}

function countOpen(ranks: readonly Question['ask'][], document: OfficialDocument): number {
  return ranks.filter((ask) => ask(document) === 'open').length;
}

function questionsOf(typed: TypedCode, phrase: IssuerPhrase | null, placed: PlacedWords): readonly Question[] {
  const { sought, date, term, hasYearInCode } = typed;
  const year = sought.year ?? placed.year;
  const questions: Question[] = [];
  if (sought.type !== null)
    questions.push({ narrows: false, ask: ({ type }) => (type === sought.type ? 'yes' : 'open') });
  if (sought.issuer !== null) questions.push({ narrows: true, ask: (document) => askIssuer(document, typed, phrase) });
  questions.push({ narrows: true, ask: placed.ask });
  if (hasYearInCode)
    questions.push({ narrows: true, ask: ({ code }) => (code.includes(`/${year}/`) ? 'yes' : 'open') });
  if (year !== null) questions.push({ narrows: false, ask: (document) => askYear(document, year) });
  if (date !== null) questions.push({ narrows: true, ask: (document) => askDate(document, date) });
  if (term !== null) questions.push({ narrows: true, ask: (document) => askTerm(document, term) });
  if (placed.rest !== '')
    questions.push({ narrows: true, ask: (document) => (shareOf(placed.rest, document) === 1 ? 'yes' : 'open') });
  return questions;
}

function askIssuer(document: OfficialDocument, { sought }: TypedCode, phrase: IssuerPhrase | null): Answer {
  if (document.issuer === null || sought.issuer === null) return 'open';
  const own = parseIssuerPhrase(document.issuer);
  if (phrase === null || own === null) {
    const isNamed = ` ${foldWords(document.issuer)} `.includes(` ${foldWords(sought.issuer)} `);
    return isNamed ? 'yes' : phrase === null ? 'no' : 'open';
  }
  if ((phrase.level === 'central') !== (document.place === null)) return 'no';
  if (document.place === null) return askCentre(own, phrase);
  const [wanted, kind] = [kindOfPhrase(phrase), kindOfPhrase(own)];
  if (wanted !== null && kind !== null && wanted !== kind) return 'no';
  if (phrase.placeName === null) return 'yes';
  const name = foldPlace(phrase.placeName);
  if (own.placeName !== null) return foldPlace(own.placeName) === name ? 'yes' : 'no';
  return Object.values(document.place).some((place) => foldPlace(place) === name) ? 'yes' : 'no';
}

/** The three organs of the Party's centre share one register, and are mistaken for each other. */
function askCentre(own: IssuerPhrase, phrase: IssuerPhrase): Answer {
  if (own.organ === phrase.organ) return 'yes';
  if (own.symbol !== 'TW' || phrase.symbol !== 'TW') return 'no';
  return isWholeCentre(phrase.text) ? 'yes' : 'open';
}

function askYear(document: OfficialDocument, year: number): Answer {
  const dated = document.date === null ? null : Number(document.date.slice(0, 4));
  if (document.year === year || dated === year) return 'yes';
  if (document.year !== null || dated !== null) return 'no';
  return isWithin(document.term, year) ? 'open' : 'no';
}

/** True where the term holds the year, or is none of years. */
function isWithin(term: string | null, year: number): boolean {
  const [from, to] =
    /^(\d{4})-(\d{4})$/
      .exec(term ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  return from === undefined || to === undefined || (year >= from && year <= to);
}

function askDate(document: OfficialDocument, date: string): Answer {
  if (document.date === date) return 'yes';
  return askYear(document, Number(date.slice(0, 4))) === 'no' ? 'no' : 'open';
}

function askTerm({ term, place }: OfficialDocument, typed: NonNullable<TypedCode['term']>): Answer {
  if (term === null) return 'open';
  if (typed.kind === 'years') return term === typed.years ? 'yes' : typed.isNamed ? 'no' : 'open';
  if (/^\d{1,2}$/.test(term)) return term === String(typed.ordinal) ? 'yes' : 'no';
  // Committees below the centre count their own congresses.
  if (place !== null) return 'open';
  return findCentralTermOf(typed.ordinal) === term ? 'yes' : 'no';
}

/** Which share of the words stands in what is known of the document, 0 to 1. */
function shareOf(words: string, { issuer, title, aliases, type }: OfficialDocument): number {
  const known = new Set(
    foldWords([issuer ?? '', title ?? '', findType(type)?.name ?? '', ...aliases].join(' ')).split(' '),
  );
  const wanted = words.split(' ');
  return wanted.filter((word) => known.has(word)).length / wanted.length;
}

/** Words that nothing answers may name another body than the one whose document alone has the number. */
function isSure(
  document: OfficialDocument,
  typed: TypedCode,
  phrase: IssuerPhrase | null,
  placed: PlacedWords,
): boolean {
  if (typed.isInDoubt) return false;
  if (typed.date !== null && document.date !== null && document.date !== typed.date) return false;
  const isPlaced = document.place === null || placed.place !== null || (phrase?.placeName ?? null) !== null;
  return isPlaced || placed.rest === '' || shareOf(placed.rest, document) >= 0.5;
}

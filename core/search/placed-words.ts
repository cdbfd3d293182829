/**
 * Finds the place among the words that were typed beside a code: `nq 21 tu quảng ninh`, `qd 1520 ubnd ha khe 2022`.
 *
 * Names are looked for among those of the documents in question first, so that a place of no table counts too. A name of
 * the tables that none of them bears says that another body is meant.
 */

import { foldWords } from '../archive/code-key.ts';
import type { IssuerPhrase } from '../citations/issuer-phrase.ts';
import { parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import type { OfficialDocument } from '../documents/document.ts';
import { kindOfPhrase, type PhraseKind } from '../documents/placed-body.ts';
import { findDistricts, findProvince, foldPlace } from '../documents/places.ts';

export interface PlacedWords {
  /** Folded name of the place, or null where the words name none. */
  readonly place: string | null;
  /** A year that nothing but the place parts from the code. */
  readonly year: number | null;
  /** What is said beside, without the little words. */
  readonly rest: string;
  readonly ask: (document: OfficialDocument) => 'yes' | 'open' | 'no';
}

const UNITS: readonly (readonly [string, PhraseKind])[] = [
  ['thanh pho', 'city'],
  ['thi xa', 'town'],
  ['thi tran', 'commune'],
  ['tp', 'city'],
  ['tx', 'town'],
  ['tinh', 'province'],
  ['huyen', 'rural-district'],
  ['quan', 'urban-district'],
  ['phuong', 'commune'],
  ['xa', 'commune'],
];
const LITTLE_WORDS =
  / (?:cua|ve|viec|va|cac|nhung|theo|cho|toi|xem|tim|o|dau|toan van|noi dung|van ban|voi|so|trien khai|thuc hien|ban hanh|do|tai|nam|ngay|thi)(?= )/g;
const LONGEST_NAME = 5;

export function readPlacedWords(
  words: string,
  documents: readonly OfficialDocument[],
  phrase: IssuerPhrase | null,
): PlacedWords {
  const text = ` ${words} `;
  const scores = new Map(documents.map((document) => [document, scoreOf(document, text)]));
  const best = Math.max(0, ...scores.values());
  const named = documents.filter((document) => best > 0 && scores.get(document) === best);
  if (named.length > 0) {
    const names = named.flatMap((document) => namesOf(document).map(({ name }) => name));
    const { year, rest } = takeYear(withoutPlaces(text, names));
    return { place: names[0] ?? null, year, rest, ask: askNamed };
  }
  const { rest } = { rest: withoutLittleWords(text) };
  const isBare = phrase !== null && phrase.level !== 'central' && phrase.placeName === null;
  const stranger = documents.some(({ place }) => place !== null) ? findStranger(words, isBare) : null;
  if (stranger === null) return { place: null, year: null, rest, ask: () => 'open' };
  return {
    place: stranger,
    year: null,
    rest,
    ask: (document) => (document.place === null || isTitled(document, words) ? 'open' : 'no'),
  };

  function askNamed(document: OfficialDocument): 'yes' | 'open' {
    return scores.get(document) === best || isTitled(document, words) ? 'yes' : 'open';
  }
}

interface PlaceName {
  readonly name: string;
  /** The document's own place, not one that this lies in. */
  readonly isOwn: boolean;
}

function namesOf({ place }: OfficialDocument): readonly PlaceName[] {
  if (place === null) return [];
  const names = [place.commune, place.district, place.province].filter((name) => name !== undefined);
  return names.map((name, at) => ({ name: foldPlace(name), isOwn: at === 0 }));
}

/** How much of the document's place is named: its own name above all, with the unit where one is typed. */
function scoreOf(document: OfficialDocument, text: string): number {
  let score = 0;
  for (const { name, isOwn } of namesOf(document)) {
    const at = text.indexOf(` ${name} `);
    if (at < 0) continue;
    const unit = unitBefore(text.slice(0, at));
    const kind = document.issuer === null ? null : kindOf(document.issuer);
    if (isOwn && unit !== null && kind !== null && unit !== kind) continue;
    score += isOwn ? 2 : 1;
  }
  return score;
}

function kindOf(issuer: string): PhraseKind | null {
  const phrase = parseIssuerPhrase(issuer);
  return phrase === null ? null : kindOfPhrase(phrase);
}

function unitBefore(text: string): PhraseKind | null {
  return UNITS.find(([unit]) => text.endsWith(` ${unit}`))?.[1] ?? null;
}

function withoutPlaces(text: string, names: readonly string[]): string {
  let left = text;
  for (const name of names) {
    const at = left.indexOf(` ${name} `);
    if (at < 0) continue;
    const unit = UNITS.find(([word]) => left.slice(0, at).endsWith(` ${word}`))?.[0];
    const start = unit === undefined ? at : at - unit.length - 1;
    left = `${left.slice(0, start)} ${left.slice(at + name.length + 2)}`;
  }
  return left;
}

function takeYear(text: string): { readonly year: number | null; readonly rest: string } {
  const year = /^ *(?:nam )?((?:19|20)\d\d) *$/.exec(text)?.[1];
  return year === undefined ? { year: null, rest: withoutLittleWords(text) } : { year: Number(year), rest: '' };
}

function withoutLittleWords(text: string): string {
  return ` ${text} `.replace(/ +/g, ' ').replace(LITTLE_WORDS, '').trim();
}

/** A name of the tables with which the words begin, or that they are. Behind "Tỉnh ủy" a name is expected. */
function findStranger(words: string, isBare: boolean): string | null {
  const tokens = words.split(' ');
  const unit = UNITS.find(([word]) => ` ${words} `.startsWith(` ${word} `))?.[0];
  const from = unit === undefined ? 0 : unit.split(' ').length;
  for (let length = Math.min(LONGEST_NAME, tokens.length - from); length > 0; length -= 1) {
    if (!isBare && unit === undefined && length < tokens.length) return null;
    const name = tokens.slice(from, from + length).join(' ');
    if (findProvince(name) !== null || findDistricts(name).length > 0) return name;
  }
  return null;
}

function isTitled({ title }: OfficialDocument, words: string): boolean {
  return words !== '' && ` ${foldWords(title ?? '')} `.includes(` ${words} `);
}

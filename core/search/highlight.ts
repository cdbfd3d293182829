/**
 * Which stretches of a title or body answer the query, and the piece of the body worth showing.
 *
 * Done on the originals of one page of hits, for every engine alike, and as ranges: turning them into markup is left
 * to the page. A syllable that is part of a longer find is not marked where it stands alone: who looks for giải phóng
 * mặt bằng does not want every "mặt" underlined.
 */
import type { Span } from '../citations/citation.ts';
import { eachWord, type FoldedText, type Form, findCode, findWords, foldText, isExact } from './form.ts';
import type { Wanted } from './words.ts';

export interface Snippet {
  readonly text: string;
  readonly highlights: readonly Span[];
}

/** Aim for a snippet in UTF-16 code units; about two lines on a page. */
const snippetLength = 200;
/** How far before the first find a snippet may begin, to take in the beginning of its sentence. */
const leadLength = 70;
/** Places looked at per wanted form: more would not change which passage is best. */
const mostPlaces = 300;

/** @example markWords('Họp giao ban quý I', wanted of "giao ban") // [{ start: 4, end: 12 }] */
export function markWords(text: string, wanted: readonly Wanted[]): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of findPlaces(foldText(text), wanted)) {
    const last = spans.at(-1);
    if (last !== undefined && (start < last.end || isJoint(text.slice(last.end, start)))) {
      last.end = Math.max(last.end, end);
    } else spans.push({ start, end });
  }
  return spans;
}

/**
 * The passage of the body that holds most of what is wanted, on one line, cut between words, `…` at the cuts; the
 * body's beginning when nothing of it is found there.
 */
export function makeSnippet(body: string, wanted: readonly Wanted[]): Snippet {
  const best = findBestWindow(findPlaces(foldText(body), wanted));
  const start = best === null || body.length <= snippetLength ? 0 : beginBefore(body, best.start);
  const end = endAfter(body, Math.max(start + snippetLength, best?.end ?? 0), best?.end ?? start);
  const inner = body.slice(start, end).replace(/\s+/gu, ' ').trim();
  const text = `${start > 0 ? '… ' : ''}${inner}${end < body.trimEnd().length ? ' …' : ''}`;
  return { text, highlights: markWords(text, wanted) };
}

interface Place extends Span {
  /** Which of the wanted it is. */
  readonly wanted: number;
  /** A single syllable of several: only worth marking beside others, where it occurs so. */
  readonly isLoose: boolean;
}

/** In order of their start. */
function findPlaces(text: FoldedText, wanted: readonly Wanted[]): Place[] {
  const places = wanted
    .flatMap((one, index) => findForms(text, one).map((place) => ({ ...place, wanted: index })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return wanted.length > 1 ? dropStrays(text, places) : places;
}

function findForms(text: FoldedText, { own, isPhrase, others, codeKey }: Wanted): Omit<Place, 'wanted'>[] {
  const asCode = codeKey === null ? [] : findCode(text, codeKey, mostPlaces);
  const whole = [...[own, ...others].flatMap((form) => findForm(text, form)), ...asCode];
  if (whole.length > 0 || isPhrase)
    return whole.map((span) => ({ ...span, isLoose: own.words.length === 1 && isPhrase }));
  return eachWord(own)
    .flatMap((form) => findForm(text, form))
    .map((span) => ({ ...span, isLoose: true }));
}

/** With the right accents, if there are such places, else all. */
function findForm(text: FoldedText, form: Form): Span[] {
  const spans = findWords(text, form, mostPlaces);
  const exact = spans.filter((span) => isExact(text, span, form));
  return exact.length > 0 ? exact : spans;
}

function dropStrays({ text }: FoldedText, places: readonly Place[]): Place[] {
  const isBeside = places.map((place, at) => touches(places[at - 1], place) || touches(place, places[at + 1]));
  const foundBeside = new Set(places.filter((_, at) => isBeside[at]).map((place) => place.wanted));
  return places.filter((place, at) => !place.isLoose || isBeside[at] || !foundBeside.has(place.wanted));

  function touches(left: Place | undefined, right: Place | undefined): boolean {
    if (left === undefined || right === undefined || left.wanted === right.wanted) return false;
    return isJoint(text.slice(left.end, right.start));
  }
}

/** Whether words with this between them stand side by side: no comma, no new line. */
function isJoint(gap: string): boolean {
  return /^[ \t\u00a0–/&-]{0,3}$/.test(gap);
}

function findBestWindow(places: readonly Place[]): Span | null {
  let best: { start: number; end: number; score: number } | null = null;
  for (const [at, first] of places.entries()) {
    const inside: Place[] = [];
    for (let next = at; next < places.length; next++) {
      const place = places[next];
      if (place === undefined || place.end - first.start > snippetLength - leadLength) break;
      inside.push(place);
    }
    const score = new Set(inside.map((place) => place.wanted)).size * 100 + inside.length;
    const end = Math.max(first.end, ...inside.map((place) => place.end));
    if (best === null || score > best.score) best = { start: first.start, end, score };
  }
  return best;
}

/** The beginning of the sentence if it is near, else of a word. */
function beginBefore(body: string, start: number): number {
  const from = start - leadLength;
  if (from <= 0) return 0;
  const before = body.slice(from, start);
  const sentence = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ') + 1);
  if (sentence > 0) return from + sentence + 1;
  const gap = before.search(/\s/u);
  return gap < 0 ? start : from + gap + 1;
}

function endAfter(body: string, wished: number, least: number): number {
  if (wished >= body.length) return body.length;
  const gap = body.slice(least, wished + 1).search(/\s\S*$/u);
  if (gap >= 0) return least + gap;
  const isInPair = /^[\uDC00-\uDFFF]/.test(body.slice(wished));
  return isInPair ? wished - 1 : wished;
}

/**
 * An item of the archive → a document of Meilisearch.
 *
 * Searched attributes hold folded words only; originals lie beside them, shown and never searched. What Meilisearch
 * cannot ask in one question is answered here once, when the item is filed: which abbreviations or long forms it has
 * (`forms`), and which codes stand in it however they are separated (`k`).
 */
import { createHash } from 'node:crypto';
import type { ItemKey, SearchItem } from './engine.ts';
import { facetNames } from './fields.ts';
import { spellForIndex } from './fold.ts';
import { bodyAttributes, wordsPerAttribute } from './meilisearch-settings.ts';
import { originalsOf } from './originals.ts';
import { synonymsByFirstWord } from './synonyms.ts';
import { codeKey, longestCode, type Wanted } from './words.ts';

/** Two pieces of a body share so many words, so that no phrase is cut. */
const overlap = 24;
/** A code has so many words at most: 1234/2021/NQLT-UBTVQH14-CP-MTTQ. */
const mostWordsOfCode = 7;
/** Bytes of a facet value that the server compares. */
const longestValue = 460;

export type MeiliDocument = Readonly<Record<string, unknown>>;

export function toDocument(item: SearchItem): MeiliDocument {
  const { title, body } = originalsOf(item);
  const codes = item.codes.map((code) => code.normalize('NFC'));
  const people = item.people.map((name) => name.normalize('NFC'));
  const words = spellForIndex(body).split(' ');
  const spelled = { title: spellForIndex(title), codes: codes.map(spellForIndex), people: people.map(spellForIndex) };
  const all = [spelled.title, ...spelled.codes, ...spelled.people, words.join(' ')];
  return {
    key: documentKey(item),
    kind: item.kind,
    id: item.id,
    day: item.date === null ? null : toDayNumber(item.date),
    title,
    codes,
    people,
    body,
    t: spelled.title,
    c: [...spelled.codes, ...spelled.codes.map((code) => codeKey(code.split(' ')))],
    p: spelled.people,
    ...splitBody(words),
    k: [...new Set(all.flatMap((text) => keysIn(text.split(' '))))].join(' '),
    forms: formsIn(all),
    ...Object.fromEntries(facetNames.map((facet) => [facet, item.facets[facet].map(encodeValue)])),
  };
}

/** Ids may hold any letters, keys of documents only a few: the hash stands for them. */
export function documentKey({ kind, id }: ItemKey): string {
  return `${kind}-${createHash('sha256').update(id).digest('hex').slice(0, 40)}`;
}

/** `2023-03-21` → 20230321 */
export function toDayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/**
 * A facet value in letters that the server leaves as they are: it would fold case and marks, and take QD for qd. It is
 * read back by `decodeValue`, and can mean nothing in a filter.
 *
 * @example encodeValue('song-mo') // 'song-mo'; 'NQ' is '_4e_51'
 */
export function encodeValue(value: string): string {
  const bytes = [...Buffer.from(value)].map((byte) =>
    /[a-z0-9-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `_${byte.toString(16).padStart(2, '0')}`,
  );
  let encoded = '';
  for (const byte of bytes) {
    if (encoded.length + byte.length > longestValue) break;
    encoded += byte;
  }
  return encoded === '' ? '_' : encoded;
}

export function decodeValue(encoded: string): string {
  if (encoded === '_') return '';
  const bytes = [...encoded.matchAll(/_([0-9a-f]{2})|([a-z0-9-])/g)].map(([, hex, letter]) =>
    hex === undefined ? (letter ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  );
  return Buffer.from(bytes).toString('utf8');
}

/** The filter value that says: this is there in one of its forms, as `formsIn` notes it. Null where it has one form only. */
export function formOf({ own, isPhrase, others }: Wanted): string | null {
  if (others.length === 0 || own.isBegun) return null;
  return isPhrase ? nameGroup([own, ...others]) : `${scattered}${own.words.join('-')}`;
}

const scattered = 'l-';

interface NamedForm {
  readonly words: readonly string[];
  readonly group: string;
}

/** Every form of the table of synonyms with its group. */
const forms: readonly NamedForm[] = [...synonymsByFirstWord.values()]
  .flat()
  .map(({ form, others }) => ({ words: form.words, group: nameGroup([form, ...others]) }));

/**
 * The synonyms that texts have: a group when one of its forms stands there, and a long form also when its words are
 * scattered, since without quotes that is enough.
 */
function formsIn(texts: readonly string[]): readonly string[] {
  const padded = texts.map((text) => ` ${text} `);
  const words = new Set(texts.flatMap((text) => text.split(' ')));
  const candidates = forms.filter((form) => form.words.every((word) => words.has(word)));
  const found = new Set(
    candidates
      .filter((form) => padded.some((text) => text.includes(` ${form.words.join(' ')} `)))
      .map(({ group }) => group),
  );
  const there = new Set(candidates);
  const loose = forms.filter((form) => form.words.length > 1 && (found.has(form.group) || there.has(form)));
  return [...found, ...loose.map((form) => `${scattered}${form.words.join('-')}`)];
}

function nameGroup(all: readonly { readonly words: readonly string[] }[]): string {
  return `p-${all.map(({ words }) => words.join('-')).sort()[0]}`;
}

/**
 * What may be asked for as a code: from each number on, it and what follows as one word, and words that mix letters and
 * digits by themselves. `31 nq tu` gives 31nq and 31nqtu.
 */
function keysIn(words: readonly string[]): readonly string[] {
  const keys: string[] = [];
  for (const [at, word] of words.entries()) {
    if (!/^\d/.test(word)) continue;
    for (let length = 2; length <= mostWordsOfCode && at + length <= words.length; length++) {
      const key = codeKey(words.slice(at, at + length));
      if (key.length > longestCode) break;
      if (/[a-z]/.test(key)) keys.push(key);
    }
  }
  return keys;
}

function splitBody(words: readonly string[]): Readonly<Record<string, string>> {
  const pieces: Record<string, string> = {};
  for (const [nth, name] of bodyAttributes.entries()) {
    const start = nth * wordsPerAttribute;
    if (nth > 0 && start >= words.length) break;
    pieces[name] = words.slice(Math.max(0, start - (nth > 0 ? overlap : 0)), start + wordsPerAttribute).join(' ');
  }
  return pieces;
}

/**
 * The index on a Meilisearch server, as code: its attributes, its rules, and who may do what with it.
 *
 * Meilisearch is given folded words with blanks between (see fold.ts) and asked for quoted ones, so that all engines
 * split, fold and compare alike; its own typo tolerance, prefixes and synonyms stay out of what readers count on:
 * one letter off is another syllable, digits are never fuzzy, and its synonyms know no more than three words. What
 * stands here was read in the sources of Meilisearch 1.50.
 */
import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { facetNames, type SearchField } from './fields.ts';
import { synonymsByFirstWord } from './synonyms.ts';

/** Older servers lack settings that are used here. */
export const oldestVersion = [1, 30] as const;

/** The key of the one document that is no item: it says how far in the archive's changes the index has come. */
export const metaKey = 'meta';

/** Positions past 65,535 of an attribute are not indexed, so a body goes on in the next. */
export const bodyAttributes = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8'] as const;
export const wordsPerAttribute = 60_000;

/** Where each field is searched. */
export const attributesOf: Readonly<Record<SearchField, readonly string[]>> = {
  title: ['t'],
  codes: ['c'],
  people: ['p'],
  body: bodyAttributes,
};

export const newestFirst = ['day:desc', 'kind:asc', 'id:asc'] as const;
export const oldestFirst = ['day:asc', 'kind:asc', 'id:asc'] as const;

export const indexSettings = {
  // `k`: codes printed anywhere, each in one word; see keysIn in meilisearch-item.ts.
  searchableAttributes: [...Object.values(attributesOf).flat(), 'k'],
  filterableAttributes: ['key', 'kind', 'day', 'forms', ...facetNames],
  sortableAttributes: ['day', 'kind', 'id'],
  displayedAttributes: ['*'],
  // Without a wish for an order: what stands nearest together first, then the newest.
  rankingRules: ['sort', 'words', 'proximity', 'day:desc'],
  typoTolerance: { enabled: false },
  // Only a word that is still being typed is sent without quotes, and so as a beginning.
  prefixSearch: 'indexingTime',
  proximityPrecision: 'byWord',
  facetSearch: false,
  synonyms: {},
  stopWords: [],
  faceting: { maxValuesPerFacet: 1000, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 100_000_000 },
} satisfies Settings;

/** Raise it whenever the making of documents changes: indexes of another make are rebuilt. */
const documentVersion = 1;

/** Tells settings, synonyms and the making of documents in one short word. */
export const indexMake = createHash('sha256')
  .update(JSON.stringify([documentVersion, indexSettings, [...synonymsByFirstWord]]))
  .digest('hex')
  .slice(0, 16);

/**
 * What the two keys may do that are made where the given one may make keys. Neither reaches beyond the archive's indexes,
 * so neither may ask for the server's version or swap: the server shows these to no key of single indexes, and the
 * given key does them.
 */
export const readingActions = ['search', 'documents.get', 'indexes.get', 'stats.get'] as const;
export const writingActions = [
  ...readingActions,
  'documents.add',
  'documents.delete',
  'indexes.create',
  'indexes.update',
  'indexes.delete',
  'settings.get',
  'settings.update',
  'tasks.get',
] as const;

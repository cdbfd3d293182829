/**
 * What is searched, what is counted, and what makes one hit better than another: said once, for every engine.
 *
 * An engine translates these rows into its own settings (columns and match expressions, attributes and ranking
 * rules). Relevance is a ladder and not a score, because scores of common Vietnamese syllables tell nothing: in half
 * of all articles the rarest of "nghị quyết thành ủy" still occurs. Inside one step the newer item comes first.
 */

/** Searched fields, the weightier first. `codes` also answers to a code without its separators: `21nqtu`. */
export const searchFields = ['title', 'codes', 'people', 'body'] as const;
export type SearchField = (typeof searchFields)[number];

/** What hits are counted and narrowed by, under the names that addresses and answers use. */
export const facetNames = ['type', 'issuer', 'level', 'source', 'year', 'meeting_kind', 'purpose'] as const;
export type Facet = (typeof facetNames)[number];

/** Something for every facet. */
export function forEachFacet<T>(give: (facet: Facet) => T): Readonly<Record<Facet, T>> {
  return {
    type: give('type'),
    issuer: give('issuer'),
    level: give('level'),
    source: give('source'),
    year: give('year'),
    meeting_kind: give('meeting_kind'),
    purpose: give('purpose'),
  };
}

export interface RelevanceStep {
  readonly name: string;
  readonly fields: readonly SearchField[];
  /** `phrase`: all words in the reader's order, next to each other; `near`: within `nearWords`; `all`: anywhere in the fields. */
  readonly match: 'phrase' | 'near' | 'all';
}

/** Best first. The last step holds every hit. */
export const relevanceSteps: readonly RelevanceStep[] = [
  { name: 'title phrase', fields: ['title'], match: 'phrase' },
  { name: 'title words', fields: ['title'], match: 'all' },
  { name: 'code', fields: ['codes'], match: 'phrase' },
  { name: 'person', fields: ['people'], match: 'phrase' },
  { name: 'body phrase', fields: ['body'], match: 'phrase' },
  { name: 'body near', fields: ['body'], match: 'near' },
  { name: 'anywhere', fields: searchFields, match: 'all' },
];

/** How many words may stand between the first and the last wanted word for the step `near`: about one clause. */
export const nearWords = 12;

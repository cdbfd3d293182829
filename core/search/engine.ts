/**
 * The SearchEngine port: what the rest of the program may ask of a search index, whichever engine keeps it.
 *
 * An index is a cache of the archive: it can be thrown away and made again, and it knows itself how far in the
 * archive's changes it has come (`position`), so that a lost index can never pass for a complete one. What engines
 * do differently is stated in `capabilities`; test/search-contract.ts holds all else, and test/engines runs it on each of them.
 * Reading a query (words.ts), marking and cutting (highlight.ts) are not the engines' business: they share them.
 */
import type { Span } from '../citations/citation.ts';
import type { Facet } from './fields.ts';

export const searchKinds = ['article', 'document', 'meeting'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Which thing of the archive an item stands for. Ids are unique within a kind. */
export interface ItemKey {
  readonly kind: SearchKind;
  readonly id: string;
}

/** The key as one text, for maps and messages. */
export function nameOf({ kind, id }: ItemKey): string {
  return `${kind} ${id}`;
}

/** One thing of the archive as it is searched. Texts are plain (never HTML); an engine keeps them in NFC. */
export interface SearchItem extends ItemKey {
  readonly title: string;
  readonly body: string;
  /** Standard spelling of the codes that it cites or bears: `21-NQ/TU`. */
  readonly codes: readonly string[];
  /** Day by which it is sorted and narrowed, `YYYY-MM-DD`; null when unknown. */
  readonly date: string | null;
  readonly facets: Readonly<Record<Facet, readonly string[]>>;
  readonly people: readonly string[];
}

export const searchSorts = ['relevance', 'newest', 'oldest'] as const;
export type SearchSort = (typeof searchSorts)[number];

export interface SearchQuery {
  /** As the reader typed it: words, "phrases", -exclusions. Blank lists everything. */
  readonly text: string;
  /** Typing goes on: the last word may be only the beginning of one. */
  readonly isUnfinished?: boolean;
  /** Null for all kinds together. */
  readonly kind: SearchKind | null;
  /** Values of one facet are alternatives; different facets must all hold. An empty list is no filter; at most `limits.filterValues`. */
  readonly filters: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** First and last day, `YYYY-MM-DD`, both included; with either set, items without a date are left out. */
  readonly from: string | null;
  readonly to: string | null;
  /** `relevance` with a blank text is `newest`. Items without a date come last in `newest` and `oldest`. */
  readonly sort: SearchSort;
  /** From 1. Beyond the last page the answer has no hits. */
  readonly page: number;
  /** 1 to `limits.perPage`. */
  readonly perPage: number;
}

export interface SearchHit extends ItemKey {
  readonly title: string;
  /** About 200 characters of the body around the words found, in plain text, `…` where it was cut. */
  readonly snippet: string;
  readonly date: string | null;
  /** Ranges of UTF-16 code units into `title` and into `snippet`, in order and apart from each other. */
  readonly highlights: { readonly title: readonly Span[]; readonly snippet: readonly Span[] };
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /**
   * Per facet its values with the number of hits, most first, at most `limits.facetValues`. A facet's own filter is
   * left out of its counts: each tells how many hits choosing that value instead would give.
   */
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
  /** Another engine than the chosen one answered, since that one cannot. */
  readonly isStandIn?: true;
}

/** What an index does not hold just as the archive does. */
export interface IndexDifference {
  readonly missing: readonly ItemKey[];
  /** Held with another text. */
  readonly stale: readonly ItemKey[];
}

/** Where engines differ. The contract suite skips what an engine says it does not do, with the reason. */
export interface SearchCapabilities {
  /** Finds `nghi quyet` for `nghj quyet`. Where it does not, spelling.ts offers it. */
  readonly toleratesTypos: boolean;
  /** Puts what is written with the reader's accents above what merely folds to the same letters. */
  readonly ranksAccents: boolean;
  /** Totals and facet counts are true at any size, not estimates. */
  readonly countsExactly: boolean;
  /** Words of a query that are looked at; null for all. */
  readonly mostWords: number | null;
}

/** `needs-rebuild`: whatever it answers may be incomplete, since the index is new, was damaged, or is of an older make. */
export type SearchHealth =
  | { readonly kind: 'ready'; readonly items: number; readonly position: number }
  | {
      readonly kind: 'needs-rebuild';
      readonly items: number;
      readonly reason: 'new' | 'damaged' | 'outdated' | 'cleared';
    }
  | { readonly kind: 'unreachable'; readonly reason: string };

/** What a search index answers. */
export interface SearchReader {
  /** For logs and `health`, never to be branched on. */
  readonly name: string;
  readonly capabilities: SearchCapabilities;
  /** No text makes it throw; a page, size or date out of range does (see limits.ts). */
  find(query: SearchQuery): Promise<SearchAnswer>;
  /** In how many items each of these folded words stands, counted up to `limits.wordCount`. */
  countWords(words: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Names of people of whose words each word typed begins one; with the number of items that name them, most first. */
  findPeople(text: string, most: number): Promise<readonly FacetCount[]>;
  /** Never throws. */
  health(): Promise<SearchHealth>;
}

/**
 * @example
 * const engine = openSqliteFts({ path: 'var/search.sqlite' });
 * await engine.put([item]);
 * const { total, hits } = await engine.find({ ...everything, text: 'giải phóng mặt bằng' });
 */
export interface SearchEngine extends SearchReader {
  /** Adds items or replaces those of the same key. When it resolves, they are found. Repeating it changes nothing. */
  put(items: readonly SearchItem[]): Promise<void>;
  /** Unknown keys are no error. */
  remove(keys: readonly ItemKey[]): Promise<void>;
  /** Every key held, in no order, for comparing the index with the archive. */
  keys(): AsyncIterable<readonly ItemKey[]>;
  /**
   * Makes the index anew from `batches` beside the live one, which answers meanwhile, then swaps and takes over
   * `position`. When `batches` throws, nothing has changed. What is put or removed meanwhile is lost with the old
   * index: let indexing rest, and afterwards go on from `position`.
   */
  rebuild(batches: AsyncIterable<readonly SearchItem[]>, position: number): Promise<void>;
  /** Notes that all changes of the archive up to this one are in. */
  savePosition(position: number): Promise<void>;
  /** Holds these items against what the index has under their keys. */
  compare(items: readonly SearchItem[]): Promise<IndexDifference>;
  /** Empties the index and forgets the position. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

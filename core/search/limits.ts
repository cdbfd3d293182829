/**
 * What an engine may be asked for at most, and the checks in front of every engine.
 *
 * The server refuses a reader's excess with a 4xx before it comes here; what still arrives out of range is a fault of
 * the program and throws. Text is the exception: whatever a reader types is answered.
 */
import { type SearchItem, type SearchQuery, searchKinds, searchSorts } from './engine.ts';
import { facetNames } from './fields.ts';

export const limits = {
  /** UTF-16 code units of a query after NFC; what is longer is cut. */
  queryLength: 512,
  perPage: 100,
  /** Values of one facet in `filters`. */
  filterValues: 100,
  /** Values listed per facet. */
  facetValues: 100,
  /** Items counted per word by `countWords`; what is commoner is common. */
  wordCount: 1000,
} as const;

/** @throws RangeError naming the field, what it must be and what came. */
export function checkQuery(query: SearchQuery): void {
  const known: readonly string[] = facetNames;
  const longest = Math.max(0, ...Object.values(query.filters).map((values) => values.length));
  const stranger = Object.keys(query.filters).find((name) => !known.includes(name));
  demand('page', query.page, isCount(query.page), 'a whole number from 1');
  demand('perPage', query.perPage, isCount(query.perPage) && query.perPage <= limits.perPage, `1 to ${limits.perPage}`);
  demand('from', query.from, isDay(query.from), 'YYYY-MM-DD or null');
  demand('to', query.to, isDay(query.to), 'YYYY-MM-DD or null');
  demand('sort', query.sort, searchSorts.includes(query.sort), `one of ${searchSorts.join(', ')}`);
  demand(
    'kind',
    query.kind,
    query.kind === null || searchKinds.includes(query.kind),
    `one of ${searchKinds.join(', ')}`,
  );
  demand('filters', stranger, stranger === undefined, `only ${facetNames.join(', ')}`);
  demand('filters', longest, longest <= limits.filterValues, `at most ${limits.filterValues} values of a facet`);

  function demand(field: string, value: unknown, holds: boolean, expected: string): void {
    if (holds) return;
    throw new RangeError(`Cannot search: ${field} must be ${expected}, got ${JSON.stringify(value) ?? 'undefined'}`);
  }
}

/** @throws RangeError when the item cannot be filed: no id, or a date that is not a day. */
export function checkItem(item: SearchItem): void {
  if (item.id === '')
    throw new RangeError(`Cannot index an item of kind ${item.kind}: expected an id, got an empty one`);
  if (!isDay(item.date)) {
    throw new RangeError(
      `Cannot index ${item.kind} ${item.id}: expected a date YYYY-MM-DD or null, got ${JSON.stringify(item.date)}`,
    );
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}

function isDay(value: string | null): boolean {
  return value === null || /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value);
}

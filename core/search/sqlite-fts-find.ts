/**
 * One query against the embedded index: how many entries answer, what they count up to, and the page asked for.
 *
 * Total and facets come from one pass over all that matches. Steps of relevance are then tried from the best and only
 * until they fill the page, since what lies beyond it needs no order. Among the first 200, what has the reader's
 * accents goes before what only folds to the same letters.
 */
import { z } from 'zod';
import { type SearchAnswer, type SearchHit, type SearchQuery, searchKinds } from './engine.ts';
import { type Facet, facetNames, forEachFacet, type RelevanceStep, relevanceSteps, searchFields } from './fields.ts';
import type { Form } from './form.ts';
import { makeSnippet, markWords } from './highlight.ts';
import { limits } from './limits.ts';
import { hasStepExactly } from './relevance.ts';
import type { FacetDictionary } from './sqlite-fts-facets.ts';
import type { IndexFile } from './sqlite-fts-file.ts';
import { matchAll, matchAny, matchSequence, matchStep } from './sqlite-fts-match.ts';
import { type Generation, readMeta, tablesOf } from './sqlite-fts-schema.ts';
import { readWords, type Wanted } from './words.ts';

/** As many hits as are held against their originals: 5 to 20 ms for articles of 2,500 characters (bench/search.ts). */
const rerankedHits = 200;

interface Index {
  readonly file: IndexFile;
  readonly dictionary: FacetDictionary;
}

/** One query under way: what was typed, read, and the generation that answers it. */
interface Search extends Index {
  readonly live: Generation;
  readonly query: SearchQuery;
  readonly wanted: readonly Wanted[];
  readonly excluded: readonly Form[];
  readonly hasAccents: boolean;
}

interface Place {
  readonly entry: number;
  /** The best step of relevance that it answers. */
  readonly step: RelevanceStep;
}

interface Sql {
  readonly text: string;
  readonly values: readonly string[];
}

const noWords = { wanted: [], excluded: [], hasAccents: false };
const countRow = z.object({ total: z.number(), characters: z.string().nullable() });
const entryRows = z.array(z.object({ entry: z.number() }));
const originalRow = z.object({ title: z.string(), codes: z.string(), people: z.string(), body: z.string() });
const hitRow = z.object({
  kind: z.enum(searchKinds),
  id: z.string(),
  title: z.string(),
  body: z.string(),
  date: z.string().nullable(),
});

export function findInIndex(index: Index, query: SearchQuery): SearchAnswer {
  const words = readWords(query.text, query.isUnfinished);
  if (words.kind === 'nothing') return { hits: [], total: 0, facets: forEachFacet(() => []) };
  return index.file.inTransaction('DEFERRED', () => {
    const search: Search = {
      ...index,
      live: readMeta(index.file).live,
      query,
      ...(words.kind === 'words' ? words : noWords),
    };
    const { total, facets } = countHits(search);
    const isBeyond = (query.page - 1) * query.perPage >= total;
    const hits = isBeyond ? [] : readPage(search).map((entry) => readHit(search, entry));
    return { hits, total, facets };
  });
}

function countHits({ file, dictionary, ...search }: Search): { total: number; facets: SearchAnswer['facets'] } {
  const filtered = facetNames.filter((facet) => isFiltered(search.query, facet));
  const open = facetNames.filter((facet) => !filtered.includes(facet));
  const { total, characters } = count(null);
  const counts = new Map(dictionary.count(characters, open));
  for (const facet of filtered) {
    for (const [name, list] of dictionary.count(count(facet).characters, [facet])) counts.set(name, list);
  }
  return { total, facets: forEachFacet((facet) => (counts.get(facet) ?? []).slice(0, limits.facetValues)) };

  function count(except: Facet | null): { total: number; characters: string } {
    const { text, values } = selectFrom({ file, dictionary, ...search }, matchWanted(search), except);
    const statement = file.prepare(`SELECT count(*) AS total, group_concat(e.facets, '') AS characters ${text}`);
    const row = countRow.parse(statement.get(...values));
    return { total: row.total, characters: row.characters ?? '' };
  }
}

/** The entries of the page asked for, in order. */
function readPage(search: Search): number[] {
  const { sort, page, perPage } = search.query;
  const offset = (page - 1) * perPage;
  if (sort !== 'relevance' || search.wanted.length === 0) {
    return readEntries(search, matchWanted(search), sort === 'oldest' ? 'ASC' : 'DESC', perPage, offset);
  }
  const isReranked = search.hasAccents && offset < rerankedHits;
  const places = climbSteps(search, isReranked ? Math.max(offset + perPage, rerankedHits) : offset + perPage);
  if (!isReranked) return places.slice(offset).map(({ entry }) => entry);
  return rankAccents(search, places)
    .slice(offset, offset + perPage)
    .map(({ entry }) => entry);
}

/** The first `needed` entries by relevance. Every step asks for enough to leave out what a better one has placed. */
function climbSteps(search: Search, needed: number): Place[] {
  const placed = new Map<number, Place>();
  const tried = new Set<string>();
  // One look for all fields, since a phrase that is nowhere would cost as much again in each of them.
  const sequence = matchSequence(search.wanted);
  const hasSequence = sequence !== null && isAnywhere(search, sequence);
  for (const step of relevanceSteps) {
    const expression = matchStep(step, search.wanted);
    if (expression === null || tried.has(expression) || (step.match === 'phrase' && !hasSequence)) continue;
    tried.add(expression);
    for (const entry of readEntries(search, expression, 'DESC', needed, 0)) {
      if (!placed.has(entry)) placed.set(entry, { entry, step });
    }
    if (placed.size >= needed) break;
  }
  return [...placed.values()].slice(0, needed);
}

/** Undated entries last; of equal date by kind, then by id: the same on every engine. */
function readEntries(
  search: Search,
  match: string | null,
  order: 'ASC' | 'DESC',
  most: number,
  offset: number,
): number[] {
  const { text, values } = selectFrom(search, match, null);
  const statement = search.file.prepare(
    `SELECT e.entry ${text} ORDER BY e.day IS NULL, e.day ${order}, e.kind, e.id LIMIT ? OFFSET ?`,
  );
  return entryRows.parse(statement.all(...values, most, offset)).map(({ entry }) => entry);
}

function isAnywhere(search: Search, match: string): boolean {
  const { text, values } = selectFrom(search, match, null);
  return search.file.prepare(`SELECT 1 ${text} LIMIT 1`).get(...values) !== undefined;
}

/** The entries under the name `e` that answer a match expression (null for any), the exclusions and all filters but one. */
function selectFrom(
  { live, excluded, dictionary, query }: Omit<Search, 'wanted'>,
  match: string | null,
  except: Facet | null,
): Sql {
  const { entry, words } = tablesOf(live);
  const filter = narrow(dictionary, query, except);
  const isMatch = `${words} MATCH ?`;
  if (match !== null) {
    const expression = excluded.length === 0 ? match : `(${match}) NOT (${matchAny(excluded)})`;
    const text = `FROM ${words} CROSS JOIN ${entry} e ON e.entry = ${words}.rowid WHERE ${isMatch} AND ${filter.text}`;
    return { text, values: [expression, ...filter.values] };
  }
  if (excluded.length === 0) return { text: `FROM ${entry} e WHERE ${filter.text}`, values: filter.values };
  const text = `FROM ${entry} e WHERE e.entry NOT IN (SELECT rowid FROM ${words} WHERE ${isMatch}) AND ${filter.text}`;
  return { text, values: [matchAny(excluded), ...filter.values] };
}

/** Kind, days and filters, but for the filter of `except`. */
function narrow(dictionary: FacetDictionary, query: SearchQuery, except: Facet | null): Sql {
  const { kind, from, to, filters } = query;
  const conditions: Sql[] = [{ text: '1', values: [] }];
  if (kind !== null) conditions.push({ text: 'e.kind = ?', values: [kind] });
  if (from !== null) conditions.push({ text: 'e.day >= ?', values: [from] });
  if (to !== null) conditions.push({ text: 'e.day <= ?', values: [to] });
  for (const facet of facetNames.filter((name) => name !== except && isFiltered(query, name))) {
    const values = (filters[facet] ?? []).map((value) => dictionary.find(facet, value)).filter((one) => one !== null);
    const has = values.map(() => 'instr(e.facets, ?) > 0').join(' OR ');
    conditions.push({ text: has === '' ? '0' : `(${has})`, values });
  }
  return {
    text: conditions.map((condition) => condition.text).join(' AND '),
    values: conditions.flatMap((condition) => condition.values),
  };
}

/** Of the first hits, those with the reader's accents first; else their order stays. */
function rankAccents({ file, live, wanted }: Search, places: readonly Place[]): Place[] {
  const isExact = new Map<Place, boolean>();
  for (const step of new Set(places.map((place) => place.step))) {
    const columns = searchFields.map((field) => (step.fields.includes(field) ? field : `'' AS ${field}`)).join(', ');
    const statement = file.prepare(`SELECT ${columns} FROM ${tablesOf(live).original} WHERE entry = ?`);
    for (const place of places.slice(0, rerankedHits).filter((one) => one.step === step)) {
      isExact.set(place, hasStepExactly(step, originalRow.parse(statement.get(place.entry)), wanted));
    }
  }
  const [exact, folded] = [true, false].map((value) => places.filter((place) => isExact.get(place) === value));
  return [...(exact ?? []), ...(folded ?? []), ...places.slice(rerankedHits)];
}

function readHit({ file, live, wanted }: Search, entry: number): SearchHit {
  const tables = tablesOf(live);
  const statement = file.prepare(
    `SELECT e.kind, e.id, o.title, o.body, e.day AS date
     FROM ${tables.entry} e JOIN ${tables.original} o USING (entry) WHERE entry = ?`,
  );
  const { kind, id, title, body, date } = hitRow.parse(statement.get(entry));
  const { text: snippet, highlights } = makeSnippet(body, wanted);
  return { kind, id, title, date, snippet, highlights: { title: markWords(title, wanted), snippet: highlights } };
}

function isFiltered({ filters }: SearchQuery, facet: Facet): boolean {
  return (filters[facet] ?? []).length > 0;
}

/** What answers the query, in no order; null when no word is wanted. */
function matchWanted({ wanted }: Pick<Search, 'wanted'>): string | null {
  return wanted.length === 0 ? null : matchAll(wanted);
}

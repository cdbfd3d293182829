/**
 * One query against Meilisearch: how many items answer, what they count up to, and the page asked for.
 *
 * Meilisearch says what answers; the order is that of fields.ts, as on every engine: the steps of relevance are asked
 * for one after the other, and what comes is held against its originals, since Meilisearch takes words of a phrase
 * pair by pair and from several fields. So are the first 200 ranked; after them the rest follows, newest first.
 */
import { z } from 'zod';
import {
  type FacetCount,
  type SearchAnswer,
  type SearchHit,
  type SearchKind,
  type SearchQuery,
  searchKinds,
} from './engine.ts';
import { type Facet, facetNames, forEachFacet, type RelevanceStep, relevanceSteps } from './fields.ts';
import type { Form } from './form.ts';
import { makeSnippet, markWords } from './highlight.ts';
import { limits } from './limits.ts';
import { decodeValue } from './meilisearch-item.ts';
import { askStep, filterForms, filterItems, type StepQuestion, spellWanted } from './meilisearch-query.ts';
import type { MeiliQuestion, MeiliResult } from './meilisearch-server.ts';
import { newestFirst, oldestFirst } from './meilisearch-settings.ts';
import type { Originals } from './originals.ts';
import { hasStepExactly, isOnStep } from './relevance.ts';
import { readWords, type Wanted } from './words.ts';

export type AskMeili = (questions: readonly MeiliQuestion[]) => Promise<readonly MeiliResult[]>;

/** Hits that are ranked. Readers do not look at a tenth page for its relevance. */
const rankedHits = 200;
const mostAtOnce = 50;

/** A query under way. */
interface Search {
  readonly ask: AskMeili;
  readonly query: SearchQuery;
  readonly wanted: readonly Wanted[];
  readonly excluded: readonly Form[];
  readonly hasAccents: boolean;
  /** What every hit answers, for any question. */
  readonly q: string;
  readonly filter: readonly string[];
}

interface Found {
  readonly key: string;
  readonly kind: SearchKind;
  readonly id: string;
  readonly day: number | null;
  readonly originals: Originals;
}

interface Place extends Found {
  readonly step: RelevanceStep;
}

const hitSchema = z.object({
  key: z.string(),
  kind: z.enum(searchKinds),
  id: z.string(),
  day: z.number().nullish(),
  title: z.string().default(''),
  body: z.string().default(''),
  codes: z.array(z.string()).default([]),
  people: z.array(z.string()).default([]),
});
const noWords = { wanted: [], excluded: [], hasAccents: false };
const named = ['key', 'kind', 'id', 'day'] as const;

export async function findOnMeili(ask: AskMeili, query: SearchQuery): Promise<SearchAnswer> {
  const words = readWords(query.text, query.isUnfinished);
  if (words.kind === 'nothing') return { hits: [], total: 0, facets: forEachFacet(() => []) };
  const read = words.kind === 'words' ? words : noWords;
  const search: Search = {
    ask,
    query,
    wanted: read.wanted,
    excluded: read.excluded,
    hasAccents: read.hasAccents,
    q: spellWanted(read.wanted, read.excluded),
    filter: [...filterItems(query, null), ...filterForms(read.wanted)],
  };
  const { total, facets } = await countHits(search);
  const isBeyond = (query.page - 1) * query.perPage >= total;
  const found = isBeyond ? [] : await readPage(search, total);
  return { hits: found.map((one) => toHit(one, read.wanted)), total, facets };
}

async function countHits({ ask, query, wanted, q }: Search): Promise<Pick<SearchAnswer, 'total' | 'facets'>> {
  const filtered = facetNames.filter((facet) => (query.filters[facet] ?? []).length > 0);
  const open = facetNames.filter((facet) => !filtered.includes(facet));
  const count = (except: Facet | null, facets: readonly Facet[]): MeiliQuestion => ({
    q,
    filter: [...filterItems(query, except), ...filterForms(wanted)],
    facets,
    limit: 0,
  });
  const [all, ...others] = await ask([count(null, open), ...filtered.map((facet) => count(facet, [facet]))]);
  const distribution = Object.assign({}, all?.facets, ...others.map(({ facets }) => facets));
  const counted = z.record(z.string(), z.record(z.string(), z.number())).parse(distribution);
  return { total: all?.total ?? 0, facets: forEachFacet((facet) => listValues(counted[facet] ?? {})) };
}

function listValues(counts: Readonly<Record<string, number>>): readonly FacetCount[] {
  return Object.entries(counts)
    .map(([value, count]) => ({ value: decodeValue(value), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, limits.facetValues);
}

async function readPage(search: Search, total: number): Promise<readonly Found[]> {
  const { sort, page, perPage } = search.query;
  const offset = (page - 1) * perPage;
  if (sort !== 'relevance' || search.wanted.length === 0) {
    return askItems(search, { sort: sort === 'oldest' ? oldestFirst : newestFirst, offset, limit: perPage });
  }
  const isRanked = offset < rankedHits;
  const needed = isRanked && !search.hasAccents ? Math.min(offset + perPage, rankedHits) : rankedHits;
  const climbed = await climbSteps(search, Math.min(needed, total));
  const places = search.hasAccents ? rankAccents(climbed, search.wanted) : climbed;
  const ranked = isRanked ? await readTexts(search, places.slice(offset, offset + perPage)) : [];
  const left = Math.min(perPage - ranked.length, total - offset - ranked.length);
  if (left <= 0 || offset + ranked.length < rankedHits) return ranked;
  const filter = [...search.filter, `key NOT IN [${places.map(({ key }) => key).join(', ')}]`];
  const after = offset + ranked.length - rankedHits;
  return [...ranked, ...(await askItems({ ...search, filter }, { sort: newestFirst, offset: after, limit: left }))];
}

/** The first `needed` hits by relevance, each with the texts of its step. */
async function climbSteps(search: Search, needed: number): Promise<readonly Place[]> {
  const placed = new Map<string, Place>();
  const tried = new Set<string>();
  for (const step of relevanceSteps.slice(0, -1)) {
    if (placed.size >= needed) break;
    const questions = askStep(step, search.wanted).filter((question) => !tried.has(JSON.stringify(question)));
    for (const question of questions) tried.add(JSON.stringify(question));
    const candidates =
      step.match === 'near' ? await readNear(search, step, questions) : readStep(search, step, questions);
    for await (const one of candidates) {
      if (!placed.has(one.key)) placed.set(one.key, { ...one, step });
      if (placed.size >= needed) break;
    }
  }
  const rest = relevanceSteps.at(-1);
  for (let offset = 0; rest !== undefined && placed.size < needed; offset += mostAtOnce) {
    const found = await askItems(search, { sort: newestFirst, offset, limit: mostAtOnce }, fieldsOf(rest));
    for (const one of found) if (!placed.has(one.key)) placed.set(one.key, { ...one, step: rest });
    if (found.length < mostAtOnce) break;
  }
  return [...placed.values()].slice(0, needed);
}

/** What answers a step, newest first, as long as somebody asks. */
async function* readStep(
  search: Search,
  step: RelevanceStep,
  questions: readonly StepQuestion[],
): AsyncGenerator<Found> {
  let open: readonly StepList[] = questions.map((question) => ({ question, offset: 0, ahead: [] }));
  while (open.length > 0) {
    const empty = open.filter(({ ahead }) => ahead.length === 0);
    const fresh = await askForStep(
      search,
      step,
      empty.map(({ question, offset }) => ({ question, offset, sort: newestFirst })),
    );
    open = open.map((one) => ({ ...one, ahead: one.ahead.length > 0 ? one.ahead : (fresh[empty.indexOf(one)] ?? []) }));
    open = open.filter(({ ahead }) => ahead.length > 0);
    // Up to where every list is known, the lists can be put together.
    while (open.length > 0 && open.every(({ ahead }) => ahead.length > 0)) {
      const next = open.reduce((best, one) => (compareNewest(one.ahead[0], best.ahead[0]) < 0 ? one : best));
      const [first, ...ahead] = next.ahead;
      open = open.map((one) => (one === next ? { ...one, ahead, offset: one.offset + 1 } : one));
      if (first !== undefined && isOnStep(step, first.originals, search.wanted) && (await isAllowed(search, first)))
        yield first;
    }
  }
}

/** The items that stand nearest together, of which those that are near enough are on the step, newest first. */
async function readNear(
  search: Search,
  step: RelevanceStep,
  questions: readonly StepQuestion[],
): Promise<readonly Found[]> {
  const lists = await askForStep(
    search,
    step,
    questions.map((question) => ({ question, offset: 0, sort: null })),
  );
  const near: Found[] = [];
  for (const one of new Map(lists.flat().map((found) => [found.key, found])).values())
    if (isOnStep(step, one.originals, search.wanted) && (await isAllowed(search, one))) near.push(one);
  return near.sort(compareNewest);
}

/** What is known of the answers to one question, and from where on it is not. */
interface StepList {
  readonly question: StepQuestion;
  readonly offset: number;
  readonly ahead: readonly Found[];
}

interface StepPage {
  readonly question: StepQuestion;
  readonly offset: number;
  readonly sort: readonly string[] | null;
}

async function askForStep(
  search: Search,
  step: RelevanceStep,
  pages: readonly StepPage[],
): Promise<readonly (readonly Found[])[]> {
  const results = await search.ask(
    pages.map(({ question, offset, sort }) => ({
      ...question,
      filter: search.filter,
      ...(sort !== null && { sort }),
      attributesToRetrieve: fieldsOf(step),
      offset,
      limit: sort === null ? rankedHits : mostAtOnce,
    })),
  );
  return results.map(({ hits }) => hits.map(toFound));
}

/** A question about some fields sees exclusions in these alone: where there are any, the whole query is asked once more. */
async function isAllowed({ ask, q, filter, excluded }: Search, { key }: Found): Promise<boolean> {
  if (excluded.length === 0) return true;
  const [result] = await ask([{ q, filter: [...filter, `key = ${key}`], limit: 0 }]);
  return (result?.total ?? 0) > 0;
}

async function askItems(
  { ask, q, filter }: Search,
  page: { readonly sort: readonly string[]; readonly offset: number; readonly limit: number },
  fields: readonly string[] = [...named, 'title', 'body'],
): Promise<readonly Found[]> {
  const [result] = await ask([{ q, filter, attributesToRetrieve: fields, ...page }]);
  return (result?.hits ?? []).map(toFound);
}

/** The same hits with title and body, for showing them. */
async function readTexts({ ask }: Search, places: readonly Place[]): Promise<readonly Found[]> {
  if (places.length === 0) return [];
  const filter = [`key IN [${places.map(({ key }) => key).join(', ')}]`];
  const [result] = await ask([
    { q: '', filter, attributesToRetrieve: [...named, 'title', 'body'], limit: places.length },
  ]);
  const texts = new Map((result?.hits ?? []).map((hit) => toFound(hit)).map((found) => [found.key, found]));
  return places.flatMap(({ key }) => texts.get(key) ?? []);
}

/** Those with the reader's accents first; else their order stays. */
function rankAccents(places: readonly Place[], wanted: readonly Wanted[]): readonly Place[] {
  const exact = new Set(places.filter(({ step, originals }) => hasStepExactly(step, originals, wanted)));
  return [...exact, ...places.filter((place) => !exact.has(place))];
}

function fieldsOf({ fields }: RelevanceStep): readonly string[] {
  return [...named, ...fields];
}

/** Undated last; of equal day by kind, then by id: the same on every engine. */
function compareNewest(one: Found | undefined, other: Found | undefined): number {
  const [a, b] = [one?.day ?? 0, other?.day ?? 0];
  if (a !== b) return b - a;
  const [left, right] = [`${one?.kind} ${one?.id}`, `${other?.kind} ${other?.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

function toFound(hit: unknown): Found {
  const { key, kind, id, day = null, title, body, codes, people } = hitSchema.parse(hit);
  return { key, kind, id, day, originals: { title, body, codes: codes.join('\n'), people: people.join('\n') } };
}

function toHit({ kind, id, day, originals: { title, body } }: Found, wanted: readonly Wanted[]): SearchHit {
  const { text: snippet, highlights } = makeSnippet(body, wanted);
  const date = day === null ? null : String(day).replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3');
  return { kind, id, title, date, snippet, highlights: { title: markWords(title, wanted), snippet: highlights } };
}

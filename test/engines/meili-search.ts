/**
 * How the stand-in of fake-meilisearch.ts searches: the rules of Meilisearch 1.50 as far as the engine relies on them.
 *
 * Words in quotes are taken as they stand, a bare last word as a beginning, `-` excludes; nothing after the tenth part
 * is read. As there, a phrase is made of pairs that may stand anywhere in a document, of words that must stand in the
 * attributes asked for: whoever trusts it blindly is found out.
 */
import { z } from 'zod';

export type Stored = Readonly<Record<string, unknown>>;

export const questionSchema = z.object({
  indexUid: z.string(),
  q: z.string(),
  filter: z.array(z.string()),
  matchingStrategy: z.literal('all'),
  attributesToRetrieve: z.array(z.string()),
  attributesToSearchOn: z.array(z.string()).optional(),
  sort: z.array(z.string().regex(/^[a-z]+:(?:asc|desc)$/)).optional(),
  facets: z.array(z.string()).optional(),
  offset: z.number().int().min(0).optional(),
  limit: z.number().int().min(0).optional(),
  page: z.number().int().min(1).optional(),
  hitsPerPage: z.number().int().min(0).optional(),
});
type Question = z.infer<typeof questionSchema>;

const mostParts = 10;
/** Stands between the entries of a list, where Meilisearch leaves a gap of eight words. */
const gap = Array.from({ length: 8 }, () => '\u0000');

export function searchStored(documents: readonly Stored[], searchable: readonly string[], question: Question) {
  const { q, filter, attributesToSearchOn = searchable, sort, facets = [], attributesToRetrieve } = question;
  const { wanted, excluded } = readParts(q);
  const found = documents
    .filter((one) => filter.every((condition) => answers(one, condition)))
    .filter((one) => {
      const all = wordsOf(one, searchable);
      const here = wordsOf(one, attributesToSearchOn);
      return wanted.every((part) => holds(here, all, part)) && !excluded.some((part) => holds(here, all, part));
    });
  const ordered = sort === undefined ? found.toSorted(byNearness(wanted, searchable)) : found.toSorted(byFields(sort));
  const isCounted = question.hitsPerPage !== undefined;
  const limit = question.hitsPerPage ?? question.limit ?? 20;
  const offset = isCounted ? 0 : (question.offset ?? 0);
  return {
    hits: ordered.slice(offset, offset + limit).map((one) => pick(one, attributesToRetrieve)),
    ...(isCounted ? { totalHits: found.length } : { estimatedTotalHits: found.length }),
    facetDistribution: Object.fromEntries(facets.map((facet) => [facet, countValues(found, facet)])),
  };
}

/** One condition of a filter: `a = "b"`, `a IN [b, c]`, `a NOT IN [b]`, `a >= 1`. */
export function answers(document: Stored, condition: string): boolean {
  const match = /^(?<name>\w+) (?<sign>=|>=|<=|IN|NOT IN) (?<value>.*)$/.exec(condition);
  if (match?.groups === undefined) throw new Error(`filter not understood: ${condition}`);
  const { name = '', sign = '', value = '' } = match.groups;
  const held = [document[name]].flat();
  const listed = [...value.replace(/^\[|\]$/g, '').matchAll(/"([^"]*)"|([\w-]+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
  if (sign === '>=' || sign === '<=') {
    const [number] = held;
    if (typeof number !== 'number') return false;
    return sign === '>=' ? number >= Number(value) : number <= Number(value);
  }
  const isIn = held.some((one) => typeof one === 'string' && listed.includes(one));
  return sign === 'NOT IN' ? !isIn : isIn;
}

export function pick(document: Stored, fields: readonly string[]): Stored {
  return Object.fromEntries(fields.flatMap((field) => (field in document ? [[field, document[field]]] : [])));
}

interface Part {
  readonly words: readonly string[];
  readonly isBegun: boolean;
}

function readParts(q: string): { readonly wanted: readonly Part[]; readonly excluded: readonly Part[] } {
  const wanted: Part[] = [];
  const excluded: Part[] = [];
  for (const [whole, minus, quoted, bare] of q.matchAll(/(-?)(?:"([^"]*)"|([^\s"]+))/g)) {
    if (wanted.length >= mostParts) break;
    const isLast = q.endsWith(whole);
    const part = { words: (quoted ?? bare ?? '').split(' '), isBegun: bare !== undefined && isLast };
    (minus === '-' ? excluded : wanted).push(part);
  }
  return { wanted, excluded };
}

function wordsOf(document: Stored, attributes: readonly string[]): readonly string[] {
  return attributes.flatMap((name) =>
    [document[name]].flat().flatMap((text) => (typeof text === 'string' ? [...text.split(' '), ...gap] : [])),
  );
}

function holds(here: readonly string[], all: readonly string[], { words, isBegun }: Part): boolean {
  const [only] = words;
  if (isBegun) return here.some((word) => word.startsWith(only ?? ''));
  if (!words.every((word) => here.includes(word))) return false;
  return words.every((word, at) =>
    [1, 2].every((ahead) => {
      const next = words[at + ahead];
      return next === undefined || isWithin(all, word, next, ahead);
    }),
  );
}

function isWithin(all: readonly string[], word: string, next: string, distance: number): boolean {
  return all.some((one, at) => one === word && all.slice(at + 1, at + 1 + distance).includes(next));
}

function byFields(sort: readonly string[]): (one: Stored, other: Stored) => number {
  const rules = sort.map((rule) => rule.split(':'));
  return (one, other) => {
    for (const [name = '', order] of rules) {
      const [a, b] = [one[name], other[name]];
      // What has no value comes last, whatever the order.
      if (a === null || b === null) {
        if (a !== b) return a === null ? 1 : -1;
      } else if (a !== b) {
        const isLess = typeof a === 'number' && typeof b === 'number' ? a < b : String(a) < String(b);
        return isLess === (order === 'asc') ? -1 : 1;
      }
    }
    return 0;
  };
}

/** Sums of distances up to eight, as Meilisearch ranks; the newest first among equals. */
function byNearness(parts: readonly Part[], attributes: readonly string[]): (one: Stored, other: Stored) => number {
  const cost = (document: Stored): number => {
    const words = wordsOf(document, attributes);
    let sum = 0;
    for (const [at, part] of parts.entries()) {
      const [left, right] = [part.words.at(-1) ?? '', parts[at + 1]?.words[0]];
      if (right === undefined) continue;
      sum += [1, 2, 3, 4, 5, 6, 7].find((distance) => isWithin(words, left, right, distance)) ?? 8;
    }
    return sum;
  };
  return (one, other) => cost(one) - cost(other) || Number(other['day'] ?? 0) - Number(one['day'] ?? 0);
}

function countValues(documents: readonly Stored[], facet: string): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const document of documents) {
    for (const value of [document[facet]].flat())
      if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

/**
 * The Meilisearch engine: an index on a server of its own, for archives that have one.
 *
 * How far in the archive's changes the index has come is a document of the index itself, written by whoever made the
 * index: one that was deleted, or that the server made by itself when documents came in, has none and is never taken
 * for complete. A rebuild fills a second index and the two are swapped in one step, position and settings included.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  type IndexDifference,
  type ItemKey,
  type SearchEngine,
  type SearchHealth,
  type SearchItem,
  searchKinds,
} from './engine.ts';
import { checkItem, checkQuery, limits } from './limits.ts';
import { isRefusal } from './meilisearch-attempts.ts';
import { findOnMeili } from './meilisearch-find.ts';
import { documentKey, toDayNumber, toDocument } from './meilisearch-item.ts';
import { openMeiliKeys } from './meilisearch-keys.ts';
import { mostParts } from './meilisearch-query.ts';
import {
  type MeiliAddress,
  type MeiliPatience,
  type MeiliServer,
  searchPatience,
  usualPatience,
} from './meilisearch-server.ts';
import { attributesOf, indexMake, metaKey, newestFirst } from './meilisearch-settings.ts';
import { isSameText, originalsOf } from './originals.ts';
import { countNames, itemsForNames, readNameWords } from './people.ts';

export interface MeilisearchOptions extends MeiliAddress {
  /** Letters, digits and dashes. Two archives on one server need two names. */
  readonly index: string;
  readonly patience?: MeiliPatience;
  /** False to use the given key as it is, even where it may make keys. Default true. */
  readonly makesKeys?: boolean;
}

/** Items read into one rebuild request, and keys in one answer. */
const keysAtOnce = 5000;
const comparedAtOnce = 100;
const wordsAtOnce = 200;

const metaSchema = z.object({
  make: z.string(),
  /** Another for each index that was ever made. */
  generation: z.string(),
  position: z.number().nullable(),
  reason: z.enum(['new', 'damaged', 'cleared']),
});
type Meta = z.infer<typeof metaSchema>;
const keySchema = z.object({ kind: z.enum(searchKinds), id: z.string() });
const heldSchema = z.object({
  key: z.string(),
  day: z.number().nullable(),
  title: z.string(),
  body: z.string(),
  codes: z.array(z.string()),
  people: z.array(z.string()),
});

/** Connects when first asked something; a server that cannot be reached shows in `health` and in what fails. */
export function openMeilisearch(options: MeilisearchOptions): SearchEngine {
  const { index, patience = usualPatience, makesKeys = true, host, apiKey } = options;
  const keys = openMeiliKeys({ host, apiKey }, makesKeys ? index : null, {
    reading: searchPatience,
    writing: patience,
  });
  const next = `${index}_next`;
  let isClosed = false;
  /** The index that `put` wrote to; what comes after must find the same. */
  let generation: string | null = null;

  return {
    name: 'meilisearch',
    capabilities: { toleratesTypos: false, ranksAccents: true, countsExactly: true, mostWords: mostParts },
    async put(items) {
      items.forEach(checkItem);
      const last = new Map(items.map((item) => [documentKey(item), item]));
      const server = await keys.writing(isOpen());
      await claimIndex(server);
      await server.addDocuments(index, [...last.values()].map(toDocument));
    },
    async remove(gone) {
      const server = await keys.writing(isOpen());
      await claimIndex(server);
      if (gone.length > 0) await server.removeDocuments(index, gone.map(documentKey));
    },
    async find(query) {
      checkQuery(query);
      const server = await keys.reading(isOpen());
      return orEmpty({ ...nothing }, () => findOnMeili((questions) => server.ask(index, questions), query));
    },
    async countWords(words) {
      const server = await keys.reading(isOpen());
      const counts = new Map<string, number>(words.map((word) => [word, 0]));
      for (let start = 0; start < words.length; start += wordsAtOnce) {
        const some = words.slice(start, start + wordsAtOnce);
        const found = await orEmpty([], () =>
          server.ask(
            index,
            some.map((word) => ({ q: `"${word}"`, filter: [isItem], limit: 0 })),
          ),
        );
        for (const [at, word] of some.entries()) counts.set(word, Math.min(found[at]?.total ?? 0, limits.wordCount));
      }
      return counts;
    },
    async findPeople(text, most) {
      const words = readNameWords(text);
      if (words.length === 0) return [];
      const server = await keys.reading(isOpen());
      // Only the last word of a query is taken as a beginning; earlier ones have been typed to their end.
      const q = [...words.slice(0, -1).map((word) => `"${word}"`), words.at(-1)].join(' ');
      const [found] = await orEmpty([], () =>
        server.ask(index, [
          {
            q,
            filter: [isItem],
            sort: newestFirst,
            attributesToSearchOn: attributesOf.people,
            attributesToRetrieve: ['people'],
            limit: itemsForNames,
          },
        ]),
      );
      const lists = z.array(z.object({ people: z.array(z.string()) })).parse(found?.hits ?? []);
      return countNames(
        lists.map(({ people }) => people),
        words,
        most,
      );
    },
    compare,
    keys: readKeys,
    rebuild,
    async savePosition(position) {
      const server = await keys.writing(isOpen());
      const meta = await claimIndex(server);
      await writeMeta(server, index, { ...meta, position });
    },
    health,
    async clear() {
      const server = await keys.writing(isOpen());
      await server.deleteIndex(next);
      await makeIndex(server, next, 'cleared');
      await swapIn(server);
    },
    async close() {
      isClosed = true;
    },
  };

  function isOpen(): true {
    if (isClosed) throw new Error('Cannot use the Meilisearch index: it was closed');
    return true;
  }

  async function compare(items: readonly SearchItem[]): Promise<IndexDifference> {
    const server = await keys.writing(isOpen());
    const missing: ItemKey[] = [];
    const stale: ItemKey[] = [];
    for (let start = 0; start < items.length; start += comparedAtOnce) {
      const some = items.slice(start, start + comparedAtOnce);
      const filter = `key IN [${some.map(documentKey).join(', ')}]`;
      const fields = Object.keys(heldSchema.shape);
      const found = await orEmpty([], () => server.fetchDocuments(index, { fields, filter, limit: some.length }));
      const held = new Map(found.map((one) => heldSchema.parse(one)).map((one) => [one.key, one]));
      for (const item of some) {
        const key = { kind: item.kind, id: item.id };
        const one = held.get(documentKey(item));
        if (one === undefined) missing.push(key);
        else if (one.day !== (item.date === null ? null : toDayNumber(item.date)) || !isHeldSo(one, item))
          stale.push(key);
      }
    }
    return { missing, stale };
  }

  async function* readKeys(): AsyncGenerator<readonly ItemKey[]> {
    const server = await keys.writing(isOpen());
    for (let offset = 0; ; offset += keysAtOnce) {
      const found = await orEmpty([], () =>
        server.fetchDocuments(index, { fields: ['kind', 'id'], filter: isItem, limit: keysAtOnce, offset }),
      );
      if (found.length === 0) return;
      yield found.map((one) => keySchema.parse(one));
    }
  }

  async function rebuild(batches: AsyncIterable<readonly SearchItem[]>, position: number): Promise<void> {
    const server = await keys.writing(isOpen());
    await server.deleteIndex(next);
    try {
      const meta = await makeIndex(server, next, 'new');
      let waiting: SearchItem[] = [];
      for await (const batch of batches) {
        batch.forEach(checkItem);
        waiting.push(...batch);
        if (waiting.length < itemsAtOnce) continue;
        await server.addDocuments(next, waiting.map(toDocument));
        waiting = [];
      }
      await server.addDocuments(next, waiting.map(toDocument));
      await writeMeta(server, next, { ...meta, position });
    } catch (error) {
      // The live index is untouched; what cannot be dropped now is dropped before the next rebuild.
      await server.deleteIndex(next).catch(() => {});
      throw error;
    }
    await swapIn(server);
  }

  async function swapIn(server: MeiliServer): Promise<void> {
    if (!(await server.hasIndex(index))) await makeIndex(server, index, 'new');
    await server.swapIndexes(index, next);
    generation = (await readMeta(server))?.generation ?? null;
    await server.deleteIndex(next);
  }

  async function health(): Promise<SearchHealth> {
    try {
      const server = await keys.reading(isOpen());
      await server.checkVersion();
      if (!(await server.hasIndex(index))) return { kind: 'needs-rebuild', items: 0, reason: 'new' };
      const meta = await readMeta(server);
      const items = Math.max(0, (await server.countDocuments(index)) - (meta === null ? 0 : 1));
      if (meta === null) return { kind: 'needs-rebuild', items, reason: 'damaged' };
      if (meta.make !== indexMake) return { kind: 'needs-rebuild', items, reason: 'outdated' };
      if (meta.position === null) return { kind: 'needs-rebuild', items, reason: meta.reason };
      generation = meta.generation;
      return { kind: 'ready', items, position: meta.position };
    } catch (error) {
      return { kind: 'unreachable', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Makes sure that the index is ours and the one that was written to before; makes it where there is none. */
  async function claimIndex(server: MeiliServer): Promise<Meta> {
    const found = (await server.hasIndex(index)) ? await readMeta(server) : null;
    const isLost = generation !== null && found?.generation !== generation;
    if (isLost) {
      generation = null;
      throw new Error(
        `Cannot go on with the index ${index}: expected the one that was there before, found ${found === null ? 'none' : 'another'}; index again`,
      );
    }
    const meta = found ?? (await makeIndex(server, index, 'new'));
    generation = meta.generation;
    return meta;
  }

  async function makeIndex(server: MeiliServer, name: string, reason: Meta['reason']): Promise<Meta> {
    await server.createIndex(name);
    const meta: Meta = { make: indexMake, generation: randomUUID(), position: null, reason };
    await writeMeta(server, name, meta);
    return meta;
  }

  async function readMeta(server: MeiliServer): Promise<Meta | null> {
    const [found] = await orEmpty([], () =>
      server.fetchDocuments(index, { fields: Object.keys(metaSchema.shape), filter: `key = ${metaKey}`, limit: 1 }),
    );
    return metaSchema.safeParse(found).data ?? null;
  }
}

/** Documents of a request while rebuilding; requests are cut by bytes besides. */
const itemsAtOnce = 1000;
const isItem = `kind IN [${searchKinds.join(', ')}]`;
const nothing = {
  hits: [],
  total: 0,
  facets: { type: [], issuer: [], level: [], source: [], year: [], meeting_kind: [], purpose: [] },
};

function writeMeta(server: MeiliServer, name: string, meta: Meta): Promise<void> {
  return server.addDocuments(name, [{ key: metaKey, ...meta }]);
}

/** What an index answers that is not there, or that the server made by itself and in which nothing can be asked for. */
async function orEmpty<T>(empty: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const codes = ['index_not_found', 'invalid_search_filter', 'invalid_document_filter', 'invalid_search_sort'];
    if (codes.some((code) => isRefusal(error, code))) return empty;
    throw error;
  }
}

function isHeldSo(held: z.infer<typeof heldSchema>, item: SearchItem): boolean {
  const { title, body, codes, people } = held;
  return isSameText({ title, body, codes: codes.join('\n'), people: people.join('\n') }, originalsOf(item));
}

/**
 * Talking to one Meilisearch server: whole answers or a clear error, tasks followed to their end.
 *
 * How often is tried, and what is said where nothing helps, is told in meilisearch-attempts.ts. Every answer is read
 * through a schema.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import { z } from 'zod';
import { attemptPatiently, isRefusal, MeiliRefusal } from './meilisearch-attempts.ts';
import type { MeiliDocument } from './meilisearch-item.ts';
import { indexSettings, oldestVersion } from './meilisearch-settings.ts';

export interface MeiliAddress {
  /** Such as `http://127.0.0.1:7700`. */
  readonly host: string;
  /** Null where the server asks for none. */
  readonly apiKey: string | null;
}

export interface MeiliQuestion {
  readonly q: string;
  readonly filter: readonly string[];
  readonly sort?: readonly string[];
  readonly attributesToSearchOn?: readonly string[];
  readonly attributesToRetrieve?: readonly string[];
  readonly facets?: readonly string[];
  readonly offset?: number;
  /** 0 for the count alone. */
  readonly limit: number;
}

export interface MeiliResult {
  readonly hits: readonly unknown[];
  readonly total: number;
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface MeiliServer {
  /** All questions in one request, answers in their order. */
  ask(index: string, questions: readonly MeiliQuestion[]): Promise<readonly MeiliResult[]>;
  /** Documents by key, or page by page. */
  fetchDocuments(index: string, wanted: DocumentsWanted): Promise<readonly unknown[]>;
  countDocuments(index: string): Promise<number>;
  /** Adds or replaces, in requests of some megabytes. Done when they are found. */
  addDocuments(index: string, documents: readonly MeiliDocument[]): Promise<void>;
  removeDocuments(index: string, keys: readonly string[]): Promise<void>;
  hasIndex(index: string): Promise<boolean>;
  createIndex(index: string): Promise<void>;
  deleteIndex(index: string): Promise<void>;
  swapIndexes(one: string, other: string): Promise<void>;
  /** @throws Error when it is older than this program can use. */
  checkVersion(): Promise<void>;
}

export interface DocumentsWanted {
  readonly fields: readonly string[];
  readonly limit: number;
  readonly offset?: number;
  readonly filter?: string;
}

/** Times in milliseconds. */
export interface MeiliPatience {
  /** Until a request is given up. */
  readonly requestMs: number;
  /** Before each further attempt; as many attempts as there are pauses, and one. */
  readonly pausesMs: readonly number[];
  /** Until a task is given up: a settings change over a large index takes minutes. */
  readonly taskMs: number;
}

export const usualPatience: MeiliPatience = { requestMs: 60_000, pausesMs: [200, 1000, 3000], taskMs: 3_600_000 };
export const searchPatience: MeiliPatience = { requestMs: 5000, pausesMs: [], taskMs: 0 };

/** Bytes of a request; servers behind a proxy take no more. */
const mostBytes = 8_000_000;
const mostDocuments = 2000;

const multiSchema = z.object({
  results: z.array(
    z.object({
      hits: z.array(z.unknown()),
      totalHits: z.number().optional(),
      estimatedTotalHits: z.number().optional(),
      facetDistribution: z.record(z.string(), z.record(z.string(), z.number())).optional(),
    }),
  ),
});
const documentsSchema = z.object({ results: z.array(z.unknown()) });
const enqueuedSchema = z.object({ taskUid: z.number() });
const taskSchema = z.object({
  uid: z.number(),
  status: z.enum(['enqueued', 'processing', 'succeeded', 'failed', 'canceled']),
  type: z.string(),
  error: z.object({ message: z.string(), code: z.string() }).nullish(),
});
const versionSchema = z.object({ pkgVersion: z.string() });
const statsSchema = z.object({ numberOfDocuments: z.number() });

export function connectMeili(address: MeiliAddress, patience: MeiliPatience): MeiliServer {
  const client = createClient(address, patience.requestMs);
  const attempt = <T>(doing: string, work: () => Promise<T>): Promise<T> =>
    attemptPatiently(address.host, doing, patience.pausesMs, work);

  return {
    ask,
    fetchDocuments: async (index, { fields, limit, offset = 0, filter }) => {
      const wanted = { fields: [...fields], limit, offset, ...(filter !== undefined && { filter }) };
      const found: unknown = await attempt('read documents', () => client.index(index).getDocuments(wanted));
      return documentsSchema.parse(found).results;
    },
    countDocuments: async (index) => {
      const stats: unknown = await attempt('count documents', () => client.index(index).getStats());
      return statsSchema.parse(stats).numberOfDocuments;
    },
    addDocuments: async (index, documents) => {
      for (const batch of cutBatches(documents)) {
        await follow('add documents', () => client.index(index).addDocuments([...batch], { primaryKey: 'key' }));
      }
    },
    removeDocuments: async (index, keys) => {
      for (let start = 0; start < keys.length; start += mostDocuments) {
        const some = keys.slice(start, start + mostDocuments);
        await follow('remove documents', () => client.index(index).deleteDocuments(some));
      }
    },
    hasIndex: async (index) => {
      try {
        await attempt('look for the index', () => client.getRawIndex(index));
        return true;
      } catch (error) {
        if (isRefusal(error, 'index_not_found')) return false;
        throw error;
      }
    },
    createIndex: async (index) => {
      await follow('create the index', () => client.createIndex(index, { primaryKey: 'key' }), [
        'index_already_exists',
      ]);
      await follow('set the index up', () => client.index(index).updateSettings(indexSettings));
    },
    deleteIndex: async (index) => {
      await follow('delete the index', () => client.deleteIndex(index), ['index_not_found']);
    },
    swapIndexes: async (one, other) => {
      await follow('swap the indexes', () => client.swapIndexes([{ indexes: [one, other], rename: false }]));
    },
    checkVersion: async () => {
      const answer = await attempt('ask for the version', () => client.getVersion()).catch((error: unknown) => {
        // A key of single indexes may not ask; a wrong one is refused at the next question.
        if (error instanceof MeiliRefusal && error.status === 403) return null;
        throw error;
      });
      if (answer !== null) demandVersion(address.host, versionSchema.parse(answer).pkgVersion);
    },
  };

  async function ask(index: string, questions: readonly MeiliQuestion[]): Promise<readonly MeiliResult[]> {
    if (questions.length === 0) return [];
    const queries = questions.map((question) => toQuery(index, question));
    const answer: unknown = await attempt('search', () => client.multiSearch({ queries }));
    const { results } = multiSchema.parse(answer);
    if (results.length !== queries.length)
      throw new Error(
        `Cannot search ${address.host}: expected ${queries.length} answers, got ${results.length}; is something between that alters answers?`,
      );
    return results.map(({ hits, totalHits, estimatedTotalHits, facetDistribution }) => ({
      hits,
      total: totalHits ?? estimatedTotalHits ?? 0,
      facets: facetDistribution ?? {},
    }));
  }

  /** Hands a task in and waits until it is done; codes of failure in `harmless` count as done. */
  async function follow(
    doing: string,
    enqueue: () => Promise<unknown>,
    harmless: readonly string[] = [],
  ): Promise<void> {
    const { taskUid } = enqueuedSchema.parse(await attempt(doing, enqueue));
    const until = Date.now() + patience.taskMs;
    for (let pause = 5; ; pause = Math.min(pause * 1.5, 1000)) {
      const task = taskSchema.parse(await attempt(doing, () => client.tasks.getTask(taskUid)));
      if (task.status === 'succeeded' || harmless.includes(task.error?.code ?? '')) return;
      if (task.status === 'failed' || task.status === 'canceled')
        throw new Error(
          `Cannot ${doing} on ${address.host}: expected task ${taskUid} to succeed, it ${task.status === 'failed' ? 'failed' : 'was canceled'}: ${task.error?.message ?? 'no reason given'}`,
        );
      if (Date.now() > until)
        throw new Error(
          `Cannot ${doing} on ${address.host}: task ${taskUid} is still ${task.status} after ${patience.taskMs} ms; look at the server's tasks`,
        );
      await sleep(pause);
    }
  }
}

export function createClient({ host, apiKey }: MeiliAddress, timeout: number): Meilisearch {
  return new Meilisearch({
    host,
    timeout,
    ...(apiKey !== null && { apiKey }),
    // Compressed answers were held back for 40 ms each.
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  });
}

function demandVersion(host: string, version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestVersion;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Cannot use Meilisearch ${version} on ${host}: expected ${oldestVersion.join('.')} or newer; update the server`,
  );
}

function toQuery(indexUid: string, question: MeiliQuestion) {
  const { q, filter, sort, attributesToSearchOn, attributesToRetrieve, facets, offset = 0, limit } = question;
  return {
    indexUid,
    q,
    filter: [...filter],
    matchingStrategy: 'all' as const,
    attributesToRetrieve: [...(attributesToRetrieve ?? ['key'])],
    ...(sort && { sort: [...sort] }),
    ...(attributesToSearchOn && { attributesToSearchOn: [...attributesToSearchOn] }),
    ...(facets && { facets: [...facets] }),
    // Pages are counted to the end, offsets are not.
    ...(limit === 0 ? { page: 1, hitsPerPage: 0 } : { offset, limit }),
  };
}

function* cutBatches(documents: readonly MeiliDocument[]): Generator<readonly MeiliDocument[]> {
  let batch: MeiliDocument[] = [];
  let bytes = 0;
  for (const document of documents) {
    const size = Buffer.byteLength(JSON.stringify(document));
    if (batch.length > 0 && (bytes + size > mostBytes || batch.length >= mostDocuments)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(document);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

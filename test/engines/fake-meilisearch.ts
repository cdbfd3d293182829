/**
 * A stand-in for a Meilisearch server, for trying faults that a real one will not show when asked to.
 *
 * It speaks the addresses that the engine uses, in the shapes of Meilisearch 1.50 (its routes and the types of its
 * client), keeps documents in memory and does tasks a little later. What it proves about searching is only that the
 * engine asks consistent questions: the conformance suite is for real servers.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { answers, pick, questionSchema, type Stored, searchStored } from './meili-search.ts';

/** What a request is answered instead; null to let it through. */
export type Fault = (request: AskedOf) => { readonly status: number; readonly code: string } | 'hang-up' | null;

export interface AskedOf {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly key: string | null;
  /** How many requests came before. */
  readonly nth: number;
}

export interface FakeMeilisearch {
  readonly host: string;
  readonly asked: readonly AskedOf[];
  readonly indexes: Map<string, FakeIndex>;
  /** Keys handed out, by their id, with what they may do. */
  readonly keys: ReadonlyMap<string, { readonly key: string; readonly actions: readonly string[] }>;
  fault: Fault | null;
  /** The message with which the next tasks of this type fail. */
  failing: { readonly type: string; readonly message: string } | null;
  version: string;
  deleteIndex(name: string): void;
  deleteDocuments(name: string, share: number): void;
  /** Stops listening and cuts all connections; documents and tasks stay, as on a disk. */
  kill(): Promise<void>;
  /** Listens again where it did before. */
  start(): Promise<void>;
}

export interface FakeIndex {
  documents: Map<string, Stored>;
  settings: Record<string, unknown>;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const documentsSchema = z.array(z.record(z.string(), z.unknown()));
/** The key that a server with `asksForKey` knows at first. */
export const masterKey = 'the-master-key';

export async function startFakeMeilisearch(options: { readonly asksForKey?: boolean } = {}): Promise<FakeMeilisearch> {
  const indexes = new Map<string, FakeIndex>();
  const keys = new Map<string, { readonly key: string; readonly actions: readonly string[] }>();
  const tasks: { readonly type: string; readonly run: () => string | null; status: string; error: unknown }[] = [];
  const asked: AskedOf[] = [];
  let port = 0;

  const server = createServer((request, response) => void take(request, response));
  const fake: FakeMeilisearch = {
    get host() {
      return `http://127.0.0.1:${port}`;
    },
    asked,
    indexes,
    keys,
    fault: null,
    failing: null,
    version: '1.50.0',
    deleteIndex: (name) => void indexes.delete(name),
    deleteDocuments: (name, share) => {
      const held = indexes.get(name)?.documents;
      const items = [...(held?.keys() ?? [])].filter((key) => key !== 'meta');
      for (const key of items.slice(0, Math.ceil(items.length * share))) held?.delete(key);
    },
    kill: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    start,
  };
  await start();
  return fake;

  async function start(): Promise<void> {
    await new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', () => resolve());
    });
    port = z.object({ port: z.number() }).parse(server.address() satisfies AddressInfo | string | null).port;
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    const text = Buffer.concat(parts).toString('utf8');
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const one: AskedOf = {
      method: request.method ?? '',
      path: url.pathname,
      body: text === '' ? null : JSON.parse(text),
      key: request.headers.authorization?.replace('Bearer ', '') ?? null,
      nth: asked.length,
    };
    asked.push(one);
    const fault = fake.fault?.(one) ?? null;
    if (fault === 'hang-up') return void request.socket.destroy();
    const { status, body } = fault === null ? answer(one, url.searchParams) : refusal(fault.status, fault.code);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body === null ? '' : JSON.stringify(body));
  }

  function answer(one: AskedOf, given: URLSearchParams): Reply {
    const isKnown = one.key === masterKey || [...keys.values()].some(({ key }) => key === one.key);
    if (options.asksForKey && !isKnown) return refusal(403, 'invalid_api_key');
    const [room = '', name = '', what = '', more = ''] = one.path.split('/').slice(1);
    if (room === 'version') return { status: 200, body: { commitSha: '', commitDate: '', pkgVersion: fake.version } };
    if (room === 'keys')
      return one.key === masterKey || !options.asksForKey ? answerKeys(one, name) : refusal(403, 'invalid_api_key');
    if (room === 'tasks') return readTask(Number(name));
    if (room === 'multi-search') return search(one.body);
    if (room === 'swap-indexes') return swap(one.body);
    if (room === 'indexes' && name === '') return createIndex(one.body);
    if (room !== 'indexes') return refusal(404, 'not_found');
    if (what === 'documents' && one.method === 'POST' && more === '') return addDocuments(name, one.body);
    if (what === 'settings') return changeSettings(name, one.body);
    const index = indexes.get(name);
    if (one.method === 'DELETE')
      return enqueue('indexDeletion', () => (indexes.delete(name) ? null : 'index_not_found'));
    if (index === undefined) return refusal(404, 'index_not_found');
    if (what === '') return { status: 200, body: { uid: name, primaryKey: 'key', createdAt: '', updatedAt: '' } };
    if (what === 'stats') return { status: 200, body: { numberOfDocuments: index.documents.size, isIndexing: false } };
    if (what === 'documents' && more === 'delete-batch') return removeDocuments(name, one.body);
    if (what === 'documents') return readDocuments(index, one.body, given);
    return refusal(404, 'not_found');
  }

  function enqueue(type: string, run: () => string | null): Reply {
    const uid = tasks.push({ type, run, status: 'enqueued', error: null }) - 1;
    return { status: 202, body: { taskUid: uid, indexUid: null, status: 'enqueued', type, enqueuedAt: '' } };
  }

  /** Tasks are done in their order, one each time somebody looks. */
  function readTask(uid: number): Reply {
    const next = tasks.find(({ status }) => status === 'enqueued');
    if (next !== undefined) {
      const failed = fake.failing?.type === next.type ? fake.failing.message : next.run();
      next.status = failed === null ? 'succeeded' : 'failed';
      next.error = failed === null ? null : { message: failed, code: failed, type: 'invalid_request', link: '' };
    }
    const task = tasks[uid];
    return task === undefined
      ? refusal(404, 'task_not_found')
      : { status: 200, body: { uid, status: task.status, type: task.type, error: task.error } };
  }

  function createIndex(body: unknown): Reply {
    const { uid } = z.object({ uid: z.string(), primaryKey: z.literal('key') }).parse(body);
    return enqueue('indexCreation', () => {
      if (indexes.has(uid)) return 'index_already_exists';
      indexes.set(uid, { documents: new Map(), settings: {} });
      return null;
    });
  }

  function changeSettings(name: string, body: unknown): Reply {
    const settings = z.record(z.string(), z.unknown()).parse(body);
    return enqueue('settingsUpdate', () => {
      claim(name).settings = settings;
      return null;
    });
  }

  /** As the real one, this makes an index that is not there. */
  function addDocuments(name: string, body: unknown): Reply {
    const documents = documentsSchema.parse(body);
    return enqueue('documentAdditionOrUpdate', () => {
      for (const document of documents) claim(name).documents.set(String(document['key']), document);
      return null;
    });
  }

  function removeDocuments(name: string, body: unknown): Reply {
    const gone = z.array(z.string()).parse(body);
    return enqueue('documentDeletion', () => {
      for (const key of gone) indexes.get(name)?.documents.delete(key);
      return null;
    });
  }

  function claim(name: string): FakeIndex {
    const index = indexes.get(name) ?? { documents: new Map(), settings: {} };
    indexes.set(name, index);
    return index;
  }

  function swap(body: unknown): Reply {
    const [pair] = z
      .array(z.object({ indexes: z.tuple([z.string(), z.string()]), rename: z.literal(false) }))
      .parse(body);
    return enqueue('indexSwap', () => {
      const [one, other] = pair?.indexes ?? ['', ''];
      const [left, right] = [indexes.get(one), indexes.get(other)];
      if (left === undefined || right === undefined) return 'index_not_found';
      indexes.set(one, right).set(other, left);
      return null;
    });
  }

  function search(body: unknown): Reply {
    const { queries } = z.object({ queries: z.array(questionSchema) }).parse(body);
    const results: unknown[] = [];
    for (const query of queries) {
      const index = indexes.get(query.indexUid);
      if (index === undefined) return refusal(404, 'index_not_found');
      const { searchableAttributes } = z
        .object({ searchableAttributes: z.array(z.string()).default([]) })
        .parse(index.settings);
      if (searchableAttributes.length === 0) return refusal(400, 'invalid_search_filter');
      results.push(searchStored([...index.documents.values()], searchableAttributes, query));
    }
    return { status: 200, body: { results } };
  }

  function readDocuments(index: FakeIndex, body: unknown, given: URLSearchParams): Reply {
    const asked = z
      .object({ fields: z.array(z.string()), filter: z.string(), limit: z.number(), offset: z.number().default(0) })
      .parse(body ?? Object.fromEntries(given));
    if (Object.keys(index.settings).length === 0) return refusal(400, 'invalid_document_filter');
    const found = [...index.documents.values()].filter((one) => answers(one, asked.filter));
    const results = found.slice(asked.offset, asked.offset + asked.limit).map((one) => pick(one, asked.fields));
    return { status: 200, body: { results, offset: asked.offset, limit: asked.limit, total: found.length } };
  }

  function answerKeys(one: AskedOf, uid: string): Reply {
    if (one.method === 'GET') {
      const known = keys.get(uid);
      return known === undefined ? refusal(404, 'api_key_not_found') : { status: 200, body: { uid, ...known } };
    }
    const wanted = z
      .object({ uid: z.uuid(), actions: z.array(z.string()), indexes: z.array(z.string()), expiresAt: z.null() })
      .parse(one.body);
    keys.set(wanted.uid, { key: `key-of-${wanted.uid}`, actions: wanted.actions });
    return { status: 201, body: { ...wanted, key: `key-of-${wanted.uid}` } };
  }
}

function refusal(status: number, code: string): Reply {
  return { status, body: { message: `refused: ${code}`, code, type: 'invalid_request', link: '' } };
}

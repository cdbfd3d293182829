/**
 * A small archive behind the real app on a port of loopback, for tests of what readers and programs are answered.
 *
 * Open it in `beforeAll` and close it in `afterAll`. Requests go out as they are written, so that tests may send what no
 * well-behaved client would. People, places and texts are invented.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Archive } from '../core/archive/archive.ts';
import { openArchive } from '../core/archive/archive.ts';
import { changesSince } from '../core/archive/changes.ts';
import { deriveArticle, settleChanges } from '../core/archive/derive.ts';
import type { ArticleReading } from '../core/archive/records.ts';
import type { SearchEngine } from '../core/search/engine.ts';
import { indexChanges } from '../core/search/indexer.ts';
import { loadItems } from '../core/search/items.ts';
import { openSqliteFts } from '../core/search/sqlite-fts.ts';
import { createApp } from '../server/app.ts';
import { listen } from '../server/listen.ts';
import type { ServerParts } from '../server/parts.ts';
import { forEachSheet } from '../web/style-sheets.ts';
import { keepArticle, sampleClock } from './builders.ts';

export interface Site {
  readonly url: string;
  readonly archive: Archive;
  readonly engine: SearchEngine;
  /** What was logged, one event a line. */
  readonly lines: readonly string[];
  readonly get: (path: string, given?: Asking) => Promise<Answered>;
  /** Takes articles in as `import` does: kept, derived, settled, indexed. */
  readonly add: (articles: readonly Partial<ArticleReading>[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
  readonly json: unknown;
}

/** Where Thành ủy is that of Sông Mơ, and the source whose name is an attack. */
const sources: Readonly<Record<string, string>> = { 'song-mo': 'Cổng Sông Mơ', hostile: '<i>Nguồn</i> "lạ"' };

export async function openSite(
  articles: readonly Partial<ArticleReading>[],
  given: Partial<ServerParts> = {},
): Promise<Site> {
  const home = mkdtempSync(join(tmpdir(), 'sohieu-site-'));
  const archive = await openArchive({ home, clock: sampleClock });
  const engine = openSqliteFts({ path: join(home, 'search.sqlite') });
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) });
  const app = createApp({
    archive,
    engine,
    log,
    clock: sampleClock,
    rateLimit: null,
    styleSheets: forEachSheet((name) => `.${name} { color: black }`),
    islands: null,
    version: '0.0.0',
    sourceName: (id) => (Object.hasOwn(sources, id) ? (sources[id] ?? null) : null),
    placeOf,
    sources: [],
    nextRun: async () => null,
    ...given,
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0, log });
  const site: Site = {
    url: server.url,
    archive,
    engine,
    lines,
    get: (path, asking) => ask(server.url, path, asking),
    add: (more) => add(archive, engine, more),
    close: async () => {
      await server.close();
      await engine.close();
      await archive.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
  await site.add(articles);
  return site;
}

async function add(
  archive: Archive,
  engine: SearchEngine,
  articles: readonly Partial<ArticleReading>[],
): Promise<void> {
  for (const article of articles) await deriveArticle(archive.db, await keepArticle(archive, article), placeOf);
  await settleChanges(archive.db);
  await indexChanges({
    engine,
    changesAfter: (seq) => changesSince(archive.db, seq),
    load: (keys) => loadItems(archive.db, keys),
  });
}

function placeOf(source: string | null): { readonly province: string; readonly district: string } | null {
  return source === 'song-mo' ? { province: 'Quảng Ninh', district: 'Sông Mơ' } : null;
}

function ask(url: string, path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answered> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0, headers: told } = response;
        const text = Buffer.concat(parts).toString('utf8');
        const isJson = /^application\/(?:problem\+)?json(?:;|$)/.test(told['content-type'] ?? '');
        const isPlain = told['content-encoding'] === undefined && text !== '';
        resolve({ status, headers: told, text, json: isJson && isPlain ? JSON.parse(text) : null });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

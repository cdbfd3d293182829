/**
 * How long a reader waits for a search, on every engine there is, and whether that grows with the archive.
 *
 *   npm run bench search [articles=10000[,100000]] [rounds=40]
 *
 * Articles are those of `sohieu generate` with their texts, codes and facets; every answer counts all facets. The embedded
 * index always, Meilisearch where MEILI_HOST names a server (an index of its own there, deleted at the end). Codes and
 * "who cites it" are asked of the archive, as every engine has them answered. Engines take turns, query by query, so that
 * what else the machine does falls on both.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { listMentionsOfDocument } from '../core/archive/mention-lists.ts';
import type { OfficialDocument } from '../core/documents/document.ts';
import type { SearchEngine, SearchItem, SearchQuery } from '../core/search/engine.ts';
import { findByCode } from '../core/search/find-code.ts';
import { openMeilisearch } from '../core/search/meilisearch.ts';
import { openSqliteFts } from '../core/search/sqlite-fts.ts';
import { type BenchArchive, famous, makeArchive } from './search/corpus.ts';

const everything: SearchQuery = {
  text: '',
  kind: 'article',
  filters: {},
  from: null,
  to: null,
  sort: 'relevance',
  page: 1,
  perPage: 20,
};
const twoWords = ['chuyển đổi', 'đất đai', 'du lịch', 'đối thoại', 'môi trường', 'ngân sách', 'cán bộ', 'dan van'];
const phrases = ['"quản lý đất đai"', '"chuyển đổi số"', '"cải cách hành chính"', '"xây dựng Đảng"', '"nông thôn mới"'];

/** A kind of search: a name, and queries that readers take turns with. */
interface Asked {
  readonly name: string;
  readonly queries: readonly Partial<SearchQuery>[];
}

const asked: readonly Asked[] = [
  { name: 'two words, facets', queries: twoWords.map((text) => ({ text })) },
  { name: 'phrase', queries: phrases.map((text) => ({ text })) },
  {
    name: 'facets with filter',
    queries: twoWords.map((text) => ({ text, filters: { year: ['2023'], purpose: ['directs', 'studies'] } })),
  },
  { name: 'last page', queries: twoWords.map((text) => ({ text, page: Number.NaN })) },
  { name: 'newest first', queries: twoWords.map((text) => ({ text, sort: 'newest' })) },
  { name: 'everything', queries: [{}] },
];

interface Engine {
  readonly name: string;
  readonly engine: SearchEngine;
  indexing: number;
  readonly size: () => Promise<number>;
  readonly close: () => Promise<void>;
}

async function run(sizes: readonly number[], rounds: number): Promise<void> {
  const codeLookups: number[] = [];
  for (const articles of sizes) {
    const home = mkdtempSync(join(tmpdir(), 'search-bench-'));
    const engines = [openEmbedded(home), ...openServer()];
    const made = await makeArchive(home, articles, (items) => indexOn(engines, items));
    line(`\n${articles} articles`, `${made.documents.length} documents`);
    for (const { name, engine, indexing, size } of engines) {
      const { total } = await engine.find(everything);
      const rate = Math.round(articles / (indexing / 1000));
      line(`  ${name}`, `${total} items, ${rate} a second, index of ${Math.round((await size()) / 2 ** 20)} MB`);
    }
    codeLookups.push(await askArchive(made, rounds));
    await askEngines(engines, rounds);
    for (const { close } of engines) await close();
    await made.archive.close();
    rmSync(home, { recursive: true });
  }
  const [first, last] = [codeLookups[0], codeLookups.at(-1)];
  if (codeLookups.length > 1 && first !== undefined && last !== undefined)
    line('\ncode lookup, p95', `${(last / first).toFixed(2)} times from the smallest archive to the largest`);
}

async function indexOn(engines: readonly Engine[], items: readonly SearchItem[]): Promise<void> {
  for (const one of engines) one.indexing += await timed(() => one.engine.put(items));
}

/** Codes and citing articles; gives the 95th percentile of looking up a code. */
async function askArchive({ archive, documents }: BenchArchive, rounds: number): Promise<number> {
  const typed = typedCodes(documents, rounds * 10);
  const codes = await timesOf(typed, (code) => findByCode(archive.db, code));
  report('code lookup', 'archive', codes);
  const known = await timesOf(repeat([famous.code.toLowerCase()], rounds), (code) => findByCode(archive.db, code));
  report('code lookup, famous', 'archive', known);
  const { items, total, next } = await listMentionsOfDocument(archive.db, famous.id, { limit: 20, after: null });
  const pages = await timesOf(repeat([null, next], rounds), (after) =>
    listMentionsOfDocument(archive.db, famous.id, { limit: 20, after }),
  );
  report(`cited by ${total} articles`, 'archive', pages);
  if (items.length !== 20)
    throw new Error(`Cannot bench the citing articles: expected 20 on a page, got ${items.length}`);
  return percentile(codes, 0.95);
}

/** Documents of all over the corpus, the code in one of the ways in which people type it. */
function typedCodes(documents: readonly OfficialDocument[], count: number): readonly string[] {
  const step = Math.max(1, Math.floor(documents.length / count));
  return Array.from({ length: count }, (_, nth) => {
    const { code, issuer } = documents[(nth * step) % documents.length] ?? { code: famous.code, issuer: null };
    const ways = [
      code,
      code.toLowerCase().replace(/[/-]/g, ' '),
      `${code} ${issuer ?? ''}`,
      `${code} của ${issuer ?? ''}`,
    ];
    return ways[nth % ways.length] ?? code;
  });
}

async function askEngines(engines: readonly Engine[], rounds: number): Promise<void> {
  for (const { name, queries } of asked) {
    const times = engines.map((): number[] => []);
    const hits: number[] = [];
    for (const change of queries) {
      const query = await lastPageOf(engines, { ...everything, ...change });
      for (const { engine } of engines) hits.push((await engine.find(query)).total);
      for (let round = 0; round < Math.ceil(rounds / queries.length); round += 1) {
        for (const [at, { engine }] of engines.entries()) times[at]?.push(await timed(() => engine.find(query)));
      }
    }
    for (const [at, engine] of engines.entries())
      report(`${name} (${Math.max(...hits)})`, engine.name, times[at] ?? []);
    const [ours, theirs] = times.map((all) => percentile(all, 0.95));
    if (ours !== undefined && theirs !== undefined)
      line('', `embedded takes ${(ours / theirs).toFixed(2)} of it at p95`);
  }
}

async function lastPageOf(engines: readonly Engine[], query: SearchQuery): Promise<SearchQuery> {
  if (!Number.isNaN(query.page)) return query;
  const total = (await engines[0]?.engine.find({ ...query, page: 1 }))?.total ?? 0;
  return { ...query, page: Math.max(1, Math.ceil(total / query.perPage)) };
}

function openEmbedded(home: string): Engine {
  const path = join(home, 'index');
  const engine = openSqliteFts({ path });
  const size = async (): Promise<number> =>
    readdirSync(home)
      .filter((file) => file.startsWith('index'))
      .reduce((sum, file) => sum + statSync(join(home, file)).size, 0);
  return { name: 'embedded', engine, indexing: 0, size, close: () => engine.close() };
}

function openServer(): readonly Engine[] {
  const host = process.env['MEILI_HOST'];
  if (host === undefined || host === '') return [];
  const apiKey = process.env['MEILI_API_KEY'] || null;
  const index = `sohieu-bench-${randomUUID().slice(0, 8)}`;
  const engine = openMeilisearch({ host, apiKey, index, makesKeys: false });
  const ask = (method: string, path: string): Promise<Response> =>
    fetch(new URL(path, host), { method, headers: apiKey === null ? {} : { authorization: `Bearer ${apiKey}` } });
  const size = async (): Promise<number> =>
    z.object({ databaseSize: z.number() }).parse(await (await ask('GET', '/stats')).json()).databaseSize;
  const close = async (): Promise<void> => {
    await ask('DELETE', `/indexes/${index}`);
    await engine.close();
  };
  return [{ name: 'meilisearch', engine, indexing: 0, size, close }];
}

async function timesOf<T>(given: readonly T[], work: (one: T) => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (const one of given) times.push(await timed(() => work(one)));
  return times;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function repeat<T>(values: readonly T[], rounds: number): readonly T[] {
  return Array.from({ length: rounds }, () => values).flat();
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function report(name: string, who: string, times: readonly number[]): void {
  const [half, most] = [percentile(times, 0.5), percentile(times, 0.95)].map((ms) => ms.toFixed(2).padStart(8));
  line(`  ${name}`, `${who.padEnd(12)} p50 ${half} ms  p95 ${most} ms`);
}

function line(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(34)} ${value}\n`);
}

await run((process.argv[2] ?? '10000').split(',').map(Number), Number(process.argv[3] ?? 40));

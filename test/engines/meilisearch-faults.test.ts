/**
 * What may go wrong with a Meilisearch server, tried on the stand-in: nothing is lost, nothing half is taken for whole,
 * and it heals by itself at the next round.
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Archive } from '../../core/archive/archive.ts';
import { settleChanges } from '../../core/archive/derive.ts';
import { streamItemKeys } from '../../core/search/archive-keys.ts';
import { compareIndex } from '../../core/search/compare-index.ts';
import type { SearchEngine } from '../../core/search/engine.ts';
import { loadItems } from '../../core/search/items.ts';
import { keepUp } from '../../core/search/keep-up.ts';
import { openMeilisearch } from '../../core/search/meilisearch.ts';
import { openSqliteFts } from '../../core/search/sqlite-fts.ts';
import { withStandIn } from '../../core/search/stand-in.ts';
import { everything, searchItems } from '../search-items.ts';
import { type FakeMeilisearch, type Fault, masterKey, startFakeMeilisearch } from './fake-meilisearch.ts';
import { aSmallArchive, writeArticle } from './small-archive.ts';

const index = 'kho';
const patience = { requestMs: 2000, pausesMs: [1, 1], taskMs: 5000 };

async function aServer(options: { asksForKey?: boolean; apiKey?: string } = {}) {
  const fake = await startFakeMeilisearch(options);
  onTestFinished(() => fake.kill());
  const engine = openMeilisearch({ host: fake.host, apiKey: options.apiKey ?? null, index, patience });
  return { fake, engine };
}

function round(archive: Archive, engine: SearchEngine) {
  return keepUp({ db: archive.db, engine, random: () => 0.5 });
}

/** What the index lacks of the archive: keys, texts, position. */
async function findFaults(archive: Archive, engine: SearchEngine): Promise<readonly string[]> {
  const faults: string[] = [];
  for await (const { subject, detail } of compareIndex(archive.db, engine)) faults.push(`${subject}: ${detail}`);
  for await (const keys of streamItemKeys(archive.db)) {
    const items = await loadItems(archive.db, keys);
    const { missing, stale } = await engine.compare(items);
    faults.push(...[...missing, ...stale].map(({ kind, id }) => `${kind} ${id}`));
  }
  return faults;
}

/** From the nth request on, nothing answers any more, as when the process is gone. */
function dieAt(fake: FakeMeilisearch, nth: number): Fault {
  const begin = fake.asked.length + nth;
  return (request) => (request.nth >= begin ? 'hang-up' : null);
}

describe('a server that dies', () => {
  it('at any moment of the first indexing or of an update loses nothing', async () => {
    const archive = await aSmallArchive(6);
    const { fake, engine } = await aServer();
    const deaths = { first: 0, later: 0 };
    for (let nth = 0; nth < 40; nth += 3) {
      fake.deleteIndex(index);
      fake.fault = dieAt(fake, nth);
      const died = await round(archive, engine).then(
        ({ kind }) => kind === 'unreachable',
        () => true,
      );
      if (died) deaths.first += 1;
      fake.fault = null;
      await round(archive, engine).catch(() => round(archive, engine));
      expect(await findFaults(archive, engine), `first, request ${nth}`).toEqual([]);
    }
    for (let nth = 0; nth < 16; nth += 2) {
      await writeArticle(archive, nth % 6, `lần ${nth}`);
      await settleChanges(archive.db);
      fake.fault = dieAt(fake, nth);
      const died = await round(archive, engine).then(
        ({ kind }) => kind === 'unreachable',
        () => true,
      );
      if (died) deaths.later += 1;
      fake.fault = null;
      await round(archive, engine).catch(() => round(archive, engine));
      expect(await findFaults(archive, engine), `later, request ${nth}`).toEqual([]);
      expect((await engine.find({ ...everything, text: `"lần ${nth}"`, kind: 'article' })).total).toBe(1);
    }
    expect(deaths.first).toBeGreaterThan(5);
    expect(deaths.later).toBeGreaterThan(3);
  }, 120_000);

  it('and is started again goes on with what it held', async () => {
    const archive = await aSmallArchive(3);
    const { fake, engine } = await aServer();
    await round(archive, engine);
    await fake.kill();
    expect(await engine.health()).toMatchObject({ kind: 'unreachable', reason: expect.stringContaining(fake.host) });
    expect(await round(archive, engine)).toMatchObject({ kind: 'unreachable' });
    await writeArticle(archive, 3, 'khi máy chủ tắt');
    await settleChanges(archive.db);
    await fake.start();
    expect(await round(archive, engine)).toMatchObject({ kind: 'done' });
    expect(await findFaults(archive, engine)).toEqual([]);
  });
});

describe('answers that pass by themselves', () => {
  it.each([429, 500, 502, 503, 504])('%i is tried again', async (status) => {
    const archive = await aSmallArchive(2);
    const { fake, engine } = await aServer();
    // Two of three requests fail, each time until the last attempt.
    let nth = 0;
    fake.fault = ({ path }) => (path !== '/version' && nth++ % 3 !== 2 ? { status, code: 'busy' } : null);
    await engine.put(searchItems);
    fake.fault = null;
    expect((await engine.find(everything)).total).toBe(searchItems.length);
    expect(await round(archive, engine)).toMatchObject({ kind: 'rebuilt' });
  });

  it('that go on are an error that names server and status, and the position stays', async () => {
    const archive = await aSmallArchive(2);
    const { fake, engine } = await aServer();
    await round(archive, engine);
    const before = await engine.health();
    await writeArticle(archive, 0, 'lần hai');
    fake.fault = ({ method }) => (method === 'POST' ? { status: 503, code: 'busy' } : null);
    await expect(engine.put(searchItems)).rejects.toThrow(new RegExp(`${fake.host}.*503 \\(busy\\)`));
    fake.fault = ({ path, method }) =>
      method === 'POST' && path.endsWith('/documents') ? { status: 503, code: 'busy' } : null;
    await expect(round(archive, engine)).rejects.toThrow('503');
    fake.fault = null;
    expect(await engine.health()).toEqual(before);
    expect(await round(archive, engine)).toMatchObject({ kind: 'done' });
    expect(await findFaults(archive, engine)).toEqual([]);
  });

  it('are not waited for by a reader', async () => {
    const { fake, engine } = await aServer();
    await engine.put(searchItems);
    const asked = fake.asked.length;
    fake.fault = () => ({ status: 503, code: 'busy' });
    await expect(engine.find(everything)).rejects.toThrow('503');
    expect(fake.asked.length).toBe(asked + 1);
  });
});

describe('a task that fails', () => {
  it.each([
    ['documentAdditionOrUpdate', 'no space left'],
    ['settingsUpdate', 'invalid setting'],
    ['indexSwap', 'not now'],
  ])('%s is an error, and the next round makes it good', async (type, message) => {
    const archive = await aSmallArchive(2);
    const { fake, engine } = await aServer();
    fake.failing = { type, message };
    await expect(round(archive, engine)).rejects.toThrow(
      new RegExp(`expected task \\d+ to succeed, it failed: ${message}`),
    );
    expect(await engine.health()).not.toMatchObject({ kind: 'ready' });
    fake.failing = null;
    await round(archive, engine);
    expect(await findFaults(archive, engine)).toEqual([]);
  });

  it('leaves the live index as it was while another is made', async () => {
    const archive = await aSmallArchive(2);
    const { fake, engine } = await aServer();
    await round(archive, engine);
    const before = await engine.find(everything);
    fake.failing = { type: 'documentAdditionOrUpdate', message: 'no space left' };
    const batches = (async function* () {
      yield searchItems;
    })();
    await expect(engine.rebuild(batches, 99)).rejects.toThrow('no space left');
    expect(await engine.find(everything)).toEqual(before);
  });
});

describe('keys', () => {
  it('that are wrong are told without being shown', async () => {
    const { engine } = await aServer({ asksForKey: true, apiKey: 'not-the-right-one' });
    const health = await engine.health();
    expect(health).toMatchObject({ kind: 'unreachable', reason: expect.stringContaining('MEILI_API_KEY') });
    expect(JSON.stringify(health)).not.toContain('not-the-right-one');
    await expect(engine.put(searchItems)).rejects.toThrow('invalid_api_key');
  });

  it('of a master are used to make two that may do less, once, and for nothing else', async () => {
    const { fake, engine } = await aServer({ asksForKey: true, apiKey: masterKey });
    await engine.put(searchItems);
    await engine.find(everything);
    await openMeilisearch({ host: fake.host, apiKey: masterKey, index, patience }).find(everything);
    expect(fake.keys.size).toBe(2);
    const withMaster = fake.asked.filter(({ key }) => key === masterKey).map(({ path }) => path.split('/')[1]);
    expect(new Set(withMaster)).toEqual(new Set(['keys']));
    const [reading, writing] = [...fake.keys.values()].sort((a, b) => a.actions.length - b.actions.length);
    expect(reading?.actions.filter((action) => /add|delete|create|update|swap|\*/.test(action))).toEqual([]);
    expect(writing?.actions.filter((action) => /keys|\*/.test(action))).toEqual([]);
    const searches = fake.asked.filter(({ path }) => path === '/multi-search');
    expect(new Set(searches.map(({ key }) => key))).toEqual(new Set([reading?.key]));
  });
});

describe('an index that is not what it was', () => {
  const harms: readonly [string, (fake: FakeMeilisearch) => void][] = [
    ['deleted', (fake) => fake.deleteIndex(index)],
    ['robbed of 30 % of its documents', (fake) => fake.deleteDocuments(index, 0.3)],
    ['robbed of its notes', (fake) => fake.indexes.get(index)?.documents.delete('meta')],
    [
      'made by the server itself',
      (fake) => {
        fake.deleteIndex(index);
        const documents = new Map([['x', { key: 'x', kind: 'article', id: 'x' }]]);
        fake.indexes.set(index, { documents, settings: {} });
      },
    ],
  ];
  it.each(harms)('%s is found, made anew, and meanwhile the embedded one answers', async (_, harm) => {
    const archive = await aSmallArchive(8);
    const { fake, engine } = await aServer();
    const embedded = openSqliteFts({ path: ':memory:' });
    onTestFinished(() => embedded.close());
    await round(archive, embedded);
    await round(archive, engine);
    let now = 0;
    const reader = withStandIn({ chosen: engine, embedded, clock: () => now, onChange: () => {} });
    const whole = await reader.find(everything);
    expect([whole.total > 8, whole.isStandIn]).toEqual([true, undefined]);
    harm(fake);
    now = 60_000;
    const meanwhile = await reader.find(everything);
    expect([meanwhile.total, meanwhile.isStandIn]).toEqual([whole.total, true]);
    expect(await round(archive, engine)).toMatchObject({ kind: 'rebuilt', why: expect.any(String) });
    expect(await findFaults(archive, engine)).toEqual([]);
    now = 120_000;
    expect(await reader.find(everything)).toEqual(whole);
  });

  it('lost between writing and noting the position is never called complete', async () => {
    const { fake, engine } = await aServer();
    await engine.put(searchItems.slice(0, 5));
    await engine.savePosition(3);
    await engine.put(searchItems.slice(5));
    fake.deleteIndex(index);
    await expect(engine.savePosition(9)).rejects.toThrow(/expected the one that was there before, found none/);
    expect(await engine.health()).toMatchObject({ kind: 'needs-rebuild' });
  });

  it('of another make is made anew', async () => {
    const archive = await aSmallArchive(2);
    const { fake, engine } = await aServer();
    await round(archive, engine);
    const documents = fake.indexes.get(index)?.documents;
    documents?.set('meta', { ...documents.get('meta'), make: 'older' });
    expect(await engine.health()).toMatchObject({ kind: 'needs-rebuild', reason: 'outdated' });
    expect(await round(archive, engine)).toMatchObject({ kind: 'rebuilt', why: 'it was outdated' });
  });
});

describe('requests', () => {
  it('refuse a server that is too old, and say so', async () => {
    const { fake, engine } = await aServer();
    fake.version = '1.12.3';
    expect(await engine.health()).toMatchObject({
      kind: 'unreachable',
      reason: expect.stringMatching(/Meilisearch 1\.12\.3 .*expected 1\.30 or newer/),
    });
  });

  it('stay below some megabytes each, however large the items', async () => {
    const { fake, engine } = await aServer();
    const [one] = searchItems;
    if (one === undefined) throw new Error('there are items');
    const body = 'Dòng sông chảy mãi. '.repeat(50_000);
    await engine.put(Array.from({ length: 12 }, (_, nth) => ({ ...one, id: `dài-${nth}`, body })));
    const sizes = fake.asked
      .filter(({ path, method }) => method === 'POST' && path.endsWith('/documents'))
      .map((request) => Buffer.byteLength(JSON.stringify(request.body)));
    expect(sizes.length).toBeGreaterThan(4);
    expect(Math.max(...sizes)).toBeLessThan(9_000_000);
    expect(fake.indexes.get(index)?.documents.size).toBe(13);
  });
});

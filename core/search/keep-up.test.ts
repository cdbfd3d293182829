import { describe, expect, it, onTestFinished } from 'vitest';
import { aSmallArchive, writeArticle } from '../../test/engines/small-archive.ts';
import type { Archive } from '../archive/archive.ts';
import { settleChanges } from '../archive/derive.ts';
import { streamItemKeys } from './archive-keys.ts';
import { compareIndex } from './compare-index.ts';
import type { ItemKey, SearchEngine } from './engine.ts';
import { withIndexLease } from './index-lease.ts';
import { loadItems } from './items.ts';
import { keepUp } from './keep-up.ts';
import { openSqliteFts } from './sqlite-fts.ts';

function anEngine(): SearchEngine {
  const engine = openSqliteFts({ path: ':memory:' });
  onTestFinished(() => engine.close());
  return engine;
}

function round(archive: Archive, engine: SearchEngine, at = 0.5) {
  return keepUp({ db: archive.db, engine, random: () => at });
}

async function faultsOf(archive: Archive, engine: SearchEngine): Promise<readonly string[]> {
  const faults: string[] = [];
  for await (const { subject } of compareIndex(archive.db, engine)) faults.push(subject);
  return faults;
}

async function firstKey(archive: Archive): Promise<ItemKey> {
  for await (const [key] of streamItemKeys(archive.db)) if (key !== undefined) return key;
  throw new Error('the archive is empty');
}

describe('keepUp', () => {
  it('makes a new index, then takes what has changed, then does nothing', async () => {
    const archive = await aSmallArchive(3);
    const engine = anEngine();
    expect(await round(archive, engine)).toMatchObject({ kind: 'rebuilt', why: 'it was new' });
    await writeArticle(archive, 1, 'lần hai');
    await settleChanges(archive.db);
    expect(await round(archive, engine)).toMatchObject({ kind: 'done', mended: 0 });
    expect(await faultsOf(archive, engine)).toEqual([]);
    expect(await round(archive, engine)).toEqual({ kind: 'done', put: 0, removed: 0, mended: 0 });
  });

  it('is content with an archive that holds nothing', async () => {
    const archive = await aSmallArchive(0);
    const engine = anEngine();
    await round(archive, engine);
    expect(await round(archive, engine)).toEqual({ kind: 'done', put: 0, removed: 0, mended: 0 });
    expect(await engine.health()).toEqual({ kind: 'ready', items: 0, position: 0 });
  });

  it.each([
    ['an item is gone', async (engine: SearchEngine, key: ItemKey) => engine.remove([key])],
    ['it is of a later state', async (engine: SearchEngine) => engine.savePosition(1_000_000)],
    ['it was cleared', async (engine: SearchEngine) => engine.clear()],
  ])('makes it anew when %s', async (_, harm) => {
    const archive = await aSmallArchive(3);
    const engine = anEngine();
    await round(archive, engine);
    await harm(engine, await firstKey(archive));
    expect(await round(archive, engine)).toMatchObject({ kind: 'rebuilt' });
    expect(await faultsOf(archive, engine)).toEqual([]);
  });

  it('makes it anew when the number is right and an item is not', async () => {
    const archive = await aSmallArchive(1);
    const engine = anEngine();
    await round(archive, engine);
    const key = await firstKey(archive);
    const [item] = await loadItems(archive.db, [key]);
    await engine.remove([key]);
    if (item !== undefined) await engine.put([{ ...item, id: 'a stranger' }]);
    expect(await round(archive, engine, 0)).toMatchObject({
      kind: 'rebuilt',
      why: `${key.kind} ${key.id} was not in it`,
    });
    expect(await faultsOf(archive, engine)).toEqual([]);
  });

  it('puts again what has another text', async () => {
    const archive = await aSmallArchive(1);
    const engine = anEngine();
    await round(archive, engine);
    const key = await firstKey(archive);
    const [item] = await loadItems(archive.db, [key]);
    if (item !== undefined) await engine.put([{ ...item, title: 'Bị sửa' }]);
    expect(await faultsOf(archive, engine)).toEqual([`${key.kind} ${key.id}`]);
    expect(await round(archive, engine, 0)).toMatchObject({ kind: 'done', mended: 1 });
    expect(await engine.compare(item === undefined ? [] : [item])).toEqual({ missing: [], stale: [] });
  });

  it('stops when told to, and says where nothing answers', async () => {
    const archive = await aSmallArchive(1);
    const engine = anEngine();
    const stop = new AbortController();
    stop.abort();
    expect(await keepUp({ db: archive.db, engine, random: () => 0, signal: stop.signal })).toEqual({
      kind: 'interrupted',
    });
    await engine.close();
    expect(await round(archive, engine)).toMatchObject({ kind: 'unreachable' });
  });
});

describe('the right to index', () => {
  it('is one at a time’s, and free again afterwards, also after a failure', async () => {
    const { db, clock } = { ...(await aSmallArchive(0)), clock: () => new Date() };
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 30));
      steps.push(`${name} ends`);
    };
    const failing = withIndexLease({ db, clock }, async () => {
      throw new Error('torn');
    });
    await expect(failing).rejects.toThrow('torn');
    await Promise.all([withIndexLease({ db, clock }, work('one')), withIndexLease({ db, clock }, work('two'))]);
    const [first] = steps;
    expect(steps).toEqual(
      first === 'one begins'
        ? ['one begins', 'one ends', 'two begins', 'two ends']
        : ['two begins', 'two ends', 'one begins', 'one ends'],
    );
  });

  it('of one that was killed ends by itself', async () => {
    const archive = await aSmallArchive(0);
    const hung = withIndexLease(
      { db: archive.db, clock: () => new Date('2020-01-01T00:00:00Z') },
      () => new Promise(() => {}),
    );
    void hung;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await withIndexLease({ db: archive.db, clock: () => new Date() }, async () => 'done')).toBe('done');
  });
});

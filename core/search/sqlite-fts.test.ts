import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aSearchItem, everything, searchItems } from '../../test/search-items.ts';
import type { SearchEngine, SearchItem } from './engine.ts';
import { openSqliteFts } from './sqlite-fts.ts';

describe('the index file', () => {
  it('is there again after closing', async () => {
    const path = aPath();
    const engine = await fill(path);
    const before = await engine.find({ ...everything, text: 'mặt bằng' });
    await engine.close();
    const again = open(path);
    expect(await again.find({ ...everything, text: 'mặt bằng' })).toEqual(before);
    expect(await again.health()).toEqual({ kind: 'ready', items: searchItems.length, position: 8 });
  });

  const damages: readonly [string, (path: string) => void][] = [
    ['is no database', (path) => writeFileSync(path, 'không phải cơ sở dữ liệu '.repeat(1000))],
    ['is cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, 20_000))],
    ['has garbage in the middle', (path) => writeFileSync(path, readFileSync(path).fill(0xa5, 9000))],
    ['lacks a table', (path) => alter(path, 'DROP TABLE original_a')],
    ['has lost its only row of meta', (path) => alter(path, 'DELETE FROM meta')],
  ];
  it.each(damages)('that %s is replaced by an empty one that says so, also after another start', async (_, harm) => {
    const path = aPath();
    await (await fill(path)).close();
    harm(path);
    await open(path).close();
    const engine = open(path);
    expect(await engine.health()).toEqual({ kind: 'needs-rebuild', items: 0, reason: 'damaged' });
    await engine.put(searchItems);
    expect((await engine.find({ ...everything, text: 'cầu Hạc' })).total).toBe(1);
  });

  it('is replaced when the damage shows at work only, and the caller is told', async () => {
    const path = aPath();
    const engine = await fill(path);
    alter(
      path,
      'DROP TABLE original_a; CREATE TABLE original_a (entry INTEGER PRIMARY KEY, title, codes, people, body)',
    );
    alter(path, 'INSERT INTO original_a SELECT entry, 1, 2, 3, 4 FROM entry_a');
    await expect(engine.find({ ...everything, text: 'mặt bằng' })).rejects.toThrow(
      /damaged and was replaced.*sohieu reindex/,
    );
    expect(await engine.health()).toEqual({ kind: 'needs-rebuild', items: 0, reason: 'damaged' });
    await engine.put(searchItems);
    expect((await engine.find({ ...everything, text: 'cầu Hạc' })).total).toBe(1);
  });

  it.each(['original_a', 'words_a'])('that has lost a row of %s lacks that item', async (table) => {
    const path = aPath();
    const engine = await fill(path);
    expect(await engine.compare(searchItems)).toEqual({ missing: [], stale: [] });
    alter(path, `DELETE FROM ${table} WHERE rowid = (SELECT min(entry) FROM entry_a)`);
    const { missing } = await engine.compare(searchItems);
    expect(missing).toHaveLength(1);
  });

  it('of an older make is made anew', async () => {
    const path = aPath();
    await (await fill(path)).close();
    alter(path, 'PRAGMA user_version = 99');
    expect(await open(path).health()).toEqual({ kind: 'needs-rebuild', items: 0, reason: 'outdated' });
  });

  it('is not made over another database', () => {
    const path = aPath();
    alter(path, 'CREATE TABLE precious (id)');
    const before = readFileSync(path);
    expect(() => open(path)).toThrow(/expected a file made by sohieu/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('in a folder that is not there is an error that names it', () => {
    expect(() => openSqliteFts({ path: join(aPath(), 'x', 'search.sqlite') })).toThrow(
      /Cannot open the search index .*x.search\.sqlite/,
    );
  });
});

describe('two processes on one file', () => {
  it('see each other’s items, facets and rebuilds', async () => {
    const path = aPath();
    const one = open(path);
    const other = open(path);
    await one.put(searchItems);
    expect((await other.find({ ...everything, filters: { year: ['2023'] } })).total).toBe(3);
    await other.put([aSearchItem({ id: 'y', facets: { ...aSearchItem({}).facets, year: ['1999'] } })]);
    expect((await one.find(everything)).facets.year).toContainEqual({ value: '1999', count: 1 });

    await other.rebuild(batches(), 4);
    expect((await one.find(everything)).hits.map((hit) => hit.id)).toEqual(['mới']);
    await one.put([aSearchItem({ id: 'thêm' })]);
    expect((await other.find(everything)).total).toBe(2);

    async function* batches(): AsyncGenerator<readonly SearchItem[]> {
      await one.put([aSearchItem({ id: 'lost with the old index' })]);
      yield [aSearchItem({ id: 'mới' })];
    }
  });

  it('keep a batch whole or not at all', async () => {
    const path = aPath();
    const engine = open(path);
    const bad = aSearchItem({ id: 'bad' });
    Object.defineProperty(bad, 'body', {
      get: () => {
        throw new Error('torn');
      },
    });
    const facets = { ...bad.facets, year: ['1234'] };
    await expect(engine.put([aSearchItem({ id: 'good', facets }), bad])).rejects.toThrow('torn');
    expect((await engine.find(everything)).total).toBe(0);
    await engine.put([aSearchItem({ id: 'good', facets })]);
    expect((await engine.find(everything)).facets.year).toEqual([{ value: '1234', count: 1 }]);
  });
});

function aPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sohieu-search-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'search.sqlite');
}

function open(path: string): SearchEngine {
  const engine = openSqliteFts({ path });
  onTestFinished(() => engine.close());
  return engine;
}

async function fill(path: string): Promise<SearchEngine> {
  const engine = open(path);
  await engine.put(searchItems);
  await engine.savePosition(8);
  return engine;
}

function alter(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
}

import { describe, expect, it } from 'vitest';
import { aSearchItem, everything } from '../../test/search-items.ts';
import type { ItemKey, SearchEngine, SearchItem } from './engine.ts';
import { type ChangeBatch, indexChanges, rebuildIndex } from './indexer.ts';
import { openSqliteFts } from './sqlite-fts.ts';

const article = (id: string): ItemKey => ({ kind: 'article', id });

/** An archive of titles by id, with its changes in batches of two. */
function anArchive(titles: Readonly<Record<string, string | null>>, changed: readonly string[]) {
  const asked: number[] = [];
  return {
    asked,
    load: async (keys: readonly ItemKey[]): Promise<readonly SearchItem[]> =>
      keys.flatMap(({ kind, id }) => {
        const title = titles[id] ?? null;
        return title === null ? [] : [aSearchItem({ kind, id, title })];
      }),
    async *changesAfter(position: number): AsyncGenerator<ChangeBatch> {
      asked.push(position);
      for (let at = position; at < changed.length; at += 2) {
        const ids = changed.slice(at, at + 2);
        yield { changes: ids.map(article), seq: at + ids.length };
      }
    },
  };
}

async function titlesIn(engine: SearchEngine): Promise<string[]> {
  return (await engine.find(everything)).hits.map((hit) => hit.title).sort();
}

describe('indexChanges', () => {
  it('fills an empty index from the first change on, and says how far it came', async () => {
    const engine = openSqliteFts({ path: ':memory:' });
    const archive = anArchive({ a: 'A', b: 'B', c: null }, ['a', 'b', 'c']);
    expect(await indexChanges({ engine, ...archive })).toEqual({ status: 'done', put: 2, removed: 1, position: 3 });
    expect(await titlesIn(engine)).toEqual(['A', 'B']);
    expect(await engine.health()).toEqual({ kind: 'ready', items: 2, position: 3 });
  });

  it('goes on from where it was, and takes out what is gone', async () => {
    const engine = openSqliteFts({ path: ':memory:' });
    await indexChanges({ engine, ...anArchive({ a: 'A', b: 'B' }, ['a', 'b']) });
    const later = anArchive({ a: null, b: 'B2', c: 'C' }, ['a', 'b', 'a', 'b', 'b', 'c']);
    expect(await indexChanges({ engine, ...later })).toEqual({ status: 'done', put: 3, removed: 1, position: 6 });
    expect(later.asked).toEqual([2]);
    expect(await titlesIn(engine)).toEqual(['B2', 'C']);
    expect(await indexChanges({ engine, ...later })).toMatchObject({ put: 0, removed: 0, position: 6 });
  });

  it('is ready with an archive that holds nothing', async () => {
    const engine = openSqliteFts({ path: ':memory:' });
    expect(await indexChanges({ engine, ...anArchive({}, []) })).toMatchObject({ status: 'done', position: 0 });
    expect(await engine.health()).toMatchObject({ kind: 'ready', position: 0 });
  });

  it('loads a thing once that changed twice in one batch', async () => {
    const engine = openSqliteFts({ path: ':memory:' });
    const archive = anArchive({ a: 'A' }, ['a', 'a']);
    expect(await indexChanges({ engine, ...archive })).toMatchObject({ put: 1 });
  });

  it('never calls an index ready that it has only half filled', async () => {
    const engine = openSqliteFts({ path: ':memory:' });
    const archive = anArchive({ a: 'A', b: 'B', c: 'C' }, ['a', 'b', 'c']);
    const stop = new AbortController();
    const load = async (keys: readonly ItemKey[]) => {
      if (keys.some(({ id }) => id === 'b')) stop.abort();
      return archive.load(keys);
    };
    const report = await indexChanges({ engine, ...archive, load, signal: stop.signal });
    expect(report).toEqual({ status: 'interrupted', put: 2, removed: 0, position: null });
    expect(await engine.health()).toMatchObject({ kind: 'needs-rebuild', items: 2 });
    await indexChanges({ engine, ...archive });
    expect(archive.asked).toEqual([0, 0]);
    expect(await titlesIn(engine)).toEqual(['A', 'B', 'C']);
  });

  it('keeps the position before a batch that fails', async () => {
    const engine = openSqliteFts({ path: ':memory:' });
    await engine.savePosition(0);
    const archive = anArchive({ a: 'A', b: 'B', c: 'C' }, ['a', 'b', 'c']);
    const load = async (keys: readonly ItemKey[]) => {
      if (keys.some(({ id }) => id === 'c')) throw new Error('row is torn');
      return archive.load(keys);
    };
    await expect(indexChanges({ engine, ...archive, load })).rejects.toThrow('row is torn');
    expect(await engine.health()).toMatchObject({ kind: 'ready', position: 2 });
  });

  it('does not begin with an engine that does not answer', async () => {
    const engine = openSqliteFts({ path: ':memory:' });
    await engine.close();
    const archive = anArchive({ a: 'A' }, ['a']);
    await expect(indexChanges({ engine, ...archive })).rejects.toThrow(/expected sqlite-fts to answer/);
    expect(archive.asked).toEqual([]);
  });
});

describe('rebuildIndex', () => {
  async function* keysOf(...ids: string[]): AsyncGenerator<readonly ItemKey[]> {
    for (const id of ids) yield [article(id)];
  }

  it('leaves nothing of the old index, and changes go on from its position', async () => {
    const engine = openSqliteFts({ path: ':memory:' });
    await engine.put([aSearchItem({ id: 'ghost', title: 'Ghost' })]);
    const archive = anArchive({ a: 'A', b: 'B', gone: null }, ['x', 'x', 'a', 'b']);
    const { put } = await rebuildIndex({ engine, ...archive, keys: keysOf('a', 'b', 'gone'), position: 2 });
    expect(put).toBe(2);
    expect(await titlesIn(engine)).toEqual(['A', 'B']);
    await indexChanges({ engine, ...archive });
    expect(archive.asked).toEqual([2]);
  });

  it('changes nothing when it is aborted', async () => {
    const engine = openSqliteFts({ path: ':memory:' });
    await engine.put([aSearchItem({ id: 'old', title: 'Old' })]);
    const stop = new AbortController();
    const { load } = anArchive({ a: 'A' }, []);
    async function* keys(): AsyncGenerator<readonly ItemKey[]> {
      yield [article('a')];
      stop.abort(new Error('enough'));
    }
    await expect(rebuildIndex({ engine, load, keys: keys(), position: 9, signal: stop.signal })).rejects.toThrow(
      'enough',
    );
    expect(await titlesIn(engine)).toEqual(['Old']);
    expect(await engine.health()).toMatchObject({ kind: 'needs-rebuild' });
  });
});

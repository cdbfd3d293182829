/** Putting, removing, rebuilding, and what `health` says of it; each case on an empty engine of its own. */
import { expect } from 'vitest';
import type { SearchItem } from '../core/search/engine.ts';
import type { Check } from './search-cases.ts';
import { aSearchItem, everything, facetsOfYear, searchItems, shortKey } from './search-items.ts';

export function changesContract(check: Check): void {
  check('is empty and says that it needs a rebuild, until it is told a position', async (engine) => {
    expect(await engine.health()).toEqual({ kind: 'needs-rebuild', items: 0, reason: 'new' });
    expect((await engine.find(everything)).total).toBe(0);
    await engine.put(searchItems.slice(0, 2));
    expect(await engine.health()).toMatchObject({ kind: 'needs-rebuild', items: 2 });
    await engine.savePosition(12);
    expect(await engine.health()).toEqual({ kind: 'ready', items: 2, position: 12 });
  });

  check('finds a replaced item by its new words only, once, under its new facets', async (engine) => {
    await engine.put([
      aSearchItem({ id: 'x', title: 'Cũ kĩ', body: 'lúa mùa', people: ['An Văn Cựu'], facets: facetsOfYear('2020') }),
    ]);
    await engine.put([
      aSearchItem({ id: 'x', title: 'Mới toanh', body: 'lúa chiêm', codes: ['9-CT/TU'], facets: facetsOfYear('2021') }),
    ]);
    for (const [text, total] of [
      ['cũ', 0],
      ['mùa', 0],
      ['cựu', 0],
      ['mới', 1],
      ['lúa', 1],
      ['9-CT/TU', 1],
    ] as const) {
      expect((await engine.find({ ...everything, text })).total, text).toBe(total);
    }
    const { total, facets: counted } = await engine.find(everything);
    expect([total, counted.year]).toEqual([1, [{ value: '2021', count: 1 }]]);
  });

  check('is not changed by the same items again', async (engine) => {
    await engine.put(searchItems);
    const before = await engine.find(everything);
    await engine.put(searchItems);
    expect(await engine.find(everything)).toEqual(before);
  });

  check('takes the last of two items with one key in one call', async (engine) => {
    await engine.put([aSearchItem({ id: 'x', title: 'Trước' }), aSearchItem({ id: 'x', title: 'Sau' })]);
    expect((await engine.find(everything)).hits.map((hit) => hit.title)).toEqual(['Sau']);
  });

  check('forgets removed items, and only those of that kind', async (engine) => {
    await engine.put(searchItems);
    await engine.remove([
      { kind: 'article', id: 'doi-thoai' },
      { kind: 'article', id: 'never-there' },
    ]);
    expect((await engine.find({ ...everything, text: 'Sông Mơ' })).hits.map(shortKey)).toEqual(['meeting:doi-thoai']);
    expect((await engine.find(everything)).total).toBe(searchItems.length - 1);
    await engine.put(searchItems);
    expect((await engine.find({ ...everything, text: '"đối thoại"' })).total).toBe(1);
  });

  check('refuses an item that cannot be filed, and takes none of the call', async (engine) => {
    await expect(engine.put([aSearchItem({ id: 'x' }), aSearchItem({ id: 'y', date: '2022-09' })])).rejects.toThrow(
      /article y/,
    );
    await expect(engine.put([aSearchItem({ id: '' })])).rejects.toThrow(RangeError);
    expect((await engine.find(everything)).total).toBe(0);
  });

  check('lists every key that it holds', async (engine) => {
    await engine.put(searchItems);
    const keys: string[] = [];
    for await (const batch of engine.keys()) keys.push(...batch.map(({ kind, id }) => `${kind} ${id}`));
    expect(keys.sort()).toEqual(searchItems.map(({ kind, id }) => `${kind} ${id}`).sort());
  });

  check('is empty after clear, and needs a rebuild', async (engine) => {
    await engine.put(searchItems);
    await engine.savePosition(5);
    await engine.clear();
    expect(await engine.health()).toEqual({ kind: 'needs-rebuild', items: 0, reason: 'cleared' });
    expect((await engine.find({ ...everything, text: 'Sông Mơ' })).total).toBe(0);
    await engine.put(searchItems);
    expect((await engine.find(everything)).total).toBe(searchItems.length);
  });

  check('answers from the old index while a rebuild goes on, then from the new one', async (engine) => {
    await engine.put([aSearchItem({ id: 'old', title: 'Sông Mơ' })]);
    await engine.rebuild(batches(), 77);
    expect(await engine.health()).toEqual({ kind: 'ready', items: searchItems.length, position: 77 });
    expect((await engine.find(everything)).hits.map((hit) => hit.id)).not.toContain('old');

    async function* batches(): AsyncGenerator<readonly SearchItem[]> {
      yield searchItems.slice(0, 5);
      expect((await engine.find(everything)).hits.map((hit) => hit.id)).toEqual(['old']);
      yield searchItems.slice(5);
    }
  });

  check('keeps the old index when a rebuild fails, and can rebuild afterwards', async (engine) => {
    await engine.put([aSearchItem({ id: 'old' })]);
    await engine.savePosition(3);
    await expect(engine.rebuild(failing(), 9)).rejects.toThrow('archive is gone');
    expect(await engine.health()).toEqual({ kind: 'ready', items: 1, position: 3 });
    await engine.rebuild(whole(), 10);
    expect((await engine.find(everything)).total).toBe(searchItems.length);

    async function* failing(): AsyncGenerator<readonly SearchItem[]> {
      yield searchItems.slice(0, 3);
      throw new Error('archive is gone');
    }
    async function* whole(): AsyncGenerator<readonly SearchItem[]> {
      yield searchItems;
    }
  });

  check('takes a long body and many codes', async (engine) => {
    const body = `${'Dòng sông chảy mãi. '.repeat(25_000)}Bến cuối cùng.`;
    const codes = Array.from({ length: 500 }, (_, number) => `${number + 1}-QĐ/TU`);
    await engine.put([aSearchItem({ id: 'x', body, codes })]);
    const { hits } = await engine.find({ ...everything, text: '"bến cuối"' });
    expect(hits[0]?.snippet).toMatch(/^… .*Bến cuối cùng\.$/);
    expect((await engine.find({ ...everything, text: '500-QĐ/TU' })).total).toBe(1);
  });

  check('says unreachable when it is closed, and closes twice', async (engine) => {
    await engine.close();
    await engine.close();
    expect(await engine.health()).toMatchObject({ kind: 'unreachable' });
    await expect(engine.find(everything)).rejects.toThrow();
  });
}

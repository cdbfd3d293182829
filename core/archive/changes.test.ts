import { describe, expect, it } from 'vitest';
import { anArchive } from '../../test/builders.ts';
import { mintArticleId } from './article-row.ts';
import type { ChangeBatch } from './changes.ts';
import { changesSince, readCursor, recordArticles, recordChanges, writeCursor } from './changes.ts';
import type { ArchiveDb } from './schema.ts';
import { inTransaction } from './transaction.ts';

async function readAll(db: ArchiveDb, seq: number, batchSize?: number): Promise<ChangeBatch[]> {
  const batches: ChangeBatch[] = [];
  for await (const batch of changesSince(db, seq, batchSize)) batches.push(batch);
  return batches;
}

describe('changes', () => {
  it('come in order and in batches, from where a listener left off', async () => {
    const { db } = await anArchive();
    await recordChanges(db, 'article', 'put', ['a', 'b']);
    await recordChanges(db, 'document', 'put', ['a']);
    const [first, second, ...more] = await readAll(db, 0, 2);
    expect(first?.changes).toEqual([
      { kind: 'article', id: 'a', op: 'put' },
      { kind: 'article', id: 'b', op: 'put' },
    ]);
    expect(second?.changes).toEqual([{ kind: 'document', id: 'a', op: 'put' }]);
    expect(more).toEqual([]);
    expect(await readAll(db, second?.seq ?? 0)).toEqual([]);
    expect(await readAll(db, first?.seq ?? 0)).toEqual([second]);
  });

  it('tell each thing once, as it is now, under a new number', async () => {
    const { db } = await anArchive();
    await recordChanges(db, 'article', 'put', ['a', 'b', 'a']);
    const [before] = await readAll(db, 0);
    await recordChanges(db, 'article', 'remove', ['a']);
    const news = await readAll(db, before?.seq ?? 0);
    expect(news.flatMap(({ changes }) => changes)).toEqual([{ kind: 'article', id: 'a', op: 'remove' }]);
    expect((await readAll(db, 0)).flatMap(({ changes }) => changes)).toHaveLength(2);
  });

  it('never get the same number again, even when the last one is rewritten', async () => {
    const { db } = await anArchive();
    const numbers: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      await recordChanges(db, 'meeting', 'put', ['m']);
      numbers.push(...(await readAll(db, 0)).map(({ seq }) => seq));
    }
    expect(numbers).toEqual([1, 2, 3]);
  });

  it('are written once for what one transaction notes again and again', async () => {
    const { db } = await anArchive();
    await inTransaction(db, async (trx) => {
      for (let n = 0; n < 3; n += 1) await recordChanges(trx, 'article', 'put', ['a']);
      await recordChanges(trx, 'article', 'put', ['b']);
      await recordChanges(trx, 'article', 'put', ['a']);
      await recordChanges(trx, 'article', 'remove', ['a']);
      await recordChanges(trx, 'article', 'put', ['a']);
    });
    const [first] = await readAll(db, 0);
    expect(first?.changes.map(({ id, op }) => `${op} ${id}`)).toEqual(['put b', 'put a']);
    expect(first?.seq).toBe(5);
    await inTransaction(db, (trx) => recordChanges(trx, 'article', 'put', ['a']));
    expect((await readAll(db, 5)).map(({ seq }) => seq)).toEqual([6]);
  });

  it('by others behind one that settling made in the same transaction are news', async () => {
    const { db } = await anArchive();
    const article = mintArticleId('https://tin.example.vn/1');
    await inTransaction(db, async (trx) => {
      await recordChanges(trx, 'article', 'put', [article]);
      await recordArticles(trx, [article], 1);
      await recordChanges(trx, 'article', 'put', [article]);
    });
    const [news] = await readAll(db, 0);
    expect([...(news?.bySettling ?? ['none'])]).toEqual([]);
  });

  it('that settling made itself are told apart, unless another still waits', async () => {
    const { db } = await anArchive();
    const [settled, waiting] = [mintArticleId('https://tin.example.vn/1'), mintArticleId('https://tin.example.vn/2')];
    await recordChanges(db, 'article', 'put', [settled]);
    const [{ seq } = { seq: 0 }] = await readAll(db, 0);
    await recordChanges(db, 'article', 'put', [waiting]);
    await recordArticles(db, [settled, waiting], seq);
    const [news] = await readAll(db, seq);
    expect(news?.changes.map(({ id }) => id)).toEqual([settled, waiting]);
    expect([...(news?.bySettling ?? [])]).toEqual([settled]);
    await recordChanges(db, 'article', 'put', [settled]);
    expect((await readAll(db, seq)).flatMap(({ bySettling }) => [...bySettling])).toEqual([]);
  });

  it('of many things at once fit', async () => {
    const { db } = await anArchive();
    const ids = Array.from({ length: 1234 }, (_, n) => `a${n}`);
    await recordChanges(db, 'article', 'put', ids);
    const batches = await readAll(db, 0);
    expect(batches.map(({ changes }) => changes.length)).toEqual([500, 500, 234]);
    expect(batches.flatMap(({ changes }) => changes.map(({ id }) => id))).toEqual(ids);
  });

  it('go with the transaction that made them', async () => {
    const { db } = await anArchive();
    const failed = db.transaction().execute(async (trx) => {
      await recordChanges(trx, 'article', 'put', ['a']);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await readAll(db, 0)).toEqual([]);
  });
});

describe('cursors', () => {
  it('are remembered by name', async () => {
    const { db } = await anArchive();
    expect(await readCursor(db, 'search')).toBe(0);
    await writeCursor(db, 'search', 7);
    await writeCursor(db, 'search', 9);
    await writeCursor(db, 'feed', 3);
    expect([await readCursor(db, 'search'), await readCursor(db, 'feed')]).toEqual([9, 3]);
  });
});

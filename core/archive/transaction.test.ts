import { describe, expect, it } from 'vitest';
import { anArchive } from '../../test/builders.ts';
import { readMeta, writeMeta } from './meta.ts';
import { inTransaction } from './transaction.ts';

describe('inTransaction', () => {
  it('puts writes together, however deep they stand', async () => {
    const { db } = await anArchive();
    const work = inTransaction(db, async (outer) => {
      await inTransaction(outer, (inner) => writeMeta(inner, 'reader', '1'));
      expect(await readMeta(outer, 'reader')).toBe('1');
      throw new Error('too late');
    });
    await expect(work).rejects.toThrow('too late');
    expect(await readMeta(db, 'reader')).toBeNull();
  });

  it('answers what the work answers and keeps what it wrote', async () => {
    const { db } = await anArchive();
    const answer = await inTransaction(db, async (trx) => {
      await writeMeta(trx, 'reader', '1');
      await writeMeta(trx, 'reader', '2');
      return 7;
    });
    expect([answer, await readMeta(db, 'reader')]).toEqual([7, '2']);
  });

  it('lets work that was begun at once go one after the other', async () => {
    const { db } = await anArchive();
    const count = () =>
      inTransaction(db, async (trx) => writeMeta(trx, 'n', String(Number((await readMeta(trx, 'n')) ?? '0') + 1)));
    await Promise.all(Array.from({ length: 20 }, count));
    expect(await readMeta(db, 'n')).toBe('20');
  });
});

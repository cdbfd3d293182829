import { describe, expect, it } from 'vitest';
import { anArchive, keepArticle } from '../test/builders.ts';
import { rememberEach } from './remember.ts';

describe('what was asked lately', () => {
  it('is read once, for whoever asks meanwhile too, until the archive changes', async () => {
    const archive = await anArchive();
    const remember = rememberEach<number>(5);
    const recall = (key: string, read: () => Promise<number>) => remember(archive.db, key, read);
    let reads = 0;
    const read = async () => {
      reads += 1;
      return reads;
    };
    expect(await Promise.all([recall('a', read), recall('a', read)])).toEqual([1, 1]);
    expect(await recall('a', read)).toBe(1);
    expect(await recall('b', read)).toBe(2);
    await keepArticle(archive);
    expect(await recall('a', read)).toBe(3);
  });

  it('gives way to what was asked later', async () => {
    const { db } = await anArchive();
    const remember = rememberEach<string>(2);
    const recall = (key: string, read: () => Promise<string>) => remember(db, key, read);
    const reads: string[] = [];
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) {
      await recall(key, async () => {
        reads.push(key);
        return key;
      });
    }
    expect(reads).toEqual(['a', 'b', 'c', 'b']);
  });

  it('forgets what failed', async () => {
    const { db } = await anArchive();
    const remember = rememberEach<string>(2);
    const recall = (key: string, read: () => Promise<string>) => remember(db, key, read);
    await expect(recall('a', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
    expect(await recall('a', async () => 'well')).toBe('well');
  });

  it('gives way where it weighs too much, but never the one asked last', async () => {
    const { db } = await anArchive();
    const remember = rememberEach<string>(10, { of: (answer) => answer.length, most: 5 });
    const reads: string[] = [];
    for (const key of ['aaa', 'bb', 'c', 'aaa', 'ddddddd', 'ddddddd', 'bb']) {
      await remember(db, key, async () => {
        reads.push(key);
        return key;
      });
    }
    expect(reads).toEqual(['aaa', 'bb', 'c', 'aaa', 'ddddddd', 'bb']);
  });
});

/** What `sohieu generate` leaves on disk: all files, the same bytes for the same seed, and never over anything else. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runGenerate } from './generate.ts';
import { UsageError } from './outcome.ts';

const folder = mkdtempSync(join(tmpdir(), 'sohieu-generate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('generate', () => {
  it('writes articles, sources and truth, the same bytes for the same seed', async () => {
    for (const out of ['a', 'b'])
      expect(await runGenerate({ articles: '450', seed: '7', out: join(folder, out) })).toBe(0);
    const files = readdirSync(join(folder, 'a'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, 'a').length + 1))
      .sort();
    expect(files.filter((file) => file.startsWith('sources'))).toHaveLength(10);
    expect(files.filter((file) => !file.startsWith('sources'))).toEqual([
      'articles.jsonl',
      'truth/citations.jsonl',
      'truth/documents.jsonl',
      'truth/meetings.jsonl',
      'truth/relations.jsonl',
    ]);
    for (const file of files)
      expect(readFileSync(join(folder, 'a', file)).equals(readFileSync(join(folder, 'b', file))), file).toBe(true);
    expect(
      readFileSync(join(folder, 'a', 'articles.jsonl'), 'utf8')
        .trimEnd()
        .split('\n'),
    ).toHaveLength(450);
  });

  it.each(['0', '-3', '2.5', 'many', '99999999'])('refuses %s articles', async (articles) => {
    await expect(runGenerate({ articles, seed: '7', out: join(folder, 'c') })).rejects.toThrow(UsageError);
  });

  it('writes into no folder that holds anything', async () => {
    writeFileSync(join(folder, 'kept.txt'), 'kept');
    await expect(runGenerate({ articles: '1', seed: '7', out: folder })).rejects.toThrow(/expected an empty folder/);
  });
});

import type { LogEvent } from 'kysely';
import { CompiledQuery } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { anArchive, keepArticle, sampleText } from '../../test/builders.ts';
import type { DocumentId } from '../documents/document.ts';
import type { Archive } from './archive.ts';
import { type ChainDirection, type ChainLimits, readChain } from './chain.ts';
import type { ArticleId, RelationRecord } from './records.ts';
import { replaceRelations } from './relations.ts';

const wide: ChainLimits = { depth: 4, documents: 100 };
const queries: CompiledQuery[] = [];
let archive: Archive;
let first: ArticleId;
let second: ArticleId;

beforeEach(async () => {
  archive = await anArchive({ log: ({ query }: LogEvent) => void queries.push(query) });
  const [a, b] = [await keep(1), await keep(2)].sort();
  if (a === undefined || b === undefined) throw new Error('expected two articles');
  [first, second] = [a, b];
});

const keep = (number: number): Promise<ArticleId> =>
  keepArticle(archive, { url: `https://tin.example.vn/${number}`, text: `${sampleText} ${number}` });

/** "plan > directive" is a plan that implements the directive, "guide : plan" a text that guides the plan. */
async function relate(article: ArticleId, ...lines: readonly string[]): Promise<void> {
  const relations = lines.map((line): RelationRecord => {
    const [from = '', sign, to = ''] = line.split(' ');
    const kind = sign === '>' ? 'implements' : sign === ':' ? 'guides' : 'amends';
    return { from: from as DocumentId, to: to as DocumentId, kind, article, sentence: `${line} in ${article}` };
  });
  await replaceRelations(archive.db, [article], relations);
}

async function walk(from: string, direction: ChainDirection, limits = wide): Promise<readonly string[]> {
  const { steps, isCut } = await readChain(archive.db, from as DocumentId, direction, limits);
  const lines = steps.map((step) => `${step.depth} ${step.document} < ${step.parent} ${step.kind} ${step.articles}`);
  return isCut ? [...lines, 'cut'] : lines;
}

describe('the chain of a document', () => {
  it('goes down to what implements or guides it, and up to what it implements', async () => {
    await relate(first, 'plan > directive', 'city > plan', 'guide : plan', 'other * directive');
    expect(await walk('directive', 'down')).toEqual([
      '1 plan < directive implements 1',
      '2 city < plan implements 1',
      '2 guide < plan guides 1',
    ]);
    expect(await walk('city', 'up')).toEqual(['1 plan < city implements 1', '2 directive < plan implements 1']);
    expect(await walk('other', 'up')).toEqual([]);
  });

  it('puts first what most articles state, with the sentence of one of them', async () => {
    await relate(first, 'a > directive', 'b > directive');
    await relate(second, 'b > directive');
    const { steps } = await readChain(archive.db, 'directive' as DocumentId, 'down', wide);
    expect(steps.map(({ document, articles }) => [document, articles])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
    expect(steps[0]?.sentence).toBe(`b > directive in ${first}`);
    expect(steps[0]?.article).toBe(first);
  });

  it('ends where documents implement one another', async () => {
    await relate(first, 'b > a', 'c > b', 'a > c', 'a > a');
    expect(await walk('a', 'down')).toEqual(['1 b < a implements 1', '2 c < b implements 1']);
    expect(await walk('a', 'up')).toEqual(['1 c < a implements 1', '2 b < c implements 1']);
  });

  it('shows a document once, by the nearest way and by the better kind', async () => {
    await relate(first, 'b > a', 'c > b', 'c : a', 'c > a');
    expect(await walk('a', 'down')).toEqual(['1 b < a implements 1', '1 c < a implements 1']);
  });

  it('says so where it is cut, and not where it just fits', async () => {
    await relate(first, 'b > a', 'c > b', 'd > c', 'e > d');
    expect(await walk('a', 'down')).toHaveLength(4);
    expect(await walk('a', 'down', { depth: 3, documents: 100 })).toEqual([
      '1 b < a implements 1',
      '2 c < b implements 1',
      '3 d < c implements 1',
      'cut',
    ]);
    expect((await walk('a', 'down', { depth: 4, documents: 2 })).at(-1)).toBe('cut');
    expect((await walk('a', 'down', { depth: 4, documents: 4 })).at(-1)).not.toBe('cut');
  });

  it('is bounded where hundreds implement one document', async () => {
    await relate(first, ...Array.from({ length: 600 }, (_, index) => `p${index} > a`));
    const lines = await walk('a', 'down');
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe('cut');
  });

  it.each(['down', 'up'] as const)('%s: looks at the relations of its documents alone', async (direction) => {
    await relate(first, 'b > a', 'c > b');
    queries.length = 0;
    await walk('b', direction);
    const ran = queries.filter(({ sql }) => sql.startsWith('select'));
    expect(ran.length).toBeGreaterThan(0);
    for (const { sql, parameters } of ran) {
      const plan = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
      const { rows } = await archive.db.executeQuery<{ detail: string }>(plan);
      expect(rows.map(({ detail }) => detail).filter((step) => /^SCAN relations/.test(step))).toEqual([]);
    }
  });
});

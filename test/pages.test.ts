/**
 * The floor under the reading of pages: labelled pages of our own, one and more for each engine and trap.
 *
 * Floors go up when the numbers do; to lower one is a decision to be given reasons for in its commit.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ReadArticle } from '../ingest/read/article.ts';
import { decodeBytes } from '../ingest/read/charset.ts';
import { engines } from '../ingest/read/engines.ts';
import { readHtml } from '../ingest/read/html.ts';
import floorsJson from './pages/floors.json' with { type: 'json' };
import { type LabelledPage, parsePages, scorePages, shingleF1 } from './pages/score.ts';

const own = join(import.meta.dirname, 'pages');
const pages = parsePages(readFileSync(join(own, 'expected.jsonl'), 'utf8'));
const bytesOf = ({ file }: LabelledPage): Uint8Array => readFileSync(join(own, 'fixtures', file));

const floors = z
  .strictObject({
    fingerprint: z.string(),
    pages: z.number(),
    title: z.number(),
    published: z.number(),
    author: z.number(),
    lead: z.number(),
    details: z.number(),
    textF1: z.number(),
    orderF1: z.number(),
    withFurniture: z.number(),
  })
  .parse(floorsJson);

async function readPage(page: LabelledPage): Promise<ReadArticle> {
  const decoded = await decodeBytes(bytesOf(page), page.content_type);
  if (decoded.kind !== 'text') throw new Error(`Reading ${page.file}: expected text, came: ${decoded.reason}`);
  const now = new Date('2026-11-20T00:00:00Z');
  return readHtml({ html: decoded.text, url: page.url, encoding: decoded.encoding, selectors: {}, now });
}

describe('the labelled pages', () => {
  it('are those that the floors were pinned on', () => {
    const hash = createHash('sha256').update(readFileSync(join(own, 'expected.jsonl')));
    for (const page of pages) hash.update(bytesOf(page));
    const advice =
      'Pages or labels changed: check the score, then write the new fingerprint into test/pages/floors.json.';
    expect(hash.digest('hex').slice(0, 16), advice).toBe(floors.fingerprint);
    expect(pages.length).toBe(floors.pages);
  });

  it('have a label line for each page and a page for each line', () => {
    expect(pages.map(({ file }) => file).sort()).toEqual(readdirSync(join(own, 'fixtures')).sort());
  });

  it('cover every engine', () => {
    const covered = new Set(pages.map(({ engine }) => engine));
    expect(engines.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  });
});

describe('reading the labelled pages', () => {
  it('stays above its floors', async () => {
    const read: ReadArticle[] = [];
    for (const page of pages) read.push(await readPage(page));
    const { mistakes, withFurniture, ...shares } = scorePages(pages, read);
    const told = mistakes.join('\n');
    for (const [name, share] of Object.entries(shares)) {
      expect(share, `${name}\n${told}`).toBeGreaterThanOrEqual(z.number().parse(Reflect.get(floors, name)));
    }
    expect(withFurniture, told).toBeLessThanOrEqual(floors.withFurniture);
  }, 60_000);
});

describe('the scorer', () => {
  const page = pages.find(({ engine }) => engine === 'hemera');
  if (page === undefined) throw new Error('The labelled pages should hold one of the engine hemera.');

  it('gives everything for a perfect answer, and tells what is wrong', async () => {
    const right = await readPage(page);
    expect(scorePages([page], [right])).toMatchObject({
      title: 1,
      published: 1,
      author: 1,
      textF1: 1,
      withFurniture: 0,
    });
    const wrong = {
      ...right,
      title: `${right.title} | Báo`,
      published: null,
      author: 'Người khác',
      text: `${right.text}\n\n${page.not[0]}`,
    };
    const score = scorePages([page], [wrong]);
    expect(score).toMatchObject({ title: 0, published: 0, author: 0, lead: 1, withFurniture: 1 });
    expect(score.textF1).toBeLessThan(1);
    expect(score.mistakes.join('\n')).toContain('Người khác');
  });

  it.each([
    ['một hai ba bốn năm', 'một hai ba bốn năm', 1, 1],
    ['một hai ba bốn năm', 'năm bốn ba hai một', 1, 1],
    ['một hai ba bốn năm', 'năm bốn ba hai một', 4, 0],
    ['một hai', 'ba bốn', 1, 0],
    ['một một', 'một', 1, 2 / 3],
    ['', '', 1, 1],
  ])('compares %j and %j by runs of their words', (wanted, got, size, f1) => {
    expect(shingleF1(wanted, got, size)).toBeCloseTo(f1);
  });
});

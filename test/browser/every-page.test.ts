/** Every kind of page: nothing that keeps a reader out, nothing from elsewhere, no script needed, room on a telephone. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findBarriers, findOverflow, openReader, type Reader } from './reader.ts';

const document = 'nq-21-tu.ha-khe.quang-hai.2020';
/** Most that a page and what it loads may weigh at first view, compressed, in bytes. */
const MOST_BYTES = 100 * 1024;

let reader: Reader;
const ids = { article: '', meeting: '' };
beforeAll(async () => {
  reader = await openReader();
  const answer = await fetch(`${reader.url}/api/v1/documents/${document}/citations`);
  const { items } = z
    .object({ items: z.array(z.object({ article: z.string(), meeting: z.object({ id: z.string() }).nullable() })) })
    .parse(await answer.json());
  const cited = items.find(({ meeting }) => meeting !== null);
  ids.article = cited?.article ?? '';
  ids.meeting = cited?.meeting?.id ?? '';
});
afterAll(() => reader?.close());

const pages = [
  '/',
  '/tim',
  '/tim?q=nq+21+tu',
  '/tim?q=h%E1%BA%A1+t%E1%BA%A7ng',
  '/tim?q=nq+987+tu',
  '/van-ban',
  `/van-ban/${document}`,
  '/van-ban/ct-18-tw.2021',
  '/van-ban/cv-736-ubnd.tra-lam.nam-trung.2023',
  `/van-ban/${document}/do-phu`,
  '/bai-viet/ARTICLE',
  '/bai-viet/ARTICLE/ban-luu',
  '/bai-viet/ARTICLE/phien-ban',
  '/cuoc-hop',
  '/cuoc-hop?lich=2023-03',
  '/cuoc-hop/MEETING',
  '/mang-luoi',
  `/mang-luoi?doc=${document}`,
  '/nguon',
  '/kiem-tra',
  '/api/docs',
  '/khong-co-trang-nay',
];

function addressOf(page: string): string {
  return page.replace('ARTICLE', ids.article).replace('MEETING', encodeURIComponent(ids.meeting));
}

/** Pages that answer something else than 200, which browsers note in the console. */
function isRefused(page: string): boolean {
  return page === '/khong-co-trang-nay';
}

describe('every page', () => {
  it.each(pages)('%s has nothing that keeps a reader out, and loads nothing from elsewhere', async (path) => {
    const { page, faults, close } = await reader.open(addressOf(path));
    expect(await findBarriers(page)).toEqual([]);
    expect(isRefused(path) ? [] : faults).toEqual([]);
    expect(await page.locator('h1').count()).toBe(1);
    await close();
  });

  it.each(pages)('%s is as open in the dark and in English', async (path) => {
    const address = addressOf(path);
    const english = `${address}${address.includes('?') ? '&' : '?'}lang=en`;
    const { page, close } = await reader.open(english, { isDark: true });
    expect(await findBarriers(page)).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await close();
  });

  it.each(pages)('%s fits a telephone, with scripts and without', async (path) => {
    for (const withScripts of [true, false]) {
      const { page, close } = await reader.open(addressOf(path), { width: 360, withScripts });
      if (withScripts) expect(await findOverflow(page)).toBeLessThanOrEqual(0);
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(20);
      await close();
    }
  });

  it.each(pages)('%s and what it loads weigh little', async (path) => {
    const first = await fetch(reader.url + addressOf(path));
    const html = await first.text();
    const loaded = [...html.matchAll(/(?:<link rel="stylesheet" href|<script[^>]* src)="([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    const parts = await Promise.all(loaded.map(async (at) => (await fetch(reader.url + at)).text()));
    const bytes = [html, ...parts].map((part) => gzipSync(part).length).reduce((sum, one) => sum + one, 0);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });
});

import express from 'express';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../test/serving.ts';
import { siteArticles } from '../test/site-articles.ts';
import { listen } from './listen.ts';
import { originOf } from './origin.ts';
import { mountMachineFiles } from './sitemap.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(siteArticles);
});
afterAll(() => site.close());

function locations(xml: string): readonly string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address);
}

describe('the sitemap', () => {
  it('names its parts, and in them every settled document, meeting and article, all of which are there', async () => {
    const index = await site.get('/sitemap.xml');
    expect(index.headers['content-type']).toMatch(/^application\/xml/);
    const parts = locations(index.text);
    expect(parts).toEqual(['documents', 'meetings', 'articles'].map((kind) => `${site.url}/sitemap/${kind}-1.xml`));
    const addresses: string[] = [];
    for (const part of parts) {
      const { status, text } = await site.get(part.replace(site.url, ''));
      expect([status, text.startsWith('<?xml'), text.trimEnd().endsWith('</urlset>')]).toEqual([200, true, true]);
      addresses.push(...locations(text));
    }
    expect(addresses.filter((one) => one.includes('/bai-viet/'))).toHaveLength(siteArticles.length);
    expect(addresses).toContain(`${site.url}/van-ban/nq-31-tu.song-mo.2020`);
    expect(addresses.some((one) => one.includes('/van-ban/ma.'))).toBe(false);
    for (const address of addresses) expect((await site.get(address.replace(site.url, ''))).status).toBe(200);
  });

  it('leaves out the samples, and what only they speak of', async () => {
    const small = await openSite(siteArticles.slice(0, 2).map((article) => ({ ...article, isSample: true })));
    expect(locations((await small.get('/sitemap.xml')).text)).toEqual([]);
    await small.add(siteArticles.slice(2));
    const parts = locations((await small.get('/sitemap.xml')).text);
    const all = await Promise.all(parts.map(async (part) => (await small.get(part.replace(small.url, ''))).text));
    const found = all.flatMap(locations).map((address) => address.replace(small.url, ''));
    expect(found.filter((path) => path.startsWith('/bai-viet/'))).toHaveLength(2);
    expect(found).toContain('/van-ban/nq-31-tu.quang-ninh.2020');
    expect(found).not.toContain('/van-ban/kh-77-tu.song-mo.2020');
    await small.close();
  });

  it('goes on in the next part, each address once', async () => {
    const app = express();
    mountMachineFiles(app, site.archive.db, (_problem, _request, response) => void response.sendStatus(404), 2);
    const server = await listen(app, { host: '127.0.0.1', port: 0, log: pino({ level: 'silent' }) });
    const read = async (path: string): Promise<string> => (await fetch(server.url + path)).text();
    const parts = locations(await read('/sitemap.xml')).filter((part) => part.includes('articles'));
    expect(parts).toHaveLength(2);
    const found = (await Promise.all(parts.map((part) => read(part.replace(server.url, ''))))).flatMap(locations);
    expect(new Set(found).size).toBe(siteArticles.length);
    expect((await fetch(`${server.url}/sitemap/articles-3.xml`)).status).toBe(404);
    await server.close();
  });

  it.each(['/sitemap/articles-2.xml', '/sitemap/articles-0.xml', '/sitemap/secrets-1.xml', '/sitemap/articles-x.xml'])(
    'has no part %s',
    async (path) => {
      expect((await site.get(path)).status).toBe(404);
    },
  );

  it('names no host that the request does not say plainly', async () => {
    for (const host of ['evil.example"><x', 'a b', 'x/../y', 'user@host']) {
      const { status, text } = await site.get('/sitemap.xml', { headers: { host } });
      expect([status >= 400, text.includes('<sitemapindex')]).toEqual([true, false]);
      expect((await site.get('/robots.txt', { headers: { host } })).text).not.toContain('Sitemap');
    }
  });
});

describe('robots.txt', () => {
  it('lets crawlers read all but exports and drafts', async () => {
    const { text, headers } = await site.get('/robots.txt');
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(text).toBe(
      `User-agent: *\nDisallow: /api/v1/export\nDisallow: /kiem-tra\n\nSitemap: ${site.url}/sitemap.xml\n`,
    );
  });
});

describe('the mark in the tab', () => {
  it('is there, so that browsers find it', async () => {
    const { status, headers, text } = await site.get('/favicon.ico');
    expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    expect(text).toMatch(/^<svg[^>]*>(?:<(?:rect|path) [^<>]*\/>)+<\/svg>$/);
    expect((await site.get('/')).text).toContain('<link rel="icon" href="/favicon.ico" type="image/svg+xml"/>');
  });
});

describe('where the site is', () => {
  it.each([
    ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['Kho.Example.VN', 'http://kho.example.vn'],
    ['[::1]:80', 'http://[::1]:80'],
    ['', null],
    [undefined, null],
    ['a_b', null],
    ['-x', null],
    ['x:999999', null],
    ['x:99999', null],
    ['x#y', null],
  ])('%s → %s', (host, origin) => {
    expect(originOf({ protocol: 'http', headers: { host } })).toBe(origin);
  });
});

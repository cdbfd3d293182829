import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answered, type Asking, openSite, type Site } from '../test/serving.ts';
import { siteArticles } from '../test/site-articles.ts';
import { addresses } from './app.ts';
import { problemSchema } from './problem.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(siteArticles);
});
afterAll(() => site.close());

const aPage = '/';
const anAnswer = '/api/v1/stats';

describe('every answer', () => {
  it.each([aPage, '/tim?q=nq+31+tu', '/no-such', '/van-ban/%ZZ', anAnswer, '/api/v1/documents/no-such', '/healthz'])(
    '%s bears the headers that protect readers, and none that tell of us',
    async (path) => {
      const { headers } = await site.get(path);
      expect(headers['content-security-policy']).toBe(
        "default-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'x-frame-options': 'DENY',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('strict-transport-security');
    },
  );

  it.each([
    [anAnswer, 'GET', '*'],
    ['/api/v1/documents/no-such', 'GET', '*'],
    ['/api/v1/extract', 'POST', undefined],
    [aPage, 'GET', undefined],
    ['/api/docs', 'GET', undefined],
  ])('%s by %s may be read from other sites: %s', async (path, method, allowed) => {
    expect((await site.get(path, { method })).headers['access-control-allow-origin']).toBe(allowed);
  });

  it('is compressed for whom it helps, and not sent again when unchanged', async () => {
    const packed = await site.get('/api/v1/meetings', { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    const { headers } = await site.get(aPage);
    const again = await site.get(aPage, { headers: { 'if-none-match': String(headers['etag']) } });
    expect([again.status, again.text]).toEqual([304, '']);
  });
});

describe('the style sheets', () => {
  it.each([
    ['/', ['.style']],
    ['/kiem-tra', ['.style', '.style-draft']],
    ['/nguon', ['.style', '.style-sources']],
    ['/khong-co', ['.style']],
    ['/api/docs', ['.style']],
  ])('of %s have their hash for a name and are kept for ever', async (path, expected) => {
    const { text } = await site.get(path);
    const addresses = [...text.matchAll(/rel="stylesheet" href="(\/[^"]+)"/g)].map(([, address = '']) => address);
    const served = await Promise.all(addresses.map((address) => site.get(address)));
    expect(served.map((sheet) => sheet.text)).toEqual(expected.map((name) => `${name} { color: black }`));
    for (const { headers } of served) {
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['content-type']).toMatch(/^text\/css/);
    }
  });

  it('answer by their own hash only', async () => {
    expect((await site.get('/style-0000.css')).status).toBe(404);
    expect((await site.get('/style-draft-0000.css')).status).toBe(404);
  });
});

describe('signs of life', () => {
  it.each([
    ['/healthz', 'ok\n'],
    ['/readyz', 'ready\n'],
  ])('%s', async (path, text) => {
    const answered = await site.get(path);
    expect([answered.status, answered.text]).toEqual([200, text]);
  });

  it('are not ready without a database, yet alive', async () => {
    const lost = await openSite([]);
    await lost.archive.close();
    expect((await lost.get('/readyz')).status).toBe(503);
    expect((await lost.get('/healthz')).status).toBe(200);
    const broken = await lost.get('/');
    expect([broken.status, broken.text.includes('Có lỗi ở phía máy chủ')]).toEqual([500, true]);
    await lost.close();
  });
});

describe('what goes wrong', () => {
  const cases: readonly (readonly [note: string, path: string, status: number, given: Asking])[] = [
    ['an address of nothing', '/api/v1/no-such', 404, {}],
    ['a broken escape', '/api/v1/documents/%ZZ', 400, {}],
    ['a method that is not taken', '/api/v1/stats', 405, { method: 'DELETE' }],
    ['GET on what takes POST', '/api/v1/extract', 405, {}],
    ['a body that is no JSON', '/api/v1/extract', 415, { method: 'POST', body: 'text' }],
    ['an address too long', `/api/v1/search?q=${'x'.repeat(9000)}`, 414, {}],
  ];

  it.each(cases)('is a problem in the API: %s', async (_note, path, status, given) => {
    const answered = await site.get(path, given);
    expect(answered.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(problemSchema.parse(answered.json)).toMatchObject({ status });
    expect(answered.status).toBe(status);
  });

  it.each([
    ['/no-such', 404],
    ['/van-ban/%ZZ', 400],
    ['/bai-viet/zz', 404],
    [`/tim?q=${'x'.repeat(9000)}`, 414],
  ])('is a page elsewhere: %s', async (path, status) => {
    const answered = await site.get(path);
    expect([answered.status, answered.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(answered.text).toContain('<html lang="vi">');
  });

  it.each([
    ['POST', '/tim', 'GET, HEAD'],
    ['GET', '/api/v1/extract', 'POST'],
  ])('%s %s is told what works: %s', async (method, path, allow) => {
    const answered = await site.get(path, { method });
    expect([answered.status, answered.headers['allow']]).toEqual([405, allow]);
  });

  it('tells what broke to the log alone, under the id that the reader has', async () => {
    const lost = await openSite([]);
    await lost.archive.close();
    const { json, text } = await lost.get(anAnswer);
    const { instance, status } = problemSchema.parse(json);
    expect(status).toBe(500);
    expect(text).not.toMatch(/destroyed|at .*\.ts|stack|node_modules/);
    const logged = lost.lines.find((line) => line.includes(instance)) ?? '';
    expect(JSON.parse(logged)).toMatchObject({ level: 50, path: anAnswer, err: { stack: expect.any(String) } });
    await lost.close();
  });
});

describe('too many requests', () => {
  it('are put off with the time to come again, in the form of their place; life is not counted', async () => {
    const busy = await openSite([], { rateLimit: 3 });
    const asked: Answered[] = [];
    for (const path of [aPage, aPage, anAnswer, anAnswer, aPage, '/healthz']) asked.push(await busy.get(path));
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429, 200]);
    expect(asked[3]?.headers).toMatchObject({ 'retry-after': '60', 'access-control-allow-origin': '*' });
    expect(problemSchema.parse(asked[3]?.json).status).toBe(429);
    expect(asked[4]?.text).toContain('Xin chờ một chút');
    await busy.close();
  });
});

describe('the log', () => {
  it('has one line a request, without what was looked for or who asked', async () => {
    await site.get('/tim?q=b%C3%AD+m%E1%BA%ADt%0D%0A', { headers: { 'user-agent': 'somebody' } });
    const line = site.lines.findLast((one) => one.includes('"/tim"')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', path: '/tim', status: 200 });
    expect(line).not.toMatch(/mật|m%E1|127\.0\.0\.1|somebody/);
    expect(site.lines.every((one) => one.endsWith('}\n') && one.trim().split('\n').length === 1)).toBe(true);
  });
});

describe('addresses', () => {
  it('are named once each, with what they answer', () => {
    const names = addresses.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(names).size).toBe(names.length);
    expect(addresses.every(({ summary }) => summary.endsWith('.'))).toBe(true);
  });
});

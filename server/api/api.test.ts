/**
 * The API as programs meet it: every address answers what its schema says and refuses what it must.
 *
 * Longer than 300 lines because every address has its row in one table, and none may be left out of it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aNightOf } from '../../test/nights.ts';
import { openSite, type Site } from '../../test/serving.ts';
import { aReport, siteArticles } from '../../test/site-articles.ts';
import { addresses } from '../app.ts';
import { problemSchema } from '../problem.ts';
import { createEndpoints } from './endpoints.ts';

const reports = 45;
const document = 'nq-31-tu.song-mo.2020';
const listSchema = z.object({ items: z.array(z.unknown()), total: z.number(), next: z.string().nullable() });

let site: Site;
let article = '';
let meeting = '';
let run = '';
beforeAll(async () => {
  site = await openSite([...siteArticles, ...Array.from({ length: reports }, (_, index) => aReport(index))]);
  const found = z
    .object({ articles: z.array(z.object({ id: z.string(), url: z.string() })) })
    .parse((await site.get('/api/v1/search?q=giao+ban+%C4%91%C3%B4+th%E1%BB%8B')).json);
  article = found.articles.find(({ url }) => url.endsWith('/bai/1'))?.id ?? '';
  const listed = z
    .object({ items: z.array(z.object({ id: z.string() })) })
    .parse((await site.get('/api/v1/meetings?to=2022-04-30')).json);
  meeting = listed.items[0]?.id ?? '';
  run = await aNightOf(site.archive.db);
});
afterAll(() => site.close());

/** A request that each endpoint answers with 200, and those that it refuses with their status. */
const asked: Readonly<Record<string, { readonly sound: string; readonly refused: Readonly<Record<string, number>> }>> =
  {
    '/api/v1/search': {
      sound: '?q=ch%E1%BB%89nh+trang&type=nq&type=CT&from=2022-01-01&sort=newest&per_page=2&lang=en',
      refused: {
        [`?q=${'x'.repeat(513)}`]: 400,
        '?per_page=101': 400,
        '?per_page=0': 400,
        '?page=0': 400,
        '?page=1000000000': 400,
        '?page=abc': 400,
        '?from=2022-02-30': 400,
        '?to=nay': 400,
        '?sort=best': 400,
        '?level=city': 400,
      },
    },
    '/api/v1/suggest': {
      sound: '?q=31-nq',
      refused: { '?per_page=0': 400, [`?q=${'a'.repeat(513)}`]: 400 },
    },
    '/api/v1/resolve': {
      sound: '?code=nq+31+tu',
      refused: { '': 400, '?code=': 400, [`?code=${'1'.repeat(513)}`]: 400 },
    },
    '/api/v1/documents': {
      sound: '?state=cited_only&type=NQ&level=province&per_page=3',
      refused: { '?state=lost': 400, '?level=city': 400, '?page=0': 400 },
    },
    '/api/v1/documents/:id/graph': { sound: document, refused: { 'no-such': 404, [`${document}?depth=9`]: 400 } },
    '/api/v1/documents/:id': { sound: document, refused: { 'no-such': 404, 'NQ-31': 404, '..%2F..%2Fetc': 404 } },
    '/api/v1/documents/:id/citations': {
      sound: document,
      refused: { 'no-such': 404, [`${document}?page=zz`]: 400, [`${document}?per_page=1000`]: 400 },
    },
    '/api/v1/documents/:id/relations': { sound: document, refused: { 'no-such': 404, [`${document}?page=-1`]: 400 } },
    '/api/v1/documents/:id/cites': { sound: document, refused: { 'no-such': 404, [`${document}?page=x`]: 400 } },
    '/api/v1/documents/:id/feed.atom': { sound: document, refused: { 'no-such': 404 } },
    '/api/v1/documents/:id/timeline': { sound: document, refused: { 'no-such': 404 } },
    '/api/v1/articles/:id': { sound: 'ARTICLE', refused: { ffff: 404, '0000000000000000': 404 } },
    '/api/v1/articles/:id/citations': { sound: 'ARTICLE', refused: { ffff: 404, 'ARTICLE?page=x': 400 } },
    '/api/v1/articles/:id/snapshot': {
      sound: 'ARTICLE?version=1',
      refused: { '..%2f..%2farchive.sqlite': 404, 'ARTICLE?version=0': 400, 'ARTICLE?version=99': 404 },
    },
    '/api/v1/meetings': {
      sound: `?from=2022-01-01&to=2023-12-31&chair=le+van+thu&cites=${document}&q=giao+ban`,
      refused: { '?from=2022-13-01': 400, '?page=2': 400, '?per_page=x': 400, '?kind=party': 400 },
    },
    '/api/v1/meetings/:id': { sound: 'MEETING', refused: { 'no-such': 404 } },
    '/api/v1/export/:what.:format': {
      sound: 'documents.csv',
      refused: { 'documents.exe': 404, 'secrets.csv': 404, '..%2Fdocuments.csv': 404 },
    },
    '/api/v1/stats': { sound: '', refused: {} },
    '/api/v1/sources': { sound: '', refused: {} },
    '/api/v1/runs': { sound: '?per_page=5', refused: { '?page=x': 400, '?per_page=0': 400 } },
    '/api/v1/runs/:id': { sound: 'RUN', refused: { 'no-such': 404 } },
  };

function addressOf(path: string, given: string): string {
  const named = given.replace('ARTICLE', article).replace('MEETING', meeting).replace('RUN', run);
  if (!path.includes(':')) return `${path}${named}`;
  const [id = '', query] = named.split('?');
  return `${path.replace(/:what\.:format|:\w+/, id)}${query === undefined ? '' : `?${query}`}`;
}

describe('every GET of the API', () => {
  const rows = createEndpoints().filter(({ method }) => method === 'get');

  it('is tried here', () => {
    expect(rows.map(({ path }) => path).sort()).toEqual(Object.keys(asked).sort());
  });

  it.each(rows.map((row) => [row.path, row] as const))('%s answers what its schema says', async (path, row) => {
    const answered = await site.get(addressOf(path, asked[path]?.sound ?? ''));
    expect(answered.status).toBe(200);
    expect(answered.headers['cache-control']).toBe('no-cache');
    if (row.answer !== null) expect(row.answer.safeParse(answered.json).error).toBeUndefined();
  });

  it.each(
    Object.entries(asked).flatMap(([path, { refused }]) =>
      Object.entries(refused).map(([given, status]) => [path, given.slice(0, 30), status, given] as const),
    ),
  )('%s refuses %s with %i', async (path, _short, status, given) => {
    const answered = await site.get(addressOf(path, given));
    const body = z.strictObject(problemSchema.shape).parse(answered.json);
    expect([answered.status, body.status, answered.headers['content-type']]).toEqual([
      status,
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(answered.headers['cache-control']).toBe('no-store');
    expect(body.type).toMatch(/^\/api\/docs#[a-z-]+$/);
    expect(body.detail).toMatch(/[.…]$/);
    expect(answered.text).not.toContain('\n    at ');
  });
});

describe('problems', () => {
  it('name every fault, in the language asked for', async () => {
    const vietnamese = await site.get('/api/v1/search?from=x&per_page=0');
    expect(problemSchema.parse(vietnamese.json)).toMatchObject({
      type: '/api/docs#bad-request',
      title: 'Yêu cầu chưa hợp lệ',
      errors: [
        { parameter: 'from', detail: 'phải là một ngày có thật, dạng 2023-03-21' },
        { parameter: 'per_page', detail: 'phải là số nguyên từ 1 đến 100' },
      ],
    });
    const english = await site.get('/api/v1/search?from=x&lang=en');
    expect(problemSchema.parse(english.json).detail).toBe('“from” must be a day that exists, such as 2023-03-21.');
  });
});

describe('lists', () => {
  it.each([
    [`/api/v1/documents/${document}/citations`, reports + 4],
    ['/api/v1/meetings', reports + 2],
    ['/api/v1/meetings?q=giao+ban', reports + 1],
  ])('%s reach their last item, each once', async (path, total) => {
    const seen: string[] = [];
    let page: string | null = '';
    while (page !== null) {
      const given = `per_page=7${page === '' ? '' : `&page=${encodeURIComponent(page)}`}`;
      const answered = await site.get(`${path}${path.includes('?') ? '&' : '?'}${given}`);
      const { items, total: told, next } = listSchema.parse(answered.json);
      expect(told).toBe(total);
      seen.push(...items.map((item) => JSON.stringify(item)));
      page = next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([total, total]);
  });

  it('by number do too', async () => {
    const first = listSchema.parse((await site.get(`/api/v1/articles/${article}/citations?per_page=2`)).json);
    const second = listSchema.parse((await site.get(`/api/v1/articles/${article}/citations?per_page=2&page=2`)).json);
    expect([first.next, first.total > 3, second.items.length]).toEqual(['2', true, 2]);
    const last = listSchema.parse((await site.get(`/api/v1/articles/${article}/citations?page=9`)).json);
    expect(last).toMatchObject({ items: [], next: null });
  });

  it('of search go to the last article', async () => {
    const search = z.object({ articles: z.array(z.object({ id: z.string() })), total: z.number() });
    const seen = new Set<string>();
    for (let page = 1; page <= 8; page += 1) {
      const { articles, total } = search.parse(
        (await site.get(`/api/v1/search?q=h%E1%BB%99i+ngh%E1%BB%8B&per_page=7&page=${page}`)).json,
      );
      for (const { id } of articles) seen.add(id);
      if (page === 8) expect([articles.length, seen.size]).toEqual([0, total]);
    }
  });
});

describe('what is answered', () => {
  it('to a code: the document with a row for each meeting', async () => {
    const { json } = await site.get('/api/v1/resolve?code=nq+31+tu+thanh+uy+song+mo');
    expect(json).toMatchObject({
      query: { type: 'NQ', number: '31', issuer_code: 'TU' },
      answer: 'one',
      documents: [
        {
          id: document,
          code: '31-NQ/TU',
          mentions: reports + 4,
          why: [{ code: 'number' }, { code: 'type' }, { code: 'issuer_code' }, { code: 'issuer' }, { code: 'words' }],
        },
      ],
      note: null,
    });
  });

  it('to a code of nothing: what is near', async () => {
    const { json } = await site.get('/api/v1/resolve?code=31-QD/TU&lang=en');
    expect(json).toMatchObject({
      answer: 'none',
      documents: [],
      note: expect.stringMatching(/31-QĐ\/TU.*Nearest: 31-NQ\/TU/),
    });
  });

  it('to words: articles with marked words, and facets with labels', async () => {
    const { json } = await site.get('/api/v1/search?q=ch%E1%BB%89nh+trang&lang=en');
    expect(json).toMatchObject({
      total: 2,
      meetings: [{ kind: 'briefing' }],
      articles: [
        { url: expect.stringContaining('https://'), highlights: { title: [{ start: expect.any(Number) }] } },
        {},
      ],
      facets: { type: expect.arrayContaining([{ value: 'NQ', label: 'Resolution', count: 2 }]) },
      query: { codes: [], terms: ['chỉnh', 'trang'] },
    });
  });

  it('of an entry that nothing settles: its mentions', async () => {
    const { json } = await site.get('/api/v1/documents/ma.nq-45-tu');
    expect(json).toMatchObject({ code: '45-NQ/TU', issuer: null, mentions: 1, meetings: 0 });
    const { json: cited } = await site.get('/api/v1/documents/ma.nq-45-tu/citations?lang=en');
    expect(cited).toMatchObject({ total: 1, items: [{ status: 'ambiguous', candidates: [{}, {}], meeting: null }] });
  });

  it('of a document: months and relations', async () => {
    const { json: months } = await site.get(`/api/v1/documents/${document}/timeline`);
    expect(months).toMatchObject({
      items: [{ month: '2022-04', meetings: 1 }, { month: '2023-01', meetings: 31 }, {}],
    });
    const { json: relations } = await site.get(`/api/v1/documents/${document}/relations`);
    expect(relations).toMatchObject({
      total: 1,
      items: [{ from: 'kh-77-tu.song-mo.2020', to: document, kind: 'implements' }],
    });
  });

  it('of sources: their names and how many articles', async () => {
    const { json } = await site.get('/api/v1/sources');
    expect(json).toMatchObject({
      total: 2,
      items: [
        { id: 'song-mo', name: 'Cổng Sông Mơ', articles: reports + 3 },
        { id: 'hostile', articles: 1 },
      ],
    });
  });
});

describe('a snapshot', () => {
  it('comes as it was taken in, to be saved and never shown', async () => {
    const { status, headers, text } = await site.get(`/api/v1/articles/${article}/snapshot`);
    expect(status).toBe(200);
    expect(text).toBe(siteArticles[0]?.text);
    expect(headers).toMatchObject({
      'content-disposition': `attachment; filename="${article}.txt"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-type': 'text/plain',
    });
  });
});

describe('the description', () => {
  it('lists every address of the API with its parameters', async () => {
    const { json } = await site.get('/api/openapi.json');
    const { paths, openapi } = z
      .object({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse(json);
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((one) => `${one} ${path}`),
    );
    const kept = addresses
      .filter(({ path }) => path.startsWith('/api/v1/'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect([openapi, told.sort()]).toEqual(['3.1.0', kept.sort()]);
    expect(paths['/api/v1/search']?.['get']).toMatchObject({
      parameters: expect.arrayContaining([
        expect.objectContaining({
          name: 'per_page',
          in: 'query',
          required: false,
          schema: expect.objectContaining({ maximum: 100 }),
        }),
      ]),
    });
    expect(JSON.stringify(json)).not.toContain('readOnly');
  });

  it.each(['', '?lang=en'])('can be read: /api/docs%s', async (query) => {
    const { status, text } = await site.get(`/api/docs${query}`);
    expect(status).toBe(200);
    for (const { path } of createEndpoints()) expect(text).toContain(path.replace(/:(\w+)/g, '{$1}'));
    expect(text).not.toMatch(/<script|style=/);
  });
});

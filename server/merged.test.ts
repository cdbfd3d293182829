import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../core/archive/decide.ts';
import { settleChanges } from '../core/archive/derive.ts';
import { listMostCited } from '../core/archive/documents.ts';
import { openSite, type Site } from '../test/serving.ts';
import { siteArticles } from '../test/site-articles.ts';

let site: Site;
let [from, into] = ['', ''];

beforeAll(async () => {
  site = await openSite(siteArticles);
  const { db } = site.archive;
  const { items } = await listMostCited(db, { limit: 2, after: null });
  [into = '', from = ''] = items.map(({ id }) => id);
  const author = { madeBy: 'Lê Văn Thử', reason: 'một văn bản', madeAt: new Date('2026-01-01T00:00:00Z') };
  await decide(db, { kind: 'merge', document: from, into }, author);
  await settleChanges(db);
});
afterAll(() => site.close());

describe('a document that was merged into another', () => {
  it.each([
    ['its page', (id: string) => `/van-ban/${id}`],
    ['its page with a filter', (id: string) => `/van-ban/${id}?year=2022&lang=en`],
    ['its JSON', (id: string) => `/api/v1/documents/${id}`],
    ['who cites it', (id: string) => `/api/v1/documents/${id}/citations?page=1`],
  ])('leads on from %s', async (_what, address) => {
    const { status, headers } = await site.get(address(from));
    expect([status, headers['location']]).toEqual([301, address(into)]);
    expect((await site.get(address(into))).status).toBe(200);
  });

  it('leaves other addresses alone', async () => {
    expect((await site.get('/van-ban/nq-99-tu.x.2020')).status).toBe(404);
    expect((await site.get('/van-ban/%ZZ')).status).not.toBe(301);
  });
});

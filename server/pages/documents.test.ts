import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openSite, type Site } from '../../test/serving.ts';
import { siteArticles } from '../../test/site-articles.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(siteArticles);
});
afterAll(() => site.close());

const listSchema = z.object({
  items: z.array(z.object({ id: z.string(), code: z.string(), cited_by: z.number(), type: z.string() })),
  total: z.number(),
  next: z.string().nullable(),
});

async function list(query: string) {
  return listSchema.parse((await site.get(`/api/v1/documents${query}`)).json);
}

describe('the list of documents', () => {
  it('shows what the API lists, in its order, each with its page', async () => {
    const { items, total } = await list('?per_page=50');
    expect(items.length).toBeGreaterThan(2);
    expect(items.map((one) => one.cited_by)).toEqual(items.map((one) => one.cited_by).toSorted((a, b) => b - a));
    const { text } = await site.get('/van-ban');
    const links = [...text.matchAll(/<a href="\/van-ban\/([^"?]+)" class="document"/g)].map((match) => match[1]);
    expect(links.slice(0, 50)).toEqual(items.map(({ id }) => encodeURIComponent(id)));
    expect(total).toBe(items.length);
  });

  it('is the list of what to look for when it is asked for what is not held', async () => {
    const { text } = await site.get('/van-ban?state=cited_only');
    expect(text).toContain('<h1>Văn bản cần tìm toàn văn</h1>');
    expect((await site.get('/van-ban?state=cited_only&lang=en')).text).toContain('<h1>Documents whose text is wanted');
    expect((await site.get('/van-ban?state=held')).text).toContain('Không có văn bản nào như vậy trong kho.');
  });

  it('pages to the last, and says what is wrong with a filter', async () => {
    const first = await list('?per_page=2');
    expect(first.next).toBe('2');
    const second = await list('?per_page=2&page=2');
    expect(second.items.map(({ id }) => id)).not.toEqual(first.items.map(({ id }) => id));
    const types = await list(`?type=${encodeURIComponent(first.items[0]?.type ?? '')}`);
    expect(new Set(types.items.map(({ type }) => type)).size).toBe(1);
    expect((await site.get('/van-ban?page=99')).status).toBe(404);
    expect((await site.get('/van-ban?state=lost')).text).toContain('held, cited_only');
    expect((await site.get('/api/v1/documents?level=x')).status).toBe(400);
  });
});

import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHeldDocument } from '../../test/builders.ts';
import { openSite, type Site } from '../../test/serving.ts';
import { aReport, siteArticles } from '../../test/site-articles.ts';

const reports = 55;
const ours = '/api/v1/documents/nq-31-tu.song-mo.2020/feed.atom';
const attacked = '/api/v1/documents/nq-31-tu.quang-ninh.2020/feed.atom';

let site: Site;
beforeAll(async () => {
  site = await openSite([...siteArticles, ...Array.from({ length: reports }, (_, index) => aReport(index))]);
}, 60_000);
afterAll(() => site.close());

async function read(path: string) {
  const { text, status } = await site.get(path);
  expect(status).toBe(200);
  return load(text, { xml: true });
}

describe('the feed of a document', () => {
  it('has the newest articles that cite it, each with a link, a day and its sentence', async () => {
    const feed = await read(ours);
    expect(feed('feed > title').text()).toBe('Nghị quyết 31-NQ/TU · Thành ủy Sông Mơ: lượt nhắc mới');
    expect(feed('entry').length).toBe(50);
    const first = feed('entry').first();
    expect(first.find('title').text()).toContain(`giao ban lần thứ ${reports - 1}`);
    expect(first.find('link').attr('href')).toMatch(new RegExp(`^${site.url}/bai-viet/[0-9a-f]{16}#c0$`));
    expect(load(first.find('content').text())('b').text()).toBe('Nghị quyết số 31-NQ/TU');
    expect(feed('feed > updated').text()).toBe(first.find('updated').text());
  });

  it('gives every entry an id of its own that stays', async () => {
    const ids = (await read(ours))('entry > id')
      .toArray()
      .map((id) => load(id).text());
    expect(new Set(ids).size).toBe(50);
    expect(
      ids.every((id) => /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toBe(true);
    const again = (await read(`${ours}?lang=en`))('entry > id')
      .toArray()
      .map((id) => load(id).text());
    expect(again).toEqual(ids);
  });

  it('is answered by 304 as long as nothing has come in', async () => {
    const { headers } = await site.get(ours);
    const etag = String(headers['etag']);
    expect((await site.get(ours, { headers: { 'if-none-match': etag } })).status).toBe(304);
    await site.add([aReport(reports)]);
    expect((await site.get(ours, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('shows what a stranger wrote as text, and is well-formed all the same', async () => {
    const { text } = await site.get(attacked);
    expect(text).not.toMatch(/<script|<img/);
    const feed = await read(attacked);
    expect(load(feed('entry content').text())('script, img').length).toBe(0);
    expect(load(feed('entry content').text()).text()).toContain('<script>alert("x")</script>');
  });

  it('is empty and old for a document that nothing cites', async () => {
    const held = await openSite([
      {
        url: 'https://vanban.example/qd-17',
        text: 'Mức thu áp dụng cho phương tiện ra vào bến.',
        legal: aHeldDocument(),
      },
    ]);
    const { text } = await held.get('/api/v1/documents/qd-17-2023-ubnd.ha-khe/feed.atom');
    expect(text).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
    await held.close();
  });

  it('is named in the head of the page', async () => {
    const { text } = await site.get('/van-ban/nq-31-tu.song-mo.2020?lang=en');
    expect(text).toContain(`<link rel="alternate" type="application/atom+xml" href="${ours}?lang=en"/>`);
  });
});

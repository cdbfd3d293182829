import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSitemap } from './sitemap.ts';
import { orderSitemaps } from './sitemap-order.ts';

const at = 'https://baovandon.example/sitemap.xml';
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readSitemap(bytes(text), at, '2026-01-01T00:00:00Z');
const urlset = (inside: string) => `<?xml version="1.0"?><urlset>${inside}</urlset>`;

describe('readSitemap', () => {
  it('reads addresses with their dates, and leaves pictures out', async () => {
    const sitemap = await read(
      urlset(`<url><loc>https://baovandon.example/hop-post2.html</loc><lastmod>2023-09-21T07:12:00+07:00</lastmod>
        <image:image><image:loc>https://media.example/a.jpg</image:loc><image:title>Ảnh</image:title></image:image></url>
        <url><loc> /tin-post1.html </loc><news:news><news:publication><news:name>Báo</news:name></news:publication>
        <news:publication_date>2023-09-20</news:publication_date><news:title>Tin một</news:title></news:news></url>`),
    );
    expect(sitemap.links).toEqual([
      {
        url: 'https://baovandon.example/hop-post2.html',
        published: null,
        modified: '2023-09-21T07:12:00+07:00',
        title: null,
      },
      { url: 'https://baovandon.example/tin-post1.html', published: '2023-09-20', modified: null, title: 'Tin một' },
    ]);
    expect(sitemap.warnings).toEqual([]);
  });

  it('reads an index', async () => {
    const index = await read(
      '<sitemapindex><sitemap><loc>https://baovandon.example/sitemaps/news-2023-9.xml</loc><lastmod>2023-09-30</lastmod></sitemap><sitemap><loc>/sitemaps/topics.xml</loc></sitemap></sitemapindex>',
    );
    expect(index.children).toEqual([
      { url: 'https://baovandon.example/sitemaps/news-2023-9.xml', modified: '2023-09-30' },
      { url: 'https://baovandon.example/sitemaps/topics.xml', modified: null },
    ]);
    expect(index.sitemaps).toEqual(index.children.map(({ url }) => url));
  });

  it.each([
    ['month 13', '2023-13-02', 'date-impossible'],
    ['only a month', '2023-09', 'date-unreadable'],
    ['a year to come', '2033-09-02', 'date-future'],
    ['words', 'hôm qua', 'date-unreadable'],
  ])('takes no date from %s', async (_note, lastmod, code) => {
    const sitemap = await read(urlset(`<url><loc>/a</loc><lastmod>${lastmod}</lastmod></url>`));
    expect(sitemap.links[0]?.modified).toBeNull();
    expect(sitemap.warnings.map((warning) => warning.code)).toEqual([code]);
  });

  it('reads elements that all have the prefix of the outermost one', async () => {
    const { links } = await read(
      '<sm:urlset xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9"><sm:url><sm:loc>/tin-post1.html</sm:loc><sm:lastmod>2023-09-20</sm:lastmod></sm:url></sm:urlset>',
    );
    expect(links).toMatchObject([{ url: 'https://baovandon.example/tin-post1.html', modified: '2023-09-20' }]);
  });

  it('reads what is packed', async () => {
    const packed = gzipSync(urlset('<url><loc>/a</loc></url>'));
    expect((await readSitemap(packed, `${at}.gz`, null)).links).toHaveLength(1);
  });

  it('reads plain addresses, and a feed in place of a sitemap', async () => {
    expect(
      (await read('\uFEFFhttps://baovandon.example/a\r\nhttps://baovandon.example/b\n\nhello')).links,
    ).toHaveLength(2);
    const feed = await read('<rss><channel><item><link>https://baovandon.example/a</link></item></channel></rss>');
    expect(feed.links).toHaveLength(1);
  });

  it.each([
    ['nothing', '', 'sitemap-empty'],
    ['no entries', urlset(''), 'sitemap-empty'],
    ['a page', '<html><body>404</body></html>', 'sitemap-unreadable'],
    ['words', 'Không tìm thấy', 'sitemap-unreadable'],
  ])('%s is a warning', async (_note, text, code) => {
    expect((await read(text)).warnings.map((warning) => warning.code)).toEqual([code]);
  });

  it('is not burst by a bomb, nor by what only looks packed', async () => {
    const bomb = gzipSync(Buffer.alloc(51 * 1024 * 1024, 32));
    expect((await readSitemap(bomb, at, null)).warnings[0]?.code).toBe('sitemap-unreadable');
    expect((await readSitemap(Uint8Array.from([0x1f, 0x8b, 8, 0, 1]), at, null)).warnings[0]?.code).toBe(
      'sitemap-unreadable',
    );
  });

  it('does not build nested tags, and stops at 50,000 entries', async () => {
    const deep = await read(urlset(`${'<url>'.repeat(200_000)}<loc>/a</loc>`));
    expect(deep.links.length).toBeLessThanOrEqual(1);
    const many = await read(urlset(Array.from({ length: 50_010 }, (_, n) => `<url><loc>/${n}</loc></url>`).join('')));
    expect(many.links).toHaveLength(50_000);
    expect(many.warnings[0]?.code).toBe('sitemap-cut');
  });
});

describe('orderSitemaps', () => {
  const entry = (url: string, modified: string | null = null) => ({
    url: `https://a.example/sitemaps/${url}`,
    modified,
  });
  const entries = [
    entry('news-2023-9.xml', '2024-05-01'),
    entry('topics.xml'),
    entry('news-2023-10.xml'),
    entry('news-2023-13.xml'),
    entry('laws.xml', '2022-01-01'),
  ];
  const names = (urls: readonly string[]) => urls.map((url) => url.replace(/.*\//, ''));

  it('puts what tells no date first, then the newest month, whatever was mended in it since', () => {
    const { undated, dated } = orderSitemaps(entries, null);
    expect(names(undated)).toEqual(['topics.xml', 'news-2023-13.xml']);
    expect(names(dated)).toEqual(['news-2023-10.xml', 'news-2023-9.xml', 'laws.xml']);
  });

  it('leaves out what is older than asked for', () => {
    expect(names(orderSitemaps(entries, '2023-10-05').dated)).toEqual(['news-2023-10.xml']);
  });
});

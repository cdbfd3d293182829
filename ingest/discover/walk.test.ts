import { describe, expect, it } from 'vitest';
import type { FetchOutcome } from '../fetch/outcome.ts';
import { parseSource, type Source } from '../sources/source-file.ts';
import { type FoundBatch, type WalkOptions, walkSource } from './walk.ts';

const home = 'https://hakhe.example';
const answered = { hops: [], headers: {}, fetchedAt: '2026-01-01T00:00:00Z' };

/** A site as its pages: an address that is not there is missing. */
type Site = Readonly<Record<string, string>>;

function aSource(discover: string, article = ''): Source {
  const parsed = parseSource(
    `id: hakhe\nname: Hạ Khê\nhome: ${home}/\ndiscover: ${discover}\n${article}`,
    'hakhe.yaml',
  );
  if (parsed.kind === 'faults') throw new Error(parsed.faults.join());
  return parsed.source;
}

async function walk(site: Site, source: Source, options: Partial<WalkOptions> = {}) {
  const asked: string[] = [];
  const fetchListing = async ({ url }: { readonly url: string }): Promise<FetchOutcome> => {
    asked.push(url.slice(home.length));
    const body = site[url.slice(home.length)];
    if (body === 'failed') return { kind: 'failed', url, status: 503, reason: 'answered 503', isHostDown: false };
    if (body === undefined) return { ...answered, kind: 'missing', url, status: 404 };
    const bytes = new TextEncoder().encode(body);
    return { ...answered, kind: 'body', url, status: 200, bytes, contentType: null, etag: null, lastModified: null };
  };
  const batches: FoundBatch[] = [];
  const all: WalkOptions = {
    full: false,
    since: null,
    isKnown: async () => false,
    isDone: () => false,
    maxPages: 100,
    ...options,
  };
  for await (const batch of walkSource(source, fetchListing, all)) batches.push(batch);
  const links = batches.map((batch) => batch.links.map(({ url }) => url.slice(home.length)));
  return { asked, batches, links };
}

const page = (...numbers: readonly number[]) =>
  numbers.map((n) => `<h3><a href="/tin-${n}.html">Tin ${n}</a></h3>`).join('');
const rss = (...numbers: readonly number[]) =>
  `<rss><channel>${numbers.map((n) => `<item><link>${home}/tin-${n}.html</link></item>`).join('')}</channel></rss>`;
const lists = (pages: number) => `{lists: [{url: "${home}/tin?p={page}", pages: ${pages}, links: "h3 a"}]}`;
const threePages = { '/tin?p=1': page(9, 8, 7), '/tin?p=2': page(6, 5, 4), '/tin?p=3': page(3, 2, 1) };
const known = (...numbers: readonly number[]) => ({
  isKnown: async (url: string) => numbers.some((n) => url === `${home}/tin-${n}.html`),
});

describe('a list', () => {
  it('is walked as deep as a night looks', async () => {
    const { asked } = await walk(threePages, aSource(lists(2)));
    expect(asked).toEqual(['/tin?p=1', '/tin?p=2']);
  });

  it('is walked to its end by --full, whose missing page behind the last is no fault', async () => {
    const { links, batches } = await walk(threePages, aSource(lists(1)), { full: true, ...known(9, 8, 7, 6) });
    expect(links.flat()).toHaveLength(9);
    expect(batches.map(({ outcome }) => outcome.kind)).toEqual(['body', 'body', 'body']);
  });

  it('ends behind a page that was had before, but not at a single one', async () => {
    expect((await walk(threePages, aSource(lists(3)), known(9, 7))).asked).toHaveLength(3);
    expect((await walk(threePages, aSource(lists(3)), known(6, 5, 4, 3))).asked).toEqual(['/tin?p=1', '/tin?p=2']);
  });

  it('ends where its last page is repeated with another parameter in every link', async () => {
    const links = (number: number) =>
      [9, 8, 7].map((n) => `<h3><a href="/tin-${n}.html?trang=${number}">Tin ${n}</a></h3>`).join('');
    const pages = Object.fromEntries([1, 2, 3, 4].map((number) => [`/tin?p=${number}`, links(number)]));
    expect((await walk(pages, aSource(lists(4)))).asked).toEqual(['/tin?p=1', '/tin?p=2']);
  });

  it('goes on where only parameters tell its links apart', async () => {
    const links = (...ids: readonly number[]) =>
      ids.map((id) => `<h3><a href="/tin.aspx?nid=${id}">Chi tiết</a></h3>`).join('');
    const pages = { '/tin?p=1': links(9, 8, 7), '/tin?p=2': links(6, 5, 4) };
    expect((await walk(pages, aSource(lists(4)))).asked).toEqual(['/tin?p=1', '/tin?p=2', '/tin?p=3']);
  });

  it('ends where its last page is repeated for ever', async () => {
    const loop = { ...threePages, '/tin?p=4': page(3, 2, 1), '/tin?p=5': page(3, 2, 1) };
    const { asked, batches } = await walk(loop, aSource(lists(50)));
    expect(asked.at(-1)).toBe('/tin?p=4');
    expect(batches.at(-1)?.warnings).toEqual([]);
  });

  it('ends where its first page comes again', async () => {
    const { asked } = await walk({ ...threePages, '/tin?p=4': page(9, 8, 7) }, aSource(lists(50)));
    expect(asked).toHaveLength(4);
  });

  it('ends at an empty page, which is a warning only as the first', async () => {
    const last = await walk({ ...threePages, '/tin?p=4': '<p>Hết</p>' }, aSource(lists(50)));
    expect(last.batches.at(-1)?.warnings).toEqual([]);
    const first = await walk({ '/tin?p=1': '<p>Hết</p>' }, aSource(lists(50)));
    expect(first.batches[0]?.warnings[0]?.code).toBe('list-without-links');
  });

  it('is asked no further when a page fails', async () => {
    const { asked, batches } = await walk({ ...threePages, '/tin?p=2': 'failed' }, aSource(lists(3)));
    expect(asked).toHaveLength(2);
    expect(batches.at(-1)?.outcome.kind).toBe('failed');
  });

  it('that is not there is told', async () => {
    expect((await walk({}, aSource(lists(3)))).batches.map(({ outcome }) => outcome.kind)).toEqual(['missing']);
  });

  it('goes on where an interrupted round was', async () => {
    const { asked } = await walk(threePages, aSource(lists(3)), { isDone: (url) => url.endsWith('p=1') });
    expect(asked).toEqual(['/tin?p=2', '/tin?p=3']);
  });

  it('without a page number is one page', async () => {
    const source = aSource(`{lists: [{url: "${home}/tin", links: "h3 a"}]}`);
    expect((await walk({ '/tin': page(1) }, source, { full: true })).asked).toEqual(['/tin']);
  });
});

describe('which links are taken', () => {
  const html = `<a href="//khac.example/tin-1.html">a</a><a href="/tin-2.html?utm_source=x">b</a><a href="/tin-2.html">c</a>
    <a href="/gioi-thieu">d</a><a href="/print/tin-3.html">e</a><a href="http://hakhe.example/tin-4.html">f</a><a href="/(S(x1))/tin-5.html">g</a>`;
  const rules = 'article: {include: ["/tin-\\\\d+\\\\.html$"], exclude: ["/print/"]}\n';
  const one = aSource(`{lists: [{url: "${home}/tin"}]}`, rules);

  it('those of its hosts that its rules call articles, in one spelling; the rest is counted', async () => {
    const { batches } = await walk({ '/tin': html }, one);
    expect(batches[0]?.links.map(({ url }) => url)).toEqual([
      `${home}/tin-2.html`,
      'http://hakhe.example/tin-4.html',
      `${home}/tin-5.html`,
    ]);
    expect(batches[0]?.foreign).toBe(1);
  });

  it('all but home pages, pictures and the list itself, where it has no rules', async () => {
    const any = aSource(`{lists: [{url: "${home}/tin"}]}`);
    const { links } = await walk(
      { '/tin': '<a href="/">1</a><a href="/a.jpg">2</a><a href="/tin">3</a><a href="/x">4</a>' },
      any,
    );
    expect(links).toEqual([['/x']]);
  });

  it('none that is said to be older than asked for', async () => {
    const dated = `<rss><channel><item><link>${home}/tin-1.html</link><pubDate>2023-09-01</pubDate></item>
      <item><link>${home}/tin-2.html</link><pubDate>2023-09-05</pubDate></item><item><link>${home}/tin-3.html</link></item></channel></rss>`;
    const { links } = await walk({ '/rss': dated }, aSource(`{feeds: ["${home}/rss"]}`), { since: '2023-09-05' });
    expect(links).toEqual([['/tin-2.html', '/tin-3.html']]);
  });
});

describe('feeds and sitemaps', () => {
  it('come before lists, and what the feed showed first does not end a list', async () => {
    const site = { ...threePages, '/rss': rss(9, 8, 7) };
    const source = aSource(`{feeds: ["${home}/rss"], lists: [{url: "${home}/tin?p={page}", pages: 2, links: "h3 a"}]}`);
    expect((await walk(site, source)).asked).toEqual(['/rss', '/tin?p=1', '/tin?p=2']);
  });

  it('a page that names feeds is followed to those of its hosts', async () => {
    const html = `<html><body><a href="/rss/a.rss">A</a><a href="/rss/mat.rss">B</a><a href="https://khac.example/rss">C</a></body></html>`;
    const { asked, batches } = await walk({ '/rss': html, '/rss/a.rss': rss(1) }, aSource(`{feeds: ["${home}/rss"]}`));
    expect(asked).toEqual(['/rss', '/rss/a.rss', '/rss/mat.rss']);
    expect(batches.map(({ isIndex }) => isIndex)).toEqual([true, false, false]);
  });

  const set = (...numbers: readonly number[]) =>
    `<urlset>${numbers.map((n) => `<url><loc>${home}/tin-${n}.html</loc></url>`).join('')}</urlset>`;
  const index = (...names: readonly string[]) =>
    `<sitemapindex>${names.map((name) => `<sitemap><loc>${name}</loc></sitemap>`).join('')}</sitemapindex>`;
  const months = {
    '/sitemap.xml': index(
      '/s/news-2023-8.xml',
      'https://khac.example/s.xml',
      '/s/news-2023-10.xml',
      '/s/topics.xml',
      '/s/news-2023-9.xml',
    ),
    '/s/news-2023-8.xml': set(1),
    '/s/news-2023-9.xml': set(2),
    '/s/news-2023-10.xml': set(3),
    '/s/topics.xml': '<urlset></urlset>',
  };
  const mapped = aSource(`{sitemaps: ["${home}/sitemap.xml"]}`);

  it('an index is read newest first, on its own hosts only', async () => {
    const { asked, batches } = await walk(months, mapped);
    expect(asked).toEqual([
      '/sitemap.xml',
      '/s/topics.xml',
      '/s/news-2023-10.xml',
      '/s/news-2023-9.xml',
      '/s/news-2023-8.xml',
    ]);
    expect(batches[0]).toMatchObject({ isIndex: true, foreign: 1 });
  });

  it('an index ends behind the month that was had before, but for --full', async () => {
    expect((await walk(months, mapped, known(2, 1))).asked).not.toContain('/s/news-2023-8.xml');
    expect((await walk(months, mapped, { full: true, ...known(2, 1) })).asked).toContain('/s/news-2023-8.xml');
  });

  it('a ring of sitemaps is walked once', async () => {
    const ring = { '/sitemap.xml': index('/s/a.xml'), '/s/a.xml': index('/sitemap.xml', '/s/a.xml') };
    expect((await walk(ring, mapped)).asked).toEqual(['/sitemap.xml', '/s/a.xml']);
  });

  it('no more pages are asked for than allowed', async () => {
    expect((await walk(months, mapped, { maxPages: 2 })).asked).toHaveLength(2);
  });
});

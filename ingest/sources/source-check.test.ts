import { describe, expect, it } from 'vitest';
import type { FetchOutcome } from '../fetch/outcome.ts';
import { unreadArticle } from '../read/article.ts';
import type { ReadInput } from '../read/read-input.ts';
import { checkSource } from './source-check.ts';
import { parseSource, type Source } from './source-file.ts';

const home = 'https://hakhe.example';

function aSource(discover: string): Source {
  const parsed = parseSource(
    `id: hakhe\nname: Hạ Khê\nhome: ${home}/\ndiscover: ${discover}\narticle: {include: ["/tin-\\\\d+$"]}\nread: {title: h2}\n`,
    'hakhe.yaml',
  );
  if (parsed.kind === 'faults') throw new Error(parsed.faults.join());
  return parsed.source;
}

async function check(
  site: Readonly<Record<string, string>>,
  source: Source,
  namedSitemaps?: (origin: string) => readonly string[],
) {
  const asked: string[] = [];
  const given: ReadInput[] = [];
  const fetchListing = async ({ url }: { readonly url: string }): Promise<FetchOutcome> => {
    asked.push(url.slice(home.length));
    const body = site[url.slice(home.length)];
    const answered = { url, hops: [], headers: {}, fetchedAt: '2026-01-01T00:00:00Z' };
    if (body === undefined) return { ...answered, kind: 'missing', status: 404 };
    const bytes = new TextEncoder().encode(body);
    return { ...answered, kind: 'body', status: 200, bytes, contentType: 'text/html', etag: null, lastModified: null };
  };
  // Reads a page as its own text, with a title where it has one.
  const readArticle = async (input: ReadInput) => {
    given.push(input);
    const text = new TextDecoder().decode(input.bytes);
    const [title = '', body = ''] = text.split('|');
    const published = body.includes('2023') ? '2023-09-21' : null;
    const read = unreadArticle('failed', '', input.url, null);
    return { ...read, status: 'ok' as const, error: null, title: title === '' ? null : title, text: body, published };
  };
  return { result: await checkSource(source, fetchListing, readArticle, namedSitemaps), asked, given };
}

const links = (...numbers: readonly number[]) => numbers.map((n) => `<a href="/tin-${n}">Tin ${n}</a>`).join('');
const sound = `Hạ Khê họp giao ban|${'Ngày 21/9/2023, thành phố Hạ Khê họp giao ban. '.repeat(10)}`;
const lists = aSource(`{lists: [{url: "${home}/a?p={page}", pages: 9}, {url: "${home}/b"}]}`);

describe('checkSource', () => {
  it('looks two pages deep into each list and reads five articles of all of them', async () => {
    const site = {
      '/a?p=1': links(1, 2, 3),
      '/a?p=2': links(4, 5, 6),
      '/b': links(7, 8),
      ...Object.fromEntries([1, 2, 4, 5, 7].map((n) => [`/tin-${n}`, sound])),
    };
    const { result, asked, given } = await check(site, lists);
    expect(asked).toEqual(['/a?p=1', '/a?p=2', '/b', '/tin-1', '/tin-4', '/tin-7', '/tin-2', '/tin-5']);
    expect(result).toMatchObject({ source: 'hakhe', discovered: 8, faults: [] });
    expect(result.articles).toHaveLength(5);
    expect(given[0]?.selectors?.title).toBe('h2');
  });

  it('says what is amiss and where to mend it', async () => {
    const site = {
      '/a?p=1': links(1, 2, 3, 4),
      '/b': '<a href="https://khac.example/tin-9">x</a>',
      '/tin-1': '|không có nhan đề',
      '/tin-2': 'Nhan đề|ngắn',
      '/tin-3': `Nhan đề|${'dài '.repeat(100)}`,
    };
    const { result } = await check(site, lists);
    expect(result.faults).toEqual([
      expect.stringContaining('/b: all 1 links lead to other hosts'),
      expect.stringContaining('/tin-1: no title'),
      expect.stringContaining('/tin-2: its text has only 4 characters'),
      expect.stringContaining('/tin-3: no date'),
      expect.stringContaining('/tin-4: missing: answered 404'),
    ]);
  });

  it.each([
    ['without a sitemap: a note', lists, ['names the sitemap /sitemap.xml, and the source file none']],
    ['with one: none', aSource(`{sitemaps: ["${home}/news.xml"]}`), []],
  ])('names a sitemap that robots.txt offers to a source %s', async (_what, source, expected) => {
    const { result } = await check({}, source, (origin) => (origin === home ? ['/sitemap.xml'] : []));
    expect(result.notes).toEqual(expected.map((words) => expect.stringContaining(words)));
  });

  it('names a list that holds nothing the rules allow, and one that is not there', async () => {
    const { result } = await check({ '/a?p=1': '<a href="/lien-he">Liên hệ</a>' }, lists);
    expect(result.faults).toEqual([
      expect.stringContaining('/a?p=1: no link that article.include'),
      expect.stringContaining('/b: missing'),
    ]);
  });
});

/**
 * Three and more nights over the six invented sites, through the program as it is run: what is there is held once, nothing
 * changes while nothing changes, and an edit or a withdrawal is told as what it is.
 *
 * The proof of politeness is the servers' own log. Each trap of a site (test/sites) has its expectation here.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEverySite } from '../sites/every-site.ts';
import { crawlDelayMs } from '../sites/newspaper.ts';
import { laws } from '../sites/party-files.ts';
import { loopingNid, portalTraps } from '../sites/portal.ts';
import type { SiteChange } from '../sites/site.ts';
import { type Nights, openNights } from './crawl-nights.ts';
import type { Crawled } from './crawl-run.ts';

let nights: Nights;
beforeAll(async () => {
  nights = await openNights();
});
afterAll(() => nights.close());

const NIGHT_MS = 170_000;
const names = openEverySite().map((site) => site.name);
const sizes = { portal: 51, newspaper: 40, party: 30 + laws.length, legal: 24, gazette: 20, 'old-paper': 12 };
const night = (number: number): Crawled => nights.night(number);

describe('the first night', () => {
  beforeAll(() => nights.run(), NIGHT_MS);

  it.each(names)('%s: every article is held under its address, once', (name) => {
    const missing = nights.expected(name).filter((one) => nights.held(night(1), name, one)?.source !== name);
    expect(missing.map(({ number, path }) => [number, path])).toEqual([]);
    const addresses = night(1)
      .articlesOf(name)
      .flatMap(({ url, aliases }) => [url, ...aliases]);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(Object.entries(sizes))('%s: %d articles and none besides', (name, size) => {
    const expected = new Set(nights.expected(name).flatMap(({ path, orPath = path }) => [path, orPath]));
    const own = night(1).articlesOf(name);
    const others = own.filter(({ url, aliases }) => {
      const paths = [url, ...aliases].map((address) => address.replace(/^https?:\/\/[^/]+/, ''));
      return !paths.some((path) => expected.has(path) || path.startsWith('/vi/laws/detail/'));
    });
    expect(others.map(({ url, status, title }) => [url, status, title])).toEqual([]);
    expect(own).toHaveLength(size);
  });

  it.each(names)('%s: titles, dates and texts are those of the pages', (name) => {
    const wrong = nights.expected(name).flatMap((one) => {
      const held = nights.held(night(1), name, one);
      const text = one.paragraphs.join('\n\n');
      return [
        ...(held?.title === one.title ? [] : [[one.number, 'title', held?.title, one.title]]),
        ...(one.published === undefined || held?.published === one.published
          ? []
          : [[one.number, 'published', held?.published, one.published]]),
        ...(text === '' || held?.text === text
          ? []
          : [[one.number, 'text', held?.text.slice(0, 200), text.slice(0, 200)]]),
        ...(one.encoding === undefined || held?.encoding === one.encoding
          ? []
          : [[one.number, 'encoding', held?.encoding, one.encoding]]),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('no address keeps a session, an empty word or a tracking parameter', () => {
    const addresses = night(1).articles.flatMap(({ url, aliases }) => [url, ...aliases]);
    expect(addresses.filter((url) => /\(S\(|jsessionid|Keyword=|&amp;|#/.test(url))).toEqual([]);
  });

  it('the report counts what came', () => {
    expect([0, 3]).toContain(night(1).outcome.code);
    expect(
      night(1)
        .report.sources.map(({ source }) => source)
        .sort(),
    ).toEqual([...names].sort());
    expect(night(1).report.articles_new).toBe(Object.values(sizes).reduce((sum, size) => sum + size, 0));
    expect(night(1).report.citations_new).toBeGreaterThan(300);
    for (const [name, size] of Object.entries(sizes)) expect([name, night(1).reportOf(name).new]).toEqual([name, size]);
  });

  it(`portal: ${portalTraps.T4.what}`, () => {
    const numbers = night(1)
      .reportOf('portal')
      .failed.map(({ url }) => Number(/nid=(\d+)/.exec(url)?.[1]));
    expect(numbers).toContain(loopingNid);
    expect(numbers.filter((nid) => nid !== loopingNid && nid !== 1999)).toEqual([]);
    expect(nights.find(night(1), 'portal', 1020)?.status).toBe('held');
  });

  it('portal: a feed that is not there and a list that goes round are told or passed over, not followed', () => {
    expect(
      night(1)
        .reportOf('portal')
        .warnings.some(({ detail }) => detail.includes('Cat=404')),
    ).toBe(true);
    const lists = nights.askedPaths('portal').filter((path) => path.includes('tin-tuc-su-kien'));
    expect(lists.length).toBeLessThanOrEqual(8);
  });

  it('newspaper: the crawl delay is kept, and the other host and the closed folder are never asked', () => {
    const { requests } = nights.site('newspaper').site;
    const gaps = requests.slice(2).map(({ at }, index) => at - (requests[index + 1]?.at ?? 0));
    expect(gaps.filter((gap) => gap < crawlDelayMs - 5)).toEqual([]);
    expect(requests.filter(({ path, host }) => path.startsWith('/tim-kiem') || host.startsWith('localhost'))).toEqual(
      [],
    );
    expect(night(1).reportOf('newspaper').refused_by_robots).toBe(1);
  });

  it('newspaper: feeds without items, dates or XML are told', () => {
    const told = night(1)
      .reportOf('newspaper')
      .warnings.map(({ detail }) => detail)
      .join('\n');
    for (const name of ['html.rss', 'empty.rss']) expect(told).toContain(name);
  });

  it('party: tags, closed folders and unpublished articles stay away', () => {
    expect(nights.askedPaths('party').filter((path) => /\/tag\/|^\/data\/|\/admin\//.test(path))).toEqual([]);
    expect(
      night(1)
        .articlesOf('party')
        .filter(({ url }) => url.includes('2199')),
    ).toEqual([]);
  });

  it('party: files are listed with their article, whatever their names', () => {
    const files = nights.find(night(1), 'party', 2105)?.attachments.map(({ title }) => title);
    expect(files).toEqual(['Báo cáo số 12', 'Kế hoạch số 14', 'Phụ lục']);
  });

  it('legal: captchas, drafts and translations are no documents', () => {
    expect(
      night(1)
        .articlesOf('legal')
        .filter(({ text }) => text.includes('captcha')),
    ).toEqual([]);
    expect(nights.askedPaths('legal').filter((path) => /^\/en\/|-d10\.html/.test(path))).toEqual([]);
  });

  it('gazette: every file of an act is listed, and asked for but once where it came at once', () => {
    const files = night(1)
      .articlesOf('gazette')
      .flatMap(({ attachments }) => attachments);
    expect(files).toHaveLength(25);
    const asked =
      night(1)
        .asked.get('gazette')
        ?.filter(({ host, status }) => host.startsWith('localhost') && status === 200) ?? [];
    const counts = new Map<string, number>();
    for (const { path } of asked) if (path !== '/robots.txt') counts.set(path, (counts.get(path) ?? 0) + 1);
    expect([...counts].filter(([path, times]) => times > (path.endsWith('/818.pdf') ? 2 : 1))).toEqual([]);
  });

  it('old-paper: the calendar is left alone', () => {
    expect(nights.askedPaths('old-paper').filter((path) => path.startsWith('/lich.asp')).length).toBeLessThanOrEqual(2);
  });

  it.each(names)('%s: robots.txt is asked first and once, and never two things at a time', (name) => {
    const requests = nights.site(name).site.requests.filter(({ host }) => host.startsWith('127.'));
    expect(requests[0]?.path).toBe('/robots.txt');
    expect(requests.filter(({ path }) => path === '/robots.txt')).toHaveLength(1);
    expect(requests.filter((request) => request.open > 1).map(({ path }) => path)).toEqual([]);
    expect(requests.filter(({ headers }) => !/^sohieu\//.test(headers['user-agent'] ?? ''))).toEqual([]);
  });
});

describe('the second night', () => {
  beforeAll(() => nights.run(), NIGHT_MS);

  it('finds nothing new', () => {
    for (const name of names)
      expect([name, night(2).reportOf(name)]).toMatchObject([name, { new: 0, updated: 0, gone: 0 }]);
    expect(night(2).report).toMatchObject({ articles_new: 0, citations_new: 0, documents_new: 0, meetings_new: 0 });
    expect(night(2).articles).toEqual(night(1).articles);
  });

  it('asks with conditions: at least 95 in 100 pages of articles are answered 304', () => {
    const known = new Set(names.flatMap((name) => nights.expected(name).map(({ path }) => `${name} ${path}`)));
    const asked = names.flatMap((name) => (night(2).asked.get(name) ?? []).map((one) => ({ ...one, name })));
    const pages = asked.filter(({ name, path }) => known.has(`${name} ${path}`));
    const unchanged = pages.filter(({ status }) => status === 304);
    expect(unchanged.length).toBeGreaterThanOrEqual(pages.length * 0.95);
  });

  it('asks for no more pages than the night before', () => {
    for (const name of names) {
      expect([name, (night(2).asked.get(name)?.length ?? 0) <= (night(1).asked.get(name)?.length ?? 0)]).toEqual([
        name,
        true,
      ]);
    }
  });
});

const changes: readonly (SiteChange & { readonly site: string })[] = [
  { site: 'portal', article: 1050, fate: 'rewritten' },
  { site: 'newspaper', article: 5038, fate: 'rewritten' },
  { site: 'newspaper', article: 5037, fate: 'gone-410' },
  { site: 'portal', article: 1049, fate: 'gone-404' },
  { site: 'party', article: 2129, fate: 'soft-404' },
  { site: 'party', article: 2128, fate: 'menu' },
];

describe('the third night, after six edits', () => {
  beforeAll(async () => {
    for (const { site, ...change } of changes) nights.site(site).site.edit(change);
    await nights.run();
  }, NIGHT_MS);

  it('reports exactly those', () => {
    const seen = names.map((name) => [name, night(3).reportOf(name)] as const);
    const counts = seen.map(([name, { new: added, updated, gone }]) => [name, added, updated, gone]);
    expect(counts).toEqual([
      ['portal', 0, 1, 1],
      ['newspaper', 0, 1, 1],
      ['party', 0, 0, 1],
      ['legal', 0, 0, 0],
      ['gazette', 0, 0, 0],
      ['old-paper', 0, 0, 0],
    ]);
  });

  it.each([
    ['portal', 1050],
    ['newspaper', 5038],
  ])('%s %d has two versions, the newer one shown', (name, number) => {
    const held = nights.find(night(3), name, number);
    expect(held).toMatchObject({ status: 'held', versions: 2 });
    expect(held?.text).toContain(`Kết luận số ${number}-KL/TU`);
  });

  it.each([
    ['410', 'newspaper', 5037, 'gone'],
    ['404 while the rest of the site is there', 'portal', 1049, 'gone'],
    ['a page that says there is none', 'party', 2129, 'gone'],
    ['a menu where the text was', 'party', 2128, 'held'],
  ])('%s: %s %d is %s, with its text as it was', (_note, name, number, status) => {
    const held = nights.find(night(3), name, number);
    const before = nights.find(night(2), name, number);
    expect(held).toMatchObject({ status, text: before?.text, title: before?.title });
  });

  it('touches nothing else', () => {
    const edited = new Set(changes.map(({ site, article }) => nights.find(night(3), site, article)?.url));
    const rest = (crawled: Crawled) => crawled.articles.filter(({ url }) => !edited.has(url));
    expect(rest(night(3))).toEqual(rest(night(2)));
  });
});

describe('two nights more', () => {
  beforeAll(async () => {
    await nights.run();
    await nights.run();
  }, 2 * NIGHT_MS);

  it('a 404 that was believed is asked for again, and told once', () => {
    const statuses = [3, 4, 5].map((number) => nights.find(night(number), 'portal', 1049)?.status);
    expect(statuses).toEqual(['gone', 'gone', 'gone']);
    expect([4, 5].map((number) => night(number).reportOf('portal').gone)).toEqual([0, 0]);
    const address = new URL(nights.find(night(3), 'portal', 1049)?.url ?? '').pathname;
    const again = [4, 5].map((number) =>
      night(number)
        .asked.get('portal')
        ?.some(({ path }) => path.startsWith(address)),
    );
    expect(again).toEqual([true, true]);
  });

  it('what was gone is not told again, and what was shrunk is still held back', () => {
    expect([4, 5].map((number) => night(number).reportOf('newspaper').gone)).toEqual([0, 0]);
    expect(nights.find(night(5), 'party', 2128)).toMatchObject({
      status: 'held',
      text: nights.find(night(2), 'party', 2128)?.text,
    });
  });
});

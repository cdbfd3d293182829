import { describe, expect, it, vi } from 'vitest';
import { countDue } from '../../core/archive/visits.ts';
import { aCrawl, afterFirstNight, aList, aReportPage, held, options, siteHome } from '../../test/crawl-site.ts';
import type { CrawlEvent, CrawlParts } from './crawl-parts.ts';
import { runSource } from './source-run.ts';

// The first page that is read starts a worker from TypeScript.
vi.setConfig({ testTimeout: 60_000 });

const one = '/bai/mot.html';
const two = '/bai/hai.html';
const three = '/bai/ba.html';

describe('one night after another', () => {
  it('tells what is new, as it was, and changed', async () => {
    const page = aReportPage({ number: 1 });
    const crawl = await aCrawl({
      '/tin-tuc': aList(one, two, three),
      [one]: { body: page, etag: '"1"' },
      [two]: aReportPage({ number: 2, visitors: 5 }),
      [three]: aReportPage({ number: 3 }),
    });
    const first = await crawl.run();
    expect(first).toMatchObject({ status: 'done', discovered: 3, fetched: 3, new: 3, unchanged: 0, updated: 0 });
    expect(first).toMatchObject({ source: 'song-mo', failed: [], warnings: [] });
    expect(crawl.asked()).toEqual(['/tin-tuc', one, two, three]);
    expect(await held(crawl, one)).toMatchObject({ status: 'held', source: 'song-mo', versions: 1 });

    crawl.later(1);
    crawl.site.pages[two] = aReportPage({ number: 2, visitors: 93 });
    crawl.site.pages[three] = aReportPage({ number: 3, more: 'Hội nghị còn bàn về cây xanh.' });
    const second = await crawl.run();
    expect(second).toMatchObject({ status: 'done', discovered: 3, fetched: 2, new: 0, unchanged: 2, updated: 1 });
    expect(await held(crawl, two)).toMatchObject({ versions: 1 });
    const changed = await held(crawl, three);
    expect(changed).toMatchObject({ versions: 2 });
    expect(changed?.text).toContain('cây xanh');
  });

  it('goes by the list that it kept when that has not changed', async () => {
    const crawl = await aCrawl({
      '/tin-tuc': { body: aList(one, two), etag: '"a"' },
      [one]: aReportPage({ number: 1 }),
      [two]: aReportPage({ number: 2 }),
    });
    await crawl.run();
    crawl.asked();
    crawl.later(1);
    expect(await crawl.run()).toMatchObject({ status: 'done', discovered: 2, unchanged: 2 });
    expect(crawl.site.requests[0]).toMatchObject({ url: `${siteHome}/tin-tuc`, accept: 'page', etag: '"a"' });
  });

  it('asks once a week what the host answers to an address that cannot be', async () => {
    const crawl = await afterFirstNight(one, two);
    const impossible = async () => {
      await crawl.run();
      const all = crawl.site.requests.filter(({ url }) => url.includes('/khong-co-')).length;
      crawl.asked();
      return all;
    };
    expect(await impossible()).toBe(0);
    crawl.later(7);
    expect(await impossible()).toBe(1);
  });

  it('asks that only once a night where no answer is to be had', async () => {
    const crawl = await aCrawl({ '/tin-tuc': aList(one, two), [one]: aReportPage({ number: 1 }) });
    crawl.site.otherwise = { failed: 'no answer in 60 seconds' };
    await crawl.run();
    expect(crawl.site.requests.filter(({ url }) => url.includes('/khong-co-'))).toHaveLength(1);
  });

  it('goes on asking for what no list shows, the old in turn, all of it when told to', async () => {
    const crawl = await aCrawl(
      { '/tin-tuc': aList(one, two, three), [one]: aReportPage({ number: 1 }), [two]: aReportPage({ number: 2 }) },
      { max_pages: 10 },
    );
    crawl.site.pages[three] = aReportPage({ number: 3 });
    await crawl.run();
    crawl.site.pages['/tin-tuc'] = aList(one);
    crawl.asked();
    crawl.later(1);
    await crawl.run();
    expect(crawl.asked()).toEqual(['/tin-tuc', one, two, three]);
    crawl.later(40);
    // One page in ten.
    const nights = [];
    for (let night = 0; night < 2; night += 1) {
      await crawl.run();
      nights.push(crawl.asked());
      crawl.later(1);
    }
    expect(nights).toEqual([
      ['/tin-tuc', one, two],
      ['/tin-tuc', one, three],
    ]);
    await crawl.run(options({ full: true }));
    expect(crawl.asked().toSorted()).toEqual(['/tin-tuc', one, two, three].toSorted());
  });
});

describe('a night that ends early', () => {
  it('stops at a host that is down and leaves the rest for the next run', async () => {
    const crawl = await aCrawl({ '/tin-tuc': aList(one, two, three), [one]: aReportPage({ number: 1 }) });
    crawl.site.pages[two] = [{ failed: 'the host is down', isHostDown: true }, aReportPage({ number: 2 })];
    crawl.site.pages[three] = aReportPage({ number: 3 });
    const report = await crawl.run();
    expect(report).toMatchObject({ status: 'partial', new: 1, failed: [{ reason: 'the host is down' }] });
    expect(crawl.asked()).toEqual(['/tin-tuc', one, two]);
    expect(await crawl.run()).toMatchObject({ status: 'done', new: 2, unchanged: 1, failed: [] });
    expect(crawl.asked()).toEqual(['/tin-tuc', two, three, one]);
  });

  it('goes on where it was interrupted, and asks for nothing again but what was under way', async () => {
    const crawl = await aCrawl({ '/tin-tuc': aList(one, two, three), [one]: aReportPage({ number: 1 }) });
    const stop = new AbortController();
    const page = aReportPage({ number: 2 });
    crawl.site.pages[two] = async () => {
      stop.abort();
      return page;
    };
    crawl.site.pages[three] = aReportPage({ number: 3 });
    expect(await crawl.run({ signal: stop.signal })).toMatchObject({ status: 'interrupted', new: 1, failed: [] });
    expect(crawl.asked()).toEqual(['/tin-tuc', one, two]);
    crawl.site.pages[two] = page;
    expect(await crawl.run()).toMatchObject({ status: 'done', new: 2 });
    expect(crawl.asked()).toEqual([two, three]);
    expect(await countDue(crawl.archive.db, 'song-mo')).toBe(0);
  });

  it('walks the lists on that it had not come to', async () => {
    const lists = ['/a', '/b'].map((path) => ({ url: siteHome + path, pages: 1, links: 'h3 a' }));
    const crawl = await aCrawl({ '/a': aList(one) }, { discover: { feeds: [], sitemaps: [], lists } });
    const stop = new AbortController();
    crawl.site.pages['/b'] = async () => {
      stop.abort();
      return aList(two);
    };
    crawl.site.pages[one] = aReportPage({ number: 1 });
    crawl.site.pages[two] = aReportPage({ number: 2 });
    expect(await crawl.run({ signal: stop.signal })).toMatchObject({ status: 'interrupted', discovered: 1, new: 0 });
    crawl.asked();
    crawl.site.pages['/b'] = aList(two);
    expect(await crawl.run()).toMatchObject({ status: 'done', discovered: 1, new: 2 });
    expect(crawl.asked()).toEqual(['/b', one, two]);
  });

  it('reads what it had and could not read any more, and asks nobody for it', async () => {
    const crawl = await aCrawl({ '/tin-tuc': aList(one, two), [one]: aReportPage({ number: 1 }) });
    crawl.site.pages[two] = aReportPage({ number: 2 });
    const stop = new AbortController();
    const placeOf = () => {
      stop.abort();
      throw new Error('killed while the article was being taken in');
    };
    const cut = await crawl.run({ signal: stop.signal, placeOf });
    expect(cut).toMatchObject({ status: 'interrupted', new: 0 });
    expect(await held(crawl, one)).toBeNull();
    crawl.asked();
    crawl.site.pages[one] = { failed: 'asked again' };
    expect(await crawl.run()).toMatchObject({ status: 'done', new: 2, failed: [] });
    expect(crawl.asked()).toEqual([two]);
    expect(await held(crawl, one)).toMatchObject({ status: 'held', capturedAt: '2022-05-01T19:00:00.000Z' });
  });

  it('leaves for the next run what a slow host has no time for, and calls that no failure', async () => {
    const crawl = await aCrawl({ '/tin-tuc': aList(one, two), [one]: aReportPage({ number: 1 }) });
    crawl.site.pages[two] = aReportPage({ number: 2 });
    const { fetchPage } = crawl.site;
    let asked = 0;
    const slow: CrawlParts['fetchPage'] = async (request, rules, signal) => {
      asked += 1;
      if (asked <= 3) return fetchPage(request, rules, signal);
      const reason = 'the host wants 600 s between two requests';
      return { kind: 'failed', url: request.url, status: null, reason, isHostDown: true, isSpent: true };
    };
    const report = await crawl.run({ fetchPage: slow });
    expect(report).toMatchObject({ status: 'done', new: 1, failed: [] });
    expect(report.warnings).toMatchObject([{ code: 'slow-host', detail: expect.stringContaining('600 s') }]);
    crawl.asked();
    expect(await crawl.run()).toMatchObject({ status: 'done', new: 1, warnings: [] });
    expect(crawl.asked()).toEqual(['/tin-tuc', two, one]);
  });

  it('asks for no list again that it had before it was killed', async () => {
    const sitemap = (...entries: readonly string[]) => ({
      body: `<sitemapindex>${entries.map((path) => `<sitemap><loc>${siteHome}${path}</loc></sitemap>`).join('')}</sitemapindex>`,
      type: 'application/xml',
    });
    const urls = { body: `<urlset><url><loc>${siteHome}${one}</loc></url></urlset>`, type: 'application/xml' };
    const discover = { feeds: [], sitemaps: [`${siteHome}/sitemap.xml`], lists: [] };
    const crawl = await aCrawl(
      { '/sitemap.xml': sitemap('/a.xml', '/b.xml'), '/a.xml': urls, [one]: aReportPage({ number: 1 }) },
      { discover },
    );
    crawl.site.pages['/b.xml'] = [{ failed: 'broken off' }, urls];
    const stop = new AbortController();
    const onEvent = (event: CrawlEvent): void => {
      if (event.kind === 'walked' && event.page.endsWith('/a.xml')) stop.abort();
    };
    await crawl.run({ signal: stop.signal, onEvent });
    expect(crawl.asked()).toEqual(['/sitemap.xml', '/a.xml']);
    expect(await crawl.run()).toMatchObject({ discovered: 0, new: 1 });
    expect(crawl.asked()).toEqual(['/b.xml', one]);
  });

  it('asks for no list again of which it had heard before it was killed that it did not change', async () => {
    const type = 'application/xml';
    const index = `<sitemapindex><sitemap><loc>${siteHome}/a.xml</loc></sitemap><sitemap><loc>${siteHome}/b.xml</loc></sitemap></sitemapindex>`;
    const urls = { body: `<urlset><url><loc>${siteHome}${one}</loc></url></urlset>`, type };
    const pages = { '/sitemap.xml': { body: index, type, etag: '"1"' }, '/a.xml': urls, '/b.xml': urls };
    const discover = { feeds: [], sitemaps: [`${siteHome}/sitemap.xml`], lists: [] };
    const crawl = await aCrawl({ ...pages, [one]: aReportPage({ number: 1 }) }, { discover });
    await crawl.run();
    crawl.later(1);
    crawl.asked();
    const stop = new AbortController();
    const onEvent = (event: CrawlEvent): void => {
      if (event.kind === 'walked' && event.page.endsWith('/a.xml')) stop.abort();
    };
    await crawl.run({ signal: stop.signal, onEvent });
    expect(crawl.asked()).toEqual(['/sitemap.xml', '/a.xml']);
    await crawl.run();
    expect(crawl.asked()).toEqual(['/b.xml', one]);
  });

  it('breaks off where the archive does', async () => {
    const crawl = await aCrawl({ '/tin-tuc': aList(one), [one]: aReportPage({ number: 1 }) });
    const placeOf = () => {
      throw Object.assign(new Error('the database is broken'), { code: 'ERR_SQLITE_ERROR', errcode: 11 });
    };
    const { report, broken } = await runSource(crawl.source, crawl.parts({ placeOf }));
    expect(broken?.message).toBe('the database is broken');
    // What was done until then is told.
    expect(report).toMatchObject({ status: 'failed', discovered: 1, fetched: 1, new: 0 });
  });
});

describe('bounds', () => {
  const paths = [one, two, three];
  const pages = Object.fromEntries(paths.map((path, index) => [path, aReportPage({ number: index + 1 })]));

  it.each([
    ['max_pages', { max_pages: 2 }, {}, ['page-limit'], [one]],
    ['--limit', {}, { limit: 2 }, [], [one, two]],
  ])('%s leaves the rest for the next run, which looks for news too', async (_what, given, option, warnings, again) => {
    const crawl = await aCrawl({ '/tin-tuc': aList(...paths), ...pages }, given);
    const report = await crawl.run(options(option));
    expect(report).toMatchObject({ status: 'done', discovered: 3, new: 2 });
    expect(report.warnings.map(({ code }) => code)).toEqual(warnings);
    expect(crawl.asked()).toEqual(['/tin-tuc', one, two]);
    crawl.later(0.01);
    expect(await crawl.run()).toMatchObject({ discovered: 3, new: 1 });
    expect(crawl.asked()).toEqual(['/tin-tuc', three, ...again]);
  });

  it('--since leaves alone what the feed says is older', async () => {
    const item = (path: string, day: string): string =>
      `<item><title>Tin</title><link>${siteHome}${path}</link><pubDate>${day} 08:00:00 +0700</pubDate></item>`;
    const feed = `<rss version="2.0"><channel><title>Tin</title>${item(one, '28 Apr 2022')}${item(two, '20 Apr 2022')}</channel></rss>`;
    const discover = { feeds: [`${siteHome}/rss`], sitemaps: [], lists: [] };
    const crawl = await aCrawl({ '/rss': { body: feed, type: 'application/rss+xml' }, ...pages }, { discover });
    expect(await crawl.run(options({ since: '2022-04-25' }))).toMatchObject({ discovered: 1, new: 1 });
    expect(crawl.asked()).toEqual(['/rss', one]);
    crawl.later(1);
    expect(await crawl.run()).toMatchObject({ discovered: 2, new: 1, unchanged: 1 });
  });
});

describe('lists that fail', () => {
  it.each([
    ['no answer', { failed: 'no answer in 60 seconds' }, 'failed', 1, []],
    ['not there', { missing: 404 }, 'done', 0, ['list-missing']],
    ['forbidden', { refused: 'robots' }, 'done', 0, ['list-refused-by-robots']],
  ] as const)('%s', async (_what, answer, status, failed, warnings) => {
    const crawl = await aCrawl({ '/tin-tuc': answer });
    const report = await crawl.run();
    expect(report).toMatchObject({ status, discovered: 0 });
    expect(report.failed).toHaveLength(failed);
    expect(report.warnings.map(({ code }) => code)).toEqual(warnings);
    expect(report.refused_by_robots).toBe('refused' in answer ? 1 : 0);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { listHeldBack } from '../../core/archive/article-versions.ts';
import { countDue } from '../../core/archive/visits.ts';
import { type Answer, aCrawl, afterFirstNight, aList, aReportPage, held, siteHome } from '../../test/crawl-site.ts';

// The first page that is read starts a worker from TypeScript.
vi.setConfig({ testTimeout: 60_000 });

const one = '/bai/mot.html';
const two = '/bai/hai.html';
const three = '/bai/ba.html';
const four = '/bai/bon.html';
const five = '/bai/nam.html';
const puzzle = '<html><head><title>Just a moment...</title></head><body><p>Checking your browser</p></body></html>';

describe('a text that looks like an accident', () => {
  it('waits for review and takes no article’s place', async () => {
    const crawl = await afterFirstNight(one);
    const before = await held(crawl, one);
    const short = '<p>Thành ủy Sông Mơ tổ chức hội nghị giao ban về chỉnh trang đô thị.</p>';
    const shrunk = aReportPage({ number: 1 }).replace(/<p>Sáng[\s\S]*<\/p>/, short);
    crawl.site.pages[one] = shrunk;
    const report = await crawl.run();
    expect(report).toMatchObject({ status: 'done', updated: 0, gone: 0 });
    expect(report.warnings).toEqual([
      { code: 'held-for-review', detail: expect.stringMatching(/mot\.html: much-shorter$/) },
    ]);
    expect(await held(crawl, one)).toMatchObject({ text: before?.text, status: 'held' });
    const waiting = await listHeldBack(crawl.archive.db, 5);
    expect(waiting).toMatchObject([{ article: before?.id, isCurrent: false, heldBack: 'much-shorter' }]);
    crawl.later(1);
    expect(await crawl.run()).toMatchObject({ unchanged: 1, warnings: [] });
  });
});

describe('a login or a puzzle', () => {
  it('is looked at again at the end, without its mark', async () => {
    const crawl = await afterFirstNight(one, two);
    crawl.site.pages[one] = [{ body: puzzle, etag: '"p"' }, aReportPage({ number: 1 })];
    const report = await crawl.run();
    expect(report).toMatchObject({ status: 'done', gone: 0, unchanged: 2, failed: [] });
    expect(crawl.site.requests.filter(({ url }) => url.endsWith(one)).map(({ etag }) => etag)).toEqual([null, null]);
    expect(crawl.asked()).toEqual(['/tin-tuc', one, two, one]);
  });

  it('is believed when it stands there again', async () => {
    const crawl = await afterFirstNight(one, two);
    crawl.site.pages[one] = { body: puzzle, landedOn: '/dang-nhap' };
    crawl.site.pages['/tin-tuc'] = aList(one, two, three);
    crawl.site.pages[three] = { body: puzzle, etag: '"p"' };
    const report = await crawl.run();
    expect(report).toMatchObject({ status: 'partial', gone: 1 });
    expect(report.failed.map(({ url }) => url)).toEqual([siteHome + three]);
    expect(await held(crawl, one)).toMatchObject({ status: 'gone', versions: 1 });
    // What never was an article may yet become one.
    crawl.later(1);
    crawl.site.pages[three] = aReportPage({ number: 3 });
    expect(await crawl.run()).toMatchObject({ new: 1 });
    expect(crawl.site.requests.filter(({ etag }) => etag !== null)).toEqual([]);
  });

  it('stops nothing when pages come between', async () => {
    const paths = [one, two, three, four];
    const crawl = await aCrawl({ '/tin-tuc': aList(...paths) });
    for (const [index, path] of paths.entries()) {
      const page = aReportPage({ number: index + 1 });
      crawl.site.pages[path] = path === three ? page : [puzzle, page];
    }
    expect(await crawl.run()).toMatchObject({ status: 'done', new: 4, failed: [], warnings: [] });
    expect(crawl.asked()).toEqual(['/tin-tuc', one, two, three, four, one, two, four]);
  });

  it('stops the source the third time in a row; the next run looks for news and asks what was not asked first', async () => {
    const paths = [one, two, three, four, five];
    const crawl = await aCrawl({ '/tin-tuc': aList(...paths) });
    for (const path of paths) crawl.site.pages[path] = puzzle;
    const report = await crawl.run();
    expect(crawl.asked()).toEqual(['/tin-tuc', one, two, three]);
    expect(report.status).toBe('partial');
    expect(report.warnings.map(({ code }) => code)).toEqual(['blocked']);
    expect(await countDue(crawl.archive.db, 'song-mo')).toBe(5);
    paths.forEach((path, index) => {
      crawl.site.pages[path] = aReportPage({ number: index + 1 });
    });
    crawl.site.pages['/tin-tuc'] = aList('/bai/sau.html', ...paths);
    crawl.site.pages['/bai/sau.html'] = aReportPage({ number: 6 });
    expect(await crawl.run()).toMatchObject({ status: 'done', discovered: 6, new: 6 });
    expect(crawl.asked()).toEqual(['/tin-tuc', '/bai/sau.html', four, five, one, two, three]);
  });

  it('does not let the same three pages hide all others every night', async () => {
    const paths = [one, two, three, four, five];
    const crawl = await aCrawl({ '/tin-tuc': aList(...paths) });
    paths.forEach((path, index) => {
      crawl.site.pages[path] = index < 3 ? puzzle : aReportPage({ number: index + 1 });
    });
    expect(await crawl.run()).toMatchObject({ status: 'partial', new: 0 });
    crawl.later(1);
    expect(await crawl.run()).toMatchObject({ status: 'partial', new: 2 });
    crawl.later(1);
    expect(await crawl.run()).toMatchObject({ status: 'partial', unchanged: 2 });
  });
});

describe('one article, several addresses', () => {
  const page = aReportPage({ number: 1 });
  const amp = `${one}?amp=1`;
  const moved = '/bai/moi.html';

  it.each<[string, Record<string, Answer>, string, string[]]>([
    ['the server redirects', { [one]: { body: page, landedOn: moved } }, moved, [one]],
    ['the page says so of its twin', { [amp]: aReportPage({ number: 1, head: canonical(one) }) }, one, [amp]],
    ['the page says it of another', { [one]: aReportPage({ number: 1, head: canonical(two) }) }, one, []],
    ['the page says it of the home page', { [one]: aReportPage({ number: 1, head: canonical('/') }) }, one, []],
    ['the same text stands at another', { [one]: page, [two]: page }, one, [two]],
    ['lists name twins', { [one]: page, [amp]: page }, one, [amp]],
  ])('%s', async (_what, pages, url, aliases) => {
    const crawl = await aCrawl({ '/tin-tuc': aList(...Object.keys(pages)), ...pages });
    expect(await crawl.run()).toMatchObject({ status: 'done', new: 1, failed: [], warnings: [] });
    const article = await held(crawl, url);
    expect(article).toMatchObject({
      url: siteHome + url,
      aliases: aliases.map((path) => siteHome + path),
      versions: 1,
    });
    for (const path of aliases) expect((await held(crawl, path))?.id).toBe(article?.id);
    crawl.later(1);
    expect(await crawl.run()).toMatchObject({ new: 0, updated: 0, gone: 0, failed: [] });
  });

  it('asks for what leads to a held article no more in the same round', async () => {
    const crawl = await aCrawl({ '/tin-tuc': aList(one, moved), [one]: { body: page, landedOn: moved } });
    await crawl.run();
    expect(crawl.asked()).toEqual(['/tin-tuc', one]);
  });

  it('is gone when the last of them is', async () => {
    const crawl = await aCrawl({ '/tin-tuc': aList(one, two), [one]: page, [two]: page });
    await crawl.run();
    crawl.later(1);
    crawl.site.pages[one] = { missing: 410 };
    expect(await crawl.run()).toMatchObject({ gone: 0, unchanged: 1 });
    expect(await held(crawl, one)).toMatchObject({ status: 'held' });
    crawl.later(1);
    crawl.site.pages[two] = { missing: 410 };
    expect(await crawl.run()).toMatchObject({ gone: 1 });
    expect(await held(crawl, one)).toMatchObject({ status: 'gone' });
  });

  it('goes by a new slug when the old one leads nowhere any more', async () => {
    const [old, fresh] = ['/bai/giao-ban-post12.html', '/bai/hop-giao-ban-post12.html'];
    const crawl = await aCrawl({ '/tin-tuc': aList(old), [old]: page });
    await crawl.run();
    crawl.site.pages = { '/tin-tuc': aList(fresh), [fresh]: page };
    for (let night = 0; night < 4; night += 1) {
      crawl.later(1);
      expect(await crawl.run()).toMatchObject({ gone: 0, new: 0, failed: [] });
    }
    expect(await held(crawl, old)).toMatchObject({ status: 'held', aliases: [siteHome + fresh] });
    expect(crawl.asked()).toContain(fresh);
  });

  function canonical(path: string): string {
    return `<link rel="canonical" href="${siteHome}${path}">`;
  }
});

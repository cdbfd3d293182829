import { describe, expect, it, vi } from 'vitest';
import { countDue } from '../../core/archive/visits.ts';
import {
  type Answer,
  aCrawl,
  afterFirstNight,
  aList,
  aReportPage,
  type Crawl,
  held,
  siteHome,
} from '../../test/crawl-site.ts';

// The first page that is read starts a worker from TypeScript.
vi.setConfig({ testTimeout: 60_000 });

const one = '/bai/mot.html';
const two = '/bai/hai.html';
const three = '/bai/ba.html';
const four = '/bai/bon.html';
const five = '/bai/nam.html';
const menu = '<html><head><title>Báo Sông Mơ</title></head><body><p>Trang chủ</p><p>Tin tức</p></body></html>';

/** What is made of an article whose page answers otherwise in the second night. */
interface Told {
  readonly gone: 0 | 1;
  readonly status: 'held' | 'gone';
  readonly failed?: number;
  readonly refused?: number;
}

/** What three nights each count as gone, and what they make of one article. */
async function threeNights(
  crawl: Crawl,
  path: string,
): Promise<readonly (readonly [gone: number, status: string | null])[]> {
  const nights: [number, string | null][] = [];
  for (let night = 0; night < 3; night += 1) {
    const { gone } = await crawl.run();
    nights.push([gone, (await held(crawl, path))?.status ?? null]);
    crawl.later(1);
  }
  return nights;
}

describe('a page that is not there any more', () => {
  it.each<[string, Answer, Told]>([
    ['410', { missing: 410 }, { gone: 1, status: 'gone' }],
    ['404', { missing: 404 }, { gone: 1, status: 'gone' }],
    ['a redirect to the home page', { body: menu, landedOn: '/' }, { gone: 1, status: 'gone' }],
    ['a redirect to another article', { body: aReportPage({ number: 2 }), landedOn: two }, { gone: 1, status: 'gone' }],
    ['a notice', '<title>Thông báo</title><p>Bài viết không tồn tại</p>', { gone: 1, status: 'gone' }],
    ['no answer', { failed: 'no answer in 60 seconds' }, { gone: 0, status: 'held', failed: 1 }],
    ['robots.txt', { refused: 'robots' }, { gone: 0, status: 'held', refused: 1 }],
    ['a host that may not be reached', { refused: 'guard' }, { gone: 0, status: 'held', failed: 1 }],
  ])('%s', async (_what, answer, { gone, status, failed = 0, refused = 0 }) => {
    const crawl = await afterFirstNight(one, two);
    crawl.site.pages[one] = answer;
    const report = await crawl.run();
    expect(report).toMatchObject({ gone, updated: 0, new: 0, refused_by_robots: refused });
    expect(report.failed.map(({ url }) => url)).toEqual(failed === 0 ? [] : [siteHome + one]);
    expect(report.warnings).toEqual([]);
    const article = await held(crawl, one);
    expect(article).toMatchObject({ status, versions: 1 });
    expect(article?.text).toContain('1-NQ/TU');
    expect(await held(crawl, two)).toMatchObject({ status: 'held', versions: 1 });
    // As long as a list shows it, it may come back.
    crawl.later(1);
    crawl.site.pages[one] = aReportPage({ number: 1 });
    await crawl.run();
    expect(await held(crawl, one)).toMatchObject({ status: 'held', versions: 1 });
  });

  it('is held again when it comes back as it was, by the mark it had', async () => {
    const page = { body: aReportPage({ number: 1 }), etag: '"1"' };
    const crawl = await aCrawl({ '/tin-tuc': aList(one), [one]: [page, { missing: 410 }, page] });
    const statuses = [];
    for (let night = 0; night < 3; night += 1) {
      await crawl.run();
      statuses.push((await held(crawl, one))?.status);
      crawl.later(1);
    }
    expect(statuses).toEqual(['held', 'gone', 'held']);
    expect(crawl.site.requests.at(-1)).toMatchObject({ etag: '"1"' });
  });

  it('is asked for a second time that night, and stays where it was only an accident', async () => {
    const crawl = await afterFirstNight(one, two);
    crawl.site.pages[one] = [{ missing: 404 }, aReportPage({ number: 1 })];
    const before = crawl.site.requests.length;
    expect(await crawl.run()).toMatchObject({ gone: 0, unchanged: 2, warnings: [] });
    const asked = crawl.site.requests.slice(before).map(({ url }) => new URL(url).pathname);
    expect(asked.filter((path) => path.startsWith('/bai/'))).toEqual([one, two, one]);
  });

  it('is asked for two nights more, though no list shows it', async () => {
    const crawl = await afterFirstNight(one, two);
    crawl.site.pages['/tin-tuc'] = aList(two);
    crawl.site.pages[one] = [{ missing: 404 }, { missing: 404 }, { missing: 404 }, aReportPage({ number: 1 })];
    expect(await threeNights(crawl, one)).toEqual([
      [1, 'gone'],
      [0, 'gone'],
      [0, 'held'],
    ]);
  });

  it('is gone the third night where the source lost more than it had to show, and not before', async () => {
    const crawl = await afterFirstNight(one, two, three);
    crawl.site.pages[one] = { missing: 404 };
    crawl.site.pages[two] = { missing: 404 };
    expect(await threeNights(crawl, one)).toEqual([
      [0, 'held'],
      [0, 'held'],
      [2, 'gone'],
    ]);
  });

  it('begins anew to count when it was there between', async () => {
    const crawl = await afterFirstNight(one);
    const page = aReportPage({ number: 1 });
    const missing = { missing: 404 } as const;
    // In the first night that it is not found it is asked for twice.
    crawl.site.pages[one] = [missing, missing, missing, page, missing, missing, missing];
    for (let night = 0; night < 5; night += 1) {
      expect((await crawl.run()).gone).toBe(0);
      crawl.later(1);
    }
    expect(await held(crawl, one)).toMatchObject({ status: 'held' });
  });

  it('is told by what the host sends for addresses that cannot be, with status 200', async () => {
    const frame = (visitors: number): string =>
      `<html><head><title>Báo Sông Mơ</title></head><body><p>Chào bạn đọc. Hôm nay có ${visitors} lượt xem. ${'Bạn đọc có thể xem các tin khác của báo. '.repeat(30)}</p></body></html>`;
    const crawl = await aCrawl({ '/tin-tuc': aList(one, two), [one]: aReportPage({ number: 1 }) });
    crawl.site.pages[two] = aReportPage({ number: 2 });
    crawl.site.otherwise = frame(15);
    expect(await crawl.run()).toMatchObject({ new: 2 });
    crawl.later(1);
    crawl.site.pages[one] = frame(16);
    expect(await crawl.run()).toMatchObject({ gone: 1, unchanged: 1 });
    expect(await held(crawl, one)).toMatchObject({ status: 'gone', versions: 1 });
  });

  it.each([
    ['wrong addresses', (crawl: Crawl, otherwise: string) => Object.assign(crawl.site, { otherwise })],
    ['its home page', (crawl: Crawl, page: string) => Object.assign(crawl.site.pages, { '/': page })],
  ])('is told by what the host sends that night for %s, whatever it was before', async (_what, put) => {
    const front = (...news: string[]): string =>
      `<html><head><title>Báo Sông Mơ</title></head><body>${news.map((title) => `<p><a href="/x">${title}</a></p>`).join('')}</body></html>`;
    const crawl = await aCrawl({ '/tin-tuc': aList(one, two), [one]: aReportPage({ number: 1 }) });
    crawl.site.pages[two] = aReportPage({ number: 2 });
    put(crawl, front('Huyện ra quân trồng cây', 'Xã họp tổng kết mùa lúa'));
    expect(await crawl.run()).toMatchObject({ new: 2 });
    crawl.later(1);
    const tonight = front('Phường mở phiên chợ đêm', 'Tỉnh đón đoàn khách quốc tế');
    put(crawl, tonight);
    crawl.site.pages[one] = tonight;
    expect(await crawl.run()).toMatchObject({ gone: 1, updated: 0, unchanged: 1, warnings: [] });
    expect(await held(crawl, one)).toMatchObject({ status: 'gone', versions: 1 });
  });

  it('was never an article: 410 ends it, 404 is asked for twice more', async () => {
    const crawl = await aCrawl({ '/tin-tuc': aList(one, two), [one]: { missing: 410 }, [two]: { missing: 404 } });
    const nights = [];
    for (let night = 0; night < 4; night += 1) {
      const { failed, gone } = await crawl.run();
      expect(gone).toBe(0);
      nights.push(failed.map(({ url }) => url.slice(siteHome.length)));
      crawl.later(1);
    }
    expect(nights).toEqual([[one, two], [two], [two], []]);
  });
});

describe('many withdrawn at once', () => {
  const six = Array.from({ length: 6 }, (_, at) => `/bai/rut-${at}.html`);

  it('are gone where an article still stands that the source showed before', async () => {
    const crawl = await afterFirstNight(one, two, ...six);
    for (const path of six) crawl.site.pages[path] = { body: menu, landedOn: '/' };
    expect(await crawl.run()).toMatchObject({ status: 'done', gone: 6, unchanged: 2, failed: [], warnings: [] });
    for (const path of [one, two]) expect(await held(crawl, path)).toMatchObject({ status: 'held' });
    for (const path of six) expect(await held(crawl, path)).toMatchObject({ status: 'gone', versions: 1 });
  });

  it('are held where it does not: the site went under repair in the middle of the night', async () => {
    const crawl = await afterFirstNight(one, two, ...six);
    const repair = { body: menu, landedOn: '/' };
    [one, two].forEach((path, at) => {
      crawl.site.pages[path] = [aReportPage({ number: at + 1 }), repair];
    });
    for (const path of six) crawl.site.pages[path] = repair;
    expect(await crawl.run()).toMatchObject({ gone: 0, unchanged: 2, warnings: [{ code: 'blocked' }] });
    for (const path of [one, two, ...six]) expect(await held(crawl, path)).toMatchObject({ status: 'held' });
  });
});

describe('a site under repair', () => {
  it('that sends its home page for everything takes no article away, and ends the night for itself', async () => {
    const paths = [one, two, three, four, five];
    const crawl = await afterFirstNight(...paths);
    for (const path of paths) crawl.site.pages[path] = { body: menu, landedOn: '/' };
    expect(await crawl.run()).toMatchObject({ gone: 0, warnings: [{ code: 'blocked' }] });
    for (const path of paths) expect(await held(crawl, path)).toMatchObject({ status: 'held' });
    expect(await countDue(crawl.archive.db, 'song-mo')).toBe(5);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { type Answer, afterFirstNight, type Crawl, held, siteHome } from '../../test/crawl-site.ts';

// The first page that is read starts a worker from TypeScript.
vi.setConfig({ testTimeout: 60_000 });

const [one, two, three, four, five] = ['mot', 'hai', 'ba', 'bon', 'nam'].map((name) => `/bai/${name}.html`) as [
  string,
  string,
  string,
  string,
  string,
];
const missing: Answer = { missing: 404 };
const menu: Answer = {
  body: '<html><head><title>Báo Sông Mơ</title></head><body>Tin tức</body></html>',
  landedOn: '/',
};

/** A run that is ended while it asks for an article's page for the `request`th time, and hears no answer. */
async function cutAt(crawl: Crawl, request: number): Promise<void> {
  const stop = new AbortController();
  let asked = 0;
  const fetchPage: Crawl['site']['fetchPage'] = async (page, rules, signal) => {
    if (page.url.includes('/bai/')) asked += 1;
    if (asked === request) stop.abort();
    return crawl.site.fetchPage(page, rules, signal);
  };
  expect(await crawl.run({ fetchPage, signal: stop.signal })).toMatchObject({ status: 'interrupted', gone: 0 });
}

const askedFor = (crawl: Crawl, path: string): number =>
  crawl.site.requests.filter(({ url }) => url === siteHome + path).length;

describe('second looks in a night that is cut short', () => {
  it('stay second looks: nothing is asked for a third time', async () => {
    const crawl = await afterFirstNight(one, two, three, four, five);
    Object.assign(crawl.site.pages, { [one]: missing, [two]: missing });
    await cutAt(crawl, 4);
    await cutAt(crawl, 2);
    await cutAt(crawl, 2);
    expect(await crawl.run()).toMatchObject({ status: 'done', gone: 2 });
    expect([one, two, three, four, five].map((path) => askedFor(crawl, path))).toEqual([2, 2, 1, 1, 1]);
    expect(await held(crawl, one)).toMatchObject({ status: 'gone' });
    expect(await held(crawl, two)).toMatchObject({ status: 'gone' });
  });

  it('believe no more than in one run where the source has lost more than it had to show', async () => {
    const crawl = await afterFirstNight(one, two, three);
    Object.assign(crawl.site.pages, { [one]: missing, [two]: missing });
    await cutAt(crawl, 4);
    expect(await crawl.run()).toMatchObject({ status: 'done', gone: 0 });
    expect([one, two, three].map((path) => askedFor(crawl, path))).toEqual([2, 2, 1]);
    expect(await held(crawl, one)).toMatchObject({ status: 'held' });
  });

  it('take no article of a site that sends its home page for everything', async () => {
    const paths = [one, two, three, four, five];
    const crawl = await afterFirstNight(...paths);
    for (const path of paths) crawl.site.pages[path] = menu;
    await cutAt(crawl, 4);
    expect(await crawl.run()).toMatchObject({ gone: 0, warnings: [{ code: 'blocked' }] });
    await cutAt(crawl, 3);
    expect(await crawl.run()).toMatchObject({ gone: 0, warnings: [{ code: 'blocked' }] });
    for (const path of paths) expect(await held(crawl, path)).toMatchObject({ status: 'held' });
  });

  it('are first ones again the next night', async () => {
    const crawl = await afterFirstNight(one, two);
    crawl.site.pages[one] = missing;
    await cutAt(crawl, 2);
    crawl.later(1);
    crawl.site.requests.length = 0;
    expect(await crawl.run()).toMatchObject({ gone: 1, unchanged: 1 });
    expect(askedFor(crawl, one)).toBe(2);
  });
});

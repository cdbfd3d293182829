import { describe, expect, it, vi } from 'vitest';
import { countArticles } from '../../core/archive/articles.ts';
import { finishRun, listYields, startRun } from '../../core/archive/runs.ts';
import { keepArticle } from '../../test/builders.ts';
import { aCrawl, aCrawlSource, aList, aReportPage, type Crawl, options, siteHome } from '../../test/crawl-site.ts';
import type { Source } from '../sources/source-file.ts';
import { type CrawlParts, NoRoomError } from './crawl-parts.ts';
import { runSources } from './run.ts';

// The first page that is read starts a worker from TypeScript.
vi.setConfig({ testTimeout: 60_000 });

const one = '/bai/mot.html';
const two = '/bai/hai.html';
const three = '/bai/ba.html';
const pages = {
  '/tin-tuc': aList(one, two, three),
  [one]: aReportPage({ number: 1 }),
  [two]: aReportPage({ number: 2 }),
  [three]: aReportPage({ number: 3 }),
};
const otherHome = 'https://hakhe.example';
const other = aCrawlSource({ id: 'ha-khe', name: 'Báo Hạ Khê', home: `${otherHome}/` });

async function night(crawl: Crawl, number: number, given: Partial<CrawlParts> = {}, sources: readonly Source[] = []) {
  const run = { id: `r${number}`, startedAt: crawl.archive.clock().toISOString() };
  return runSources(sources.length === 0 ? [crawl.source] : sources, run, crawl.parts(given));
}

describe('a run', () => {
  it('works through every source and tells what the archive has more of', async () => {
    const crawl = await aCrawl(pages);
    crawl.site.pages[`${otherHome}/tin-tuc`] = aList('/bai/khac.html');
    crawl.site.pages[`${otherHome}/bai/khac.html`] = aReportPage({ number: 9 });
    const events: string[] = [];
    const report = await night(crawl, 1, { onEvent: ({ kind }) => events.push(kind) }, [crawl.source, other]);
    const at = '2022-05-01T19:00:00.000Z';
    expect(report).toMatchObject({ run: 'r1', status: 'done', started: at, finished: at });
    expect(report.sources.map(({ source, status, new: added }) => [source, status, added])).toEqual([
      ['song-mo', 'done', 3],
      ['ha-khe', 'done', 1],
    ]);
    expect(report).toMatchObject({ articles_new: 4, citations_new: 4, documents_new: 4 });
    expect(report.meetings_new).toBeGreaterThan(0);
    expect(events.filter((kind) => kind === 'finished')).toHaveLength(2);
    expect(events.filter((kind) => kind === 'asked')).toHaveLength(4);
    crawl.later(1);
    const again = await night(crawl, 2, {}, [crawl.source, other]);
    const nothing = { articles_new: 0, citations_new: 0, documents_new: 0, meetings_new: 0 };
    expect(again).toMatchObject({ status: 'done', ...nothing });
  });

  it('is done in part when one source failed and the others did not', async () => {
    const crawl = await aCrawl(pages);
    crawl.site.pages[`${otherHome}/tin-tuc`] = { failed: 'no answer in 60 seconds' };
    const report = await night(crawl, 1, {}, [crawl.source, other]);
    expect(report.status).toBe('partial');
    expect(report.sources.map(({ status }) => status)).toEqual(['done', 'failed']);
    expect(report.sources[1]?.failed).toEqual([{ url: `${otherHome}/tin-tuc`, reason: 'no answer in 60 seconds' }]);
  });

  it('begins no source once it is to end', async () => {
    const crawl = await aCrawl(pages);
    const report = await night(crawl, 1, { signal: AbortSignal.abort() });
    expect(report).toMatchObject({ status: 'interrupted', sources: [{ status: 'interrupted', fetched: 0 }] });
    expect(crawl.asked()).toEqual([]);
    expect(await listYields(crawl.archive.db, 'song-mo', 5)).toEqual([]);
  });

  it.each([
    [false, 0],
    [true, 1],
  ])('lets the samples stay beside real articles only when told to (%s)', async (keepSamples, left) => {
    const crawl = await aCrawl(pages);
    await keepArticle(crawl.archive, { isSample: true });
    await night(crawl, 1, { keepSamples });
    expect(await countArticles(crawl.archive.db, { samples: true })).toBe(left);
    expect(await countArticles(crawl.archive.db, { samples: false })).toBe(3);
  });
});

describe('a run behind one that was interrupted', () => {
  const isAlive = (pid: number): boolean => pid === 2;

  /** One night to the end of which nobody lived, then what the next run asks for. */
  async function asksAfter(days: number, given: Partial<CrawlParts> = {}, status?: 'done' | 'failed') {
    const crawl = await aCrawl(pages);
    const owner = (pid: number) => ({ pid, machine: 'm', aliveAt: crawl.archive.clock().toISOString() });
    const first = await startRun(crawl.archive.db, owner(1), isAlive);
    await night(crawl, 1);
    const end = { at: owner(1).aliveAt, report: '' };
    if (status !== undefined && first.kind === 'started')
      await finishRun(crawl.archive.db, first.id, { ...end, status });
    crawl.later(days);
    crawl.asked();
    await startRun(crawl.archive.db, owner(2), isAlive);
    const { sources } = await night(crawl, 2, given);
    return { asked: crawl.asked().length, warnings: sources[0]?.warnings.map(({ code }) => code) };
  }

  it.each([
    ['leaves alone what that one was done with', 0.1, {}, undefined, 0, ['done-before']],
    ['asks again the night after', 1, {}, undefined, 4, []],
    ['asks again when all is wanted', 0.1, options({ full: true }), undefined, 4, []],
    ['asks again when that one came to its end', 0.1, {}, 'done', 4, []],
    ['asks again when that one failed', 0.1, {}, 'failed', 4, []],
  ] as const)('%s', async (_what, days, given, status, asked, warnings) => {
    expect(await asksAfter(days, given, status)).toEqual({ asked, warnings });
  });
});

describe('a disk without room', () => {
  it('fails the source that met it and interrupts the others, and the next run goes on', async () => {
    const crawl = await aCrawl(pages);
    let isFull = false;
    let waiting: () => void = () => {};
    const isOtherWaiting = new Promise<void>((resolve) => {
      waiting = resolve;
    });
    crawl.site.pages['/tin-tuc'] = async () => {
      await isOtherWaiting;
      isFull = true;
      return pages['/tin-tuc'];
    };
    crawl.site.pages[`${otherHome}/tin-tuc`] = async (signal) => {
      const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      waiting();
      await ended;
      return aList('/bai/khac.html');
    };
    const checkRoom = async (): Promise<void> => {
      if (isFull) throw new NoRoomError('The disk has 3 MiB left, a run needs 16');
    };
    const report = await night(crawl, 1, { checkRoom }, [crawl.source, other]);
    expect(report.status).toBe('failed');
    expect(report.sources).toMatchObject([
      { status: 'failed', failed: [{ url: `${siteHome}/`, reason: 'The disk has 3 MiB left, a run needs 16' }] },
      { status: 'interrupted', failed: [] },
    ]);
    crawl.asked();
    crawl.site.pages[`${otherHome}/tin-tuc`] = aList();
    expect((await night(crawl, 2)).sources).toMatchObject([{ status: 'done', new: 3 }]);
    expect(crawl.asked()).toEqual([one, two, three]);
  });

  it.each(['ENOSPC: no space left on device, write', 'database or disk is full'])('is told by "%s"', async (words) => {
    const crawl = await aCrawl(pages);
    const fetchPage = async (): Promise<never> => {
      throw new Error(words);
    };
    const report = await night(crawl, 1, { fetchPage });
    expect(report).toMatchObject({ status: 'failed', sources: [{ status: 'failed' }] });
    expect(report.sources[0]?.failed[0]?.reason).toMatch(/disk of the archive is full; make room/);
  });

  it('is told with what was done until then', async () => {
    const crawl = await aCrawl(pages);
    let looks = 0;
    const checkRoom = async (): Promise<void> => {
      looks += 1;
      if (looks > 3) throw new NoRoomError('The disk has 3 MiB left');
    };
    const { sources } = await night(crawl, 1, { checkRoom });
    expect(sources).toMatchObject([{ status: 'failed', discovered: 3, fetched: 2, new: 2 }]);
    expect(sources[0]?.failed).toEqual([{ url: `${siteHome}/`, reason: 'The disk has 3 MiB left' }]);
  });

  it('is not what another fault is: that one ends the run', async () => {
    const crawl = await aCrawl(pages);
    const fetchPage = async (): Promise<never> => {
      throw new Error('the database is broken');
    };
    await expect(night(crawl, 1, { fetchPage })).rejects.toThrow('the database is broken');
  });
});

describe('how a source is doing', () => {
  it('turns red in the first night that its lists show nothing, and makes the run partial', async () => {
    const crawl = await aCrawl(pages);
    expect((await night(crawl, 1)).sources[0]).toMatchObject({ status: 'done', warnings: [] });
    crawl.later(1);
    crawl.site.pages['/tin-tuc'] = aList();
    const report = await night(crawl, 2);
    expect(report.status).toBe('partial');
    expect(report.sources[0]?.warnings).toContainEqual({ code: 'health-red', detail: 'silent' });
    const [last, first] = await listYields(crawl.archive.db, 'song-mo', 5);
    expect(last).toMatchObject({ run: 'r2', discovered: 0, fetched: 3, read: 3, health: 'red' });
    expect(first).toMatchObject({ run: 'r1', discovered: 3, new: 3, withText: 3, withDate: 3, withCode: 3 });
    expect(first).toMatchObject({ health: 'green', reasons: [] });
  });

  it('turns red when its pages lose their dates', async () => {
    const crawl = await aCrawl(pages);
    await night(crawl, 1);
    crawl.later(1);
    for (const [index, path] of [one, two, three].entries()) {
      const html = aReportPage({ number: index + 1, more: 'Sửa.' });
      crawl.site.pages[path] = html.replace(/<meta property[^>]*>/, '').replaceAll('Sáng 05/4/2022, ', '');
    }
    const [report] = (await night(crawl, 2)).sources;
    expect(report?.status).toBe('partial');
    expect(report?.warnings).toContainEqual({ code: 'health-red', detail: 'no-dates' });
  });

  it('is not silent in a run that looks only at what is new', async () => {
    const crawl = await aCrawl(
      { ...pages, '/tin-tuc': aList() },
      { discover: { feeds: [`${siteHome}/rss`], sitemaps: [], lists: [] } },
    );
    const items = [one, two, three].map(
      (path) => `<item><link>${siteHome}${path}</link><pubDate>28 Apr 2022 08:00:00 +0700</pubDate></item>`,
    );
    crawl.site.pages['/rss'] = {
      body: `<rss version="2.0"><channel>${items.join('')}</channel></rss>`,
      type: 'text/xml',
    };
    await night(crawl, 1);
    const report = await night(crawl, 2, options({ since: '2022-05-02' }));
    expect(report.sources[0]).toMatchObject({ status: 'done', discovered: 0, warnings: [] });
    expect((await listYields(crawl.archive.db, 'song-mo', 1))[0]).toMatchObject({ run: 'r2', discovered: null });
  });
});

import { describe, expect, it, vi } from 'vitest';
import { aCrawl, aCrawlSource, afterFirstNight, aList, options, siteHome } from '../../test/crawl-site.ts';
import { previewSources } from './preview.ts';

// The first page that is read starts a worker from TypeScript.
vi.setConfig({ testTimeout: 60_000 });

const one = '/bai/mot.html';
const two = '/bai/hai.html';

describe('previewSources', () => {
  it('names what is new, asks for lists only and keeps nothing', async () => {
    const crawl = await afterFirstNight(one);
    crawl.site.pages['/tin-tuc'] = aList(two, one);
    const visits = () => crawl.archive.db.selectFrom('visits').selectAll().execute();
    const before = await visits();
    const report = await previewSources([crawl.source], crawl.parts());
    expect(report).toMatchObject({ run: 'dry-run', status: 'done', articles_new: 0 });
    expect(report.sources).toMatchObject([
      { discovered: 2, fetched: 0, new: 0, warnings: [{ code: 'would-fetch', detail: siteHome + two }] },
    ]);
    expect(crawl.asked()).toEqual(['/tin-tuc']);
    expect(await visits()).toEqual(before);
    expect(await previewSources([crawl.source], crawl.parts())).toEqual(report);
  });

  it('tells a source that gives no list from one that does', async () => {
    const crawl = await aCrawl({ '/tin-tuc': aList(one) });
    const other = aCrawlSource({ id: 'ha-khe', home: 'https://hakhe.example/' });
    crawl.site.pages['https://hakhe.example/tin-tuc'] = { failed: 'no answer in 60 seconds' };
    const report = await previewSources([crawl.source, other], crawl.parts(options({ full: true })));
    expect(report.status).toBe('partial');
    expect(report.sources.map(({ status }) => status)).toEqual(['done', 'failed']);
    expect(report.sources[1]?.failed).toMatchObject([{ reason: 'no answer in 60 seconds' }]);
  });
});

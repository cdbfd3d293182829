/** What goes wrong with one page, list or host of a source must not stand in the way of the others. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { aCrawl, aList, aReportPage, siteHome } from '../../test/crawl-site.ts';

// The first page that is read starts a worker from TypeScript.
vi.setConfig({ testTimeout: 60_000 });

const one = '/bai/mot.html';
const two = '/bai/hai.html';

describe('what only concerns one thing', () => {
  const broken = () => {
    throw new Error('no place for this');
  };

  it('is the failure of a page that cannot be taken in, and the rest goes on', async () => {
    const crawl = await aCrawl({
      '/tin-tuc': aList(one, two),
      [one]: { body: aReportPage({ number: 1 }), etag: '"1"' },
    });
    crawl.site.pages[two] = aReportPage({ number: 2 });
    const { placeOf } = crawl.parts();
    let looks = 0;
    const report = await crawl.run({ placeOf: (id) => (looks++ === 0 ? broken() : placeOf(id)) });
    const reason = 'it could not be taken in: no place for this';
    expect(report).toMatchObject({ status: 'partial', new: 1, failed: [{ url: siteHome + one, reason }] });
    crawl.later(1);
    expect(await crawl.run()).toMatchObject({ status: 'done', new: 1, failed: [] });
  });

  it('is not tried every night for ever with bytes that do not change', async () => {
    const crawl = await aCrawl({ '/tin-tuc': aList(one), [one]: aReportPage({ number: 1 }) });
    let looks = 0;
    const placeOf = () => {
      looks += 1;
      return broken();
    };
    for (let night = 0; night < 9; night += 1) {
      expect(await crawl.run({ placeOf })).toMatchObject({ new: 0, failed: [{ url: siteHome + one }] });
      crawl.later(1);
    }
    expect(looks).toBe(3);
    crawl.site.pages[one] = aReportPage({ number: 1, more: 'Sửa.' });
    expect(await crawl.run()).toMatchObject({ new: 1, failed: [] });
  });

  it('is a list whose kept bytes are gone: it is asked for as if for the first time', async () => {
    const crawl = await aCrawl({ '/tin-tuc': { body: aList(one), etag: '"a"' }, [one]: aReportPage({ number: 1 }) });
    await crawl.run();
    rmSync(join(crawl.archive.home, 'snapshots'), { recursive: true });
    crawl.later(1);
    crawl.asked();
    expect(await crawl.run()).toMatchObject({ status: 'done', discovered: 1 });
    expect(crawl.asked()).toEqual(['/tin-tuc', '/tin-tuc', one]);
  });

  it('is what one host sends for addresses that cannot be: another host of the source is asked for its own', async () => {
    const media = 'https://media.songmo.example';
    const crawl = await aCrawl(
      { '/tin-tuc': aList(one, `${media}${two}`), [one]: aReportPage({ number: 1 }) },
      { hosts: ['media.songmo.example'] },
    );
    crawl.site.pages[`${media}${two}`] = aReportPage({ number: 2 });
    expect(await crawl.run()).toMatchObject({ status: 'done', new: 2 });
    const impossible = crawl.site.requests
      .map(({ url }) => new URL(url))
      .filter(({ href }) => href.includes('/khong-co-'));
    expect(impossible.map(({ origin }) => origin)).toEqual([siteHome, media]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../../test/serving.ts';
import { siteArticles } from '../../test/site-articles.ts';
import { exportFormats } from './formats.ts';
import { exportKinds, exportNames } from './kinds.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(siteArticles);
});
afterAll(() => site.close());

describe.each(exportNames)('an export of %s', (name) => {
  it('has the columns that its rows have, in their order', async () => {
    let count = 0;
    for await (const row of exportKinds[name].rows(site.archive.db, 'vi')) {
      expect(Object.keys(row)).toEqual(exportKinds[name].columns);
      count += 1;
    }
    expect(count).toBeGreaterThan(0);
  });

  it.each(exportFormats)('is sent as %s, to be saved', async (format) => {
    const { status, headers, text } = await site.get(`/api/v1/export/${name}.${format}`);
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="sohieu-${name}.${format}"`);
    expect(text.length).toBeGreaterThan(100);
  });

  it('sends no body for HEAD', async () => {
    const { status, text } = await site.get(`/api/v1/export/${name}.csv`, { method: 'HEAD' });
    expect([status, text]).toEqual([200, '']);
  });
});

describe('exports', () => {
  it('disarm formulas in titles of strangers', async () => {
    const { text } = await site.get('/api/v1/export/articles.csv');
    expect(text).toContain(`"'=1+1 <script>`);
    expect(text).not.toContain('"=1+1');
  });

  it('word reasons in the language asked for', async () => {
    const { text } = await site.get('/api/v1/export/citations.jsonl?lang=en');
    expect(text).toContain('The source names the issuer');
    expect((await site.get('/api/v1/export/citations.jsonl')).text).toContain('Nguồn nêu cơ quan ban hành');
  });

  it('that break half-way are cut off, not ended', async () => {
    const lost = await openSite(siteArticles);
    await lost.archive.close();
    await expect(lost.get('/api/v1/export/articles.jsonl')).resolves.toMatchObject({ status: 500 });
    await lost.close();
  });
});

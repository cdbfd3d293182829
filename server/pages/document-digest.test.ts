import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../../test/serving.ts';
import { aReport, siteArticles } from '../../test/site-articles.ts';
import { findDocument } from '../api/documents.ts';
import { readDigest } from './document-digest.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite([...siteArticles, aReport(0)]);
}, 60_000);
afterAll(() => site.close());

async function digestOf(name: string) {
  const document = await findDocument(site.archive.db, name);
  if (document === null) throw new Error(`Cannot read ${name}: expected a document`);
  return readDigest(site.archive.db, document);
}

describe('the digest of a document', () => {
  it('tells what all of its mentions tell', async () => {
    const digest = await digestOf('nq-31-tu.song-mo.2020');
    expect([digest.newest.length, digest.rows.length]).toEqual([2, 5]);
    expect([digest.firstDay, digest.lastDay, digest.firstPublished]).toEqual([
      '2022-04-05',
      '2023-01-01',
      '2022-04-06',
    ]);
    expect(digest.counts.year).toEqual([
      { value: '2023', count: 1 },
      { value: '2022', count: 1 },
    ]);
  });

  it('is read once while the archive stays as it is, and anew when something comes in', async () => {
    const first = await digestOf('nq-31-tu.song-mo.2020');
    expect(await digestOf('nq-31-tu.song-mo.2020')).toBe(first);
    await site.add([aReport(1)]);
    const second = await digestOf('nq-31-tu.song-mo.2020');
    expect(second.newest.length).toBe(first.newest.length + 1);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getDocument } from '../core/archive/documents.ts';
import type { OfficialDocument } from '../core/documents/document.ts';
import { parseDocumentId } from '../core/documents/identity.ts';
import { openSite, type Site } from '../test/serving.ts';
import { aReport, siteArticles } from '../test/site-articles.ts';
import { countByMonth, countCiting, listCiting } from './citing.ts';
import {
  countBySource,
  countCompanions,
  countMeetings,
  countStatuses,
  countTotals,
  holdsSamples,
  lastChange,
} from './figures.ts';
import { rememberWhileUnchanged } from './remember.ts';
import { readTrend } from './trend.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite([...siteArticles, aReport(0), aReport(1), aReport(40)]);
});
afterAll(() => site.close());

async function documentOf(text: string): Promise<OfficialDocument> {
  const id = parseDocumentId(text);
  const document = id === null ? null : await getDocument(site.archive.db, id);
  if (document === null) throw new Error(`Cannot test: expected a document ${text}, found none`);
  return document;
}

describe('numbers about one document', () => {
  it('agree with each other, whichever way they are counted', async () => {
    const document = await documentOf('nq-31-tu.song-mo.2020');
    const rows = await listCiting(site.archive.db, document);
    const counts = await countCiting(site.archive.db, document);
    const trend = await readTrend(site.archive.db, document);
    expect(counts).toEqual({ mentions: 7, meetings: 4 });
    expect([rows.length, trend.mentions]).toEqual([7, 7]);
    expect(new Set(rows.flatMap(({ meeting }) => meeting?.id ?? [])).size).toBe(4);
    expect((await countMeetings(site.archive.db, [document.id])).get(document.id)).toBe(4);
  });

  it('tell months of publication and of meetings apart', async () => {
    const document = await documentOf('nq-31-tu.song-mo.2020');
    const { months, latest } = await readTrend(site.archive.db, document);
    expect(months).toEqual([
      { month: '2022-04', count: 3 },
      { month: '2022-06', count: 1 },
      { month: '2023-01', count: 2 },
      { month: '2023-02', count: 1 },
    ]);
    expect(latest).toBe('2023-02-10');
    expect(await countByMonth(site.archive.db, document)).toEqual([
      { month: '2022-04', meetings: 1 },
      { month: '2023-01', meetings: 2 },
      { month: '2023-02', meetings: 1 },
    ]);
  });

  it('of an entry are those of the mentions of its code', async () => {
    const entry = await documentOf('ma.nq-45-tu');
    expect(await countCiting(site.archive.db, entry)).toEqual({ mentions: 1, meetings: 0 });
    expect(await readTrend(site.archive.db, entry)).toMatchObject({ mentions: 1, latest: '2022-06-03' });
    expect((await listCiting(site.archive.db, entry)).map(({ meeting }) => meeting)).toEqual([null]);
  });

  it('name what is cited at two or more of the same meetings', async () => {
    const document = await documentOf('nq-31-tu.song-mo.2020');
    expect(await countCompanions(site.archive.db, document.id, 5)).toEqual([]);
    await site.add([
      { ...aReport(2), text: `${aReport(2).text} Thực hiện Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư.` },
    ]);
    const [companion] = await countCompanions(site.archive.db, document.id, 5);
    expect(companion).toMatchObject({ meetings: 2 });
  });
});

describe('numbers about all', () => {
  it('count what is there', async () => {
    const totals = await countTotals(site.archive.db);
    expect(totals).toMatchObject({ documents: 4, relations: 1 });
    const statuses = await countStatuses(site.archive.db);
    expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(totals.mentions);
    const sources = await countBySource(site.archive.db);
    expect(sources.reduce((sum, { articles }) => sum + articles, 0)).toBe(totals.articles);
    expect(await holdsSamples(site.archive.db)).toBe(false);
  });

  it('are kept until the archive changes', async () => {
    let reads = 0;
    const remembered = rememberWhileUnchanged(site.archive.db, async () => {
      reads += 1;
      return lastChange(site.archive.db);
    });
    const first = await remembered();
    expect([await remembered(), reads]).toEqual([first, 1]);
    await site.add([aReport(3)]);
    expect(await remembered()).toBeGreaterThan(first);
    expect(reads).toBe(2);
  });
});

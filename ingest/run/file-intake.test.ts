import { describe, expect, it, vi } from 'vitest';
import { getArticleByUrl } from '../../core/archive/articles.ts';
import { listAttachments } from '../../core/archive/attachments.ts';
import { settleChanges } from '../../core/archive/derive.ts';
import { getDocument } from '../../core/archive/documents.ts';
import { getHolding } from '../../core/archive/holdings.ts';
import { listRelationsOf } from '../../core/archive/relations.ts';
import type { DocumentId } from '../../core/documents/document.ts';
import { type Answer, aCrawl, aList, aReportPage, type Crawl, held, siteHome } from '../../test/crawl-site.ts';
import { makeDocx } from '../../test/docx-file.ts';
import { rereadArticles } from '../reread.ts';

// The first page that is read starts a worker from TypeScript.
vi.setConfig({ testTimeout: 60_000 });

const one = '/bai/mot.html';

describe('the files of an article', () => {
  const docx = '/tep/ke-hoach.docx';
  const file = makeDocx({ body: ['KẾ HOẠCH', 'Thực hiện Nghị quyết số 31-NQ/TU về chỉnh trang đô thị.'] });
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const filesOf = async ({ archive }: Crawl, path: string) => {
    const article = await getArticleByUrl(archive.db, siteHome + path);
    return article === null ? [] : listAttachments(archive.db, article.id);
  };

  it('are asked for once and kept with it', async () => {
    const files = [docx, docx, 'https://khac.example/la.pdf', '/tep/anh.zip'];
    const crawl = await aCrawl({ '/tin-tuc': aList(one), [one]: aReportPage({ number: 1, files }) });
    crawl.site.pages[docx] = { body: file, type, etag: '"f"' };
    expect(await crawl.run()).toMatchObject({ status: 'done', fetched: 1, new: 1, failed: [] });
    expect(crawl.asked()).toEqual(['/tin-tuc', one, docx]);
    expect(await filesOf(crawl, one)).toEqual([
      expect.objectContaining({ url: siteHome + docx, status: 'held', text: expect.stringContaining('31-NQ/TU') }),
    ]);
    crawl.later(1);
    expect(await crawl.run()).toMatchObject({ fetched: 1, unchanged: 1, failed: [] });
    expect(crawl.site.requests.find(({ url }) => url.endsWith(docx))).toMatchObject({ accept: 'file', etag: '"f"' });
  });

  it('are had once where a page names another pass at every visit', async () => {
    const page = (token: string) =>
      `<html><head><title>Nghị quyết số 31</title></head><body><h1>Nghị quyết số 31 của Hội đồng</h1><p><a href="/tep/31.docx?token=${token}">Toàn văn</a></p></body></html>`;
    const crawl = await aCrawl({ '/tin-tuc': aList(one), [one]: [page('a1'), page('b2')] });
    crawl.site.pages['/tep/31.docx?token=a1'] = [{ body: file, type }, { failed: 'answered 403' }];
    await crawl.run();
    expect(await getArticleByUrl(crawl.archive.db, siteHome + one)).toMatchObject({ status: 'held', versions: 1 });
    expect(crawl.asked()).toEqual(['/tin-tuc', one, '/tep/31.docx?token=a1']);
    crawl.later(1);
    expect(await crawl.run()).toMatchObject({ unchanged: 1, updated: 0, failed: [], warnings: [] });
    expect(crawl.asked()).toEqual(['/tin-tuc', one]);
    const article = await getArticleByUrl(crawl.archive.db, siteHome + one);
    expect(article).toMatchObject({ aliases: [], versions: 1, text: expect.stringContaining('31-NQ/TU') });
  });

  it('are left alone where the source says so', async () => {
    const crawl = await aCrawl(
      { '/tin-tuc': aList(one), [one]: aReportPage({ number: 1, files: [docx] }) },
      { attachments: false },
    );
    await crawl.run();
    expect(crawl.asked()).toEqual(['/tin-tuc', one]);
  });

  it.each<[string, Answer, string | null]>([
    ['a page instead', '<html><body><p>Mời bạn đăng nhập để tải tệp.</p></body></html>', 'a page was sent instead'],
    ['something broken', { body: file.slice(0, 300), type }, ''],
    ['nothing', { missing: 404 }, null],
  ])('may be %s, and the article stays', async (_what, answer, reason) => {
    const crawl = await aCrawl({ '/tin-tuc': aList(one), [one]: aReportPage({ number: 1, files: [docx] }) });
    crawl.site.pages[docx] = answer;
    const report = await crawl.run();
    expect(report).toMatchObject({ new: 1, gone: 0 });
    const expected = reason === null ? [] : [{ url: siteHome + docx, reason: expect.stringContaining(reason) }];
    expect(report.failed).toEqual(expected);
    const kept = { status: 'unreadable', text: '', reason: expect.stringContaining(reason ?? '') };
    expect(await filesOf(crawl, one)).toEqual(reason === null ? [] : [expect.objectContaining(kept)]);
    expect(await held(crawl, one)).toMatchObject({ status: 'held' });
  });

  const planHead = [
    'THÀNH ỦY HẠ LONG',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Số 44-KH/TU',
    'Hạ Long, ngày 14 tháng 02 năm 2022',
    'KẾ HOẠCH',
    'triển khai thực hiện Chỉ thị số 18-CT/TW ngày 26/10/2021 của Ban Bí thư',
    'I. MỤC ĐÍCH',
    'Các phường rà soát lại từng tuyến phố, báo cáo kết quả trước ngày 20 hằng tháng.',
  ];
  const plan = 'kh-44-tu.ha-long.2020' as DocumentId;

  it('are held as the documents that they are, with what these state', async () => {
    const crawl = await aCrawl({ '/tin-tuc': aList(one), [one]: aReportPage({ number: 1, files: [docx] }) });
    crawl.site.pages[docx] = { body: makeDocx({ body: planHead }), type };
    await crawl.run();
    const { db } = crawl.archive;
    await settleChanges(db);
    expect(await getHolding(db, plan)).toMatchObject({ address: siteHome + docx, date: '2022-02-14' });
    expect(await getDocument(db, plan)).toMatchObject({ state: 'held', citedBy: 0, issuer: 'Thành ủy Hạ Long' });
    expect((await listRelationsOf(db, plan)).from).toMatchObject([{ to: 'ct-18-tw.2021', kind: 'implements' }]);
    expect(await held(crawl, one)).toMatchObject({ text: expect.not.stringContaining('44-KH/TU') });
  });

  it('are the text of an article that has none, night after night', async () => {
    const empty = `<html lang="vi"><head><title>Kế hoạch chỉnh trang đô thị</title></head><body><article><h1>Kế hoạch chỉnh trang đô thị</h1><p><a href="${docx}">Tải về</a></p></article></body></html>`;
    const crawl = await aCrawl({ '/tin-tuc': aList(one), [one]: empty });
    crawl.site.pages[docx] = { body: makeDocx({ body: planHead }), type };
    expect(await crawl.run()).toMatchObject({ new: 1, failed: [] });
    const first = await held(crawl, one);
    expect(first).toMatchObject({
      status: 'held',
      title: 'Kế hoạch chỉnh trang đô thị',
      text: expect.stringContaining('18-CT/TW'),
      versions: 1,
      warnings: [{ code: 'text-of-file', detail: siteHome + docx }],
    });
    crawl.later(1);
    expect(await crawl.run()).toMatchObject({ new: 0, updated: 0, unchanged: 1, failed: [] });
    expect(await held(crawl, one)).toEqual(first);
    const reread = { archive: crawl.archive, placeOf: () => null, selectorsOf: () => undefined };
    expect(await rereadArticles(null, reread, () => {})).toEqual({ changed: 0, unchanged: 1, failed: 0 });
    expect(await held(crawl, one)).toEqual(first);
  });

  it('are a new version of an article that has their text, each time that they change', async () => {
    const empty = `<html lang="vi"><head><title>Kế hoạch chỉnh trang đô thị</title></head><body><article><h1>Kế hoạch chỉnh trang đô thị</h1><p><a href="${docx}">Tải về</a></p></article></body></html>`;
    const crawl = await aCrawl({ '/tin-tuc': aList(one), [one]: empty });
    const another = [...planHead, 'Các xã báo cáo thêm về mặt bằng chợ trước ngày 25 hằng tháng.'];
    const bodies = [planHead, planHead, another, another, planHead];
    const nights = [];
    for (const body of bodies) {
      crawl.site.pages[docx] = { body: makeDocx({ body }), type };
      const { updated, failed } = await crawl.run();
      const article = await held(crawl, one);
      nights.push([updated, failed.length, article?.versions, article?.text.includes('mặt bằng chợ')]);
      crawl.later(1);
    }
    expect(nights).toEqual([
      [0, 0, 1, false],
      [0, 0, 1, false],
      [1, 0, 2, true],
      [0, 0, 2, true],
      [0, 0, 2, false],
    ]);
    const before = await held(crawl, one);
    const reread = { archive: crawl.archive, placeOf: () => null, selectorsOf: () => undefined };
    expect(await rereadArticles(null, reread, () => {})).toEqual({ changed: 0, unchanged: 1, failed: 0 });
    expect(await held(crawl, one)).toEqual(before);
  });

  it('are read again from their bytes', async () => {
    const crawl = await aCrawl({ '/tin-tuc': aList(one), [one]: aReportPage({ number: 1, files: [docx] }) });
    crawl.site.pages[docx] = { body: makeDocx({ body: planHead }), type };
    await crawl.run();
    const { archive } = crawl;
    const [before] = await filesOf(crawl, one);
    await archive.db.updateTable('attachments').set({ text: 'mất', legal_json: null, title: null }).execute();
    await archive.db.deleteFrom('holdings').execute();
    const reread = { archive, placeOf: () => null, selectorsOf: () => undefined };
    expect(await rereadArticles(null, reread, () => {})).toEqual({ changed: 1, unchanged: 0, failed: 0 });
    expect(await filesOf(crawl, one)).toEqual([before]);
    expect(await getDocument(archive.db, plan)).toMatchObject({ state: 'held' });
    expect(await rereadArticles(null, reread, () => {})).toEqual({ changed: 0, unchanged: 1, failed: 0 });
  });
});

import { describe, expect, it, vi } from 'vitest';
import { getArticleByUrl } from '../../core/archive/articles.ts';
import { listAttachments } from '../../core/archive/attachments.ts';
import { type Answer, aCrawl, aList, aReportPage, type Crawl, held, siteHome } from '../../test/crawl-site.ts';
import { makeDocx } from '../../test/docx-file.ts';

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
});

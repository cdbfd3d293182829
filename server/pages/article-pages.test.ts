/** The pages that go with an article: its stored copy, its versions, its copies and files, the ground of each fact. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putAttachment } from '../../core/archive/attachments.ts';
import { recordCapture } from '../../core/archive/captures.ts';
import { putCopies } from '../../core/archive/copies.ts';
import type { ArticleId } from '../../core/archive/records.ts';
import { keepSnapshot } from '../../core/archive/snapshots.ts';
import { keepArticle } from '../../test/builders.ts';
import { openSite, type Site } from '../../test/serving.ts';
import { hostile, siteArticles } from '../../test/site-articles.ts';

const url = 'https://tin.example.vn/sua/1';
const opening = 'Ngày 05/9/2022, Thành ủy Sông Mơ tổ chức hội nghị giao ban.';
const chaired = 'Đồng chí Lê Văn Thử, Bí thư Thành ủy chủ trì hội nghị.';
const kept = ['một', 'hai', 'ba', 'bốn', 'năm'].map(
  (number) => `Đoạn giữ nguyên ${number}, về trật tự đô thị và vệ sinh.`,
);
const first = [`${opening} ${chaired}`, ...kept, 'Đã xong 18 công trình.'].join('\n\n');
const second = first.replace('18', '20').replace('giữ nguyên một', `giữ nguyên một ${hostile}`);
const file = 'https://tin.example.vn/tep/ke-hoach.pdf';

let site: Site;
let id: ArticleId;
let other: ArticleId;
beforeAll(async () => {
  site = await openSite(siteArticles);
  const { archive } = site;
  const base = { url, published: '2022-09-06', title: 'Giao ban tháng tám' };
  const attachments = [{ url: file, title: 'Kế hoạch kèm theo', type: 'pdf' }];
  await site.add([{ ...base, text: first, capturedAt: '2022-09-06T01:00:00.000Z' }]);
  await site.add([
    { ...base, title: 'Giao ban tháng chín', text: second, attachments, capturedAt: '2022-09-07T01:00:00.000Z' },
  ]);
  id = await keepArticle(archive, { ...base, text: '404', capturedAt: '2022-09-08T01:00:00.000Z' });
  other = await keepArticle(archive, {
    url: 'https://bao.example.vn/9',
    source: 'hostile',
    text: `${second} Báo chép lại.`,
  });
  await putCopies(archive.db, id, [{ of: other, similarity: 0.985 }]);
  await putAttachment(archive.db, {
    article: id,
    url: file,
    snapshot: null,
    status: 'needs_ocr',
    reason: null,
    title: null,
    text: '',
    readAt: '2022-09-07T01:00:00.000Z',
  });
});
afterAll(() => site.close());

async function read(path: string): Promise<string> {
  const { text } = await site.get(path);
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
}

describe('an article', () => {
  it('shows where each fact of its meeting is stated, who printed it again, and its files', async () => {
    const words = await read(`/bai-viet/${id}`);
    expect(words).toContain(`Ngày họp 5/9/2022 vì sao? Bài viết: ${opening}`);
    expect(words).toContain(`Bài viết: ${chaired}`);
    expect(words).toMatch(/Bài đăng lại .* giống 98%/);
    expect(words).toMatch(/Kế hoạch kèm theo \(pdf\) bản chụp, chưa đọc được chữ/);
    expect((await site.get(`/bai-viet/${id}`)).text).toContain(`href="/bai-viet/${other}"`);
  });

  it('of one version has none to compare, and quotes the day as it prints it', async () => {
    const { text } = await site.get('/api/v1/export/articles.jsonl');
    const silent = text.split('\n').find((line) => line.includes('/bai/2'));
    const path = `/bai-viet/${/"id":"([0-9a-f]{16})"/.exec(silent ?? '')?.[1]}`;
    expect(await read(path)).toContain('Ngày họp 5/4/2022 vì sao?');
    expect((await site.get(path)).text).not.toContain('phien-ban');
  });

  it('leads to its stored copy and its versions', async () => {
    const { text } = await site.get(`/bai-viet/${id}?lang=en`);
    expect(text).toContain(`href="/bai-viet/${id}/ban-luu?lang=en"`);
    expect(text).toContain(`href="/bai-viet/${id}/phien-ban?lang=en"`);
  });
});

describe('a stored copy', () => {
  it('is the bytes as inert text, with hash, time and download', async () => {
    const { text, status } = await site.get(`/bai-viet/${id}/ban-luu`);
    expect(status).toBe(200);
    expect(text).toContain('&lt;script>alert(&quot;x&quot;)&lt;/script>');
    expect(text).not.toMatch(/<script|<img/);
    expect(text).toContain(`href="/api/v1/articles/${id}/snapshot"`);
    expect(text).toContain('name="robots" content="noindex"');
    const words = await read(`/bai-viet/${id}/ban-luu`);
    expect(words).toContain('Phiên bản 2 trong 2 đang hiện');
    expect(words).toContain('không có câu trả lời của máy chủ');
  });

  it('is that of another version where the address asks for it, also to be saved', async () => {
    const words = await read(`/bai-viet/${id}/ban-luu?phien-ban=3`);
    expect(words).toMatch(/chờ xem lại: ngắn đi quá nhiều .* Nội dung 404 /);
    const { text, headers } = await site.get(`/api/v1/articles/${id}/snapshot?version=1`);
    expect([text, headers['content-disposition']]).toEqual([first, `attachment; filename="${id}.txt"`]);
    for (const path of [`/bai-viet/${id}/ban-luu?phien-ban=9`, '/bai-viet/0123456789abcdef/ban-luu'])
      expect((await site.get(path)).status).toBe(404);
    expect((await site.get(`/api/v1/articles/${id}/snapshot?version=9`)).status).toBe(404);
    expect((await site.get(`/bai-viet/${id}/ban-luu?phien-ban=0`)).text).toContain('phải là số của một phiên bản');
  });

  it('shows the answer that brought it, is read in its encoding, and is cut where it is long', async () => {
    const { archive } = site;
    const text = `<p>Thành ủy họp ${'x'.repeat(70_000)}`;
    const bytes = Buffer.from(text, 'utf16le');
    const snapshot = await keepSnapshot(archive, bytes, 'text/html; charset=utf-16le');
    const long = await keepArticle(archive, {
      url: 'https://tin.example.vn/dai',
      text: 'Bài dài.',
      encoding: 'utf-16le',
    });
    for (const table of ['articles', 'article_versions'] as const)
      await archive.db
        .updateTable(table)
        .set({ snapshot })
        .where(table === 'articles' ? 'id' : 'article', '=', long)
        .execute();
    await recordCapture(archive.db, {
      url: 'https://tin.example.vn/dai',
      snapshot,
      capturedAt: '2022-09-07T01:00:00.000Z',
      source: null,
      status: 'fetched',
      given: {},
      http: { url: 'https://tin.example.vn/dai?x=1', status: 203, headers: { server: hostile, etag: '"7"' } },
    });
    const words = await read(`/bai-viet/${long}/ban-luu`);
    expect(words).toContain('Mã 203, từ https://tin.example.vn/dai?x=1');
    expect(words).toContain('etag "7"');
    expect(words).toContain('&lt;p>Thành ủy họp xxx');
    expect(words).toContain('Chỉ hiện 60.000 ký tự đầu. Hiện thêm');
    expect(await read(`/bai-viet/${long}/ban-luu?du=1`)).not.toContain('Chỉ hiện');
  });

  it('of a file that is no text is what was read from it', async () => {
    const { archive } = site;
    const pdf = await keepSnapshot(archive, Buffer.from('%PDF-1.7 …'), 'application/pdf');
    const article = await keepArticle(archive, {
      url: 'https://tin.example.vn/pdf',
      text: 'Chữ trong tệp.',
      encoding: null,
    });
    await archive.db.updateTable('article_versions').set({ snapshot: pdf }).where('article', '=', article).execute();
    const words = await read(`/bai-viet/${article}/ban-luu`);
    expect(words).toMatch(/Kiểu tệp application\/pdf .* Chữ đọc được Chữ trong tệp\./);
    expect(words).not.toContain('%PDF');
  });

  it('in an encoding that no browser knows is shown all the same, and said so', async () => {
    const { archive } = site;
    const article = await keepArticle(archive, {
      url: 'https://tin.example.vn/tcvn',
      text: 'Thanh uy hop.',
      encoding: 'tcvn',
    });
    expect(await read(`/bai-viet/${article}/ban-luu`)).toMatch(/hiện theo windows-1252 .* Thanh uy hop\./);
  });
});

describe('versions', () => {
  it('are listed with why one waits, and what is shown is compared with what was before', async () => {
    const words = await read(`/bai-viet/${id}/phien-ban`);
    expect(words).toMatch(
      /3 8\/9\/2022, 8:00 chờ xem lại: ngắn đi quá nhiều .* 2 7\/9\/2022, 8:00 đang hiện .* 1 6\/9\/2022/,
    );
    expect(words).toContain('Từ bản 1 đến bản 2');
    const { text } = await site.get(`/bai-viet/${id}/phien-ban`);
    expect(text).toContain('Giao ban tháng <del>tám</del><ins>chín</ins>');
    expect(text).toContain('Đã xong <del>18</del><ins>20</ins> công trình.');
    expect(text).not.toMatch(/<script|<img/);
    // The paragraphs beside a change are shown, those between are not.
    expect(words).toMatch(/Đoạn giữ nguyên hai, .* … 2 đoạn không đổi … .*Đoạn giữ nguyên năm, /);
    expect(words).not.toContain('Đoạn giữ nguyên ba');
  });

  it.each([
    ['tu=1&den=3', 'Từ bản 1 đến bản 3'],
    ['tu=2&den=2', 'Hai bản có tiêu đề, ngày đăng và toàn văn như nhau.'],
    ['tu=2&den=1', 'Từ bản 2 đến bản 1'],
  ])('are compared as the address asks: %s', async (query, expected) => {
    expect(await read(`/bai-viet/${id}/phien-ban?${query}`)).toContain(expected);
  });

  it('that are not there are a 404, and one alone has nothing to be compared with', async () => {
    for (const query of ['tu=1&den=9', 'tu=9', 'page=2'])
      expect((await site.get(`/bai-viet/${id}/phien-ban?${query}`)).status, query).toBe(404);
    expect(await read(`/bai-viet/${other}/phien-ban`)).toContain('chưa có gì để so');
  });
});

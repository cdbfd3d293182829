import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openSite, type Site } from '../../test/serving.ts';
import { aReport, hostile, siteArticles } from '../../test/site-articles.ts';
import { pages } from './pages.ts';

const reports = 45;
const document = 'nq-31-tu.song-mo.2020';

let site: Site;
/** Ids of articles by the end of their address, and of meetings by their day. */
let articles: ReadonlyMap<string, string>;
let meetings: ReadonlyMap<string, string>;
beforeAll(async () => {
  site = await openSite([...siteArticles, ...Array.from({ length: reports }, (_, index) => aReport(index))]);
  const lines = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
  const articleLine = z.object({ id: z.string(), url: z.string() });
  const meetingLine = z.object({ id: z.string(), date: z.string() });
  const kept = z.array(articleLine).parse(lines((await site.get('/api/v1/export/articles.jsonl')).text));
  articles = new Map(kept.map(({ id, url }) => [url.replace(/^.*\.vn\//, ''), id]));
  const held = z.array(meetingLine).parse(lines((await site.get('/api/v1/export/meetings.jsonl')).text));
  meetings = new Map(held.map(({ id, date }) => [date, id]));
});
afterAll(() => site.close());

/** What a reader sees of a page, without marks. */
async function read(path: string): Promise<string> {
  const { text } = await site.get(path);
  return text
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
}

function pathOf(page: string): string {
  return page
    .replace('/van-ban/:id', '/van-ban/nq-31-tu.quang-ninh.2020')
    .replace('/bai-viet/:id', `/bai-viet/${articles.get('bai/3')}`)
    .replace('/cuoc-hop/:id', `/cuoc-hop/${meetings.get('2022-06-01')}`)
    .replace('/nguon/:id', '/nguon/hostile')
    .replace(/^\/tim$/, `/tim?q=${encodeURIComponent(hostile)}&source=hostile`);
}

describe('every page', () => {
  it.each(pages.map(({ path }) => path))('%s speaks Vietnamese, or English where the address says so', async (page) => {
    const path = pathOf(page);
    const vietnamese = await site.get(path);
    const english = await site.get(`${path}${path.includes('?') ? '&' : '?'}lang=en`);
    expect([vietnamese.status, english.status]).toEqual([200, 200]);
    expect(vietnamese.text).toMatch(/^<!doctype html><html lang="vi">/);
    expect(english.text).toMatch(/^<!doctype html><html lang="en">/);
    expect(vietnamese.text).toContain('Cuộc họp');
    expect(english.text).toContain('Meetings');
  });

  it.each([...pages.map(({ path }) => path), '/no-such', '/tim?q=x&from=x'])(
    '%s shows what strangers wrote as text',
    async (page) => {
      const path = page.startsWith('/tim?') ? `${page}${encodeURIComponent(hostile)}` : pathOf(page);
      const { text } = await site.get(path);
      expect(text).not.toMatch(
        /<script(?! type="application\/ld\+json">)|<img|<i>Nguồn|javascript:|\sstyle=|\son[a-z]+="/i,
      );
    },
  );

  it('shows what was hostile, harmless', async () => {
    expect(await read(pathOf('/bai-viet/:id'))).toContain('&lt;script>alert("x")&lt;/script>');
    expect(await read('/tim?q=31-NQ%2FTU')).toContain('&lt;script>alert("x")&lt;/script>');
  });

  it('leads on to pages that are there', async () => {
    const seen = new Set<string>();
    for (const page of pages) {
      const { text } = await site.get(pathOf(page.path));
      for (const [, path = ''] of text.matchAll(/href="(\/[^"#]*)/g)) seen.add(path.replaceAll('&amp;', '&'));
    }
    expect(seen.size).toBeGreaterThan(40);
    const dead: string[] = [];
    for (const path of seen) if ((await site.get(path)).status !== 200) dead.push(path);
    expect(dead).toEqual([]);
  });
});

describe('the front page', () => {
  it('offers queries that find something, and counts what is held', async () => {
    const { text } = await site.get('/');
    const tries = [...text.matchAll(/href="(\/tim\?q=[^"]+)"/g)].map(([, path = '']) => path);
    expect(tries.slice(0, 2)).toEqual(['/tim?q=nq+31+tu', '/tim?q=77-KH%2FTU']);
    expect(await read('/')).toContain(`${reports + 4} bài viết · ${reports + 2} cuộc họp · 4 văn bản`);
  });

  it('is drawn anew when the archive changes', async () => {
    const small = await openSite([]);
    const { text } = await small.get('/');
    expect(text).toContain('Kho chưa có bài viết nào');
    await small.add([{ ...siteArticles[0], isSample: true }]);
    const after = await small.get('/');
    expect(after.text).toContain('giao ban công tác chỉnh trang');
    expect(after.text).toContain('dữ liệu mẫu');
    await small.close();
  });
});

describe('results', () => {
  it('say what was understood and answer a code with its meetings', async () => {
    const text = await read('/tim?q=nq+31+tu+song+mo');
    expect(text).toMatch(/Hiểu là:.*Nghị quyết.*số 31.*Tỉnh ủy \/ Thành ủy/);
    expect(text).toContain(`${reports + 1} cuộc họp`);
    expect(text).toContain('Lê Văn Thử');
  });

  it('say for a code of nothing what was wanted and what is near', async () => {
    const text = await read('/tim?q=31-Q%C4%90%2FTU');
    expect(text).toContain('Chưa thấy 31-QĐ/TU trong kho. Gần nhất:');
    expect(text).toContain('Thành ủy Sông Mơ');
  });

  it('can be narrowed, sorted, turned over to the last page, and no further', async () => {
    const all = await read('/tim?q=h%E1%BB%99i+ngh%E1%BB%8B');
    expect(all).toContain(`Bài viết (${reports + 2})`);
    expect(await read('/tim?q=h%E1%BB%99i+ngh%E1%BB%8B&year=2022')).toContain('Bài viết (2)');
    expect(await read('/tim?q=h%E1%BB%99i+ngh%E1%BB%8B&to=2022-12-31&type=NQ')).toContain('Bài viết (2)');
    const last = await site.get('/tim?q=h%E1%BB%99i+ngh%E1%BB%8B&page=3&sort=oldest');
    expect([last.status, last.text.includes('giao ban lần thứ 44')]).toEqual([200, true]);
    const behind = await site.get('/tim?q=h%E1%BB%99i+ngh%E1%BB%8B&page=4');
    expect([behind.status, behind.text.includes('Danh sách này chỉ có 3 trang')]).toEqual([404, true]);
  });

  it('say so while the index is behind the archive', async () => {
    expect(await read('/tim?q=x')).not.toContain('đang được lập lại');
    const fresh = await openSite([]);
    expect((await fresh.get('/tim?q=x')).text).not.toContain('đang được lập lại');
    await fresh.engine.clear();
    expect((await fresh.get('/tim?q=x')).text).toContain('đang được lập lại');
    await fresh.close();
  });

  it.each([
    [`/tim?q=${'x'.repeat(513)}`, 'dài tối đa 512 ký tự'],
    ['/tim?q=x&from=2022-02-30', 'phải là một ngày có thật'],
    ['/tim?q=x&page=0', 'phải là số trang'],
    ['/tim?q=x&sort=best', 'phải là một trong: relevance, newest, oldest'],
  ])('that are asked for wrongly say what to do and keep what was typed: %.40s', async (path, words) => {
    const { status, text } = await site.get(path);
    expect(status).toBe(400);
    expect(text).toContain(words);
    expect(text).toMatch(/name="q"[^>]*value="x+"|value="x+"[^>]*name="q"/);
  });

  it('of a slip offer what was meant', async () => {
    const path = `/tim?q=${encodeURIComponent('chỉnh trang đô thj')}`;
    expect(await read(path)).toContain('Có phải bạn muốn tìm: chỉnh trang đô thị');
    expect((await site.get(path)).text).toContain(
      `/tim?q=${encodeURIComponent('chỉnh trang đô thị').replaceAll('%20', '+')}`,
    );
    expect(await read('/tim?q=xyzzyx')).not.toContain('Có phải');
  });

  it('say so when another engine than the chosen one answers', async () => {
    const { engine, archive } = site;
    const standIn = await openSite([], {
      archive,
      engine: { ...engine, find: async (query) => ({ ...(await engine.find(query)), isStandIn: true }) },
    });
    expect((await standIn.get('/tim?q=giao+ban')).text).toContain('Máy tìm kiếm đã chọn tạm thời không trả lời');
    await standIn.close();
    expect(await read('/tim?q=giao+ban')).not.toContain('Máy tìm kiếm đã chọn');
  });

  it('take a query of 512 characters, however they are composed', async () => {
    expect((await site.get(`/tim?q=${encodeURIComponent('ệ'.normalize('NFD').repeat(512))}`)).status).toBe(200);
  });
});

describe('a document', () => {
  it('has the table of its meetings first, each leading to the sentence', async () => {
    const { text } = await site.get(`/van-ban/${document}?sort=oldest`);
    expect(text).toContain(`href="/bai-viet/${articles.get('bai/1')}#c0"`);
    const words = await read(`/van-ban/${document}?sort=oldest`);
    expect(words).toContain(`Được nhắc tại ${reports + 1} cuộc họp (${reports + 4} lượt) , từ 5/4/2022`);
    expect(words).toContain('Lượt nhắc ngoài cuộc họp');
    expect(words).toContain('Kế hoạch 77-KH/TU');
    expect(words.indexOf('5/4/2022')).toBeLessThan(words.indexOf('lần thứ 0'));
  });

  it('narrows and turns over its meetings', async () => {
    const rows = /<tbody>.*<\/tbody>/s.exec((await site.get(`/van-ban/${document}?year=2022`)).text)?.[0] ?? '';
    expect([rows.includes('5/4/2022'), rows.includes('lần thứ')]).toEqual([true, false]);
    const last = await site.get(`/van-ban/${document}?page=3`);
    expect([last.status, last.text.includes('giao ban công tác chỉnh trang đô thị')]).toEqual([200, true]);
    expect((await site.get(`/van-ban/${document}?page=4`)).status).toBe(404);
    expect(await read(`/van-ban/${document}?chair=Kh%C3%B4ng+Ai`)).toContain('Không có cuộc họp nào khớp');
  });

  it('of no id is a page whose search box holds what stood in its place', async () => {
    const { status, text } = await site.get('/van-ban/31-NQ%2FTU');
    expect([status, text.includes('value="31-NQ/TU"')]).toEqual([404, true]);
  });

  it('that no mention settles says what it may be, and why', async () => {
    const words = await read('/van-ban/ma.nq-45-tu');
    expect(words).toContain('chưa rõ cơ quan ban hành');
    expect(words).toMatch(/Có thể là văn bản nào.*Tỉnh ủy Quảng Ninh/);
    expect(words).toContain('Lượt nhắc ngoài cuộc họp');
  });
});

describe('an article', () => {
  it('has every citation as a link, its meeting, its source and its snapshot', async () => {
    const id = articles.get('bai/1');
    const { text } = await site.get(`/bai-viet/${id}`);
    expect(text).toMatch(new RegExp(`id="c0"><a href="/van-ban/${document}" class="certain"`));
    expect(text).toContain(`href="/cuoc-hop/${meetings.get('2022-04-05')}"`);
    expect(text).toContain(`href="/bai-viet/${id}/ban-luu"`);
    expect(text).toMatch(/href="https:\/\/tin\.example\.vn\/bai\/1"[^>]*rel="noopener nofollow"/);
    expect(text).toContain('Cổng Sông Mơ');
    expect(text).toContain(`href="/bai-viet/${articles.get('bai/2')}"`);
  });

  it('leads from a code that nothing settles to its entry, and says what it may be', async () => {
    const { text } = await site.get(`/bai-viet/${articles.get('bai/4')}`);
    expect(text).toMatch(/<a href="#d0" class="doubtful" data-entry="d0" aria-describedby="s0"/);
    expect(text).toMatch(/<li id="d0">.*href="\/van-ban\/ma\.nq-45-tu"/s);
    expect(text).toContain('Có thể là một trong 2 văn bản');
  });

  it('marks the bundled samples as such', async () => {
    const small = await openSite([{ ...siteArticles[0], isSample: true }]);
    const [, path = ''] = /href="(\/bai-viet\/[0-9a-f]{16})/.exec((await small.get('/tim?q=ch%E1%BB%89nh')).text) ?? [];
    expect((await small.get(path)).text).toContain('dữ liệu mẫu');
    await small.close();
  });
});

describe('meetings', () => {
  it('are listed newest first, by time, chair, kind, code and words, to the last page', async () => {
    const { text } = await site.get('/cuoc-hop');
    expect(text.indexOf('lần thứ 44')).toBeLessThan(text.indexOf('lần thứ 43'));
    const found = async (query: string) =>
      /([\d.]+) cuộc họp/.exec((await read(`/cuoc-hop?${query}`)).replace(/^.*?Lọc/, ''))?.[1];
    expect(await found('from=2022-01-01&to=2022-12-31')).toBe('2');
    expect(await found('chair=mau')).toBe('1');
    expect(await found('kind=review')).toBe('1');
    expect(await found('q=31-NQ/TU')).toBe(String(reports + 2));
    expect(await found('q=18+ct+tw')).toBe('1');
    expect(await found(`cites=${document}&q=quang+ninh`)).toBe('0');
    expect(await found('cites=no-such')).toBe('0');
    expect((await site.get('/cuoc-hop?page=3')).text).toContain('5/4/2022');
    expect((await site.get('/cuoc-hop?page=4')).status).toBe(404);
  });

  it('have their reports, the documents cited there, and their neighbours', async () => {
    const words = await read(`/cuoc-hop/${meetings.get('2022-04-05')}`);
    expect(words).toContain('Lê Văn Thử');
    expect(words).toContain('Chỉ thị 18-CT/TW');
    expect(words).toContain('Sông Mơ: nghe và bàn về chỉnh trang đô thị');
    expect(words).toContain('NQ 837');
    expect(words).toContain('lần thứ 0');
  });
});

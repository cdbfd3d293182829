import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNightOf } from '../../test/nights.ts';
import { openSite, type Site } from '../../test/serving.ts';
import { hostile, siteArticles } from '../../test/site-articles.ts';
import type { SourceSetting } from '../parts.ts';

const setting: SourceSetting = {
  id: 'song-mo',
  name: 'Cổng Sông Mơ',
  home: 'https://cong.example.vn/',
  hosts: ['cong.example.vn'],
  place: { province: 'Quảng Ninh', district: 'Sông Mơ' },
  isEnabled: true,
  feeds: 1,
  sitemaps: 0,
  lists: 2,
  attachments: true,
  delayMs: 1500,
  maxPages: 200,
};

let site: Site;
beforeAll(async () => {
  site = await openSite(siteArticles, {
    sources: [
      setting,
      { ...setting, id: 'moi', name: `Nguồn mới ${hostile}`, place: null },
      { ...setting, id: 'nghi', name: 'Nguồn nghỉ', isEnabled: false },
    ],
    nextRun: async () => '2022-05-01T19:00:00.000Z',
  });
  await aNightOf(site.archive.db, { at: '2022-04-29T19:00:00.000Z' });
  await aNightOf(site.archive.db, {
    made: { health: 'amber', reasons: ['some-failed'], new: 0 },
    failed: [
      ...Array.from({ length: 7 }, (_, nth) => ({ url: `https://cong.example.vn/bai/${nth}`, reason: 'answered 503' })),
      { url: 'javascript:alert(1)', reason: hostile },
    ],
    warnings: [
      { code: 'list-missing', detail: 'https://cong.example.vn/rss: answered 404' },
      { code: 'health-amber', detail: 'some-failed' },
    ],
  });
});
afterAll(() => site.close());

async function read(path: string): Promise<string> {
  const { text } = await site.get(path);
  return text
    .replace(/<svg.*?<\/svg>|<script.*?<\/script>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('the page of sources', () => {
  it('lists all of the folder and what else is held, those to be looked at first', async () => {
    const text = await read('/nguon');
    const places = ['Cổng Sông Mơ', 'Nguồn mới', '"lạ"', 'Nguồn nghỉ'].map((name) =>
      text.replaceAll('&quot;', '"').indexOf(name),
    );
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(text).toContain('1 cần xem · 1 chưa chạy · 1 tắt · 1 nhập từ tệp');
    expect(text).toContain('Sông Mơ, Quảng Ninh');
  });

  it('says what the last night brought, and when the next one is', async () => {
    const text = await read('/nguon');
    expect(text).toContain('xong một phần, 1/5/2022, 2:00: 3 bài mới. Lần tới: 2/5/2022, 2:00.');
    expect(text).toContain('0 bài mới, 1 bài sửa');
  });

  it('tells what could not be done, in words, folded and cut', async () => {
    const text = await read('/nguon');
    expect(text).toContain('8 địa chỉ không lấy được · robots.txt không cho lấy 2 địa chỉ · 1 điều cần lưu ý');
    expect(text).toContain('Một danh mục không còn ở địa chỉ đã khai báo');
    expect(text).toContain('https://cong.example.vn/bai/4');
    expect(text).not.toContain('https://cong.example.vn/bai/5');
    expect(text).toContain('và 3 điều nữa');
  });

  it('draws the nights as bars with a sentence for those who do not see them', async () => {
    const { text } = await site.get('/nguon');
    expect(text).toContain('2 lần thu thập gần nhất: lần cuối (1/5/2022, 2:00) được 1 bài mới hoặc sửa; 1 lần cần xem');
    expect((await site.get('/nguon?lang=en')).text).toContain('The last 2 runs: the latest');
  });

  it('shows names, addresses and reasons of strangers as text', async () => {
    for (const path of ['/nguon', '/nguon/song-mo', '/nguon/moi', '/']) {
      const { text } = await site.get(path);
      expect(text).not.toMatch(/<script(?! type="application\/ld\+json">)|<img|href="javascript:/);
    }
    expect((await site.get('/nguon/song-mo')).text).toContain('javascript:alert(1)</span>');
  });
});

describe('the page of a source', () => {
  it('has its settings in words, all that went wrong, its nights and articles', async () => {
    const text = await read('/nguon/song-mo');
    expect(text).toContain('cách nhau ít nhất 1,5 giây, nhiều nhất 200 trang mỗi lần; theo robots.txt');
    expect(text).toContain('1 nguồn cấp tin (RSS) · 2 danh mục');
    expect(text).toContain('https://cong.example.vn/bai/6');
    expect(text).toContain('giao ban công tác chỉnh trang đô thị');
    expect(text).toContain('30/4/2022, 2:00');
  });

  it('is there for one that never ran, and for one without a file', async () => {
    expect(await read('/nguon/moi')).toContain('chưa lần thu thập nào chạy qua');
    expect(await read('/nguon/hostile')).toContain('Không có tệp nguồn mang mã này.');
  });

  it('of no id is not there', async () => {
    expect((await site.get('/nguon/khong-co')).status).toBe(404);
    expect((await site.get('/nguon/..%2F..')).status).toBe(404);
  });
});

describe('the front page', () => {
  it('tells of last night and of the sources', async () => {
    const text = await read('/');
    expect(text).toContain('Đêm qua 12 cuộc họp, 48 lượt nhắc, 5 văn bản mới. 1 nguồn cần xem lại');
    expect(text).toContain('Xem tất cả 4 nguồn');
  });

  it('counts what is cited in the last month where there is enough of it, else in the year, else in all', async () => {
    expect(await read('/')).toContain('Được nhắc nhiều Nghị quyết');
    const young = [1, 2, 3, 4].map((nth) => ({
      url: `https://tin.example.vn/moi/${nth}`,
      published: nth === 4 ? '2022-03-20' : '2022-04-20',
      text: `Thành ủy Sông Mơ ban hành Nghị quyết số 4${nth}-NQ/TU ngày 12/01/2022 của Thành ủy Sông Mơ về cây xanh số ${nth}.`,
    }));
    const other = await openSite(young);
    expect((await other.get('/')).text).toContain('Được nhắc nhiều trong 365 ngày');
    await other.add([{ ...young[3], url: 'https://tin.example.vn/moi/5', published: '2022-04-30' }]);
    expect((await other.get('/')).text).toContain('Được nhắc nhiều trong 30 ngày');
    await other.close();
  });
});

describe('the API', () => {
  it('tells the health of every source', async () => {
    const { json } = await site.get('/api/v1/sources');
    expect(json).toMatchObject({
      total: 4,
      items: expect.arrayContaining([
        expect.objectContaining({
          id: 'song-mo',
          home: 'https://cong.example.vn/',
          enabled: true,
          health: 'attention',
          reasons: ['some-failed'],
          last_run: expect.objectContaining({ finished: '2022-04-30T19:00:00.000Z', failed: 8 }),
        }),
        expect.objectContaining({ id: 'moi', articles: 0, latest_capture: null, health: 'never', last_run: null }),
        expect.objectContaining({ id: 'nghi', health: 'off', enabled: false }),
        expect.objectContaining({ id: 'hostile', home: null, health: 'files' }),
      ]),
    });
  });

  it('lists runs by pages to the last, and gives one whole', async () => {
    const first = await site.get('/api/v1/runs?per_page=1');
    expect(first.json).toMatchObject({ total: 2, items: [{ status: 'partial', citations_new: 48 }] });
    const next = /"next":"([^"]+)"/.exec(first.text)?.[1] ?? '';
    const second = await site.get(`/api/v1/runs?per_page=1&page=${encodeURIComponent(next)}`);
    expect(second.json).toMatchObject({ items: [{ status: 'done' }], next: null });
    const id = /"run":"([^"]+)"/.exec(first.text)?.[1];
    expect((await site.get(`/api/v1/runs/${id}`)).json).toMatchObject({ run: id, sources: [{ source: 'song-mo' }] });
  });
});

/** The calendar of meetings, its filters, and what a meeting's page tells of the next one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../../test/serving.ts';
import { aReport, siteArticles } from '../../test/site-articles.ts';
import { weeksOf } from './calendar.ts';

let site: Site;
beforeAll(async () => {
  const places = ['Bến Gỗ', 'Cầu Mây', 'Đá Trắng', 'Gò Cao', 'Khe Dài', 'Lũng Hoa', 'Núi Xanh'];
  const sameDay = places.map((place, index) => ({
    url: `https://tin.example.vn/cung-ngay/${index}`,
    title: `Huyện ủy ${place} giao ban tháng ba`,
    published: '2022-03-16',
    text: `Ngày 15/3/2022, Huyện ủy ${place} tổ chức hội nghị giao ban. Đồng chí Phạm Thị Mẫu, Bí thư Huyện ủy ${place} chủ trì hội nghị.`,
  }));
  site = await openSite([...siteArticles, ...sameDay, ...[0, 1, 2].map(aReport)]);
});
afterAll(() => site.close());

async function read(path: string): Promise<string> {
  return (await site.get(path)).text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

describe('weeksOf', () => {
  it.each([
    ['2023-03', 5, '2023-02-27', '2023-04-02'],
    ['2021-02', 4, '2021-02-01', '2021-02-28'],
    ['2022-05', 6, '2022-04-25', '2022-06-05'],
    ['2024-12', 6, '2024-11-25', '2025-01-05'],
  ])('%s has %i weeks from %s to %s', (month, count, first, last) => {
    const weeks = weeksOf(month);
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([count, first, last]);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });
});

describe('the calendar', () => {
  it('is one click from the list, at the month of its newest meeting', async () => {
    expect((await site.get('/cuoc-hop')).text).toContain('href="/cuoc-hop?lich=2023-01"');
    expect((await site.get('/cuoc-hop?to=2022-12-31&lang=en')).text).toContain(
      'href="/cuoc-hop?to=2022-12-31&amp;lich=2022-06&amp;lang=en"',
    );
  });

  it('shows five meetings of a day and leads to the others', async () => {
    const { text } = await site.get('/cuoc-hop?lich=2022-03&chair=mau');
    expect(text.match(/giao ban tháng ba/g)).toHaveLength(5);
    expect(text).toContain('href="/cuoc-hop?chair=mau&amp;from=2022-03-15&amp;to=2022-03-15"');
    expect(await read('/cuoc-hop?lich=2022-03&chair=mau')).toContain('và 2 cuộc khác');
    expect((await read('/cuoc-hop?chair=mau&from=2022-03-15&to=2022-03-15')).match(/giao ban tháng ba/g)).toHaveLength(
      7,
    );
  });

  it('counts the months of all years, with the filters kept', async () => {
    const { text } = await site.get('/cuoc-hop?lich=2022-03&chair=mau');
    expect(text).toMatch(/href="\/cuoc-hop\?lich=2022-06&amp;chair=mau"><span class="label">T6: <\/span>1</);
    expect(text).not.toContain('lich=2023-01');
    expect((await site.get('/cuoc-hop?lich=2022-03')).text).toMatch(/lich=2023-01"><span class="label">T1: <\/span>3</);
    expect(text).toMatch(/<input type="hidden" name="lich" value="2022-03"/);
  });

  it('goes on to the months before and after, and says so where nothing was seen', async () => {
    const words = await read('/cuoc-hop?lich=2021-12');
    expect(words).toContain('Tháng trước (11/2021) Tháng sau (1/2022)');
    expect(words).toContain(
      'Không thấy cuộc họp nào trong tháng này ở nguồn đã thu thập (không có nghĩa là không có).',
    );
  });

  it.each(['2023-13', '2023', '1850-01', '2023-3', 'x'])('of a month that is none is refused: %s', async (month) => {
    const { status, text } = await site.get(`/cuoc-hop?lich=${month}`);
    expect([status, text.includes('phải là một tháng, dạng 2023-03')]).toEqual([400, true]);
  });
});

describe('the list of the API', () => {
  it.each([
    ['q=31-NQ/TU', '31-NQ/TU'],
    ['kind=review', 'kind=review'],
    ['cites=no-such', 'cites=no-such'],
    ['from=2022-03-15&to=2022-03-15', ''],
    ['chair=mau&q=khe+dai', ''],
  ])('fits what the page fits: %s', async (query) => {
    const { json } = await site.get(`/api/v1/meetings?${query}`);
    const [, total] = /<span>([\d.]+) cuộc họp/.exec((await site.get(`/cuoc-hop?${query}`)).text) ?? [];
    expect(json).toMatchObject({ total: Number(total) });
  });
});

describe('a meeting', () => {
  it('tells what the next one of the same body took up', async () => {
    const words = await read('/cuoc-hop/2023-01-01.thanh-uy-song-mo.briefing');
    expect(words).toMatch(/Tiếp theo 2\/1\/2023 .* Nhắc lại 1 văn bản của cuộc họp này: Nghị quyết 31-NQ\/TU/);
  });

  it('shows a sentence that several reports print once', async () => {
    const again = { ...aReport(5), url: 'https://bao.example.vn/5', title: 'Báo chép lại' };
    await site.add([aReport(5), again]);
    const { text } = await site.get('/cuoc-hop/2023-01-06.thanh-uy-song-mo.briefing');
    expect(text.match(/Hội nghị nghe báo cáo kết quả thực hiện/g)).toHaveLength(1);
    expect(text).toMatch(/Cùng câu này trong 1 bài khác:/);
  });

  it('leads on from an id that it had before, page and JSON alike', async () => {
    const current = '2022-04-05.thanh-uy-song-mo.briefing';
    const old = '2022-04-05.thanh-uy-song-mo.working_session';
    for (const path of ['/cuoc-hop/', '/api/v1/meetings/']) {
      const { status, headers } = await site.get(`${path}${old}?lang=en`);
      expect([status, headers['location']]).toEqual([301, `${path}${current}?lang=en`]);
      expect((await site.get(path + current)).status).toBe(200);
      expect((await site.get(`${path}2022-04-06.thanh-uy-song-mo.briefing`)).status).toBe(404);
    }
  });

  it('has no further page than it has', async () => {
    const path = '/cuoc-hop/2023-01-01.thanh-uy-song-mo.briefing';
    expect((await site.get(`${path}?page=2`)).status).toBe(404);
    expect((await site.get(`${path}?reports=2`)).status).toBe(404);
  });
});

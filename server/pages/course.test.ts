/** The course and the coverage of documents, as the real app answers them over articles that were read and settled. */
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../../test/serving.ts';
import { aReport, hostile, siteArticles } from '../../test/site-articles.ts';

const document = '/van-ban/nq-31-tu.song-mo.2020';
let site: Site;
beforeAll(async () => {
  const council = {
    url: 'https://tin.example.vn/hdnd/1',
    title: 'HĐND thành phố Sông Mơ họp',
    published: '2023-01-20',
    text: `Ngày 19/01/2023, HĐND thành phố Sông Mơ tổ chức kỳ họp thứ 5. Đồng chí Lê Văn Thử chủ trì kỳ họp. ${hostile}`,
  };
  site = await openSite([...siteArticles, council, ...Array.from({ length: 40 }, (_, index) => aReport(index))]);
}, 60_000);
afterAll(() => site.close());

async function open(path: string) {
  const { status, text } = await site.get(path.replace(/#.*$/, ''));
  const page = parseHTML(text).document;
  // Elements stand apart, as they do on a screen.
  const read = (found: { readonly innerHTML: string } | null): string =>
    (found?.innerHTML ?? '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  return {
    status,
    text: (selector: string) => read(page.querySelector(selector)),
    all: (selector: string) => [...page.querySelectorAll(selector)].map(read),
    hrefs: (selector: string) => [...page.querySelectorAll(selector)].map((found) => found.getAttribute('href') ?? ''),
  };
}

describe('the course of a document', () => {
  it('counts every meeting once, in its month', async () => {
    const page = await open(document);
    const rows = page.all('.course-time tbody tr');
    expect(rows.map((row) => row.split(' ')[0])).toEqual(['2/2023', '1/2023', '4/2022']);
    expect(rows.map((row) => Number(row.split(' ').at(-1)))).toEqual([9, 31, 1]);
    expect(page.hrefs('.years a')).toEqual([`${document}?year=2022#cuoc-hop`, `${document}?year=2023#cuoc-hop`]);
  });

  it('shows what implements it and how many days later', async () => {
    const page = await open(document);
    expect(page.all('.chain .step > a')).toEqual(['Kế hoạch 77-KH/TU']);
    expect(page.text('.chain .step .lag')).toBe('+39 ngày');
    expect(page.text('.chain h3 + p')).toContain('trung vị 39 ngày');
    expect(page.text('.chain .passage')).toContain('thực hiện Nghị quyết số 31-NQ/TU');
    const plan = await open(page.hrefs('.chain .step > a')[0] ?? '');
    expect(plan.all('.chain .step > a')).toEqual(['Nghị quyết 31-NQ/TU']);
    expect(plan.text('.chain .step .lag')).toBe('trước 39 ngày');
  });

  it('names the oldest and the newest article where no text is held', async () => {
    const page = await open(document);
    expect(page.all('.kept li')).toEqual([
      expect.stringContaining('Bài cũ nhất nhắc đến: Thành ủy Sông Mơ giao ban công tác chỉnh trang đô thị'),
      expect.stringContaining('Bài mới nhất nhắc đến: Thành ủy Sông Mơ giao ban lần thứ 39'),
    ]);
  });
});

describe('the coverage of a document', () => {
  it('is linked from its page, and counts its bodies by month', async () => {
    const [link = ''] = (await open(document)).hrefs('.all a').filter((href) => href.endsWith('/do-phu'));
    const page = await open(link);
    expect(page.status).toBe(200);
    expect(page.text('.coverage thead')).toMatch(/3\/2022 .* 2\/2023/);
    const rows = page.all('.coverage tbody tr');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^Thành ủy Sông Mơ Cấp huyện .* 31 trong 31 cuộc họp nhắc .* 41\/41$/);
    expect(rows[1]).toMatch(/^HĐND thành phố Sông Mơ .* không nhắc trong 1 cuộc họp .* 0\/1$/);
    expect(page.all('.never li')).toEqual(['HĐND thành phố Sông Mơ (1 cuộc họp)']);
    expect(page.all('.coverage tbody tr:first-child .unwatched').length).toBeGreaterThan(5);
  });

  it('opens a cell with its meetings, and closes it again', async () => {
    const page = await open(`${document}/do-phu`);
    const [cell = ''] = page.hrefs('.coverage tbody a').filter((href) => href.includes('month=2023-02'));
    const chosen = await open(cell);
    expect(chosen.text('#o')).toBe('Thành ủy Sông Mơ, 2/2023: các cuộc họp đã nhắc');
    expect(chosen.all('.cited-at tbody tr')).toHaveLength(9);
    expect(chosen.hrefs('.all a')).toContain(`${document}/do-phu`);
    const whole = await open(`${document}/do-phu?body=thanh-uy.song-mo.quang-ninh`);
    expect(whole.all('.cited-at tbody tr')).toHaveLength(20);
    expect(whole.text('main')).toContain('Hiện 20 trong 41 cuộc họp');
    expect((await open(`${document}/do-phu?body=no.such`)).all('.cited-at')).toEqual([]);
  });

  it.each([
    ['?year=2022', 200],
    ['?year=2022&level=all&lang=en', 200],
    ['?level=province', 200],
    ['?year=x', 400],
    ['?level=moon', 400],
    ['?month=2023-13', 400],
    ['?page=2', 404],
  ])('answers %s with %i', async (query, status) => {
    expect((await open(`${document}/do-phu${query}`)).status).toBe(status);
  });

  it('has none for a code that no mention settles, and no page for a document that is not there', async () => {
    const entry = await open('/van-ban/ma.nq-45-tu/do-phu');
    expect([entry.status, entry.all('.coverage')]).toEqual([200, []]);
    expect((await open('/van-ban/nq-1-tu.nowhere.2020/do-phu')).status).toBe(404);
  });
});

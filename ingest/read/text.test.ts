import { describe, expect, it } from 'vitest';
import type { ReadArticle } from './article.ts';
import { readText } from './text.ts';

const read = (text: string, now: Date | null = null): ReadArticle =>
  readText({ text, url: 'urn:test', encoding: 'utf-8', now });

const lead = 'Sáng 5/4, Huyện ủy Cẩm Khê tổ chức hội nghị giao ban do đồng chí Lê Văn Thử chủ trì.';
const body = 'Hội nghị nghe báo cáo kết quả thực hiện Nghị quyết số 31-NQ/HU về chỉnh trang đô thị.';
const end = 'Các đại biểu thống nhất đẩy nhanh tiến độ.';
const title = 'Huyện ủy Cẩm Khê giao ban quý I';

describe('readText', () => {
  const cases: readonly { note: string; text: string; expect: Partial<ReadArticle> }[] = [
    {
      note: 'title, date line, lead, text, authors',
      text: `${title}\n\nThứ Ba, 05/04/2022, 16:05 [GMT+7]\n.\n.\n\n${lead}\n\n${body}\n\nHồng Hà – Huy Bách\n\n \n\n.\n.\n`,
      expect: {
        title,
        lead,
        text: `${lead}\n\n${body}`,
        author: 'Hồng Hà – Huy Bách',
        published: '2022-04-05T16:05:00+07:00',
        warnings: [],
      },
    },
    {
      note: 'a banner above the title',
      text: `Tin tức sự kiện\n\n${title}\nNgày đăng 05/04/2022 | 04:05  | View count: 80\n\n${lead}\n\n${body}\n\nMinh Châu`,
      expect: {
        title,
        author: 'Minh Châu',
        published: '2022-04-05',
        warnings: [{ code: 'clock-12h', detail: expect.stringContaining('04:05') }],
      },
    },
    {
      note: 'a banner that no row knows, told by the date line',
      text: `Cẩm Khê vươn xa\n\n${title}\n05/04/2022 16:05\n\n${lead}\n\n${body}`,
      expect: { title, text: `${lead}\n\n${body}`, published: '2022-04-05T16:05:00+07:00' },
    },
    {
      note: 'a banner without any date line',
      text: `NHIỆT LIỆT CHÀO MỪNG ĐẠI HỘI\n\n${title}\n\n${lead}\n\n${body}`,
      expect: { title, lead, published: null, author: null },
    },
    {
      note: 'a title of two lines',
      text: `Huyện ủy Cẩm Khê giao ban\nvới các chi bộ\n\n05/04/2022\n\n${lead}\n\n${body}`,
      expect: { title: 'Huyện ủy Cẩm Khê giao ban với các chi bộ', published: '2022-04-05' },
    },
    {
      note: 'a title joined to its lead',
      text: `${title}\n${lead}\n\n${body}`,
      expect: { title, text: `${lead}\n\n${body}` },
    },
    {
      note: 'a date line first',
      text: `05/04/2022 16:05\n\n${title}\n\n${lead}\n\n${body}`,
      expect: { title, lead, published: '2022-04-05T16:05:00+07:00' },
    },
    {
      note: 'no blank lines',
      text: `${title}\r\n05/04/2022\r\n${lead}\r\n${body}\r\n${end}`,
      expect: { title, lead, text: `${lead}\n\n${body}\n\n${end}` },
    },
    { note: 'no title', text: `${lead}\n\n${body}`, expect: { title: null, lead, text: `${lead}\n\n${body}` } },
    { note: 'one paragraph has no lead', text: lead, expect: { title: null, lead: null, text: lead } },
    {
      note: 'the title a second time',
      text: `${title}\n\n${title.toUpperCase()}\n\n${lead}\n\n${body}`,
      expect: { title, text: `${lead}\n\n${body}` },
    },
    {
      note: 'a caption with its copy, and a heading that stays',
      text: `${title}\n\n${lead}\n\nQuang cảnh hội nghị\nQuang cảnh hội nghị\n\nVề kinh tế\n\n${body}`,
      expect: { text: `${lead}\n\nVề kinh tế\n\n${body}` },
    },
    {
      note: 'counters behind the authors',
      text: `${title}\n\n${lead}\n\n${body}\n\nMinh Châu\n\nThời tiết\n\nThống kê truy cập\nĐang online 412`,
      expect: { text: `${lead}\n\n${body}`, author: 'Minh Châu' },
    },
    {
      note: 'a code broken over lines',
      text: `${title}\n\n${lead}\n\nThực hiện Công văn số 55/BTT-\nTCCB của Bộ.`,
      expect: { text: `${lead}\n\nThực hiện Công văn số 55/BTT-TCCB của Bộ.` },
    },
    {
      note: 'lines broken at a margin',
      text: `${title}\n\n${lead}\n\nHội nghị nghe báo cáo kết quả thực hiện nghị quyết của Ban Thường vụ\nHuyện ủy về chỉnh trang đô thị. Các đại biểu thống nhất đẩy nhanh\ntiến độ.`,
      expect: {
        text: `${lead}\n\nHội nghị nghe báo cáo kết quả thực hiện nghị quyết của Ban Thường vụ Huyện ủy về chỉnh trang đô thị. Các đại biểu thống nhất đẩy nhanh tiến độ.`,
      },
    },
    {
      note: 'lines of a list',
      text: `${title}\n\n${lead}\n\n* Xã Hà Trung\n* Xã Hà Bắc\nThứ hai: họp`,
      expect: { text: `${lead}\n\n* Xã Hà Trung\n* Xã Hà Bắc\nThứ hai: họp` },
    },
    {
      note: 'a report that begins with its date',
      text: `${title}\n\nNgày 14/8/2020, Huyện ủy họp.\n\n${body}`,
      expect: { published: null, lead: 'Ngày 14/8/2020, Huyện ủy họp.' },
    },
    {
      note: 'a day that does not exist',
      text: `${title}\n29/02/2023 08:15\n\n${lead}\n\n${body}`,
      expect: { published: null, warnings: [{ code: 'date-impossible', detail: expect.any(String) }] },
    },
    {
      note: 'decomposed text is composed',
      text: `\uFEFF${title}\n\n${lead}\n\n${body}`.normalize('NFD'),
      expect: { title, lead, text: `${lead}\n\n${body}` },
    },
    {
      note: 'furniture only',
      text: 'Tin tức sự kiện\n\n.\n.\nLượt xem: 20',
      expect: { status: 'failed', title: null, text: '', error: expect.any(String) },
    },
  ];
  it.each(cases)('$note', ({ text, expect: wanted }) => expect(read(text)).toMatchObject(wanted));

  it('doubts a date in the future of its reader', () => {
    expect(read(`${title}\n05/04/2032\n\n${lead}\n\n${body}`, new Date('2024-01-01T00:00:00Z'))).toMatchObject({
      published: null,
      warnings: [{ code: 'date-future' }],
    });
  });

  it('reads megabytes, whatever they hold', () => {
    expect(read(`${title}\n\n${`${body}\n\n`.repeat(40_000)}`).text.length).toBe(body.length);
    expect(read('x'.repeat(5_000_000)).status).toBe('ok');
    expect(read(`${body}\n`.repeat(2).concat('\n'.repeat(2_000_000))).status).toBe('ok');
  });
});

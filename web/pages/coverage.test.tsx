import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { aFrame, citedAt, resolution } from '../fixture-parts.ts';
import { renderPage } from '../render.tsx';
import type { CoverageView } from '../views/coverage.ts';

type Grid = NonNullable<CoverageView['grid']>;

const months = ['2023-01', '2023-02', '2023-03', '2023-04'];
const address = '/van-ban/nq-21-tu.ha-khe.2020/do-phu';
const line: Grid['lines'][number] = {
  key: 'thanh-uy.ha-khe',
  name: 'Thành ủy Hạ Khê',
  level: 'district',
  cells: [
    {
      month: '2023-01',
      cited: 2,
      meetings: 3,
      isWatched: true,
      href: `${address}?body=thanh-uy.ha-khe&month=2023-01#o`,
    },
    { month: '2023-02', cited: 0, meetings: 1, isWatched: true, href: null },
    { month: '2023-03', cited: 0, meetings: 0, isWatched: true, href: null },
    { month: '2023-04', cited: 0, meetings: 0, isWatched: false, href: null },
  ],
  cited: 2,
  meetings: 4,
  citedEver: 7,
};
const grid: Grid = {
  months,
  scope: { level: 'district', place: 'Quảng Hải' },
  filters: [
    { name: 'level', selected: 'district', choices: [{ value: 'district', label: 'cấp huyện', count: null }] },
    { name: 'year', selected: null, choices: [{ value: '2023', label: '2023', count: 9 }] },
  ],
  lines: [line],
  pages: { page: 1, perPage: 60, total: 61 },
  totals: months.map((month) => ({ month, citing: month === '2023-01' ? 1 : 0, meeting: 1 })),
  met: 3,
  citing: 1,
  never: [{ key: 'huyen-uy.x', name: '<b>Huyện ủy</b>', level: 'district', cited: 0, meetings: 4, citedEver: 1 }],
  neverTotal: 2,
  unplaced: 5,
  undated: 0,
  chosen: null,
};

function open(over: Partial<Grid> | null = {}, lang: 'vi' | 'en' = 'vi') {
  const view: CoverageView = {
    page: 'coverage',
    frame: aFrame(address, lang),
    document: resolution,
    grid: over === null ? null : { ...grid, ...over },
  };
  const { document } = parseHTML(renderPage(view));
  // Elements stand apart, as they do on a screen.
  const read = (found: { readonly innerHTML: string } | null): string =>
    (found?.innerHTML ?? '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  return {
    text: (selector: string) => read(document.querySelector(selector)),
    all: (selector: string) => [...document.querySelectorAll(selector)].map(read),
    hrefs: (selector: string) => [...document.querySelectorAll(selector)].map((found) => found.getAttribute('href')),
  };
}

describe('the coverage of a document', () => {
  it('tells four cells apart in words, not by colour', () => {
    const page = open();
    expect(page.all('.coverage tbody td .unseen, .coverage .unwatched')).toEqual([
      '2 trong 3 cuộc họp nhắc',
      'không nhắc trong 1 cuộc họp',
      'không thấy cuộc họp nào',
      'không có nguồn',
    ]);
    expect(page.all('.coverage tbody td [aria-hidden]')).toEqual(['2 /3', '0 /1', '–']);
    expect(page.hrefs('.coverage tbody a')).toEqual([`${address}?body=thanh-uy.ha-khe&month=2023-01#o`]);
    expect(page.text('.coverage tbody td.number')).toBe('2/4 mọi thời gian: 7');
  });

  it('is a table with a caption, heads for rows and columns, and a foot over all bodies', () => {
    const page = open();
    expect(page.text('.coverage caption')).toContain('từ 1/2023 đến 4/2023');
    expect(page.all('.coverage thead th[scope=col]')).toEqual([
      'Cơ quan',
      '1/2023',
      '2/2023',
      '3/2023',
      '4/2023',
      'Cộng',
    ]);
    expect(page.all('.coverage tbody th[scope=row]')).toEqual(['Thành ủy Hạ Khê Cấp huyện']);
    expect(page.all('.coverage tfoot td')).toEqual(['1/1', '0/1', '0/1', '0/1', '1/3']);
    expect(page.text('.pager')).toContain('1–60 trong 61');
  });

  it('says that silent sources are no silent bodies, who never did, and what is not counted', () => {
    const page = open();
    expect(page.text('.coverage-key')).toContain('Nguồn im lặng không có nghĩa là cơ quan im lặng');
    expect(page.text('main')).toContain('1 trong 3 cơ quan có họp đã nhắc văn bản này.');
    expect(page.all('.never li')).toEqual([
      '&lt;b&gt;Huyện ủy&lt;/b&gt; (4 cuộc họp; ngoài thời gian này có nhắc 1 lần họp)',
    ]);
    expect(page.text('main')).toContain('và 1 cơ quan khác');
    expect(page.text('main')).toContain('5 cuộc họp trong thời gian này không được tính');
  });

  it('shows the meetings of a chosen cell with their sentences', () => {
    const [first] = citedAt();
    const chosen = { body: 'Thành ủy Hạ Khê', month: '2023-01', citedAt: first === undefined ? [] : [first], total: 4 };
    const page = open({ chosen: { ...chosen, close: address } });
    expect(page.text('#o')).toBe('Thành ủy Hạ Khê, 1/2023: các cuộc họp đã nhắc');
    expect(page.all('.cited-at tbody tr')).toHaveLength(1);
    expect(page.text('main')).toContain('Hiện 1 trong 4 cuộc họp');
    expect(page.hrefs('.all a')).toContain(address);
    expect(open({ chosen: { ...chosen, citedAt: [], total: 0, close: address } }).text('main')).toContain(
      'Không có cuộc họp nào nhắc văn bản này trong ô đã chọn.',
    );
  });

  it('says so where there is nothing to show', () => {
    expect(open({ lines: [], met: 0 }).text('.empty')).toContain('không có nghĩa là không có');
    expect(open(null).text('.empty')).toContain('chưa thể nói độ phủ');
  });

  it('speaks English', () => {
    const page = open({}, 'en');
    expect(page.text('h1')).toBe(`Coverage of ${resolution.typeName} ${resolution.code}`);
    expect(page.text('.coverage .unwatched')).toBe('no source');
  });
});

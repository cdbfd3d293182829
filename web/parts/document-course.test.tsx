import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { aDocument } from '../fixture-documents.ts';
import { renderPage } from '../render.tsx';
import type { Lang } from '../view-terms.ts';
import type { ChainNode, ChainSide, CourseView, PurposeMonth } from '../views/course.ts';
import { layOut } from './timeline-plot.ts';

const none = { issued: 0, reviewed: 0, reported: 0, carried: 0, other: 0 };
const month = (name: string, counts: Partial<PurposeMonth['meetings']>): PurposeMonth => ({
  month: name,
  meetings: { ...none, ...counts },
});
const article = {
  id: '00aa11bb22cc33dd',
  title: 'Sông Mơ triển khai nghị quyết',
  source: 'Cổng',
  published: '2022-05-02',
};
const noSide: ChainSide = { nodes: [], documents: 0, places: [], median: null, isCut: false };

function aNode(code: string, over: Partial<ChainNode> = {}): ChainNode {
  const document = { id: code.toLowerCase().replace('/', '-'), code, typeName: 'Kế hoạch', issuer: 'Thành ủy Sông Mơ' };
  return {
    document: { ...document, term: null, title: null, level: 'district' },
    date: '2022-05-01',
    kind: 'implements',
    lag: 84,
    totalLag: null,
    articles: 1,
    article,
    sentence: `Kế hoạch số ${code} thực hiện nghị quyết.`,
    children: [],
    ...over,
  };
}

const course: CourseView = {
  months: [month('2021-11', { issued: 1 }), month('2022-03', { reported: 3, other: 1 })],
  undated: 2,
  down: {
    nodes: [aNode('214-KH/TU', { children: [aNode('12-KH/ĐU', { lag: -12, totalLag: 72, articles: 2 })] })],
    documents: 2,
    places: [
      { level: 'province', count: 3 },
      { level: 'district', count: 5 },
    ],
    median: { days: 62, documents: 2 },
    isCut: true,
  },
  up: { ...noSide, nodes: [aNode('18-CT/TW', { lag: null, date: null })], documents: 1 },
  texts: [],
  textsTotal: 0,
  named: { first: article, last: article },
  coverage: '/van-ban/nq-21-tu.ha-khe.2020/do-phu',
};

function open(over: Partial<CourseView> = {}, lang: Lang = 'vi') {
  const { document } = parseHTML(renderPage(aDocument(lang, { course: { ...course, ...over } })));
  // Elements stand apart, as they do on a screen.
  const read = (found: { readonly innerHTML: string } | null): string =>
    (found?.innerHTML ?? '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  return {
    text: (selector: string) => read(document.querySelector(selector)),
    all: (selector: string) => [...document.querySelectorAll(selector)].map(read),
    values: (selector: string, name: string) =>
      [...document.querySelectorAll(selector)].map((found) => found.getAttribute(name)),
  };
}

describe('the timeline of a document', () => {
  it('is a picture with words, years that filter, and the same as a table', () => {
    const page = open();
    expect(page.text('.bars desc')).toBe('Từ 11/2021 đến 3/2022 có 5 cuộc họp; nhiều nhất 4 cuộc, vào 3/2022.');
    expect(page.values('.bars', 'role')).toEqual(['img']);
    expect(page.values('.years a', 'href')).toEqual([
      '/van-ban/nq-21-tu.ha-khe.2020?year=2021#cuoc-hop',
      '/van-ban/nq-21-tu.ha-khe.2020?year=2022#cuoc-hop',
    ]);
    expect(page.values('.years a', 'aria-label')[1]).toBe('Năm 2022: 4 cuộc họp');
    expect(page.all('.course-legend li')).toEqual(['ban hành', 'báo cáo kết quả', 'việc khác']);
    expect(page.all('.course-time tbody tr')).toEqual(['3/2022 0 3 1 4', '11/2021 1 0 0 1']);
    expect(page.text('.course-time')).toContain('2 cuộc họp chưa rõ tháng');
  });

  it('stacks what it counts, as high as it is', () => {
    const page = open();
    const heights = page.values('.bars g rect', 'height').map(Number);
    expect(heights).toHaveLength(3);
    // other 1 below reported 3 in March, issued 1 in November: 137 units for the 4 of the scale.
    expect(heights.map((height) => Math.round(height / (137 / 4)))).toEqual([1, 1, 3]);
  });

  it('is left out where no month is known', () => {
    expect(open({ months: [] }).all('.course-time')).toEqual([]);
    expect(layOut([month('2022', { other: 1 })])).toBeNull();
  });

  it.each([
    ['months up to ten years', '2013-05', '2022-03', 120, '2013-01'],
    ['quarters beyond', '2005-05', '2022-03', 72, '2005-01'],
    ['years at last', '1980-05', '2022-03', 43, '1980-01'],
  ])('shows %s', (_what, first, last, bars, begin) => {
    const plot = layOut([month(first, { other: 1 }), month(last, { issued: 2 })]);
    expect([plot?.bars.length, plot?.bars[0]?.month, plot?.total]).toEqual([bars, begin, 3]);
  });

  it.each([
    [1, [0, 1]],
    [7, [0, 2, 4, 6, 8]],
    [37, [0, 10, 20, 30, 40]],
    [1200, [0, 500, 1000, 1500]],
  ])('has round counts beside %i', (highest, ticks) => {
    expect(layOut([month('2022-01', { other: highest })])?.ticks).toEqual(ticks);
  });
});

describe('the chain of a document', () => {
  it('says how long it took, and where dates do not tell or contradict', () => {
    const page = open();
    expect(page.all('.chain h3')).toEqual(['Văn bản triển khai', 'Văn bản này triển khai']);
    expect(page.text('.chain h3 + p')).toBe(
      '2 văn bản; ban hành ở 3 tỉnh, thành phố, 5 huyện, thành phố thuộc tỉnh; trung vị 62 ngày kể từ văn bản này (2/2 văn bản rõ ngày).',
    );
    expect(page.all('.step > .under')).toEqual([
      'Cấp huyện · 1/5/2022 · +84 ngày',
      'Cấp huyện · 1/5/2022 · ngày mâu thuẫn: sớm hơn văn bản được thực hiện 12 ngày',
      'Cấp huyện · Chưa rõ ngày · số ngày: không rõ',
    ]);
    expect(page.text('.chain')).toContain('chỉ hiện 2 văn bản');
  });

  it('puts a document under what it implements, each with the sentence that says so', () => {
    const page = open();
    expect(page.all('.tree .tree .step > a')).toEqual(['Kế hoạch 12-KH/ĐU']);
    expect(page.all('.tree .passage')).toHaveLength(3);
    expect(page.text('.tree .tree summary')).toBe('thực hiện: câu trong nguồn (2 bài)');
  });

  it('is left out where there is none', () => {
    expect(open({ down: noSide, up: noSide }).all('.chain')).toEqual([]);
  });

  it('speaks English', () => {
    expect(open({}, 'en').all('.step > .under')[0]).toBe('District · 1 May 2022 · +84 days');
  });
});

describe('stored copies', () => {
  it('says that none is held, and which articles name it', () => {
    const page = open();
    expect(page.text('.kept p')).toMatch(/^Kho chưa có toàn văn/);
    expect(page.all('.kept li')).toEqual(['Bài cũ nhất nhắc đến: Sông Mơ triển khai nghị quyết Cổng · 2/5/2022']);
  });

  it('lists those that are, with hash, versions and links', () => {
    const kept = {
      article,
      file: null,
      capturedAt: '2022-05-03T02:00:00Z',
      hash: 'ab'.repeat(32),
      versions: 2,
      copy: '/bai-viet/00aa11bb22cc33dd/ban-luu',
      changes: '/bai-viet/00aa11bb22cc33dd/phien-ban',
    };
    const file = {
      ...kept,
      file: 'javascript:alert(1)',
      hash: null,
      capturedAt: null,
      versions: 1,
      copy: null,
      changes: null,
    };
    const page = open({ texts: [kept, file], textsTotal: 3 });
    expect(page.all('.kept tbody tr')[0]).toContain(`3/5/2022, 9:00 2 điều đã đổi ${'ab'.repeat(32)} xem bản lưu`);
    expect(page.values('.kept a', 'href').filter((href) => href?.startsWith('javascript'))).toEqual([]);
    expect(page.text('.kept')).toContain('và 1 bản khác.');
  });
});

/** What each page must say, in the words readers were promised, and in the right order. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { aDocument, anArticle, anUnsettled } from '../fixture-documents.ts';
import { aHome, aMeetingList, aMeetingPage, aMiss, anError, aResults } from '../fixture-views.ts';
import { renderPage } from '../render.tsx';
import type { PageView } from '../view.ts';

describe('the home page', () => {
  it('asks the question, offers tries, and says when it shows samples', () => {
    const page = open(aHome('vi'));
    expect(page.text('h1')).toBe('Văn bản này đã được nhắc ở cuộc họp nào, ai chủ trì, nói gì?');
    expect(page.links('.tries')).toContainEqual(['nq 21 tu', '/tim?q=nq+21+tu']);
    expect(page.text('.totals')).toContain('1.234 bài viết · 567 cuộc họp · 890 văn bản · 12.345 lượt nhắc');
    expect(page.all('.notice')).toEqual([]);
    const home = aHome('vi');
    expect(open({ ...home, frame: { ...home.frame, notices: ['samples'] } }).text('.notice')).toMatch(
      /^Đây là dữ liệu mẫu/,
    );
  });

  it('says so when nothing is held yet', () => {
    const empty = { ...aHome('vi'), newest: [], mostCited: { days: null, documents: [] }, lastRun: null };
    const page = open({ ...empty, totals: { articles: 0, meetings: 0, documents: 0, mentions: 0 } });
    expect(page.text('.empty')).toBe('Kho chưa có bài viết nào.');
    expect(page.all('h2')).toEqual([]);
  });
});

describe('the results page', () => {
  it('keeps what was typed and shows what was understood, each part to be taken away', () => {
    const page = open(aResults('vi'));
    expect(page.attribute('#q', 'value')).toBe('nq 21 tu');
    expect(page.text('.understood')).toMatch(/^Hiểu là:/);
    expect(page.links('.understood')).toEqual([
      ['Bỏ Nghị quyết ×', '/tim?q=21+tu'],
      ['Bỏ số 21 ×', '/tim?q=nq+tu'],
      ['Bỏ Tỉnh ủy/Thành ủy ×', '/tim?q=nq+21'],
    ]);
  });

  it('puts documents first, with their meetings, then meetings, then articles', () => {
    const page = open(aResults('vi'));
    expect(page.all('h2')).toEqual(['Văn bản (2)', 'Cuộc họp (14)', 'Bài viết (131)', 'Lọc']);
    expect(page.text('.found .lead')).toBe('Có thể là một trong 2 văn bản');
    expect(page.all('.answer:first-of-type tbody tr')).toHaveLength(3);
    expect(open(aResults('vi', { answer: 'one' })).all('.found .lead')).toEqual([]);
  });

  it('marks hits, and sets and clears facets in the address', () => {
    const page = open(aResults('vi'));
    expect(page.all('.snippet mark')).toEqual(['Nghị quyết số 21-NQ/Tu', 'NQ 21']);
    expect(page.links('.facet')).toContainEqual(['2023 29', '/tim?q=nq+21+tu&year=2023']);
    expect(page.links('.facet')).toContainEqual(['Bỏ Nghị quyết × 21', '/tim?q=nq+21+tu']);
    expect(page.all('.facet details summary')).toEqual(['Thêm 2']);
  });

  it('offers what may have been meant, where nothing was found', () => {
    const meant = { text: 'giao ban', href: '/tim?q=giao+ban' };
    expect(open(aMiss('vi')).all('.meant')).toEqual([]);
    expect(open({ ...aMiss('vi'), wantedCode: null, meant }).links('.meant')).toEqual([
      ['giao ban', '/tim?q=giao+ban'],
    ]);
  });

  it('says what has not been seen, and what is near', () => {
    const page = open(aMiss('vi'));
    expect(page.text('.empty p')).toBe('Chưa thấy 22-NQ/TU trong kho. Gần nhất:');
    expect(page.all('.empty .document')).toEqual(['Nghị quyết 21-NQ/TU']);
    const words = { ...aMiss('vi'), query: 'cá tầm', wantedCode: null, answer: null, nearest: [] };
    expect(open(words).text('.empty p')).toBe(
      'Không thấy “cá tầm” trong nguồn đã thu thập (không có nghĩa là không có).',
    );
    expect(open({ ...words, query: ' ' }).text('.empty')).toMatch(/^Gõ số hiệu/);
  });
});

describe('the document page', () => {
  const page = open(aDocument('vi'));

  it('opens with whose it is, of when, about what, held or not, and what contradicts', () => {
    expect(page.text('h1')).toBe('Nghị quyết 21-NQ/TU');
    expect(page.text('.head .lead')).toBe(
      'Thành ủy Hạ Khê · nhiệm kỳ 2020–2025 · ngày: chưa rõ, trước 1/3/2022 (suy luận từ số thứ tự)',
    );
    expect(page.text('.head .state')).toMatch(/^Kho chưa có toàn văn\. Thông tin dưới đây tổng hợp từ các lượt nhắc\./);
    expect(page.all('.conflicts dd')).toEqual(['14/1/2022 (9 lượt)', '24/1/2022 (2 lượt)']);
  });

  it('gives the table of meetings before all else', () => {
    expect(page.all('h2').slice(0, 2)).toEqual([
      '1 mâu thuẫn: nguồn nêu khác nhau',
      'Được nhắc tại 14 cuộc họp (31 lượt), từ 21/3/2022 đến 17/9/2024',
    ]);
    expect(page.all('.cited-at thead th')).toEqual(['Ngày ↓', 'Cuộc họp', 'Chủ trì', 'Mục đích', 'Trích']);
    expect(page.all('.cited-at td.date')).toEqual(['21/3/2023', '15–16/12/2022 (suy luận)', '9/2022', 'Chưa rõ ngày']);
    expect(page.all('.cited-at td:nth-child(3)')[1]).toBe('Không nêu');
    expect(page.all('.cited-at td:nth-child(4)')[0]).toBe('báo cáo kết quả2 bài');
  });

  it('marks the mention in its sentence, links it to its place, and says how sure and why', () => {
    expect(page.links('.cited-at .passage')[0]).toEqual(['Nghị quyết số 21-NQ/Tu', '/bai-viet/93a2e5b1fb31af8b#c0']);
    expect(page.all('.cited-at .mark')).toEqual(['chắc chắn', 'mâu thuẫn', 'chắc chắn', 'chưa chắc']);
    expect(page.all('.cited-at .printed')).toEqual(['Nguồn viết: 21-NQ/TW']);
    expect(page.all('.cited-at .why .evidence li')[0]).toBe('Câu này nêu cơ quan ban hành: Ban Thường vụ Thành ủy.');
    expect(page.all('.cited-at .more summary')).toEqual(['Xem thêm 1 lượt nhắc']);
  });

  it('keeps filters and order in the address', () => {
    expect(page.links('.cited-at thead')).toEqual([['Ngày ↓', '/van-ban/nq-21-tu.ha-khe.2020?year=2023&sort=oldest']]);
    expect(page.all('.filters label')).toEqual(['Năm', 'Cơ quan', 'Mục đích']);
    expect(page.all('.filters option[selected]')).toEqual(['2023 (8)']);
    expect(page.links('.filters')).toEqual([['Bỏ lọc', '/van-ban/nq-21-tu.ha-khe.2020']]);
  });

  it('names relations by direction', () => {
    expect(page.all('.relation h3')).toEqual(['Được thực hiện, cụ thể hóa bằng', 'Căn cứ']);
  });

  it('is no dead end for a code that nothing settles', () => {
    const unsettled = open(anUnsettled('vi'));
    expect(unsettled.text('.head .lead')).toBe('chưa rõ cơ quan ban hành · ngày: chưa rõ');
    expect(unsettled.all('.candidates .document')).toHaveLength(2);
    expect(unsettled.text('#cuoc-hop')).toBe('Được nhắc tại 1 cuộc họp (1 lượt), ngày 21/3/2023');
  });

  it.each([
    [{ date: '2022-01-14' }, 'ngày 14/1/2022'],
    [{ dateBounds: null }, 'ngày: chưa rõ'],
    [
      { dateBounds: { after: '2021-05-01', before: null, basis: 'number' } },
      'ngày: chưa rõ, sau 1/5/2021 (suy luận từ số thứ tự)',
    ],
    [
      { dateBounds: { after: '2021-05-01', before: '2022-03-21', basis: 'mention' } },
      'ngày: chưa rõ, trong khoảng 1/5/2021 – 21/3/2022 (suy luận từ lượt nhắc sớm nhất)',
    ],
  ] as const)('words its date: %j', (over, expected) => {
    expect(open(aDocument('vi', over)).text('.head .lead')).toBe(`Thành ủy Hạ Khê · nhiệm kỳ 2020–2025 · ${expected}`);
  });

  it('says that silence is no proof', () => {
    const none = aDocument('vi', { citedAt: [], filters: [], pages: { page: 1, perPage: 20, total: 0 } });
    const never = open({ ...none, document: { ...none.document, meetings: 0 } });
    expect(never.text('#cuoc-hop')).toContain('(không có nghĩa là không có)');
    expect(open(none).text('.cited .empty')).toBe('Không có cuộc họp nào khớp phần lọc.');
  });
});

describe('the article page', () => {
  const page = open(anArticle('vi'));

  it('makes every citation a link, told apart by its underline, with an anchor', () => {
    expect(page.links('.text')).toEqual([
      ['Nghị quyết số 21-NQ/Tu', '/van-ban/nq-21-tu.ha-khe.2020'],
      ['Nghị quyết số 19-NQ/TW', '/van-ban/nq-19-tu.yen-son.2015'],
      ['Chỉ thị số 05', '#d2'],
      ['Nghị quyết số 21', '/van-ban/nq-21-tu.ha-khe.2020'],
    ]);
    expect(['#c0 a', '#c1 a', '#c2 a'].map((selector) => page.attribute(selector, 'class'))).toEqual([
      'certain',
      'contradictory',
      'doubtful',
    ]);
  });

  it('lists what is cited, with doubts and candidates, and leads back into the text', () => {
    expect(page.all('.citations > h2')).toEqual(['Văn bản được nhắc (3)']);
    expect(page.text('#d1 .printed')).toBe('Nguồn viết: 19-NQ/TW');
    expect(page.text('#d2 .ground p')).toBe('Có thể là một trong 2 văn bản');
    expect(page.links('#d0 .places')).toEqual([
      ['1', '#c0'],
      ['2', '#c3'],
    ]);
  });

  it('shows the facts of the meeting and of the source', () => {
    const facts = page.all('.side .facts > div');
    expect(facts).toContain('Ngày họp21/3/2023');
    expect(facts).toContain('Địa điểmHội trường Thành ủy');
    expect(facts).toContain('Thu thập23/3/2023, 2:02');
    expect(page.attribute('.side .outside', 'rel')).toBe('noopener nofollow');
  });

  it('says what is missing', () => {
    expect(open(anArticle('vi', { meeting: null })).text('.side')).toContain('không tường thuật cuộc họp nào');
    expect(open(anArticle('vi', { paragraphs: [], status: 'text_unavailable' })).text('.text')).toContain(
      'xin xem bài gốc',
    );
    expect(open(anArticle('vi', { status: 'gone' })).text('.text')).toContain('Nguồn đã gỡ bài này');
    expect(
      open(anArticle('vi', { citations: [], paragraphs: [[{ text: 'Không có gì.' }]] })).text('.citations p'),
    ).toContain('không nhắc văn bản');
  });
});

describe('the pages of meetings', () => {
  it('groups documents by level, centre first, with purpose and sentence', () => {
    const page = open(aMeetingPage('vi'));
    expect(page.text('.head')).toContain('21/3/2023 · Giao ban · Thành ủy Hạ Khê');
    expect(page.all('.by-level .group')).toEqual(['Trung ương', 'Cấp huyện']);
    expect(page.all('.by-level td:nth-child(2)')).toEqual([
      'quán triệt',
      'báo cáo kết quả, sơ kết, tổng kết',
      'ban hành',
    ]);
    expect(page.text('.side')).toContain('Địa điểmKhông nêu');
  });

  it('lists people with positions and roles', () => {
    const rows = open(aMeetingPage('vi')).all('main table:not(.by-level) tbody tr');
    expect(rows[1]).toBe('Lê Thị VíPhó Bí thư Thường trực Tỉnh ủyDự và chỉ đạo');
    expect(rows[2]).toBe('Hoàng Đình DụKhông nêuPhát biểu');
    expect(open(aMeetingPage('vi', { participants: [] })).text('main')).toContain('Nguồn không nêu ai dự.');
  });

  it('filters by a form that keeps the rest of the address', () => {
    const page = open(aMeetingList('vi'));
    expect(page.all('.filters label')).toEqual(['Từ ngày', 'Đến ngày', 'Chủ trì', 'Loại cuộc họp', 'Số hiệu, từ khóa']);
    expect(page.attribute('.filters [name=cites]', 'value')).toBe('nq-21-tu.ha-khe.2020');
    expect(page.attribute('.filters [name=from]', 'value')).toBe('2022-01-01');
    expect(page.links('.understood')).toEqual([['Bỏ nhắc 21-NQ/TU ×', '/cuoc-hop?from=2022-01-01']]);
    expect(page.text('.pager p')).toBe('41–60 trong 1.234');
    expect(open(aMeetingList('vi', { items: [] })).text('.empty')).toContain('(không có nghĩa là không có)');
  });
});

describe('the error page', () => {
  it('says what happened, keeps what was typed, and names the event', () => {
    const page = open(anError('vi'));
    expect(page.text('h1')).toBe('Không có trang này');
    expect(page.attribute('#q', 'value')).toBe('nq 22 tu');
    expect(page.text('.reference')).toBe('404 · Mã sự việc: r-7f3a');
    expect(open(anError('en', { kind: 'too_many', status: 429 })).text('h1')).toBe('One moment, please');
  });
});

interface Opened {
  readonly text: (selector: string) => string;
  readonly all: (selector: string) => readonly string[];
  readonly links: (within: string) => readonly (readonly [text: string, href: string])[];
  readonly attribute: (selector: string, name: string) => string | null;
}

function open(view: PageView): Opened {
  const { document } = parseHTML(renderPage(view));
  const clean = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    text: (selector) => clean(document.querySelector(selector)),
    all: (selector) => [...document.querySelectorAll(selector)].map(clean),
    links: (within) =>
      [...document.querySelectorAll(`${within} a`)].map((link) => [clean(link), link.getAttribute('href') ?? '']),
    attribute: (selector, name) => document.querySelector(selector)?.getAttribute(name) ?? null,
  };
}

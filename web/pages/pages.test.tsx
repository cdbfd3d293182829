/** What each page must say, in the words readers were promised, and in the right order. */
import { describe, expect, it } from 'vitest';
import { openView } from '../../test/open-view.ts';
import { aDocument, anUnsettled } from '../fixture-documents.ts';
import { aHome, aMeetingList, aMeetingPage, aMiss, anError, aResults } from '../fixture-views.ts';

describe('the home page', () => {
  it('asks the question, offers tries, and says when it shows samples', () => {
    const page = openView(aHome('vi'));
    expect(page.text('h1')).toBe('Văn bản này đã được nhắc ở cuộc họp nào, ai chủ trì, nói gì?');
    expect(page.links('.tries')).toContainEqual(['nq 21 tu', '/tim?q=nq+21+tu']);
    expect(page.text('.totals')).toContain('1.234 bài viết · 567 cuộc họp · 890 văn bản · 12.345 lượt nhắc');
    expect(page.all('.notice')).toEqual([]);
    const home = aHome('vi');
    expect(openView({ ...home, frame: { ...home.frame, notices: ['samples'] } }).text('.notice')).toMatch(
      /^Đây là dữ liệu mẫu/,
    );
  });

  it('says so when nothing is held yet', () => {
    const sources = { total: 24, amiss: 0, shown: [] };
    const empty = { ...aHome('vi'), newest: [], mostCited: { days: null, documents: [] }, lastRun: null, sources };
    const page = openView({ ...empty, totals: { articles: 0, meetings: 0, documents: 0, mentions: 0 } });
    expect(page.text('.empty')).toBe('Kho chưa có bài viết nào.');
    expect(page.all('h2')).toEqual(['Nguồn']);
    expect(page.links('.freshness')).toEqual([['Xem tất cả 24 nguồn', '/nguon']]);
  });
});

describe('the results page', () => {
  it('keeps what was typed and shows what was understood, each part to be taken away', () => {
    const page = openView(aResults('vi'));
    expect(page.attribute('#q', 'value')).toBe('nq 21 tu');
    expect(page.text('.understood')).toMatch(/^Hiểu là:/);
    expect(page.links('.understood')).toEqual([
      ['Bỏ Nghị quyết ×', '/tim?q=21+tu'],
      ['Bỏ số 21 ×', '/tim?q=nq+tu'],
      ['Bỏ Tỉnh ủy/Thành ủy ×', '/tim?q=nq+21'],
    ]);
  });

  it('puts documents first, with their meetings, then meetings, then articles', () => {
    const page = openView(aResults('vi'));
    expect(page.all('h2')).toEqual([
      'Văn bản (2): Có thể là một trong 2 văn bản',
      'Cuộc họp (14)',
      'Bài viết (131)',
      'Lọc',
    ]);
  });

  it('gives the table of the one document at once, and a short list where several may be meant', () => {
    const several = openView(aResults('vi'));
    expect(several.all('.answer')).toHaveLength(2);
    expect(several.all('.answer > table')).toEqual([]);
    expect(several.all('.answer details > summary')[0]).toBe('Xem 3 cuộc họp gần nhất');
    expect(several.all('.answer details tbody tr')).toHaveLength(3);
    const [hit] = aResults('vi').documents;
    const one = openView(aResults('vi', { answer: 'one', documents: hit === undefined ? [] : [hit] }));
    expect(one.all('.answer > table tbody tr')).toHaveLength(3);
    expect(one.text('.found h2')).toBe('Văn bản (1)');
  });

  it('says once what all candidates answer, and groups those of one issuer', () => {
    const shared = { code: 'number', text: 'Đúng số 21.' };
    const own = { code: 'issuer', text: 'Đúng cơ quan ban hành.' };
    const [hit, other] = aResults('vi').documents;
    if (hit === undefined || other === undefined) throw new Error('expected two documents');
    const again = { ...hit, id: 'nq-21-tu.ha-khe.2015', term: '2015-2020', why: [shared] };
    const documents = [{ ...hit, why: [shared, own] }, { ...other, why: [shared] }, again];
    const page = openView(aResults('vi', { documents }));
    expect(page.all('.why-line')).toEqual(['Đúng số 21.', 'Đúng cơ quan ban hành.']);
    expect(page.all('.issuer')).toEqual(['Thành ủy Hạ Khê (2 văn bản)']);
    expect(page.all('.issuer-group h3')).toHaveLength(3);
    const many = Array.from({ length: 9 }, (_, nth) => ({ ...hit, id: `nq-21-tu.x${nth}`, issuer: `Huyện ủy ${nth}` }));
    expect(openView(aResults('vi', { documents: many })).all('.found > .more > summary')).toEqual(['Thêm 3']);
  });

  it('marks hits, and sets and clears facets in the address', () => {
    const page = openView(aResults('vi'));
    expect(page.all('.snippet mark')).toEqual(['Nghị quyết số 21-NQ/Tu', 'NQ 21']);
    expect(page.links('.facet')).toContainEqual(['2023 29', '/tim?q=nq+21+tu&year=2023']);
    expect(page.links('.facet')).toContainEqual(['Bỏ Nghị quyết × 21', '/tim?q=nq+21+tu']);
    // Twice: open beside the results where there is room, folded below them where there is not.
    expect(page.all('.facets-open .facet details summary')).toEqual(['Thêm 2']);
    expect(page.all('.facets-folded .facet details summary')).toEqual(['Thêm 2']);
  });

  it('offers what may have been meant, where nothing was found', () => {
    const meant = { text: 'giao ban', href: '/tim?q=giao+ban' };
    expect(openView(aMiss('vi')).all('.meant')).toEqual([]);
    expect(openView({ ...aMiss('vi'), wantedCode: null, meant }).links('.meant')).toEqual([
      ['giao ban', '/tim?q=giao+ban'],
    ]);
  });

  it('says what has not been seen, and what is near', () => {
    const page = openView(aMiss('vi'));
    expect(page.text('.empty p')).toBe('Chưa thấy 22-NQ/TU trong kho. Gần nhất:');
    expect(page.all('.empty .document')).toEqual(['Nghị quyết 21-NQ/TU']);
    const words = { ...aMiss('vi'), query: 'cá tầm', wantedCode: null, answer: null, nearest: [] };
    expect(openView(words).text('.empty p')).toBe(
      'Không thấy “cá tầm” trong nguồn đã thu thập (không có nghĩa là không có).',
    );
    expect(openView({ ...words, query: ' ' }).text('.empty')).toMatch(/^Gõ số hiệu/);
  });
});

describe('the document page', () => {
  const page = openView(aDocument('vi'));

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
    const unsettled = openView(anUnsettled('vi'));
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
    expect(openView(aDocument('vi', over)).text('.head .lead')).toBe(
      `Thành ủy Hạ Khê · nhiệm kỳ 2020–2025 · ${expected}`,
    );
  });

  it('says that silence is no proof', () => {
    const none = aDocument('vi', { citedAt: [], filters: [], pages: { page: 1, perPage: 20, total: 0 } });
    const never = openView({ ...none, document: { ...none.document, meetings: 0 } });
    expect(never.text('#cuoc-hop')).toContain('(không có nghĩa là không có)');
    expect(openView(none).text('.cited .empty')).toBe('Không có cuộc họp nào khớp phần lọc.');
  });
});

describe('the pages of meetings', () => {
  it('groups documents by level, centre first, with purpose and sentence', () => {
    const page = openView(aMeetingPage('vi'));
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
    const rows = openView(aMeetingPage('vi')).all('main table:not(.by-level) tbody tr');
    expect(rows[1]).toBe('Lê Thị VíPhó Bí thư Thường trực Tỉnh ủyDự và chỉ đạo');
    expect(rows[2]).toBe('Hoàng Đình DụKhông nêuPhát biểu');
    expect(openView(aMeetingPage('vi', { participants: [] })).text('main')).toContain('Nguồn không nêu ai dự.');
  });

  it('filters by a form that keeps the rest of the address', () => {
    const page = openView(aMeetingList('vi'));
    expect(page.all('.filters label')).toEqual(['Từ ngày', 'Đến ngày', 'Chủ trì', 'Loại cuộc họp', 'Số hiệu, từ khóa']);
    expect(page.attribute('.filters [name=cites]', 'value')).toBe('nq-21-tu.ha-khe.2020');
    expect(page.attribute('.filters [name=from]', 'value')).toBe('2022-01-01');
    expect(page.links('.understood')).toEqual([['Bỏ nhắc 21-NQ/TU ×', '/cuoc-hop?from=2022-01-01']]);
    expect(page.text('.pager p')).toBe('41–60 trong 1.234');
    expect(openView(aMeetingList('vi', { items: [] })).text('.empty')).toContain('(không có nghĩa là không có)');
  });
});

describe('the error page', () => {
  it('says what happened, keeps what was typed, and names the event', () => {
    const page = openView(anError('vi'));
    expect(page.text('h1')).toBe('Không có trang này');
    expect(page.attribute('#q', 'value')).toBe('nq 22 tu');
    expect(page.text('.reference')).toBe('404 · Mã sự việc: r-7f3a');
    expect(openView(anError('en', { kind: 'too_many', status: 429 })).text('h1')).toBe('One moment, please');
  });
});

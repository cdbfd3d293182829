/** What each page must say, in the words readers were promised, and in the right order. */
import { describe, expect, it } from 'vitest';
import { openView } from '../../test/open-view.ts';
import { aCalendar, aStoredCopy, aVersionPage } from '../fixture-article-pages.ts';
import { anArticle } from '../fixture-documents.ts';
import { aFrame, resolution } from '../fixture-parts.ts';
import { aMeetingList } from '../fixture-views.ts';

describe('the article page', () => {
  const page = openView(anArticle('vi'));

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

  it('says in words what underlines say, and marks what is shown beside a link', () => {
    expect(['#c0 a', '#c1 a', '#c2 a'].map((link) => page.attribute(link, 'aria-describedby'))).toEqual([
      null,
      's1',
      's2',
    ]);
    expect(page.text('#s1')).toBe('mâu thuẫn. Nguồn viết: 19-NQ/TW');
    expect(page.text('#s2')).toBe('chưa chắc. Có thể là một trong 2 văn bản');
    expect(page.attribute('#c3 a', 'data-entry')).toBe('d0');
    expect(page.all('#d0 [data-brief]').map((part) => part.slice(0, 19))).toEqual([
      'Nghị quyết 21-NQ/TU',
      '14 cuộc họp',
      'chắc chắn',
    ]);
  });

  it('shows copies, files and how many more reports there are', () => {
    expect(page.text('.side')).toContain('21/3/2023 · giống 98%');
    expect(page.text('.side')).toContain('Phát biểu kết luận (pdf)là Nghị quyết 21-NQ/TUđã đọc toàn văn');
    expect(page.text('.side')).toContain('và 2 bài khác, xem ở trang cuộc họp');
    expect(openView(anArticle('vi', { history: null, copies: [], holds: resolution })).text('.side')).toMatch(
      /Là toàn vănNghị quyết 21-NQ\/TU/,
    );
  });

  it('shows the facts of the meeting and of the source', () => {
    const facts = page.all('.side .facts > div');
    expect(facts).toContain(
      'Ngày họp21/3/2023vì sao?Bài viết: Sáng 21/3, Ban Thường vụ Thành ủy Hạ Khê tổ chức hội nghị giao ban.',
    );
    expect(facts).toContain('Địa điểmHội trường Thành ủy(theo bài khác về cuộc họp này)');
    expect(facts).toContain('Phiên bản2 phiên bản: xem điều đã đổi');
    expect(facts).toContain('Thu thập23/3/2023, 2:02');
    expect(page.attribute('.side .outside', 'rel')).toBe('noopener nofollow');
  });

  it('says what is missing', () => {
    expect(openView(anArticle('vi', { meeting: null })).text('.side')).toContain('không tường thuật cuộc họp nào');
    expect(openView(anArticle('vi', { paragraphs: [], status: 'text_unavailable' })).text('.text')).toContain(
      'xin xem bài gốc',
    );
    expect(openView(anArticle('vi', { status: 'gone' })).text('.text')).toContain('Nguồn đã gỡ bài này');
    expect(
      openView(anArticle('vi', { citations: [], paragraphs: [[{ text: 'Không có gì.' }]] })).text('.citations p'),
    ).toContain('không nhắc văn bản');
  });
});

describe('the calendar', () => {
  const page = openView(
    aMeetingList('vi', { frame: aFrame('/cuoc-hop?chair=mau&lich=2023-03', 'vi'), calendar: aCalendar() }),
  );

  it('has seven days a week, a few meetings a day, and a way to the others', () => {
    expect(page.all('.month thead th')).toHaveLength(7);
    expect(page.all('.month tbody tr')).toHaveLength(5);
    expect(page.all('.month .outside-month')).toHaveLength(4);
    expect(page.all('.month td:not(.free):not(.outside-month) time')).toEqual(['Thứ ba, 2121/3/2023']);
    expect(page.links('.month')).toContainEqual([
      'và 5 cuộc khác ngày 21/3/2023',
      '/cuoc-hop?chair=mau&from=2023-03-21&to=2023-03-21',
    ]);
  });

  it('tells beside what has no day, and jumps to other months', () => {
    expect(page.text('.vague')).toContain('Tỉnh ủy Yên Sơn · 9/2022');
    expect(page.links('.vague').at(-1)).toEqual([
      'và 3 cuộc khác',
      '/cuoc-hop?chair=mau&from=2023-03-01&to=2023-03-31',
    ]);
    expect(page.links('.years')).toContainEqual(['T4: 1.234', '/cuoc-hop?chair=mau&lich=2023-04']);
    expect(page.all('.years .chosen')).toEqual(['T3: 12']);
    expect(page.links('.ways')).toEqual([
      ['Danh sách', '/cuoc-hop?chair=mau'],
      ['Lịch', '/cuoc-hop?chair=mau&lich=2023-03'],
    ]);
    expect(page.attribute('.filters [name=lich]', 'value')).toBe('2023-03');
  });
});

describe('the pages of copies and versions', () => {
  it('show bytes as text, what is known of them, and the way to more', () => {
    const page = openView(aStoredCopy('vi'));
    expect(page.text('.bytes')).toContain('<script>alert("x")</script>');
    expect(page.all('.headers tbody tr')).toEqual([
      'content-typetext/html; charset=utf-8',
      'last-modifiedWed, 22 Mar 2023 01:05:00 GMT',
    ]);
    expect(page.text('main')).toContain('Chỉ hiện 60.000 ký tự đầu. Hiện thêm');
    const file = openView(aStoredCopy('vi', { shown: 'read', text: '', answer: null, heldBack: 'unheard-of' }));
    expect(file.text('main')).toContain('Không đọc được chữ nào');
    expect(file.text('.facts')).toContain('chờ xem lại: unheard-of');
  });

  it('mark what went and what came, in elements that say so', () => {
    const page = openView(aVersionPage('vi'));
    expect([page.all('.changes del'), page.all('.changes ins')]).toEqual([
      ['18', 'Hội nghị kết thúc lúc 11 giờ.'],
      ['20', 'Hội nghị cũng bàn việc khác.'],
    ]);
    expect(page.all('.changes p')[2]).toBe('Đã sửa: Đã hoàn thành 1820 công trình.');
    expect(openView(aVersionPage('vi', { comparison: null })).text('.empty')).toContain('chưa có gì để so');
    const { comparison } = aVersionPage('vi');
    if (comparison === null) throw new Error('Reading the fixture: expected a comparison, found none');
    expect(openView(aVersionPage('vi', { comparison: { ...comparison, text: null } })).text('main')).toContain(
      'không so từng chữ được',
    );
  });
});

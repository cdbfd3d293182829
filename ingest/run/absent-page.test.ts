import { describe, expect, it } from 'vitest';
import { type SeenPage, tellAbsence, tellStandIn, wordOverlap } from './absent-page.ts';
import { withoutEcho } from './address-echo.ts';

const home = 'https://hakhe.example/';
const report = 'Sáng 05/4/2022, Ban Thường vụ Thành ủy họp phiên thường kỳ. '.repeat(12);

function aPage(given: Partial<SeenPage> = {}): SeenPage {
  const askedUrl = `${home}tin/hop-thuong-ky-12.html`;
  return {
    title: 'Ban Thường vụ họp phiên thường kỳ',
    text: report,
    isEmpty: false,
    askedUrl,
    finalUrl: given.askedUrl ?? askedUrl,
    homeUrl: home,
    isTitledAlike: false,
    hasPasswordField: false,
    hasPuzzle: false,
    ...given,
  };
}

const wrong = { askedAt: '2022-04-01T00:00:00.000Z', isSoft: true, title: 'Cổng thông tin', text: '', landedOn: null };

describe('tellAbsence', () => {
  it.each([
    ['an article', aPage(), null],
    ['an article that moved', aPage({ finalUrl: `${home}tin/moi-12.html` }), null],
    ['an article about a lost page', aPage({ text: `${report} Trang không tồn tại.` }), null],
    ['an article on a portal with a login box', aPage({ hasPasswordField: true }), null],
    ['a redirect to the home page', aPage({ finalUrl: home }), 'home-page'],
    ['a redirect to its other name', aPage({ finalUrl: `${home}index.html` }), 'home-page'],
    ['a list page of another path', aPage({ finalUrl: `${home}tin` }), null],
    ['a redirect to a login', aPage({ finalUrl: `${home}dang-nhap?back=12` }), 'login'],
    ['a notice', aPage({ title: 'Thông báo', text: 'Không tìm thấy trang yêu cầu.' }), 'notice'],
    ['a notice of what is not out yet', aPage({ text: 'Bài viết chưa được xuất bản' }), 'notice'],
    ['a notice of what is not to be had', aPage({ text: 'Nội dung này hiện không khả dụng.' }), 'notice'],
    ['its own text, put off', aPage({ text: 'Nội dung đang được cập nhật.', isTitledAlike: true }), null],
    ['a short article', aPage({ text: 'Ngày 05/4, Đảng ủy phường sinh hoạt chi bộ.' }), null],
    ['a puzzle', aPage({ title: 'Just a moment...', text: '', isEmpty: true }), 'puzzle'],
    ['a puzzle in other words', aPage({ text: 'Phát hiện truy cập bất thường, hãy nhập mã xác thực.' }), 'puzzle'],
    ['a puzzle in its markup alone', aPage({ title: 'Báo', text: 'Chờ', isEmpty: true, hasPuzzle: true }), 'puzzle'],
    ['a short article with a form for comments', aPage({ text: 'Sáng 05/4, chi bộ họp.', hasPuzzle: true }), null],
    ['a login without words', aPage({ title: null, text: '', isEmpty: true, hasPasswordField: true }), 'login'],
  ])('%s', (_what, page, absence) => {
    expect(tellAbsence(page, null)).toBe(absence);
  });

  it('knows the page that the host sends for addresses that cannot exist', () => {
    const menu = 'Trang chủ Giới thiệu Tin tức Văn bản Liên hệ Đang truy cập 15';
    const again = menu.replace('15', '16');
    expect(tellAbsence(aPage({ title: 'Cổng thông tin', text: again }), { ...wrong, text: menu })).toBe('wrong-page');
    expect(tellAbsence(aPage({ title: 'Cổng thông tin', text: '', isEmpty: true }), wrong)).toBe('wrong-page');
    expect(tellAbsence(aPage({ finalUrl: `${home}loi.aspx` }), { ...wrong, landedOn: `${home}loi.aspx` })).toBe(
      'wrong-page',
    );
  });

  it('knows it by its words where it searches for the words of the address', () => {
    const search = {
      ...wrong,
      title: withoutEcho('Tìm kiếm: khong co hop giao ban 9', `${home}khong-co-hop-giao-ban-9`),
    };
    expect(search.title).toBe('Tìm kiếm: …');
    const askedUrl = `${home}tin/dang-uy-hop-thuong-ky-12.html`;
    const found = aPage({ askedUrl, title: 'Tìm kiếm: tin dang uy hop thuong ky 12 html' });
    expect(tellAbsence(found, search)).toBe('wrong-page');
    expect(tellAbsence(aPage({ askedUrl, title: 'Đảng ủy họp thường kỳ' }), search)).toBeNull();
    expect(withoutEcho('Đảng ủy họp thường kỳ', askedUrl)).toBe('Đảng ủy họp thường kỳ');
  });

  it('takes no article for that page because of its title alone, nor where the host is honest', () => {
    expect(tellAbsence(aPage({ title: 'Cổng thông tin' }), wrong)).toBeNull();
    expect(tellAbsence(aPage({ title: null }), { ...wrong, title: null, text: report, isSoft: false })).toBeNull();
  });
});

describe('tellStandIn', () => {
  const front = { title: 'Cổng thông tin', text: 'Tin nổi bật: họp giao ban, họp báo, tiếp công dân' };
  it.each([
    ['tonight’s page for wrong addresses', front, { wrongPage: { ...wrong, ...front }, homePage: null }, 'wrong-page'],
    ['tonight’s home page', front, { wrongPage: null, homePage: front }, 'home-page'],
    ['neither', { ...front, title: 'Họp giao ban' }, { wrongPage: wrong, homePage: front }, null],
    ['nothing to compare with', front, { wrongPage: null, homePage: null }, null],
  ])('%s', (_what, page, standIns, absence) => {
    expect(tellStandIn(aPage(page), standIns)).toBe(absence);
  });
});

describe('wordOverlap', () => {
  it.each([
    ['họp giao ban', 'họp giao ban', 1],
    ['đang truy cập 12', 'đang truy cập 99', 1],
    ['một hai', 'ba bốn', 0],
    ['một hai ba', 'một hai bốn', 0.5],
    ['', '', 1],
  ])('%s | %s: %d', (one, other, share) => {
    expect(wordOverlap(one, other)).toBe(share);
  });
});

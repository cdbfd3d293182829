import { describe, expect, it } from 'vitest';
import { engines } from './engines.ts';
import { openPage, selectSafely } from './markup.ts';
import { readStructured } from './structured.ts';
import { cutSiteName, findTitle, findTitleAbove, partShown } from './title.ts';

describe('cutSiteName', () => {
  it.each([
    ['Huyện ủy giao ban - Cổng thông tin điện tử Cẩm Khê', null, 'Huyện ủy giao ban'],
    ['Huyện ủy giao ban | Cẩm Khê', null, 'Huyện ủy giao ban'],
    ['Huyện ủy giao ban - Chính trị - Báo Quảng Hải', null, 'Huyện ủy giao ban - Chính trị'],
    ['Huyện ủy giao ban – camkhe.quanghai.gov.vn', null, 'Huyện ủy giao ban'],
    ['Huyện ủy giao ban - Cẩm Khê hôm nay', 'CẨM KHÊ HÔM NAY', 'Huyện ủy giao ban'],
    ['Báo Quảng Hải - Huyện ủy giao ban', null, 'Huyện ủy giao ban'],
    ['Hội nghị giao ban - đối thoại quý I', 'Cẩm Khê', 'Hội nghị giao ban - đối thoại quý I'],
    ['Thông qua nghị quyết - Báo cáo giám sát', null, 'Thông qua nghị quyết - Báo cáo giám sát'],
    ['Cẩm Khê: Sơ kết Nghị quyết 31-NQ/HU', 'Cẩm Khê', 'Cẩm Khê: Sơ kết Nghị quyết 31-NQ/HU'],
    ['Báo Quảng Hải', 'Báo Quảng Hải', 'Báo Quảng Hải'],
    ['Infographic | Mười việc huyện làm được | Cẩm Khê', null, 'Infographic | Mười việc huyện làm được'],
    ['Thư ngỏ | Ủy ban nhân dân huyện Cẩm Khê', null, 'Thư ngỏ'],
    ['Giao ban | Cẩm Khê hôm nay', null, 'Giao ban'],
  ])('%s', (title, site, wanted) => expect(cutSiteName(title, site)).toBe(wanted));
});

describe('partShown', () => {
  const line = 'Huyện ủy họp giao ban tháng sáu';
  it.each([
    ['before the name of a site that nothing tells', `${line} - Huyện ủy Cẩm Khê`, [line, 'Sáng nay …'], line],
    ['behind it', `Cẩm Khê :: ${line}`, [`${line}\nSáng nay …`], line],
    ['behind a bar', `Huyện ủy Cẩm Khê | ${line}`, [line], line],
    ['behind two', `Cẩm Khê | Tin tức | ${line}`, [line], line],
    ['as it is printed', `${line} - Cẩm Khê`, [line.toUpperCase()], line.toUpperCase()],
    ['not where another line opens the text', `${line} - Cẩm Khê`, ['Sáng nay …'], null],
    ['not the lesser part', 'Học và làm theo - Hội nghị giao ban tháng sáu của Huyện ủy', ['Học và làm theo'], null],
    ['not a whole title', line, [line], null],
  ])('%s', (_, name, paragraphs, wanted) => expect(partShown([name], paragraphs)).toBe(wanted));
});

describe('findTitleAbove', () => {
  it.each([
    [
      'a class above the text',
      '<div class="news-title">Huyện ủy họp giao ban</div><div id="t">x</div>',
      'Huyện ủy họp giao ban',
    ],
    [
      'a heading nearest to the text',
      '<h3>Cẩm Khê vươn mình đi lên</h3><h3>Huyện ủy họp giao ban</h3><div id="t">x</div>',
      'Huyện ủy họp giao ban',
    ],
    ['not below it', '<div id="t">x</div><div class="news-title">Huyện ủy họp giao ban</div>', null],
    ['not in a list', '<ul><li class="title">Huyện ủy họp giao ban</li></ul><div id="t">x</div>', null],
    ['not the site', '<div class="title">Trang thông tin điện tử Cẩm Khê</div><div id="t">x</div>', null],
  ])('%s', (_, html, wanted) => {
    const opened = openPage(html);
    if (opened.kind !== 'page') throw new Error('The page of this test should open.');
    const [body] = selectSafely(opened.page, '#t').toArray();
    expect(findTitleAbove(opened.page, body ?? null, readStructured(opened.page))?.text ?? null).toBe(wanted);
  });
});

describe('findTitle', () => {
  const find = (html: string, selector = '', engineId = ''): string | null => {
    const opened = openPage(html);
    if (opened.kind !== 'page') throw new Error('The page of this test should open.');
    const engine = engines.find(({ id }) => id === engineId) ?? null;
    return findTitle(opened.page, selector, engine, readStructured(opened.page))?.text ?? null;
  };
  const ld = (headline: string): string =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${headline}"}</script>`;

  it.each([
    ['the source file first', '<h1>Một</h1><div class="t">Hai</div>', 'Hai', '.t'],
    ['the engine next', '<h1>Một</h1><h1 class="cms-title">Hai</h1>', 'Hai', '', 'hemera'],
    ['then JSON-LD', `${ld('Giao ban')}<h1>Một</h1>`, 'Giao ban'],
    ['a headline cut short gives way', `${ld('Huyện ủy giao…')}<h1>Huyện ủy giao ban</h1>`, 'Huyện ủy giao ban'],
    ['a heading in the main part', '<h1>Cổng Cẩm Khê</h1><main><h1>Giao ban</h1></main>', 'Giao ban'],
    [
      'of headings, the one that the head names',
      '<title>Giao ban - Cổng X</title><h1>Cẩm Khê đổi mới</h1><h1>Giao ban</h1>',
      'Giao ban',
    ],
    ['no logo', '<div class="logo"><h1>Cẩm Khê</h1></div><title>Giao ban</title>', 'Giao ban'],
    ['no logo, however it is written', '<h1 class="st_Logo">Cẩm Khê</h1><title>Giao ban</title>', 'Giao ban'],
    ['no trail of sections', '<h1>Thời sự > Cẩm Khê</h1><h1>Giao ban</h1>', 'Giao ban'],
    [
      'no banner where the head names what is shown',
      '<meta property="og:title" content="Giao ban"><h1>Cẩm Khê vươn xa</h1><h3>Giao ban</h3>',
      'Giao ban',
    ],
    ['a heading although the head is the site alone', '<title>Trang chủ</title><h1>Giao ban</h1>', 'Giao ban'],
    ['no slogan', '<h1>NHIỆT LIỆT CHÀO MỪNG ĐẠI HỘI!</h1><h1>Giao ban</h1>', 'Giao ban'],
    [
      'no name of the site',
      '<meta property="og:site_name" content="Báo A"><h1>Báo A</h1><meta property="og:title" content="Giao ban | Báo A">',
      'Giao ban',
    ],
    ['the head last', '<title> Giao ban  - Trang thông tin huyện </title><p>x</p>', 'Giao ban'],
    ['nothing', '<p>x</p>', null],
  ])('%s', (_, html, title, selector = '', engine = '') => expect(find(html, selector, engine)).toBe(title));
});

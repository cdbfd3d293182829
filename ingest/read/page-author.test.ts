import { describe, expect, it } from 'vitest';
import { engines } from './engines.ts';
import { listShown, openPage } from './markup.ts';
import { findAuthor, personOf, readBylineAuthor } from './page-author.ts';
import { readStructured } from './structured.ts';

describe('findAuthor', () => {
  const find = (html: string, selector = '', engineId = ''): string | null => {
    const opened = openPage(html);
    if (opened.kind !== 'page') throw new Error('The page of this test should open.');
    const { page } = opened;
    const engine = engines.find(({ id }) => id === engineId) ?? null;
    return findAuthor(
      { page, engine, facts: readStructured(page), title: null, body: null },
      listShown(page),
      selector,
    );
  };

  it.each([
    ['the source file', '<b class="author">Sai</b><i class="x">Nhóm tin trẻ</i>', 'Nhóm tin trẻ', '.x'],
    ['the engine', '<b class="author">Sai</b><i class="cms-author">Minh Châu</i>', 'Minh Châu', '', 'hemera'],
    ['microdata in an attribute', '<span itemprop="author" content="Minh Châu"></span>', 'Minh Châu'],
    ['a class', '<p class="author">Tác giả: Minh  Châu</p>', 'Minh Châu'],
    [
      'a source beside the author',
      '<div class="news_column"><p class="h5 text-right">Nguồn tin: Báo A</p><p class="h5 text-right">Tác giả: Minh Châu</p></div>',
      'Minh Châu',
      '',
      'nukeviet',
    ],
    ['a date is none', '<p class="author">05/04/2022 16:05</p>', null],
    ['other news', '<ul><li><p class="author">Minh Châu</p></li></ul>', null],
    ['an account is none', '<p class="author">Super User</p>', null],
    ['nobody', '<p>Minh Châu</p>', null],
  ])('%s', (_, html, wanted, selector = '', engine = '') => expect(find(html, selector, engine)).toBe(wanted));
});

describe('readBylineAuthor', () => {
  it.each([
    [['Quốc Bảo - 08:15 14/10/2023'], 'Quốc Bảo'],
    [['Cẩm Khê', 'Ngày đăng: 14/10/2023 08:15 | Tác giả: An Hạ'], 'An Hạ'],
    [['Quốc Bảo'], null],
    [['14/10/2023 08:15'], null],
    [['Super User | 14/10/2023'], null],
  ])('%j', (lines, wanted) => expect(readBylineAuthor(lines)).toBe(wanted));
});

describe('personOf', () => {
  it.each([
    ['Minh Châu', null, 'Minh Châu'],
    ['Báo Cẩm Khê', 'báo cẩm khê', null],
    ['admin', null, null],
    ['https://fb.example/x', null, null],
    [null, null, null],
  ])('%s at %s', (author, site, wanted) => expect(personOf(author, site)).toBe(wanted));
});

import { describe, expect, it } from 'vitest';
import { findBody } from './body.ts';
import { engines } from './engines.ts';
import { openPage } from './markup.ts';
import { tidyLine } from './wording.ts';

const sentence =
  'Hội nghị nghe báo cáo kết quả thực hiện nghị quyết về chỉnh trang đô thị, sản xuất và đời sống nhân dân.';
const prose = `<p>${sentence}</p>`.repeat(4);
const card = `<article><div class="post-content"><h3><a href="/x">Xã đón nhà văn hóa mới</a></h3><p>${sentence}</p></div></article>`;
const menu = `<ul>${'<li><a href="/x">Tin tức của các xã trong huyện hôm nay và hôm qua</a></li>'.repeat(30)}</ul>`;

describe('findBody', () => {
  const cases: readonly { note: string; html: string; how: string | null; selector?: string; engine?: string }[] = [
    {
      note: 'the source file',
      html: `<div class="a">${prose}</div><div class="b"><p>Ngắn</p></div>`,
      selector: '.b',
      how: 'source',
    },
    {
      note: 'a source file that missed',
      html: `<div class="detail-content">${prose}</div>`,
      selector: '.b',
      how: 'markup',
    },
    { note: 'the engine', html: `<div class="cms-body">${prose}</div>`, engine: 'hemera', how: 'engine' },
    { note: 'microdata', html: `<div itemprop="articleBody">${prose}</div>`, how: 'markup' },
    {
      note: 'microdata on each paragraph',
      html: `<article>${prose.replaceAll('<p>', '<p itemprop="articleBody">')}</article>`,
      how: 'markup',
    },
    { note: 'the only article', html: `${menu}<article>${prose}<article>Tin khác</article></article>`, how: 'markup' },
    {
      note: 'Readability',
      html: `<body>${menu}<div id="x">${prose.repeat(2)}</div><div><p>${sentence}</p>${menu}</div></body>`,
      how: 'readability',
    },
    {
      note: 'all prose of the page in one element',
      html: `<body>${menu}<div id="x">${prose.repeat(2)}</div><div>${menu}</div></body>`,
      how: 'densest',
    },
    {
      note: 'Readability, in a form',
      html: `<body><form>${menu}<div id="x">${prose.repeat(2)}</div><div><p>${sentence}</p></div></form></body>`,
      how: 'readability',
    },
    {
      note: 'a cell of a layout of tables',
      html: `<table><tr><td>${menu}</td><td><font>${sentence}<br><br>${sentence}</font></td><td>Tiện ích</td></tr></table>`,
      how: 'densest',
    },
    {
      note: 'a class whose name goes on behind a sign',
      html: `<div class="lg:w-2/3 article-content">${prose.repeat(2)}</div>`,
      how: 'markup',
    },
    {
      note: 'the text, and not the cards of other news',
      html: `${card.repeat(3)}<div class="entry-content">${prose.repeat(2)}</div>`,
      how: 'markup',
    },
    {
      note: 'a text of no name beside the cards of other news',
      html: `${card.repeat(3)}<div id="x">${prose.repeat(4)}</div>`,
      how: 'densest',
    },
    {
      note: 'a page that readers may comment on',
      html: `<div class="comments-enabled">${menu}<div id="x">${prose.repeat(2)}</div></div>`,
      how: 'densest',
    },
    { note: 'a footer is no body', html: `<body>${menu}<div class="footer">${prose}</div></body>`, how: null },
    { note: 'a menu is no body', html: `<body>${menu}</body>`, how: null },
    { note: 'nothing', html: '', how: null },
  ];
  it.each(cases)('$note', ({ html, selector, engine, how }) => {
    const opened = openPage(html);
    if (opened.kind !== 'page') throw new Error('The page of this test should open.');
    const found = findBody(opened.page, html, selector ?? '', engines.find(({ id }) => id === engine) ?? null);
    expect(found?.how ?? null).toBe(how);
    if (how !== null && how !== 'source') expect(tidyLine(found?.root.text() ?? '').startsWith(sentence)).toBe(true);
  });

  it('takes all paragraphs where each is said to be the body', () => {
    const opened = openPage(`<div>${prose.replaceAll('<p>', '<p itemprop="articleBody">')}</div>`);
    if (opened.kind !== 'page') throw new Error('The page of this test should open.');
    expect(findBody(opened.page, '', '', null)?.root.text()).toBe(sentence.repeat(4));
  });

  it('finds the place in the page of what Readability took', () => {
    const html = `<body>${menu}<div id="x">${prose.repeat(2)}<p>${sentence} Hết.</p></div><div><p>${sentence}</p>${menu}</div></body>`;
    const opened = openPage(html);
    if (opened.kind !== 'page') throw new Error('The page of this test should open.');
    expect(findBody(opened.page, html, '', null)?.element?.attribs['id']).toBe('x');
  });

  it('weighs a page too large for Readability', () => {
    const html = `<div>${menu}</div><div id="x">${prose}</div>`;
    const opened = openPage(html);
    if (opened.kind !== 'page') throw new Error('The page of this test should open.');
    const found = findBody(opened.page, html.padEnd(1_600_000), '', null);
    expect(found).toMatchObject({ how: 'densest' });
    expect(found?.root.attr('id')).toBe('x');
  });
});

describe('a text in parts', () => {
  const part = `<div class="article-body part">${prose}</div>`;
  const lengthOf = (html: string): number => {
    const opened = openPage(html);
    if (opened.kind !== 'page') throw new Error('The page of this test should open.');
    const root = findBody(opened.page, html, '', null)?.root;
    return Math.round(tidyLine(root?.text() ?? '').length / tidyLine(sentence.repeat(4)).length);
  };
  it.each([
    ['cut by an advertisement', `<div><h1>Giao ban</h1>${part}<p>Quảng cáo</p>${part}</div>`, 2],
    ['a short one is another box', `<div>${part}<div class="article-body part"><p>Liên hệ</p></div></div>`, 1],
    ['another article below, with its heading', `<div><h1>Một</h1>${part}</div><div><h1>Hai</h1>${part}</div>`, 1],
    ['another article below, marked', `<article>${part}</article><article>${part}</article>`, 1],
    [
      'paragraph by paragraph, the short ones too',
      `<article>${`<div class="x-1 article-body">${sentence}</div><div class="x-1 article-body">Ngắn.</div>`.repeat(12)}</article>`,
      3,
    ],
    ['two, and another article below', `<article>${part}${part}</article><article>${part}</article>`, 2],
    ['another class', `<div>${part}<div class="article-body">${prose}</div></div>`, 1],
  ])('%s', (_, html, parts) => expect(lengthOf(html)).toBe(parts));
});

import { describe, expect, it } from 'vitest';
import { readListPage } from './list-page.ts';

const at = 'https://portal.example/Trang/tin.aspx?Cat=82&Page=1';
const read = (html: string, selector: string | null = null) =>
  readListPage(new TextEncoder().encode(html), 'text/html', at, selector);
const urls = async (html: string, selector: string | null = null) =>
  (await read(html, selector)).links.map(({ url }) => url);

describe('readListPage', () => {
  it('takes links in the page’s order, each once, with the longest of their titles', async () => {
    const list = await read(
      `<a href="?nid=2"><img src="a.jpg"></a><h3><a href="?nid=2#top">Họp giao ban</a></h3><h3><a href="/Trang/b.aspx?nid=1" title="Kỳ họp"></a></h3>`,
    );
    expect(list.links.map(({ url, title }) => [url, title])).toEqual([
      ['https://portal.example/Trang/tin.aspx?nid=2', 'Họp giao ban'],
      ['https://portal.example/Trang/b.aspx?nid=1', 'Kỳ họp'],
    ]);
  });

  it.each([
    ['links themselves', 'h3 a'],
    ['what stands around them', 'div.tin'],
  ])('selects %s', async (_note, selector) => {
    const html =
      '<a href="/menu">Menu</a><div class="tin"><h3><a href="/1">Một</a></h3><h3><a href="/2">Hai</a></h3></div>';
    expect(await urls(html, selector)).toEqual(['https://portal.example/1', 'https://portal.example/2']);
  });

  it('leaves alone what only a script or a form can follow', async () => {
    const html = `<a href="javascript:void(0)">x</a><a href="javascript:__doPostBack('g','Page$2')">2</a><a href="#">y</a><a href="mailto:a@b.example">z</a><a>w</a><a href="/1">1</a>`;
    expect(await urls(html)).toEqual(['https://portal.example/1']);
  });

  it.each([
    ['on its host', '<base href="/khac/">', 'https://portal.example/khac/1'],
    ['on another host', '<base href="https://cu.example/">', 'https://portal.example/Trang/1'],
  ])('heeds a <base> %s only', async (_note, base, expected) => {
    expect(await urls(`<head>${base}</head><a href="1">1</a>`)).toEqual([expected]);
  });

  it.each([
    ['nothing to follow', '<p>Đang cập nhật</p>', null, 'list-without-links'],
    ['another layout', '<a href="/1">1</a>', 'h3 a', 'list-without-links'],
    ['pages turned by a form', `<a href="javascript:__doPostBack('g','Page$2')">2</a>`, null, 'list-by-script'],
    ['no page', '\u0000\u0001\u0002', null, 'list-unreadable'],
    ['a page nested without end', '<div>'.repeat(2000), null, 'list-unreadable'],
  ])('warns of %s', async (_note, html, selector, code) => {
    const list = await read(html, selector);
    expect(list.links).toEqual([]);
    expect(list.warnings.map((warning) => warning.code)).toEqual([code]);
  });
});

import { expect, it } from 'vitest';
import { refreshTarget } from './meta-refresh.ts';

const here = new URL('http://bao.example/tin/bai-1.html');
const bytes = (page: string) => new TextEncoder().encode(page);
const read = (page: string, type: string | null = 'text/html; charset=utf-8') =>
  refreshTarget(here, bytes(page), type)?.href ?? null;
const meta = (content: string) => `<meta http-equiv="refresh" content="${content}">`;
const moved = 'http://bao.example/moi/bai-1.html';

it.each([
  ['0;url=/moi/bai-1.html', moved],
  ['0; URL=../moi/bai-1.html', moved],
  ["3;url='/moi/bai-1.html'", moved],
  ['0.5, http://bao.example/moi/bai-1.html', moved],
  ['0;url=/moi/bai-1.html#cuoi', moved],
  ['0;url=/x.aspx?a=1&amp;b=2', 'http://bao.example/x.aspx?a=1&b=2'],
  ['0;url=/moi/bài.html', 'http://bao.example/moi/b%C3%A0i.html'],
  ['0;url=http://khac.example/', 'http://khac.example/'],
  ['300', null],
  ['0', null],
  ['60;url=/moi/bai-1.html', null],
  ['0;url=bai-1.html', null],
  ['0;url=#dau', null],
  ['0;url=http://[', null],
])('content %j leads to %s', (content, target) => {
  expect(read(meta(content))).toBe(target);
});

it.each([
  ["<META CONTENT='0;URL=/moi/bai-1.html' HTTP-EQUIV=Refresh>", moved],
  ['<meta http-equiv=refresh content=0;url=/moi/bai-1.html>', moved],
  [`<title>Bài viết đã chuyển</title><body><p>Trang đang được chuyển…</p>${meta('0;url=/moi/bai-1.html')}`, moved],
  [`<base href="http://bao.example/moi/">${meta('0;url=bai-1.html')}`, moved],
  [`<noscript>${meta('0;url=/khong-js')}</noscript>`, null],
  [`<!-- ${meta('0;url=/cu')} -->`, null],
  [`<script>document.write('${meta('0;url=/cu')}')</script>`, null],
  [`${meta('0;url=/moi/bai-1.html')}<p>${'Xã họp bàn việc trồng rừng. '.repeat(30)}</p>`, null],
  [`${meta('0;url=/moi/bai-1.html')}${' '.repeat(70_000)}`, null],
  ['<meta name="refresh" content="0;url=/moi/bai-1.html">', null],
  ['<p>Không có gì</p>', null],
])('%s', (page, target) => {
  expect(read(page)).toBe(target);
});

it('is looked for in pages only', () => {
  expect(read(meta('0;url=/a'), 'application/pdf')).toBeNull();
  expect(read(meta('0;url=/a'), null)).toBe('http://bao.example/a');
});

it.each(['<!--', '<meta ', '<base ', '<meta http-equiv="refresh" content="', '<', 'content='])(
  'takes its time once over for a page of nothing but %s',
  (piece) => {
    const started = performance.now();
    read(piece.repeat(Math.floor(65_000 / piece.length)));
    expect(performance.now() - started).toBeLessThan(500);
  },
);

import { expect, it } from 'vitest';
import { roughWords } from './rough-words.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each([
  ['<h1>Không tìm thấy</h1><p>trang</p>', 'Không tìm thấy trang'],
  ['<script>var a = "<p>";</script>Thông báo', 'Thông báo'],
  ['<NAV>Trang chủ<b>Tin</b></NAV><main>Đăng nhập</main><footer>x</footer>', 'Đăng nhập'],
  ['<header>x', ''],
  ['chỉ có chữ', 'chỉ có chữ'],
  ['a < b', 'a'],
  ['', ''],
])('%s: %s', (html, words) => {
  expect(roughWords(bytes(html))).toBe(words);
});

it('comes to an end on what is no page', () => {
  expect(roughWords(bytes('<'.repeat(50_000)))).toBe('');
  expect(roughWords(bytes('<nav>'.repeat(20_000)))).toBe('');
});

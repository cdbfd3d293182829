import { describe, expect, it } from 'vitest';
import { articlePath, changeAddress, documentPath, href, parametersOf, safeHref, searchPath } from './address.ts';

describe('href', () => {
  it.each([
    ['/', 'vi', '/'],
    ['/', 'en', '/?lang=en'],
    ['/tim?q=nq+21', 'en', '/tim?q=nq+21&lang=en'],
    ['/bai-viet/1#c3', 'en', '/bai-viet/1?lang=en#c3'],
    ['/tim?lang=en&q=a', 'vi', '/tim?q=a'],
    ['/tim?lang=vi', 'en', '/tim?lang=en'],
  ] as const)('%s in %s is %s', (path, lang, expected) => {
    expect(href(path, lang)).toBe(expected);
  });

  it.each(['//evil.example/x', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', ''])(
    'never leads away by %j',
    (path) => {
      expect(href(path, 'vi')).toBe('/');
    },
  );
});

describe('changeAddress', () => {
  it.each([
    ['/tim?q=a&page=3', { page: null }, '/tim?q=a'],
    ['/tim?q=a', { type: 'QĐ' }, '/tim?q=a&type=Q%C4%90'],
    ['/tim?q=a&type=NQ', { type: '' }, '/tim?q=a'],
    ['/tim?q=a&q=b', { q: 'c' }, '/tim?q=c'],
  ])('%s with %j is %s', (path, changes, expected) => {
    expect(changeAddress(path, changes)).toBe(expected);
  });

  it('reads back what it wrote, whatever was typed', () => {
    const query = 'a&b=c#d?e%20f+ “giải phóng” \\ /';
    expect(parametersOf(searchPath(query))).toEqual([['q', query]]);
  });
});

describe('safeHref', () => {
  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    '//evil.example',
    '/\t/evil.example',
    '/\\evil.example',
    'ftp://a.example/',
    'http://',
    'https:evil.example',
    '#a b',
    '',
  ])('refuses %j', (address) => {
    expect(safeHref(address)).toBeNull();
  });

  it.each([
    ['https://portal.example.vn/tin?nid=1', 'https://portal.example.vn/tin?nid=1'],
    ['HTTP://Portal.example.vn', 'http://portal.example.vn/'],
    ['https://a.example/"onclick=1', 'https://a.example/%22onclick=1'],
    ['/tim?q=a', '/tim?q=a'],
    ['#c0', '#c0'],
  ])('lets %s through as %s', (address, expected) => {
    expect(safeHref(address)).toBe(expected);
  });
});

describe('paths', () => {
  it('keeps an id inside its own segment', () => {
    expect(documentPath('../quan-tri?x#y')).toBe('/van-ban/..%2Fquan-tri%3Fx%23y');
    expect(href(documentPath('a/../../b'), 'en')).toBe('/van-ban/a%2F..%2F..%2Fb?lang=en');
  });

  it('names the anchor of a citation', () => {
    expect(articlePath('93a2', 0)).toBe('/bai-viet/93a2#c0');
    expect(articlePath('93a2')).toBe('/bai-viet/93a2');
  });
});

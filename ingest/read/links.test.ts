import { describe, expect, it } from 'vitest';
import type { Attachment } from './article.ts';
import { isSameSite, readAttachments, settleCanonical } from './links.ts';
import { openPage, selectSafely } from './markup.ts';

describe('isSameSite', () => {
  it.each([
    ['camkhe.example', 'www.camkhe.example', true],
    ['m.camkhe.example', 'WWW.camkhe.example', true],
    ['camkhe.quanghai.gov.vn', 'quanghai.gov.vn', true],
    ['a.quanghai.gov.vn', 'b.quanghai.gov.vn', false],
    ['quanghai.gov.vn', 'gov.vn', false],
    ['camkhe.com.vn', 'com.vn', false],
    ['camkhe.example', 'xcamkhe.example', false],
    ['camkhe.example', 'example', false],
  ])('%s, %s', (a, b, same) => {
    expect(isSameSite(a, b)).toBe(same);
    expect(isSameSite(b, a)).toBe(same);
  });
});

describe('settleCanonical', () => {
  const url = 'https://www.camkhe.example/tin/1.html?utm_source=x';
  it.each([
    [['/tin/1.html'], 'https://www.camkhe.example/tin/1.html'],
    [['https://khac.example/1', 'https://camkhe.example/tin/1.html#x'], 'https://camkhe.example/tin/1.html'],
    [['https://camkhe.example/', 'https://camkhe.example/index.html', '/default.aspx'], null],
    [
      ['javascript:alert(1)', 'http://[', 'ftp://camkhe.example/a', ''],
      'https://www.camkhe.example/tin/1.html?utm_source=x',
    ],
    [[], null],
  ])('%j', (own, wanted) =>
    expect(
      settleCanonical(
        own.filter((address) => address !== '' || wanted === null),
        url,
      ),
    ).toBe(wanted === url ? null : wanted),
  );

  it('is nothing for an article without a web address', () => {
    expect(settleCanonical(['https://camkhe.example/1'], 'urn:sha256:00')).toBeNull();
  });
});

describe('readAttachments', () => {
  const read = (html: string, url = 'https://camkhe.example/tin/1.html'): readonly Attachment[] => {
    const opened = openPage(html);
    if (opened.kind !== 'page') throw new Error('The page of this test should open.');
    return readAttachments(opened.page, [selectSafely(opened.page, 'main')], url);
  };

  it.each([
    ['<a href="kh.pdf"> Kế  hoạch </a>', 'https://camkhe.example/tin/kh.pdf', 'Kế hoạch', 'pdf'],
    ['<a href="//media.camkhe.example/a.XLSX?v=2"></a>', 'https://media.camkhe.example/a.XLSX?v=2', 'a.XLSX', 'xlsx'],
    ['<a href="/tai-ve?id=7" download="QĐ 7.pdf"></a>', 'https://camkhe.example/tai-ve?id=7', 'QĐ 7.pdf', null],
    ['<a class="itemtep" data-href="/t/p.doc" title="Phụ lục">Xem</a>', 'https://camkhe.example/t/p.doc', 'Xem', 'doc'],
    [
      '<iframe data-src="/xem/web/viewer.html?file=/u/a%20b.pdf"></iframe>',
      'https://camkhe.example/u/a%20b.pdf',
      'a b.pdf',
      'pdf',
    ],
    ['<object data="/u/a.zip"></object>', 'https://camkhe.example/u/a.zip', 'a.zip', 'zip'],
    ['<a href="/u/%E0%A4%A.rtf"></a>', 'https://camkhe.example/u/%E0%A4%A.rtf', '%E0%A4%A.rtf', 'rtf'],
  ])('%s', (html, url, title, type) => expect(read(`<main>${html}</main>`)).toEqual([{ url, title, type }]));

  it.each([
    '<a href="/tin/2.html">Tin</a>',
    '<a href="javascript:x.pdf">x</a>',
    '<a href="data:application/pdf;base64,a.pdf">x</a>',
    '<a href="file:///etc/a.pdf">x</a>',
    '<a href="#a.pdf">x</a>',
    '<a href="http://[x.pdf">x</a>',
    '<iframe src="https://video.example/embed/7"></iframe>',
  ])('%s is none', (html) => expect(read(`<main>${html}</main>`)).toEqual([]));

  it('stays inside the article, and lists a file once', () => {
    expect(read('<a href="/menu.pdf">x</a><main><a href="/a.pdf">Một</a><a href="/a.pdf#2">Hai</a></main>')).toEqual([
      { url: 'https://camkhe.example/a.pdf', title: 'Một', type: 'pdf' },
    ]);
  });

  it('follows a <base> within the site only', () => {
    const page = (base: string): string => `<base href="${base}"><main><a href="a.pdf">x</a></main>`;
    expect(read(page('https://www.camkhe.example/files/'))[0]?.url).toBe('https://www.camkhe.example/files/a.pdf');
    expect(read(page('https://khac.example/'))[0]?.url).toBe('https://camkhe.example/tin/a.pdf');
  });

  it('has no relative links without a web address', () => {
    expect(
      read('<main><a href="/a.pdf">x</a><a href="https://camkhe.example/b.pdf">y</a></main>', 'urn:sha256:00'),
    ).toHaveLength(1);
  });
});

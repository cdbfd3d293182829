/** What people and machines type by accident or on purpose: never our fault, and never more than one line in the log. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../test/serving.ts';
import { siteArticles } from '../test/site-articles.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(siteArticles);
});
afterAll(() => site.close());

const signs = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'];
const controls = Array.from({ length: 32 }, (_, code) => [
  String.fromCharCode(code),
  `a${String.fromCharCode(code)}=1`,
]).flat();
const operators = [
  'AND',
  'OR',
  'NOT',
  'NEAR',
  'NEAR(a b)',
  'a AND',
  'OR b',
  'NOT',
  'a NOT b',
  'a:b',
  'title:a',
  'a*',
  '^a',
  'col:"a"',
];
const quotes = [
  '"',
  '""',
  '"""',
  '"a',
  'a"',
  '"a"b"',
  "'",
  "''",
  "a'b",
  '“a”',
  '„a',
  '«a»',
  '`a`',
  '"a b" c"',
  '-"a b"',
];
const codes = [
  ...[
    '21-NQ/TU',
    '21 – NQ / Tu',
    '337/2021/NQ-HĐND',
    'nq 21',
    'nq',
    '21',
    '0',
    '-1',
    '1e9',
    '٢١-NQ/TU',
    '21-NQ/TU/21-NQ/TU',
  ],
  ...[
    '00000000000000000000021-NQ/TU',
    '999999999999999999999999/NQ-CP',
    '1/1/1/1/1/1/1/1',
    '---',
    '///',
    'a-b-c-d-e-f/g/h/i',
  ],
];
const injections = [
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE articles; --',
    "') UNION SELECT 1 --",
    '1;SELECT sqlite_version()',
    '%',
    '_',
    '%%%',
    'a%b',
    '\\',
    '\\0',
  ],
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '{{7*7}}',
    '$'.concat('{7*7}'),
    '<%= 7 %>',
    '%3Cscript%3E',
  ],
  ...[
    '../../../etc/passwd',
    '..\\..\\windows',
    'file:///etc/passwd',
    'http://127.0.0.1/',
    '\r\nSet-Cookie: a=b',
    'a\r\n\r\nb',
    '$(id)',
    '`id`',
    '| id',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'null',
    'undefined',
    'NaN',
    'Infinity',
    'true',
    '[object Object]',
    '[]',
    '{}',
  ],
];
const letters = [
  ...[
    'ệ',
    'ệ'.normalize('NFD'),
    'Đ',
    'đ',
    'Ð',
    'ǆ',
    'ß',
    'İ',
    'ı',
    'ﬁ',
    '½',
    '①',
    '㍿',
    '﷽',
    '中文',
    'العربية',
    'עברית',
    '한국어',
    'ไทย',
  ],
  ...[
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u00ad',
    '\u202e',
    '\u2066a\u2069',
    '\u2028',
    '\u2029',
    '\ufffd',
    '\u{1f600}',
    '\u{1f468}\u200d\u{1f469}',
    '\u{10ffff}',
  ],
  ...[
    'Z\u0351\u036b\u0343',
    'e'.concat('\u0301'.repeat(200)),
    '\u0301',
    '\u1ec7\u0323',
    'ﾊﾝｶｸ',
    '＝１＋１',
    'Ａ',
    'a\u0000b',
    '\u0000',
  ],
];
const lengths = [
  'a',
  'a '.repeat(200),
  'a'.repeat(512),
  '-'.repeat(512),
  '"'.repeat(511),
  '('.repeat(300),
  ' '.repeat(500),
  '1-'.repeat(250),
  'nq 21 tu '.repeat(50),
];
const naughty = [...signs, ...controls, ...operators, ...quotes, ...codes, ...injections, ...letters, ...lengths];

const places: readonly (readonly [name: string, path: (text: string) => string])[] = [
  ['search', (text) => `/api/v1/search?q=${text}`],
  ['resolve', (text) => `/api/v1/resolve?code=${text}`],
  ['filters', (text) => `/api/v1/search?type=${text}&issuer=${text}&source=${text}&year=${text}`],
  ['meetings', (text) => `/api/v1/meetings?q=${text}&chair=${text}`],
  ['cites and page', (text) => `/api/v1/meetings?cites=${text}&page=${text}`],
  ['a document', (text) => `/api/v1/documents/${text}/citations`],
  ['an article', (text) => `/api/v1/articles/${text}/snapshot`],
  ['an export', (text) => `/api/v1/export/${text}.csv`],
  ['the results page', (text) => `/tim?q=${text}&issuer=${text}&page=${text}`],
  ['a results page of words', (text) => `/tim?q=${text}`],
  ['the list of meetings', (text) => `/cuoc-hop?q=${text}&chair=${text}&cites=${text}`],
  ['the page of a document', (text) => `/van-ban/${text}`],
  ['the filters of a document', (text) => `/van-ban/nq-31-tu.song-mo.2020?host=${text}&chair=${text}&purpose=${text}`],
  ['the page of a meeting', (text) => `/cuoc-hop/${text}?lang=${text}`],
  ['any address', (text) => `/${text}`],
];

describe('naughty strings', () => {
  it('are two hundred and more', () => {
    expect(new Set(naughty).size).toBeGreaterThanOrEqual(200);
  });

  it.each(places)('in %s never break it', async (_name, path) => {
    const broken: unknown[] = [];
    for (const text of naughty) {
      const address = path(encodeURIComponent(text));
      const { status } = await site.get(address);
      if (status >= 500 || status < 200) broken.push([status, address]);
    }
    expect(broken).toEqual([]);
  });

  it('in a text to be extracted never break it', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ text: `${naughty.join(' ')} \ud800 Chỉ thị số 18-CT/TW` });
    const { status, json } = await site.get('/api/v1/extract', { method: 'POST', headers, body });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      citations: expect.arrayContaining([expect.objectContaining({ canonical: '18-CT/TW' })]),
    });
  });

  it.each([
    '/%',
    '/%zz',
    '/%c0%ae',
    '/van-ban/%ff',
    '/tim?q=%ff%fe',
    '/tim?q=%',
    '/tim?%00=%00',
    '/api/v1/search?q=%e1%bb',
    '//example.org',
    '/tim?q=a&q=b',
    '/tim?q[a]=b',
    '/tim?__proto__=a&constructor=b',
    '/?lang=en&lang=vi',
  ])('in raw addresses never break it: %s', async (path) => {
    expect((await site.get(path)).status).toBeLessThan(500);
  });

  it('leave one line of JSON in the log for each event, without control characters', () => {
    for (const line of site.lines) {
      expect(() => JSON.parse(line)).not.toThrow();
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f]/);
    }
  });
});

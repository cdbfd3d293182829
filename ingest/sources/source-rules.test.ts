import { describe, expect, it } from 'vitest';
import { hostsOf, isOwnAddress } from './own-hosts.ts';
import { parseSource, type Source } from './source-file.ts';
import { isArticleAddress } from './source-rules.ts';

function aSource(more = ''): Source {
  const text = `id: hakhe\nname: Hạ Khê\nhome: https://hakhe.example/\ndiscover: {feeds: [https://hakhe.example/rss]}\n${more}`;
  const parsed = parseSource(text, 'hakhe.yaml');
  if (parsed.kind === 'faults') throw new Error(parsed.faults.join());
  return parsed.source;
}

describe('the hosts of a source', () => {
  const source = aSource('hosts: [Media.Example, "127.0.0.1:8080", 127.0.0.2]\n');

  it('are its home’s and those it names', () => {
    expect([...hostsOf(source)]).toEqual(['hakhe.example', 'media.example', '127.0.0.1:8080', '127.0.0.2']);
  });

  it.each([
    ['https://hakhe.example/tin', true],
    ['http://hakhe.example:80/tin', true],
    ['https://media.example/a.pdf', true],
    ['http://127.0.0.1:8080/tin', true],
    ['http://127.0.0.2:8080/tin', true],
    ['http://127.0.0.1/tin', false],
    ['http://127.0.0.1:8081/tin', false],
    ['http://127.0.0.2:8081/tin', false],
    ['https://www.hakhe.example/tin', false],
    ['https://hakhe.example.khac.example/tin', false],
    ['https://hakhe.example@khac.example/tin', false],
    ['ftp://hakhe.example/tin', false],
    ['tin', false],
  ])('%s: %s', (url, isOwn) => {
    expect(isOwnAddress(source, url)).toBe(isOwn);
  });
});

describe('isArticleAddress', () => {
  const ruled = aSource('article: {include: ["[?&]nid=\\\\d+"], exclude: ["/print/", "[?&]in=1"]}\n');

  it.each([
    ['what is included', 'https://hakhe.example/t.aspx?nid=4', true],
    ['what is not', 'https://hakhe.example/t.aspx?bvid=4', false],
    ['what is excluded too', 'https://hakhe.example/print/t.aspx?nid=4', false],
    ['another host', 'https://khac.example/t.aspx?nid=4', false],
  ])('%s', (_note, url, isArticle) => {
    expect(isArticleAddress(ruled, url)).toBe(isArticle);
  });

  it('asks all spellings: one included is enough, none may be excluded', () => {
    const spelled = 'https://hakhe.example/t.aspx?nid=4';
    expect(isArticleAddress(ruled, spelled, 'https://hakhe.example/(S(x1))/t.aspx?Keyword=&nid=4')).toBe(true);
    expect(isArticleAddress(ruled, spelled, `${spelled}&in=1`)).toBe(false);
  });

  it.each([
    ['https://hakhe.example/tin/hop-giao-ban', true],
    ['https://hakhe.example/ke-hoach.pdf', true],
    ['https://hakhe.example/?nid=4', true],
    ['https://hakhe.example/', false],
    ['https://hakhe.example/index.html', false],
    ['https://hakhe.example/anh/a.JPG', false],
    ['https://hakhe.example/rss/home.rss', false],
  ])('without rules, %s: %s', (url, isArticle) => {
    expect(isArticleAddress(aSource(), url)).toBe(isArticle);
  });
});

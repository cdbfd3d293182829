import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isOwnAddress } from './own-hosts.ts';
import { parseSource } from './source-file.ts';

const least =
  'id: hakhe\nname: Cổng Hạ Khê\nhome: https://hakhe.example/\ndiscover: {feeds: [https://hakhe.example/rss]}\n';

describe('parseSource', () => {
  it('fills what may be left out', () => {
    expect(parseSource(least, 'a/hakhe.yaml')).toMatchObject({
      kind: 'source',
      source: {
        id: 'hakhe',
        hosts: [],
        delay_ms: 1000,
        max_pages: 2000,
        enabled: true,
        ca_file: null,
        attachments: true,
      },
    });
  });

  it('keeps a place whose names are in no table', () => {
    const parsed = parseSource(`${least}place: {province: Quảng Hải, district: Hạ Khê}\n`, 'hakhe.yaml');
    expect(parsed).toMatchObject({ source: { place: { province: 'Quảng Hải', district: 'Hạ Khê' } } });
  });

  it('leaves YAML words as they are: "no" is a word, a date stays text', () => {
    const parsed = parseSource(least.replace('Cổng Hạ Khê', 'no'), 'hakhe.yaml');
    expect(parsed).toMatchObject({ source: { name: 'no' } });
  });

  it.each([
    ['a name in capitals', 'Media.HaKhe.Example', 'media.hakhe.example'],
    ['a port', '127.0.0.1:8080', '127.0.0.1:8080'],
    ['IPv6', '"[::1]:8080"', '[::1]:8080'],
  ])('takes a host with %s', (_note, written, host) => {
    expect(parseSource(`${least}hosts: [${written}]\n`, 'hakhe.yaml')).toMatchObject({ source: { hosts: [host] } });
  });

  it('takes lists on other hosts that it names, and http beside https', () => {
    const feeds = 'feeds: [http://hakhe.example/rss, "https://TIN.hakhe.example/rss"]';
    const text = `${least.replace(/feeds: \[[^\]]*\]/, feeds)}hosts: [tin.hakhe.example]\n`;
    expect(parseSource(text, 'hakhe.yaml')).toMatchObject({ kind: 'source' });
  });

  it.each([
    ['an address that is none', least.replace('https://hakhe.example/\n', 'hakhe\n'), 'hakhe.yaml, line 3: home'],
    ['a scheme that is not fetched', least.replace('home: https', 'home: file'), 'hakhe.yaml, line 3: home'],
    [
      'nothing to discover',
      least.replace('[https://hakhe.example/rss]', '[]'),
      'line 4: discover: expected one or more',
    ],
    [
      'a feed on a host that is not the source’s',
      least.replace('https://hakhe.example/rss', 'https://hakhe.example/rss, https://khac.example/rss'),
      'hakhe.yaml, line 4: discover.feeds.1: expected an address on hakhe.example; name its host',
    ],
    [
      'a list there',
      `${least}hosts: [www.hakhe.example]\n`.replace(
        'feeds: [https://hakhe.example/rss]',
        'lists: [{url: "https://hakhe.example.khac.example/{page}"}]',
      ),
      'line 4: discover.lists.0.url: expected an address on hakhe.example or www.hakhe.example',
    ],
    [
      'a sitemap at another port',
      least.replace('feeds: [https://hakhe.example/rss]', 'sitemaps: ["https://hakhe.example:8443/a.xml"]'),
      'line 4: discover.sitemaps.0: expected',
    ],
    ['an unknown key', `${least}delay: 5\n`, 'hakhe.yaml, line 5: delay: '],
    ['one further in', `${least}article:\n  include: [a]\n  includes: [b]\n`, 'hakhe.yaml, line 7: article.includes: '],
    ['the second of two', `${least}delay: 5\n\n# x\npause: 6\n`, 'hakhe.yaml, line 8: pause: '],
    ['what is left out', least.replace(/name: .*\n/, ''), 'hakhe.yaml, line 1: name: '],
    [
      'what is left out of a list',
      `${least}  # x\n`.replace('feeds: [https://hakhe.example/rss]', 'lists: [{pages: 2}]'),
      'hakhe.yaml, line 4: discover.lists.0.url: ',
    ],
    ['a key named twice', `${least}name: Hai\n`, 'hakhe.yaml, line 5: Map keys must be unique'],
    ['an alias of nothing', `${least}place: *none\n`, 'hakhe.yaml, line 5: Unresolved alias'],
    [
      'aliases of aliases',
      `${least}a: &a [${'x,'.repeat(99)}]\nb: &b [${'*a,'.repeat(99)}]\nc: [${'*b,'.repeat(99)}]\n`,
      'hakhe.yaml, line 6: Excessive alias count',
    ],
    [
      'a user in an address',
      least.replace('home: https://', 'home: https://ai:do@'),
      'hakhe.yaml, line 3: home: expected an address without',
    ],
    [
      'a host that stands for all',
      `${least}hosts: ["*.hakhe.example"]\n`,
      'hakhe.yaml, line 5: hosts.0: expected a host',
    ],
    ['a broken expression', `${least}article: {include: ["("]}\n`, 'expected a regular expression'],
    [
      'an id that is not the file’s',
      least.replace('id: hakhe', 'id: khac'),
      'hakhe.yaml, line 1: id is "khac", expected "hakhe" as the file is named',
    ],
    ['an id with capitals', least.replace('id: hakhe', 'id: HaKhe'), 'line 1: id'],
    ['a host with its scheme', `${least}hosts: ["https://media.hakhe.example"]\n`, 'line 5: hosts.0: expected a host'],
    ['a host with a path', `${least}hosts: [media.hakhe.example/anh]\n`, 'line 5: hosts.0'],
    ['an empty host', `${least}hosts: [""]\n`, 'line 5: hosts.0'],
    ['a selector that is none', `${least}read: {body: "div["}\n`, 'line 5: read.body: expected a CSS selector'],
    ['a selector to remove that is none', `${least}read: {remove: [.a, "p["]}\n`, 'line 5: read.remove.1'],
    [
      'a list that is no address',
      least.replace('feeds: [https://hakhe.example/rss]', 'lists: [{url: "/tin?p={page}", pages: 2}]'),
      'line 4: discover.lists.0.url: expected an http or https address',
    ],
    [
      'pages without a number to count them by',
      least.replace('feeds: [https://hakhe.example/rss]', 'lists: [{url: "https://hakhe.example/tin", pages: 2}]'),
      'line 4: discover.lists.0.url: expected {page}',
    ],
    [
      'links that are no selector',
      least.replace('feeds: [https://hakhe.example/rss]', 'lists: [{url: "https://hakhe.example/tin", links: "a[["}]'),
      'line 4: discover.lists.0.links',
    ],
    ['broken YAML', `${least}place: {province: "\n`, 'hakhe.yaml, line '],
    ['an empty file', '', 'hakhe.yaml, line 1: the file: '],
    ['a list', '# x\n- a\n- b\n', 'hakhe.yaml, line 2: the file: '],
  ])('%s is a fault that says where', (_note, text, words) => {
    const parsed = parseSource(text, 'hakhe.yaml');
    expect(parsed.kind).toBe('faults');
    expect(parsed.kind === 'faults' ? parsed.faults.join(' ') : '').toContain(words);
  });
});

describe('the sources that come with the program', () => {
  const folder = new URL('../../data/sources/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

  it.each(names)('%s is sound, says what is unconfirmed, and looks only where it may', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const parsed = parseSource(text, name);
    expect(parsed).toMatchObject({ kind: 'source' });
    expect(text.split('id: ')[0]).toMatch(/^# \p{L}/u);
    if (parsed.kind !== 'source') return;
    const { feeds, sitemaps, lists } = parsed.source.discover;
    const walked = [...feeds, ...sitemaps, ...lists.map(({ url }) => url.replace('{page}', '1'))];
    expect(walked.filter((url) => !isOwnAddress(parsed.source, url))).toEqual([]);
  });

  it('are at least fifteen, each of them in docs/sources.md', () => {
    const told = readFileSync(new URL('../../docs/sources.md', import.meta.url), 'utf8');
    expect(names.length).toBeGreaterThanOrEqual(15);
    expect(names.filter((name) => !told.includes(`| \`${name.replace('.yaml', '')}\` |`))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
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
    ['an address that is none', least.replace('https://hakhe.example/\n', 'hakhe\n'), 'hakhe.yaml, line 3: home'],
    ['a scheme that is not fetched', least.replace('home: https', 'home: file'), 'hakhe.yaml, line 3: home'],
    [
      'nothing to discover',
      least.replace('[https://hakhe.example/rss]', '[]'),
      'line 4: discover: expected one or more',
    ],
    ['an unknown key', `${least}delay: 5\n`, 'delay'],
    ['a broken expression', `${least}article: {include: ["("]}\n`, 'expected a regular expression'],
    ['an id that is not the file’s', least.replace('id: hakhe', 'id: khac'), 'expected "hakhe" as the file is named'],
    ['an id with capitals', least.replace('id: hakhe', 'id: HaKhe'), 'line 1: id'],
    ['broken YAML', `${least}place: {province: "\n`, 'hakhe.yaml'],
    ['an empty file', '', 'hakhe.yaml'],
    ['a list', '- a\n- b\n', 'hakhe.yaml'],
  ])('%s is a fault that says where', (_note, text, words) => {
    const parsed = parseSource(text, 'hakhe.yaml');
    expect(parsed.kind).toBe('faults');
    expect(parsed.kind === 'faults' ? parsed.faults.join(' ') : '').toContain(words);
  });
});

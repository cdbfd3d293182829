import { describe, expect, it } from 'vitest';
import { facetsOfYear } from '../../test/search-items.ts';
import { createFacetDictionary } from './sqlite-fts-facets.ts';
import { openIndexFile } from './sqlite-fts-schema.ts';

describe('createFacetDictionary', () => {
  it('writes a character a value, each once', () => {
    const dictionary = createFacetDictionary(openIndexFile(':memory:'));
    const characters = dictionary.encode({ ...facetsOfYear('2020'), type: ['NQ', 'NQ'], source: ['2020'] });
    expect([...characters]).toHaveLength(3);
    expect(characters).toContain(dictionary.find('year', '2020'));
    expect(dictionary.find('level', '2020')).toBeNull();
  });

  it('counts most first, then by value, and only the facets asked for', () => {
    const dictionary = createFacetDictionary(openIndexFile(':memory:'));
    const years = ['2020', '2021', '2019', '2021'].map((year) =>
      dictionary.encode({ ...facetsOfYear(year), type: ['NQ'] }),
    );
    expect([...dictionary.count(years.join(''), ['year', 'level'])]).toEqual([
      [
        'year',
        [
          { value: '2021', count: 2 },
          { value: '2019', count: 1 },
          { value: '2020', count: 1 },
        ],
      ],
      ['level', []],
    ]);
  });

  it.each([0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10000])(
    'goes past number %i, where characters are no characters',
    (id) => {
      const db = openIndexFile(':memory:');
      db.prepare("INSERT INTO facet_value VALUES (?, 'type', 'NQ')").run(id);
      const dictionary = createFacetDictionary(db);
      const characters = dictionary.encode({ ...facetsOfYear('2020'), type: ['NQ'] });
      const stored: unknown = db.prepare('SELECT ? AS text').get(characters + characters);
      expect(stored).toEqual({ text: characters + characters });
      expect([...dictionary.count(characters + characters, ['type', 'year'])]).toEqual([
        ['type', [{ value: 'NQ', count: 2 }]],
        ['year', [{ value: '2020', count: 2 }]],
      ]);
    },
  );

  it('refuses a character that stands for nothing', () => {
    const dictionary = createFacetDictionary(openIndexFile(':memory:'));
    expect(() => dictionary.count('\u0009', ['type'])).toThrow(/expected value 9 in facet_value/);
  });
});

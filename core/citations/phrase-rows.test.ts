import { describe, expect, it } from 'vitest';
import { organRows, partRows } from './organ-rows.ts';
import { readPhraseRows } from './phrase-rows.ts';

describe('readPhraseRows', () => {
  it.each([
    { text: 'ban thuong vu thanh uy ha khe', part: 'Ban Thường vụ', organ: 'thanh-uy', unit: null, length: 22 },
    { text: 'ban to chuc trung uong', part: null, organ: 'ban-tw', unit: null, length: 22 },
    { text: 'dong chi bi thu\ndang bo huyen', part: 'Bí thư', organ: 'dang-bo', unit: 'huyện', length: 29 },
    { text: 'ubnd tp. ha khe', part: null, organ: 'ubnd', unit: 'thành phố', length: 8 },
    { text: 'quan uy trung uong', part: null, organ: 'quan-uy-tw', unit: null, length: 18 },
  ])('$text', ({ text, part, organ, unit, length }) => {
    const rows = readPhraseRows(text, 0);
    expect([rows?.part?.name ?? null, rows?.organ.organ, rows?.unit, rows?.length]).toEqual([
      part,
      organ,
      unit,
      length,
    ]);
  });

  it.each(['thang nay', 'ubndx', 'bi thu', ''])('none in %j', (text) => {
    expect(readPhraseRows(text, 0)).toBeNull();
  });

  it('every spelling in plain letters is found where it begins', () => {
    const spellings = (rows: readonly { readonly pattern: string }[]): readonly string[] =>
      rows.filter(({ pattern }) => /^[a-z |]+$/.test(pattern)).flatMap(({ pattern }) => pattern.split('|'));
    const organs = spellings(organRows);
    const parts = spellings(partRows);
    for (const words of [...organs, ...parts.map((part) => `${part} tinh uy`)]) {
      expect(readPhraseRows(`, ${words},`, 2)?.length, words).toBe(words.length);
    }
    expect(organs.length).toBeGreaterThan(40);
  });
});

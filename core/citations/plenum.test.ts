import { describe, expect, it } from 'vitest';
import { extractCitations } from './extract.ts';
import { foldText } from './fold.ts';
import { readPlenumName } from './plenum.ts';

const rows: readonly [
  text: string,
  named: readonly (readonly [surface: string, type: string, term: number | null])[],
][] = [
  ['Nghị quyết Trung ương 4 khóa XII', [['Nghị quyết Trung ương 4', 'NQ', 12]]],
  ['Kết luận Trung ương 4 khóa XIII', [['Kết luận Trung ương 4', 'KL', 13]]],
  ['học tập NQTW4', [['NQTW4', 'NQ', null]]],
  ['học tập KLTW4', [['KLTW4', 'KL', null]]],
  ['Nghị quyết T.Ư 6 (khóa XII)', [['Nghị quyết T.Ư 6', 'NQ', 12]]],
  ['Nghị quyết TƯ 6', [['Nghị quyết TƯ 6', 'NQ', null]]],
  ['Nghị quyết TW 6', [['Nghị quyết TW 6', 'NQ', null]]],
  ['Kết luận Hội nghị Trung ương 3', [['Kết luận Hội nghị Trung ương 3', 'KL', null]]],
  ['Nghị quyết Hội nghị lần thứ 8 Ban Chấp hành Trung ương', [['Nghị quyết Hội nghị lần thứ 8', 'NQ', null]]],
  ['Nghị quyết của Hội nghị lần thứ 8 BCH TW', [['Nghị quyết của Hội nghị lần thứ 8', 'NQ', null]]],
  ['Nghị quyết Trung ương\n5', [['Nghị quyết Trung ương\n5', 'NQ', null]]],
  // Without horn or W it is a province's or city's, whose plenums are not named so.
  ['Nghị quyết TU 6', []],
  ['NQTU 6', []],
  // The number of a document, an amount, a period.
  ['Nghị quyết Trung ương 218', []],
  ['Nghị quyết Trung ương 21 giao 45 việc', []],
  ['Hội nghị lần thứ 8 của chi bộ', []],
  ['xNQTW4', []],
];

describe('plenums', () => {
  it.each(rows)('%j', (text, named) => {
    const found = extractCitations(text)
      .filter(({ kind }) => kind === 'named')
      .map(({ surface, type, term }) => [surface, type, term ?? null]);
    expect(found).toEqual(named);
  });
});

describe('readPlenumName', () => {
  const read = (text: string) => {
    const folded = foldText(text);
    return readPlenumName(folded, folded.text.search(/\d/));
  };

  it('gives where the name begins and where term and date follow', () => {
    expect(read('học Nghị quyết Trung ương 4 khóa XII')).toEqual({ start: 4, after: 26, type: 'NQ' });
    expect(read('Nghị quyết Hội nghị lần thứ 8 Ban Chấp hành Trung ương khóa XI')).toEqual({
      start: 0,
      after: 54,
      type: 'NQ',
    });
  });

  it('is null where another word stands before the number', () => {
    expect(read('Nghị quyết 4')).toBeNull();
    expect(read('Trung ương 4')).toBeNull();
    expect(read('4')).toBeNull();
    expect(read('Nghị quyết Hội nghị lần thứ 8 của chi bộ')).toBeNull();
  });
});

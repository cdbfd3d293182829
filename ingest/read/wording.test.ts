import { describe, expect, it } from 'vitest';
import {
  endsLikeSentence,
  foldForComparison,
  joinParagraphs,
  mendLookAlikes,
  regroupLines,
  tidyLine,
} from './wording.ts';

describe('lines of prose', () => {
  it('tidies spaces of all kinds and drops what cannot be seen', () => {
    expect(tidyLine('\u00A0 Hội\u200B nghị\u00AD \t giao\u3000ban \n')).toBe('Hội nghị giao ban');
  });

  it('folds what differs only in print', () => {
    expect(foldForComparison(' “HỘI NGHỊ” giao-ban. ')).toBe(foldForComparison('Hội nghị giao ban'.normalize('NFD')));
    expect(foldForComparison('Quý 1')).not.toBe(foldForComparison('Quý 2'));
  });

  it('mends look-alikes of Đ in Vietnamese only', () => {
    expect(mendLookAlikes('Ðồng chí Lê Ðình, ðại biểu')).toBe('Đồng chí Lê Đình, đại biểu');
    expect(mendLookAlikes('Ðórður, það')).toBe('Ðórður, það');
    expect(mendLookAlikes('Ngày １４/１０/２０２３, ２１－ＮＱ／ＴＵ của Tỉnh ủy')).toBe(
      'Ngày 14/10/2023, 21-NQ/TU của Tỉnh ủy',
    );
    expect(mendLookAlikes('２０２３年')).toBe('２０２３年');
  });

  it.each([
    ['Hội nghị kết thúc.', true],
    ['Ông nói: “Phải làm ngay!”', true],
    ['nhiều việc khác…', true],
    ['Quang cảnh hội nghị', false],
    ['Nghị quyết 31-NQ/TU', false],
  ])('%s', (line, isSentence) => expect(endsLikeSentence(line)).toBe(isSentence));
});

describe('paragraphs', () => {
  it('come back from their lines', () => {
    const lines = [
      { text: 'một', of: 3 },
      { text: 'hai', of: 3 },
      { text: 'ba', of: 7 },
    ];
    expect(joinParagraphs(regroupLines(lines))).toBe('một\nhai\n\nba');
    expect(regroupLines(Array.from({ length: 200_000 }, () => ({ text: 'x', of: 1 })))).toHaveLength(1);
  });
});

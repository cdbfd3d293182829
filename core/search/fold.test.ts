import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWords, spellForIndex, splitWords } from './fold.ts';

describe('foldWords', () => {
  const rows: readonly [string, string][] = [
    ['Đảng ủy phường Bến Lội', 'dang uy phuong ben loi'],
    ['HĐND – UBND', 'hdnd – ubnd'],
    ['Ðồng ðội', 'dong doi'],
    ['uỷ ủy hoà hòa', 'uy uy hoa hoa'],
    ['ĂẰẮẲẴẶ ÂẦẤẨẪẬ ÊỀẾỂỄỆ ÔỒỐỔỖỘ ƠỜỚỞỠỢ ƯỪỨỬỮỰ ÝỲỶỸỴ', 'aaaaaa aaaaaa eeeeee oooooo oooooo uuuuuu yyyyy'],
    ['21-NQ/TU, 50%', '21-nq/tu, 50%'],
    ['İß 中文 😀', 'iß 中文 😀'],
    ['', ''],
  ];
  it.each(rows)('%s → %s', (text, folded) => {
    expect(foldWords(text)).toBe(folded);
  });

  it('keeps the length and every place, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const folded = foldWords(before + after);
        expect(folded).toHaveLength(before.length + after.length);
        expect(folded).toBe(foldWords(before) + foldWords(after));
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => foldWords(foldWords(text)) === foldWords(text)));
  });

  it('keeps lone surrogates', () => {
    expect(foldWords('A\ud800Đ')).toBe('a\ud800d');
  });
});

describe('splitWords', () => {
  const rows: readonly [string, readonly string[]][] = [
    ['21-NQ/TU', ['21', 'nq', 'tu']],
    ['  Thành ủy,Sông Mơ.', ['thanh', 'uy', 'song', 'mo']],
    ['Thành ủy'.normalize('NFD'), ['thanh', 'uy']],
    ['\u0301 a\u0301\u0301 \u0301', ['a']],
    ['100m²', ['100m²']],
    ['*** — …', []],
    ['a\u{E000}b', ['a', 'b']],
  ];
  it.each(rows)('%s', (text, words) => {
    expect(splitWords(text).map(({ word }) => word)).toEqual(words);
  });

  it('gives the places of the words', () => {
    const text = '– Đảng ủy (xã)';
    expect(splitWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Đảng', 'ủy', 'xã']);
  });

  it('finds just the words that are indexed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = splitWords(text).map(({ word }) => word);
        expect(words.join(' ')).toBe(spellForIndex(text));
      }),
    );
  });
});

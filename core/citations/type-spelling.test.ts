import { describe, expect, it } from 'vitest';
import { foldText } from './fold.ts';
import { endsLikeTypeWord, isWordStart, matchTypeWord } from './type-spelling.ts';

type Matched = readonly [word: string, start: number, separator: string];

/** A bar stands where the type word should end. */
const rows: readonly [text: string, matched: Matched | null, isLike: boolean][] = [
  ['nghị quyết |21', ['nghi quyet', 0, ''], true],
  ['NQ |21', ['nq', 0, ''], true],
  ['NQ|21', ['nq', 0, ''], true],
  ['NĐ-|12', ['nd', 0, '-'], true],
  ['ND |12', ['nd', 0, ''], true],
  ['nđ |12', ['nd', 0, ''], true],
  ['Nđ |12', ['nd', 0, ''], true],
  ['nghị quyêt |21', ['nghi quyet', 0, ''], true],
  ['nghi quyet so |21', null, true],
  ['NGHỊ QUYẾT SỐ: |21', null, true],
  ['những Chỉ thị |21', ['chi thi', 6, ''], true],
  ['hai Nghị quyết |21', ['nghi quyet', 4, ''], true],
  ['bốn Nghị quyết |21', ['nghi quyet', 4, ''], true],
  ['ba  Nghị quyết |21', ['nghi quyet', 3, ''], true],
  ['bà Nghị quyết |21', ['nghi quyet', 3, ''], true],
  ['sô |21', null, true],
  ['só |21', null, true],
  ['sổ |21', null, true],
  ['sở |21', null, true],
  ['hồ sơ |21', null, true],
  ['chính sách so |21', null, true],
  ['miso |21', null, true],
  ['Nghị quyết (|21', ['nghi quyet', 0, '('], true],
  ['Nghị quyết: |21', ['nghi quyet', 0, ':'], true],
  ['Nghị quyết - |21', ['nghi quyet', 0, '-'], true],
  ['Nghị quyết -|21', ['nghi quyet', 0, '-'], true],
  ['NQ - |21', ['nq', 0, '-'], true],
  ['nghi-quyet so |21', null, true],
  ['Sắc lệnh |12', ['sac lenh', 0, ''], true],
  ['Công văn hỏa tốc |12', ['cong van', 0, ''], true],
  ['Công văn hỏa tốc mật |12', ['cong van', 0, ''], true],
  ['Công văn hỏa tốc mật nhanh |12', null, true],
  ['Quyết định của Thủ tướng |12', null, false],
  ['thựchiệnKế hoạch |12', ['ke hoach', 8, ''], true],
  ['thựchiệnkế hoạch |12', null, true],
  ['UBND Hướng dẫn |12', ['huong dan', 5, ''], true],
  ['kỷ luật |12', ['luat', 3, ''], true],
  ['kỷ-luật |12', ['luat', 3, ''], true],
  ['Luật |12', ['luat', 0, ''], true],
  ['đường |12', null, false],
  ['a |12', null, false],
  ['|12', null, false],
  ['quyết toán |12', null, false],
  ['đề án |6', ['de an', 0, ''], true],
  ['để ăn |6', ['de an', 0, ''], true],
  ['Kế hoạch năm |6', null, false],
  ['TTLT |6', ['ttlt', 0, ''], true],
  ['QĐi |6', null, false],
  ['qđ |6', ['qd', 0, ''], true],
  ['QD |6', ['qd', 0, ''], true],
  ['CTr |6', ['ctr', 0, ''], true],
  ['CTR |6', ['ctr', 0, ''], true],
  ['Ctr |6', ['ctr', 0, ''], true],
  ['Chương trình MTQG |6', ['chuong trinh', 0, ''], true],
  ['công văn\f|6', null, false],
  ['mệnh lệnh |6', ['lenh', 5, ''], true],
  ['theo Lệnh |6', ['lenh', 5, ''], true],
];

describe('the spelling of a type word before a number', () => {
  it.each(rows)('%j', (text, matched, isLike) => {
    const [before = '', behind = ''] = text.split('|');
    const folded = foldText(before + behind);
    const at = foldText(`${before}9`).text.length - 1;
    const found = matchTypeWord(folded, at, false);
    expect(found === null ? null : [found.word, found.start, found.separator]).toEqual(matched);
    expect(endsLikeTypeWord(folded.text, at)).toBe(isLike);
  });
});

describe('isWordStart', () => {
  it.each([
    ['kế hoạch', 0, true],
    ['a kế hoạch', 2, true],
    ['(kế hoạch', 1, true],
    ['hiệnKế hoạch', 4, true],
    ['hiệnkế hoạch', 4, false],
    ['HIỆNKẾ HOẠCH', 4, false],
    ['HIỆNkế hoạch', 4, false],
    ['5kế hoạch', 1, true],
  ])('%j at %i: %s', (text, at, isStart) => {
    expect(isWordStart(foldText(text), at)).toBe(isStart);
  });
});

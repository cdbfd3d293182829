import { describe, expect, it } from 'vitest';
import { extractCitations } from './extract.ts';
import { foldText } from './fold.ts';
import { beginsPair, readSharedNumbers } from './list.ts';

/** Canonical codes of all citations, in order; a short form without one is its surface. */
function codes(text: string): readonly string[] {
  return extractCitations(text).map(({ canonical, surface }) => canonical ?? surface);
}

const rows: readonly [note: string, text: string, codes: readonly string[]][] = [
  ['a suffix for all numbers', 'các Nghị quyết số 42, 43, 44-NQ/TW', ['42-NQ/TW', '43-NQ/TW', '44-NQ/TW']],
  ['with "và"', 'Nghị quyết số 42, 43 và 44-NQ/TW', ['42-NQ/TW', '43-NQ/TW', '44-NQ/TW']],
  ['an ampersand', '154 & 201/KH-ĐHHV', ['154/KH-ĐHHV', '201/KH-ĐHHV']],
  ['no type before it, but a symbol of the tables', 'số 20, 21-KH/TU', ['20-KH/TU', '21-KH/TU']],
  ['no type before it and an unknown issuer', 'đạt 20, 21-KH/XYZ', []],
  ['a plural shares the year', 'các Thông tư số 40, 41/2022/TT-BTC', ['40/2022/TT-BTC', '41/2022/TT-BTC']],
  ['each number its year', 'các Nghị định số 64/2007, 43/2011/NĐ-CP', ['64/2007/NĐ-CP', '43/2011/NĐ-CP']],
  [
    'one number its year, the other that of the code',
    'các Nghị định số 64/2007, 12, 43/2011/NĐ-CP',
    ['64/2007/NĐ-CP', '12/2011/NĐ-CP', '43/2011/NĐ-CP'],
  ],
  ['without a plural the year is not shared', 'Thông tư số 40, 41/2022/TT-BTC', ['Thông tư số 40', '41/2022/TT-BTC']],
  ['years before a code without one', 'các Nghị quyết số 12/2020, 13-NQ/TU', ['Nghị quyết số 12/2020', '13-NQ/TU']],
  ['an Assembly code shares nothing', 'các Luật số 10, 15/2017/QH14', ['15/2017/QH14']],
  ['a range shares the year', 'từ số 15 đến số 22/2024/NQ-HĐND', ['15/2024/NQ-HĐND', '22/2024/NQ-HĐND']],
  ['a range from a bare number', 'từ 42 đến 45-NQ/TW', ['42-NQ/TW', '45-NQ/TW']],
  ['a suffix of another type is not shared', 'Chỉ thị số 12, 13-NQ/TU', ['Chỉ thị số 12', '13-NQ/TU']],
  ['letters share theirs', 'các Công văn số 12, 13/UBND-VX', ['12/UBND-VX', '13/UBND-VX']],
  ['a resolution takes no letter', 'các Nghị quyết số 12, 13/UBND-VX', ['Nghị quyết số 12']],
  [
    'dates and issuers of members stand between them',
    'Thông báo số 501-TB/TU ngày 3/4/2021 của Thành ủy, số 518-TB/TU',
    ['501-TB/TU', '518-TB/TU'],
  ],
  ['a sentence between them ends the list', 'Thông báo số 501-TB/TU. Có 518 hộ', ['501-TB/TU']],
  ['too far apart', `Thông báo số 501-TB/TU của ${'Sở Nội vụ '.repeat(14)}, 518`, ['501-TB/TU']],
  ['a type word of its own', 'Nghị quyết số 12-NQ/TU, Chỉ thị số 13', ['12-NQ/TU', 'Chỉ thị số 13']],
];

describe('lists', () => {
  it.each(rows)('%s', (_note, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });
});

describe('readSharedNumbers', () => {
  const read = (text: string, type: string | null) =>
    readSharedNumbers(foldText(text), 0, { type, isPlural: false }).map(({ code }) => code.canonical);

  it('stops at as many members as a list may have', () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, at) => `${at + 1}, `).join('');
    expect(read(`${numbers(23)}99-NQ/TW`, 'NQ')).toHaveLength(23);
    expect(read(`${numbers(24)}99-NQ/TW`, 'NQ')).toEqual([]);
    expect(read(`${numbers(40)}99-NQ/TW`, 'NQ')).toEqual([]);
  });

  it('is empty for a code alone, for old acts and where the list breaks off', () => {
    expect(read('44-NQ/TW', 'NQ')).toEqual([]);
    expect(read('42, 101-CP', 'NĐ')).toEqual([]);
    expect(read('42, xã', 'NQ')).toEqual([]);
    expect(read('42 xã 44-NQ/TW', 'NQ')).toEqual([]);
  });
});

describe('beginsPair', () => {
  it.each([
    ['154 & 201', 0, true],
    ['154&201', 0, true],
    ['154, 201', 0, false],
    ['từ 42 đến 45', 3, true],
    ['từ 42 đến số 45', 3, true],
    ['có 42 đến 45', 3, false],
    ['vu 42 đến 45', 3, false],
    ['út 42 đến 45', 3, false],
    ['42 xã & 45', 0, false],
  ] as const)('%j', (text, at, is) => {
    expect(beginsPair(foldText(text), at)).toBe(is);
  });
});

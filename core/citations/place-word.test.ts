import { describe, expect, it } from 'vitest';
import type { IssuerLevel } from './citation.ts';
import { foldText } from './fold.ts';
import { opensEntry, readPlaceLevel } from './place-word.ts';

const behind: readonly (readonly [words: string, level: IssuerLevel | null])[] = [
  [' của tỉnh còn hiệu lực', 'province'],
  [' của huyện', 'district'],
  [', của phường', 'commune'],
  [' của Công an tỉnh', 'province'],
  [' của Thanh tra huyện', 'district'],
  [' của Ban Quản lý khu kinh tế tỉnh', 'province'],
  [' của Hội Chữ thập đỏ xã', 'commune'],
  [' của tình nguyện viên', null],
  [' của quân đội', null],
  [' của xã hội', null],
  [' của Tỉnh ủy', null],
  [' của Ban Chỉ đạo về cải cách ở tỉnh', null],
  [' cho tỉnh', null],
];
const before: readonly (readonly [words: string, level: IssuerLevel | null])[] = [
  ['Năm ấy, tỉnh cụ thể hóa bằng ', 'province'],
  ['Huyện đã ban hành ', 'district'],
  ['máy tính ra ', null],
  ['cán bộ về huyện công bố ', null],
];

describe('readPlaceLevel', () => {
  it.each(behind)('Quyết định 22%s: %s', (words, level) => {
    const folded = foldText(`Quyết định 22${words}`);
    expect(readPlaceLevel(folded, 0, 13, 0)).toBe(level);
  });

  it.each(before)('%sQuyết định 22: %s', (words, level) => {
    const folded = foldText(`${words}Quyết định 22`);
    expect(readPlaceLevel(folded, folded.text.length - 13, folded.text.length, 0)).toBe(level);
  });
});

describe('opensEntry', () => {
  it.each([
    ['29-8-2022 - ', true],
    ['Mở đầu.\n3. ', true],
    ['', true],
    ['Bà con biết rõ ', false],
    ['Mở đầu.\nTheo ', false],
  ])('%j', (words, isEntry) => {
    const folded = foldText(`${words}Quyết định số 44/QĐ-UBND`);
    expect(opensEntry(folded, foldText(words).text.length)).toBe(isEntry);
  });
});

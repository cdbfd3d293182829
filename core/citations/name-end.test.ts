import { describe, expect, it } from 'vitest';
import { endsName } from './name-end.ts';

describe('where a name ends', () => {
  it.each([
    ['Nghị', 'quyết', true],
    ['Nghị', 'Quyết', true],
    ['Nghị', 'Đức', false],
    ['Quy', 'định', true],
    ['Quy', 'Nhơn', false],
    ['Thành', 'ủy', true],
    ['Thành', 'phố', true],
    ['Thành', undefined, false],
    ['Thành', 'đã', false],
    ['Kế', 'hoạch', true],
    ['Kế', 'Sách', false],
    ['Hướng', 'dẫn', true],
    ['Hướng', 'Hóa', false],
    ['Đồng', 'chí', true],
    ['Đồng', 'Hỷ', false],
    ['Bộ', undefined, true],
    ['Đảng', 'Lộc', true],
    ['UBND', undefined, true],
    ['Hạ', 'Long', false],
  ])('%s before %s: %s', (word, next, isEnd) => {
    expect(endsName(word, next)).toBe(isEnd);
  });
});

import { describe, expect, it } from 'vitest';
import { accentKey } from './accents.ts';

describe('accentKey', () => {
  const same: readonly [string, string][] = [
    ['ủy', 'uỷ'],
    ['HÒA', 'hoà'],
    ['thuỷ', 'Thủy'],
    ['Nghị', 'nghị'.normalize('NFD')],
    ['Đảng', 'Ðảng'],
    ['đ', 'Đ'],
  ];
  it.each(same)('%s is %s', (one, other) => {
    expect(accentKey(one)).toBe(accentKey(other));
  });

  const other: readonly [string, string][] = [
    ['đất', 'đạt'],
    ['đất', 'dất'],
    ['hoa', 'hòa'],
    ['tư', 'tu'],
    ['ban', 'bán'],
    ['mơ', 'mô'],
  ];
  it.each(other)('%s is not %s', (one, another) => {
    expect(accentKey(one)).not.toBe(accentKey(another));
  });
});

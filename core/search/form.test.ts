import { describe, expect, it } from 'vitest';
import { findCode, findWords, foldText, hasExactly, readForm } from './form.ts';

describe('findWords', () => {
  const rows: readonly [string, string, readonly string[]][] = [
    ['Họp Thành ủy; THÀNH UỶ họp', 'thành ủy', ['Thành ủy', 'THÀNH UỶ']],
    ['31 – NQ / Tu và 31-NQ/TU', '31-NQ/TU', ['31 – NQ / Tu', '31-NQ/TU']],
    ['thànhủy thành-ủy thành (ủy)', 'thành ủy', ['thành-ủy', 'thành (ủy']],
    ['bột bộ bộc lộ', 'bộ', ['bộ']],
    ['đi đi đi', 'đi đi', ['đi đi', 'đi đi']],
    ['thành', 'thành ủy', []],
    ['thành ', 'thành ủy', []],
    ['gì cũng được', '', []],
  ];
  it.each(rows)('%s: %s', (text, wanted, found) => {
    const spans = findWords(foldText(text), readForm(wanted), 100);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });

  it('takes any end of a word that is only begun', () => {
    const text = 'Lê Vănh, lê vân, Lê Thử';
    const spans = findWords(foldText(text), { ...readForm('lê vă'), isBegun: true }, 100);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Lê Vănh', 'lê vân']);
  });

  it('stops at the number of places asked for', () => {
    expect(findWords(foldText('a '.repeat(50)), readForm('a'), 7)).toHaveLength(7);
  });
});

describe('findCode', () => {
  const rows: readonly [string, string, readonly string[]][] = [
    ['31-NQ/TU, 31 – NQ / Tu, 031-NQ/TU, 31NQTU', '31nqtu', ['31-NQ/TU', '31 – NQ / Tu', '031-NQ/TU', '31NQTU']],
    ['131-NQ/TU, 31-NQ/TUV, 31-NQ/TW', '31nqtu', []],
    ['337/2021/NQ-HĐND', '3372021nqhdnd', ['337/2021/NQ-HĐND']],
    ['điểm 3, 1-NQ/TU', '31nqtu', []],
  ];
  it.each(rows)('%s: %s', (text, key, found) => {
    const spans = findCode(foldText(text), key, 100);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });

  it('comes to an end on a text made to fool it', () => {
    expect(findCode(foldText('1 / '.repeat(50_000)), `${'1'.repeat(47)}a`, 100)).toEqual([]);
    expect(findCode(foldText('a - '.repeat(50_000)), `1${'a'.repeat(46)}b`, 100)).toEqual([]);
  }, 60_000);
});

describe('hasExactly', () => {
  const rows: readonly [string, string, boolean][] = [
    ['Đặt rồi mới đất', 'đất', true],
    ['Đặt, đạt, dắt', 'đất', false],
    ['Thành uỷ Bến Lội', 'thành ủy', true],
    ['thanh uy Bến Lội', 'thành ủy', false],
  ];
  it.each(rows)('%s: %s %s', (text, wanted, holds) => {
    expect(hasExactly(foldText(text), readForm(wanted))).toBe(holds);
  });
});

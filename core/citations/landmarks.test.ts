import { describe, expect, it } from 'vitest';
import { findLandmarks } from './landmarks.ts';

describe('findLandmarks', () => {
  it.each([
    'tinh uy',
    'thanh\nuy',
    'thi uy',
    'thanh doan',
    'dang uy',
    'hdnd',
    'hoi dong nhan dan',
    'ubnd',
    'uy ban nhan dan',
    'uy\nban nhan dan',
    'cua tinh',
    'tra huyen',
    'dia ban xa',
    'toan thi xa',
  ])('finds where %j begins, at the start of a text, in it and glued to a word', (words) => {
    for (const before of ['', 'nghi quyet ', '(', 'thuchien']) {
      expect(findLandmarks(`${before}${words}`).bodies).toContain(before.length);
    }
  });

  it.each(['nay', 'do', 'ay', 'noi tren', 'neu tren', 'ke tren', 'vua neu', 'da neu', 'vua ban hanh', 'tren'])(
    'finds the gap before %j',
    (word) => {
      for (const gap of [' ', '\n']) expect(findLandmarks(`quyet dinh${gap}${word}.`).pointers).toContain(10);
    },
  );

  it('tells hardly a place of other words', () => {
    const { bodies, pointers } = findLandmarks('khoang 20 nguoi o xa lam viec giup nhau hang ngay');
    expect([...bodies, ...pointers]).toEqual([]);
  });
});

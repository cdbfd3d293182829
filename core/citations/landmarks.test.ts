import { describe, expect, it } from 'vitest';
import { findLandmarks, type Landmarks } from './landmarks.ts';

const landmarksOf = (text: string): Landmarks => findLandmarks(Buffer.from(text, 'latin1'), text.length);

describe('findLandmarks', () => {
  it('looks at the text alone, not at what else is in its room', () => {
    expect(findLandmarks(Buffer.from('ubnd hdnd'), 6).bodies).toEqual([0]);
  });

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
      expect(landmarksOf(`${before}${words}`).bodies).toContain(before.length);
    }
  });

  it.each(['nay', 'do', 'ay', 'noi tren', 'neu tren', 'ke tren', 'vua neu', 'da neu', 'vua ban hanh', 'tren'])(
    'finds the gap before %j',
    (word) => {
      for (const gap of [' ', '\n']) expect(landmarksOf(`quyet dinh${gap}${word}.`).pointers).toContain(10);
    },
  );

  it.each([
    ['21-nq/tu', [0]],
    ['so 1 va 22, 3', [3, 8, 12]],
    ['qh15 nd2 \n7\f8', [2, 7, 10, 12]],
    ['1²3', [0, 2]],
    ['khong co so nao', []],
  ])('finds in %j where each run of digits begins', (text, numbers) => {
    expect(landmarksOf(text).numbers).toEqual(numbers);
  });

  it('tells no place of other words', () => {
    const { bodies, pointers } = landmarksOf('khoang 20 nguoi o xa lam viec giup nhau hang ngay');
    expect([...bodies, ...pointers]).toEqual([]);
  });
});

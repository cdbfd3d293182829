import { describe, expect, it } from 'vitest';
import { findBackReferences } from './back-reference.ts';
import { foldText } from './fold.ts';

const rows: readonly [text: string, found: readonly string[]][] = [
  ['Nghị quyết này nêu', ['Nghị quyết này']],
  ['nghị quyết này', ['nghị quyết này']],
  [
    'Chỉ thị nói trên, quyết định nêu trên và kế hoạch kể trên',
    ['Chỉ thị nói trên', 'quyết định nêu trên', 'kế hoạch kể trên'],
  ],
  ['Thông báo vừa nêu', ['Thông báo vừa nêu']],
  ['Nghị quyết đó', ['Nghị quyết đó']],
  ['Theo nghị quyết trên, xã', ['nghị quyết trên']],
  ['Nghị quyết trên đã được', ['Nghị quyết trên']],
  ['nghị quyết trên địa bàn tỉnh', []],
  ['nghị quyết trên cơ sở', []],
  ['nghị quyết do tỉnh', []],
  ['để an này', []],
  ['Chương trình hành động này', ['Chương trình hành động này']],
  ['Nghị\nquyết này', ['Nghị\nquyết này']],
  ['pháp luật này', []],
  ['Nghị quyết nàysau', []],
  ['NGHỊ QUYẾT NÀY', ['NGHỊ QUYẾT NÀY']],
  ['Nghị quyết này'.normalize('NFD'), ['Nghị quyết này'.normalize('NFD')]],
];

describe('findBackReferences', () => {
  it.each(rows)('%j', (text, surfaces) => {
    const folded = foldText(text);
    expect(findBackReferences(folded).map(({ start, end }) => folded.slice(start, end))).toEqual(surfaces);
  });

  it('tells type, plural and văn bản', () => {
    const read = (text: string) => findBackReferences(foldText(text))[0];
    expect(read('Kết luận này')).toMatchObject({ type: { symbol: 'KL' }, isPlural: false, isAnyType: false });
    expect(read('các kết luận này')).toMatchObject({ isPlural: true });
    expect(read('hai nghị quyết trên.')).toMatchObject({ isPlural: true });
    expect(read('2 quyết định này')).toMatchObject({ isPlural: true });
    expect(read('văn bản này')).toMatchObject({ isAnyType: true });
  });
});

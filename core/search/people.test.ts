import { describe, expect, it } from 'vitest';
import { countNames, readNameWords } from './people.ts';

const lists = [['Lê Văn Thử', 'Đoàn Thị Mẫu'], ['Lê Văn Thử', 'Lê Văn Thử'], ['Thử Lê An'], ['Đỗ Văn Lê']];

describe('names', () => {
  const rows: readonly [string, readonly string[]][] = [
    ['lê', ['Lê Văn Thử', 'Thử Lê An', 'Đỗ Văn Lê']],
    ['le th', ['Lê Văn Thử', 'Thử Lê An']],
    ['Thử LÊ', ['Lê Văn Thử', 'Thử Lê An']],
    ['lê l', []],
    ['do', ['Đoàn Thị Mẫu', 'Đỗ Văn Lê']],
    ['văn lê đ', ['Đỗ Văn Lê']],
    ['ê', []],
  ];
  it.each(rows)('for %s', (typed, names) => {
    expect(
      countNames(lists, readNameWords(typed), 10)
        .map(({ value }) => value)
        .sort(),
    ).toEqual([...names].sort());
  });

  it('come with their number of items, most first, at most as many as asked for', () => {
    expect(countNames(lists, ['le'], 2)).toEqual([
      { value: 'Lê Văn Thử', count: 2 },
      { value: 'Thử Lê An', count: 1 },
    ]);
  });

  it('are typed in at most eight words', () => {
    expect(readNameWords('a '.repeat(40))).toHaveLength(8);
    expect(readNameWords(' -"* ')).toEqual([]);
  });
});

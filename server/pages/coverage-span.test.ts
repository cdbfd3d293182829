import { describe, expect, it } from 'vitest';
import { chooseMonths, spanOf } from './coverage-span.ts';

const now = new Date('2024-05-20T02:00:00Z');
const cited = (...months: readonly (string | null)[]) =>
  months.map((month) => ({ host: 'Tỉnh ủy', month, sources: [], meetings: 1 }));
const ends = (months: readonly string[]) => `${months[0]} … ${months.at(-1)} (${months.length})`;

describe('the months of a coverage', () => {
  it.each([
    ['the twelve up to the last mention', cited('2021-03', '2023-02', null), undefined, '2022-03 … 2023-02 (12)'],
    ['the twelve up to now where none is known', cited(null), undefined, '2023-06 … 2024-05 (12)'],
    ['a year', cited('2023-02'), '2022', '2022-01 … 2022-12 (12)'],
    ['this year, as far as it has come', cited('2023-02'), '2024', '2024-01 … 2024-05 (5)'],
    ['a year with meetings that are announced', cited('2024-07'), '2024', '2024-01 … 2024-07 (7)'],
    ['a year to come', [], '2031', '2031-01 … 2031-12 (12)'],
  ])('%s', (_note, citing, year, expected) => {
    expect(ends(chooseMonths(citing, year, now))).toBe(expected);
  });

  it('have days', () => {
    expect(spanOf(['2022-03', '2022-04'])).toEqual({ from: '2022-03-01', before: '2022-05-01' });
    expect(spanOf(['2022-12'])).toEqual({ from: '2022-12-01', before: '2023-01-01' });
  });
});

import { describe, expect, it } from 'vitest';
import { spanDays } from './day-span.ts';

describe('spanDays', () => {
  it.each([
    ['2022-04-05', null, 'day', '2022-04-05', '2022-04-05'],
    ['2022-04-05', '2022-04-07', 'day', '2022-04-05', '2022-04-07'],
    ['2024-02', null, 'month', '2024-02-01', '2024-02-29'],
    ['2022-09', '2022-10', 'month', '2022-09-01', '2022-10-31'],
    ['2023-01', null, 'quarter', '2023-01-01', '2023-03-31'],
    ['2023-10', null, 'quarter', '2023-10-01', '2023-12-31'],
    ['2022', null, 'year', '2022-01-01', '2022-12-31'],
    ['2022-04-05', '2022-04-01', 'day', '2022-04-05', '2022-04-05'],
    [null, null, null, '', ''],
    ['quý I', null, 'quarter', '', ''],
  ] as const)('%s to %s by %s', (date, dateTo, precision, firstDay, lastDay) => {
    expect(spanDays({ date, dateTo, precision })).toEqual({ firstDay, lastDay });
  });
});

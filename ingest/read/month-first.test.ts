import { describe, expect, it } from 'vitest';
import { findDates } from './dates.ts';
import { settleOrder } from './month-first.ts';

const settle = (printed: readonly string[], isEnglish: boolean): readonly string[] =>
  settleOrder(printed.flatMap(findDates), isEnglish).map((date) => (date.kind === 'date' ? date.value : ''));

describe('settleOrder', () => {
  it.each([
    ['the month in letters', ['03-09-2026', 'March 9, 2026'], ['2026-03-09', '2026-03-09']],
    ['days with dots', ['11/01/2023 12:43:42', '01.11.2023'], ['2023-11-01T12:43:42+07:00', '2023-11-01']],
    ['the day first, said again', ['03/09/2026', '2026-09-03'], ['2026-09-03', '2026-09-03']],
    ['a day above twelve', ['17/12/2023'], ['2023-12-17']],
    ['the same number twice', ['05/05/2023'], ['2023-05-05']],
  ])('%s', (_, printed, days) => expect(settle(printed, true)).toEqual(days));
  it('has no day in English where nothing decides, and elsewhere the day first', () => {
    expect(settle(['3/4/2025'], true)).toEqual([]);
    expect(settle(['3/4/2025'], false)).toEqual(['2025-04-03']);
    expect(settle(['3/4/2025', 'May 1, 2025'], true)).toEqual(['2025-05-01']);
  });
});

import { describe, expect, it } from 'vitest';
import { formatDate, formatNumber, formatTerm, formatWhen } from './dates.ts';
import type { When } from './view-terms.ts';

describe('formatDate', () => {
  it.each([
    ['2023-03-21', '21/3/2023', '21 Mar 2023'],
    ['2022-09', '9/2022', 'Sep 2022'],
    ['2022', '2022', '2022'],
    ['2023-03-22T08:05:00+07:00', '22/3/2023, 8:05', '22 Mar 2023, 8:05'],
    ['2023-03-21T19:02:11Z', '22/3/2023, 2:02', '22 Mar 2023, 2:02'],
    ['2023-12-31T17:00:00.000Z', '1/1/2024, 0:00', '1 Jan 2024, 0:00'],
    ['2023-13-01', '2023-13-01', '2023-13-01'],
    ['hôm qua', 'hôm qua', 'hôm qua'],
  ])('%s is %s and %s', (iso, vi, en) => {
    expect([formatDate(iso, 'vi'), formatDate(iso, 'en')]).toEqual([vi, en]);
  });
});

describe('formatWhen', () => {
  const day = (date: string | null, dateTo: string | null = null, precision: When['precision'] = 'day'): When => ({
    date,
    dateTo,
    precision,
    isInferred: false,
  });
  it.each([
    [day('2020-12-17', '2020-12-18'), '17–18/12/2020', '17–18 Dec 2020'],
    [day('2020-11-30', '2020-12-02'), '30/11 – 2/12/2020', '30 Nov – 2 Dec 2020'],
    [day('2020-12-31', '2021-01-02'), '31/12/2020 – 2/1/2021', '31 Dec 2020 – 2 Jan 2021'],
    [day('2020-12-17', '2020-12-17'), '17/12/2020', '17 Dec 2020'],
    [day('2022-09', null, 'month'), '9/2022', 'Sep 2022'],
    [day('2023-01', null, 'quarter'), 'quý 1/2023', 'Q1 2023'],
    [day('2023-12', null, 'quarter'), 'quý 4/2023', 'Q4 2023'],
    [day('2023', null, 'quarter'), '2023', '2023'],
    [day(null), null, null],
  ])('%j', (when, vi, en) => {
    expect([formatWhen(when, 'vi'), formatWhen(when, 'en')]).toEqual([vi, en]);
  });
});

describe('formatNumber and formatTerm', () => {
  it('writes separators as each language does', () => {
    expect(formatNumber(1234.5, 'vi')).toBe('1.234,5');
    expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
  });

  it.each([
    ['2020-2025', 'years', '2020–2025'],
    ['15', 'assembly', 'XV'],
    ['9', 'assembly', 'IX'],
  ])('term %s', (term, kind, text) => {
    expect(formatTerm(term)).toEqual({ kind, text });
  });
});

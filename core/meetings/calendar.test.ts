import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isoDay, isoMonth, vietnameseDay } from './calendar.ts';

describe('calendar', () => {
  it.each([
    [2023, 3, 21, '2023-03-21'],
    [2024, 2, 29, '2024-02-29'],
    [2023, 2, 29, null],
    [2022, 2, 30, null],
    [2022, 11, 31, null],
    [2022, 13, 5, null],
    [2022, 1, 0, null],
  ])('%i-%i-%i', (year, month, day, expected) => {
    expect(isoDay(year, month, day)).toBe(expected);
  });

  it.each([
    ['2020-12-17', '2020-12-17'],
    ['2017-07-08T22:36:00+07:00', '2017-07-08'],
    ['2017-07-08T22:36:00Z', '2017-07-09'],
    ['2017-07-08T22:36:00+0000', '2017-07-09'],
    ['2017-07-08T22:36', '2017-07-08'],
    ['2023-02-29', null],
    ['hôm qua', null],
    [null, null],
  ])('published %s is the Vietnamese day %s', (published, expected) => {
    expect(vietnameseDay(published)).toBe(expected);
  });

  it('counts over the turn of the year', () => {
    expect(addDays('2020-12-31', 1)).toBe('2021-01-01');
    expect(daysBetween('2021-01-01', '2020-12-31')).toBe(-1);
    expect(isoMonth(2022, 9)).toBe('2022-09');
    expect(isoMonth(2022, 0)).toBeNull();
  });
});

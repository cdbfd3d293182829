import { describe, expect, it } from 'vitest';
import { parseDay, readDateBefore, readDateBetween, readDocumentDate } from './document-date.ts';
import { foldText } from './fold.ts';

const dated: readonly [behind: string, date: string][] = [
  [' ngày 24/3/2021', '2021-03-24'],
  [', ngày 24/03/2021 của', '2021-03-24'],
  [' ngày 24-3-2021', '2021-03-24'],
  [' ngày 24.3.2021', '2021-03-24'],
  [' ngày 1.11. 2011', '2011-11-01'],
  [' ngày 06 / 7 /2005', '2005-07-06'],
  [' ngày 24 tháng 3 năm 2021', '2021-03-24'],
  [' ngày 24 tháng 3/2021', '2021-03-24'],
  [' ngày: 24/3/2021', '2021-03-24'],
  [' ngày 24/3/21', '2021-03-24'],
  [' ngày 24/3/99', '1999-03-24'],
  [' (24/3/2021)', '2021-03-24'],
  [' (ngày 24/3/2021)', '2021-03-24'],
  [' (ký ngày 24/3/2021)', '2021-03-24'],
  [' [24/3/2021]', '2021-03-24'],
  [' ban hành ngày 24/3/2021', '2021-03-24'],
  [' được ban hành ngày 24/3/2021', '2021-03-24'],
  [' được ký ban hành vào ngày 24/3/2021', '2021-03-24'],
  [' đề ngày 24/3/2021', '2021-03-24'],
  [' cùng ngày 24/3/2021', '2021-03-24'],
  ['> ngày 24/3/2021', '2021-03-24'],
  ['”, ngày 24/3/2021', '2021-03-24'],
  ['\nngày 24/3/2021', '2021-03-24'],
  [' ngày 09-NQ/TU ngày 5/11/2021', '2021-11-05'],
  [' ngày 29/2/2020', '2020-02-29'],
  [' ngày 25-10 năm 2017', '2017-10-25'],
  [' được thông qua ngày 16/6/2025', '2025-06-16'],
  [' (ngày 3/4/2020 của Tỉnh ủy)', '2020-04-03'],
  [', 24/3/2021)', '2021-03-24'],
];

const undated: readonly [note: string, behind: string][] = [
  ['no year: an event', ' ngày 24/3'],
  ['only a month', ' tháng 3/2021'],
  ['only a year', ' năm 2021'],
  ['a period in days', ' ngày 24-26/3/2021'],
  ['after a stop', '. Ngày 24/3/2021 họp'],
  ['other words between', ' có hiệu lực từ ngày 24/3/2021'],
  ['a bare date', ' 24/3/2021'],
  ['a bare date that goes on', ', 24/3/2021, họp)'],
  ['another century', ' ngày 24/3/1821'],
  ['a longer number', ' ngày 24/3/202155'],
];

const noSuchDay: readonly [behind: string, printed: string][] = [
  [' ngày 31/2/2021', '31/2/2021'],
  [' ngày 29/2/2021 của', '29/2/2021'],
  [' ngày 3/24/2021', '3/24/2021'],
  [', ngày 30 tháng 02 năm 2022', '30/02/2022'],
  [' (ngày 0/5/2021)', '0/5/2021'],
];

describe('readDocumentDate', () => {
  it.each(noSuchDay)('%j is a date that no calendar has', (behind, printed) => {
    expect(readDocumentDate(foldText(behind), 0)).toMatchObject({ date: null, printed });
  });

  it.each(dated)('%j', (behind, date) => {
    const folded = foldText(behind);
    const read = readDocumentDate(folded, 0);
    expect(read?.date).toBe(date);
    expect(read?.end).toBeLessThanOrEqual(folded.text.length);
  });

  it.each(undated)('%s', (_note, behind) => {
    expect(readDocumentDate(foldText(behind), 0)).toBeNull();
  });
});

describe('readDateBefore', () => {
  const rows: readonly [before: string, date: string | null][] = [
    ['Ngày 9/4/2016, ', '2016-04-09'],
    ['họp. Ngày 9 tháng 4 năm 2016, ', '2016-04-09'],
    ['Ngày 9/4, ', null],
    ['Ngày 9/4/2016 tại hội trường, ', null],
    ['Từ ngày 9/4/2016 đến nay, ', null],
  ];
  it.each(rows)('%j', (before, date) => {
    const folded = foldText(`${before}UBND tỉnh ký`);
    expect(readDateBefore(folded, foldText(before).text.length, 0)).toBe(date);
  });

  it('does not look past the citation before', () => {
    const folded = foldText('Ngày 9/4/2016, UBND tỉnh');
    expect(readDateBefore(folded, 15, 6)).toBeNull();
  });
});

describe('readDateBetween', () => {
  it.each([
    ['Nghị quyết ngày 5/5/2021 ', '2021-05-05'],
    ['Chỉ thị, ngày 5 tháng 5 năm 2021, ', '2021-05-05'],
    ['cuộc họp ngày 5/5/2021 ', null],
    ['Nghị quyết ngày 5/5 ', null],
  ])('%j', (words, date) => {
    const folded = foldText(`${words}số 36-NQ/TU`);
    expect(readDateBetween(folded, foldText(words).text.length, 0)).toBe(date);
  });
});

describe('parseDay', () => {
  it('takes every day of a leap year and no other', () => {
    let days = 0;
    for (let month = 1; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) if (parseDay(String(day), String(month), '2024') !== null) days += 1;
    }
    expect(days).toBe(366);
  });

  it.each([
    ['1', '1', '1900', '1900-01-01'],
    ['31', '12', '1899', null],
    ['31', '12', '2100', '2100-12-31'],
    ['1', '1', '2101', null],
    ['2', '9', '49', '2049-09-02'],
    ['2', '9', '50', '1950-09-02'],
    ['29', '2', '1900', null],
    ['29', '2', '2000', '2000-02-29'],
    ['29', '2', '2023', null],
    ['31', '4', '2021', null],
    ['31', '6', '2021', null],
    ['31', '9', '2021', null],
    ['31', '11', '2021', null],
    ['31', '7', '2021', '2021-07-31'],
    ['5', '12', '945', null],
  ])('of %s/%s/%s: %s', (day, month, year, date) => {
    expect(parseDay(day, month, year)).toBe(date);
  });

  it('refuses what is no number', () => {
    expect(parseDay(undefined, '3', '2021')).toBeNull();
    expect(parseDay('x', '3', '2021')).toBeNull();
  });
});

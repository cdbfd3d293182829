import { describe, expect, it } from 'vitest';
import { foldText } from './fold.ts';
import { parseRoman, readTerm, readTermYears, readTermYearsBefore } from './term.ts';

const roman = (value: number): string =>
  'x'.repeat(Math.floor(value / 10)) + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][value % 10];

describe('readTerm', () => {
  const rows: readonly [behind: string, term: number | null][] = [
    [' khóa XII', 12],
    [' khoá XII', 12],
    [' (khóa XIII)', 13],
    [', khóa 13 ngày', 13],
    [' KHÓA IX', 9],
    [' khóa thứ X', 10],
    ['\nkhóa XII', 12],
    [' khóa XXV', 25],
    [' khóa IIX', null],
    [' khóa 40', 40],
    [' khóa 41', null],
    [' khóa 1', 1],
    [' khóa 99', null],
    [' khóa 0', null],
    [' khóa họp', null],
    [' khóa 12/2020', null],
    ['. Khóa XII', null],
    [' khóaXII', null],
  ];
  it.each(rows)('%j', (behind, term) => {
    const folded = foldText(behind);
    const read = readTerm(folded, 0);
    expect(read?.term ?? null).toBe(term);
    expect(read?.end ?? 0).toBeLessThanOrEqual(folded.text.length);
  });
});

describe('parseRoman', () => {
  it('reads every numeral to 39 and refuses other spellings', () => {
    for (let value = 1; value < 40; value += 1) expect(parseRoman(roman(value))).toBe(value);
    for (const numeral of ['', 'iiii', 'vv', 'ic', 'iix', 'xxxx', 'a']) expect(parseRoman(numeral)).toBeNull();
  });
});

describe('readTermYears', () => {
  const rows: readonly [behind: string, years: string | null][] = [
    [' nhiệm kỳ 2015-2020', '2015-2020'],
    [', nhiệm kỳ 2015 - 2020 là', '2015-2020'],
    [' (nhiệm kỳ 2020–2025)', '2020-2025'],
    [' của nhiệm kỳ 2016-2021', '2016-2021'],
    [' nhiệm kỳ 2020', null],
    [' nhiệm kỳ 2020-2020', null],
    [' nhiệm kỳ 2017-2020', null],
    [' nhiệm kỳ 2016-2020', '2016-2020'],
    [' nhiệm kỳ 2015-2021', '2015-2021'],
    [' nhiệm kỳ 2015-2022', null],
    [' nhiệm kỳ 2020-2030', null],
    [' nhiệm kỳ 2020-20255', null],
    [' về nhân sự nhiệm kỳ 2025-2030', null],
  ];
  it.each(rows)('%j', (behind, years) => {
    expect(readTermYears(foldText(behind), 0)?.years ?? null).toBe(years);
  });

  const before: readonly [text: string, years: string | null][] = [
    ['Nhiệm kỳ 2015-2020, Tỉnh ủy', '2015-2020'],
    ['Xin nói thêm, ở nhiệm kỳ 2015-2020, Tỉnh ủy', '2015-2020'],
    ['Đầu nhiệm kỳ 2020 - 2025, Tỉnh ủy', '2020-2025'],
    ['Chuẩn bị nhân sự nhiệm kỳ 2025-2030, Tỉnh ủy', null],
    ['Ở nhiệm kỳ 2015-2020 Tỉnh ủy', null],
    ['Ở nhiệm kỳ 2015-2017, Tỉnh ủy', null],
    ['Ở nhiệm kỳ 2015-2020,Tỉnh ủy', null],
    ['Ở nhiệm kỳ 2015-2020; Tỉnh ủy', null],
    ['Ở nhiệm kỳ 2015-2020,\nTỉnh ủy', '2015-2020'],
    ['Hai khóa liền, Tỉnh ủy', null],
  ];
  it.each(before)('before the issuer: %j', (text, years) => {
    expect(readTermYearsBefore(foldText(text), text.indexOf('Tỉnh'), 0)).toBe(years);
  });

  it('are not read before the floor, where they belong to another citation', () => {
    const text = 'Nhiệm kỳ 2015-2020, Tỉnh ủy';
    expect(readTermYearsBefore(foldText(text), 20, 1)).toBeNull();
  });
});

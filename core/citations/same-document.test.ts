import { describe, expect, it } from 'vitest';
import { extractCitations } from './extract.ts';

/** Canonical code and first mention of each citation of `text`. */
function read(text: string): readonly (readonly [string | null, number | null])[] {
  return extractCitations(text).map(({ canonical, sameAs }) => [canonical, sameAs] as const);
}

const rows: readonly [note: string, text: string, expected: ReturnType<typeof read>][] = [
  [
    'a short form behind its code',
    'Nghị quyết số 18-NQ/TW. Nghị quyết 18.',
    [
      ['18-NQ/TW', null],
      ['18-NQ/TW', 0],
    ],
  ],
  [
    'a short form before its code',
    'Nghị quyết 18. Nghị quyết số 18-NQ/TW.',
    [
      ['18-NQ/TW', null],
      ['18-NQ/TW', 0],
    ],
  ],
  [
    'zeros and case are no difference',
    'Nghị quyết số 05-NQ/TU, 5-NQ/TU. Nghị quyết 5.',
    [
      ['05-NQ/TU', null],
      ['05-NQ/TU', 0],
      ['05-NQ/TU', 0],
    ],
  ],
  [
    'another type is another document',
    'Nghị quyết số 18-NQ/TW. Chỉ thị 18.',
    [
      ['18-NQ/TW', null],
      [null, null],
    ],
  ],
  [
    'two codes leave the short form open',
    'Nghị quyết số 18-NQ/TW, 18-NQ/TU. Nghị quyết 18.',
    [
      ['18-NQ/TW', null],
      ['18-NQ/TU', null],
      [null, null],
    ],
  ],
  [
    'the named issuer picks one of two codes',
    'Nghị quyết số 18-NQ/TW, 18-NQ/TU. Nghị quyết 18 của Trung ương.',
    [
      ['18-NQ/TW', null],
      ['18-NQ/TU', null],
      ['18-NQ/TW', 0],
    ],
  ],
  [
    'the year picks one of two codes',
    'Nghị định 15/2018/NĐ-CP, 15/2020/NĐ-CP. Nghị định 15/2020.',
    [
      ['15/2018/NĐ-CP', null],
      ['15/2020/NĐ-CP', null],
      ['15/2020/NĐ-CP', 1],
    ],
  ],
  [
    'another named issuer is another document',
    'Nghị quyết số 18-NQ/TW. Nghị quyết 18 của Tỉnh ủy.',
    [
      ['18-NQ/TW', null],
      ['18-NQ/TU', null],
    ],
  ],
  [
    'a Regulation called by the plain word',
    'Quy định số 08-QĐi/TW. Quy định 08.',
    [
      ['08-QĐi/TW', null],
      ['08-QĐi/TW', 0],
    ],
  ],
  [
    'an action programme called a programme',
    'Chương trình hành động số 33-CTrHĐ/TU. Chương trình 33.',
    [
      ['33-CTrHĐ/TU', null],
      ['33-CTrHĐ/TU', 0],
    ],
  ],
  [
    'a supported number with its code',
    'Kế hoạch số 12-KH/TU. Theo kế hoạch 12 xã giao.',
    [
      ['12-KH/TU', null],
      ['12-KH/TU', 0],
    ],
  ],
  [
    'a supported number without its code is nothing',
    'Kế hoạch số 13-KH/TU. Theo kế hoạch 12 xã giao.',
    [['13-KH/TU', null]],
  ],
  [
    'province and city are rivals',
    'Nghị quyết số 21-NQ/TU của Tỉnh ủy. Nghị quyết số 21-NQ/TU của Thành ủy.',
    [
      ['21-NQ/TU', null],
      ['21-NQ/TU', null],
    ],
  ],
  [
    'a bare mention joins the first',
    'Nghị quyết số 21-NQ/TU của Tỉnh ủy. Nghị quyết số 21-NQ/TU.',
    [
      ['21-NQ/TU', null],
      ['21-NQ/TU', 0],
    ],
  ],
  [
    'terms are rivals',
    'Nghị quyết số 18-NQ/TW khóa XII. Nghị quyết số 18-NQ/TW khóa XIII.',
    [
      ['18-NQ/TW', null],
      ['18-NQ/TW', null],
    ],
  ],
  [
    'TƯ of a Tỉnh ủy is TU',
    'Kết luận số 9-KL/TƯ của Tỉnh ủy. Kết luận số 9-KL/TU.',
    [
      ['09-KL/TU', null],
      ['09-KL/TU', 0],
    ],
  ],
  [
    'a plenum’s number is no code',
    'Nghị quyết số 04-NQ/TW. Nghị quyết Trung ương 4.',
    [
      ['04-NQ/TW', null],
      [null, null],
    ],
  ],
  ['a programme has no code of its own', 'Chương trình 135 của Chính phủ', [[null, null]]],
];

describe('completeDrafts', () => {
  it.each(rows)('%s', (_note, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('infers a code only where the rules of form leave one', () => {
    const codes = (text: string): readonly (string | null)[] =>
      extractCitations(text).map(({ canonical }) => canonical);
    expect(codes('Nghị quyết số 05 của Tỉnh ủy')).toEqual(['05-NQ/TU']);
    expect(codes('Nghị quyết số 5 của Đảng ủy phường Hòa Lâm')).toEqual(['05-NQ/ĐU']);
    expect(codes('Hướng dẫn số 9 của Ban Tổ chức Huyện ủy')).toEqual(['09-HD/BTCHU']);
    expect(codes('Công điện số 24 của Thủ tướng Chính phủ')).toEqual(['24/CĐ-TTg']);
    expect(codes('Quyết định số 24 của Thủ tướng Chính phủ')).toEqual([null]);
    expect(codes('Nghị quyết số 24 của HĐND tỉnh')).toEqual([null]);
    expect(codes('Nghị quyết số 24 của Quốc hội')).toEqual([null]);
    expect(codes('Thông tư số 24 của Bộ Y tế')).toEqual([null]);
    expect(codes('Thông tư số 24/2020 của Bộ NN&PTNT')).toEqual([null]);
  });
});

import { describe, expect, it } from 'vitest';
import { dropPageFurniture, takeStamps } from './printed-pages.ts';

const words = ['Thôn Đoài trồng chè.', 'Thôn Thượng trồng quế.', 'Thôn Hạ nuôi cá.', 'Thôn Trung làm đường.'];
const pagesWith = (above: (page: number) => readonly string[], below: (page: number) => readonly string[]) =>
  words.map((line, at) => [...above(at + 1), line, ...below(at + 1)]);
const none = (): readonly string[] => [];
const bare = words.map((line) => [line]);

describe('dropPageFurniture drops', () => {
  it.each([
    ['page numbers above', pagesWith((page) => [`${page}`], none)],
    ['page numbers below', pagesWith(none, (page) => [`- ${page} -`])],
    ['numbers of all pages', pagesWith(none, (page) => [`Trang ${page}/4`])],
    ['a running head', pagesWith(() => ['CÔNG BÁO HẠ KHÊ'], none)],
    ['a head that counts with its pages', pagesWith((page) => [`CÔNG BÁO/Số 12 ${page + 30}`], none)],
    ['a head that counts in front', pagesWith((page) => [`${page + 30} CÔNG BÁO/Số 12/Ngày 5-4-2023`], none)],
    ['heads of two kinds', pagesWith((page) => [page % 2 === 0 ? 'CÔNG BÁO' : 'SỐ 12'], none)],
    [
      'head, foot and number together',
      pagesWith(
        () => ['HẠ KHÊ', 'Mật'],
        (page) => [`${page}`],
      ),
    ],
    ['a page of nothing else', [...bare, ['5']]],
  ])('%s', (_, pages) => {
    expect(dropPageFurniture(pages).filter((lines) => lines.length > 0)).toEqual(bare);
  });

  it.each([
    [
      'what repeats inside pages',
      words.map((line) =>
        ['Một', 'Hai', 'Ba', 'Bốn', line, 'Năm', 'Sáu', 'Bảy', 'Tám']
          .map((word, at) => `${word} ${line} ${at}`)
          .toSpliced(4, 0, 'Kính gửi: các thôn'),
      ),
    ],
    ['a line on one page', [['Kính gửi: các thôn', 'Thôn Đoài trồng chè.'], ['Thôn Thượng trồng quế.']]],
    ['a number in a sentence', [['Có 3 thôn.'], ['Có 5 xã.'], ['Có 9 bản.']]],
    ['a year', [['2023 là năm được mùa.']]],
  ])('not %s', (_, pages) => {
    expect(dropPageFurniture(pages)).toEqual(pages);
  });
});

describe('takeStamps', () => {
  it.each([
    [
      'a stamp with its fields',
      [
        'Ký bởi: Cổng thông tin Hạ Khê',
        'Email: cong@hakhe.example',
        'Cơ quan: Tỉnh Hạ Khê',
        'Thời gian ký: 05.02.2023 10:11:12 +07:00',
      ],
    ],
    ['a time below its label', ['Người ký: Lê Thị Ví', 'Ngày ký:', '05-02-2023 10:11:12']],
    [
      'a value that goes on in the next line',
      ['Ký bởi: Văn phòng', 'Ủy ban nhân dân', 'Thời gian ký: 05.02.2023 10:11:12'],
    ],
    ['a stamp in English', ['Signature Not Verified', 'Date: 05.02.2023 10:11:12']],
  ])('takes %s', (_, stamp) => {
    expect(takeStamps([['Điều 1.', ...stamp, 'Điều 2.']])).toEqual({
      pages: [['Điều 1.', 'Điều 2.']],
      stamps: [stamp.join('; ')],
    });
  });

  it('tells a stamp on many pages once', () => {
    expect(
      takeStamps([
        ['Ký bởi: A', 'Một'],
        ['Ký bởi: A', 'Hai'],
      ]),
    ).toEqual({ pages: [['Một'], ['Hai']], stamps: ['Ký bởi: A'] });
  });

  it.each([
    ['Nghị quyết được ký bởi Chủ tịch.'],
    ['Người ký văn bản chịu trách nhiệm.'],
    ['Email: cong@hakhe.example'],
  ])('leaves %j', (line) => {
    expect(takeStamps([[line]])).toEqual({ pages: [[line]], stamps: [] });
  });
});

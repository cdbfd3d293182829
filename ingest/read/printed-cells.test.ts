import { describe, expect, it } from 'vitest';
import { orderPieces, type PrintedPiece } from './printed-cells.ts';

/** Words of 10 points, 5 wide a letter. */
const at = (left: number, base: number, text: string, endsLine = true): PrintedPiece => ({
  text,
  left,
  right: left + text.length * 5,
  base,
  size: 10,
  endsLine,
});
const left = [
  'Sáng 5/4, Huyện ủy Cẩm Khê',
  'họp giao ban quý I, nghe các',
  'xã báo cáo tiến độ trồng chè',
  'và việc thực hiện nghị quyết',
  'về phát triển rừng; một số',
  'xã còn chậm, cần đôn đốc',
  'thường xuyên hơn nữa.',
];
const right = [
  'Kết luận hội nghị, Bí thư',
  'yêu cầu cán bộ phụ trách',
  'địa bàn bám sát cơ sở, đi',
  'từng thôn kiểm tra và báo',
  'cáo trước ngày 15; giao văn',
  'phòng theo dõi, tổng hợp và',
  'trình kỳ họp sau.',
];
const column = (lines: readonly string[], x: number, from = 100) =>
  lines.map((text, row) => at(x, from + row * 14, text));
const woven = (a: readonly PrintedPiece[], b: readonly PrintedPiece[]) =>
  a.flatMap((piece, row) => [{ ...piece, endsLine: false }, b[row] ?? piece]);

describe('orderPieces', () => {
  it.each([
    ['words of a line', [at(50, 10, 'Nghị ', false), at(75, 10, 'quyết')], ['Nghị quyết']],
    ['a blank between words', [at(50, 10, 'Nghị', false), at(70, 10, ' ', false), at(75, 10, 'quyết')], ['Nghị quyết']],
    [
      'what stands apart',
      [at(50, 10, 'Số: 1/KH', false), at(90, 10, ' ', false), at(300, 10, 'Hạ Khê')],
      ['Số: 1/KH \tHạ Khê'],
    ],
    ['raised letters', [at(50, 10, 'héc-ta', false), at(80, 6, '2', false), at(85, 10, ' chè')], ['héc-ta2 chè']],
    ['lines without a mark of their end', [at(50, 10, 'Một', false), at(50, 24, 'Hai', false)], ['Một', 'Hai']],
    ['shadows', [at(50, 10, 'Một'), at(50.4, 10.3, 'Một'), at(50, 24, 'Một')], ['Một', 'Một']],
    ['nothing', [], []],
    ['blanks', [at(50, 10, ' '), at(50, 24, '')], []],
  ])('reads %s', (_, pieces, lines) => {
    expect(orderPieces(pieces)).toEqual(lines);
  });

  const [a, b] = [column(left, 50), column(right, 300)];
  it.each([
    ['one after the other', [...a, ...b]],
    ['row by row', woven(a, b)],
    [
      'row by row, a little apart in height',
      woven(a, column(right, 300, 104)).map((piece) => ({ ...piece, endsLine: true })),
    ],
    ['the right one first', [...b, ...a]],
  ])('reads columns drawn %s', (_, pieces) => {
    expect(orderPieces(pieces)).toEqual([...left, ...right]);
  });

  it('reads what crosses the gap, and the foot of the page, in their places', () => {
    const title = at(50, 80, 'HUYỆN ỦY CẨM KHÊ GIAO BAN QUÝ MỘT VÀ BÀN NHIỆM VỤ QUÝ HAI NĂM 2023');
    const middle = at(50, 210, 'Phần thứ hai của bản tin, có tiêu đề chạy ngang qua cả hai cột của trang');
    const lower = [column(left, 50, 230), column(right, 300, 230)] as const;
    const foot = at(50, 800, 'Trang 3');
    expect(orderPieces([foot, title, ...woven(a, b), middle, ...woven(...lower)])).toEqual([
      title.text,
      ...left,
      ...right,
      middle.text,
      ...left,
      ...right,
      foot.text,
    ]);
  });

  it.each([
    [
      'a table',
      Array.from({ length: 9 }, (_, row) => [`Thôn số ${row + 1} của xã Cao Khê`, `Trồng ${row} héc-ta chè búp`]),
    ],
    [
      'the two halves of a head',
      [
        ['ỦY BAN NHÂN DÂN XÃ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        ['Số: 12/KH-UBND', 'Cao Khê, ngày 05 tháng 02 năm 2023'],
      ],
    ],
    ['figures', Array.from({ length: 9 }, (_, row) => [`chè búp thôn ${row}`, `${row}00,5`])],
  ])('leaves %s row by row', (_, rows) => {
    const pieces = woven(
      column(
        rows.map(([cell = '']) => cell),
        50,
      ),
      column(
        rows.map(([, cell = '']) => cell),
        300,
      ),
    );
    expect(orderPieces(pieces)).toEqual(rows.map((row) => row.join('\t')));
  });

  it('reads three columns', () => {
    const third = right.map((line) => line.replace(/^Kết/u, 'Cuối'));
    const pieces = [0, 1, 2, 3, 4, 5, 6].flatMap((row) =>
      [left, right, third].map((lines, index) => at(40 + index * 180, 100 + row * 14, lines[row] ?? '', index === 2)),
    );
    expect(orderPieces(pieces)).toEqual([...left, ...right, ...third]);
  });
});

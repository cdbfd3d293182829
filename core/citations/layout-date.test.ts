import { describe, expect, it } from 'vitest';
import { extractCitations } from './extract.ts';

type Row = readonly [note: string, text: string, dates: readonly (readonly [number: string, date: string | null])[]];

const rows: readonly Row[] = [
  [
    'a gazette: the day on the line above, twice',
    'CÔNG BÁO\n03/02/2021\nQuyết định số 07/2021/QĐ-UBND ban hành quy chế bãi xe.\n5\n10/02/2021\nQuyết định số 08/2021/QĐ-UBND về giá nước.',
    [
      ['07', '2021-02-03'],
      ['08', '2021-02-10'],
    ],
  ],
  [
    'a gazette: the day in front of the type word',
    '4-5-2020 - Chỉ thị số 09/CT-UBND về cháy rừng. 12\n6-5-2020 - Kế hoạch số 611/KH-UBND thực hiện Nghị quyết số 30/NQ-CP. 15',
    [
      ['09', '2020-05-04'],
      ['611', '2020-05-06'],
      ['30', null],
    ],
  ],
  ['one such line is none', '05/6/2023\nNghị quyết số 21-NQ/TU ba năm nhìn lại', [['21', null]]],
  [
    'days of posting, which a code’s year contradicts',
    'Tin liên quan\n15/07/2024\nNghị quyết số 21/2019/NQ-HĐND đi vào cuộc sống\n16/07/2024\nKế hoạch số 50/KH-UBND: nhiều lợi ích',
    [
      ['21', null],
      ['50', null],
    ],
  ],
  [
    'a table with tabs',
    '1\tQuyết định\t12/2010/QĐ-UBND\t05/04/2010\tVề phí chợ\n2\tNghị quyết\t33/2012/NQ-HĐND\t07/12/2012\tVề phí đò',
    [
      ['12', '2010-04-05'],
      ['33', '2012-12-07'],
    ],
  ],
  [
    'a table with a line to each cell',
    '1\nQuyết định\n12/2010/QĐ-UBND\n05/04/2010\nVề phí chợ\n2\nChỉ thị\n06/CT-UBND\n07/12/2012\nVề phí đò',
    [
      ['12', '2010-04-05'],
      ['06', '2012-12-07'],
    ],
  ],
  [
    'a ruled table: only the first code of a row',
    '| 1 | 455/QĐ-UBND | 9/8/2007 | Thay bằng Quyết định số 18/2015/QĐ-UBND | 01/10/2015 |',
    [
      ['455', '2007-08-09'],
      ['18', null],
    ],
  ],
  ['a comma and words that go on', 'Căn cứ Quyết định 15/2008/QĐ-UBND, 12/3/2008, của tỉnh;', [['15', '2008-03-12']]],
  ['a time behind the day', 'Lễ công bố Quyết định số 88/QĐ-UBND\n08/07/2017, 22:36\nSáng nay', [['88', null]]],
  ['a day of posting', 'Sơ kết Nghị quyết số 21-NQ/TU 06/08/2024', [['21', null]]],
  ['a counter behind the day', 'Quyết định số 70/QĐ-UBND\n06/08/2024 | 16:45 | Lượt xem: 12', [['70', null]]],
  ['a caption', 'Ảnh: trao Quyết định số 71/QĐ-UBND, 06/08/2024', [['71', null]]],
  ['a range', 'Quyết định số 90/QĐ-UBND 1/1/2020 - 31/12/2020 là thời hạn', [['90', null]]],
  ['a count of votes', 'Nghị quyết số 49/NQ-HĐND 58/58 đại biểu', [['49', null]]],
  ['out of force', 'Nghị quyết số 49/NQ-HĐND hết hiệu lực 01/01/2021', [['49', null]]],
  [
    'a column of days out of force',
    'Số, ký hiệu | Ngày hết hiệu lực\n1 | 20/2015/QĐ-UBND | 31/12/2015\n2 | 21/2016/QĐ-UBND | 30/6/2016',
    [
      ['20', null],
      ['21', null],
    ],
  ],
  [
    'the last column, behind another code',
    'Bãi bỏ theo 32/2021/QĐ-UBND 10/10/2021\nThay bởi 40/2021/QĐ-UBND\n11/10/2021',
    [
      ['32', null],
      ['40', null],
    ],
  ],
  ['a letterhead', 'UBND XÃ\nSố: 77/BC-UBND\nĐồng Sim, ngày 05 tháng 6 năm 2022\nBÁO CÁO', [['77', '2022-06-05']]],
  ['one line', 'SỞ Y TẾ\nSố: 341/SYT-NVY     Hạ Khê, ngày 7 tháng 01 năm 2021\nV/v', [['341', '2021-01-07']]],
  ['capitals', 'SỐ: 34/TB-UBND\nHẠ KHÊ, NGÀY 08 THÁNG 9 NĂM 2014\n', [['34', '2014-09-08']]],
  ['a subject line between', 'Số: 12/TB-UBND\nV/v cấp nước\nTP. Hồ Chí Minh, ngày 09/8/2023\n', [['12', '2023-08-09']]],
  ['place and day above', 'Hà Nội, ngày 3 tháng 4 năm 2019\nSố: 208/TB-VPCP\nTHÔNG BÁO', [['208', '2019-04-03']]],
  ['no place', 'Số: 12/QĐ-UBND\nSáng nay, ngày 14/11/2023, tại hội trường', [['12', null]]],
  ['no letterhead', 'theo Số: 12/QĐ-UBND\nNam Khê, ngày 14 tháng 11 năm 2023, lũ về', [['12', null]]],
];

describe('dates of layouts', () => {
  it.each(rows)('%s', (_note, text, dates) => {
    const read = extractCitations(text).map(({ number, date }) => [number, date]);
    expect(read).toEqual(dates);
  });
});

import { describe, expect, it } from 'vitest';
import { findDate, findDates, isRealDay, parseTimeOfDay } from './dates.ts';

describe('findDate: the shapes in which sites print a date', () => {
  const cases: readonly [shape: string, text: string, value: string, flags?: readonly string[]][] = [
    ['D1', 'Thứ Bảy, 09/07/2016, 21:14 [GMT+7]', '2016-07-09T21:14:00+07:00'],
    ['D1', 'Chủ Nhật, 12/01/2020, 12:40 [GMT+7]', '2020-01-12T12:40:00+07:00'],
    ['D2', 'Thứ hai, 20/7/2020, 10:37 (GMT+7)', '2020-07-20T10:37:00+07:00'],
    ['D3', 'Thứ năm - 21/09/2023 07:12', '2023-09-21T07:12:00+07:00'],
    ['D4', 'Cập nhật: 14/10/2023 08:15', '2023-10-14T08:15:00+07:00'],
    ['D4', 'Cập nhật lúc 08:15, 14/10/2023', '2023-10-14T08:15:00+07:00'],
    ['D4', '(Cập nhật 7:05 - 3/2/2004)', '2004-02-03T07:05:00+07:00'],
    ['D5', 'Ngày đăng 15/12/2021 | 01:47  | View count: 642', '2021-12-15', ['clock-12h']],
    ['D5', 'Ngày đăng 15/12/2021 | 12:05 | View count: 9', '2021-12-15', ['clock-12h']],
    [
      'D5, a time that no clock of twelve hours shows',
      'Ngày đăng 15/12/2021 | 15:22 | View count: 642',
      '2021-12-15T15:22:00+07:00',
    ],
    ['D5 with its half of the day', 'Ngày đăng 15/12/2021 | 01:47 CH | 642', '2021-12-15T13:47:00+07:00'],
    ['D6, a counter and no time', '15/11/2019 | 604', '2019-11-15'],
    ['D7', '14/05/2026 15:25', '2026-05-14T15:25:00+07:00'],
    ['D7', '26/01/2019 - 19:26', '2019-01-26T19:26:00+07:00'],
    ['D7', '03/03/2026 19:07 GMT+7', '2026-03-03T19:07:00+07:00'],
    ['D8', '20:18 05/12/2024', '2024-12-05T20:18:00+07:00'],
    ['D8', '21:58, 27/09/2020', '2020-09-27T21:58:00+07:00'],
    ['D8', '08:05 | 27-09-2020', '2020-09-27T08:05:00+07:00'],
    ['D9', '7h30 ngày 14/5/2023', '2023-05-14T07:30:00+07:00'],
    ['D9', '14.5.2023, 15 giờ', '2023-05-14T15:00:00+07:00'],
    ['D10', 'ngày 05 tháng 02 năm 2023', '2023-02-05'],
    ['D10 behind a label', 'Ngày đăng: 05 tháng 02 năm 2023', '2023-02-05'],
    ['D10 behind a weekday', 'Thứ hai, 6 tháng 2 năm 2023', '2023-02-06'],
    ['D10, tháng Năm is May', 'Ngày 1 tháng Năm năm 2023', '2023-05-01'],
    ['D10', 'ngày 3 tháng mười một, năm 2023', '2023-11-03'],
    ['D18', '2026-04-03T22:32:47+07:00', '2026-04-03T22:32:47+07:00'],
    ['D18', '2023-09-21T07:12:00+0700', '2023-09-21T07:12:00+07:00'],
    ['D18, another zone is converted', '2026-04-03T17:32:47.120Z', '2026-04-04T00:32:47+07:00'],
    ['D18 without a zone', '2026-04-03T22:32', '2026-04-03T22:32:00+07:00'],
    ['D18, a day', '2026-04-03', '2026-04-03'],
    ['D19', '2023-10-14+0708:15:00', '2023-10-14T08:15:00+07:00', ['repaired']],
    ['D20', 'Fri, 03 Apr 2026 22:32:47 GMT+7', '2026-04-03T22:32:47+07:00'],
    ['D20', 'Fri, 03 Apr 2026 15:32:47 GMT', '2026-04-03T22:32:47+07:00'],
    ['D20', 'Fri, 3 Apr 2026 22:32:47 +0700', '2026-04-03T22:32:47+07:00'],
    [
      'D20, the month where minutes belong',
      'Sat, 14 Oct 2023 08:10:00 GMT+7',
      '2023-10-14T08:10:00+07:00',
      ['minutes-doubtful'],
    ],
    ['D4, the time before the weekday', 'Cập nhật lúc 14:21, Thứ sáu, 26/05/2017 (GMT+7)', '2017-05-26T14:21:00+07:00'],
    ['D22', '10/14/2023 8:15:05 AM', '2023-10-14T08:15:05+07:00', ['month-first']],
    ['D22', '3/4/2023 12:05:00 PM', '2023-03-04T12:05:00+07:00', ['month-first']],
    ['no D22: padded days are Vietnamese', '03/04/2023 08:15:05 AM', '2023-04-03T08:15:05+07:00'],
    ['English', 'April 14, 2023', '2023-04-14'],
    ['English', 'Tuesday, July 5, 2022 | 6:20 PM', '2022-07-05T18:20:00+07:00'],
    ['English', 'Published Nov. 8, 2023, 10:28 p.m. ET', '2023-11-08T22:28:00+07:00'],
    ['English', 'November 8, 2023 at 5:49 a.m.', '2023-11-08T05:49:00+07:00'],
    ['German', '8. November 2023 um 17:49 Uhr', '2023-11-08T17:49:00+07:00'],
    ['English', 'Published 14th of Sept. 2021', '2021-09-14'],
    ['English, a weekday that does not fit', 'Monday, 5 July 2022', '2022-07-05', ['weekday-mismatch']],
    ['German', 'Mittwoch, 20. Februar 2019', '2019-02-20'],
    ['French', 'jeudi 1er août 2019', '2019-08-01'],
    ['Spanish', '2 de abril de 2020', '2020-04-02'],
    ['Dutch', '9 oktober 2020 11:12', '2020-10-09T11:12:00+07:00'],
    ['Russian', '15 августа 2016, 13:43', '2016-08-15T13:43:00+07:00'],
    ['Polish', '3 września 2021', '2021-09-03'],
    ['Arabic', '07 أكتوبر 2020', '2020-10-07'],
    ['Chinese and Japanese', '2019年4月13日', '2019-04-13'],
    ['Unix: a day, as the zone is a name', 'Mon Oct 11 23:57:21 CEST 2021', '2021-10-11'],
    ['the year first', '2020/10/4 08:05', '2020-10-04T08:05:00+07:00'],
    ['a weekday that does not fit', 'Thứ hai, 09/07/2016', '2016-07-09', ['weekday-mismatch']],
    ['an ordinal is no weekday', 'kỳ họp thứ ba, ngày 09/07/2016', '2016-07-09'],
    ['a time that is none', '09/07/2016 25:70', '2016-07-09', ['time-impossible']],
  ];
  it.each(cases)('%s: %s', (_, text, value, flags = []) => {
    expect(findDate(text)).toMatchObject({ kind: 'date', value, flags });
  });

  it.each(['29/02/2023', '30/2/2024', '31/11/2022 08:00', '12/13/2022', 'ngày 31 tháng 4 năm 2021', '2023-02-29'])(
    '%s does not exist and is not mended',
    (text) => expect(findDate(text)).toMatchObject({ kind: 'impossible' }),
  );

  it.each([
    '8-7',
    '13-16/12',
    '17/12',
    'thứ năm',
    'năm 2023',
    'tháng Năm',
    'kỳ họp thứ ba',
    'ngày … tháng 3 năm 2023',
    'tháng 3/2023',
    'giai đoạn 2021- 2025',
    '3.353 văn bản',
    '12/12 phường',
    '24/7',
    '337/2021/NQ-HĐND',
    '0203.3825.123',
    '11/12/20213',
    'May 2023',
    'Marching 5, 2023',
    '5 Marsch 2023',
    '2023/2024',
  ])('%s is no whole date', (text) => expect(findDates(text)).toEqual([]));
});

describe('findDates', () => {
  it.each([
    ['2023-11-08T23:10:00-05:00', '2023-11-09T11:10:00+07:00', '2023-11-08T23:10:00-05:00'],
    ['2023-11-08T18:10:00Z', '2023-11-09T01:10:00+07:00', '2023-11-08T18:10:00+00:00'],
    ['2023-11-08T18:10:00+0530', '2023-11-08T19:40:00+07:00', '2023-11-08T18:10:00+05:30'],
    ['2023-11-08T18:10', '2023-11-08T18:10:00+07:00', '2023-11-08T18:10:00+07:00'],
  ])('%s in Vietnam and where it was printed', (text, value, local) =>
    expect(findDate(text)).toMatchObject({ value, local }),
  );

  it('tells an update from a publication, and where each stands', () => {
    const text = 'Ngày đăng: 12/10/2023 09:00 - Cập nhật lúc: 14/10/2023 08:15 - 5 bình luận';
    const found = findDates(text);
    expect(found.map((date) => date.kind === 'date' && [date.use, date.value.slice(0, 10)])).toEqual([
      ['published', '2023-10-12'],
      ['updated', '2023-10-14'],
    ]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Ngày đăng: 12/10/2023 09:00',
      'Cập nhật lúc: 14/10/2023 08:15',
    ]);
  });

  it.each(['1/', '11:11 ', 'thứ ', 'ngày 1 tháng ', '          ', '2023-10-'])(
    'finds none in a line of “%s”',
    (piece) => {
      expect(findDates(piece.repeat(100_000))).toEqual([]);
    },
  );
});

describe('parseTimeOfDay', () => {
  it.each([
    ['7h30', 7, 30],
    ['15 giờ', 15, 0],
    ['15 giờ 05', 15, 5],
    ['13h00', 13, 0],
    ['8g', 8, 0],
    ['22:36', 22, 36],
    ['1:22 CH', 13, 22],
    ['12:05 SA', 0, 5],
  ])('%s', (text, hour, minute) => expect(parseTimeOfDay(text)).toEqual({ hour, minute }));

  it.each(['24:00', '7h75', '7', '7 hộ', 'giờ'])('%s is none', (text) => expect(parseTimeOfDay(text)).toBeNull());
});

describe('isRealDay', () => {
  it('knows leap years and the years of publication', () => {
    expect([isRealDay(2024, 2, 29), isRealDay(2023, 2, 29), isRealDay(1944, 1, 1), isRealDay(2023, 0, 1)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

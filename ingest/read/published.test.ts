import { describe, expect, it } from 'vitest';
import { findDate } from './dates.ts';
import { findDateLine, type PageZone, readByline, readDateLine, settleDates } from './published.ts';

describe('readDateLine', () => {
  it.each([
    'Thứ Bảy, 09/07/2016, 21:14 [GMT+7]',
    'Ngày đăng 15/12/2021 | 01:47  | View count: 642',
    'Cập nhật: 14/10/2023 08:15',
    'Print Thứ Bảy, 26/01/2019 19:26',
    '15/11/2019 | 604',
    '(Cập nhật 7:05 - 3/2/2004)',
    'Đăng lúc: 08:15 ngày 14/10/2023 - Lượt xem: 1.204',
    'Ngày đăng 29/02/2023 | 08:10 | View count: 5',
    'Gửi bởi quantri vào 20:38 26/10/2019',
    'Được đăng bởi quản trị vào Thứ bảy, 26/10/2019 - 20:38',
    'Posted on April 14, 2023',
    'Stand: 28.04.2020 18:00 Uhr',
    'Von Lan Chi am 03.05.2013, 11:51',
    'Published: 14/04/2023 Updated: 15/04/2023',
  ])('%s is one', (line) => expect(readDateLine(line)).not.toBeNull());

  it.each([
    'Ngày 14/8/2020, Huyện ủy Cẩm Khê tổ chức hội nghị trực tuyến.',
    'Hạ Khê, ngày 05 tháng 02 năm 2023',
    'Nghị quyết số 31-NQ/TU, ngày 12/01/2022',
    'Hôm nay: Thứ Hai, 08/07/2024',
    'Hội nghị giao ban quý II/2022',
    '28.01.2022 – 29.01.2022',
    '',
    '2018-08-29 14:15:57 2018-06-22 10:20:00',
  ])('%s is none', (line) => expect(readDateLine(line)).toBeNull());
});

describe('readByline', () => {
  it.each([
    'By Lan Chi | April 14, 2023',
    'Quốc Bảo - 08:15 14/10/2023',
    'Thời gian đăng: 14/10/2023 08:15 | Tác giả: An Hạ',
    'Lan Chi / 22.04.2020 / Print',
    '15.2.2018, 19:51 > lanchi',
  ])('%s is one', (line) => expect(readByline(line)).toHaveLength(1));
  it.each(['Sáng 14/10/2023 | Huyện ủy họp.', 'Quốc Bảo | Minh Châu', '14/10/2023 đến nay | Cẩm Khê'])(
    '%s is none',
    (line) => expect(readByline(line)).toBeNull(),
  );
});

describe('findDateLine', () => {
  it('looks near the head only', () => {
    const far = [...Array.from({ length: 20 }, (_, at) => `Đoạn ${at}`), '14/10/2023 08:15'];
    expect(findDateLine(far)).toBeNull();
    expect(findDateLine(['Tin', '', 'Tiêu đề', '14/10/2023 08:15'])?.at).toBe(3);
  });
});

describe('settleDates', () => {
  const settle = (texts: readonly string[], now: Date | null = null) =>
    settleDates(
      texts.flatMap((text) => findDate(text) ?? []),
      now,
    );

  it('takes the first published date and the first update', () => {
    expect(settle(['Cập nhật: 15/10/2023', '14/10/2023 08:15', '01/01/2020'])).toEqual({
      published: '2023-10-14T08:15:00+07:00',
      updated: '2023-10-15',
      warnings: [],
    });
  });

  it.each([
    ['an update stands in, and says so', ['Cập nhật: 14/10/2023'], '2023-10-14', ['date-of-update']],
    ['a doubtful clock leaves the day', ['Ngày đăng 15/12/2021 | 01:47'], '2021-12-15', ['clock-12h']],
    ['an impossible day is null', ['29/02/2023'], null, ['date-impossible']],
    ['a sound date behind an impossible one', ['29/02/2023', '28/02/2023'], '2023-02-28', ['date-impossible']],
    ['the future is null', ['14/10/2030'], null, ['date-future']],
    ['of one day the one with a time', ['14/10/2023', '14/10/2023 08:15'], '2023-10-14T08:15:00+07:00', []],
    ['tomorrow may be a slow clock here', ['15/10/2024'], '2024-10-15', []],
    ['nothing', [], null, []],
  ])('%s', (_, texts, published, codes) => {
    const dates = settle(texts, new Date('2024-10-14T10:00:00Z'));
    expect(dates.published).toBe(published);
    expect(dates.warnings.map((warning) => warning.code)).toEqual(codes);
  });
});

describe('settleDates: zones', () => {
  const publishedOf = (texts: readonly string[], zone: PageZone) =>
    settleDates(
      texts.flatMap((text) => findDate(text) ?? []),
      null,
      zone,
    ).published;
  it.each([
    ['a site of Vietnam', ['2023-11-08T18:10:00Z'], 'vietnam', '2023-11-09T01:10:00+07:00'],
    ['an update of Vietnam stands in', ['Cập nhật: 14/10/2023'], 'vietnam', '2023-10-14'],
    ['an update elsewhere does not', ['Last updated: 14/10/2023'], 'printed', null],
    ['another', ['2023-11-08T23:10:00-05:00'], 'printed', '2023-11-08T23:10:00-05:00'],
    ['the day of the address', ['2023-11-09T03:10:00Z', '2023-11-08'], 'printed', '2023-11-08'],
    [
      'the day before, where no clock is behind UTC',
      ['2023-11-09T03:10:00Z', '2023-11-08'],
      'printed-east',
      '2023-11-09T03:10:00+00:00',
    ],
    [
      'a date beside it, the same day',
      ['2023-11-09T03:10:00Z', 'November 9, 2023'],
      'printed',
      '2023-11-09T03:10:00+00:00',
    ],
    [
      'a day before that no zone has',
      ['2023-11-09T21:10:00Z', 'November 8, 2023'],
      'printed',
      '2023-11-09T21:10:00+00:00',
    ],
    [
      'the same instant on the clock of the place',
      ['2023-11-08T22:04:00Z', 'November 9, 2023 00:04'],
      'printed',
      '2023-11-09T00:04:00+07:00',
    ],
    [
      'another instant of the next day',
      ['2023-11-08T22:04:00Z', 'November 9, 2023 00:30'],
      'printed',
      '2023-11-08T22:04:00+00:00',
    ],
    ['midnight at its place', ['2023-11-08T23:00:00Z', 'November 9, 2023'], 'printed', '2023-11-09'],
    [
      'late in the evening, and the next day beside it',
      ['2023-11-08T23:04:00Z', 'November 9, 2023'],
      'printed',
      '2023-11-08T23:04:00+00:00',
    ],
    [
      'the day of the address before, and its own shown',
      ['2023-11-09T03:10:00Z', '2023-11-08', 'November 9, 2023'],
      'printed',
      '2023-11-09T03:10:00+00:00',
    ],
    [
      'its instant on the clock of the place, and its own day shown',
      ['2023-11-09T03:28:00Z', 'November 8, 2023, 10:28 p.m.', 'November 9, 2023'],
      'printed',
      '2023-11-08T22:28:00+07:00',
    ],
    [
      'the clock of the place with the sign of UTC',
      ['2022-05-04T00:44:52Z', '2022-05-03T21:44:52Z'],
      'printed',
      '2022-05-03T21:44:52+00:00',
    ],
    ['another stamp in UTC', ['2022-05-04T00:44:52Z', '2022-05-03T21:44:51Z'], 'printed', '2022-05-04T00:44:52+00:00'],
    [
      'another in UTC on full minutes',
      ['2022-05-04T00:45:00Z', '2022-05-03T21:45:00Z'],
      'printed',
      '2022-05-04T00:45:00+00:00',
    ],
    [
      'a date beside it, days off',
      ['2023-11-09T03:10:00Z', 'November 5, 2023'],
      'printed',
      '2023-11-09T03:10:00+00:00',
    ],
  ] as const)('%s', (_, texts, zone, wanted) => expect(publishedOf(texts, zone)).toBe(wanted));
});

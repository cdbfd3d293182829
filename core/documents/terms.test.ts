import { describe, expect, it } from 'vitest';
import { findAssemblyTerm, findCentralTerm, findLocalTerm, hasDistricts, type TermAnswer } from './terms.ts';

function word(answer: TermAnswer): string {
  switch (answer.kind) {
    case 'term':
      return answer.term;
    case 'between':
      return answer.terms.join(' | ');
    case 'ended':
      return `ended ${answer.last}`;
    case 'unknown':
      return 'unknown';
    default:
      return answer satisfies never;
  }
}

const someProvince = { province: 'Vân Hải' };
const someCity = { province: 'Vân Hải', district: 'Sông Mơ' };
const haLong = { province: 'Quảng Ninh', district: 'Hạ Long' };

describe('terms of the Central Committee', () => {
  it.each([
    ['1976-12-20', 'unknown'],
    ['2016-01-26', '2011-2016'],
    ['2016-01-27', '2016-2021'],
    ['2021-01-30', '2016-2021'],
    ['2021-01-31', '2021-2026'],
    ['2026-01-22', '2021-2026'],
    ['2026-01-23', '2026-2031'],
    ['2032-01-01', 'unknown'],
  ])('%s: %s', (date, term) => {
    expect(word(findCentralTerm(date))).toBe(term);
  });
});

describe('terms of the National Assembly', () => {
  it.each([
    ['1997-09-19', 'unknown'],
    ['2016-07-19', '13'],
    ['2016-07-20', '14'],
    ['2021-07-20', '15'],
    ['2026-04-05', '15'],
    ['2026-04-06', '16'],
  ])('%s: %s', (date, term) => {
    expect(word(findAssemblyTerm(date))).toBe(term);
  });
});

describe('terms of committees below the centre', () => {
  it.each([
    ['between congresses', 'province', someProvince, '2022-05-05', '2020-2025'],
    ['before the season', 'province', someProvince, '2020-08-31', '2015-2020'],
    ['the first day of the season', 'province', someProvince, '2020-09-01', '2015-2020 | 2020-2025'],
    ['the last day of the season', 'province', someProvince, '2020-11-15', '2015-2020 | 2020-2025'],
    ['behind the season', 'province', someProvince, '2020-11-16', '2020-2025'],
    ['a known congress: the day it closed', 'province', { province: 'Quảng Ninh' }, '2020-09-27', '2015-2020'],
    ['a known congress: the day after', 'province', { province: 'Quảng Ninh' }, '2020-09-28', '2020-2025'],
    ['a province by another spelling', 'province', { province: 'quảng ninh' }, '2020-09-28', '2020-2025'],
    ['the season of cities is earlier', 'district', someCity, '2020-07-01', '2015-2020 | 2020-2025'],
    ['behind the season of cities', 'district', someCity, '2020-09-01', '2020-2025'],
    ['a known congress of a city', 'district', haLong, '2020-07-22', '2015-2020'],
    ['a known congress of a city, the day after', 'district', haLong, '2020-07-23', '2020-2025'],
    [
      'another city of that province',
      'district',
      { ...haLong, district: 'Cẩm Phả' },
      '2020-07-23',
      '2015-2020 | 2020-2025',
    ],
    ['a city whose province nothing tells', 'district', null, '2022-07-23', '2020-2025'],
    ['a commune', 'commune', { ...haLong, commune: 'Cầu Vồng' }, '2020-04-01', '2015-2020 | 2020-2025'],
    ['the committee of an agency', 'org', null, '2022-04-01', '2020-2025'],
    ['districts held no congress in their last year', 'district', someCity, '2025-06-15', '2020-2025'],
    ['districts ended', 'district', someCity, '2025-07-01', 'ended 2020-2025'],
    ['long after', 'district', someCity, '2031-07-01', 'ended 2020-2025'],
    ['a province that went into another', 'province', { province: 'Bắc Giang' }, '2025-06-30', '2020-2025'],
    ['the day after', 'province', { province: 'Bắc Giang' }, '2025-07-01', 'ended 2020-2025'],
    ['Thừa Thiên Huế, which became Huế', 'province', { province: 'Thừa Thiên Huế' }, '2025-01-01', 'ended 2020-2025'],
    ['other provinces went on', 'province', { province: 'Quảng Ninh' }, '2025-09-28', '2025-2030'],
    ['before the tables', 'province', someProvince, '1999-01-01', 'unknown'],
    ['after the tables', 'province', someProvince, '2031-01-01', 'unknown'],
  ] as const)('%s', (_note, level, place, date, term) => {
    expect(word(findLocalTerm(level, place, date))).toBe(term);
  });
});

describe('districts', () => {
  it.each([
    [null, true],
    ['2025-06-30', true],
    ['2025-07-01', false],
  ])('on %s: %s', (date, had) => {
    expect(hasDistricts(date)).toBe(had);
  });
});

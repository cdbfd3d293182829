import { describe, expect, it } from 'vitest';
import {
  findDistricts,
  findProvince,
  findSlugged,
  foldPlace,
  isCentralCity,
  isProvinceName,
  isSamePlace,
  slugPlace,
} from './places.ts';

describe('names of places', () => {
  it.each([
    ['Hạ Long', 'ha long'],
    ['thành phố Hạ Long', 'ha long'],
    ['TP. Hạ Long', 'ha long'],
    ['tỉnh  Quảng\nNinh ', 'quang ninh'],
    ['Bà Rịa - Vũng Tàu', 'ba ria vung tau'],
    ['Bà Rịa-Vũng Tàu', 'ba ria vung tau'],
    ['Xa Lộ', 'lo'],
    ['Quận 7', 'quan 7'],
  ])('%j is compared as %j', (name, key) => {
    expect(foldPlace(name)).toBe(key);
  });

  it.each([
    ['Hoà Bình', 'Hòa Bình', true],
    ['TP Hạ Long', 'hạ long', true],
    ['Ha Long', 'Hạ Long', true],
    ['Bến Cau', 'Bến Cầu', false],
    ['Phù Mỹ', 'Phú Mỹ', false],
    ['Hạ Long', 'Hạ Lang', false],
  ])('%s and %s: %s', (a, b, isSame) => {
    expect(isSamePlace(a, b)).toBe(isSame);
    expect(isSamePlace(b, a)).toBe(isSame);
  });

  it.each([
    ['Hạ Long', 'ha-long'],
    ["Ia H' Drai", 'ia-h-drai'],
    ['Phan Rang-Tháp Chàm', 'phan-rang-thap-cham'],
    ['Đắk Lắk', 'dak-lak'],
  ])('%s is %s in an id', (name, slug) => {
    expect(slugPlace(name)).toBe(slug);
  });
});

describe('provinces', () => {
  it.each([
    ['quảng ninh', 'Quảng Ninh'],
    ['TP.HCM', 'Hồ Chí Minh'],
    ['TP Hồ Chí Minh', 'Hồ Chí Minh'],
    ['Bà Rịa – Vũng Tàu', 'Bà Rịa - Vũng Tàu'],
    ['Thừa Thiên - Huế', 'Thừa Thiên Huế'],
    ['Đắc Lắc', 'Đắk Lắk'],
    ['Hoà Bình', 'Hoà Bình'],
    ['Vân Hải', null],
    ['Hạ Long', null],
  ])('%s: %s', (name, province) => {
    expect(findProvince(name)).toBe(province);
  });

  it.each([
    ['Hải Phòng', null, true],
    ['Hạ Long', '2026-10-01', false],
    ['Huế', null, false],
    ['Huế', '2024-12-31', false],
    ['Huế', '2025-01-01', true],
    ['Quảng Ninh', '2026-08-31', false],
    ['Quảng Ninh', '2026-09-01', true],
  ])('%s on %s is run by the centre: %s', (name, date, isCentral) => {
    expect(isCentralCity(name, date)).toBe(isCentral);
  });

  it('knows names that a province bears at any time', () => {
    expect(['Huế', 'Quảng Ninh', 'Hà Nội', 'Hạ Long'].map(isProvinceName)).toEqual([true, true, true, false]);
  });
});

describe('districts', () => {
  it.each([
    ['Hạ Long', [], ['Quảng Ninh']],
    ['Kỳ Anh', [], ['Hà Tĩnh', 'Hà Tĩnh']],
    ['Kỳ Anh', ['huyện'], ['Hà Tĩnh']],
    ['Tam Nông', ['huyện'], ['Phú Thọ', 'Đồng Tháp']],
    ['Phan Rang', [], ['Ninh Thuận']],
    ['Phù Mỹ', [], ['Bình Định']],
    ['Phú Mỹ', [], ['Bà Rịa - Vũng Tàu']],
    ['Phu My', [], ['Bình Định', 'Bà Rịa - Vũng Tàu']],
    ['Sông Mơ', [], []],
  ])('%s %j: %j', (name, kinds, provinces) => {
    expect(findDistricts(name, kinds).map(({ province }) => province)).toEqual(provinces);
  });

  it('counts as alike in ids what differs in marks alone', () => {
    expect(findSlugged('Phù Mỹ')).toHaveLength(2);
  });
});

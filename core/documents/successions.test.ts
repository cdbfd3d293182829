import { describe, expect, it } from 'vitest';
import { issuers } from '../citations/issuers.ts';
import { findProvince, isProvinceName, isProvinceSince2025 } from './places.ts';
import {
  enlargedOn,
  findOrganPredecessors,
  findOrganSuccessors,
  findPredecessors,
  findSuccessor,
  lastDayOf,
  provinceOn,
} from './successions.ts';

describe('provinces that went into others', () => {
  it.each([
    ['Bắc Giang', '2025-06-30', 'Bắc Giang'],
    ['Bắc Giang', '2025-07-01', 'Bắc Ninh'],
    ['Bắc Ninh', '2026-01-01', 'Bắc Ninh'],
    ['Hòa Bình', '2026-01-01', 'Phú Thọ'],
    ['Thừa Thiên Huế', '2024-12-31', 'Thừa Thiên Huế'],
    ['Thừa Thiên Huế', '2025-01-01', 'Huế'],
    ['Quảng Ninh', '2026-10-01', 'Quảng Ninh'],
    ['Vân Hải', '2026-10-01', 'Vân Hải'],
    ['Bắc Giang', null, 'Bắc Giang'],
  ])('%s on %s: %s', (province, day, now) => {
    expect(provinceOn(province, day)).toBe(now);
  });

  it.each([
    ['Bình Dương', '2025-06-30'],
    ['Thừa Thiên Huế', '2024-12-31'],
    ['Hồ Chí Minh', null],
    ['Vân Hải', null],
  ])('the last day of %s: %s', (province, last) => {
    expect(lastDayOf(province)).toBe(last);
  });

  it.each([
    ['Bắc Ninh', '2025-07-01'],
    ['Huế', null],
    ['Bắc Giang', null],
    ['Quảng Ninh', null],
  ])('%s took others in on %s', (province, on) => {
    expect(enlargedOn(province)).toBe(on);
  });

  it('make 34 of 63, every name of which the tables have', () => {
    const ended = ['Bắc Giang', 'Hà Nam', 'Nam Định', 'Kiên Giang', 'Bà Rịa - Vũng Tàu'];
    for (const province of ended) {
      const { into } = findSuccessor(province) ?? { into: '' };
      expect([isProvinceSince2025(province), isProvinceSince2025(into)]).toEqual([false, true]);
      for (const one of findPredecessors(into)?.from ?? []) expect(findProvince(one), one).not.toBeNull();
    }
    expect(isProvinceName('Huế')).toBe(true);
  });
});

describe('national organs', () => {
  it.each([
    ['BNNPTNT', ['BNNMT']],
    ['BTNMT', ['BNNMT']],
    ['BTC', []],
    ['BCN', ['BCT']],
    ['BTGTW', ['BTGDVTW']],
  ])('%s went into %j', (symbol, into) => {
    expect(findOrganSuccessors(symbol).map((row) => row.into)).toEqual(into);
  });

  it('come of organs that the table of symbols has', () => {
    const symbols = new Set(issuers.map(({ symbol }) => symbol));
    for (const symbol of ['BNNMT', 'BTC', 'BXD', 'BNV', 'BKHCN', 'BDTTG', 'BCT', 'BTTTT', 'BTGDVTW']) {
      const rows = findOrganPredecessors(symbol);
      expect(rows.length, symbol).toBeGreaterThan(0);
      for (const one of rows.flatMap(({ from }) => from)) expect(symbols.has(one), one).toBe(true);
    }
  });
});

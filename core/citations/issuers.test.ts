import { describe, expect, it } from 'vitest';
import { findIssuer, issuers, spellIssuer } from './issuers.ts';

describe('the table of issuers', () => {
  it('has each symbol once', () => {
    const symbols = issuers.map(({ symbol }) => symbol);
    expect(new Set(symbols).size).toBe(symbols.length);
    expect(new Set(symbols.map((symbol) => symbol.toUpperCase())).size).toBe(symbols.length);
  });

  it('finds every symbol as it stands, in capitals, decomposed, and spells it the same', () => {
    for (const { symbol } of issuers) {
      for (const printed of [symbol, symbol.toUpperCase(), symbol.normalize('NFD')]) {
        expect(findIssuer(printed)?.symbol, printed).toBe(symbol);
        expect(spellIssuer(printed), printed).toBe(symbol);
      }
    }
  });

  it('has levels without repetition, one level for a body of the country', () => {
    for (const { symbol, levels, scope } of issuers) {
      expect(new Set(levels).size, symbol).toBe(levels.length);
      if (scope === 'national') expect(levels, symbol).toHaveLength(1);
    }
  });

  it('has lifetimes that begin before they end', () => {
    for (const { symbol, from, to } of issuers) {
      for (const day of [from, to])
        expect(day ?? '2000', symbol).toMatch(/^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)?$/);
      if (from !== null && to !== null) expect(from < to, symbol).toBe(true);
    }
  });

  it('is composed', () => {
    expect(JSON.stringify(issuers)).toBe(JSON.stringify(issuers).normalize('NFC'));
  });
});

describe('findIssuer and spellIssuer', () => {
  const rows: readonly [printed: string, symbol: string | null, spelled: string][] = [
    ['TU', 'TU', 'TU'],
    ['Tu', 'TU', 'TU'],
    ['TƯ', 'TW', 'TW'],
    ['T.Ư', 'TW', 'TW'],
    ['T.Ư.', 'TW', 'TW'],
    ['T.W', 'TW', 'TW'],
    ['Tw', 'TW', 'TW'],
    ['BTCTƯ', 'BTCTW', 'BTCTW'],
    ['HDND', 'HĐND', 'HĐND'],
    ['HÐND', 'HĐND', 'HĐND'],
    ['ƯBND', 'UBND', 'UBND'],
    ['ttg', 'TTg', 'TTg'],
    ['TTG', 'TTg', 'TTg'],
    ['QH15', 'QH', 'QH15'],
    ['qh15', 'QH', 'QH15'],
    ['UBTVQH13', 'UBTVQH', 'UBTVQH13'],
    ['HĐNN8', 'HĐNN', 'HĐNN8'],
    ['HĐND16', 'HĐND', 'HĐND16'],
    ['HĐND3', null, 'HĐND3'],
    ['CBc', null, 'CBc'],
    ['XYZ', null, 'XYZ'],
    ['', null, ''],
  ];
  it.each(rows)('%j', (printed, symbol, spelled) => {
    expect(findIssuer(printed)?.symbol ?? null).toBe(symbol);
    expect(spellIssuer(printed)).toBe(spelled);
  });
});

import { describe, expect, it } from 'vitest';
import {
  documentTypes,
  findType,
  findTypeBySymbol,
  findTypeByWord,
  isSameType,
  plainSymbol,
} from './document-types.ts';
import { foldKey } from './fold.ts';

describe('the table of document types', () => {
  it('has each name once under a symbol', () => {
    const keys = documentTypes.map(({ symbol, name }) => `${symbol} ${name}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has no symbol twice in one system, but for the four that print shares', () => {
    // QĐ is Quyết định and Quy định, TT Thông tư and Thông tri, L Luật and Lệnh; a Văn bản that is no more is a letter.
    const seen = new Map<string, string[]>();
    for (const { symbol, name } of documentTypes) seen.set(symbol, [...(seen.get(symbol) ?? []), name]);
    const shared = [...seen].filter(([, names]) => names.length > 1);
    expect(shared).toEqual([
      ['QĐ', ['Quyết định', 'Quy định']],
      ['CV', ['Công văn', 'Văn bản']],
      ['TT', ['Thông tri', 'Thông tư']],
      ['L', ['Luật', 'Lệnh']],
    ]);
  });

  it('reaches every row by its symbol, its aliases and its words', () => {
    for (const type of documentTypes) {
      for (const spelling of [type.symbol, ...type.aliases]) {
        expect(findTypeBySymbol(spelling)?.symbol, spelling).toBe(type.symbol);
      }
      for (const word of type.words) {
        expect(findTypeByWord(word)?.name, word).toBe(type.name);
        expect(findTypeByWord(foldKey(word))?.name, word).toBe(type.name);
      }
      for (const short of type.shorts) expect(findTypeByWord(short)?.symbol, short).toBe(type.symbol);
      expect(findType(type.symbol)?.symbol).toBe(type.symbol);
    }
  });

  it('has no word and no alias that names two rows', () => {
    const words = documentTypes.flatMap((type) => type.words);
    expect(new Set(words).size).toBe(words.length);
    const aliases = documentTypes.flatMap((type) => type.aliases);
    expect(new Set(aliases).size).toBe(aliases.length);
    for (const alias of aliases) {
      expect(alias).toMatch(/^\p{L}{2,8}$/u);
      expect(documentTypes.map(({ symbol }) => symbol)).not.toContain(alias);
    }
  });

  it('has plain types that exist and are plain themselves', () => {
    for (const { plain, symbol } of documentTypes) {
      if (plain === null) continue;
      expect(findType(plain)?.plain, symbol).toBeNull();
      expect(plainSymbol(symbol)).toBe(plain);
    }
  });

  it('is composed', () => {
    expect(JSON.stringify(documentTypes)).toBe(JSON.stringify(documentTypes).normalize('NFC'));
  });
});

describe('findTypeBySymbol', () => {
  const rows: readonly [printed: string, symbol: string | null][] = [
    ['NQ', 'NQ'],
    ['nq', 'NQ'],
    ['ND', 'NĐ'],
    ['QD', 'QĐ'],
    ['QÐ', 'QĐ'],
    ['Ctr', 'CTr'],
    ['TTR', 'TTr'],
    ['QĐI', 'QĐi'],
    ['qyđ', 'QyĐ'],
    ['HD', 'HD'],
    ['CD', 'CĐ'],
    ['DA', 'DA'],
    ['ĐA', 'ĐA'],
    ['XX', null],
    ['', null],
  ];
  it.each(rows)('%j → %s', (printed, symbol) => {
    expect(findTypeBySymbol(printed)?.symbol ?? null).toBe(symbol);
    expect(findTypeBySymbol(printed.normalize('NFD'))?.symbol ?? null).toBe(symbol);
  });
});

describe('isSameType', () => {
  const rows: readonly [a: string | null, b: string | null, same: boolean][] = [
    ['NQ', 'NQ', true],
    ['QĐi', 'QĐ', true],
    ['QĐi', 'QyĐ', true],
    ['CTrHĐ', 'CTr', true],
    ['CTHĐ', 'CTrHĐ', true],
    ['NQLT', 'NQ', true],
    ['TTLT', 'TT', true],
    ['CT', 'CTr', false],
    ['TT', 'TTr', false],
    ['KH', 'KHLT', true],
    [null, 'NQ', false],
    [null, null, false],
    ['XX', 'XX', true],
  ];
  it.each(rows)('%s and %s: %s', (a, b, same) => {
    expect(isSameType(a, b)).toBe(same);
    expect(isSameType(b, a)).toBe(same);
  });
});

import { describe, expect, it } from 'vitest';
import { sharedTypeSymbols, tellTypeName } from './type-name.ts';

const begin = (...openings: readonly (string | null)[]) => openings.map((opening) => ({ opening, mentions: 1 }));

describe('tellTypeName', () => {
  it.each([
    ['the word that stands before the code', 'QĐ', begin('Quy định số 37-QĐ/TW'), 'Quy định'],
    ['another spelling of it', 'QĐ', begin('QUI ĐỊNH 37-QĐ/TW'), 'Quy định'],
    ['marks that stand apart', 'QĐ', begin('Quyết định 217-QĐ/TW'.normalize('NFD').slice(0, 20)), 'Quyết định'],
    ['what most say', 'QĐ', begin('Quyết định 37', 'quy định 37', 'Quy định số 37', '37-QĐ/TW', null), 'Quy định'],
    ['nothing of a bare code', 'QĐ', begin('37-QĐ/TW', 'QĐ 37-QĐ/TW', null), null],
    ['nothing of another type’s word', 'QĐ', begin('Kết luận 37-QĐ/TW'), null],
    ['nothing of a symbol of no table', 'XX', begin('Quy định 37'), null],
  ])('tells %s', (_note, symbol, openings, name) => {
    expect(tellTypeName(symbol, openings)).toBe(name);
  });

  it('is asked where a symbol names several types', () => {
    expect(sharedTypeSymbols).toEqual(expect.arrayContaining(['QĐ', 'TT']));
    expect(sharedTypeSymbols).not.toContain('NQ');
  });
});

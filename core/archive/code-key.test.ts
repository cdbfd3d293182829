import { describe, expect, it } from 'vitest';
import type { KnownCode } from './code-key.ts';
import { codeKeys, foldWords } from './code-key.ts';

const nothing: KnownCode = { code: null, number: null, year: null, type: null, issuerCode: null };

describe('codeKeys', () => {
  it.each([
    ['21-NQ/TU', 'NQ', '21nqtu', '21', 'nq', 'tu'],
    ['07-NQ/TU', 'NQ', '7nqtu', '7', 'nq', 'tu'],
    ['337/2021/NQ-HĐND', 'NQ', '337y2021nqhdnd', '337', 'nq', 'hdnd'],
    // What stands behind the number begins with a letter: this is no code.
    ['3372/021/NQ-HĐND', 'NQ', null, null, 'nq', null],
    ['337202/NQ-HĐND', 'NQ', '337202nqhdnd', '337202', 'nq', 'hdnd'],
    ['1719/QĐ-TTg', 'QĐ', '1719qdttg', '1719', 'qd', 'ttg'],
    ['15/2017/QH14', 'L', '15y2017qh14', '15', 'l', 'qh14'],
    ['05A-KH/HU', 'KH', '5akhhu', '5a', 'kh', 'hu'],
    ['66.7-TB/TW', 'TB', '66-7tbtw', '66-7', 'tb', 'tw'],
    ['217-QĐ/TW', 'QĐi', '217qdtw', '217', 'qdi', 'tw'],
    ['2522/UBND-VX', 'CV', '2522ubndvx', '2522', 'cv', 'ubnd'],
    ['Chương trình 135', 'CTr', null, null, 'ctr', null],
  ])('%s of type %s is found by %s', (code, type, codeKey, numberKey, typeKey, issuerKey) => {
    expect(codeKeys({ ...nothing, code, type })).toEqual({ codeKey, numberKey, typeKey, issuerKey });
  });

  it.each([
    ['all parts but no code', { number: '018', type: 'CT', issuerCode: 'TW' }, '18cttw'],
    ['parts with a year', { number: '337', year: 2021, type: 'NQ', issuerCode: 'HĐND' }, '337y2021nqhdnd'],
    ['no issuer', { number: '837', type: 'NQ' }, null],
    ['no number', { type: 'NQ', issuerCode: 'TU' }, null],
    ['a short form whose code is known from elsewhere', { code: '05-CT/TW', number: '5', type: 'CT' }, '5cttw'],
  ])('makes a key of the whole code only: %s', (_note, parts, codeKey) => {
    expect(codeKeys({ ...nothing, ...parts }).codeKey).toBe(codeKey);
  });

  it('gives the same keys to a code and to its parts', () => {
    const parts = { number: '09', year: null, type: 'QĐ', issuerCode: 'HĐND' };
    expect(codeKeys({ ...parts, code: '09-QĐ/HĐND' })).toEqual(codeKeys({ ...parts, code: null }));
  });
});

describe('foldWords', () => {
  it.each([
    ['Lê Văn Thử', 'le van thu'],
    ['  Đảng ủy – khối (cơ quan)', 'dang uy khoi co quan'],
    ['Thành uỷ', 'thanh uy'],
    ['…', ''],
  ])('%s is compared as %s', (text, words) => {
    expect(foldWords(text)).toBe(words);
  });
});

import { describe, expect, it } from 'vitest';
import type { IsoDate, ReferenceCode } from '../citations/citation.ts';
import { type CitedFacts, citeInFull, citeInShort, nameOfType, spellDate } from './citing-form.ts';

interface Case extends Partial<Omit<CitedFacts, 'code' | 'date'>> {
  readonly code?: string;
  readonly date?: string | null;
}

function facts({ code = '21-NQ/TU', date = '2022-02-14', ...over }: Case): CitedFacts {
  return {
    code: code as ReferenceCode,
    type: 'NQ',
    issuer: 'Thành ủy Hạ Khê',
    date: date as IsoDate | null,
    title: 'chỉnh trang đô thị',
    state: 'cited_only',
    conflicts: [],
    ...over,
  };
}

const dated = { field: 'date', values: [] } as const;

describe('citing in full', () => {
  it.each<[note: string, given: Case, text: string]>([
    [
      'all parts of the Decree',
      {},
      'Nghị quyết số 21-NQ/TU ngày 14 tháng 02 năm 2022 của Thành ủy Hạ Khê về chỉnh trang đô thị',
    ],
    [
      'names of state bodies in full, a title that says what it does without "về"',
      {
        code: '17/2023/QĐ-UBND',
        type: 'QĐ',
        issuer: 'UBND tỉnh Hạ Khê',
        date: '2023-06-05',
        title: 'Quy định mức thu phí bến bãi',
      },
      'Quyết định số 17/2023/QĐ-UBND ngày 05 tháng 6 năm 2023 của Ủy ban nhân dân tỉnh Hạ Khê quy định mức thu phí bến bãi',
    ],
    [
      'a council, a title with its own "Về"',
      { code: '61/NQ-HĐND', issuer: 'HĐND thành phố Hạ Khê', title: 'Về mức chi', date: '2021-12-31' },
      'Nghị quyết số 61/NQ-HĐND ngày 31 tháng 12 năm 2021 của Hội đồng nhân dân thành phố Hạ Khê về mức chi',
    ],
    [
      'a proper name keeps its capital',
      { title: 'Hạ Khê xanh', issuer: null, date: null },
      'Nghị quyết số 21-NQ/TU về Hạ Khê xanh',
    ],
    ['only what is known', { date: null, issuer: null, title: null }, 'Nghị quyết số 21-NQ/TU'],
    ['no contradicted date', { conflicts: [dated], title: null }, 'Nghị quyết số 21-NQ/TU của Thành ủy Hạ Khê'],
    [
      'a held text outweighs what others print',
      { conflicts: [dated], state: 'held', title: null },
      'Nghị quyết số 21-NQ/TU ngày 14 tháng 02 năm 2022 của Thành ủy Hạ Khê',
    ],
    [
      'a law is its type and name',
      { code: '31/2024/QH15', type: 'L', issuer: 'Quốc hội', title: 'Luật Bến bãi' },
      'Luật Bến bãi',
    ],
    [
      'a law without a name has its number',
      { code: '31/2024/QH15', type: 'L', issuer: 'Quốc hội', title: null, date: '2024-01-18' },
      'Luật số 31/2024/QH15 ngày 18 tháng 01 năm 2024 của Quốc hội',
    ],
  ])('%s', (_note, given, text) => {
    expect(citeInFull(facts(given)).text).toBe(text);
  });

  it('names what it lacks, and why', () => {
    const form = citeInFull(facts({ code: '08-QĐ/TW', type: 'QĐ', conflicts: [dated], issuer: null }));
    expect(form.lacks).toEqual([
      { part: 'type', why: 'unknown' },
      { part: 'date', why: 'contradicted' },
      { part: 'issuer', why: 'unknown' },
    ]);
    expect(citeInFull(facts({})).lacks).toEqual([]);
  });
});

describe('citing again', () => {
  it.each([
    ['21-NQ/TU', 'NQ', 'Nghị quyết số 21-NQ/TU'],
    ['08-QĐ/TW', 'QĐ', 'Văn bản số 08-QĐ/TW'],
    ['12/2024/TT-BNV', 'TT', 'Thông tư số 12/2024/TT-BNV'],
    ['736/UBND-TNMT', '', 'Văn bản số 736/UBND-TNMT'],
  ])('%s', (code, type, text) => {
    expect(citeInShort(facts({ code, type }))).toBe(text);
  });
});

describe('the name of a type', () => {
  it.each([
    ['15-QĐ/TU', 'QĐ', null],
    ['15/QĐ-UBND', 'QĐ', 'Quyết định'],
    ['03-TT/TU', 'TT', 'Thông tri'],
    ['99-KH/ZZZ', 'KH', 'Kế hoạch'],
    ['99-XX/TU', 'XX', null],
  ])('of %s', (code, type, name) => {
    expect(nameOfType(facts({ code, type }))).toBe(name);
  });
});

describe('a date', () => {
  it.each([
    ['2022-02-04', 'ngày 04 tháng 02 năm 2022'],
    ['2022-03-21', 'ngày 21 tháng 3 năm 2022'],
    ['2020-12-01', 'ngày 01 tháng 12 năm 2020'],
  ])('%s', (date, text) => {
    expect(spellDate(date)).toBe(text);
  });
});

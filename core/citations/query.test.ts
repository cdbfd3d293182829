import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractCitations } from './extract.ts';
import { type CodeQuery, isCodeQuery, readQuery } from './query.ts';

const nothing: CodeQuery = { type: null, number: null, issuerCode: null, issuer: null, year: null, words: '' };
const rows: readonly [typed: string, expected: Partial<CodeQuery>][] = [
  ['21-NQ/TU', { type: 'NQ', number: '21', issuerCode: 'TU' }],
  ['nq 21 tu', { type: 'NQ', number: '21', issuerCode: 'TU' }],
  ['21 nq tu', { type: 'NQ', number: '21', issuerCode: 'TU' }],
  ['21nqtu', { type: 'NQ', number: '21', issuerCode: 'TU' }],
  ['nqtu 21', { type: 'NQ', number: '21', issuerCode: 'TU' }],
  ['21_NQ_TU', { type: 'NQ', number: '21', issuerCode: 'TU' }],
  ['21/NQ-TU', { type: 'NQ', number: '21', issuerCode: 'TU' }],
  ['"21-NQ/TU"', { type: 'NQ', number: '21', issuerCode: 'TU' }],
  [' 21 - NQ / TU ', { type: 'NQ', number: '21', issuerCode: 'TU' }],
  ['0021 nq tu', { type: 'NQ', number: '0021', issuerCode: 'TU' }],
  ['nghi quyet 21 tinh uy', { type: 'NQ', number: '21', issuerCode: 'TU', issuer: 'Tỉnh ủy' }],
  [
    'nghị quyết số 21 của Tỉnh ủy Nam Trung',
    { type: 'NQ', number: '21', issuerCode: 'TU', issuer: 'Tỉnh ủy Nam Trung' },
  ],
  ['337/2021', { number: '337', year: 2021 }],
  ['337/2021/NQ-HĐND', { type: 'NQ', number: '337', issuerCode: 'HĐND', year: 2021 }],
  ['337 2021 nq hdnd', { type: 'NQ', number: '337', issuerCode: 'HĐND', year: 2021 }],
  ['nqhdnd 31', { type: 'NQ', number: '31', issuerCode: 'HĐND' }],
  ['ct05', { type: 'CT', number: '05' }],
  ['ct 05 tw', { type: 'CT', number: '05', issuerCode: 'TW' }],
  ['chỉ thị 05 bộ chính trị', { type: 'CT', number: '05', issuerCode: 'TW', issuer: 'Bộ Chính trị' }],
  ['812 tb tu', { type: 'TB', number: '812', issuerCode: 'TU' }],
  ['812 – TB/ Tu', { type: 'TB', number: '812', issuerCode: 'TU' }],
  ['nd 30 2020', { type: 'NĐ', number: '30', year: 2020 }],
  ['nđ 30/2020', { type: 'NĐ', number: '30', year: 2020 }],
  ['nghi dinh 30 nam 2020', { type: 'NĐ', number: '30', year: 2020 }],
  ['30/2020/nd-cp', { type: 'NĐ', number: '30', issuerCode: 'CP', year: 2020 }],
  ['luật 31/2024/qh15', { type: 'L', number: '31', issuerCode: 'QH15', year: 2024 }],
  ['qh15 31', { number: '31', issuerCode: 'QH15' }],
  ['qd 06 ttg', { type: 'QĐ', number: '06', issuerCode: 'TTg' }],
  ['quyet dinh 1956', { type: 'QĐ', number: '1956' }],
  ['quyet dinh 2021', { type: 'QĐ', number: '2021' }],
  ['217 qd tw 2013', { type: 'QĐ', number: '217', issuerCode: 'TW', year: 2013 }],
  ['kh 214 thành ủy Hạ Khê', { type: 'KH', number: '214', issuerCode: 'TU', issuer: 'Thành ủy Hạ Khê' }],
  ['cv 910 ubnd', { type: 'CV', number: '910', issuerCode: 'UBND' }],
  ['910/UBND-DL1', { number: '910', issuerCode: 'UBND' }],
  ['đề án 06', { type: 'ĐA', number: '06' }],
  ['30a/2008/NQ-CP', { type: 'NQ', number: '30a', issuerCode: 'CP', year: 2008 }],
  ['66.7/2025/NQ-CP', { type: 'NQ', number: '66.7', issuerCode: 'CP', year: 2025 }],
  [
    'thông tư 22 bộ giáo dục và đào tạo 2021',
    { type: 'TT', number: '22', issuerCode: 'BGDĐT', issuer: 'Bộ Giáo dục và Đào tạo', year: 2021 },
  ],
  ['18-NQ/TW tinh gọn bộ máy', { type: 'NQ', number: '18', issuerCode: 'TW', words: 'tinh gọn bộ máy' }],
  ['tinh gọn bộ máy theo 18-NQ/TW', { type: 'NQ', number: '18', issuerCode: 'TW', words: 'tinh gọn bộ máy theo' }],
  [
    'nghị quyết 18 của trung ương về bộ máy',
    { type: 'NQ', number: '18', issuerCode: 'TW', issuer: 'Trung ương', words: 'bộ máy' },
  ],
  // no number, or nothing but a number: words
  ['phát triển du lịch', { words: 'phát triển du lịch' }],
  ['2021', { words: '2021' }],
  ['21', { words: '21' }],
  ['đối thoại 2023', { words: 'đối thoại 2023' }],
  ['họp ngày 21/3', { words: 'họp ngày 21/3' }],
  ['ubnd tỉnh', { words: 'ubnd tỉnh' }],
  ['quốc lộ 18', { words: 'quốc lộ 18' }],
  ['nghị quyết trung ương 4', { words: 'nghị quyết trung ương 4' }],
  ['', {}],
  ['   ', {}],
];

describe('readQuery', () => {
  it.each(rows)('%j', (typed, expected) => {
    const query = readQuery(typed);
    expect(query).toEqual({ ...nothing, ...expected });
    expect(isCodeQuery(query)).toBe(expected.number !== undefined);
  });

  it('reads a decomposed query and cuts an endless one', () => {
    expect(readQuery('nghị quyết 21 tỉnh ủy'.normalize('NFD'))).toMatchObject({ number: '21', issuerCode: 'TU' });
    expect(readQuery('a'.repeat(100_000)).words).toHaveLength(512);
  });

  it('takes any text, and no digit is ever made up', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(fc.constantFrom('21', 'nq', 'tu', '2021', 'tỉnh ủy', '/', '-', 'qh15', 'số', 'năm', '30a', '"'))
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const { number, year } = readQuery(text);
        if (number !== null) expect(text.normalize('NFKC').toLowerCase()).toContain(number.toLowerCase());
        if (year !== null) expect(text.normalize('NFKC')).toContain(String(year));
      }),
      { numRuns: 400 },
    );
  });

  it('reads every code as a text would', () => {
    for (const code of ['21-NQ/TU', '337/2021/NQ-HĐND', '15/QĐ-UBND', '12/2022/TT-BTC', '36-HD/VPTW']) {
      const [citation] = extractCitations(`văn bản số ${code}`);
      const { type, number, issuerCode, year } = readQuery(code.toLowerCase());
      expect({ type, number, issuerCode, year }).toEqual({
        type: citation?.type,
        number: citation?.number,
        issuerCode: citation?.issuerCode,
        year: citation?.year,
      });
    }
  });
});

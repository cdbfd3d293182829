import { describe, expect, it } from 'vitest';
import { extractCitations } from '../citations/extract.ts';
import { judgeCode, standardCode } from './check-code.ts';

function judge(text: string): readonly string[] {
  return extractCitations(text).flatMap((citation) => judgeCode(citation, '2024-06-01').map(({ code }) => code));
}

describe('a printed code', () => {
  it.each([
    ['Nghị quyết số 31-NQ/TU', []],
    ['Chỉ thị số 8-CT/TW', []],
    ['Nghị quyết số 31-NQ/Tu', ['spelling']],
    ['Nghị quyết số 31-NQ /TU', ['spelling']],
    ['Nghị định số 30/2020/ND-CP', ['spelling']],
    ['Quyết định số 217/QĐ-TW', ['spelling']],
    ['Quyết định số 45-QĐ/UBND', ['spelling']],
    ['Công văn số 910/UBND-DL1', []],
    ['Luật số 15/2017/QH14', []],
    ['Luật số 15/2017/QH12', ['term-conflict']],
    ['Nghị quyết số 35/2023/UBTVQH15', []],
    ['Nghị quyết số 337/2021/NQ-HĐND ngày 24/3/2021', []],
    ['Nghị quyết số 337/2021/NQ-HĐND ngày 24/3/2022', ['year-conflict']],
    ['Nghị quyết số 337/2025/NQ-HĐND', ['year-future']],
    ['Quyết định số 31-NQ/TU', ['type-conflict']],
    ['Chỉ thị số 22/2021/QĐ-UBND', ['type-conflict']],
    ['Quy định số 22-QĐ/TW', []],
    ['Thông báo kết luận số 90-TB/TW', []],
    ['Chương trình hành động số 33-CTrHĐ/TU', []],
    ['Văn bản số 45/KH-UBND', []],
    ['Đề án số 06/QĐ-TTg', ['type-annexed']],
    ['Thông tư liên tịch số 55/2005/TTLT-BNV-VPCP', []],
    ['Quyết định của Thủ tướng Chính phủ số 06/QĐ-TTg', []],
  ])('%s: %j', (text, codes) => {
    expect(judge(`Căn cứ ${text}.`)).toEqual(codes);
  });

  it('is put into the style of its issuer, and stays itself when it is in it', () => {
    const [swapped, party, dated] = extractCitations('217/QĐ-TW; Nghị quyết 31-NQ/TU; Nghị định 30/2020/NĐ-CP').map(
      ({ canonical }) => (canonical === null ? null : standardCode(canonical)),
    );
    expect([swapped, party, dated]).toEqual(['217-QĐ/TW', '31-NQ/TU', '30/2020/NĐ-CP']);
  });
});

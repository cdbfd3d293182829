import { describe, expect, it } from 'vitest';
import { type ReasonCode, reason, reasonCodes, verdictOf, wordReason } from './check-reasons.ts';
import { evidence } from './evidence.ts';

describe('findings', () => {
  it.each(reasonCodes)('%s is a sentence in both languages', (code) => {
    if (!isCode(code)) throw new Error(`Cannot word ${code}: expected a known code`);
    const params = {
      ...{ printed: '19-NQ/TW', issuer: 'Tỉnh ủy', meant: '19-NQ/TU', other: 'Bộ Chính trị', date: '2022-02-14' },
      ...{ word: 'Quyết định', symbol: 'NQ', name: 'Nghị quyết', year: '2021', term: '15', day: '2024-06-01' },
      ...{ known: '2022-02-14', mentions: '3', by: '34-NQ/TU', standard: '19-NQ/TU', count: '2', which: '19-NQ/TU' },
    };
    for (const lang of ['vi', 'en'] as const) {
      const told = wordReason(reason(code, params), lang);
      expect(told).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(told).not.toMatch(/undefined|null|\(\)|\s{2}/);
      expect(told).toBe(told.normalize('NFC'));
    }
  });

  it('give days as readers of each language write them', () => {
    const one = reason('date-conflict', { printed: '2022-10-05', known: '2022-10-26', mentions: '' });
    expect(wordReason(one, 'vi')).toBe('Ghi ngày 5/10/2022; kho biết văn bản này ngày 26/10/2022 (theo toàn văn).');
    expect(wordReason(one, 'en')).toBe('Dated 5 Oct 2022; the archive knows it as of 26 Oct 2022 (its own text).');
  });

  it('say what the resolver says, where it says more', () => {
    const told = wordReason(reason('unsettled', {}, evidence('no-issuer')), 'vi');
    expect(told).toBe('Chưa rõ là văn bản nào. Không đủ căn cứ để biết cơ quan ban hành.');
  });

  it.each([
    ['none', [], 'green'],
    ['a back-reference', ['back-reference'], 'green'],
    ['a doubt', ['spelling'], 'amber'],
    ['a contradiction among doubts', ['spelling', 'date-conflict', 'amended'], 'red'],
  ] as const)('of %s make the gravest verdict', (_note, codes, verdict) => {
    expect(verdictOf(codes.map((code) => reason(code)))).toBe(verdict);
  });
});

function isCode(code: string): code is ReasonCode {
  return reasonCodes.includes(code);
}

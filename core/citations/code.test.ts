import { describe, expect, it } from 'vitest';
import { formatCode, parseCode } from './code.ts';

const parses: readonly [code: string, number: string, year: number | null, type: string | null, issuerCode: string][] =
  [
    ['21-NQ/TU', '21', null, 'NQ', 'TU'],
    ['05-CT/TW', '05', null, 'CT', 'TW'],
    ['367-QĐ/TWĐTN-VP', '367', null, 'QĐ', 'TWĐTN-VP'],
    ['337/2021/NQ-HĐND', '337', 2021, 'NQ', 'HĐND'],
    ['06/QĐ-TTg', '06', null, 'QĐ', 'TTg'],
    ['15/2017/QH14', '15', 2017, null, 'QH14'],
    ['55/2005/TTLT-BNV-VPCP', '55', 2005, 'TTLT', 'BNV-VPCP'],
    ['910/UBND-DL1', '910', null, null, 'UBND-DL1'],
    ['512/PCCC&CNCH-P4', '512', null, null, 'PCCC&CNCH-P4'],
    ['6120/VPCP-V.I', '6120', null, null, 'VPCP-V.I'],
    ['101/CP', '101', null, null, 'CP'],
    ['327-CT', '327', null, null, 'CT'],
    ['30a/2008/NQ-CP', '30a', 2008, 'NQ', 'CP'],
    ['66.7/2025/NQ-CP', '66.7', 2025, 'NQ', 'CP'],
    ['2041-2/TB-ĐHKT', '2041-2', null, 'TB', 'ĐHKT'],
    ['42/QĐ-TW', '42', null, 'QĐ', 'TW'],
  ];

describe('parseCode', () => {
  it.each(parses)('%s', (code, number, year, type, issuerCode) => {
    const parts = parseCode(code);
    expect(parts).toMatchObject({ number, year, type, issuerCode });
    expect(parts === null ? null : formatCode(parts)).toBe(code);
  });

  it.each(['', '21', '21-', 'NQ/TU', '21 - NQ/TU', '1234567-NQ/TU', '21-NQ/TU ', '21//NQ', '21-NQ(TU)', '21/2021'])(
    'refuses %j',
    (code) => {
      expect(parseCode(code)).toBeNull();
    },
  );

  it('keeps a symbol of no table and one in the wrong case in the issuer', () => {
    expect(parseCode('21-Nq/TU')).toMatchObject({ type: null, issuerCode: 'Nq/TU' });
    expect(parseCode('12/XYZ-ABC')).toMatchObject({ type: null, issuerCode: 'XYZ-ABC' });
  });
});

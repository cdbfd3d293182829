import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodeParts, formatCode, parseCode } from './code.ts';
import { documentTypes, findTypeBySymbol } from './document-types.ts';
import { issuers } from './issuers.ts';

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
    expect(parseCode(code)).toMatchObject({ number, year, type, issuerCode });
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

describe('parse and format are inverse', () => {
  const separators = [
    ['-', '/'],
    ['/', '-'],
  ] as const;

  it('for every type with every issuer of the tables', () => {
    const types = documentTypes.filter((type) => findTypeBySymbol(type.symbol)?.symbol === type.symbol);
    for (const type of types) {
      for (const issuer of issuers) {
        for (const pair of separators) {
          const parts: CodeParts = {
            number: '12',
            year: null,
            type: type.symbol,
            issuerCode: issuer.symbol,
            separators: pair,
          };
          expect(parseCode(formatCode(parts))).toEqual(parts);
        }
        const dated: CodeParts = {
          number: '12',
          year: 2020,
          type: type.symbol,
          issuerCode: issuer.symbol,
          separators: ['/', '-'],
        };
        expect(parseCode(formatCode(dated))).toEqual(dated);
      }
    }
  });

  it('for whatever can be parsed', () => {
    const piece = fc.constantFrom('21', '05', '30a', '/', '-', '2021', 'NQ', 'TU', 'HĐND', 'QH15', 'Đ', 'x', '.', '&');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const code = pieces.join('');
        const parts = parseCode(code);
        if (parts !== null) expect(formatCode(parts)).toBe(code);
      }),
      { numRuns: 1000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '../../test/property-runs.ts';
import { type CodeParts, formatCode, parseCode } from './code.ts';
import { documentTypes, findTypeBySymbol } from './document-types.ts';
import { issuers } from './issuers.ts';

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

  it(
    'for whatever can be parsed',
    () => {
      const piece = fc.constantFrom(
        '21',
        '05',
        '30a',
        '/',
        '-',
        '2021',
        'NQ',
        'TU',
        'HĐND',
        'QH15',
        'Đ',
        'x',
        '.',
        '&',
      );
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
          const code = pieces.join('');
          const parts = parseCode(code);
          if (parts !== null) expect(formatCode(parts)).toBe(code);
        }),
        propertyRuns(1000),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '../../test/property-runs.ts';
import type { Citation } from './citation.ts';
import { findType } from './document-types.ts';
import { extractCitations } from './extract.ts';

interface CleanCode {
  readonly number: string;
  readonly year: string | null;
  readonly type: string;
  readonly issuer: string;
  readonly isParty: boolean;
}

const number = fc.integer({ min: 1, max: 2999 }).map((value) => String(value).padStart(2, '0'));
const party: fc.Arbitrary<CleanCode> = fc.record({
  number,
  year: fc.constant(null),
  type: fc.constantFrom('NQ', 'CT', 'QĐ', 'QĐi', 'KL', 'TB', 'KH', 'CTr', 'HD', 'BC', 'TTr', 'ĐA', 'CV'),
  issuer: fc.constantFrom('TW', 'TU', 'HU', 'QU', 'ĐU', 'VPTW', 'BTCTW', 'UBKTTU', 'BTGTU', 'ĐUK', 'TWĐTN'),
  isParty: fc.constant(true),
});
const state: fc.Arbitrary<CleanCode> = fc.record({
  number,
  year: fc.option(fc.integer({ min: 1997, max: 2030 }).map(String)),
  type: fc.constantFrom('NQ', 'CT', 'QĐ', 'NĐ', 'TT', 'TB', 'KH', 'BC', 'TTr', 'CĐ', 'TTLT'),
  issuer: fc.constantFrom('CP', 'TTg', 'HĐND', 'UBND', 'BTC', 'BGDĐT', 'VPCP', 'SNV', 'UBTVQH15', 'BNV-VPCP'),
  isParty: fc.constant(false),
});

function canonicalOf({ number: digits, year, type, issuer, isParty }: CleanCode): string {
  const lead = year === null ? digits : `${digits}/${year}`;
  return isParty ? `${lead}-${type}/${issuer}` : `${lead}/${type}-${issuer}`;
}

/** Ways in which print departs from the standard spelling without leaving another code possible. */
type Noise = (code: string) => string;
const noises: readonly Noise[] = [
  (code) => code,
  (code) => code.replaceAll('-', ' - '),
  (code) => code.replace('-', ' – '),
  (code) => code.replaceAll('-', '\u2011'),
  (code) => code.replaceAll('/', ' / '),
  (code) => code.replaceAll('/', '\u2044'),
  (code) => code.replace('/', '//'),
  (code) => code.replace(/[-/]/, '\u00a0$&\u202f'),
  (code) => code.replace('-', '\u00ad-\u200b'),
  (code) => code.replace(/([-/])(\D+)$/, '$1\n$2'),
  (code) => code.replaceAll('Đ', 'Ð'),
  (code) => code.replaceAll('Đ', '&#272;').replaceAll('-', '&ndash;'),
  (code) => code.toLowerCase(),
  (code) => code.toUpperCase(),
  (code) => code.normalize('NFD'),
  (code) => code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (code) => code.replace('-', '<b>-</b>'),
];

const lead = fc.array(
  fc.constantFrom(
    'Đồng chí',
    'đề nghị',
    'cấp ủy',
    'triển khai',
    'thực hiện',
    'tinh thần',
    'theo',
    'Tỉnh ủy',
    'năm',
    'các',
    '12 xã',
    '3,5%',
  ),
  { maxLength: 5 },
);
const tail = fc.constantFrom(
  '',
  '.',
  ',',
  ' của',
  ')',
  '”',
  ' và các',
  ' đến nay',
  ' ngày 3/4/2021',
  ' về du lịch',
  ';',
  '>',
);

/** Generated texts of each of the two main properties. */
const RUNS = 10_000;

describe('a code in a sentence', () => {
  it(
    'is found with its canonical spelling, whatever the noise of print',
    () => {
      fc.assert(
        fc.property(
          fc.oneof(party, state),
          fc.constantFrom(...noises),
          lead,
          tail,
          fc.boolean(),
          (code, noise, before, after, hasWord) => {
            const printed = noise(canonicalOf(code));
            // Where the dash became a line end or blank only its word makes a code of lower case.
            const words =
              hasWord || printed !== printed.toUpperCase() ? `${findType(code.type)?.words[0] ?? 'quy định'} số ` : '';
            const text = `${before.join(' ')} ${words}${printed}${after}`;
            const found = extractCitations(text).filter((citation) => citation.kind === 'code');
            expect(
              found.map(({ canonical }) => canonical),
              JSON.stringify(text),
            ).toEqual([canonicalOf(code)]);
            expect(found[0]?.surface).toContain(printed);
          },
        ),
        propertyRuns(RUNS),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );

  it(
    'is not found where the number is a ratio, a day or an amount',
    () => {
      const small = fc.integer({ min: 1, max: 31 });
      const plain = fc.constantFrom(
        (a: number, b: number) => `${a}/${b} xã`,
        (a: number, b: number) => `ngày ${a}/${b}`,
        (a: number, b: number) => `${a}-${b}`,
        (a: number, b: number) => `${a}.${b}00 tỷ đồng`,
        (a: number, b: number) => `${a},${b}%`,
        (a: number, b: number) => `${a}h${b}`,
        (a: number, b: number) => `khoản ${a} Điều ${b}`,
        (a: number, b: number) => `lần thứ ${a}, tổ ${b}`,
      );
      fc.assert(
        fc.property(lead, plain, small, small, tail, (before, print, a, b, after) => {
          expect(extractCitations(`${before.join(' ')} ${print(a, b)}${after}`)).toEqual([]);
        }),
        propertyRuns(RUNS),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'Nghị quyết',
      'số',
      'Chỉ thị này',
      '21-NQ/TU',
      '18-CT/TW',
      '05',
      '2021',
      'ngày 3/4/2020',
      'của Tỉnh ủy',
      'các',
      ',',
      'và',
      '(',
      ')',
    ],
    ...[
      'khóa XII',
      '337/2021/NQ-HĐND',
      '12, 13-KH/TU',
      'Thông báo',
      'Luật Đất đai số 31/2024/QH15',
      'NQ',
      '–',
      '/',
      '-',
      'TU',
      '&nbsp;',
      '<b>',
    ],
    ...[
      'Đề án 06',
      'Nghị quyết Trung ương 4',
      '45-KL/TƯ',
      '2l-NQ/TU',
      '\u0301',
      '\u00ad',
      '\ud83d',
      '😀',
      'UBND tỉnh ban hành',
      '910/UBND-DL',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const anyText = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', '', '\n', '  ', '. ')), { maxLength: 25 })
  .map((parts) => parts.flat().join(''));

describe('whatever the text', () => {
  it(
    'citations are slices of it, in order, disjoint, and point back at what they repeat',
    () => {
      fc.assert(
        fc.property(anyText, (text) => {
          const citations = extractCitations(text);
          let end = 0;
          for (const [index, citation] of citations.entries()) {
            expect(text.slice(citation.start, citation.end)).toBe(citation.surface);
            expect(citation.start).toBeGreaterThanOrEqual(end);
            expect(citation.end).toBeGreaterThan(citation.start);
            expect(citation.surface.trim()).toBe(citation.surface);
            expect(citation.confidence).toBeGreaterThan(0);
            expect(citation.confidence).toBeLessThanOrEqual(1);
            expect(citation.canonical?.normalize('NFC') ?? null).toBe(citation.canonical);
            if (citation.kind === 'code') expect(citation.canonical).not.toBeNull();
            if (citation.sameAs !== null) {
              expect(citation.sameAs).toBeLessThan(index);
              expect(citations[citation.sameAs]?.sameAs).toBeNull();
              expect(citations[citation.sameAs]?.canonical?.toUpperCase()).toBe(citation.canonical?.toUpperCase());
            }
            end = citation.end;
          }
        }),
        propertyRuns(RUNS / 5),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );

  const codes = (
    text: string,
    shift = 0,
  ): readonly (readonly [number, number, string, Citation['canonical'], Citation['date']])[] =>
    extractCitations(text)
      .filter((citation) => citation.kind === 'code')
      .map(
        ({ start, end, surface, canonical, date }) => [start + shift, end + shift, surface, canonical, date] as const,
      );

  it(
    'the codes of two paragraphs are those of each',
    () => {
      fc.assert(
        fc.property(anyText, anyText, (one, other) => {
          const gap = '\n\n';
          expect(codes(one + gap + other)).toEqual([...codes(one), ...codes(other, one.length + gap.length)]);
        }),
        propertyRuns(RUNS / 5),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );

  it(
    'reading is repeatable',
    () => {
      fc.assert(
        fc.property(anyText, (text) => {
          expect(extractCitations(text)).toEqual(extractCitations(text));
        }),
        propertyRuns(100),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );
});

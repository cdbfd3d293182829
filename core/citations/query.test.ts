import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '../../test/property-runs.ts';
import { extractCitations } from './extract.ts';
import cases from './query.cases.json' with { type: 'json' };
import { type CodeQuery, isCodeQuery, readQuery } from './query.ts';

const nothing: CodeQuery = { type: null, number: null, issuerCode: null, issuer: null, year: null, words: '' };
// What a row leaves out was not typed: null, and no words. `open` says what is still wrong.
const rows = z
  .array(
    z.strictObject({
      typed: z.string(),
      open: z.string().min(8).optional(),
      expect: z.strictObject({
        type: z.string().optional(),
        number: z.string().optional(),
        issuerCode: z.string().optional(),
        issuer: z.string().optional(),
        year: z.number().optional(),
        words: z.string().optional(),
      }),
    }),
  )
  .parse(cases);

function check({ typed, expect: expected }: (typeof rows)[number]): void {
  const query = readQuery(typed);
  expect(query).toEqual({ ...nothing, ...expected });
  expect(isCodeQuery(query)).toBe(expected.number !== undefined);
}

describe('readQuery', () => {
  // An open row is a known fault: once it passes it is mended, `it.fails` shows it, and it loses its `open`.
  for (const row of rows) (row.open === undefined ? it : it.fails)(row.typed, () => check(row));

  it('has a table of enough rows, none of them twice', () => {
    expect(rows.length).toBeGreaterThanOrEqual(320);
    expect(new Set(rows.map(({ typed }) => typed)).size).toBe(rows.length);
  });

  it('reads a decomposed query and cuts an endless one', () => {
    expect(readQuery('nghị quyết 21 tỉnh ủy'.normalize('NFD'))).toMatchObject({ number: '21', issuerCode: 'TU' });
    expect(readQuery('a'.repeat(100_000)).words).toHaveLength(512);
  });

  it(
    'takes any text, and no digit is ever made up',
    () => {
      const typed = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc
          .array(
            fc.constantFrom(
              ...[
                '21',
                'nq',
                'tu',
                'tư',
                '2021',
                'tỉnh ủy',
                '/',
                '-',
                'qh15',
                'số',
                'năm',
                '30a',
                '"',
                'về',
                'trung ương',
                '4',
              ],
              ...[
                '2l',
                'khóa 13',
                '2021-2025',
                'ngày 5/4/2016',
                '21-NQ/TU',
                'của',
                'chỉ thị',
                '_',
                '5 năm',
                '336/UBND-KT',
              ],
            ),
          )
          .map((parts) => parts.join(' ')),
      );
      fc.assert(
        fc.property(typed, (text) => {
          const { number, year } = readQuery(text);
          if (number !== null) expect(text.normalize('NFKC').toLowerCase()).toContain(number.toLowerCase());
          if (year !== null) expect(text.normalize('NFKC')).toContain(String(year));
        }),
        propertyRuns(400),
      );
    },
    PROPERTY_TIMEOUT_MS,
  );

  it('takes no letter for a digit, and no digits beside one for the number', () => {
    const codes = ['10-NQ/TU', '30/2020/NĐ-CP', '101/2021/QĐ-UBND', '05-CT/TW', '18-nq/tw', '1719 qđ ttg'];
    for (const code of codes) {
      for (const [digit, letter] of [
        ['0', 'O'],
        ['0', 'o'],
        ['1', 'l'],
        ['1', 'I'],
        ['1', 'i'],
      ] as const) {
        const damaged = code.replace(digit, letter);
        if (!new RegExp(`^\\d*${letter}`).test(damaged)) continue;
        for (const typed of [damaged, `văn bản ${damaged}`, `quyết định số ${damaged}`]) {
          expect(readQuery(typed)).toEqual({ ...nothing, words: typed });
        }
      }
    }
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

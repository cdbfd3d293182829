import { describe, expect, it } from 'vitest';
import type { CodeShape, PrintedCode } from './code-parts.ts';
import { readScannedCode, readSwappedCode } from './damaged-code.ts';
import { documentTypes } from './document-types.ts';
import { foldText } from './fold.ts';
import { readPrintedCode, withNumber } from './printed-code.ts';

function read(text: string): PrintedCode | null {
  const folded = foldText(text);
  return readPrintedCode(folded, folded.text.search(/\d/));
}

const codes: readonly [printed: string, canonical: string, shape: CodeShape, issuerCode: string | null][] = [
  ['21-NQ/TU', '21-NQ/TU', 'typed', 'TU'],
  ['5-CT/TW', '05-CT/TW', 'typed', 'TW'],
  ['0812-TB/TU', '0812-TB/TU', 'typed', 'TU'],
  ['812 – TB/ Tu', '812-TB/TU', 'typed', 'TU'],
  ['27 KL/TW', '27-KL/TW', 'typed', 'TW'],
  ['37QĐ/TW', '37-QĐ/TW', 'typed', 'TW'],
  ['905/QĐ/TTg', '905/QĐ-TTg', 'typed', 'TTg'],
  ['646-QĐ-QUTW', '646-QĐ/QUTW', 'typed', 'QUTW'],
  ['54-NQ/CP', '54-NQ/CP', 'typed', 'CP'],
  ['337/2021/NQ-HĐND', '337/2021/NQ-HĐND', 'typed', 'HĐND'],
  ['288/2016-TT-BTC', '288/2016/TT-BTC', 'typed', 'BTC'],
  ['40/TTr.UB', '40/TTr-UB', 'typed', 'UB'],
  ['12A/KH-UBND', '12A/KH-UBND', 'typed', 'UBND'],
  ['30a/2008/NQ-CP', '30a/2008/NQ-CP', 'typed', 'CP'],
  ['66.7/2025/NQ-CP', '66.7/2025/NQ-CP', 'typed', 'CP'],
  ['367-QĐ/TWĐTN-VP', '367-QĐ/TWĐTN-VP', 'typed', 'TWĐTN-VP'],
  ['45-KL/TƯ', '45-KL/TW', 'typed', 'TW'],
  ['45-CT/T.Ư.', '45-CT/TW', 'typed', 'TW'],
  ['15/QD-UBND', '15/QĐ-UBND', 'typed', 'UBND'],
  ['21-NQ/TUngày', '21-NQ/TU', 'typed', 'TU'],
  ['15/2021/NQ-HĐND3', '15/2021/NQ-HĐND', 'typed', 'HĐND'],
  ['12/2016/NQ-HĐND16', '12/2016/NQ-HĐND16', 'typed', 'HĐND16'],
  ['88/QĐ-XYZ', '88/QĐ-XYZ', 'typed', 'XYZ'],
  ['90/TBMTTQ-BTT', '90/TB-MTTQ-BTT', 'typed', 'MTTQ-BTT'],
  ['15/2017/QH14', '15/2017/QH14', 'assembly', 'QH14'],
  ['06/2022-QH15', '06/2022/QH15', 'assembly', 'QH15'],
  ['910/UBND-DL1', '910/UBND-DL1', 'letter', 'UBND'],
  ['388-BVHTTDL-VP', '388/BVHTTDL-VP', 'letter', 'BVHTTDL'],
  ['15/KH', '15/KH', 'letter', null],
  ['101/CP', '101/CP', 'old', 'CP'],
  ['327-CT', '327-CT', 'old', 'CT'],
  ['1-SL', '01-SL', 'old', null],
  ['22-C', '22-C', 'old', null],
];

const noCodes: readonly string[] = [
  '21',
  '21-',
  '12/15',
  '2021-2025',
  '21 Ban',
  '5/2023',
  '12 km/h',
  '21 nq tu',
  '3/4/2020',
  '8 - UBND',
  '12:TU',
  '1234567/CP',
];

describe('readPrintedCode', () => {
  it.each(codes)('%j is %s', (printed, canonical, shape, issuerCode) => {
    const code = read(printed);
    expect(code).toMatchObject({ canonical, shape, issuerCode });
    expect(code?.start).toBe(0);
  });

  it.each(noCodes)('%j is none', (printed) => {
    expect(read(printed)).toBeNull();
  });

  it('ends behind the last letter', () => {
    expect(read('21-NQ/TU, ngày')?.end).toBe(8);
    expect(read('21-NQ/TU.')?.end).toBe(8);
    expect(read('367-QĐ/TWĐTN-VP và')?.end).toBe(15);
  });

  it('says why the print was hard, and nothing of a clean one', () => {
    const flags = (text: string): readonly string[] => read(text)?.flags ?? ['none'];
    expect(flags('21-NQ/TU')).toEqual([]);
    expect(flags('5-NQ/TU')).toEqual([]);
    expect(flags('21 - NQ/TU')).toEqual(['spaces', 'repaired']);
    expect(flags('21\n-NQ/TU')).toEqual(['linebreak', 'repaired']);
    expect(flags('21–NQ/TU')).toEqual(['dash', 'repaired']);
    expect(flags('21-nq/Tu')).toEqual(['case', 'repaired']);
    expect(flags('21-NQ&#47;TU')).toEqual(['entity', 'repaired']);
    expect(flags('21-QÐ/TU')).toEqual(['repaired']);
    expect(flags('21-QĐ/TƯ')).toEqual(['repaired']);
    expect(flags('21-KL/TƯ'.normalize('NFD'))).toEqual(['nfd', 'repaired']);
  });

  it('knows TƯ from TU and marks that it was printed so', () => {
    expect(read('21-NQ/TƯ')).toMatchObject({ issuerCode: 'TW', isCentralU: true });
    expect(read('21-NQ/TW')).toMatchObject({ issuerCode: 'TW', isCentralU: false });
    expect(read('21-NQ/TU')).toMatchObject({ issuerCode: 'TU', isCentralU: false });
  });

  it('reads every symbol and alias of the types', () => {
    for (const type of documentTypes) {
      for (const spelling of [type.symbol, ...type.aliases]) {
        expect(read(`12/${spelling}-XYZ`), spelling).toMatchObject({ shape: 'typed', issuerCode: 'XYZ' });
      }
    }
  });
});

describe('withNumber', () => {
  it('keeps all but the number', () => {
    const code = read('44-NQ/TW');
    if (code === null) throw new Error('44-NQ/TW was expected to be a code');
    expect(withNumber(code, { number: '7', year: null }, 3, 4)).toMatchObject({
      canonical: '07-NQ/TW',
      number: '7',
      start: 3,
      end: 4,
      flags: [],
    });
  });
});

describe('readScannedCode', () => {
  const rows: readonly [text: string, canonical: string | null][] = [
    ['2l-NQ/TU', '21-NQ/TU'],
    ['O5-NQ/TU', '05-NQ/TU'],
    ['I8-NQ/TW', '18-NQ/TW'],
    ['l3/CT-TTg', '13/CT-TTg'],
    ['3O/2O2O/NĐ-CP', '30/2020/NĐ-CP'],
    ['30/2O20/NĐ-CP', '30/2020/NĐ-CP'],
    ['21-NQ/TU', null],
    ['tol5-NQ/TU', null],
    ['2l-NQ/XYZ', null],
    ['2l/UBND-VP', '21/UBND-VP'],
    ['2l', null],
  ];
  it.each(rows)('%j', (text, canonical) => {
    const folded = foldText(text);
    expect(readScannedCode(folded, folded.text.search(/\d/))?.canonical ?? null).toBe(canonical);
  });
});

describe('readSwappedCode', () => {
  const rows: readonly [text: string, canonical: string | null][] = [
    ['NĐ-CP 135/2020', '135/2020/NĐ-CP'],
    ['QĐ-TTg số 15/2021', '15/2021/QĐ-TTg'],
    ['ND-CP 135/2020', '135/2020/NĐ-CP'],
    ['AB-CD 135/2020', null],
    ['NĐ-CP 135', null],
    ['12/NĐ-CP 135/2020', null],
  ];
  it.each(rows)('%j', (text, canonical) => {
    const folded = foldText(text);
    const at = folded.text.search(/\d+(?:\/\d{4})?$/);
    expect(readSwappedCode(folded, at)?.canonical ?? null).toBe(canonical);
  });
});

import { describe, expect, it } from 'vitest';
import { cutGroup, isUpper, joinBrokenGroup, readGroup, readUnits, spellSmall } from './code-group.ts';
import { foldText } from './fold.ts';

/** The separator and letters as printed, and what is left where a word is glued to them. */
const groups: readonly [text: string, group: string | null, cut: string | null][] = [
  ['-NQ/TU', '-|NQ', 'NQ'],
  ['NQ', '|NQ', 'NQ'],
  [' - NQ', ' - |NQ', 'NQ'],
  ['–NQ', '-|NQ', 'NQ'],
  ['//NQ', '//|NQ', 'NQ'],
  ['///NQ', null, null],
  ['- -NQ', null, null],
  ['\nNQ', '\n|NQ', 'NQ'],
  ['-5', null, null],
  ['-N5', '-|N5', 'N5'],
  ['-NQ5', '-|NQ5', 'NQ5'],
  ['-NQ123', '-|NQ123', 'NQ'],
  ['-NQ1234', '-|NQ', 'NQ'],
  ['-BCĐ1234', '-|BCĐ1234', 'BCĐ1234'],
  ['-BCĐ12345', '-|BCĐ', 'BCĐ'],
  ['-T.Ư', '-|T.Ư', 'T.Ư'],
  ['-T.W.', '-|T.W.', 'T.W.'],
  ['-T.X', '-|T', 'T'],
  ['-PC&CC', '-|PC&CC', 'PC&CC'],
  ['-AAAAAAAAAAAAAAAAAAAA', '-|AAAAAAAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAAAAAAA'],
  ['-AAAAAAAAAAAAAAAAAAAAA', '-|AAAAAAAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAAAAAAA'],
  ['-AAAAAAAAAAAAAAAAAAAAAAAAA', '-|AAAAAAAAAAAAAAAAAAAA', 'AAAAAAAAAAAAAAAAAAAA'],
  ['-TUngày', '-|TUngày', 'TU'],
  ['-TUở', '-|TUở', 'TUở'],
  ['-CBc', '-|CBc', 'CBc'],
  ['-BCĐQG1237', '-|BCĐQG1237', 'BCĐQG1237'],
  ['-HĐNDtỉnh', '-|HĐNDtỉnh', 'HĐND'],
  ['-TTgvề', '-|TTgvề', 'TTg'],
  ['-TTg', '-|TTg', 'TTg'],
  ['-Tu', '-|Tu', 'Tu'],
  ['-UBND5', '-|UBND5', 'UBND'],
  ['-XYZabc', '-|XYZabc', 'XYZ'],
  ['-XYZab', '-|XYZab', 'XYZab'],
  ['-NQ-', '-|NQ', 'NQ'],
  ['_NQ', null, null],
  ['.NQ', '.|NQ', 'NQ'],
];

describe('readGroup and cutGroup', () => {
  it.each(groups)('%j', (text, printed, cut) => {
    const folded = foldText(text);
    const group = readGroup(folded, 0);
    expect(group === null ? null : `${group.separator}|${group.printed}`).toBe(printed);
    expect(group === null ? null : cutGroup(folded, group).printed).toBe(cut);
  });

  it('keeps offsets of the letters alone', () => {
    const folded = foldText(' - TUngày');
    const group = readGroup(folded, 0);
    expect(group).toMatchObject({ start: 3, end: 9 });
    expect(group === null ? null : cutGroup(folded, group)).toMatchObject({ separator: ' - ', start: 3, end: 5 });
  });
});

/** `tight`: the issuer hardly has units; `small`: the code is printed in small letters throughout. */
const units: readonly [text: string, isTightOnly: boolean, isSmallCode: boolean, units: readonly string[]][] = [
  ['-VP', false, false, ['VP']],
  [' - VP', false, false, ['VP']],
  [' - VP', true, false, []],
  ['-VP', true, false, ['VP']],
  ['/VP', false, false, ['VP']],
  ['/VP', true, false, []],
  ['/VG', false, false, ['VG']],
  ['/Hạ Long', false, false, []],
  ['/ABCDEFG', false, false, []],
  ['/ABCDEF', false, false, ['ABCDEF']],
  ['-VP-KT-AB-CD-EF-GH-IJ', false, false, ['VP', 'KT', 'AB', 'CD', 'EF', 'GH']],
  ['-K2ĐT', false, false, ['K2ĐT']],
  ['-T2QLKT', false, false, ['T2QLKT']],
  ['-T2QLKTABC', false, false, []],
  ['-K2đt', false, false, []],
  ['-V.I', false, false, ['V.I']],
  ['-V.IX', false, false, ['V.IX']],
  ['-V.Ia', false, false, ['V']],
  ['-VPA.I', false, false, ['VPA']],
  ['-vp', false, false, []],
  ['-vp', false, true, ['VP']],
  [' -vp', false, true, []],
  ['-ubnd', false, false, ['UBND']],
  ['-c06', false, true, ['C06']],
  [' VP', false, false, []],
  ['-VPubnd', false, false, ['VPUBND']],
  ['-UB\nND', false, false, ['UBND']],
  ['-5', false, false, []],
  ['-NSNNngày', false, false, ['NSNN']],
  ['-NSNNvề', false, false, ['NSNN']],
  ['-CBc', false, false, ['CBc']],
  ['-ToC', false, false, ['ToC']],
];

describe('readUnits', () => {
  it.each(units)('%j (tight: %s, small: %s)', (text, isTightOnly, isSmallCode, printed) => {
    expect(readUnits(foldText(text), 0, { isTightOnly, isSmallCode }).map((unit) => unit.printed)).toEqual(printed);
  });
});

const broken: readonly [text: string, joined: string][] = [
  ['UB\nND', 'UBND'],
  ['UB-\nND', 'UBND'],
  ['UB-\nTVQH15', 'UBTVQH15'],
  ['BNN\nPTNT', 'BNNPTNT'],
  ['BNN\nptnt', 'BNN'],
  ['BNN\nXYZ', 'BNN'],
  ['B\nTP', 'B'],
  ['UB\nNDX', 'UB'],
  ['UB \nND', 'UBND'],
  ['UB-ND', 'UB'],
  ['UBND\n5', 'UBND'],
  ['TANDTC-\nVKSTC', 'TANDTC'],
  ['UB-\nTVQH', 'UBTVQH'],
  ['Q-\nH15', 'QH15'],
  ['CT-\nUBND', 'CT'],
];

describe('joinBrokenGroup', () => {
  it.each(broken)('%j', (text, joined) => {
    const folded = foldText(text);
    const group = readGroup(folded, 0);
    const whole = group === null ? null : joinBrokenGroup(folded, group);
    expect(whole?.printed).toBe(joined);
    expect(whole === null ? 0 : whole.end - whole.start).toBeGreaterThanOrEqual(joined.length);
  });
});

describe('letters of a symbol', () => {
  it.each([
    ['ubnd', 'UBND', false],
    ['hđnd', 'HĐND', false],
    ['ttg', 'TTg', false],
    ['xyz', 'XYZ', false],
    ['c06', 'C06', false],
    ['HTQT', 'HTQT', true],
    ['CBc', 'CBC', true],
    ['TTg', 'TTg', true],
    ['Ban', 'BAN', false],
    ['Ab', 'AB', false],
    ['5', '5', false],
  ])('%s is spelled %s; carries one by itself: %s', (printed, spelled, carries) => {
    expect(spellSmall(printed)).toBe(spelled);
    expect(isUpper(printed)).toBe(carries);
  });
});

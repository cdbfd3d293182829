import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeKey, type ReaderWords, readWords, sequencesOf } from './words.ts';

/** A short writing of what was read: [phrase], {loose words}, =synonym, #code key, -excluded. */
function show(words: ReaderWords): string {
  if (words.kind !== 'words') return words.kind;
  const wanted = words.wanted.map(({ own, isPhrase, others, codeKey: key }) => {
    const inner = own.words.join(' ');
    const shown = own.words.length === 1 ? inner : isPhrase ? `[${inner}]` : `{${inner}}`;
    return [
      shown,
      own.isBegun ? '*' : '',
      ...others.map((form) => `=${form.words.join(' ')}`),
      ...(key === null ? [] : [`#${key}`]),
    ].join('');
  });
  return [...wanted, ...words.excluded.map((form) => `-${form.words.join(' ')}`)].join(' | ');
}

describe('readWords', () => {
  const rows: readonly [string, string][] = [
    ['', 'everything'],
    [' \u00a0\n', 'everything'],
    ['"" * -', 'nothing'],
    ['cầu Hạc', 'cau | hac'],
    ['"cầu Hạc"', '[cau hac]'],
    ['“cầu Hạc” «bến»', '[cau hac] | ben'],
    ['cầu "Hạc', 'cau | hac'],
    ['cầu -Hạc', 'cau | -hac'],
    ['cầu -"bến Hạc"', 'cau | -ben hac'],
    ['cầu - Hạc', 'cau | hac'],
    ['cầu -Hạc,bến', 'cau | -hac | -ben'],
    ['cầu-Hạc', '[cau hac]'],
    ['bến,cầu;Hạc', 'ben | cau | hac'],
    ['31-NQ/TU', '[31 nq tu]#31nqtu'],
    ['031 - NQ / TU', '031 | nq | tu'],
    ['031-NQ/TU', '[031 nq tu]#31nqtu'],
    ['31nqtu', '31nqtu#31nqtu'],
    ['337/2021', '[337 2021]'],
    ['GPMB', 'gpmb=giai phong mat bang'],
    ['"GPMB"', 'gpmb'],
    ['-GPMB', '-gpmb'],
    ['giải phóng mặt bằng', '{giai phong mat bang}=gpmb'],
    ['giai phong mat bang cầu', '{giai phong mat bang}=gpmb | cau'],
    ['giai phong "mat bang"', 'giai | phong | [mat bang]'],
    ['kinh tế - xã hội', '{kinh te xa hoi}=kt xh'],
    ['KT-XH', '[kt xh]=kinh te xa hoi'],
    ['bán thương vụ', 'ban | thuong | vu'],
    ['ủy ban mặt trận tổ quốc', '{uy ban mat tran to quoc}=ubmttq=uy ban mttq'],
    ['mặt trận tổ quốc', '{mat tran to quoc}=mttq'],
    ['Uỷ ban nhân dân', '{uy ban nhan dan}=ubnd'],
    ['TW', 'tw=t u=trung uong'],
    ['đầu tư', 'dau | tu'],
  ];
  it.each(rows)('%s → %s', (text, read) => {
    expect(show(readWords(text))).toBe(read);
  });

  const begun: readonly [string, string][] = [
    ['bến Hạ', 'ben | ha*'],
    ['bến ', 'ben'],
    ['bến "Hạ', 'ben | ha*'],
    ['"bến Hạ"', '[ben ha]'],
    ['21-nq/t', '[21 nq t]*'],
    ['gpmb', 'gpmb*=giai phong mat bang'],
    ['-Hạ', '-ha'],
  ];
  it.each(begun)('%s, typing going on → %s', (text, read) => {
    expect(show(readWords(text, true))).toBe(read);
  });

  it('knows whether accents were typed, codes aside', () => {
    const hasAccents = (text: string): unknown => ({ hasAccents: false, ...readWords(text) }).hasAccents;
    expect(['dat', 'đất', '337/2021/NQ-HĐND', 'đất 1-QĐ/TU', 'HĐND', '-đất'].map(hasAccents)).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  it('tells what was typed', () => {
    const read = readWords('Ban Thường vụ "cầu Hạc" 31-NQ/TU');
    expect(read.kind === 'words' && read.wanted.map(({ typed }) => typed)).toEqual([
      'Ban Thường vụ',
      'cầu Hạc',
      '31-NQ/TU',
    ]);
  });

  it('reads at most 512 characters', () => {
    const read = readWords(`${'a'.repeat(510)} bcd`);
    expect(read.kind === 'words' && read.wanted[1]?.own.words).toEqual(['b']);
  });

  it('takes any text, and yields words of letters and digits only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const read = readWords(text);
        const forms = read.kind === 'words' ? [...sequencesOf(read.wanted).flat(), ...read.excluded] : [];
        for (const form of forms) for (const word of form.words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      }),
    );
  });
});

describe('sequencesOf', () => {
  it('begins with the reader’s own words and ends at eight', () => {
    const read = readWords('BTV UBND GPMB HĐND NTM');
    const sequences = read.kind === 'words' ? sequencesOf(read.wanted) : [];
    expect(sequences).toHaveLength(8);
    expect(sequences[0]?.map((form) => form.words.join(' '))).toEqual(['btv', 'ubnd', 'gpmb', 'hdnd', 'ntm']);
    expect(sequences.every((forms) => forms.length === 5)).toBe(true);
  });
});

describe('codeKey', () => {
  it.each([
    [['07', 'nq', 'tu'], '7nqtu'],
    [['337', '2021', 'nq', 'hdnd'], '3372021nqhdnd'],
    [['0'], '0'],
    [[], ''],
  ])('%j → %s', (words, key) => {
    expect(codeKey(words)).toBe(key);
  });
});

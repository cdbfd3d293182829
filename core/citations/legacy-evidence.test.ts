import { describe, expect, it } from 'vitest';
import { type Evidence, isBeyondLatin1, sumEvidence, tellVerdict, weighLine } from './legacy-evidence.ts';

const fresh = () => ({ tcvn3: new Map<string, number>(), vni: new Map<string, number>() });

/** Words for and against TCVN3, VNI, and UTF-8 encoded twice. */
type Weights = readonly [tcvn3: string, vni: string, twice: string];
const told = ({ tcvn3, vni, 'double-utf-8': twice }: Evidence): Weights => {
  const [one, two, three] = [tcvn3, vni, twice].map(({ pro, contra }) => `+${pro} -${contra}`);
  return [one ?? '', two ?? '', three ?? ''];
};

const lines: readonly [note: string, line: string, weights: Weights, verdict: string][] = [
  ['two words of TCVN3', 'NghÞ quyÕt', ['+2 -0', '+0 -2', '+0 -2'], 'tcvn3'],
  ['one word is not enough, said twice neither', 'quyÕt quyÕt', ['+1 -0', '+0 -1', '+0 -2'], 'open'],
  ['a word with two signs that Unicode has in no word counts for two', '§¶ng', ['+2 -0', '+0 -0.5', '+0 -0'], 'tcvn3'],
  ['signs that look like soft hyphens', 'th\u00ad\u00acng', ['+2 -0', '+0 -1', '+0 -0'], 'tcvn3'],
  ['words of VNI', 'Nghò quyeát cuûa', ['+0 -3', '+3 -0', '+0 -3'], 'vni'],
  ['a tone of VNI behind its capital', 'UÛy quyeát', ['+0 -2', '+2 -0', '+0 -2'], 'vni'],
  ['a syllable in both readings says nothing: TCVN3', 'sè', ['+0 -0', '+0 -1', '+0 -1'], 'open'],
  ['a syllable in both readings says nothing: VNI', 'soá', ['+0 -1', '+0 -0', '+0 -1'], 'open'],
  ['a word that VNI spells alike', 'Chính', ['+0 -1', '+0 -0', '+0 -1'], 'open'],
  ['a word that TCVN3 spells alike', 'quý', ['+0 -0', '+0 -1', '+0 -1'], 'open'],
  ['Unicode, composed', 'Nghị quyết', ['+0 -2', '+0 -2', '+0 -2'], 'ordinary'],
  ['Unicode, decomposed', 'vụ của'.normalize('NFD'), ['+0 -2', '+0 -2', '+0 -2'], 'ordinary'],
  ['French', 'café', ['+0 -1', '+0 -1', '+0 -1'], 'ordinary'],
  ['plain syllables and capitals say nothing', 'con ABC', ['+0 -0', '+0 -0', '+0 -0'], 'open'],
  ['a foreign word without marks is half a word against', 'window', ['+0 -0.5', '+0 -0.5', '+0 -0'], 'open'],
  [
    'foreign words outweigh two of the encoding',
    'quyÕt NghÞ window table text Müller',
    ['+2 -2.5', '+0 -4.5', '+0 -3'],
    'ordinary',
  ],
  ['exactly twice as many for as against', 'quyÕt NghÞ café', ['+2 -1', '+0 -3', '+0 -3'], 'tcvn3'],
  ['a letter alone', 'µ Ñ', ['+0 -0', '+0 -0', '+0 -1'], 'open'],
  ['a symbol of codes: QĐ', 'Q§', ['+1 -0', '+0 -0', '+0 -0'], 'open'],
  ['a symbol of codes in VNI', 'QÑ', ['+0 -1', '+1 -0', '+0 -1'], 'open'],
  ['capitals that spell nothing, five at most', 'ÖXYZ', ['+0 -1', '+0 -0', '+0 -1'], 'open'],
  ['more of them', 'ÖXYZÖX', ['+0 -1', '+0 -1', '+0 -2'], 'ordinary'],
  ['a run longer than any word', 'xyÕzxyÕzxyÕzxyÕzx', ['+0 -1', '+0 -1', '+0 -4'], 'ordinary'],
  ['tags are no words', '<window>quyÕt</window>', ['+1 -0', '+0 -1', '+0 -1'], 'open'],
  ['entities are no words', '&Egrave;quyÕt&window;', ['+1 -0', '+0 -1', '+0 -1'], 'open'],
  ['a lone < and & part words', 'quyÕt<NghÞ & quyÕt', ['+2 -0', '+0 -2', '+0 -3'], 'tcvn3'],
  ['UTF-8 encoded twice', 'Ä\u0091iá»\u0081u', ['+0 -1', '+0 -1', '+2 -0'], 'double-utf-8'],
  ['a letter that is no part of a pair', 'Å à', ['+0 -0', '+0 -0', '+0 -2'], 'open'],
];

describe('weighLine', () => {
  it.each(lines)('%s', (_note, line, weights, verdict) => {
    const evidence = weighLine(line, fresh());
    expect(told(evidence)).toEqual(weights);
    expect(tellVerdict(evidence)).toBe(verdict);
  });

  it('remembers the weight of a word, each encoding its own', () => {
    const memory = fresh();
    weighLine('quyÕt', memory);
    expect([[...memory.tcvn3], [...memory.vni]]).toEqual([[['quyÕt', 1]], [['quyÕt', -1]]]);
    memory.tcvn3.set('quyÕt', 7);
    expect(weighLine('quyÕt', memory).tcvn3).toEqual({ pro: 7, contra: 0 });
  });

  it('looks at the first 8,000 characters of a line', () => {
    expect(told(weighLine(`quyÕt${' '.repeat(7990)}NghÞ`, fresh()))[0]).toBe('+2 -0');
    expect(told(weighLine(`quyÕt${' '.repeat(7995)}NghÞ`, fresh()))[0]).toBe('+1 -0');
  });
});

describe('what lines tell together', () => {
  const of = (line: string): Evidence => weighLine(line, fresh());

  it('is their sum', () => {
    expect(told(sumEvidence([of('quyÕt'), of('NghÞ café')]))).toEqual(['+2 -1', '+0 -3', '+0 -3']);
    expect(tellVerdict(sumEvidence([of('quyÕt'), of('NghÞ')]))).toBe('tcvn3');
    expect(told(sumEvidence([]))).toEqual(['+0 -0', '+0 -0', '+0 -0']);
  });

  it('is the encoding with the greater margin, the first of two that weigh the same', () => {
    const scales = (tcvn3: readonly [number, number], vni: readonly [number, number]): Evidence => ({
      tcvn3: { pro: tcvn3[0], contra: tcvn3[1] },
      vni: { pro: vni[0], contra: vni[1] },
      'double-utf-8': { pro: 0, contra: 9 },
    });
    expect(tellVerdict(scales([4, 2], [4, 1]))).toBe('vni');
    expect(tellVerdict(scales([4, 1], [4, 2]))).toBe('tcvn3');
    expect(tellVerdict(scales([4, 1], [4, 1]))).toBe('vni');
    expect(tellVerdict(scales([1, 0], [4, 3]))).toBe('open');
    expect(tellVerdict(scales([0, 1], [1, 2]))).toBe('ordinary');
    expect(tellVerdict(scales([0, 1], [2, 2]))).toBe('open');
  });
});

describe('isBeyondLatin1', () => {
  it.each([...'ĂăĐđĨĩŨũƠơƯưẠỹ', '\u0300', '\u0323'])('%s is', (letter) => {
    expect(isBeyondLatin1(letter.charCodeAt(0))).toBe(true);
  });
  it.each([...'aÀýÿĀƱ', '\u1e9f', '\u1efa', '\u02ff', '\u0324'])('%s is not', (letter) => {
    expect(isBeyondLatin1(letter.charCodeAt(0))).toBe(false);
  });
});

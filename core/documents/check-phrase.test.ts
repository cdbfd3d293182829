import { describe, expect, it } from 'vitest';
import { extractCitations } from '../citations/extract.ts';
import { readPhrase } from './check-phrase.ts';

function read(text: string): readonly (readonly [kind: string, printed: string])[] {
  const citations = extractCitations(text);
  const [first] = citations;
  if (first === undefined) return [];
  return readPhrase(text, first, citations[1]?.start ?? text.length).map(({ kind, start, end }) => [
    kind,
    text.slice(start, end),
  ]);
}

describe('what stands behind a code', () => {
  it.each([
    [
      'Chỉ thị số 18-CT/TW, ngày 26/10/2022 của Ban Bí thư về dân vận.',
      [
        ['date', ', ngày 26/10/2022'],
        ['issuer', ' của Ban Bí thư'],
      ],
    ],
    [
      'Chỉ thị số 18-CT/TW của Ban Bí thư, ngày 26 tháng 10 năm 2022 nêu rõ.',
      [
        ['issuer', ' của Ban Bí thư'],
        ['date', ', ngày 26 tháng 10 năm 2022'],
      ],
    ],
    [
      'Nghị quyết số 04-NQ/TW khóa XII ngày 30/10/2016.',
      [
        ['term', ' khóa XII'],
        ['date', ' ngày 30/10/2016'],
      ],
    ],
    ['Chỉ thị số 18-CT/TW (26/10/2022) nêu rõ.', [['date', ' (26/10/2022)']]],
    ['Chỉ thị số 18-CT/TW nêu rõ trách nhiệm của Ban Bí thư.', []],
    ['Nghị quyết số 31-NQ/TU và Nghị quyết số 32-NQ/TU ngày 26/10/2022.', []],
    [
      'Nghị quyết số 31-NQ/TU\u00a0ngày  14/02/2022\ncủa Thành ủy Sông Mơ\nvề cây xanh.',
      [
        ['date', '\u00a0ngày  14/02/2022'],
        ['issuer', '\ncủa Thành ủy Sông Mơ'],
      ],
    ],
    ['Chỉ thị số 18-CT/TW', []],
  ])('%s', (text, pieces) => {
    expect(read(text)).toEqual(pieces);
  });

  it('joins without gaps, whatever marks the letters are made of', () => {
    const text = 'Chỉ thị số 18-CT/TW, ngày 26/10/2022 của Ban Bí thư về dân vận.'.normalize('NFD');
    const [citation] = extractCitations(text);
    const pieces = citation === undefined ? [] : readPhrase(text, citation, text.length);
    expect(pieces.map(({ start }) => start)).toEqual([citation?.end, pieces[0]?.end]);
    expect(text.slice(pieces[0]?.start, pieces[1]?.end).normalize('NFC')).toBe(', ngày 26/10/2022 của Ban Bí thư');
  });

  it('comes to an end in a text that goes on and on', () => {
    const text = `Chỉ thị số 18-CT/TW${' ngày của'.repeat(100_000)}`;
    expect(read(text)).toEqual([]);
  });
});

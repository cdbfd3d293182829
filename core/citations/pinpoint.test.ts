import { describe, expect, it } from 'vitest';
import { type FoldedText, foldText } from './fold.ts';
import { type Pinpoint, readPinpointAfter, readPinpointBefore, readPinpoints } from './pinpoint.ts';

/** `article:5 clause:1,3`, to keep the tables narrow. */
const show = (pinpoint: Pinpoint | null) =>
  pinpoint === null ? null : pinpoint.parts.map(({ unit, numbers }) => `${unit}:${numbers.join(',')}`).join(' ');

/** What `text` reads before or behind its `[citation]`. */
function cut(marked: string): { folded: FoldedText; start: number; end: number } {
  const [before = '', cited = '', behind = ''] = marked.split(/[[\]]/);
  const folded = foldText(before + cited + behind);
  const start = foldText(before).text.length;
  return { folded, start, end: start + foldText(cited).text.length };
}

const NĐ = '[Nghị định số 30/2020/NĐ-CP]';

const before: readonly [text: string, printed: string, parts: string][] = [
  [`theo điểm a khoản 2 Điều 5 ${NĐ}`, 'điểm a khoản 2 Điều 5', 'point:a clause:2 article:5'],
  [`theo Điều 5 ${NĐ}`, 'Điều 5', 'article:5'],
  [`Điều 5 của ${NĐ}`, 'Điều 5', 'article:5'],
  [`vi phạm khoản 2, Điều 5, ${NĐ}`, 'khoản 2, Điều 5', 'clause:2 article:5'],
  [`tại khoản 2 Điều 5 (${NĐ}`, 'khoản 2 Điều 5', 'clause:2 article:5'],
  [`điểm đ khoản 1 Điều 12a ${NĐ}`, 'điểm đ khoản 1 Điều 12a', 'point:đ clause:1 article:12a'],
  [`điểm Ð khoản 1 Điều 12 ${NĐ}`, 'điểm Đ khoản 1 Điều 12', 'point:đ clause:1 article:12'],
  [`điểm a, b và đ khoản 1 Điều 12 ${NĐ}`, 'điểm a, b và đ khoản 1 Điều 12', 'point:a,b,đ clause:1 article:12'],
  [`điểm a, điểm b khoản 1 ${NĐ}`, 'điểm a, điểm b khoản 1', 'point:a,b clause:1'],
  [`điểm a) khoản 1 Điều 12 ${NĐ}`, 'điểm a) khoản 1 Điều 12', 'point:a clause:1 article:12'],
  [`điểm "a" khoản 1 Điều 12 ${NĐ}`, 'điểm "a" khoản 1 Điều 12', 'point:a clause:1 article:12'],
  [`điểm a1 khoản 1 Điều 12 ${NĐ}`, 'điểm a1 khoản 1 Điều 12', 'point:a1 clause:1 article:12'],
  [`tiết a.1 điểm a khoản 1 ${NĐ}`, 'tiết a.1 điểm a khoản 1', 'subpoint:a.1 point:a clause:1'],
  [`tiết b điểm 1 mục II ${NĐ}`, 'tiết b điểm 1 mục II', 'subpoint:b point:1 section:II'],
  [`tiết 2.1, điểm 2, mục III ${NĐ}`, 'tiết 2.1, điểm 2, mục III', 'subpoint:2.1 point:2 section:III'],
  [`mục 2 phần A ${NĐ}`, 'mục 2 phần A', 'section:2 part:A'],
  [`nêu tại mục ii phần b của ${NĐ}`, 'mục ii phần b', 'section:II part:B'],
  [`Mục 3 Chương IV ${NĐ}`, 'Mục 3 Chương IV', 'section:3 chapter:IV'],
  [`tiểu mục 2 mục I Chương XII ${NĐ}`, 'tiểu mục 2 mục I Chương XII', 'subsection:2 section:I chapter:XII'],
  [`Chương 2 ${NĐ}`, 'Chương 2', 'chapter:2'],
  [`mục hai của ${NĐ}`, 'mục hai', 'section:2'],
  [`Phần thứ nhất ${NĐ}`, 'Phần thứ nhất', 'part:1'],
  [`Phần thứ tư và phần thứ năm ${NĐ}`, 'Phần thứ tư và phần thứ năm', 'part:4,5'],
  [`Phụ lục I ${NĐ}`, 'Phụ lục I', 'appendix:I'],
  [`Phụ lục IIa kèm theo ${NĐ}`, 'Phụ lục IIa', 'appendix:IIa'],
  [`Phụ lục số 02 ban hành kèm theo ${NĐ}`, 'Phụ lục số 02', 'appendix:02'],
  [`tại Phụ lục ban hành kèm theo ${NĐ}`, 'Phụ lục', 'appendix:'],
  [`các Phụ lục I, II và III, ${NĐ}`, 'các Phụ lục I, II và III', 'appendix:I,II,III'],
  [`mục 2 Phụ lục ${NĐ}`, 'mục 2 Phụ lục', 'section:2 appendix:'],
  [`các điều 7, 8 và 9 ${NĐ}`, 'các điều 7, 8 và 9', 'article:7,8,9'],
  [`các Điều 7, Điều 8 và Điều 9 của ${NĐ}`, 'các Điều 7, Điều 8 và Điều 9', 'article:7,8,9'],
  [`khoản 1, khoản 3 Điều 12 ${NĐ}`, 'khoản 1, khoản 3 Điều 12', 'clause:1,3 article:12'],
  [`khoản 1 và 2 Điều 5 ${NĐ}`, 'khoản 1 và 2 Điều 5', 'clause:1,2 article:5'],
  [`từ Điều 5 đến Điều 8 ${NĐ}`, 'từ Điều 5 đến Điều 8', 'article:5-8'],
  [`từ Điều 5 đến 8 ${NĐ}`, 'từ Điều 5 đến 8', 'article:5-8'],
  [`Điều 5 – 8 ${NĐ}`, 'Điều 5 - 8', 'article:5-8'],
  [`các khoản 1, 3-5 và 7 Điều 2 ${NĐ}`, 'các khoản 1, 3-5 và 7 Điều 2', 'clause:1,3-5,7 article:2'],
  [`thu hồi từ Điều 5 ${NĐ}`, 'Điều 5', 'article:5'],
  [
    `điểm a, b, c khoản 2 và khoản 3 Điều 5 ${NĐ}`,
    'điểm a, b, c khoản 2 và khoản 3 Điều 5',
    'point:a,b,c clause:2,3 article:5',
  ],
  [
    `khoản 1 Điều 4; khoản 2, 3 Điều 5; Điều 9 ${NĐ}`,
    'khoản 1 Điều 4; khoản 2, 3 Điều 5; Điều 9',
    'clause:1 article:4 clause:2,3 article:5,9',
  ],
  [`Điều 5, khoản 2, điểm c ${NĐ}`, 'Điều 5, khoản 2, điểm c', 'article:5 clause:2 point:c'],
  [`điểm a của khoản 2 thuộc Điều 5 ${NĐ}`, 'điểm a của khoản 2 thuộc Điều 5', 'point:a clause:2 article:5'],
  [`khoản 2 các điều 7, 8 ${NĐ}`, 'khoản 2 các điều 7, 8', 'clause:2 article:7,8'],
  [`ĐIỂM A KHOẢN 2 ĐIỀU 5 ${NĐ}`, 'ĐIỂM A KHOẢN 2 ĐIỀU 5', 'point:a clause:2 article:5'],
  [`điểm a\nkhoản 2\nĐiều 5\n${NĐ}`, 'điểm a khoản 2 Điều 5', 'point:a clause:2 article:5'],
  [`điểm\u00a0a khoản  2 Điều\u00a05 ${NĐ}`, 'điểm a khoản 2 Điều 5', 'point:a clause:2 article:5'],
  [`khoản2 Điều5 ${NĐ}`, 'khoản2 Điều5', 'clause:2 article:5'],
  [`điểm &#273; khoản 2 Điều 5 ${NĐ}`, 'điểm đ khoản 2 Điều 5', 'point:đ clause:2 article:5'],
  [`điểm đ khoản 2 Điều 5 ${NĐ}`.normalize('NFD'), 'điểm đ khoản 2 Điều 5', 'point:đ clause:2 article:5'],
  ['theo diem a khoan 2 Dieu 5 [Nghi dinh so 30/2020/ND-CP]', 'diem a khoan 2 Dieu 5', 'point:a clause:2 article:5'],
  ['tai khoan 2 Dieu 5 cua [Nghi dinh so 30/2020/ND-CP]', 'khoan 2 Dieu 5', 'clause:2 article:5'],
  ['quan diem 3 khoan 2 Dieu 5 [Nghi dinh so 30/2020/ND-CP]', 'khoan 2 Dieu 5', 'clause:2 article:5'],
  [`Điều 5 được quy định tại ${NĐ}`, 'Điều 5', 'article:5'],
  [`Điều 3 Quy chế làm việc ban hành kèm theo ${NĐ}`, 'Điều 3', 'article:3'],
  [`khoản 1 Điều 3 của Quy định về thi đua, kèm theo ${NĐ}`, 'khoản 1 Điều 3', 'clause:1 article:3'],
  [`quan điểm 2, khoản 3 Điều 5 ${NĐ}`, 'khoản 3 Điều 5', 'clause:3 article:5'],
  [`Luật Nhà ở và khoản 2 Điều 5 ${NĐ}`, 'khoản 2 Điều 5', 'clause:2 article:5'],
  [`Luật Nhà ở (Điều 79), khoản 2 Điều 5 ${NĐ}`, 'khoản 2 Điều 5', 'clause:2 article:5'],
  [`đủ 3 điều kiện, theo mục 2 ${NĐ}`, 'mục 2', 'section:2'],
  [`tại điểm 4. Theo khoản 2 ${NĐ}`, 'khoản 2', 'clause:2'],
  [`Điều 1. Sửa đổi Điều 5 ${NĐ}`, 'Điều 5', 'article:5'],
  [`chuyển vào tài khoản 12, theo Điều 5 ${NĐ}`, 'Điều 5', 'article:5'],
];

const notBefore: readonly [note: string, text: string][] = [
  ['nothing', NĐ],
  ['a verb', `thực hiện ${NĐ}`],
  ['a number alone', `ban hành 3 ${NĐ}`],
  ['another word: quan điểm', `quan điểm 2 ${NĐ}`],
  ['another word: tài khoản', `tài khoản 12 ${NĐ}`],
  ['another word: danh mục', `danh mục 27 ${NĐ}`],
  ['another word: thành phần', `thành phần 5 ${NĐ}`],
  ['another word: chi tiết', `chi tiết 2 ${NĐ}`],
  ['another word: huân chương', `Huân chương 3 ${NĐ}`],
  ['a fraction', `hai phần ba ${NĐ}`],
  ['another word by its marks: điềm', `điềm 2 ${NĐ}`],
  ['another word by its marks: khoan', `mũi khoan 2 ${NĐ}`],
  ['another word by its marks: diều', `cánh diều 5 ${NĐ}`],
  ['another word by its marks: muc', `vùng muc 5 ${NĐ}`],
  ['the other number first', `19 điều ${NĐ}`],
  ['a unit alone', `theo điều khoản của ${NĐ}`],
  ['an article is never Roman', `Điều IV ${NĐ}`],
  ['nor a letter', `Điều c ${NĐ}`],
  ['a chapter is no letter', `Chương c ${NĐ}`],
  ['no such numeral', `Chương IIX ${NĐ}`],
  ['a year', `mục 2024 ${NĐ}`],
  ['a full stop between', `theo Điều 5. ${NĐ}`],
  ['a semicolon between', `theo Điều 5; ${NĐ}`],
  ['a paragraph between', `theo Điều 5\n\n${NĐ}`],
  ['joined as another', `Điều 5 và ${NĐ}`],
  ['a verb between', `Điều 5 sửa đổi ${NĐ}`],
  ['made by virtue of it', `khoản 2 Điều 5 ban hành ${NĐ}`],
  ['the bracket of the document before', `Luật Nhà ở (Điều 5), ${NĐ}`],
  ['other words by their marks between', `Điều 5 cửa ${NĐ}`],
  ['a letter with a mark', `điểm ở ${NĐ}`],
];

describe('readPinpointBefore', () => {
  it.each(before)('%j', (text, printed, parts) => {
    const { folded, start } = cut(text);
    const read = readPinpointBefore(folded, start, 0);
    expect([read?.text, show(read)]).toEqual([printed, parts]);
    expect(read?.end).toBeLessThan(start);
  });

  it.each(notBefore)('nothing before: %s', (_note, text) => {
    const { folded, start } = cut(text);
    expect(readPinpointBefore(folded, start, 0)).toBeNull();
  });

  it('does not reach before its floor', () => {
    const { folded, start } = cut(`Điều 3, khoản 2 Điều 5 ${NĐ}`);
    expect(readPinpointBefore(folded, start, 7)?.text).toBe('khoản 2 Điều 5');
    expect(readPinpointBefore(folded, start, 16)?.text).toBe('Điều 5');
    expect(readPinpointBefore(folded, start, start)).toBeNull();
  });

  it('gives a long pinpoint whole or not at all', () => {
    const clauses = (count: number) => Array.from({ length: count }, (_, at) => `khoản ${at + 1}`).join(', ');
    const short = cut(`theo ${clauses(12)} Điều 5 ${NĐ}`);
    expect(readPinpointBefore(short.folded, short.start, 0)?.parts[0]?.numbers).toHaveLength(12);
    const long = cut(`theo ${clauses(40)} Điều 5 ${NĐ}`);
    expect(readPinpointBefore(long.folded, long.start, 0)).toBeNull();
    const apart = cut(`${'Hội nghị bàn việc làng. '.repeat(20)}Theo ${clauses(12)} Điều 5 ${NĐ}`);
    expect(readPinpointBefore(apart.folded, apart.start, 0)?.text).toBe(`${clauses(12)} Điều 5`);
  });
});

const QH = '[Luật Nhà ở số 27/2023/QH15]';

const after: readonly [text: string, printed: string, parts: string][] = [
  [`${QH} (Điều 79)`, 'Điều 79', 'article:79'],
  [`${QH} (khoản 1; khoản 3 Điều 79) quy định`, 'khoản 1; khoản 3 Điều 79', 'clause:1,3 article:79'],
  [`${QH}, Điều 5.`, 'Điều 5', 'article:5'],
  [`${QH}, Điều 5`, 'Điều 5', 'article:5'],
  [`${QH}, Điều 5, nhiều hộ`, 'Điều 5', 'article:5'],
  [
    `${QH}: Chương V, Điều 79, khoản 2, điểm đ.`,
    'Chương V, Điều 79, khoản 2, điểm đ',
    'chapter:V article:79 clause:2 point:đ',
  ],
  [`${QH} tại mục 2 phần II`, 'mục 2 phần II', 'section:2 part:II'],
  [`${QH} tại khoản 2 Điều 5 quy định`, 'khoản 2 Điều 5', 'clause:2 article:5'],
  [`${QH}, quy định tại các điều 7, 8 và 9 về`, 'các điều 7, 8 và 9', 'article:7,8,9'],
  [`${QH} (xem từ Điều 5 đến Điều 8)`, 'từ Điều 5 đến Điều 8', 'article:5-8'],
  [`${QH} – Điều 5;`, 'Điều 5', 'article:5'],
  [`${QH} Điều 5, Nghị định khác`, 'Điều 5', 'article:5'],
  [`${QH}, Điều 5; khoản 2 Điều 6 Nghị định khác`, 'Điều 5', 'article:5'],
  [`${QH}, Điều 5 và Nghị định khác`, 'Điều 5', 'article:5'],
  ['[Nghi dinh so 30/2020/ND-CP] tai khoan 2 Dieu 5.', 'khoan 2 Dieu 5', 'clause:2 article:5'],
];

const notAfter: readonly [note: string, text: string][] = [
  ['nothing', QH],
  ['of a document that follows', `${QH}, Điều 5 Luật Đất đai`],
  ['of one that follows behind "của"', `${QH}, khoản 2 Điều 5 của Nghị định khác`],
  ['of one that follows behind a comma', `${QH}, Điều 5, Nghị định khác`],
  ['of a type word with a capital', `${QH}, Điều 5 Quy định về thi cử`],
  ['of a type word with "số"', `${QH}, Điều 5 quyết định số 7`],
  ['behind a full stop', `${QH}. Điều 5 quy định`],
  ['in the next clause', `${QH} sửa đổi Điều 5`],
  ['a count', `${QH}, điểm 3 thôn An Bình`],
  ['other words by their marks', `${QH} tài khoản 12.`],
  ['no number', `${QH}, điều này`],
  ['a list of other things', `${QH}, các xã`],
];

describe('what units are numbered with', () => {
  const numbers = Array.from({ length: 40 }, (_, at) => String(at + 1));
  const letters = [...'abcdđeghiklmnopqrstuvxy'];
  const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XIV', 'XIX', 'XXI', 'XXXIX'];
  const rows: readonly [word: string, unit: string, taken: readonly string[]][] = [
    ['Điều', 'article', [...numbers, '689', '217a']],
    ['khoản', 'clause', [...numbers, '2.1', '3a']],
    ['điểm', 'point', [...letters, ...numbers, 'a.1', '1.2']],
    ['tiết', 'subpoint', [...letters, 'b.2', 'ii', 'iv']],
    ['mục', 'section', [...numbers, ...romans, 'A', 'II.3', '1.2']],
    ['Chương', 'chapter', [...numbers, ...romans]],
    ['phần', 'part', [...romans, '2', 'B']],
    ['Phụ lục', 'appendix', [...romans, '01', 'IIIb', 'C']],
  ];
  it.each(rows)('%s', (word, unit, taken) => {
    for (const number of taken) {
      const { folded, start } = cut(`theo ${word} ${number} ${NĐ}`);
      expect(readPinpointBefore(folded, start, 0)?.parts).toEqual([{ unit, numbers: [number] }]);
      expect(readPinpointAfter(foldText(`, ${word} ${number}.`), 0)?.parts).toEqual([{ unit, numbers: [number] }]);
    }
  });
});

describe('readPinpointAfter', () => {
  it.each(after)('%j', (text, printed, parts) => {
    const { folded, end } = cut(text);
    const read = readPinpointAfter(folded, end);
    expect([read?.text, show(read)]).toEqual([printed, parts]);
  });

  it.each(notAfter)('nothing behind: %s', (_note, text) => {
    const { folded, end } = cut(text);
    expect(readPinpointAfter(folded, end)).toBeNull();
  });
});

describe('readPinpoints', () => {
  const rows: readonly [text: string, printed: readonly (string | null)[]][] = [
    ['Điều 5 <A 1>, Điều 7 <B 2>', ['Điều 5', 'Điều 7']],
    ['<A 1>, Điều 5, <B 2>', [null, 'Điều 5']],
    ['<A 1> (Điều 5), <B 2>', ['Điều 5', null]],
    ['<A 1>, Điều 5; khoản 2 Điều 6 <B 2>', ['Điều 5', 'khoản 2 Điều 6']],
    ['<A 1>, Điều 5; <B 2>', ['Điều 5', null]],
    ['<A 1> và <B 2>, Điều 5.', [null, 'Điều 5']],
    ['khoản 1 Điều 5 <A 1> và <B 2>', ['khoản 1 Điều 5', null]],
  ];
  it.each(rows)('%j', (marked, printed) => {
    const text = marked.replaceAll('<A 1>', 'Nghị định 1/CP').replaceAll('<B 2>', 'Nghị định 2/CP');
    const places = [...text.matchAll(/Nghị định \d\/CP/g)].map(({ index }) => {
      return { start: index, end: index + 14, after: index + 14 };
    });
    expect(readPinpoints(foldText(text), places).map((pinpoint) => pinpoint?.text ?? null)).toEqual(printed);
  });
});

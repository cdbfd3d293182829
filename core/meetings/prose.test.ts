import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldForm, readProse, toSentence } from './prose.ts';

describe('foldForm', () => {
  it.each([
    ['Thành uỷ', 'thành ủy'],
    ['chủ toạ', 'chủ tọa'],
    ['Hoà, khoẻ, thuý', 'hòa, khỏe, thúy'],
    ['quý, hoàn, toán', 'quý, hoàn, toán'],
    ['HĐND', 'hđnd'],
  ])('%s', (printed, folded) => {
    expect(foldForm(printed)).toBe(folded);
  });

  it('keeps every offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (printed) => {
        const { text, folded } = toSentence(printed);
        expect(folded).toHaveLength(text.length);
      }),
    );
  });
});

const sentences = (text: string, title: string | null = null): string[] => {
  const { lead, body } = readProse({ title, lead: null, text, published: null });
  return [...lead, ...body].map((sentence) => sentence.text);
};

describe('readProse', () => {
  it.each([
    ['a full stop between sentences', 'Một. Hai! Ba?', ['Một.', 'Hai!', 'Ba?']],
    ['abbreviations', 'Tại TP. Hạ Khê, P. 302, T.Ư. và đ.c. Lan.', ['Tại TP. Hạ Khê, P. 302, T.Ư. và đ.c. Lan.']],
    ['a missing blank', 'theo lộ trình.Tăng cường kiểm tra', ['theo lộ trình.', 'Tăng cường kiểm tra']],
    ['numbers', 'Chiều 3.3, đạt 42.500 tỷ đồng.', ['Chiều 3.3, đạt 42.500 tỷ đồng.']],
    [
      'soft line ends',
      'Lâm Thị Quế - Phó Bí thư,\nChủ tịch HĐND và\ncác đại biểu',
      ['Lâm Thị Quế - Phó Bí thư, Chủ tịch HĐND và các đại biểu'],
    ],
    ['hard line ends', 'Ảnh một\nẢnh hai', ['Ảnh một', 'Ảnh hai']],
    ['furniture', 'Thứ Bảy, 08/07/2017, 22:36 [GMT+7]\n\n.\n\nLượt xem: 412\n\nNgày 8-7.', ['Ngày 8-7.']],
  ])('%s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('drops the title where the text repeats it, and a lead that the text lacks comes first', () => {
    expect(sentences('Hội nghị giao ban\n\nNgày 5/4.', 'Hội nghị giao ban')).toEqual(['Ngày 5/4.']);
    const { lead } = readProse({ title: null, lead: 'Lời dẫn.', text: 'Ngày 5/4.', published: null });
    expect(lead.map(({ text }) => text)).toEqual(['Lời dẫn.', 'Ngày 5/4.']);
    const once = readProse({ title: null, lead: 'Ngày 5/4.', text: 'Ngày 5/4.\n\nHết.', published: null });
    expect(once.lead.map(({ text }) => text)).toEqual(['Ngày 5/4.', 'Hết.']);
  });

  it('takes the first two paragraphs as lead, captions not counted', () => {
    const { lead, body } = readProse({ title: null, lead: null, text: 'Ảnh\n\nMột.\n\nHai.\n\nBa.', published: null });
    expect(lead.map(({ text }) => text)).toEqual(['Ảnh', 'Một.', 'Hai.']);
    expect(body.map(({ text }) => text)).toEqual(['Ba.']);
  });
});

import { describe, expect, it } from 'vitest';
import { cutSentence } from './sentence.ts';

/** The sentence around what ⟦ ⟧ mark. */
function sentenceOf(marked: string): string {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace(/[⟦⟧]/g, '');
  const span = cutSentence(text, start, end);
  return text.slice(span.start, span.end);
}

describe('cutSentence', () => {
  it.each([
    ['the whole text', 'Hội nghị bàn ⟦31-NQ/TU⟧', 'Hội nghị bàn 31-NQ/TU'],
    ['between stops', 'Một. Hội nghị bàn ⟦31-NQ/TU⟧ sáng nay. Hai.', 'Hội nghị bàn 31-NQ/TU sáng nay.'],
    ['it begins its sentence', 'Khu 2 xong trước. ⟦Kế hoạch 41⟧ giao việc.', 'Kế hoạch 41 giao việc.'],
    ['it ends its sentence', 'Hội nghị bàn ⟦31-NQ/TU⟧. Đồng chí Thử dự.', 'Hội nghị bàn 31-NQ/TU.'],
    ['asked and cried', 'Vì sao? Bàn ⟦31-NQ/TU⟧! Xong.', 'Bàn 31-NQ/TU!'],
    ['closing quotes go with it', '“Đã rõ.” Ông nhắc ⟦31-NQ/TU⟧.” Xong.', 'Ông nhắc 31-NQ/TU.”'],
    [
      'a stop before small letters ends nothing',
      'Theo v.v. thì ⟦31-NQ/TU⟧ còn 1.5 điểm.',
      'Theo v.v. thì 31-NQ/TU còn 1.5 điểm.',
    ],
    ['TP. Hạ Khê', 'UBND TP. Hạ Khê nhắc ⟦31-NQ/TU⟧ và TX. Bến Sỏi.', 'UBND TP. Hạ Khê nhắc 31-NQ/TU và TX. Bến Sỏi.'],
    ['đ/c. and initials', 'Đ/c. Thử và A. Mơ nhắc ⟦31-NQ/TU⟧.', 'Đ/c. Thử và A. Mơ nhắc 31-NQ/TU.'],
    ['a word that ends in số', 'Bàn chuyển đổi số. Nay bàn ⟦31-NQ/TU⟧.', 'Nay bàn 31-NQ/TU.'],
    ['số. with its number', 'Nay bàn Tờ trình số. 12 và ⟦31-NQ/TU⟧.', 'Nay bàn Tờ trình số. 12 và 31-NQ/TU.'],
    ['a year ends its sentence', 'Xong năm 2023. Nay bàn ⟦31-NQ/TU⟧.', 'Nay bàn 31-NQ/TU.'],
    ['a number of one digit does too', 'Họp ở khu 5. Nay bàn ⟦31-NQ/TU⟧.', 'Nay bàn 31-NQ/TU.'],
    ['a date with a blank does not', 'Từ ngày 1.11. 2011 đã có ⟦31-NQ/TU⟧.', 'Từ ngày 1.11. 2011 đã có 31-NQ/TU.'],
    ['the number of a point', 'Nay họp.\n1. Bàn ⟦31-NQ/TU⟧.\n2. Bàn việc khác.', '1. Bàn 31-NQ/TU.'],
    [
      'a code inside',
      'Nay bàn ⟦Kết luận số 21-KL/T.Ư⟧ ngày 25/10/2021. Xong.',
      'Nay bàn Kết luận số 21-KL/T.Ư ngày 25/10/2021.',
    ],
    ['paragraphs', 'Đầu đề\n\nNay bàn ⟦31-NQ/TU⟧\n\nHai', 'Nay bàn 31-NQ/TU'],
    ['lines', 'Đầu đề\nNay bàn ⟦31-NQ/TU⟧\nHai', 'Nay bàn 31-NQ/TU'],
    [
      'lines cut to a width',
      'Nay\nbàn kỹ ⟦31-NQ/TU⟧ ngày\n12/01/2022 của\nThành ủy.',
      'Nay\nbàn kỹ 31-NQ/TU ngày\n12/01/2022 của',
    ],
    ['a code broken over lines', 'Một. Nay bàn ⟦31-\nNQ/TU⟧ sáng nay. Hai.', 'Nay bàn 31-\nNQ/TU sáng nay.'],
    ['bullets', 'Bàn:\n- ⟦31-NQ/TU⟧ ngày 12/01\n- 32-NQ/TU', '- 31-NQ/TU ngày 12/01'],
  ])('%s', (_note, marked, sentence) => {
    expect(sentenceOf(marked)).toBe(sentence);
  });

  it('reaches 1,200 characters to each side at most', () => {
    const text = `${'a'.repeat(5000)} 31-NQ/TU ${'b'.repeat(5000)}`;
    expect(cutSentence(text, 5001, 5009)).toEqual({ start: 3801, end: 6209 });
  });

  it('always holds what it was asked about', () => {
    const text = 'A. B! C? 1. 2.\n\n. "D." \n\n\n e. F… G';
    for (let start = 0; start < text.length; start += 1) {
      for (let end = start + 1; end <= text.length; end += 1) {
        const span = cutSentence(text, start, end);
        expect(span.start <= start && span.end >= end, `${start}-${end}`).toBe(true);
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import { joinLines } from './printed-lines.ts';

/** Long enough to be full beside the others. */
const full = 'Ủy ban nhân dân xã phối hợp với các đoàn thể vận động nhân dân trồng chè';

describe('joinLines', () => {
  it.each([
    ['goes on where a full line breaks off', [full, 'trên đất đồi của xã.'], [`${full} trên đất đồi của xã.`]],
    [
      'begins anew behind the end of a sentence',
      [`${full}.`, 'Văn phòng theo dõi.'],
      [`${full}.`, 'Văn phòng theo dõi.'],
    ],
    ['goes on in small letters behind a short line', [full, 'báo cáo', 'kết quả.'], [`${full} báo cáo kết quả.`]],
    [
      'keeps a heading apart',
      ['Tổ chức thực hiện', 'Văn phòng theo dõi.'],
      ['Tổ chức thực hiện', 'Văn phòng theo dõi.'],
    ],
    ['begins anew with an article', [full, 'Điều 5. Hiệu lực'], [full, 'Điều 5. Hiệu lực']],
    [
      'begins anew with a point',
      [full, '1. Về chè', 'a) Giống chè', '- Chè búp', '1.2. Về rừng'],
      [full, '1. Về chè', 'a) Giống chè', '- Chè búp', '1.2. Về rừng'],
    ],
    ['begins anew with the reasons', [full, 'Căn cứ Luật Chè;'], [full, 'Căn cứ Luật Chè;']],
    ['does not take a year for a point', [`${full} năm`, '2023 và các năm sau.'], [`${full} năm 2023 và các năm sau.`]],
    ['joins a code behind its hyphen', [`${full} 30/2020/NĐ-`, 'CP ngày 5/3.'], [`${full} 30/2020/NĐ-CP ngày 5/3.`]],
    ['joins a code before its hyphen', [`${full} 30/2020/NĐ`, '-CP ngày 5/3.'], [`${full} 30/2020/NĐ-CP ngày 5/3.`]],
    ['joins a code behind its slash', [`${full} 337/2021/`, 'NQ-HĐND.'], [`${full} 337/2021/NQ-HĐND.`]],
    [
      'keeps the hyphen between two Vietnamese syllables',
      [`${full} chính trị-`, 'xã hội.'],
      [`${full} chính trị-xã hội.`],
    ],
    ['drops the hyphen in a word of another language', [`${full} inter-`, 'national.'], [`${full} international.`]],
    ['drops soft hyphens', [`${full} vận\u00AD`, 'động, đoàn\u00ADkết.'], [`${full} vậnđộng, đoànkết.`]],
    [
      'joins a heading of several full lines',
      ['NGHỊ QUYẾT VỀ PHÁT TRIỂN CÂY CHÈ VÀ CÂY DƯỢC LIỆU', 'TRÊN ĐỊA BÀN XÃ CAO KHÊ'],
      ['NGHỊ QUYẾT VỀ PHÁT TRIỂN CÂY CHÈ VÀ CÂY DƯỢC LIỆU TRÊN ĐỊA BÀN XÃ CAO KHÊ'],
    ],
    [
      'keeps capitals and prose apart',
      ['NGHỊ QUYẾT', 'về phát triển cây chè'],
      ['NGHỊ QUYẾT', 'về phát triển cây chè'],
    ],
    ['does not join rules', ['-----', full, '*****'], ['-----', full, '*****']],
    [
      'makes a tab a space and passes over blank lines',
      ['Xã\tSố hộ', '', ' \t ', 'Cao Khê\t12'],
      ['Xã Số hộ', 'Cao Khê 12'],
    ],
    ['has nothing of nothing', [], []],
  ])('%s', (_, lines, paragraphs) => {
    expect(joinLines(lines)).toEqual(paragraphs);
  });
});

import { describe, expect, it } from 'vitest';
import { foldText } from './fold.ts';
import { judgeShortForm, type ShortVerdict } from './short-form.ts';
import { readShortNumber } from './short-number.ts';
import { readTypeWord } from './type-word.ts';

/** The verdict on the first number of `text`, with the type word that stands before it. */
function judge(text: string): ShortVerdict | 'no number' | 'no word' {
  const folded = foldText(text);
  const at = folded.text.search(/\d/);
  const short = readShortNumber(folded, at);
  if (short === null) return 'no number';
  const lead = readTypeWord(folded, at, false);
  return lead === null ? 'no word' : judgeShortForm(folded, lead, short);
}

const verdicts: readonly [text: string, verdict: ReturnType<typeof judge>, why: string][] = [
  ['thực hiện Nghị quyết 18 về bộ máy', 'certain', 'a noun'],
  ['thực hiện nghị quyết 18 tinh gọn', 'certain', 'a noun in small letters'],
  ['Chỉ thị số 05 của Bộ Chính trị', 'certain', 'số'],
  ['Thông tư số 10 ban hành', 'certain', 'ban, not bản'],
  ['Quyết định số 21 quản lý', 'certain', 'quản, not quận'],
  ['Chỉ thị số 36 còn phù hợp', 'certain', 'còn, not con'],
  ['Thông tư 33 do Bộ chủ trì', 'certain', 'do, not độ'],
  ['kế hoạch số 41 do huyện lập', 'certain', 'do, not độ, behind a verb’s word'],
  ['thông báo số 55 đồng ý', 'certain', 'đồng ý, not đồng'],
  ['văn bản số 4391 về đất đai', 'certain', 'a letter that says something'],
  ['văn bản số 43', 'supported', 'a letter that says nothing'],
  ['văn bản số 4391', 'certain', 'a letter whose number is too high to be counted off'],
  ['theo quyết định 1520 của UBND', 'certain', 'an issuer behind it'],
  ['theo quyết định 1520 ngày 2/3/2020', 'certain', 'a date behind it'],
  ['theo quyết định 1520, huyện', 'certain', 'a comma'],
  ['theo quyết định 1520 giao đất', 'supported', 'a verb’s word and nothing that helps'],
  ['theo quyết định 05 giao đất', 'certain', 'a leading zero'],
  ['theo quyết định 178/2014 phê duyệt', 'certain', 'a year'],
  ['NQ 837 của', 'certain', 'an abbreviation'],
  ['QĐ 5 của', 'supported', 'an abbreviation with one digit'],
  ['NQ837 của', 'certain', 'glued, of a sure type'],
  ['CT22 của', 'supported', 'glued, of an unsure type'],
  ['tòa CT6A cao', 'refused', 'a block of flats'],
  ['chung cư CT 8 cao', 'refused', 'a block of flats'],
  ['tàu HD - 2886', 'no word', 'a dash behind an abbreviation'],
  ['thông báo 3 ca', 'supported', 'counted'],
  ['kế hoạch 5 năm', 'supported', 'counted'],
  ['kế hoạch 5 năm 2016-2020', 'supported', 'counted, then a period'],
  ['kế hoạch 40 cửa hàng', 'supported', 'cửa, not của'],
  ['Nghị quyết 5 nhiệm vụ', 'supported', 'counted behind a noun'],
  ['Nghị quyết 36 Nhiệm vụ', 'certain', 'a capital opens another phrase'],
  ['đã thông báo 32 với dân', 'supported', 'a verb'],
  ['đã lên kế hoạch 2, lực lượng', 'supported', 'an idiom'],
  ['quyết định 1 trong 2', 'supported', 'a choice'],
  ['kế hoạch 2025 của tỉnh', 'refused', 'a year, behind a verb’s word'],
  ['nghị quyết 2025 của tỉnh', 'supported', 'a year, behind a noun'],
  ['Đề án 1956 về nghề', 'certain', 'no year of these days'],
  ['quy định: 1. Phạm vi', 'refused', 'an enumeration'],
  ['luật 10 năm', 'refused', 'plain words need số'],
  ['luật số 43/2013 về đấu thầu', 'certain', 'a law with số and year'],
  ['luật số 43', 'supported', 'a law without year'],
  ['dự án số 5', 'refused', 'no type that is cited by number'],
  ['để án 24 của tỉnh', 'refused', 'not the word'],
  ['tàu ngầm Đề án 636', 'refused', 'a shipyard’s design'],
  ['Đề án 22380', 'refused', 'too long for a scheme'],
  ['nghị quyết 497 của Hội đồng Bảo an', 'refused', 'the United Nations'],
  ['nghi quyet 18 cua tinh uy', 'certain', 'no marks at all'],
  ['thong bao 3 ca moi', 'supported', 'counted without marks'],
];

describe('judgeShortForm', () => {
  it.each(verdicts)('%j is %s: %s', (text, verdict) => {
    expect(judge(text)).toBe(verdict);
  });

  it('holds for decomposed print', () => {
    for (const [text, verdict] of verdicts) expect(judge(text.normalize('NFD')), text).toBe(verdict);
  });
});

describe('readShortNumber', () => {
  const numbers: readonly [text: string, number: string | null, year: number | null][] = [
    ['05', '05', null],
    ['30a ', '30a', null],
    ['81/2016', '81', 2016],
    ['03-2017', '03', 2017],
    ['108/2009.', '108', 2009],
    ['06 năm 2011', '06', 2011],
    ['5 năm 2016-2020', '5', null],
    ['2021-2025', null, null],
    ['14.210', null, null],
    ['5,5', null, null],
    ['12/15', null, null],
    ['3-1', null, null],
    ['08:15', null, null],
    ['7h30', null, null],
    ['20%', null, null],
    ['3x4', null, null],
    ['12 km', null, null],
    ['500 m²', null, null],
    ['123456', null, null],
    ['5K', null, null],
  ];
  it.each(numbers)('%j', (text, number, year) => {
    const short = readShortNumber(foldText(text), 0);
    expect([short?.number ?? null, short?.year ?? null]).toEqual([number, year]);
  });
});

import { describe, expect, it } from 'vitest';
import { foldText } from './fold.ts';
import { readTypeWord, type TypeWord } from './type-word.ts';

type Told = readonly [printed: string, type: string | null, word: string, marks: string, separator: string];

/** A bar stands before the number; a second column says whether the code behind is one of laws. */
const rows: readonly [text: string, isLawCode: boolean, told: Told | null][] = [
  ['Nghị quyết số |21', false, ['Nghị quyết số ', 'NQ', 'nghi quyet', 'number exact capital', '']],
  ['nghị quyết |21', false, ['nghị quyết ', 'NQ', 'nghi quyet', 'exact', '']],
  ['NQ |21', false, ['NQ ', 'NQ', 'nq', 'exact abbreviation capital', '']],
  ['NQ|21', false, ['NQ', 'NQ', 'nq', 'exact abbreviation glued capital', '']],
  ['NĐ-|12', false, null],
  ['ND |12', false, ['ND ', 'NĐ', 'nd', 'exact abbreviation capital', '']],
  ['nđ |12', false, ['nđ ', 'NĐ', 'nd', 'exact abbreviation', '']],
  ['nd |12', false, null],
  ['Nđ |12', false, null],
  ['nghị quyêt |21', false, ['nghị quyêt ', 'NQ', 'nghi quyet', '', '']],
  ['nghi quyet so |21', false, ['nghi quyet so ', 'NQ', 'nghi quyet', 'number exact', '']],
  ['NGHỊ QUYẾT SỐ: |21', false, ['NGHỊ QUYẾT SỐ: ', 'NQ', 'nghi quyet', 'number exact capital', '']],
  ['các Nghị quyết số |21', false, ['Nghị quyết số ', 'NQ', 'nghi quyet', 'number exact capital plural', '']],
  ['những Chỉ thị |21', false, ['Chỉ thị ', 'CT', 'chi thi', 'exact capital plural', '']],
  ['hai Nghị quyết |21', false, ['Nghị quyết ', 'NQ', 'nghi quyet', 'exact capital plural', '']],
  ['bốn Nghị quyết |21', false, ['Nghị quyết ', 'NQ', 'nghi quyet', 'exact capital plural', '']],
  ['ba  Nghị quyết |21', false, ['Nghị quyết ', 'NQ', 'nghi quyet', 'exact capital plural', '']],
  ['Quyết định số số |21', false, ['Quyết định số số ', 'QĐ', 'quyet dinh', 'number exact capital', '']],
  ['Quyết định số số số |21', false, ['Quyết định số số số ', 'QĐ', 'quyet dinh', 'number exact capital', '']],
  ['Quyết định số số số số |21', false, ['số số số ', null, 'so', 'number exact', '']],
  ['số |21', false, ['số ', null, 'so', 'number exact', '']],
  ['số: |21', false, ['số: ', null, 'so', 'number exact', '']],
  ['số. |21', false, ['số. ', null, 'so', 'number exact', '']],
  ['sô |21', false, ['sô ', null, 'so', 'number exact', '']],
  ['só |21', false, ['só ', null, 'so', 'number exact', '']],
  ['sổ |21', false, null],
  ['sở |21', false, null],
  ['hồ sơ |21', false, null],
  ['chính sách so |21', false, ['so ', null, 'so', 'number exact', '']],
  ['miso |21', false, null],
  ['Nghị quyết (số |21', false, ['số ', 'NQ', 'nghi quyet', 'number exact capital', '(']],
  ['Nghị quyết (|21', false, ['', 'NQ', 'nghi quyet', 'exact capital', '(']],
  ['Nghị quyết: |21', false, ['Nghị quyết: ', 'NQ', 'nghi quyet', 'exact capital', ':']],
  ['Nghị quyết - |21', false, ['Nghị quyết - ', 'NQ', 'nghi quyet', 'exact capital', '-']],
  ['Nghị quyết -|21', false, ['Nghị quyết -', 'NQ', 'nghi quyet', 'exact capital', '-']],
  ['NQ - |21', false, null],
  ['Nghị-quyết số |21', false, ['Nghị-quyết số ', 'NQ', 'nghi quyet', 'number exact capital', '']],
  ['nghi-quyet so |21', false, ['so ', null, 'so', 'number exact', '']],
  ['ket-luan-|19', false, null],
  ['Sắc lệnh |12', false, ['Sắc lệnh ', 'SL', 'sac lenh', 'exact capital', '']],
  ['Sắc-lệnh số |12', false, ['Sắc-lệnh số ', 'SL', 'sac lenh', 'number exact capital', '']],
  ['Công văn khẩn số |12', false, ['Công văn khẩn số ', 'CV', 'cong van', 'number exact capital', '']],
  ['Công văn hỏa tốc |12', false, ['Công văn hỏa tốc ', 'CV', 'cong van', 'exact capital', '']],
  ['Công văn hỏa tốc mật |12', false, ['Công văn hỏa tốc mật ', 'CV', 'cong van', 'exact capital', '']],
  ['Công văn hỏa tốc mật nhanh |12', false, null],
  [
    'Quyết định xử phạt vi phạm hành chính số |12',
    false,
    ['Quyết định xử phạt vi phạm hành chính số ', 'QĐ', 'quyet dinh', 'number exact capital', ''],
  ],
  [
    'Quyết định của Thủ tướng số |12',
    false,
    ['Quyết định của Thủ tướng số ', 'QĐ', 'quyet dinh', 'number exact capital', ''],
  ],
  ['Quyết định của Thủ tướng |12', false, null],
  ['Quyết định của 12 tỉnh số |12', false, ['số ', null, 'so', 'number exact', '']],
  ['thựchiệnKế hoạch |12', false, ['Kế hoạch ', 'KH', 'ke hoach', 'exact capital', '']],
  ['thựchiệnkế hoạch |12', false, null],
  ['UBND Hướng dẫn |12', false, ['Hướng dẫn ', 'HD', 'huong dan', 'exact capital', '']],
  ['Thông\ntư số |12', false, ['Thông\ntư số ', 'TT', 'thong tu', 'number exact capital', '']],
  ['Thông tư\nsố |12', false, ['Thông tư\nsố ', 'TT', 'thong tu', 'number exact capital', '']],
  ['Thông tư số\n|12', false, ['Thông tư số\n', 'TT', 'thong tu', 'number exact capital', '']],
  ['Thông tư,số |12', false, ['số ', null, 'so', 'number exact', '']],
  ['kỷ luật |12', false, null],
  ['pháp luật số |12', false, ['số ', null, 'so', 'number exact', '']],
  ['kỷ-luật |12', false, null],
  ['Luật |12', false, ['Luật ', 'L', 'luat', 'exact capital', '']],
  ['luật số |12', false, ['luật số ', 'L', 'luat', 'number exact', '']],
  ['Luật Đất đai số |12', true, ['Luật Đất đai số ', 'L', 'luat', 'number exact capital', '']],
  ['Luật Phòng, chống tham nhũng |12', true, ['Luật Phòng, chống tham nhũng ', 'L', 'luat', 'exact capital', '']],
  ['Bộ luật Dân sự |12', true, ['Bộ luật Dân sự ', 'L', 'bo luat', 'exact capital', '']],
  ['Bộ luật |12', true, ['Bộ luật ', 'L', 'bo luat', 'exact capital', '']],
  ['pháp luật về đất đai |12', true, null],
  ['Luật Đất đai\nLuật Đất đai số |12', true, ['Luật Đất đai số ', 'L', 'luat', 'number exact capital', '']],
  [
    'Luật sửa đổi, bổ sung một số điều của Luật Đất đai số |12',
    true,
    ['Luật sửa đổi, bổ sung một số điều của Luật Đất đai số ', 'L', 'luat', 'number exact capital', ''],
  ],
  [
    'Luật sửa đổi một số điều của 2 luật về thuế số |12',
    true,
    ['Luật sửa đổi một số điều của 2 luật về thuế số ', 'L', 'luat', 'number exact capital', ''],
  ],
  ['Luật sửa đổi thuế. Theo Luật Đất đai số |12', true, ['Luật Đất đai số ', 'L', 'luat', 'number exact capital', '']],
  ['đường |12', false, null],
  ['a |12', false, null],
  ['|12', false, null],
  ['quyết toán |12', false, null],
  ['đề án |6', false, ['đề án ', 'ĐA', 'de an', 'exact', '']],
  ['để ăn |6', false, ['để ăn ', 'ĐA', 'de an', '', '']],
  ['Đề án số |6', false, ['Đề án số ', 'ĐA', 'de an', 'number exact capital', '']],
  ['Kế hoạch năm |6', false, null],
  ['Kế hoạch, số |6', false, ['số ', null, 'so', 'number exact', '']],
  ['Tờ trình  số |6', false, ['Tờ trình  số ', 'TTr', 'to trinh', 'number exact capital', '']],
  ['Kết luận thanh tra số |6', false, ['Kết luận thanh tra số ', 'KL', 'ket luan', 'number exact capital', '']],
  ['thông báo kết luận số |6', false, ['thông báo kết luận số ', 'TB', 'thong bao ket luan', 'number exact', '']],
  ['TTLT |6', false, ['TTLT ', 'TTLT', 'ttlt', 'exact abbreviation capital', '']],
  ['QĐi |6', false, null],
  ['qđ |6', false, ['qđ ', 'QĐ', 'qd', 'exact abbreviation', '']],
  ['qd |6', false, null],
  ['kl |6', false, null],
  ['QD |6', false, ['QD ', 'QĐ', 'qd', 'exact abbreviation capital', '']],
  ['CTr |6', false, ['CTr ', 'CTr', 'ctr', 'exact abbreviation capital', '']],
  ['CTR |6', false, ['CTR ', 'CTr', 'ctr', 'exact abbreviation capital', '']],
  ['Ctr |6', false, null],
  ['Chương trình MTQG |6', false, ['Chương trình MTQG ', 'CTr', 'chuong trinh', 'exact capital', '']],
  ['công văn\f|6', false, null],
  ['Lệnh số |6', false, ['Lệnh số ', 'L', 'lenh', 'number exact capital', '']],
  ['theo Lệnh |6', false, ['Lệnh ', 'L', 'lenh', 'exact capital', '']],
  ['Quyết định ban hành Quy chế số |6', false, ['Quy chế số ', 'QC', 'quy che', 'number exact capital', '']],
];

const MARKS: readonly (readonly [mark: string, isSo: (word: TypeWord) => boolean])[] = [
  ['number', (word) => word.hasNumberWord],
  ['exact', (word) => word.isExact],
  ['abbreviation', (word) => word.isAbbreviation],
  ['glued', (word) => word.isGlued],
  ['capital', (word) => word.isCapital],
  ['plural', (word) => word.isPlural],
];

describe('readTypeWord', () => {
  it.each(rows)('%j (law: %s)', (text, isLawCode, told) => {
    const [before = '', behind = ''] = text.split('|');
    const folded = foldText(`${before}${behind}-NQ/TU`);
    const at = foldText(`${before}9`).text.length - 1;
    const word = readTypeWord(folded, at, isLawCode);
    const marks = MARKS.flatMap(([mark, isSo]) => (word !== null && isSo(word) ? [mark] : [])).join(' ');
    const read =
      word === null
        ? null
        : [folded.slice(word.start, at), word.type?.symbol ?? null, word.word, marks, word.separator];
    expect(read).toEqual(told);
  });
});

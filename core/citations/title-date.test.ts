import { describe, expect, it } from 'vitest';
import { extractCitations } from './extract.ts';

const rows: readonly (readonly [note: string, text: string, dates: readonly (string | null)[]])[] = [
  [
    'a codification',
    '(Điều 7 Thông tư số 31/2019/TT-BYT Quy định quản lý trạm y tế đảo ngày 02/12/2019 của Bộ trưởng Bộ Y tế, có hiệu lực thi hành kể từ ngày 01/02/2020)',
    ['2019-12-02'],
  ],
  [
    'one of several issuers',
    'Thông tư liên tịch số 3/2016/TTLT-BGTVT-BCA Hướng dẫn phối hợp gác cầu ngày 5/7/2016 của Bộ Công an',
    ['2016-07-05'],
  ],
  ['the day closes the sentence', 'Thông tư 15/2020/TT-BTC về phí cầu phao ngày 02/03/2020.', ['2020-03-02']],
  [
    'no year in the code',
    'Nghị quyết số 18-NQ/TU về kinh tế ven hồ ngày 4/5/2021 của Ban Thường vụ Tỉnh ủy',
    ['2021-05-04'],
  ],
  ['a title in quotes', 'Chỉ thị số 61-CT/TU của Tỉnh ủy “Về giữ rừng”, ngày 6/7/2020.', ['2020-07-06']],
  [
    'the day in brackets, before the issuer',
    'Chỉ thị số 32-CT/TU về giữ luồng lạch (ban hành ngày 9/5/2016) của Ban Thường vụ Tỉnh ủy',
    ['2016-05-09'],
  ],
  [
    'the day of issue in brackets alone',
    'Chỉ thị số 32-CT/TU về giữ luồng lạch (ký ngày 9/5/2016) đã cũ',
    ['2016-05-09'],
  ],
  ['a day in brackets alone', 'Chỉ thị số 32-CT/TU về giữ luồng lạch (ngày 9/5/2016) đã cũ', [null]],
  [
    'the day in brackets of another document',
    'Chỉ thị số 32-CT/TU về thực hiện Nghị định về đê điều (ban hành ngày 9/5/2016) của Chính phủ',
    [null],
  ],
  ['the day of a feast', 'Quyết định số 15/2020/QĐ-UBND về tổ chức lễ hội ngày 02/03/2020.', [null]],
  [
    'the day of a meeting',
    'Nghị quyết số 18-NQ/TU về kinh tế ven hồ được nêu tại hội nghị ngày 4/5/2021 của Tỉnh ủy',
    [null],
  ],
  ['coming into force', 'Quyết định số 22/2018/QĐ-TTg Về hỗ trợ xóm chài, có hiệu lực từ ngày 03/04/2018.', [null]],
  [
    'another code',
    'Nghị định số 70/2018/NĐ-CP sửa đổi Nghị định số 12/2015/NĐ-CP ngày 3/4/2015 của Chính phủ',
    [null, '2015-04-03'],
  ],
  [
    'another document without a code',
    'Quyết định số 1200/QĐ-UBND về việc triển khai Kế hoạch phòng dịch ngày 4/5/2021 của UBND tỉnh',
    [null],
  ],
  ['another issuer', 'Thông tư số 31/2019/TT-BYT quy định khám bệnh ngày 02/12/2019 của Bộ Tài chính', [null]],
  ['another year', 'Thông tư số 31/2019/TT-BYT quy định khám bệnh ngày 02/12/2020 của Bộ Y tế', [null]],
];

describe('dates behind titles', () => {
  it.each(rows)('%s', (_note, text, dates) => {
    expect(extractCitations(text).map(({ date }) => date)).toEqual(dates);
  });

  it('leave the title as the subject', () => {
    const [citation] = extractCitations('Thông tư 15/2020/TT-BTC về phí cầu phao ngày 02/03/2020.');
    expect(citation?.subject).toBe('phí cầu phao');
  });
});

import { describe, expect, it } from 'vitest';
import { makePdf } from '../../test/pdf-file.ts';
import { readPdf } from './pdf.ts';

const places = ['', 'Cao Khê', 'Đồng Khê', 'Sơn Khê', 'Yên Khê'];
const body = (page: number): string[] => [
  'CÔNG BÁO HẠ KHÊ/Số 7',
  `Điều ${page}. Ủy ban nhân dân xã ${places[page]} thực hiện chế độ báo cáo theo Nghị định số 30/2020/NĐ-`,
  'CP ngày 05 tháng 3 năm 2020 và chịu trách nhiệm trước cấp trên về kết quả việc này',
  `trong địa bàn thứ ${page * 3}.`,
  `${page}/4`,
];

describe('readPdf', () => {
  it('reads Vietnamese, drops what repeats on pages, joins lines and codes', async () => {
    const file = await readPdf(makePdf([1, 2, 3, 4].map(body)));
    expect(file).toMatchObject({ kind: 'text', encoding: null, warnings: [] });
    expect(file.kind === 'text' && file.paragraphs.slice(0, 2)).toEqual([
      'Điều 1. Ủy ban nhân dân xã Cao Khê thực hiện chế độ báo cáo theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 và chịu trách nhiệm trước cấp trên về kết quả việc này trong địa bàn thứ 3.',
      'Điều 2. Ủy ban nhân dân xã Đồng Khê thực hiện chế độ báo cáo theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 và chịu trách nhiệm trước cấp trên về kết quả việc này trong địa bàn thứ 6.',
    ]);
    expect(file.kind === 'text' && file.paragraphs.length).toBe(4);
  });

  it('keeps rows in order and stamps out of the text', async () => {
    const page = [
      'Ký bởi: Cổng thông tin Hạ Khê',
      'Thời gian ký: 05.02.2023 10:11:12 +07:00',
      'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 12/KH-UBND\tHạ Khê, ngày 05 tháng 02 năm 2023',
    ];
    const file = await readPdf(makePdf([page]));
    expect(file).toMatchObject({
      lines: ['ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Số: 12/KH-UBND Hạ Khê, ngày 05 tháng 02 năm 2023'],
      warnings: [
        { code: 'signature-stamp', detail: 'Ký bởi: Cổng thông tin Hạ Khê; Thời gian ký: 05.02.2023 10:11:12 +07:00' },
      ],
    });
  });

  it.each([
    ['pages without a word', makePdf([[], []]), 'needs_ocr', /no letters on its 2 pages/],
    ['a page number on a picture', makePdf([['1'], ['2']]), 'needs_ocr', /./],
    ['a few stray letters', makePdf([['x y'], ['VGP']]), 'needs_ocr', /hardly any letters/],
    ['a password', makePdf([['Nội dung mật']], { isEncrypted: true }), 'encrypted', /password/],
    ['too many pages', makePdf(Array.from({ length: 3001 }, () => [])), 'too_big', /3001 pages/],
    ['nothing behind its mark', new TextEncoder().encode('%PDF-1.7\n'), 'failed', /broken/],
    ['cut in half', makePdf([['Một trang']]).subarray(0, 300), 'failed', /./],
  ])('%s', async (_, bytes, status, reason) => {
    const file = await readPdf(bytes);
    expect(file).toMatchObject({ kind: 'unread', status });
    expect(file.kind === 'unread' && file.reason).toMatch(reason);
  });

  it('says which pages were pictures', async () => {
    const file = await readPdf(makePdf([['Trang này có chữ để đọc được.'], []]));
    expect(file).toMatchObject({
      kind: 'text',
      warnings: [{ code: 'pages-without-text', detail: '1 of 2 pages have no text.' }],
    });
  });

  it('believes the pages, not their count', async () => {
    const bytes = makePdf([['Trang duy nhất của tệp này.']], { claimedPages: 100_000 });
    expect(await readPdf(bytes)).toMatchObject({ kind: 'text', paragraphs: ['Trang duy nhất của tệp này.'] });
  });

  it('leaves the bytes with their owner', async () => {
    const bytes = makePdf([['Một trang có chữ.']]);
    const before = bytes.length;
    await readPdf(bytes);
    expect(bytes.length).toBe(before);
  });
});

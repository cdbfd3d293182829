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

/** A picture without a word. */
const grey = Array.from({ length: 16 }, (_, row) => (row % 2 === 0 ? '# # # # ' : ' # # # #'));

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
      lines: [
        'ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Số: 12/KH-UBND\tHạ Khê, ngày 05 tháng 02 năm 2023',
      ],
      warnings: [
        { code: 'signature-stamp', detail: 'Ký bởi: Cổng thông tin Hạ Khê; Thời gian ký: 05.02.2023 10:11:12 +07:00' },
      ],
    });
  });

  it.each([
    ['pages without a word', makePdf([[], []]), 'needs_ocr', /no letters on its 2 pages: they are empty/],
    ['a page number on a picture', makePdf([['1'], ['2']], { picture: grey }), 'needs_ocr', /no letters/],
    ['a stamp on a picture', makePdf([['x y'], ['VGP']], { picture: grey }), 'needs_ocr', /hardly any letters/],
    ['a password', makePdf([['Nội dung mật']], { isEncrypted: true }), 'encrypted', /password/],
    ['too many pages', makePdf(Array.from({ length: 3001 }, () => [])), 'too_big', /3001 pages/],
    ['nothing behind its mark', new TextEncoder().encode('%PDF-1.7\n'), 'failed', /broken/],
    ['cut in half', makePdf([['Một trang']]).subarray(0, 300), 'failed', /./],
  ])('%s', async (_, bytes, status, reason) => {
    const file = await readPdf(bytes, 0);
    expect(file).toMatchObject({ kind: 'unread', status });
    expect(file.kind === 'unread' && file.reason).toMatch(reason);
  });

  it.each([['Quy'], ['Họp 21']])(
    'takes the few letters of %j for a short text where there is no picture',
    async (text) => {
      expect(await readPdf(makePdf([[text]]))).toMatchObject({ kind: 'text', paragraphs: [text] });
    },
  );

  it('keeps what stands at the head of every page where nothing else does', async () => {
    const pages = [['Phụ lục, trang 1'], ['Phụ lục, trang 2'], ['Phụ lục, trang 3']];
    expect(await readPdf(makePdf(pages))).toMatchObject({ kind: 'text', lines: pages.flat() });
    expect(await readPdf(makePdf(pages, { picture: grey }), 0)).toMatchObject({ kind: 'unread', status: 'needs_ocr' });
  });

  it('reads a column of prose to its end before the next, though they were drawn across', async () => {
    const left = [
      'Sáng 5/4, Huyện ủy Cẩm Khê họp',
      'giao ban quý I, nghe các xã báo',
      'cáo tiến độ trồng chè và việc',
      'thực hiện Nghị quyết số 21-NQ/TU',
      'về phát triển rừng; nhiều xã còn',
      'chậm, cần đôn đốc thường xuyên',
      'hơn nữa trong quý tới.',
    ];
    const right = [
      'Kết luận hội nghị, Bí thư Huyện',
      'ủy yêu cầu các đồng chí phụ trách',
      'địa bàn bám sát cơ sở, kiểm tra',
      'từng thôn theo Chỉ thị số 18-CT/TW',
      'và báo cáo trước ngày 15; giao',
      'cho văn phòng huyện theo dõi, tổng',
      'hợp trình kỳ họp sau.',
    ];
    const page = [
      'BẢN TIN NỘI BỘ HUYỆN CẨM KHÊ, số ra ngày 6 tháng 4 năm 2023, phát hành mỗi tuần một kỳ tại các xã và thị trấn',
      ...left.map((line, at) => `${line}\t${right[at]}`),
    ];
    const file = await readPdf(makePdf([page]));
    expect(file.kind === 'text' && file.lines).toEqual([page[0], ...left, ...right]);
  });

  it('says which pages were pictures', async () => {
    const file = await readPdf(makePdf([['Trang này có chữ để đọc được.'], []], { picture: grey }));
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

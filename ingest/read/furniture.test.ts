import { describe, expect, it } from 'vitest';
import { dropFurniture, furnitureRows, isFurniture } from './furniture.ts';

const sentence = 'Các đại biểu thảo luận về chỉnh trang đô thị và đời sống nhân dân.';

describe('furnitureRows', () => {
  it.each(furnitureRows)('$name', ({ pattern, example, counterexample }) => {
    expect(example).toMatch(pattern);
    expect(isFurniture(counterexample)).toBe(false);
  });

  it.each([
    'Lượt xem: 3510',
    'View count: 642',
    'Lượt đọc 2.718 | Mã tin: CK-07/31',
    'Tổng lượt truy cập: 918.273 | Trực tuyến: 12 © 2018',
    'Trực tuyến: ...',
    'Các tin khác',
    'Những tin cũ hơn',
    'Trang chủ > Tin tức > Chính trị',
    'Chia sẻ Facebook Zalo',
    'Đánh giá bài viết: 5/5 trong 3 lượt',
    'Xếp hạng: 4.5 - 12 phiếu bầu',
    'Click để đánh giá bài viết',
    '. . .',
    '---',
  ])('%s is furniture', (line) => expect(isFurniture(line)).toBe(true));

  it.each([
    'Trực tuyến 31 điểm cầu đã kết nối.',
    'Hôm qua, 20 xã báo cáo kết quả',
    'Tin tưởng vào sự lãnh đạo của Đảng',
    'Bình luận viên Trần Mẫu',
    'Nghị quyết số 31-NQ/TU',
    'a) Về kinh tế',
    'Tuần tra 3',
    'Đánh giá 5/5 trong 3 kỳ liên tiếp',
    'Xếp hạng 4 - 12 phường',
  ])('%s is text', (line) => expect(isFurniture(line)).toBe(false));
});

describe('dropFurniture', () => {
  const cases: readonly { note: string; from: readonly string[]; to: readonly string[] }[] = [
    { note: 'keeps prose in order', from: [sentence, 'Về kinh tế', sentence], to: [sentence, 'Về kinh tế', sentence] },
    { note: 'lone dots and blank paragraphs', from: ['.\n.', ' ', sentence, '.'], to: [sentence] },
    { note: 'a line of a paragraph only', from: [`${sentence}\nLượt xem: 20`], to: [sentence] },
    {
      note: 'a tail of widgets, without the authors before it',
      from: [
        sentence,
        'Hồng Hà – Huy Bách',
        'Thời tiết',
        'Cẩm Khê',
        'Thống kê truy cập',
        'Đang online 67Tổng lượt truy cập 5886',
      ],
      to: [sentence, 'Hồng Hà – Huy Bách'],
    },
    {
      note: 'a box in the middle ends at the next sentence',
      from: [sentence, 'Tin liên quan:', 'Huyện Cẩm Khê trồng cây', 'Xã Hà Trung làm đường', `Tiếp đó: ${sentence}`],
      to: [sentence, `Tiếp đó: ${sentence}`],
    },
    {
      note: 'a box ends at the authors',
      from: [sentence, 'Tin khác', 'Xã Hà Trung làm đường', 'Minh Châu'],
      to: [sentence, 'Minh Châu'],
    },
    {
      note: 'a caption and its copy',
      from: [sentence, 'Quang cảnh hội nghị\nQuang cảnh hội nghị', sentence.toUpperCase()],
      to: [sentence, sentence.toUpperCase()],
    },
    { note: 'a sentence printed twice stays once', from: [sentence, sentence], to: [sentence] },
    { note: 'nothing', from: [], to: [] },
  ];
  it.each(cases)('$note', ({ from, to }) => expect(dropFurniture(from)).toEqual(to));

  it('comes to an end on long lines and on many', () => {
    const plain = Array.from({ length: 20_000 }, (_, at) => `Đoạn ${at} a a a a a a a`);
    expect(dropFurniture(plain)).toHaveLength(plain.length);
    const long = furnitureRows.map((row) => `${row.example} `.repeat(20_000));
    expect(dropFurniture(long)).toHaveLength(long.length);
    const short = furnitureRows.map((row) => `${row.example} `.repeat(20).slice(0, 399));
    expect(dropFurniture(short)).toHaveLength(27);
  });
});

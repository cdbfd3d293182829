import { describe, expect, it } from 'vitest';
import { findMentions } from './mention.ts';
import { partsIn } from './part.ts';
import { toSentence } from './prose.ts';

const shown = (printed: string): string[] =>
  findMentions(toSentence(printed)).map(({ name, positions }) => [name ?? '?', ...positions].join(' | '));

describe('findMentions', () => {
  it.each([
    ['Đồng chí Hà Văn Di, Bí thư Huyện ủy chủ trì', ['Hà Văn Di | Bí thư Huyện ủy']],
    ['Hà Văn Di - Bí thư Huyện ủy, Chủ tịch HĐND huyện', ['Hà Văn Di | Bí thư Huyện ủy | Chủ tịch HĐND huyện']],
    ['đồng chí Hà Văn Di (Bí thư Huyện ủy) dự', ['Hà Văn Di | Bí thư Huyện ủy']],
    ['Đồng chí Hà Văn Di Bí thư Huyện ủy dự', ['Hà Văn Di | Bí thư Huyện ủy']],
    [
      'Phó Bí thư Huyện ủy, Chủ tịch UBND huyện Vi Thị Yêu dự',
      ['Vi Thị Yêu | Phó Bí thư Huyện ủy | Chủ tịch UBND huyện'],
    ],
    ['Chủ tịch UBND thành phố Đoàn Quốc Bảo dự', ['Đoàn Quốc Bảo | Chủ tịch UBND thành phố']],
    [
      'Giám đốc Sở Tài nguyên và Môi trường Hứa Bá Trạch báo cáo',
      ['Hứa Bá Trạch | Giám đốc Sở Tài nguyên và Môi trường'],
    ],
    ['Chủ tịch UBND tỉnh Quảng Hải Cao Bá Lộc dự', ['Cao Bá Lộc | Chủ tịch UBND tỉnh Quảng Hải']],
    ['Bí thư Huyện ủy Mai Lâm Hà Văn Di dự', ['Hà Văn Di | Bí thư Huyện ủy Mai Lâm']],
    ['Bí thư Đảng ủy phường Trần Hưng Đạo phát biểu', ['? | Bí thư Đảng ủy phường Trần Hưng Đạo']],
    ['Thượng tá, ThS. Lò Văn Páo, Trưởng Công an huyện', ['Lò Văn Páo | Trưởng Công an huyện']],
    ['Ông Quản Văn Sử, Chủ tịch Hội Nông dân xã', ['Quản Văn Sử | Chủ tịch Hội Nông dân xã']],
    ['Đồng chí ĐỖ THỊ MƠ, Bí thư Huyện ủy', ['Đỗ Thị Mơ | Bí thư Huyện ủy']],
    ['bà H’Lan Niê, Phó Chủ tịch HĐND xã', ['H’Lan Niê | Phó Chủ tịch HĐND xã']],
    ["đồng chí K' Brẻm, Bí thư Huyện ủy", ["K' Brẻm | Bí thư Huyện ủy"]],
    ["đồng chí K'Tân, Bí thư Huyện ủy", ["K'Tân | Bí thư Huyện ủy"]],
    ['Bà H’Nuôn, Phó Chủ tịch HĐND xã', ['H’Nuôn | Phó Chủ tịch HĐND xã']],
    ["Bí thư Tỉnh ủy Điểu K'Sơn dự", ["Điểu K'Sơn | Bí thư Tỉnh ủy"]],
    ["Phó Bí thư Huyện ủy K' Brẻm dự", ["K' Brẻm | Phó Bí thư Huyện ủy"]],
    ["đồng chí Ksor H'Lê Mlô, Bí thư Huyện ủy", ["Ksor H'Lê Mlô | Bí thư Huyện ủy"]],
    ["Bí thư Huyện ủy M'Đrăng phát biểu", ["? | Bí thư Huyện ủy M'Đrăng"]],
    ["Bí thư Huyện ủy Cư M'Lan Y Ngọc Niê dự", ["Y Ngọc Niê | Bí thư Huyện ủy Cư M'Lan"]],
    ['Lô Văn Pản, Chủ tịch UBND xã dự', ['Lô Văn Pản | Chủ tịch UBND xã']],
    [
      'đồng chí Vi Thị Yêu, Giám đốc Sở Văn hóa, Thể thao và Du lịch',
      ['Vi Thị Yêu | Giám đốc Sở Văn hóa, Thể thao và Du lịch'],
    ],
    ['đồng chí Vi Thị Yêu, nguyên Phó Chủ tịch UBND tỉnh', ['Vi Thị Yêu | nguyên Phó Chủ tịch UBND tỉnh']],
    [
      'đồng chí Vi Thị Yêu, Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh',
      ['Vi Thị Yêu | Trưởng Ban Kinh tế - Ngân sách HĐND tỉnh'],
    ],
    ['đồng chí Vi Thị Yêu, Phó ban Dân vận', ['Vi Thị Yêu | Phó ban Dân vận']],
    ['đồng chí Bí thư Thành ủy kết luận', ['? | Bí thư Thành ủy']],
    ['Hà Văn Di và Vi Thị Yêu đồng chủ trì', ['Hà Văn Di', 'Vi Thị Yêu']],
    [
      'các đồng chí: Hà Văn Di, Bí thư Huyện ủy, Vi Thị Yêu, Chủ tịch UBND huyện',
      ['Hà Văn Di | Bí thư Huyện ủy', 'Vi Thị Yêu | Chủ tịch UBND huyện'],
    ],
    ['Tại Đồng Tháp, đồng chí Hà Văn Di, Bí thư Tỉnh ủy chủ trì', ['Hà Văn Di | Bí thư Tỉnh ủy']],
    ['Ở Kim Sơn, đồng chí Hà Văn Di, Bí thư Huyện ủy chủ trì', ['Hà Văn Di | Bí thư Huyện ủy']],
    ['Sáng 14/6, tại hội trường Kim Dã, đồng chí Hà Văn Di chủ trì', ['Hà Văn Di']],
    ['tại Trung tâm Hội nghị Cao Phong, Bí thư Huyện ủy Hà Văn Di dự', ['Hà Văn Di | Bí thư Huyện ủy']],
    ['trên địa bàn Thạch Thành, Hà Văn Di, Bí thư Huyện ủy dự', ['Hà Văn Di | Bí thư Huyện ủy']],
    ['Người dân Thạch Cầu kiến nghị, cử tri Hà Văn Di phát biểu', ['Hà Văn Di']],
    ['phát biểu tại hội nghị, Hà Văn Di, Bí thư Huyện ủy yêu cầu', ['Hà Văn Di | Bí thư Huyện ủy']],
    ['sinh hoạt tại chi bộ có đồng chí Hà Văn Di, Bí thư Huyện ủy', ['Hà Văn Di | Bí thư Huyện ủy']],
    ['làm việc tại Sở, Giám đốc Hà Văn Di báo cáo', ['Hà Văn Di | Giám đốc']],
  ])('%s', (printed, expected) => {
    expect(shown(printed)).toEqual(expected);
  });

  it.each([
    'các đồng chí bí thư chi bộ, trưởng khu',
    'học tập và làm theo tư tưởng, đạo đức Hồ Chí Minh',
    'trên đường Trần Hưng Đạo và tại Trường THCS Lê Lợi',
    'Hà Giang – Mai Chi',
    'Mặt trận Tổ quốc Việt Nam và các đoàn thể',
    'Đảng bộ huyện Mai Lâm được công nhận',
  ])('nobody in "%s"', (printed) => {
    expect(shown(printed)).toEqual([]);
  });
});

const parts = (printed: string): string[] =>
  partsIn(toSentence(printed)).map(({ mention, role }) => `${mention.name ?? '?'}: ${role ?? '-'}`);

describe('partsIn', () => {
  it.each([
    ['Đồng chí Hà Văn Di, Bí thư Huyện ủy chủ trì hội nghị.', ['Hà Văn Di: chair']],
    ['Đồng chí Hà Văn Di, Bí thư Huyện ủy chủ trì, phối hợp với các xã.', ['Hà Văn Di: -']],
    ['Giao đồng chí Hà Văn Di, Bí thư Huyện ủy chủ trì cuộc họp.', ['Hà Văn Di: -']],
    ['Chủ trì hội nghị có đồng chí Hà Văn Di; đồng chí Vi Thị Yêu.', ['Hà Văn Di: chair', 'Vi Thị Yêu: co_chair']],
    ['Đồng chí Hà Văn Di và đồng chí Vi Thị Yêu đồng chủ trì.', ['Hà Văn Di: co_chair', 'Vi Thị Yêu: co_chair']],
    ['Dự có đồng chí Hà Văn Di; đồng chí Vi Thị Yêu chủ trì hội nghị.', ['Hà Văn Di: attendee', 'Vi Thị Yêu: chair']],
    ['Đồng chí Hà Văn Di dự, chỉ đạo hội nghị.', ['Hà Văn Di: directing_guest']],
    ['Phát biểu kết luận hội nghị, đồng chí Hà Văn Di nhấn mạnh', ['Hà Văn Di: concluding']],
    ['Đoàn do đồng chí Hà Văn Di làm trưởng đoàn', ['Hà Văn Di: head_of_delegation']],
    ['Báo cáo do đồng chí Hà Văn Di trình bày', ['Hà Văn Di: presenter']],
    ['Ông Hà Văn Di, đại diện cử tri khu 3, phát biểu', ['Hà Văn Di: speaker']],
    ['Đồng chí Hà Văn Di đề nghị Sở Y tế, chủ trì hội nghị', ['Hà Văn Di: speaker']],
    ['theo đồng chí Hà Văn Di, Bí thư Huyện ủy nhấn mạnh', ['Hà Văn Di: -']],
    ['Đồng chí Hà Văn Di điều hành linh hoạt ngân sách', ['Hà Văn Di: -']],
  ])('%s', (printed, expected) => {
    expect(parts(printed)).toEqual(expected);
  });
});

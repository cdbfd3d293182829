import { describe, expect, it } from 'vitest';
import { readDocumentHead } from './document-head.ts';

const decree = `CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
------- Độc lập - Tự do - Hạnh phúc
Số: 31/2020/NĐ-CP Hà Khê, ngày 06 tháng 3 năm 2020
NGHỊ ĐỊNH
Về công tác giữ gìn giấy tờ
của các cơ quan
Căn cứ Luật Tổ chức Chính phủ;
Điều 1. Phạm vi
TM. CHÍNH PHỦ
THỦ TƯỚNG
(Đã ký)
Trần Văn Mẫu`;
const party = `TỈNH ỦY HẠ KHÊ
*
Số 21-NQ/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Hạ Khê, ngày 16 tháng 01 năm 2023
NGHỊ QUYẾT
CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH
về phát triển cây chè
-----
Thực hiện Nghị quyết Đại hội
Nơi nhận: T/M BAN THƯỜNG VỤ
- Lưu Văn phòng.
BÍ THƯ
Lê Thị Ví`;
const letter = `ỦY BAN NHÂN DÂN
TỈNH HẠ KHÊ\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 910/UBND-DL1
V/v mở lớp
tập huấn
Hạ Khê, ngày 9 tháng 11 năm 2021
Kính gửi: Các sở.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Đỗ Thị Thử`;
const draft = `UBND TỈNH HẠ KHÊ
SỞ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số:      /KH-SYT | Hạ Khê, ngày     tháng 3 năm 2023
KẾ HOẠCH
Phòng dịch mùa hè`;
const law = `QUỐC HỘI
Luật số: 99/2020/QH14
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
LUẬT
TRỒNG CHÈ
Căn cứ Hiến pháp`;

describe('readDocumentHead', () => {
  it.each([
    [
      'a decree in two columns',
      decree,
      {
        issuer: 'CHÍNH PHỦ',
        code: '31/2020/NĐ-CP',
        place: 'Hà Khê',
        date: '2020-03-06',
        type: 'Nghị định',
        subject: 'Về công tác giữ gìn giấy tờ của các cơ quan',
        signer: 'Trần Văn Mẫu',
        title: 'Nghị định về công tác giữ gìn giấy tờ của các cơ quan',
      },
    ],
    [
      'a Party resolution',
      party,
      { issuer: 'TỈNH ỦY HẠ KHÊ', code: '21-NQ/TU', date: '2023-01-16', type: 'Nghị quyết', signer: 'Lê Thị Ví' },
    ],
    [
      'a letter',
      letter,
      {
        issuer: 'ỦY BAN NHÂN DÂN TỈNH HẠ KHÊ',
        code: '910/UBND-DL1',
        date: '2021-11-09',
        type: null,
        subject: 'mở lớp tập huấn',
        signer: 'Đỗ Thị Thử',
        title: 'mở lớp tập huấn',
      },
    ],
    [
      'a draft without number and day',
      draft,
      { issuer: 'SỞ Y TẾ', code: null, place: 'Hạ Khê', date: null, title: 'Kế hoạch Phòng dịch mùa hè', signer: null },
    ],
    ['a law', law, { issuer: 'QUỐC HỘI', code: '99/2020/QH14', date: null, title: 'LUẬT TRỒNG CHÈ' }],
  ])('%s', (_, text, head) => {
    expect(readDocumentHead(text.split('\n'))).toMatchObject(head);
  });

  it.each([
    ['a report', 'Huyện ủy họp giao ban\nSáng 5/4, Huyện ủy Cẩm Khê quán triệt Nghị quyết số 21-NQ/TU.'],
    ['a report that quotes', 'KẾ HOẠCH MỚI CỦA HUYỆN\nHạ Khê, ngày 5 tháng 4 năm 2023\nHội nghị nghe báo cáo.'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(readDocumentHead(text.split('\n'))).toBeNull();
  });
});

/** F5's files: one act each of the kinds that gazettes really serve, made as they are asked for. */
import { makeDocx } from '../docx-file.ts';
import { makePdf } from '../pdf-file.ts';
import { typeTcvn3 } from './old-letters.ts';

export interface ActFile {
  /** On the host of the files, with its query. */
  readonly path: string;
  readonly title: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export const actSubjects = [
  'về quản lý bến thủy nội địa',
  'về phê duyệt quy hoạch nghĩa trang',
  'về hợp nhất quy định bảo vệ nguồn nước',
  'về đặt tên đường tại Vân Trà',
  'về danh mục bí mật nhà nước',
  'về cấp phép khai thác cát',
  'về bãi bỏ văn bản',
  'về hỗ trợ ngư cụ',
  'về giá dịch vụ đò ngang',
  'về bảng giá đất Tân Lạng',
  'về chuẩn hộ nghèo',
  'về hồ sơ lưu trữ lịch sử',
  'về bảng giá xây dựng',
  'về thi đua khối thi đua biển',
  'về thi đua khối thi đua rừng',
  'về quy chế phối hợp cứu nạn',
  'về mức thu học phí',
  'về bảo trì đường tỉnh',
  'về quản lý chợ đầu mối',
  'về tổ chức ngày hội biển',
] as const;

export function actFiles(number: number): readonly ActFile[] {
  const kind = kinds[number];
  const name = `/CongBao/VanBan/2023/${1 + (number % 12)}/${number}`;
  return kind === undefined ? [pdf(`${name}.pdf`, number)] : kind(name, number);
}

type Kind = (name: string, number: number) => readonly ActFile[];

const kinds: Readonly<Record<number, Kind>> = {
  801: (name, number) => [pdf(`${name}.pdf`, number, [...lines(number), 'Quảng Hải, ngày 05 tháng 01 năm 2025'])],
  802: (name) => [named(`${name}.pdf`, 'application/pdf', makePdf([[], []]))],
  803: (name, number) => [pdf(`${name}.pdf`, number, lines(number).map(typeTcvn3))],
  804: (name, number) => [
    pdf(`${name}.signed.pdf`, number, [
      'Ký bởi: UBND tỉnh Quảng Hải',
      'Thời gian ký: 05/04/2023 08:00:00 +07:00',
      ...lines(number),
    ]),
  ],
  805: (name, number) => [named(`${name}.pdf`, 'application/pdf', makePdf([lines(number)], { isEncrypted: true }))],
  806: (name, number) => [named(`${name}.pdf`, 'application/pdf', makePdf([lines(number)]).slice(0, 700))],
  807: (name) => [named(`${name}.pdf`, 'application/pdf', new Uint8Array())],
  808: (name) => [named(`${name}.doc`, 'application/msword', oleFile())],
  809: (name, number) => [named(`${name}.doc`, 'application/msword', text(wordHtml(number)))],
  810: (name, number) => [
    named(
      `${name}.docx`,
      WORD,
      makeDocx({
        body: [
          ...lines(number),
          [
            ['Vị trí', 'Giá'],
            ['Tân Lạng', '900'],
          ],
        ],
      }),
    ),
  ],
  811: (name, number) => [named(`${name}.rtf`, 'application/rtf', text(rtf(number)))],
  812: (name) => [named(`${name}.zip`, 'application/zip', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 1, 2, 3]))],
  813: (name, number) =>
    [1, 2, 3, 4, 5].map((part) => ({
      ...pdf(`${name}-${part}.pdf`, number, [...lines(number), `Phần ${part} của Công báo số 971+972`]),
      title: `Phần ${part}, số 971+972 ngày 2023-02-17`,
    })),
  814: () => [pdf('/CongBao/VanBan/2023/3/thi-dua-a.pdf', 814)],
  815: () => [pdf('/CongBao/VanBan/2023/3/thi-dua-b.pdf', 814)],
  816: (_name, number) => [
    pdf('/CongBao/VanBan/2023/5/quy-che.pdf?v=1', number),
    pdf('/CongBao/VanBan/2023/5/quy-che.pdf?v=2', number, ['Bản khác của quy chế.', ...lines(number)]),
  ],
  817: (name, number) => [{ ...pdf(`${name}.pdf`, number), contentType: 'application/octet-stream' }],
  819: (_name, number) => [pdf('/tai-ve/819.pdf?token=dung-mot-lan', number)],
  820: (_name, number) => [pdf('/congbao.nsf/0123/$file/QD so 37.2023.pdf', number)],
};

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function pdf(path: string, number: number, content: readonly string[] = lines(number)): ActFile {
  return named(path, 'application/pdf', makePdf([content]));
}

function named(path: string, contentType: string, bytes: Uint8Array): ActFile {
  return { path, title: `Tệp ${path.split('/').at(-1)}`, contentType, bytes };
}

function lines(number: number): readonly string[] {
  const subject = actSubjects[number - 801] ?? '';
  return [
    'ỦY BAN NHÂN DÂN TỈNH QUẢNG HẢI',
    `Quyết định số ${120 + (number - 801) * 11}/QĐ-UBND ${subject}`,
    `Điều 1. Quy định này có ${number - 790} khoản, áp dụng trên địa bàn tỉnh Quảng Hải.`,
    `Điều 2. Chánh Văn phòng và các đơn vị liên quan chịu trách nhiệm thi hành ${subject}.`,
  ];
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function wordHtml(number: number): string {
  const body = lines(number).map((line) => `<p class="MsoNormal">${line}</p>`);
  return `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset="utf-8"></head><body>${body.join('')}</body></html>`;
}

function rtf(number: number): string {
  const escaped = lines(number).map((line) =>
    [...line].map((letter) => (letter > '~' ? `\\u${letter.charCodeAt(0)}?` : letter)).join(''),
  );
  return `{\\rtf1\\ansi ${escaped.join('\\par ')}}`;
}

/** The mark of an OLE file and nothing a reader could use. */
function oleFile(): Uint8Array {
  const bytes = new Uint8Array(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return bytes;
}

/** Articles for tests of the site: reports of meetings in a city that does not exist, one of them by someone hostile. */
import type { ArticleReading } from '../core/archive/records.ts';

export const hostile = `<script>alert("x")</script>'"><img src=x onerror=alert(1)>`;

export const siteArticles: readonly Partial<ArticleReading>[] = [
  {
    url: 'https://tin.example.vn/bai/1',
    title: 'Thành ủy Sông Mơ giao ban công tác chỉnh trang đô thị',
    published: '2022-04-06T07:30:00+07:00',
    text: 'Sáng 05/4/2022, Thành ủy Sông Mơ tổ chức hội nghị giao ban. Đồng chí Lê Văn Thử, Bí thư Thành ủy chủ trì hội nghị.\n\nHội nghị nghe báo cáo kết quả thực hiện Nghị quyết số 31-NQ/TU ngày 12/01/2022 của Thành ủy Sông Mơ về chỉnh trang đô thị. Thành ủy ban hành Kế hoạch số 77-KH/TU ngày 20/02/2022 của Thành ủy Sông Mơ thực hiện Nghị quyết số 31-NQ/TU.\n\nĐồng chí Bí thư Thành ủy yêu cầu tiếp tục thực hiện Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư. Văn bản số 736/UBND-TNMT đã được nhắc lại; NQ 837 cũng vậy.',
  },
  {
    url: 'https://tin.example.vn/bai/2',
    title: 'Sông Mơ: nghe và bàn về chỉnh trang đô thị',
    published: '2022-04-07',
    text: 'Ngày 5/4, Thành ủy Sông Mơ họp giao ban do đồng chí Lê Văn Thử, Bí thư Thành ủy chủ trì, đánh giá việc thực hiện Nghị quyết 31-NQ/TU ngày 12/01/2022 của Thành ủy Sông Mơ về chỉnh trang đô thị.',
  },
  {
    url: 'https://tin.example.vn/bai/3',
    source: 'hostile',
    title: `=1+1 ${hostile}`,
    published: '2022-06-02',
    author: hostile,
    text: `Ngày 01/6/2022, Ban Thường vụ Tỉnh ủy Quảng Ninh tổ chức hội nghị sơ kết ${hostile}. Đồng chí Trần Thị Mẫu, Bí thư Tỉnh ủy chủ trì.\n\n${hostile} Hội nghị sơ kết Nghị quyết số 31-NQ/TU ngày 05/5/2021 của Tỉnh ủy Quảng Ninh về ${hostile}.`,
    attachments: [{ url: 'javascript:alert(1)', title: hostile, type: hostile }],
    warnings: [{ code: 'weekday_mismatch', detail: hostile }],
  },
  {
    url: 'https://tin.example.vn/bai/4',
    title: 'Đường dây nóng',
    published: '2022-06-03',
    text: 'Tỉnh ủy Quảng Ninh và Thành ủy Sông Mơ đều nhắc 45-NQ/TU.\n\nNgười dân có thể gọi đường dây nóng để phản ánh việc thực hiện Nghị quyết số 31-NQ/TU ngày 12/01/2022 của Thành ủy Sông Mơ.',
  },
];

/** One report of a meeting of its own, for lists that go on: the `number` makes its day. */
export function aReport(number: number): Partial<ArticleReading> {
  const day = new Date(Date.UTC(2023, 0, 1 + number)).toISOString().slice(0, 10);
  const [year, month, date] = day.split('-');
  return {
    url: `https://tin.example.vn/giao-ban/${number}`,
    title: `Thành ủy Sông Mơ giao ban lần thứ ${number}`,
    published: day,
    text: `Ngày ${date}/${month}/${year}, Thành ủy Sông Mơ tổ chức hội nghị giao ban lần thứ ${number}. Đồng chí Lê Văn Thử, Bí thư Thành ủy chủ trì hội nghị.\n\nHội nghị nghe báo cáo kết quả thực hiện Nghị quyết số 31-NQ/TU ngày 12/01/2022 của Thành ủy Sông Mơ.`,
  };
}

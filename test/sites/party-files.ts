/** F3's documents and files: fifteen rows of its module of documents, and what hangs on three of its articles. */
import { makePdf } from '../pdf-file.ts';
import { escapeHtml, noticePage } from './chrome.ts';
import { file, notFound, page, type SiteAnswer } from './site.ts';

export interface Law {
  readonly number: number;
  readonly code: string;
  readonly title: string;
  /** `dd/mm/yyyy` */
  readonly issued: string;
  readonly hasFile: boolean;
  /** Code of the document that it replaces; null for none. */
  readonly replaces: string | null;
}

const subjects = [
  'chuyển đổi số trong các cơ quan đảng',
  'bảo vệ rừng đầu nguồn',
  'phát triển kinh tế biển',
  'công tác cán bộ nữ',
  'quản lý đất công',
  'phòng cháy mùa khô',
  'học tập và làm theo gương',
  'xử lý rác thải đô thị',
  'kiểm tra tài chính đảng',
  'giữ gìn bản sắc văn hóa',
  'đào tạo nghề cho nông dân',
  'bảo đảm an ninh dịp lễ',
  'chăm sóc người có công',
  'cải tạo chợ dân sinh',
  'phát triển hợp tác xã',
] as const;

const types = [
  ['CT', 'Chỉ thị'],
  ['NQ', 'Nghị quyết'],
  ['KH', 'Kế hoạch'],
  ['QĐ', 'Quyết định'],
] as const;

export const laws: readonly Law[] = subjects.map((subject, at) => {
  const [sign, name] = types[at % types.length] ?? types[0];
  return {
    number: 701 + at,
    code: `${String(at + 5).padStart(2, '0')}-${sign}/TU`,
    title: `${name} về ${subject}`,
    issued: `${String(at + 3).padStart(2, '0')}/0${1 + (at % 9)}/2022`,
    hasFile: at !== 4,
    replaces: at === 6 ? '88-QĐ/TU' : null,
  };
});

export function lawFileName({ number }: Law): string {
  return `/uploads/laws/van-ban-${number}.pdf`;
}

export function lawPage({ code, title, issued, hasFile, replaces }: Law, fileName: string): string {
  const rows = [
    ['Số ký hiệu', code],
    ['Ngày ban hành', issued],
    ['Cơ quan ban hành', 'Tỉnh ủy Quảng Hải'],
    ['Người ký', 'Trần Văn Mẫu'],
    ...(replaces === null ? [] : [['Văn bản thay thế', `<ul class="list-item"><li>${replaces}</li></ul>`]]),
  ];
  const files = hasFile
    ? `<div class="laws-download-file"><a href="${fileName}">Tải về</a></div>`
    : '<p>Không có tệp tải về</p>';
  const table = rows.map(([label, value]) => `<tr class="hoatim"><td>${label}</td><td>${value}</td></tr>`).join('');
  return `<h1 class="lawh3">${escapeHtml(title)}</h1><table class="flex-table-laws">${table}</table><p class="m-bottom">${escapeHtml(title)} do Tỉnh ủy Quảng Hải ban hành ngày ${issued}, số ${code}, gửi các cấp ủy trực thuộc để thực hiện.</p>${files}`;
}

/** What hangs on the articles, by number. */
const attached: Readonly<Record<number, readonly (readonly [href: string, name: string])[]>> = {
  2105: [
    ['/uploads/news/B\u0061\u0301o c\u0061\u0301o số 12.PDF', 'Báo cáo số 12'],
    ['/uploads/news/ke%20hoach%2014.pdf', 'Kế hoạch số 14'],
    ['/uploads/news/la-mot-trang.pdf', 'Phụ lục'],
  ],
  2106: [['/data/noi-bo/danh-sach.pdf', 'Danh sách']],
  2120: [['/uploads/news/toan-van.pdf', 'Toàn văn']],
};

/** Each file with a viewer of another host beside it, which names it by its whole address. */
export function attachmentBox(number: number, origin: string): string {
  const files = attached[number] ?? [];
  if (files.length === 0) return '';
  const items = files.map(([href, name]) => {
    const viewed = `https://xem.example.vn/op/embed.aspx?src=${encodeURIComponent(`${origin}${href}`)}`;
    const viewer = href === href.normalize('NFC') ? `<iframe class="hidden" data-src="${viewed}"></iframe>` : '';
    return `<div class="list-group-item"><a download href="${href}">${name}</a>${viewer}</div>`;
  });
  return `<h3>Tập tin đính kèm</h3><div class="list-group news-download-file">${items.join('')}</div>`;
}

export const onlyPdfText = 'Toàn văn bài phát biểu chỉ có trong tệp: quyết tâm thực hiện Nghị quyết số 19-NQ/TU.';

export function answerFile(pathname: string): SiteAnswer {
  const name = decodeURIComponent(pathname);
  if (name.endsWith('la-mot-trang.pdf')) return page(noticePage('Tỉnh ủy Quảng Hải', 'Tệp đã được chuyển.'));
  const line = name.endsWith('toan-van.pdf') ? onlyPdfText : `Nội dung của tệp ${name.split('/').at(-1)}.`;
  return /\.pdf$/i.test(name)
    ? file(makePdf([[line, 'Tỉnh ủy Quảng Hải gửi các cấp ủy trực thuộc.']]), 'application/pdf')
    : notFound();
}

/**
 * F4: a legal database: facts of each document in a table of two pairs a row, the text below it, copies of one document
 * under several fields and agencies, drafts and translations beside it, and a captcha for who asks the old addresses.
 */
import { answerWithdrawn, escapeHtml, footer, menu, noticePage } from './chrome.ts';
import documents from './legal-documents.json' with { type: 'json' };
import { openShelf, type Report, type Shelved, slugOf } from './reports.ts';
import { buildSite, file, page, type Site, type SiteAnswer, type Trap } from './site.ts';

export const legalTraps = {
  T1: { what: 'a total of "3.353" with a dot for thousands', expect: 'the walk goes by links' },
  T2: { what: 'values that say they are still open', expect: 'unknown is null' },
  T3: { what: 'numbers with blanks and look-alike letters', expect: 'held; the title as printed' },
  T4: { what: 'relations without links', expect: 'held' },
  T5: { what: 'one document under two fields and three agencies', expect: 'one article' },
  T9: {
    what: 'a captcha of status 200 for who asks the old addresses more than six times',
    expect: 'never held as a document',
  },
  T10: { what: 'tooltips in the text', expect: 'held' },
  T11: { what: 'an annex of 300 rows', expect: 'whole' },
  T12: { what: 'an English twin', expect: 'not taken where the source excludes it' },
  T13: { what: 'Điều 1 quoted inside an amendment', expect: 'both kept in the text' },
  T14: { what: 'drafts (-d10)', expect: 'not taken where the source excludes them' },
} as const satisfies Readonly<Record<string, Trap>>;

interface LegalDocument {
  readonly code: string;
  readonly type: string;
  readonly issuer: string;
  readonly subject: string;
  /** `dd/mm/yyyy` */
  readonly issued: string;
  readonly effective: string;
  readonly status: string;
  readonly field: string;
  readonly trap: string | null;
}

const NAME = 'Cơ sở dữ liệu Pháp điển Quảng Hải';
const FIRST = 301;
const PER_PAGE = 20;
export const captchaAfter = 6;
const table: readonly LegalDocument[] = documents;
const slugPath = ({ number, title }: Report, field: string): string => `/${field}/${slugOf(title)}-${number}-d1.html`;

export function openLegalSite(): Site {
  const shelf = openShelf(table.map(asReport));
  let oldAddresses = 0;
  return buildSite({
    name: 'legal',
    traps: legalTraps,
    edit: shelf.edit,
    expected: () =>
      shelf.all().map((one) => {
        const { field, trap } = documentOf(one);
        const path = slugPath(one, field);
        const paragraphs =
          trap === 'T11'
            ? [
                ...one.paragraphs,
                annexRows()
                  .map((row) => row.join(' | '))
                  .join('\n'),
              ]
            : one.paragraphs;
        return { number: one.number, path, title: one.title, paragraphs, trap };
      }),
    source: (origin) => ({
      id: 'legal',
      name: NAME,
      home: `${origin}/`,
      discover: {
        lists: [
          { url: `${origin}/tim-van-ban?DocTypeIds=7&DocTypeIds=58&PageSize=20&PagSize=20&PageIndex={page}`, pages: 4 },
        ],
      },
      read: { title: 'h1.the-document-title', body: '#tab-noi-dung' },
      article: { include: ['-d[15]\\.html', 'vbpq-toanvan\\.aspx'], exclude: ['/en/'] },
      delay_ms: 0,
    }),
    answer: ({ path, headers }, origin) => {
      const { pathname, searchParams } = new URL(path, origin);
      if (pathname === '/robots.txt') return file('User-agent: *\nDisallow: /api/\n', 'text/plain');
      if (pathname === '/') return page(noticePage(NAME, '<h2>Tìm văn bản</h2>'));
      if (pathname === '/tim-van-ban') return list(shelf.all(), Number(searchParams.get('PageIndex') ?? '1'));
      const isOld = pathname.endsWith('/Pages/vbpq-toanvan.aspx');
      const isNewVisit = isOld && headers['if-none-match'] === undefined;
      if (isNewVisit) oldAddresses += 1;
      if (isNewVisit && oldAddresses > captchaAfter) return captcha();
      const number = isOld ? Number(searchParams.get('ItemID')) : Number(/-(\d+)-d\d+\.html$/.exec(pathname)?.[1]);
      const found = shelf.find(number);
      if (found === null) return null;
      return answerWithdrawn(NAME, found) ?? page(documentPage(found, origin));
    },
  });
}

function captcha(): SiteAnswer {
  const form =
    '<h1>Xác nhận</h1><form class="captcha"><p>Vui lòng nhập mã xác nhận (captcha) để tiếp tục.</p><img src="/captcha.png"><input name="ma"></form>';
  return { ...page(noticePage(NAME, form)), headers: { 'content-type': 'text/html; charset=utf-8' } };
}

function documentOf({ number }: { readonly number: number }): LegalDocument {
  const found = table[number - FIRST];
  if (found === undefined) throw new Error(`Cannot find legal document ${number}: the table ends before it.`);
  return found;
}

function asReport(one: LegalDocument, at: number): Report {
  const { type, code, subject, issuer, trap } = one;
  const articles = [
    `Điều 1. Phạm vi điều chỉnh của ${type.toLowerCase()} này là ${subject} trên địa bàn tỉnh Quảng Hải.`,
    `Điều 2. Các cơ quan thuộc ${issuer} có trách nhiệm tổ chức thực hiện trong ${10 + at * 3} ngày làm việc.`,
    `Điều 3. Kinh phí thực hiện là ${40 + at * 7} tỷ đồng, bố trí trong ${2 + (at % 4)} năm ngân sách.`,
    `Điều 4. Người đứng đầu ${at + 3} đơn vị trực thuộc chịu trách nhiệm thi hành văn bản số ${code.trim()}.`,
  ];
  if (trap === 'T13') articles.push('“Điều 1. Sửa đổi khoản 2 như sau: mức hỗ trợ là 5 triệu đồng một hộ.”');
  const title = `${type} ${code.trim()} về ${subject}`;
  const iso = isoDay(one.issued);
  return {
    number: FIRST + at,
    title,
    lead: '',
    paragraphs: articles,
    author: '',
    heldOn: iso,
    publishedAt: `${iso} 00:00`,
  };
}

/** The third page repeats nothing and is empty; each document stands under its copies too. */
function list(all: readonly Shelved[], number: number): SiteAnswer {
  const cards = all.slice((number - 1) * PER_PAGE, number * PER_PAGE).map((one) => {
    const { field, code, issued } = documentOf(one);
    const copies = one.number < FIRST + 10 ? copyLinks(one) : '';
    return `<article class="art-search"><h2 class="doc-title"><a href="${slugPath(one, field)}">${escapeHtml(one.title)}</a></h2><span>${escapeHtml(code)} - ${issued}</span>${copies}</article>`;
  });
  const drafts = `<div class="post-type-doc"><a href="/dat-dai/du-thao-quy-dinh-moi-990-d10.html">Dự thảo</a></div>`;
  return page(frame('Tìm văn bản', `<p>Có 3.353 văn bản</p>${cards.join('\n')}${cards.length === 0 ? '' : drafts}`));
}

function copyLinks(one: Shelved): string {
  const agencies = ['TW', 'quanghai', 'bonoivu'].map(
    (agency) => `/${agency}/Pages/vbpq-toanvan.aspx?ItemID=${one.number}`,
  );
  const links = [slugPath(one, 'linh-vuc-khac'), `/en${slugPath(one, 'land')}`, ...agencies];
  return links.map((href) => `<a href="${href}">bản khác</a>`).join(' ');
}

function documentPage(one: Shelved, origin: string): string {
  const { code, type, issuer, issued, effective, status, field, trap } = documentOf(one);
  const rows = [
    ['Số hiệu', code, 'Loại văn bản', type],
    ['Cơ quan ban hành', issuer, 'Người ký', trap === 'T2' ? 'Đang cập nhật' : 'Trần Văn Mẫu'],
    ['Ngày ban hành', issued, 'Ngày hiệu lực', effective],
    ['Tình trạng hiệu lực', status, 'Số công báo', 'Đã biết'],
  ];
  const facts = rows.map(([a, b, c, d]) => `<tr><td>${a}</td><td>${b}</td><td></td><td>${c}</td><td>${d}</td></tr>`);
  const annex = annexRows().map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  const relation =
    trap === 'T4' ? '<div class="luoc-do"><h4>Văn bản bị thay thế</h4><p>Quyết định 14/2019/QĐ-UBND</p></div>' : '';
  const texts = one.paragraphs.map((text) => {
    const shown = escapeHtml(text);
    return trap === 'T10'
      ? `<p>${shown.replace('ngân sách', '<span class="noi-dung-tham-chieu" title="Xem Luật khác">ngân sách</span>')}</p>`
      : `<p>${shown}</p>`;
  });
  const canonical = `<link rel="canonical" href="${origin}${slugPath(one, field)}">`;
  return frame(
    one.title,
    `<h1 class="the-document-title">${escapeHtml(one.title)}</h1><ul class="tabs"><li><a href="#noi-dung">Nội dung</a></li><li><a href="#luoc-do">Lược đồ</a></li></ul><table class="thuoc-tinh">${facts.join('')}</table><div id="tab-noi-dung" class="the-document-body">${texts.join('\n')}${trap !== 'T11' ? '' : `<table>${annex.join('')}</table>`}</div>${relation}<div class="noi-nhan">Nơi nhận: Như Điều 4</div>`,
    canonical,
  );
}

function annexRows(): readonly (readonly string[])[] {
  return Array.from({ length: 300 }, (_, at) => [
    String(at + 1),
    `Thửa đất số ${at + 1}`,
    `${60 + ((at * 37) % 400)} m2`,
  ]);
}

function frame(title: string, content: string, head = ''): string {
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>${head}</head><body>${menu()}${content}${footer(NAME)}</body></html>`;
}

function isoDay(printed: string): string {
  return printed.split('/').toReversed().join('-');
}

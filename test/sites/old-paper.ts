/**
 * F6: a paper that was last rebuilt twenty years ago: twelve articles, each in another encoding or with another lie about
 * it, laid out in nested tables, behind frames, sessions and a calendar without end.
 */
import { answerWithdrawn, escapeHtml, noticePage } from './chrome.ts';
import { encodeLatin1, encodeTwice, encodeWindows1258, mixEntities, typeTcvn3, typeVni } from './old-letters.ts';
import { dateParts, expectReport, openShelf, type Shelved, writeReports } from './reports.ts';
import { buildSite, file, page, redirect, type Site, type SiteAnswer, type Trap } from './site.ts';

export const oldPaperTraps = {
  T1: { what: 'dates such as 3/2/2004: the day comes first', expect: '3 February' },
  T2: { what: 'a session id in the address, another at every request', expect: 'no address keeps it' },
  T3: { what: 'article 2011 can be read in print.asp only', expect: 'held' },
  T4: { what: 'frames and a meta refresh at the door', expect: 'the list is found by its own address' },
  T5: { what: 'links that a script opens', expect: 'left alone' },
  T6: { what: 'unknown ids answer 200 with the same template', expect: 'no article' },
  T7: { what: 'a calendar of 201 years', expect: 'hardly asked' },
  T8: { what: 'two spellings of one path', expect: 'one article' },
  T9: { what: 'an article in TCVN3 with a footer in UTF-8 (2002)', expect: 'both readable' },
} as const satisfies Readonly<Record<string, Trap>>;

const NAME = 'Báo Quảng Hải cũ';
const FIRST = 2001;
export const onlyPrint = 2011;
const articlePath = (id: number): string => (id === onlyPrint ? `/print.asp?id=${id}` : `/index.asp?id=${id}&lang=vn`);

/** How each article is sent: the bytes, what the header says, the encoding as the archive is to name it. */
interface Encoding {
  readonly contentType: string;
  readonly meta: string;
  readonly encode: (html: string) => Uint8Array;
  /** Applied to the texts before they are put into the page. */
  readonly type?: (text: string) => string;
  readonly font?: string;
  readonly named: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain: Encoding = { contentType: 'text/html', meta: 'utf-8', encode: utf8, named: 'utf-8' };

const encodings: Readonly<Record<number, Encoding>> = {
  2001: {
    ...plain,
    contentType: 'text/html; charset=ISO-8859-1',
    meta: '',
    encode: encodeWindows1258,
    named: 'windows-1258',
  },
  2002: { ...plain, meta: 'iso-8859-1', encode: mixedFooter, type: typeTcvn3, font: '.VnTime', named: 'tcvn3' },
  2003: { ...plain, meta: 'iso-8859-1', encode: encodeLatin1, type: typeVni, font: 'VNI-Times', named: 'vni' },
  2004: { ...plain, meta: 'windows-1252' },
  2005: { ...plain, encode: encodeTwice, named: 'double-utf-8' },
  2006: { ...plain, type: mixEntities },
  2007: { ...plain, encode: (html) => utf8(html.normalize('NFD')) },
  2008: { ...plain, encode: (html) => utf8(html.replaceAll('Đ', '\u00d0')) },
  2009: { ...plain, contentType: 'text/html; charset=utf-8,gbk', meta: '' },
  2010: { ...plain, encode: (html) => utf8(`\n\ufeff${html}`) },
  2012: { ...plain, headers: { 'content-encoding': 'gzip' } },
};

export function openOldPaperSite(): Site {
  const reports = writeReports('old-paper', FIRST, 12, '2004-02-03').map((report) => ({
    ...report,
    publishedAt: `${report.heldOn} 07:05`,
  }));
  const shelf = openShelf(reports);
  let session = 0;
  return buildSite({
    name: 'old-paper',
    traps: oldPaperTraps,
    edit: shelf.edit,
    expected: () =>
      shelf.all().map((one) => {
        const { named } = encodings[one.number] ?? plain;
        const trap = one.number === onlyPrint ? 'T3' : one.number === 2002 ? 'T9' : null;
        return expectReport(one, articlePath(one.number), { encoding: named, trap });
      }),
    source: (origin) => ({
      id: 'old-paper',
      name: NAME,
      home: `${origin}/`,
      place: { province: 'Quảng Hải' },
      discover: { lists: [{ url: `${origin}/danhsach.asp?trang={page}`, pages: 3 }] },
      article: {
        include: ['(?:index|print)\\.asp\\?.*id=\\d+', 'InfoDetail\\.jsp'],
        keep_params: ['id', 'lang'],
      },
      delay_ms: 0,
    }),
    answer: ({ path }, origin) => {
      session += 1;
      const { pathname, searchParams } = new URL(path.replace(/;jsessionid=\w+/, ''), origin);
      const address = pathname.toLowerCase();
      if (address === '/robots.txt') return null;
      if (address === '/')
        return page('<html><frameset rows="80,*"><frame src="/banner.asp"><frame src="/main.asp"></frameset></html>');
      if (address === '/main.asp')
        return page('<html><head><meta http-equiv="refresh" content="0;url=/danhsach.asp"></head></html>');
      if (address === '/danhsach.asp') return list(shelf.all(), Number(searchParams.get('trang') ?? '1'), session);
      if (address === '/lich.asp') return calendar(searchParams);
      const id = Number(searchParams.get('id') ?? searchParams.get('ID'));
      if (address === '/infodetail.jsp') return redirect(articlePath(id));
      if (address !== '/index.asp' && address !== '/print.asp') return null;
      const found = shelf.find(id);
      if (found === null) return page(noticePage(NAME, 'Không có bài viết này.'));
      if (id === onlyPrint && address === '/index.asp')
        return page('<html><frameset><frame src="/bai.asp"></frameset></html>');
      return answerWithdrawn(NAME, found) ?? answerArticle(found);
    },
  });
}

function answerArticle(one: Shelved): SiteAnswer {
  const encoding = encodings[one.number] ?? plain;
  const answer = file(encoding.encode(articlePage(one, encoding)), encoding.contentType);
  return { ...answer, headers: { ...answer.headers, ...encoding.headers } };
}

/** All on one page; any other page says that there is nothing. */
function list(all: readonly Shelved[], number: number, session: number): SiteAnswer {
  const items = all.toReversed().map(({ number: id, title }) => {
    const path = id === onlyPrint ? articlePath(id) : `/index.asp?lang=vn&amp;id=${id}`;
    const second = id === 2004 ? `/Index.asp?lang=vn&amp;id=${id}` : `/InfoDetail.jsp?ID=${id};jsessionid=A${session}F`;
    return `<tr><td><a href="${path}">${escapeHtml(title)}</a> <a href="${id === onlyPrint ? '#' : second}">xem</a> <a href="javascript:window.open('print.asp?id=${id}')">in</a>`;
  });
  const more = '<a href="/lich.asp?ngay=1&thang=1&nam=1900">Lịch</a> <a href="/index.asp?lang=vn&id=2999">Bài cũ</a>';
  const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${NAME}</title></head><body><table>${number === 1 ? items.join('\n') : '<tr><td>Hết'}</table>${more}</body></html>`;
  return page(html, `list ${number} ${all.map(({ fate }) => fate).join()}`);
}

function calendar(asked: URLSearchParams): SiteAnswer {
  const day = Number(asked.get('ngay'));
  const year = Number(asked.get('nam'));
  const next = `/lich.asp?ngay=${(day % 31) + 1}&thang=1&nam=${day === 31 ? year + 1 : year}`;
  return page(`<html><body><a href="${next}">Ngày sau</a></body></html>`);
}

/** As old editors left it: no h1, cells and paragraphs never closed, a second root, the base on another host. */
function articlePage(one: Shelved, { meta, type = (text) => text, font }: Encoding): string {
  const { day, month, year, time } = dateParts(one.publishedAt);
  const shown = `(Cập nhật ${Number(time.slice(0, 2))}:${time.slice(3)} - ${Number(day)}/${Number(month)}/${year})`;
  const declared = meta === '' ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${meta}">`;
  const open = font === undefined ? '' : `<font face="${font}">`;
  const close = font === undefined ? '' : '</font>';
  const texts = [one.lead, ...one.paragraphs].map((text) => type(escapeHtml(text)));
  const [lead = '', ...rest] = texts;
  return `<html><head>${declared}<title>${type(escapeHtml(one.title))}</title><base href="http://may-chu-cu.example.vn/"></head><body><table width="780"><tr><td width="160"><a href="/index.asp">${type('Trang chủ')}</a><br><a href="/lich.asp?ngay=1&thang=1&nam=1900">${type('Lịch')}</a></td><td><html><body><table><tr><td>${open}<b class="tieude">${type(escapeHtml(one.title))}</b>${close}<br><i>${type(shown)}</i><br><br>${open}<b>${lead}</b><br><br>${rest.join('<br><br>')}${close}</td></tr></table></td></tr></table>${FOOT}</body></html>`;
}

const FOOT = '<!--chan--><center>Bản quyền thuộc Báo Quảng Hải</center>';

/** The article in the bytes of its font, the footer in UTF-8. */
function mixedFooter(html: string): Uint8Array {
  const [body = ''] = html.split(FOOT);
  return Uint8Array.from([...encodeLatin1(body), ...utf8(`${FOOT}</body></html>`)]);
}

/**
 * F1: the portal of a city on a SharePoint-like program: one form around the page, articles told apart by `nid`, lists
 * paged by query, dates of three kinds or none, and a session that slips into the links.
 */
import { answerWithdrawn, escapeHtml, footer, menu, noticePage, paragraphs, sideColumn } from './chrome.ts';
import { dateParts, expectReport, openShelf, type Shelved, writeReports } from './reports.ts';
import { buildSite, file, page, redirect, type Site, type SiteAnswer, type Trap } from './site.ts';

export const portalTraps = {
  T1: { what: 'the same nid in two folders and with an empty Keyword', expect: 'one article with aliases' },
  T2: { what: 'list pages behind the last repeat the last', expect: 'the walk ends' },
  T3: { what: 'an unknown nid answers 200 with the home page', expect: 'no article' },
  T4: { what: 'redirects in a ring on nid 1013, one redirect on 1020', expect: '1013 failed, 1020 held' },
  T5: { what: 'links ../Trang, //host and raw diacritics in the query', expect: 'one article each' },
  T6: { what: "today's date in words above the page", expect: 'never the date of an article' },
  T7: { what: 'nid 1007 of 29/02/2023, nid 1008 of 2093', expect: 'no date and a warning; the second flagged' },
  T8: { what: 'a title with its first words twice', expect: 'the title as printed' },
  T9: { what: 'a meeting announced for a day to come', expect: 'published stays before it' },
  T10: { what: 'a session path /(S(abc123))/ in links after the third request', expect: 'no address keeps it' },
  T11: { what: 'ten dates of a clock of twelve hours', expect: 'never before the meeting' },
  T12: { what: 'five articles without a date', expect: 'published is null' },
  T13: { what: 'a feed that answers 404', expect: 'a warning; the run goes on' },
} as const satisfies Readonly<Record<string, Trap>>;

const NAME = 'Cổng thông tin điện tử thành phố Hạ Khê';
const FIRST = 1001;
const COUNT = 52;
export const loopingNid = 1013;
const PER_PAGE = 10;
const articlePath = (nid: number): string => `/Trang/ChiTietTinTuc.aspx?nid=${nid}`;
const isTwelveHours = (nid: number): boolean => nid >= 1021 && nid <= 1030;
const isUndated = (nid: number): boolean => nid >= 1041 && nid <= 1045;

/** With fewer articles than usual it lacks the traps of those that it lacks. */
export function openPortalSite(count: number = COUNT): Site {
  const reports = writeReports('portal', FIRST, count).map((report) => {
    if (report.number === 1010) return { ...report, title: `Hội nghị Hội nghị giao ban: ${report.title}` };
    if (report.number !== 1011) return report;
    const announced = 'Hội nghị toàn thể sẽ được tổ chức vào ngày 25/12/2033 tại Trung tâm Hội nghị Hạ Khê.';
    return { ...report, paragraphs: [...report.paragraphs, announced] };
  });
  const shelf = openShelf(reports);
  let asked = 0;
  return buildSite({
    name: 'portal',
    traps: portalTraps,
    edit: shelf.edit,
    expected: () =>
      shelf
        .all()
        .filter(({ number }) => number !== loopingNid)
        .map(expectArticle),
    source: (origin) => ({
      id: 'portal',
      name: NAME,
      home: `${origin}/`,
      place: { province: 'Quảng Hải', district: 'Hạ Khê' },
      discover: {
        feeds: [`${origin}/Trang/rss.aspx?Cat=82`, `${origin}/Trang/rss.aspx?Cat=404`],
        lists: [{ url: `${origin}/Trang/tin-tuc-su-kien.aspx?Cat=82&Page={page}`, pages: 9 }],
      },
      article: { include: ['[?&]nid=\\d+'], keep_params: ['nid'] },
      delay_ms: 0,
    }),
    answer: ({ path }, origin) => {
      asked += 1;
      const { pathname, searchParams } = new URL(path.replace('/(S(abc123))', ''), origin);
      const session = asked > 3 ? '/(S(abc123))' : '';
      if (pathname === '/') return home(asked);
      if (pathname === '/robots.txt') return file('User-agent: *\nDisallow: /_layouts/\n', 'text/plain');
      if (pathname === '/Trang/rss.aspx') return searchParams.get('Cat') === '82' ? feed(shelf.all(), origin) : null;
      if (pathname === '/Trang/tin-tuc-su-kien.aspx') {
        return list(shelf.all(), Number(searchParams.get('Page') ?? '1'), session, origin, asked);
      }
      if (!pathname.endsWith('/ChiTietTinTuc.aspx')) return null;
      const nid = Number(searchParams.get('nid'));
      if (nid === loopingNid)
        return redirect(`${articlePath(nid)}&vong=${searchParams.get('vong') === '1' ? 2 : 1}`, 302);
      if (nid === 1020 && pathname.startsWith('/bannganh')) return redirect(articlePath(nid));
      const found = shelf.find(nid);
      if (found === null) return home(asked);
      return answerWithdrawn(NAME, found) ?? page(articlePage(found, session, asked), articlePage(found, '', 0));
    },
  });
}

function expectArticle(shelved: Shelved): ReturnType<typeof expectReport> {
  const { number, publishedAt } = shelved;
  const path = articlePath(number);
  if (number === 1007 || number === 1008) return expectReport(shelved, path, { published: null, trap: 'T7' });
  if (number === 1010) return expectReport(shelved, path, { trap: 'T8' });
  if (number === 1011) return expectReport(shelved, path, { trap: 'T9' });
  if (isTwelveHours(number)) return expectReport(shelved, path, { published: publishedAt.slice(0, 10), trap: 'T11' });
  return isUndated(number)
    ? expectReport(shelved, path, { published: null, trap: 'T12' })
    : expectReport(shelved, path);
}

function home(asked: number): SiteAnswer {
  const notice = '<h3>Thông báo</h3><p>Chào mừng bạn đến với cổng thông tin.</p>';
  return page(`${noticePage(NAME, notice)}${sideColumn(asked)}`, 'home');
}

function list(all: readonly Shelved[], given: number, session: string, origin: string, asked: number): SiteAnswer {
  const lastPage = Math.ceil(all.length / PER_PAGE);
  const number = Math.min(Math.max(given, 1), lastPage);
  const shown = all.toReversed().slice((number - 1) * PER_PAGE, number * PER_PAGE);
  const host = new URL(origin).host;
  const items = shown.map(({ number: nid, title, lead }, at) => {
    const path = `${session}${articlePath(nid)}`;
    const link = at % 3 === 0 ? `..${path}` : at % 3 === 1 ? `//${host}${path}` : path;
    const copy = at % 2 === 0 ? `/bannganh/thanhuy${articlePath(nid)}` : `${articlePath(nid)}&Keyword=`;
    return `<div class="tin"><h3><a href="${link}">${escapeHtml(title)}</a></h3><p>${escapeHtml(lead)}</p><a href="${copy}">Xem tiếp</a></div>`;
  });
  const pages = Array.from({ length: lastPage + 1 }, (_, at) => `<a href="?Cat=82&amp;Page=${at + 1}">${at + 1}</a>`);
  const others =
    '<a href="DanhSach.aspx?Cat=Thành ủy Hạ Khê">Thành ủy</a><a href="/Trang/ChiTietTinTuc.aspx?nid=1999">Tin cũ</a><a href="javascript:__doPostBack(\'a\',\'\')">Sau</a>';
  const html = (visits: number): string =>
    frame(
      `<div class="danh-sach">${items.join('\n')}</div><div class="trang">${pages.join(' ')}</div>${others}`,
      visits,
    );
  return page(html(asked), `list ${number} ${shown.map(({ number: nid, fate }) => `${nid}${fate}`).join()}`);
}

function articlePage(shelved: Shelved, session: string, visits: number): string {
  const { number, title, lead, paragraphs: rest, author } = shelved;
  const copy = `${session}/bannganh/thanhuy${articlePath(number === FIRST ? FIRST + 1 : number - 1)}`;
  return frame(
    `<div id="noidungtrang "><h2>${escapeHtml(title)}</h2>${dateLine(shelved)}
<div class="noi-dung-trang"><p><strong>${escapeHtml(lead)}</strong></p>
<table class="anh"><tr><td><img src="/anh/${number}.jpg" alt="Quang cảnh"></td></tr><tr><td><em>Quang cảnh hội nghị số ${number}</em></td></tr></table>
${paragraphs(rest)}
<p style="text-align:right">&nbsp;&nbsp;&nbsp;&nbsp;<strong>${escapeHtml(author)}</strong></p></div>
<div class="tin-lien-quan"><a href="${copy}">Tin liên quan</a></div></div>`,
    visits,
  );
}

function dateLine({ number, publishedAt }: Shelved): string {
  const { day, month, year, time } = dateParts(publishedAt);
  if (isUndated(number)) return '';
  if (number === 1007) return '<p class="publish-date">29/02/2023 08:10</p>';
  if (number === 1008) return `<p class="publish-date">${day}/${month}/2093 ${time}</p>`;
  if (!isTwelveHours(number)) return `<p class="publish-date">${day}/${month}/${year} ${time}</p>`;
  const [hours = '', minutes = ''] = time.split(':');
  const clock = `${String(((Number(hours) + 11) % 12) + 1).padStart(2, '0')}:${minutes}`;
  return `<p class="publish-date">Ngày đăng ${day}/${month}/${year} | ${clock} | View count: ${number % 900}</p>`;
}

function frame(content: string, visits: number): string {
  return `<!DOCTYPE html><html lang="vi-VN"><head><meta name="GENERATOR" content="Microsoft SharePoint"><meta charset="utf-8"><title>Chi tiết tin tức - ${NAME}</title></head><body><form method="post" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="dDwtMTA4"><div id="top">Hôm nay, Thứ Ba ngày 18/11/2025</div>${menu()}${content}${sideColumn(visits)}${footer(NAME)}</form></body></html>`;
}

function feed(all: readonly Shelved[], origin: string): SiteAnswer {
  const items = all
    .toReversed()
    .slice(0, 15)
    .map(
      ({ number, title }) =>
        `<item><title><![CDATA[${title}]]></title><link>${origin}${articlePath(number)}</link></item>`,
    );
  const xml = `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${NAME}</title>${items.join('')}</channel></rss>`;
  return file(xml, 'text/xml');
}

/**
 * F3: the site of a provincial committee on NukeViet, with its module of documents: several addresses an article, half of
 * the links without the language, dates that the program prints wrongly in three places, files behind articles.
 */
import { answerWithdrawn, escapeHtml, footer, menu, noticePage, paragraphs } from './chrome.ts';
import { answerFile, attachmentBox, type Law, lawFileName, lawPage, laws } from './party-files.ts';
import { dateParts, expectReport, openShelf, type Shelved, slugOf, writeReports } from './reports.ts';
import { buildSite, file, page, redirect, type Site, type SiteAnswer, type Trap } from './site.ts';

export const partyTraps = {
  T1: { what: 'four addresses an article: plain, print, sendmail, index.php', expect: 'one article' },
  T2: { what: 'half of the links lack the language', expect: 'one article each' },
  T3: { what: 'tag pages that link each other without end', expect: 'never asked' },
  T4: { what: 'page-999 returns page 1', expect: 'the walk ends' },
  T5: { what: 'files named in NFD, with %20, as .PDF, and one that is a page', expect: 'listed with their article' },
  T6: { what: 'a document without a file', expect: 'held all the same' },
  T7: { what: 'a document that replaces one unknown here', expect: 'held all the same' },
  T8: { what: 'an article that is not yet published', expect: 'no article' },
  T9: { what: 'robots.txt closes /data/, where a file lies', expect: 'never asked' },
  T10: { what: 'an article of which the text is only in a PDF', expect: 'held' },
  T11: { what: 'a weekday that contradicts the date on 2115', expect: 'the date as printed' },
  T12: {
    what: 'edit time as datePublished, broken stamps, months for minutes in the feed',
    expect: 'the visible date',
  },
} as const satisfies Readonly<Record<string, Trap>>;

const NAME = 'Tỉnh ủy Quảng Hải';
const FIRST = 2101;
const COUNT = 30;
const PER_PAGE = 8;
export const onlyPdf = 2120;
const newsPath = ({ number, title }: Shelved, lang = '/vi'): string =>
  `${lang}/news/tin-hoat-dong/${slugOf(title)}-${number}.html`;
const lawPath = ({ number, title }: Law): string => `/vi/laws/detail/${slugOf(title)}-${number}/`;

export function openPartySite(): Site {
  const shelf = openShelf(writeReports('party', FIRST, COUNT));
  return buildSite({
    name: 'party',
    traps: partyTraps,
    edit: shelf.edit,
    expected: () => shelf.all().map(expectArticle),
    source: (origin) => ({
      id: 'party',
      name: NAME,
      home: `${origin}/`,
      place: { province: 'Quảng Hải' },
      discover: {
        feeds: [`${origin}/vi/news/rss/tin-hoat-dong/`],
        lists: [
          { url: `${origin}/vi/news/tin-hoat-dong/page-{page}/`, pages: 6 },
          { url: `${origin}/vi/laws/`, pages: 1 },
        ],
      },
      article: { include: ['/tin-hoat-dong/[a-z0-9-]+-\\d+(?:\\.html)?(?:$|[?#])', '/laws/detail/'] },
      delay_ms: 0,
    }),
    answer: ({ path }, origin) => {
      const { pathname, searchParams } = new URL(path, origin);
      if (pathname === '/robots.txt') return file('User-agent: *\nDisallow: /data/\nDisallow: /admin/\n', 'text/plain');
      if (pathname === '/') return page(noticePage(NAME, '<h2>Trang nhất</h2>'));
      if (pathname === '/vi/news/rss/tin-hoat-dong/') return feed(shelf.all(), origin);
      if (/^\/vi\/news\/tag\//.test(pathname)) return tagPage(pathname);
      if (pathname === '/vi/laws/') return lawList();
      if (pathname.startsWith('/vi/laws/detail/')) return lawDetail(pathname);
      if (/^\/(?:uploads|data)\//.test(pathname)) return answerFile(pathname);
      const listed = /^\/vi\/news\/tin-hoat-dong\/(?:page-(\d{1,6})\/)?$/.exec(pathname);
      if (listed !== null) return list(shelf.all(), Number(listed[1] ?? '1'));
      const address = pathname === '/index.php' ? `/${searchParams.get('op') ?? ''}.html` : pathname;
      const found = shelf.find(Number(/-(\d+)(?:\.html)?$/.exec(address)?.[1]));
      if (/-2199\.html$/.test(address)) return page(noticePage(NAME, 'Bài viết chưa xuất bản.'));
      if (found === null) return null;
      const gone = answerWithdrawn(NAME, found);
      if (gone !== null) return gone;
      if (/\/sendmail\//.test(address)) return page(noticePage(NAME, '<form>Gửi cho bạn bè</form>'));
      if (found.number === 2102 && address.startsWith('/news/')) return redirect(newsPath(found));
      return page(articlePage(found, origin, /\/print\//.test(address)));
    },
  });
}

function expectArticle(one: Shelved): ReturnType<typeof expectReport> {
  const path = newsPath(one);
  const orPath = newsPath(one, '');
  if (one.number === onlyPdf) return expectReport(one, path, { trap: 'T10', paragraphs: [], orPath });
  const trap = one.number === 2115 ? 'T11' : one.number === 2105 ? 'T5' : one.number === 2106 ? 'T9' : null;
  return expectReport(one, path, { trap, orPath });
}

/** Page 4 is the last; any other number is page 1 again. */
function list(all: readonly Shelved[], given: number): SiteAnswer {
  const last = Math.ceil(all.length / PER_PAGE);
  const number = given >= 1 && given <= last ? given : 1;
  const items = all
    .toReversed()
    .slice((number - 1) * PER_PAGE, number * PER_PAGE)
    .map((one, at) => {
      const print = newsPath(one).replace('/tin-hoat-dong/', '/print/tin-hoat-dong/');
      const twin = `/index.php?language=vi&amp;nv=news&amp;op=tin-hoat-dong/${slugOf(one.title)}-${one.number}`;
      return `<div class="news_column"><h3><a href="${newsPath(one, at % 2 === 0 ? '/vi' : '')}">${escapeHtml(one.title)}</a></h3><a rel="nofollow" href="${print}">In</a> <a rel="nofollow" href="${print.replace('/print/', '/sendmail/')}">Gửi</a> <a href="${twin}">Xem</a></div>`;
    });
  const tags =
    '<a href="/vi/news/tag/hoi-nghi/">hội nghị</a><a href="/vi/news/tin-hoat-dong/bai-cho-2199.html">Bài chờ</a>';
  return page(
    frame('Tin hoạt động', '', `${items.join('\n')}${tags}<a href="/vi/news/tin-hoat-dong/page-999/">cuối</a>`),
  );
}

function tagPage(pathname: string): SiteAnswer {
  const number = Number(/page-(\d{1,6})/.exec(pathname)?.[1] ?? '1');
  return page(frame('Thẻ', '', `<a href="/vi/news/tag/hoi-nghi/page-${number + 1}/">Trang sau</a>`));
}

function lawList(): SiteAnswer {
  const rows = laws.map(
    (law) =>
      `<tr><td class="c-code"><a href="${lawPath(law)}">${law.code}</a></td><td class="c-intro">${escapeHtml(law.title)}</td></tr>`,
  );
  return page(frame('Văn bản', '', `<table class="table-rows">${rows.join('\n')}</table>`));
}

function lawDetail(pathname: string): SiteAnswer | null {
  const law = laws.find((one) => pathname === lawPath(one));
  return law === undefined ? null : page(frame(law.title, '', lawPage(law, lawFileName(law))));
}

function articlePage(one: Shelved, origin: string, isPrint: boolean): string {
  const { number, title, lead, paragraphs: rest, author, publishedAt } = one;
  const { day, month, year, time, weekday } = dateParts(publishedAt);
  const printed = `${number === 2115 ? 'Thứ ba' : weekday} - ${day}/${month}/${year} ${time}`;
  const body = number === onlyPdf ? '<p>&nbsp;</p>' : paragraphs(rest);
  const intro = number === onlyPdf ? '' : escapeHtml(lead);
  if (isPrint) {
    return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><meta name="robots" content="noindex"></head><body><div id="print"><h1 class="title">${escapeHtml(title)}</h1><p class="time">${printed}</p><div id="hometext">${intro}</div><div id="content">${body}</div></div></body></html>`;
  }
  const stamp = `${year}-${month}-${day}+0700${time}:00`;
  const metas = `<meta name="generator" content="NukeViet v4.5"><meta property="article:published_time" content="${stamp}"><meta property="og:title" content="${escapeHtml(title)}">`;
  const schema = '<span class="hidden hide d-none" itemprop="datePublished">2025-12-30T09:00:00+07:00</span>';
  return frame(
    title,
    metas,
    `<div class="news_column panel" itemscope itemtype="http://schema.org/NewsArticle"><div class="panel-body"><h1 class="title" itemprop="headline">${escapeHtml(title)}</h1>${schema}<span class="h5">${printed}</span><div class="hometext m-bottom" itemprop="description">${intro}</div><div id="news-bodyhtml" class="bodytext">${body}</div><p class="h5 text-right"><strong>Tác giả: </strong>${escapeHtml(author)}</p>${attachmentBox(number, origin)}</div></div><a href="/vi/news/tag/hoi-nghi/">hội nghị</a>`,
  );
}

function frame(title: string, metas: string, content: string): string {
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(title)} - ${NAME}</title>${metas}</head><body><nav>${menu()}</nav>${content}${footer(NAME)}</body></html>`;
}

/** With the fault of the program: the month stands where the minutes belong. */
function feed(all: readonly Shelved[], origin: string): SiteAnswer {
  const items = all
    .toReversed()
    .slice(0, 10)
    .map((one) => {
      const { month, time } = dateParts(one.publishedAt);
      const day = new Date(`${one.heldOn}T00:00:00Z`).toUTCString().slice(0, 16);
      const pubDate = `${day} ${time.slice(0, 2)}:${month}:00 +0700`;
      return `<item><title>${escapeHtml(one.title)}</title><link>${origin}${newsPath(one)}</link><pubDate>${pubDate}</pubDate></item>`;
    });
  return file(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>${NAME}</title>${items.join('')}</channel></rss>`,
    'application/rss+xml',
  );
}

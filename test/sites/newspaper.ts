/**
 * F2: a newspaper on a Hemera-type program: slugs that end in `-post{id}.html`, feeds with every known fault, a sitemap
 * index by month, and a second life of old articles under the addresses of an earlier program.
 */
import { answerWithdrawn, escapeHtml, footer, menu, noticePage, paragraphs } from './chrome.ts';
import { expectReport, openShelf, type Shelved, slugOf, writeReports } from './reports.ts';
import { buildSite, file, page, redirect, type Site, type SiteAnswer, type Trap } from './site.ts';

export const newspaperTraps = {
  T1: {
    what: 'an old address redirects to the new one, another serves a full copy',
    expect: 'aliases, no second article',
  },
  T2: { what: 'the slug of 5005 changed, the old one still answers', expect: 'one article' },
  T3: { what: 'feeds with GMT+7, without dates, with a page instead of XML, empty', expect: 'warnings; all found' },
  T4: { what: 'event pages, videos and a long-form skeleton', expect: 'only the long form is an article' },
  T5: { what: 'a sitemap with month 13 and with addresses of another host', expect: 'the other host is never asked' },
  T7: { what: 'a page that says with status 200 that it is not there', expect: 'no article' },
  T8: { what: 'amp twins', expect: 'aliases, no second article' },
  T9: { what: 'robots.txt with Crawl-delay and a closed /tim-kiem', expect: 'delay kept, never asked' },
  T10: { what: 'a mirror repeats all slugs', expect: 'never asked' },
  T11: { what: 'captions in alt, title and figcaption', expect: 'not in the text' },
  T12: { what: 'JSON-LD broken (5010), an array (5011), an hour off (5012)', expect: 'date as shown' },
} as const satisfies Readonly<Record<string, Trap>>;

const NAME = 'Báo Vân Đồn Thử';
const FIRST = 5001;
const COUNT = 40;
export const crawlDelayMs = 100;
const postPath = ({ number, title }: Shelved): string => `/${slugOf(title)}-post${number}.html`;
const legacyPath = ({ number, title }: Shelved): string => `/chinh-tri/202309/${slugOf(title)}-${number}/`;

export function openNewspaperSite(): Site {
  const shelf = openShelf(writeReports('newspaper', FIRST, COUNT));
  return buildSite({
    name: 'newspaper',
    traps: newspaperTraps,
    edit: shelf.edit,
    expected: () => shelf.all().map((one) => expectReport(one, postPath(one), { trap: trapOf(one.number) })),
    source: (origin) => ({
      id: 'newspaper',
      name: NAME,
      home: `${origin}/`,
      place: { province: 'Quảng Hải' },
      discover: {
        feeds: ['home', 'chinhtri-1171', 'html', 'empty'].map((name) => `${origin}/rss/${name}.rss`),
        sitemaps: [`${origin}/sitemap.xml`],
      },
      article: { include: ['-post\\d+\\.html', '/\\d{6}/[a-z0-9-]+-\\d+/$'] },
      delay_ms: 0,
    }),
    answer: ({ path }, origin) => {
      const { pathname } = new URL(path, origin);
      const fixed = fixedPages[pathname];
      if (fixed !== undefined) return fixed(shelf.all(), origin);
      if (/-post5999\.html$/.test(pathname)) return page(noticePage(NAME, 'Trang bạn tìm không tồn tại.'));
      const number = Number(/-post(\d+)\.html$|-(\d+)\/$/.exec(pathname)?.slice(1).join(''));
      const found = shelf.find(number);
      if (found === null) return null;
      const gone = answerWithdrawn(NAME, found);
      if (gone !== null) return gone;
      if (pathname === legacyPath(found) && number === 5003) return redirect(postPath(found));
      if (pathname === legacyPath(found) && number !== 5004) return null;
      return page(articlePage(found, origin, pathname !== legacyPath(found)));
    },
  });
}

function trapOf(number: number): string | null {
  const traps: Readonly<Record<number, string>> = {
    5003: 'T1',
    5004: 'T1',
    5005: 'T2',
    5039: 'T4',
    5006: 'T8',
    5010: 'T12',
    5011: 'T12',
    5012: 'T12',
  };
  return traps[number] ?? null;
}

type Fixed = (all: readonly Shelved[], origin: string) => SiteAnswer;

const fixedPages: Readonly<Record<string, Fixed>> = {
  '/robots.txt': () =>
    file(`User-agent: *\nCrawl-delay: ${crawlDelayMs / 1000}\nDisallow: /tim-kiem\n`, 'text/plain; charset=utf-8'),
  '/': () => page(noticePage(NAME, '<a href="/tim-kiem?q=ha+khe">Tìm kiếm</a>')),
  '/rss/home.rss': (all, origin) => feed(all.slice(-15), origin, (one) => `${utc(one)} GMT+7`),
  '/rss/chinhtri-1171.rss': (all, origin) => feed(all.slice(-22, -12), origin, () => null),
  '/rss/html.rss': () => page(noticePage(NAME, 'RSS đang được nâng cấp.')),
  '/rss/empty.rss': (_all, origin) => feed([], origin, () => null),
  '/sitemap.xml': (_all, origin) =>
    xml(
      `<sitemapindex xmlns="${SITEMAPS}">${['news-2023-9', 'google-news', 'topics', 'khong-co']
        .map((name) => `<sitemap><loc>${origin}/sitemaps/${name}.xml</loc></sitemap>`)
        .join(
          '',
        )}<sitemap><loc>http://localhost:${new URL(origin).port}/sitemaps/mirror.xml</loc></sitemap></sitemapindex>`,
    ),
  '/sitemaps/news-2023-9.xml': (all, origin) => urls(origin, newsRows(all, origin)),
  '/sitemaps/google-news.xml': (all, origin) =>
    urls(
      origin,
      all.slice(-5).map((one) => [postPath(one), null]),
    ),
  '/sitemaps/topics.xml': (_all, origin) =>
    urls(origin, [
      ['/ky-hop-event9.html', null],
      ['/video/phong-su-video77.html', null],
    ]),
  '/sitemaps/mirror.xml': () => xml(`<urlset xmlns="${SITEMAPS}"></urlset>`),
};

const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
type Row = readonly [path: string, lastmod: string | null];

function newsRows(all: readonly Shelved[], origin: string): readonly Row[] {
  const rows: Row[] = all.map((one) => [postPath(one), one.number === 5020 ? '2023-13-05' : one.heldOn]);
  const known = (number: number): Shelved[] => all.filter((one) => one.number === number);
  const mirror = `http://localhost:${new URL(origin).port}`;
  return [
    ...rows,
    ...[...known(5003), ...known(5004)].map((one): Row => [legacyPath(one), '2023-09-01']),
    ...known(5005).map((one): Row => [`/ten-cu-cua-bai-post${one.number}.html`, null]),
    ...known(5006).map((one): Row => [`/amp${postPath(one)}`, null]),
    ['/tim-kiem/ket-qua-post5998.html', null],
    ['/khong-con-post5999.html', null],
    ...all.slice(0, 6).map((one): Row => [`${mirror}${postPath(one)}`, null]),
  ];
}

function urls(origin: string, rows: readonly Row[]): SiteAnswer {
  const list = rows.map(([path, lastmod]) => {
    const loc = path.startsWith('http') ? path : `${origin}${path}`;
    return `<url><loc>${loc}</loc>${lastmod === null ? '' : `<lastmod>${lastmod}</lastmod>`}</url>`;
  });
  return xml(`<urlset xmlns="${SITEMAPS}">${list.join('\n')}</urlset>`);
}

function xml(content: string): SiteAnswer {
  return file(`<?xml version="1.0" encoding="UTF-8"?>${content}`, 'application/xml');
}

function feed(shown: readonly Shelved[], origin: string, date: (one: Shelved) => string | null): SiteAnswer {
  const items = shown.toReversed().map((one) => {
    const pubDate = date(one);
    const stamp = pubDate === null ? '' : `<pubDate><![CDATA[${pubDate}]]></pubDate>`;
    const link = `${origin}${postPath(one)}`;
    return `<item><title><![CDATA[${one.title}]]></title><link>${link}</link><guid>${link.replace('http:', 'https:')}</guid><description><![CDATA[<a href="${link}"><img src="/a.jpg"></a>${one.lead}]]></description>${stamp}</item>`;
  });
  return xml(`<rss version="2.0"><channel><title>${NAME}</title>${items.join('')}</channel></rss>`);
}

/** `Mon, 09 Jan 2023 14:20:00`, of the clock in Vietnam. */
function utc({ publishedAt }: Shelved): string {
  return new Date(`${publishedAt.replace(' ', 'T')}:00Z`).toUTCString().replace(' GMT', '');
}

function articlePage(one: Shelved, origin: string, isNew: boolean): string {
  const { number, title, lead, paragraphs: rest, author, publishedAt } = one;
  const shown = `${publishedAt.replace(' ', 'T')}:00+0700`;
  const canonical = `<link rel="canonical" href="${origin}${postPath(one)}"><meta property="og:url" content="${origin}${postPath(one)}"><link rel="amphtml" href="${origin}/amp${postPath(one)}">`;
  const caption = `Các đại biểu dự hội nghị bàn việc số ${number}`;
  const figure = `<figure><img src="/a${number}.jpg" alt="${caption}" title="${caption}"><figcaption>${caption}</figcaption></figure>`;
  const head = `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(title)} | ${NAME}</title>${isNew ? canonical : ''}<meta property="og:title" content="${escapeHtml(title)}"><meta property="og:type" content="article">${jsonLd(one)}</head><body>${menu()}`;
  const foot = `${footer(NAME)}</body></html>`;
  const header = `<h1 class="article__title cms-title">${escapeHtml(title)}</h1><div class="article__meta"><time class="time" datetime="${shown}">${publishedAt}</time><span class="cms-author">${escapeHtml(author)}</span></div>`;
  if (number === 5039) {
    return `${head}<div class="e-magazine">${header}<div class="e-magazine__body cms-body"><p class="sapo">${escapeHtml(lead)}</p>${rest.map((text) => `<div class="block-text"><p>${escapeHtml(text)}</p></div>`).join('')}</div></div>${foot}`;
  }
  return `${head}<div class="article">${header}<div class="article__sapo cms-desc">${escapeHtml(lead)}</div><div class="article__body zce-content-body cms-body" itemprop="articleBody">${paragraphs(rest.slice(0, 2))}${figure}<div class="ads">Quảng cáo: máy lọc nước giá tốt</div>${paragraphs(rest.slice(2))}<section class="related"><h3>Tin liên quan</h3><a href="/tin-khac-post${number === FIRST ? number + 1 : number - 1}.html">Bài đọc thêm</a></section></div></div>${foot}`;
}

function jsonLd({ number, title, publishedAt }: Shelved): string {
  const datePublished = `${publishedAt.replace(' ', 'T')}:00+07:00`;
  const offBy = new Date(Date.parse(datePublished) + 3_600_000).toISOString();
  const value = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: number === 5012 ? offBy : datePublished,
  };
  const crumbs = { '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement: [] };
  const text = number === 5011 ? JSON.stringify([crumbs, value]) : JSON.stringify(value);
  return `<script type="application/ld+json">${number === 5010 ? text.slice(0, -9) : text.replaceAll('<', '\\u003c')}</script>`;
}

/**
 * F5: an official gazette: pages that hold no legal text, and the acts themselves as files of every kind on a second host,
 * some broken, some twice, one behind an address that works once.
 */
import { answerWithdrawn, escapeHtml, footer, menu, noticePage } from './chrome.ts';
import { type ActFile, actFiles, actSubjects } from './gazette-files.ts';
import { openShelf, type Report, type Shelved, slugOf } from './reports.ts';
import { buildSite, file, notFound, page, type Site, type SiteAnswer, type Trap } from './site.ts';

export const gazetteTraps = {
  T1: { what: 'act 813 in five parts over the issues 971+972', expect: 'one article with five files' },
  T2: { what: 'a consolidated text without effective date', expect: 'held' },
  T3: { what: 'one PDF under two names (814, 815), one name with two contents (816)', expect: 'each content once' },
  T4: { what: 'application/octet-stream for a PDF (817)', expect: 'read by its bytes' },
  T5: { what: 'an address with a token that works once (819)', expect: 'failed or had; the run goes on' },
  T6: { what: 'a file name with blanks behind $file/ (820)', expect: 'asked as the page means it' },
  T7: { what: 'a connection that breaks in the first try (818)', expect: 'had in a later try' },
  T8: { what: 'a date of issue in words (804)', expect: 'held' },
  T9: { what: 'the page says 2026, the PDF 2025 (801)', expect: 'held' },
} as const satisfies Readonly<Record<string, Trap>>;

const NAME = 'Công báo tỉnh Quảng Hải';
const FIRST = 801;
const PER_PAGE = 10;
const actPath = ({ number, title }: Report): string => `/van-ban/${slugOf(title)}-${number}.htm`;

/** `isSteady`: every file is sent however often it is asked for, so that several archives can be filled from one site. */
export function openGazetteSite({ isSteady = false }: { readonly isSteady?: boolean } = {}): Site {
  const shelf = openShelf(actSubjects.map(asReport));
  const asked = new Map<string, number>();
  return buildSite({
    name: 'gazette',
    traps: gazetteTraps,
    edit: shelf.edit,
    expected: () =>
      shelf.all().map((one) => ({
        number: one.number,
        path: actPath(one),
        title: one.title,
        paragraphs: [],
        trap: null,
      })),
    source: (origin) => ({
      id: 'gazette',
      name: NAME,
      home: `${origin}/`,
      hosts: ['localhost'],
      place: { province: 'Quảng Hải' },
      discover: {
        feeds: [`${origin}/cac-van-ban-moi-ban-hanh.rss`],
        lists: [{ url: `${origin}/van-ban-dang-cong-bao/ubnd-c1.htm?page={page}`, pages: 3, links: 'a.sapo' }],
      },
      article: { include: ['/van-ban/[a-z0-9-]+-\\d+\\.htm$'] },
      delay_ms: 0,
    }),
    answer: ({ path, host }, origin) => {
      const { pathname, searchParams } = new URL(path, origin);
      if (pathname === '/robots.txt') return file('User-agent: *\nAllow: /\n', 'text/plain');
      if (host.startsWith('localhost'))
        return answerFile(`${pathname}${new URL(path, origin).search}`, isSteady ? null : asked);
      if (pathname === '/') return page(noticePage(NAME, '<h2>Số mới</h2>'));
      if (pathname === '/cac-van-ban-moi-ban-hanh.rss') return feed(shelf.all(), origin);
      if (pathname.startsWith('/van-ban-dang-cong-bao/')) {
        return list(shelf.all(), Number(searchParams.get('page') ?? '1'));
      }
      const found = shelf.find(Number(/-(\d+)\.htm$/.exec(pathname)?.[1]));
      if (found === null || pathname !== actPath(found)) return null;
      return answerWithdrawn(NAME, found) ?? page(actPage(found, origin));
    },
  });
}

function asReport(subject: string, at: number): Report {
  const heldOn = `2023-${String(1 + (at % 12)).padStart(2, '0')}-${String(5 + at).padStart(2, '0')}`;
  const title = `Quyết định số ${120 + at * 11}/QĐ-UBND ${subject}`;
  const plain = { lead: '', paragraphs: [], author: '' };
  return { ...plain, number: FIRST + at, title, heldOn, publishedAt: `${heldOn} 00:00` };
}

function list(all: readonly Shelved[], number: number): SiteAnswer {
  const items = all
    .toReversed()
    .slice((number - 1) * PER_PAGE, number * PER_PAGE)
    .map(
      (one) =>
        `<li><span class="days">${printed(one)}</span><a class="sapo" href="${actPath(one)}">${escapeHtml(one.title)}</a></li>`,
    );
  return page(
    frame(
      'Văn bản đăng công báo',
      `<ul class="list-newspaper">${items.join('\n')}</ul><a href="/van-ban/gioi-thieu-1.htm">Giới thiệu</a>`,
    ),
  );
}

function feed(all: readonly Shelved[], origin: string): SiteAnswer {
  const items = all
    .slice(-6)
    .map((one) => `<item><title>${escapeHtml(one.title)}</title><link>${origin}${actPath(one)}</link></item>`);
  return file(`<?xml version="1.0"?><rss version="2.0"><channel>${items.join('')}</channel></rss>`, 'text/xml');
}

function actPage(one: Shelved, origin: string): string {
  const files = actFiles(one.number).map(({ path, title }) => {
    const href = `http://localhost:${new URL(origin).port}${path}`;
    return `<a class="itemtep" href="${href}" data-href="${href}" title="${title}">${title}</a>`;
  });
  const effective = one.number === 803 ? '' : ` - Hiệu lực: ${printed(one)}`;
  const [year = '', month = '', day = ''] = one.heldOn.split('-');
  const words =
    one.number === 804
      ? `Ban hành ngày ${Number(day)} tháng ${Number(month)} năm ${year}`
      : `Ban hành: ${printed(one)}${effective}`;
  return frame(
    one.title,
    `<h1 class="title">${escapeHtml(one.title)}</h1><div class="ngayban">${words}</div><div class="popup__detail--thuoctinh"><div class="row"><span class="name">Cơ quan ban hành</span><span class="value">Ủy ban nhân dân tỉnh Quảng Hải</span></div></div><div data-contentvanban="loadtep">${files.join('')}</div><div id="pdf-container"></div>`,
  );
}

function frame(title: string, content: string): string {
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(title)} - ${NAME}</title></head><body>${menu()}${content}${footer(NAME)}</body></html>`;
}

function printed({ heldOn }: Shelved): string {
  return heldOn.split('-').toReversed().join('/');
}

/** `asked` counts what was asked for, for the files that are sent otherwise the second time; null for none such. */
function answerFile(path: string, asked: Map<string, number> | null): SiteAnswer {
  const found = everyFile().find((one) => encodeURI(decodeURI(one.path)) === encodeURI(decodeURI(path)));
  if (found === undefined) return notFound();
  if (asked === null) return file(found.bytes, found.contentType);
  const times = (asked.get(path) ?? 0) + 1;
  asked.set(path, times);
  if (found.number === 819 && times > 1) return notFound(403);
  const answer = file(found.bytes, found.contentType);
  return found.number === 818 && times === 1 ? { ...answer, sending: { kind: 'cut' } } : answer;
}

function everyFile(): readonly (ActFile & { readonly number: number })[] {
  return actSubjects.flatMap((_, at) => actFiles(FIRST + at).map((one) => ({ ...one, number: FIRST + at })));
}

/**
 * A site on which every address misbehaves in its own way, and one whose robots.txt cannot be had. One good article stands
 * among them: whatever the others do, it must be held in the end.
 */
import { gzipSync } from 'node:zlib';
import { escapeHtml, paragraphs } from './chrome.ts';
import { expectReport, openShelf, type Shelved, writeReports } from './reports.ts';
import { buildSite, file, notFound, page, redirect, type Site, type SiteAnswer, type Trap } from './site.ts';

export const hostileTraps = {
  T1: { what: '429 with Retry-After in the first try (9001)', expect: 'held; not asked before that time' },
  T2: { what: '503 in the first two tries (9002)', expect: 'held; at most 4 tries' },
  T3: { what: 'a page of 8 MB (9003)', expect: 'held' },
  T4: { what: '26 MiB, and 40 MiB inflated from some KB', expect: 'failed' },
  T5: { what: 'seven redirects, and a ring', expect: 'failed' },
  T6: { what: 'a cookie wanted once (9004)', expect: 'held or named as failed' },
  T7: { what: 'redirects to private addresses, to a file, to another host', expect: 'refused, never followed' },
  T8: { what: '503 at every try', expect: 'failed after at most 4 tries' },
  T9: { what: 'the connection breaks in the middle at every try', expect: 'failed after at most 4 tries' },
  T10: { what: 'a byte every 200 ms, where a test asks for it', expect: 'failed in a minute' },
} as const satisfies Readonly<Record<string, Trap>>;

const NAME = 'Trang tin khó tính';
const FIRST = 9000;
export const retryAfterS = 2;
const articlePath = (number: number): string => `/tin-${number}.html`;

/** Addresses that can never be had, with what a run may say of each. */
export const hopeless: Readonly<Record<string, 'failed' | 'refused'>> = {
  '/tin-9101.html': 'failed',
  '/tin-9102.html': 'failed',
  '/tin-9103.html': 'failed',
  '/tin-9104.html': 'failed',
  '/tin-9105.html': 'failed',
  '/tin-9106.html': 'failed',
  '/tin-9111.html': 'refused',
  '/tin-9112.html': 'refused',
  '/tin-9113.html': 'refused',
  '/tin-9114.html': 'refused',
};

export interface HostileOptions {
  /** Also lists the page that drips: each try lasts as long as the fetcher lets it. */
  readonly withDrip: boolean;
}

export function openHostileSite({ withDrip }: HostileOptions = { withDrip: false }): Site {
  const shelf = openShelf(writeReports('hostile', FIRST, 5));
  const times = new Map<string, number>();
  return buildSite({
    name: 'hostile',
    traps: hostileTraps,
    edit: shelf.edit,
    expected: () =>
      shelf
        .all()
        .filter(({ number }) => number !== 9004)
        .map((one) => expectReport(one, articlePath(one.number), { trap: trapOf(one.number) })),
    source: (origin) => describeSource(origin, 'hostile'),
    answer: ({ path, headers }, origin) => {
      const { pathname } = new URL(path, origin);
      const time = (times.get(pathname) ?? 0) + 1;
      times.set(pathname, time);
      if (pathname === '/danh-sach') return list(shelf.all(), withDrip);
      const trick = tricks[pathname];
      if (trick !== undefined) return trick(origin);
      const found = shelf.find(Number(/^\/tin-(\d+)\.html$/.exec(pathname)?.[1]));
      if (found === null) return null;
      if (found.number === 9001 && time === 1) return busy(429, { 'retry-after': String(retryAfterS) });
      if (found.number === 9002 && time <= 2) return busy(503, {});
      if (found.number === 9004 && !(headers['cookie'] ?? '').includes('vao=1')) {
        return { ...redirect(path, 302), headers: { location: path, 'set-cookie': 'vao=1; Path=/' } };
      }
      return page(articlePage(found, found.number === 9003 ? 8_000_000 : 0));
    },
  });
}

/** A site that answers everything but its robots.txt. */
export function openClosedSite(): Site {
  const shelf = openShelf(writeReports('closed', 9501, 2));
  return buildSite({
    name: 'closed',
    traps: { T1: { what: 'robots.txt answers 503', expect: 'nothing else is asked' } },
    edit: shelf.edit,
    expected: () => [],
    source: (origin) => describeSource(origin, 'closed'),
    answer: ({ path }) => {
      if (path === '/robots.txt') return busy(503, {});
      if (path === '/danh-sach') return list(shelf.all(), false);
      const found = shelf.find(Number(/^\/tin-(\d+)\.html$/.exec(path)?.[1]));
      return found === null ? null : page(articlePage(found, 0));
    },
  });
}

function describeSource(origin: string, id: string): Readonly<Record<string, unknown>> {
  return {
    id,
    name: NAME,
    home: `${origin}/`,
    place: { province: 'Quảng Hải' },
    discover: { lists: [{ url: `${origin}/danh-sach`, pages: 1 }] },
    article: { include: ['/tin-\\d+\\.html'] },
    delay_ms: 0,
  };
}

function trapOf(number: number): string | null {
  const traps: Readonly<Record<number, string>> = { 9001: 'T1', 9002: 'T2', 9003: 'T3' };
  return traps[number] ?? null;
}

const tricks: Readonly<Record<string, (origin: string) => SiteAnswer>> = {
  '/robots.txt': () => notFound(),
  '/tin-9101.html': () => file(new Uint8Array(26 * 1024 * 1024).fill(0x20), 'text/html'),
  '/tin-9102.html': () => {
    const answer = file(gzipSync(new Uint8Array(40 * 1024 * 1024)), 'text/html');
    return { ...answer, headers: { ...answer.headers, 'content-encoding': 'gzip' } };
  },
  '/tin-9103.html': () => redirect('/chuyen/1'),
  ...Object.fromEntries(
    Array.from({ length: 7 }, (_, at) => [`/chuyen/${at + 1}`, () => redirect(`/chuyen/${at + 2}`)]),
  ),
  '/tin-9104.html': () => redirect('/vong'),
  '/vong': () => redirect('/tin-9104.html'),
  '/tin-9105.html': () => busy(503, {}),
  '/tin-9106.html': () => ({ ...page('<p>nửa chừng</p>'.repeat(500)), sending: { kind: 'cut' } }),
  '/tin-9111.html': () => redirect('http://169.254.169.254/latest/meta-data/'),
  '/tin-9112.html': () => redirect('http://[::ffff:10.0.0.1]/'),
  '/tin-9113.html': () => redirect('file:///etc/hostname'),
  '/tin-9114.html': (origin) => redirect(`http://localhost:${new URL(origin).port}/tin-9000.html`),
  '/tin-9121.html': () => ({ ...page('<p>nhỏ giọt</p>'.repeat(2000)), sending: { kind: 'drip', everyMs: 200 } }),
};

function list(all: readonly Shelved[], withDrip: boolean): SiteAnswer {
  const bad = [...Object.keys(hopeless), ...(withDrip ? ['/tin-9121.html'] : [])];
  const good = all.map(({ number }) => articlePath(number));
  const links = (all[0]?.number === FIRST ? [...bad, ...good] : good).map(
    (path) => `<li><a href="${path}">${path}</a></li>`,
  );
  return page(
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${NAME}</title></head><body><ul>${links.join('')}</ul></body></html>`,
  );
}

function busy(status: number, headers: Readonly<Record<string, string>>): SiteAnswer {
  return { status, headers: { 'content-type': 'text/plain', ...headers }, body: new TextEncoder().encode('busy') };
}

/** With `padding` characters of a comment before the article. */
function articlePage({ title, lead, paragraphs: rest, publishedAt }: Shelved, padding: number): string {
  const published = `${publishedAt.replace(' ', 'T')}:00+07:00`;
  const filler = padding === 0 ? '' : `<!-- ${'đệm '.repeat(padding / 5)} -->`;
  return `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><meta property="article:published_time" content="${published}"></head><body>${filler}<article><h1>${escapeHtml(title)}</h1><div class="article-body">${paragraphs([lead, ...rest])}</div></article></body></html>`;
}

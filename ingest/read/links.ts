/**
 * Addresses on a page: what it calls itself, and the files attached to it.
 *
 * Only http and https come through, and a page may speak only for its own site: a canonical address elsewhere is how a copied
 * page would pass for the original.
 */
import type { CheerioAPI } from 'cheerio';
import type { Attachment } from './article.ts';
import { firstOf, listSafely } from './markup.ts';
import { type Elements, type PageElement, textOf } from './page-elements.ts';
import { tidyLine } from './wording.ts';

/**
 * The first of the page's own addresses that may stand for it: on the same site, no home page; null when there is none.
 * @example settleCanonical(['/bai-1.html'], 'https://a.example/bai-1.html?utm_source=x') // 'https://a.example/bai-1.html'
 */
export function settleCanonical(ownUrls: readonly string[], url: string): string | null {
  const base = parseWebUrl(url, null);
  if (base === null) return null;
  for (const own of ownUrls) {
    const candidate = parseWebUrl(own, base);
    if (candidate === null || !isSameSite(candidate.hostname, base.hostname)) continue;
    if (isHome(candidate) && !isHome(base)) continue;
    candidate.hash = '';
    return candidate.href;
  }
  return null;
}

/** Files that the elements link to or show in a frame, each once, in the page's order. */
export function readAttachments(page: CheerioAPI, within: readonly Elements[], url: string): readonly Attachment[] {
  const base = baseOf(page, url);
  const found = new Map<string, Attachment>();
  for (const scope of within) {
    for (const link of listSafely(page, LINKING, scope).slice(0, MAX_LINKS)) {
      const target = unwrapViewer(targetOf(link), base);
      if (target === null) continue;
      const type = endingOf(target);
      if (type === null && link.attribs['download'] === undefined) continue;
      target.hash = '';
      const title = titleOf(link, target);
      const known = found.get(target.href);
      const isBetter = known?.title === fileNameOf(target) && tidyLine(textOf(link)) !== '';
      if (known === undefined || isBetter) found.set(target.href, { url: target.href, title, type });
    }
  }
  return [...found.values()];
}

/**
 * Whether two hosts are one site: equal but for www, m, amp and beta, or one below the other. Sub-hosts of a province are
 * agencies of their own, so two of them are two sites.
 */
export function isSameSite(a: string, b: string): boolean {
  const [first, second] = [bareHost(a), bareHost(b)];
  if (first === second) return true;
  const [short, long] = first.length < second.length ? [first, second] : [second, first];
  return long.endsWith(`.${short}`) && !publicSuffixes.has(short) && short.includes('.');
}

const MAX_LINKS = 2000;
const LINKING = 'a[href], a[data-href], [data-href], iframe[src], iframe[data-src], embed[src], object[data]';
const fileTypes: ReadonlySet<string> = new Set(['pdf', 'doc', 'docx', 'xls', 'xlsx', 'rtf', 'zip']);
/** Endings below which anyone may register: no site by themselves. */
const publicSuffixes: ReadonlySet<string> = new Set(
  'gov.vn com.vn edu.vn org.vn net.vn info.vn name.vn ac.vn health.vn int.vn pro.vn biz.vn co.uk'.split(' '),
);

function bareHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^(?:www|m|amp|beta|mobile)\./, '');
}

function isHome(url: URL): boolean {
  return /^\/(?:index\.\w{2,5}|default\.aspx)?$/i.test(url.pathname) && url.search === '';
}

function parseWebUrl(address: string, base: URL | null): URL | null {
  try {
    const url = base === null ? new URL(address) : new URL(address.trim(), base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}

/** A <base> may move links within the site only; old pages point it at hosts long gone. */
function baseOf(page: CheerioAPI, url: string): URL | null {
  const own = parseWebUrl(url, null);
  const said = firstOf(page, 'base[href]')?.attribs['href'];
  const moved = said === undefined ? null : parseWebUrl(said, own);
  return moved !== null && own !== null && isSameSite(moved.hostname, own.hostname) ? moved : own;
}

function targetOf(link: PageElement): string | null {
  for (const name of ['data-href', 'href', 'data-src', 'src', 'data']) {
    const value = link.attribs[name]?.trim();
    if (value !== undefined && value !== '' && !value.startsWith('#')) return value;
  }
  return null;
}

/** Viewers carry the file's address as a parameter: `/pdfjs/viewer.html?file=/upload/a.pdf`. */
function unwrapViewer(target: string | null, base: URL | null): URL | null {
  const url = target === null ? null : parseWebUrl(target, base);
  if (url === null || endingOf(url) !== null) return url;
  for (const name of ['file', 'src', 'url']) {
    const inner = url.searchParams.get(name);
    const file = inner === null ? null : parseWebUrl(inner, url);
    if (file !== null && endingOf(file) !== null) return file;
  }
  return url;
}

function endingOf(url: URL): string | null {
  const ending = /\.([a-z0-9]{2,5})$/i.exec(url.pathname)?.[1]?.toLowerCase();
  return ending !== undefined && fileTypes.has(ending) ? ending : null;
}

function titleOf(link: PageElement, target: URL): string | null {
  for (const title of [textOf(link), link.attribs['title'], link.attribs['download'], fileNameOf(target)]) {
    const tidied = tidyLine(title ?? '').normalize('NFC');
    if (tidied !== '') return tidied.slice(0, 300);
  }
  return null;
}

function fileNameOf(url: URL): string {
  const name = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * A website in memory and nights of reading it: what each path answers, what was asked, and runs over both.
 *
 * It stands where the network would; all else of a run is the program itself. People, places and texts are invented.
 */
import { createHash } from 'node:crypto';
import type { Archive } from '../core/archive/archive.ts';
import { getArticleByUrl } from '../core/archive/articles.ts';
import type { ArticleRecord } from '../core/archive/records.ts';
import type { FetchOutcome, FetchPage, PageRequest } from '../ingest/fetch/outcome.ts';
import type { CrawlParts, RunOptions } from '../ingest/run/crawl-parts.ts';
import type { SourceReport } from '../ingest/run/report.ts';
import { runSource } from '../ingest/run/source-run.ts';
import { hostsOf } from '../ingest/sources/own-hosts.ts';
import { type Source, sourceSchema } from '../ingest/sources/source-file.ts';
import { anArchive } from './builders.ts';

export const siteHome = 'https://baosongmo.example';

/** What an address answers; a bare string is a page in HTML. */
export type Answer =
  | string
  | {
      readonly body: string | Uint8Array;
      readonly type?: string;
      /** Given to conditional requests; by default it comes with every request anew. */
      readonly etag?: string;
      /** The path that a redirect led to. */
      readonly landedOn?: string;
    }
  | { readonly missing: 404 | 410 }
  | { readonly refused: 'robots' | 'guard' }
  | { readonly failed: string; readonly isHostDown?: boolean };

/** By path; an address of another host is written whole. A list is answered in turn, its last for ever. */
export type Pages = Record<string, Answer | readonly Answer[] | ((signal: AbortSignal) => Promise<Answer>)>;

export interface Site {
  pages: Pages;
  /** What all other addresses answer. */
  otherwise: Answer;
  /** Every request, in its order. */
  readonly requests: PageRequest[];
  readonly fetchPage: FetchPage;
}

export function aSite(pages: Pages, clock: () => Date): Site {
  const counts = new Map<string, number>();
  const requests: PageRequest[] = [];
  const site: Site = { pages: { ...pages }, otherwise: { missing: 404 }, requests, fetchPage };
  return site;

  async function fetchPage(request: PageRequest, _rules: unknown, signal?: AbortSignal): Promise<FetchOutcome> {
    signal?.throwIfAborted();
    requests.push(request);
    const path = pathOf(request.url);
    const said = site.pages[path] ?? site.otherwise;
    if (typeof said === 'function') {
      const answer = await said(signal ?? new AbortController().signal);
      signal?.throwIfAborted();
      return outcomeOf(request, answer, clock());
    }
    if (typeof said === 'string' || !isTurns(said)) return outcomeOf(request, said, clock());
    const turn = counts.get(path) ?? 0;
    counts.set(path, turn + 1);
    return outcomeOf(request, said[Math.min(turn, said.length - 1)] ?? site.otherwise, clock());
  }
}

function isTurns(said: Answer | readonly Answer[]): said is readonly Answer[] {
  return Array.isArray(said);
}

function pathOf(url: string): string {
  return url.startsWith(siteHome) ? url.slice(siteHome.length) : url;
}

function outcomeOf({ url, etag }: PageRequest, answer: Answer, now: Date): FetchOutcome {
  const said = typeof answer === 'string' ? { body: answer } : answer;
  const answered = { url, hops: [], headers: {}, fetchedAt: now.toISOString() };
  if ('missing' in said) return { ...answered, kind: 'missing', status: said.missing };
  if ('refused' in said) return { kind: 'refused', url, by: said.refused, reason: `${said.refused} forbids it` };
  if ('failed' in said)
    return { kind: 'failed', url, status: null, reason: said.failed, isHostDown: said.isHostDown ?? false };
  if (said.etag !== undefined && said.etag === etag) return { ...answered, kind: 'unchanged', status: 304 };
  const landed = said.landedOn === undefined ? url : new URL(said.landedOn, url).href;
  return {
    ...answered,
    kind: 'body',
    status: 200,
    url: landed,
    bytes: typeof said.body === 'string' ? new TextEncoder().encode(said.body) : said.body,
    contentType: said.type ?? 'text/html; charset=utf-8',
    etag: said.etag ?? null,
    lastModified: null,
  };
}

/** A list page that names these paths in their order. */
export function aList(...paths: readonly string[]): string {
  const links = paths.map((path) => `<h3><a href="${path}">Tin ${path}</a></h3>`).join('');
  return `<html><head><title>Tin tức</title></head><body>${links}</body></html>`;
}

interface Report {
  /** The number of the document that it cites, which makes its text one of a kind. */
  readonly number: number;
  readonly more?: string;
  readonly head?: string;
  readonly visitors?: number;
  readonly files?: readonly string[];
}

/** A page that reports of a meeting. */
export function aReportPage({ number, more = '', head = '', visitors = 1, files = [] }: Report): string {
  const links = files.map((href) => `<p><a href="${href}">Tải về</a></p>`).join('');
  const word = createHash('sha256').update(String(number)).digest('hex').slice(0, 8);
  return `<!doctype html><html lang="vi"><head><title>${titleOf(number)} - Báo Sông Mơ</title>
<meta property="article:published_time" content="2022-04-06T07:30:00+07:00">${head}</head><body>
<nav><a href="/">Trang chủ</a> <a href="/tin-tuc">Tin tức</a></nav>
<article><h1>${titleOf(number)}</h1>
<p>Sáng 05/4/2022, Thành ủy Sông Mơ tổ chức hội nghị giao ban lần thứ ${number}. Đồng chí Lê Văn Thử, Bí thư Thành ủy, chủ trì hội nghị. Hồ sơ hội nghị mang ký hiệu ${word}.</p>
<p>Hội nghị nghe báo cáo kết quả thực hiện Nghị quyết số ${number}-NQ/TU ngày 12/01/2022 của Thành ủy Sông Mơ về chỉnh trang đô thị, trong đó nêu rõ những việc đã làm được và những việc còn phải làm trong quý hai.</p>
<p>Kết luận hội nghị, đồng chí Bí thư Thành ủy đề nghị các phường rà soát lại từng tuyến phố, báo cáo trước ngày 20 hằng tháng. ${more}</p>${links}</article>
<footer>Đang truy cập: ${visitors}</footer></body></html>`;
}

export function titleOf(number: number): string {
  return `Thành ủy Sông Mơ giao ban lần thứ ${number} về chỉnh trang đô thị`;
}

export function aCrawlSource(given: Partial<Source> = {}): Source {
  const home = given.home ?? `${siteHome}/`;
  const discover = {
    feeds: [],
    sitemaps: [],
    lists: [{ url: new URL('/tin-tuc', home).href, pages: 1, links: 'h3 a' }],
  };
  const article = { include: ['/bai/'], exclude: [], keep_params: [] };
  return sourceSchema.parse({ id: 'song-mo', name: 'Báo Sông Mơ', home, discover, article, ...given });
}

const standardOptions: RunOptions = { since: null, limit: null, full: false };
const DAY_MS = 86_400_000;

export interface Crawl {
  readonly archive: Archive;
  readonly site: Site;
  readonly source: Source;
  /** One run over the source. */
  readonly run: (given?: Partial<CrawlParts>) => Promise<SourceReport>;
  /** What a run works with. */
  readonly parts: (given?: Partial<CrawlParts>) => CrawlParts;
  /** Sets the clock forward. */
  readonly later: (days: number) => void;
  /** Paths asked for since the last look, without the one that cannot exist. */
  readonly asked: () => readonly string[];
}

/** An empty archive, a site, and a first evening in May 2022. */
export async function aCrawl(pages: Pages, given: Partial<Source> = {}): Promise<Crawl> {
  let now = Date.parse('2022-05-01T19:00:00.000Z');
  const clock = (): Date => new Date(now);
  const archive = await anArchive({ clock });
  const source = aCrawlSource(given);
  const site = aSite(pages, clock);
  const parts = (over: Partial<CrawlParts> = {}): CrawlParts => ({
    archive,
    placeOf: () => ({ province: 'Quảng Ninh', district: 'Sông Mơ' }),
    fetchPage: site.fetchPage,
    rulesOf: (of) => ({ hosts: hostsOf(of), delayMs: 0, ca: null }),
    options: standardOptions,
    keepSamples: false,
    onEvent: () => {},
    signal: new AbortController().signal,
    checkRoom: async () => {},
    ...over,
  });
  return {
    archive,
    site,
    source,
    parts,
    run: async (over) => (await runSource(source, parts(over))).report,
    later: (days) => {
      now += days * DAY_MS;
    },
    asked: () => {
      const paths = site.requests.map(({ url }) => pathOf(url));
      site.requests.length = 0;
      return paths.filter((path) => !path.includes('/khong-co-'));
    },
  };
}

/** A site with so many reports, all of them held since last night. */
export async function afterFirstNight(...paths: readonly string[]): Promise<Crawl> {
  const pages = paths.map((path, index) => [path, aReportPage({ number: index + 1 })]);
  const crawl = await aCrawl({ '/tin-tuc': aList(...paths), ...Object.fromEntries(pages) });
  await crawl.run();
  crawl.asked();
  crawl.later(1);
  return crawl;
}

/** What the archive holds of an address of the site. */
export async function held({ archive }: Crawl, path: string): Promise<ArticleRecord | null> {
  return getArticleByUrl(archive.db, siteHome + path);
}

export function options(given: Partial<RunOptions>): { readonly options: RunOptions } {
  return { options: { ...standardOptions, ...given } };
}

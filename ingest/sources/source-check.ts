/**
 * Tries a source: what a walk over its lists finds, and how a few of its articles are read. Keeps nothing.
 *
 * Says what is, page by page; whether that is what the site holds is for the operator to see. Lists are looked at two
 * pages deep, so that a page number in the wrong place shows itself.
 */
import { type FetchListing, type FoundBatch, walkSource } from '../discover/walk.ts';
import type { FetchOutcome } from '../fetch/outcome.ts';
import type { ReadArticle } from '../read/article.ts';
import type { ReadInput } from '../read/read-input.ts';
import type { Source } from './source-file.ts';

export interface CheckedPage {
  readonly page: string;
  readonly kind: FoundBatch['kind'];
  readonly outcome: string;
  readonly links: number;
  readonly foreign: number;
  readonly warnings: FoundBatch['warnings'];
}

export interface CheckedArticle {
  readonly url: string;
  /** How it was read, or that it could not be had; `ok` is all well. */
  readonly status: string;
  readonly title: string | null;
  readonly published: string | null;
  /** Characters of its text. */
  readonly length: number;
  readonly attachments: number;
  readonly warnings: ReadArticle['warnings'];
}

export interface SourceCheck {
  readonly source: string;
  readonly pages: readonly CheckedPage[];
  /** Articles that the pages named, each once. */
  readonly discovered: number;
  readonly articles: readonly CheckedArticle[];
  /** What to look at, in words; empty when nothing is amiss. */
  readonly faults: readonly string[];
  /** What might be of use, in words. */
  readonly notes: readonly string[];
}

/**
 * Tries a source with at most a dozen pages of lists and five articles. `namedSitemaps` tells what the robots.txt of an
 * origin names that was asked for on the way.
 */
export async function checkSource(
  source: Source,
  fetchListing: FetchListing,
  readArticle: (input: ReadInput) => Promise<ReadArticle>,
  namedSitemaps: (origin: string) => readonly string[] = () => [],
): Promise<SourceCheck> {
  const batches: FoundBatch[] = [];
  const options = { full: false, since: null, isKnown: async () => false, isDone: () => false, maxPages: MAX_PAGES };
  for await (const batch of walkSource(twoPagesDeep(source), fetchListing, options)) batches.push(batch);
  const articles: CheckedArticle[] = [];
  for (const url of chooseArticles(batches)) {
    const outcome = await fetchListing({ url, accept: 'page', etag: null, lastModified: null });
    articles.push(await checkArticle(url, outcome, source, readArticle));
  }
  const discovered = new Set(batches.flatMap(({ links }) => links.map(({ url }) => url))).size;
  const pages = batches.map(({ page, kind, outcome, links, foreign, warnings }) => {
    return { page, kind, outcome: tellOutcome(outcome), links: links.length, foreign, warnings };
  });
  const faults = findFaults(batches, articles);
  const notes = noteSitemaps(source, batches, namedSitemaps);
  return { source: source.id, pages, discovered, articles, faults, notes };
}

/** Only what the source file names is walked; a sitemap that the site offers by itself may be worth naming. */
function noteSitemaps(
  source: Source,
  batches: readonly FoundBatch[],
  namedSitemaps: (origin: string) => readonly string[],
): readonly string[] {
  if (source.discover.sitemaps.length > 0) return [];
  const origins = new Set([source.home, ...batches.map(({ page }) => page)].map((url) => new URL(url).origin));
  return [...origins].flatMap((origin) =>
    namedSitemaps(origin)
      .slice(0, MAX_NAMED)
      .map(
        (sitemap) =>
          `robots.txt of ${origin} names the sitemap ${sitemap.slice(0, 300)}, and the source file none; see discover.sitemaps`,
      ),
  );
}

const MAX_PAGES = 12;
const MAX_ARTICLES = 5;
const MAX_NAMED = 5;
const SHORT_TEXT = 200;

function twoPagesDeep(source: Source): Source {
  const lists = source.discover.lists.map((list) => ({ ...list, pages: Math.min(list.pages, 2) }));
  return { ...source, discover: { ...source.discover, lists } };
}

/** The first articles of each page in turn, so that every list is tried. */
function chooseArticles(batches: readonly FoundBatch[]): readonly string[] {
  const chosen = new Set<string>();
  const longest = Math.max(0, ...batches.map(({ links }) => links.length));
  for (let at = 0; at < longest; at += 1) {
    for (const { links } of batches) {
      const link = links[at];
      if (link !== undefined && chosen.size < MAX_ARTICLES) chosen.add(link.url);
    }
    if (chosen.size >= MAX_ARTICLES) break;
  }
  return [...chosen];
}

async function checkArticle(
  url: string,
  outcome: FetchOutcome,
  source: Source,
  readArticle: (input: ReadInput) => Promise<ReadArticle>,
): Promise<CheckedArticle> {
  if (outcome.kind !== 'body') {
    const nothing = { title: null, published: null, length: 0, attachments: 0, warnings: [] };
    return { url, status: tellOutcome(outcome), ...nothing };
  }
  const { bytes, contentType, fetchedAt } = outcome;
  const read = await readArticle({
    bytes,
    url: outcome.url,
    contentType,
    fileName: null,
    selectors: source.read,
    now: new Date(fetchedAt),
  });
  const { title, published, text, attachments, warnings, error } = read;
  const status = error === null ? read.status : `${read.status}: ${error}`;
  return { url, status, title, published, length: text.length, attachments: attachments.length, warnings };
}

function tellOutcome(outcome: FetchOutcome): string {
  switch (outcome.kind) {
    case 'body':
      return 'ok';
    case 'unchanged':
      return 'not modified';
    case 'missing':
      return `missing: answered ${outcome.status}`;
    case 'refused':
      return `refused by ${outcome.by}: ${outcome.reason}`;
    case 'failed':
      return `failed: ${outcome.reason}`;
  }
}

function findFaults(batches: readonly FoundBatch[], articles: readonly CheckedArticle[]): readonly string[] {
  const faults: string[] = [];
  for (const { page, outcome, links, foreign, isIndex } of batches) {
    if (outcome.kind !== 'body') faults.push(`${page}: ${tellOutcome(outcome)}`);
    else if (links.length === 0 && !isIndex)
      faults.push(
        foreign > 0
          ? `${page}: all ${foreign} links lead to other hosts; name those that are the source's under hosts`
          : `${page}: no link that article.include and article.exclude allow`,
      );
  }
  for (const { url, status, title, published, length } of articles) {
    if (status !== 'ok') faults.push(`${url}: ${status}`);
    else if (title === null) faults.push(`${url}: no title was found; see read.title`);
    else if (length < SHORT_TEXT) faults.push(`${url}: its text has only ${length} characters; see read.body`);
    else if (published === null) faults.push(`${url}: no date was found; see read.published`);
  }
  return faults;
}

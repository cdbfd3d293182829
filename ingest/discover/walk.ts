/**
 * Walks what a source file says to discover: feeds, then sitemaps, then lists page by page, newest first.
 *
 * Yields one batch for each page asked, so that the caller can keep it before the next is asked; it asks for nothing that
 * was not pulled. Where a list ends is told by the list itself: a page that brings nothing new to it, one that repeats,
 * one that is missing, or, unless all of it is wanted, one whose every article was had before.
 */
import type { BodyOutcome, FetchOutcome, PageRequest } from '../fetch/outcome.ts';
import { isOwnAddress } from '../sources/own-hosts.ts';
import type { Source } from '../sources/source-file.ts';
import { isArticleAddress } from '../sources/source-rules.ts';
import { canonicalAddress } from './address.ts';
import { readFeed } from './feed.ts';
import type { FoundLink, FoundPage } from './found.ts';
import { startOf } from './found-date.ts';
import { readListPage } from './list-page.ts';
import { readSitemap } from './sitemap.ts';
import { orderSitemaps } from './sitemap-order.ts';

/** Fetches a feed, sitemap or list; whoever hands it in answers "not modified" with what was kept. */
export type FetchListing = (request: PageRequest) => Promise<FetchOutcome>;

export interface WalkOptions {
  /** To the end of every list, whatever is known. */
  readonly full: boolean;
  /** A day or instant: what is said to be older is left out; null takes all. */
  readonly since: string | null;
  /** Whether an article was had before this round: what the round itself found tells nothing of where the new ends. */
  readonly isKnown: (url: string) => Promise<boolean>;
  /** Pages that were walked and kept by a round that was interrupted: not asked again. */
  readonly isDone: (page: string) => boolean;
  /** The most pages to ask for. */
  readonly maxPages: number;
}

/** What one page brought. */
export interface FoundBatch {
  /** The address that was asked. */
  readonly page: string;
  readonly kind: 'feed' | 'sitemap' | 'list';
  /** True for what only names other sitemaps or feeds: a round that goes on has to read it again. */
  readonly isIndex: boolean;
  readonly outcome: FetchOutcome;
  /** Articles of the source in their one spelling, each once. */
  readonly links: readonly FoundLink[];
  /** How many links led to hosts that are not the source's. */
  readonly foreign: number;
  readonly warnings: FoundPage['warnings'];
}

/** Walks a source. Ends early where the caller stops pulling; what a server does is in the batches, never thrown. */
export async function* walkSource(
  source: Source,
  fetchListing: FetchListing,
  options: WalkOptions,
): AsyncGenerator<FoundBatch, void, undefined> {
  const walk: Walk = { source, fetchListing, options, asked: new Set(), known: new Map() };
  const { feeds, sitemaps, lists } = source.discover;
  yield* walkFeeds(feeds, walk);
  yield* walkSitemaps(sitemaps, walk);
  for (const list of lists) yield* walkList(list, walk);
}

interface Walk {
  readonly source: Source;
  readonly fetchListing: FetchListing;
  readonly options: WalkOptions;
  /** Pages that were asked, so that nothing is asked twice and rings of sitemaps end. */
  readonly asked: Set<string>;
  /** What isKnown answered. */
  readonly known: Map<string, boolean>;
}

type ListRule = Source['discover']['lists'][number];

/** With --full a list has no end of its own. */
const MAX_LIST_PAGES = 1000;
const MAX_FEEDS = 50;

async function* walkFeeds(feeds: readonly string[], walk: Walk): AsyncGenerator<FoundBatch, void, undefined> {
  const queue = [...feeds];
  for (let at = 0; at < queue.length && at < feeds.length + MAX_FEEDS; at += 1) {
    const page = queue[at] ?? '';
    if (walk.options.isDone(page)) continue;
    const outcome = await ask(page, 'feed', walk);
    if (outcome === null) continue;
    if (outcome.kind !== 'body') {
      yield batchOf(page, 'feed', outcome);
      continue;
    }
    const found = await readFeed(outcome.bytes, outcome.url, outcome.contentType, outcome.fetchedAt);
    const named = found.feeds.filter((feed) => isOwnAddress(walk.source, feed));
    queue.push(...named.filter((feed) => !queue.includes(feed)));
    yield { ...batchOf(page, 'feed', outcome), ...choose(found, outcome, walk), isIndex: named.length > 0 };
  }
}

/**
 * A sitemap, then the ones it names. Where an index says or shows in their names which are newest, a whole one that was
 * had before ends it; those that tell no date are all read.
 */
async function* walkSitemaps(
  sitemaps: readonly string[],
  walk: Walk,
  depth = 0,
): AsyncGenerator<FoundBatch, 'new' | 'known', undefined> {
  let last: 'new' | 'known' = 'new';
  for (const page of sitemaps) {
    if (walk.options.isDone(page)) continue;
    const outcome = await ask(page, 'sitemap', walk);
    if (outcome === null) continue;
    if (outcome.kind !== 'body') {
      yield batchOf(page, 'sitemap', outcome);
      continue;
    }
    const found = await readSitemap(outcome.bytes, outcome.url, outcome.fetchedAt);
    const chosen = choose(found, outcome, walk);
    const children = found.children.filter(({ url }) => isOwnAddress(walk.source, url));
    const foreign = chosen.foreign + found.children.length - children.length;
    yield { ...batchOf(page, 'sitemap', outcome), ...chosen, foreign, isIndex: children.length > 0 };
    last = (await isAllKnown(chosen.links, walk)) ? 'known' : 'new';
    if (depth >= MAX_DEPTH) continue;
    const { undated, dated } = orderSitemaps(children, walk.options.since);
    yield* walkSitemaps(undated, walk, depth + 1);
    for (const child of dated) {
      const told = yield* walkSitemaps([child], walk, depth + 1);
      if (told === 'known' && !walk.options.full) break;
    }
  }
  return last;
}

/** An index may name indexes; one more level than was ever met. */
const MAX_DEPTH = 3;

async function* walkList(list: ListRule, walk: Walk): AsyncGenerator<FoundBatch, void, undefined> {
  const { options } = walk;
  const isPaged = list.url.includes('{page}');
  const deepest = !isPaged ? 1 : options.full ? MAX_LIST_PAGES : list.pages;
  const seen = new Set<string>();
  const shown = new Set<string>();
  for (let number = 1; number <= deepest; number += 1) {
    const page = list.url.replaceAll('{page}', String(number));
    if (options.isDone(page)) continue;
    const outcome = await ask(page, 'page', walk);
    if (outcome === null) return;
    if (outcome.kind !== 'body') {
      // Past its end a list may well be missing; that is no fault of the source.
      const isEnd = outcome.kind === 'missing' && number > 1;
      if (!isEnd) yield batchOf(page, 'list', outcome);
      return;
    }
    const found = await readListPage(outcome.bytes, outcome.contentType, outcome.url, list.links ?? null);
    const chosen = choose(found, outcome, walk);
    const fresh = chosen.links.filter(({ url }) => !seen.has(url));
    for (const { url } of chosen.links) seen.add(url);
    const picture = pictureOf(chosen.links);
    const isPastEnd = number > 1 && (fresh.length === 0 || (picture !== null && shown.has(picture)));
    if (picture !== null) shown.add(picture);
    // An empty page behind the last is how lists end; on the first it means that something is wrong.
    yield { ...batchOf(page, 'list', outcome), ...chosen, ...(isPastEnd && { links: [], warnings: [] }) };
    if (isPastEnd || fresh.length === 0) return;
    if (!options.full && (await isAllKnown(fresh, walk))) return;
  }
}

/**
 * What a reader sees of a page's links: paths and words. A last page that is repeated for ever may write its own number or
 * something by chance into every link. Null where these do not tell its links apart, or are too few to tell pages apart.
 */
function pictureOf(links: readonly FoundLink[]): string | null {
  const seen = links.map(({ url, title }) => `${new URL(url).pathname} ${title ?? ''}`);
  return links.length >= LINKS_THAT_TELL && new Set(seen).size === links.length ? seen.join('\n') : null;
}

const LINKS_THAT_TELL = 3;

/** Asks for a page once; null when it was asked before, or when there have been enough. */
async function ask(page: string, accept: 'feed' | 'page' | 'sitemap', walk: Walk): Promise<FetchOutcome | null> {
  if (walk.asked.has(page) || walk.asked.size >= walk.options.maxPages) return null;
  walk.asked.add(page);
  const kind = accept === 'page' ? 'page' : 'feed';
  return walk.fetchListing({ url: page, accept: kind, etag: null, lastModified: null });
}

function batchOf(page: string, kind: FoundBatch['kind'], outcome: FetchOutcome): FoundBatch {
  return { page, kind, isIndex: false, outcome, links: [], foreign: 0, warnings: [] };
}

/** Of what a page names, the articles of the source that are new enough. */
function choose(
  found: FoundPage,
  outcome: BodyOutcome,
  { source, options }: Walk,
): Pick<FoundBatch, 'links' | 'foreign' | 'warnings'> {
  const links = new Map<string, FoundLink>();
  let foreign = 0;
  for (const link of found.links) {
    const url = canonicalAddress(link.url, outcome.url, source.article.keep_params);
    if (url === null || !isOwnAddress(source, url)) foreign += 1;
    else if (isArticleAddress(source, url, link.url) && !isTooOld(link, options.since) && !links.has(url))
      links.set(url, { ...link, url });
  }
  return { links: newestFirst([...links.values()]), foreign, warnings: found.warnings };
}

function isTooOld({ published, modified }: FoundLink, since: string | null): boolean {
  const dates = [published, modified].filter((date) => date !== null);
  if (since === null || dates.length === 0) return false;
  const from = startOf(since);
  return dates.every((date) => (date.includes('T') ? startOf(date) : startOf(date) + DAY_MS - 1) < from);
}

const DAY_MS = 86_400_000;

/** As they stand, unless every one has a date. */
function newestFirst(links: readonly FoundLink[]): readonly FoundLink[] {
  const dates = new Map(links.map((link) => [link, link.published ?? link.modified]));
  if (links.some((link) => dates.get(link) === null)) return links;
  return links.toSorted((a, b) => startOf(dates.get(b) ?? '') - startOf(dates.get(a) ?? ''));
}

/** Whether a page holds articles, and every one was had before. */
async function isAllKnown(links: readonly FoundLink[], { known, options }: Walk): Promise<boolean> {
  for (const { url } of links) {
    const answer = known.get(url) ?? (await options.isKnown(url));
    known.set(url, answer);
    if (!answer) return false;
  }
  return links.length > 0;
}

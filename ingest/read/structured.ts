/**
 * What a page says of itself to machines: JSON-LD, OpenGraph and other metas.
 *
 * Read by schema and taken field by field: a page with one bad block still gives the rest. Nothing here is trusted
 * over what the article shows in its own markup; html.ts decides the order.
 */
import type { CheerioAPI } from 'cheerio';
import { z } from 'zod';
import { closestTo, firstOf, listSafely } from './markup.ts';
import { textOf } from './page-elements.ts';
import { tidyLine } from './wording.ts';

export interface Structured {
  readonly headline: string | null;
  readonly ogTitle: string | null;
  readonly siteName: string | null;
  readonly description: string | null;
  readonly articleBody: string | null;
  readonly author: string | null;
  readonly section: string | null;
  readonly language: string | null;
  /** As printed, best first. */
  readonly published: readonly string[];
  readonly updated: readonly string[];
  /** Dates under names that some sites use for the publication and others for anything. */
  readonly dated: readonly string[];
  /** Addresses that the page calls its own, best first, as printed. */
  readonly ownUrls: readonly string[];
}

/** Gathers the page's statements about itself; null and empty where it makes none. */
export function readStructured(page: CheerioAPI): Structured {
  const metas = readMetas(page);
  const meta = (...names: readonly string[]): string | null => {
    for (const name of names) {
      const content = metas.get(name.toLowerCase());
      if (content !== undefined) return content;
    }
    return null;
  };
  const article = readJsonLd(page);
  const language = firstOf(page, 'html[lang]')?.attribs['lang'] ?? meta('content-language', 'og:locale');
  const modified = [meta('article:modified_time'), article.dateModified].filter(isGiven).map(dayAndTime);
  const stamps = [meta('article:published_time'), article.datePublished].filter(isGiven);
  // A stamp of publication that is that of the change was overwritten by it; another one may not be.
  const isOverwritten = (stamp: string): boolean => modified.includes(dayAndTime(stamp));
  const published = [
    ...stamps.filter((stamp) => !isOverwritten(stamp)),
    ...stamps.filter(isOverwritten),
    meta('datePublished', 'pubdate', 'publish-date', 'dc.date.issued', 'dc.date'),
  ].filter(isGiven);
  return {
    headline: article.headline,
    ogTitle: meta('og:title', 'twitter:title'),
    siteName: meta('og:site_name', 'application-name'),
    description: meta('og:description', 'description'),
    articleBody: article.articleBody,
    author: article.author ?? meta('author', 'article:author', 'dc.creator'),
    section: meta('article:section') ?? article.articleSection,
    language: primaryLanguage(language ?? article.inLanguage),
    published,
    dated: [
      ...[...metas].filter(([name]) => PUBLISHED.test(name)).map(([, content]) => content),
      meta('date'),
      article.pageDate,
    ].filter((date, at, all): date is string => isGiven(date) && !published.includes(date) && all.indexOf(date) === at),
    updated: [
      meta('article:modified_time'),
      article.dateModified,
      meta('dateModified', 'og:updated_time', 'lastmod', 'last-modified'),
    ].filter(isGiven),
    ownUrls: [firstOf(page, 'link[rel="canonical" i]')?.attribs['href'] ?? null, meta('og:url')].filter(isGiven),
  };
}

/** Names that programs give to the meta of the date, with any prefix: citation_publication_date, dcterms:created … */
const PUBLISHED =
  /(?:publi(?:sh(?:ed)?|cation)|pub|article|citation|creat(?:ed|ion)|upload|release|issue)[-_.:]?(?:date|time)$|date[-_.:]?(?:publi(?:shed|cation)|created|issued)$|^dc(?:terms)?[.:](?:created|issued|date)$/i;

/** The first content of each name that a <meta> bears; names in lower case. */
function readMetas(page: CheerioAPI): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const meta of listSafely(page, 'meta').slice(0, 500)) {
    const { attribs } = meta;
    if (attribs['itemprop'] !== undefined && closestTo(meta, OTHER_THINGS) !== null) continue;
    const content = tidyLine(attribs['content'] ?? attribs['value'] ?? '').normalize('NFC');
    if (content === '') continue;
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = attribs[key]?.toLowerCase();
      if (name !== undefined && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

/** What an article may hold and what has dates of its own. */
const OTHER_THINGS =
  '[itemtype$="/Review"], [itemtype$="/Comment"], [itemtype$="/UserComments"], [itemtype$="/VideoObject"], [itemtype$="/ImageObject"]';
const MAX_JSON = 1_000_000;
const MAX_NODES = 200;

const text = z.string().trim().min(1).nullable().catch(null).default(null);
const named = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const author = z
  .union([named.transform((name) => [name]), z.array(named).max(10)])
  .transform((names) => names.join(', '))
  .nullable()
  .catch(null)
  .default(null);
const articleNode = z.object({
  '@type': z.union([z.string().transform((type) => [type]), z.array(z.string())]),
  headline: text,
  datePublished: text,
  dateModified: text,
  articleBody: text,
  inLanguage: text,
  articleSection: z
    .union([z.string(), z.array(z.string()).transform(([first]) => first ?? null)])
    .nullable()
    .catch(null)
    .default(null),
  author,
});
/** What the first article says, and the date of what else calls itself a page. */
type ArticleNode = z.infer<typeof articleNode> & { readonly pageDate: string | null };

const graphNode = z.object({ '@graph': z.array(z.unknown()) });
const none = articleNode.parse({ '@type': [] });

/** The first article among the page's JSON-LD blocks, their lists and graphs; a block that is no JSON is passed over. */
function readJsonLd(page: CheerioAPI): ArticleNode {
  let pageDate: string | null = null;
  for (const script of listSafely(page, 'script[type="application/ld+json" i]').slice(0, 20)) {
    const source = textOf(script);
    if (source.length > MAX_JSON) continue;
    const parsed = parseJson(source);
    if (parsed === null) pageDate ??= findPrintedDate(source);
    for (const node of listNodes(parsed)) {
      const read = articleNode.safeParse(node);
      if (!read.success) continue;
      const isOfType = (names: RegExp): boolean => read.data['@type'].some((type) => names.test(type));
      if (isOfType(/Article$|(?:Blog|Forum|SocialMedia)Posting$/)) return { ...read.data, pageDate: null };
      if (isOfType(/(?:Page|Posting|Report|Recipe|VideoObject|CreativeWork)$/)) pageDate ??= read.data.datePublished;
    }
  }
  return { ...none, pageDate };
}

/** The date of an article in a block that is no JSON: a comment or a comma too many breaks all of it. */
function findPrintedDate(source: string): string | null {
  const isArticle = /"@type"\s{0,9}:\s{0,9}"\w{0,20}(?:Article|BlogPosting)"/.test(source);
  const printed = /"datePublished"\s{0,9}:\s{0,9}"([^"]{8,40})"/.exec(source)?.[1];
  return isArticle ? (printed ?? null) : null;
}

/** Line breaks inside strings are the commonest fault. */
function parseJson(source: string): unknown {
  try {
    const bare = source.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, '');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them in a string
    return JSON.parse(bare.replace(/[\u0000-\u001F]+/g, ' '));
  } catch {
    return null;
  }
}

/** Objects of a value, of its list and of their `@graph`, level by level. */
function listNodes(value: unknown): readonly unknown[] {
  const nodes: unknown[] = [];
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < 4 && nodes.length < MAX_NODES; depth += 1) {
    nodes.push(...level.filter((node) => !Array.isArray(node)).slice(0, MAX_NODES));
    level = level.flatMap((node) => {
      if (Array.isArray(node)) return node.slice(0, MAX_NODES);
      const graph = graphNode.safeParse(node);
      return graph.success ? graph.data['@graph'].slice(0, MAX_NODES) : [];
    });
  }
  return nodes;
}

/** vi-VN and vi_VN are vi. */
function primaryLanguage(tag: string | null): string | null {
  const primary = /^([a-z]{2,3})(?:[-_]|$)/i.exec((tag ?? '').trim())?.[1];
  return primary === undefined ? null : primary.toLowerCase();
}

/** Up to the minute: programs print the seconds of one stamp and not of the other. */
function dayAndTime(stamp: string): string {
  return stamp.slice(0, 16);
}

function isGiven(value: string | null): value is string {
  return value !== null && value !== '';
}

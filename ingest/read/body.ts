/**
 * Which element of a page holds the article: named by the source file, known of the engine, said by the page, or found by weight.
 *
 * A guessed body is said to be one, so that a source whose layout changed shows in the run's report.
 */
import { Readability } from '@mozilla/readability';
import type { CheerioAPI } from 'cheerio';
import { parseHTML } from 'linkedom';
import { anyEngine, type Engine } from './engines.ts';
import { openPage, type PageElement, type Selection, selectSafely, selectShown } from './markup.ts';
import { tidyLine } from './wording.ts';

export interface FoundBody {
  /** The page that `root` belongs to: the one asked, or a copy that Readability made. */
  readonly page: CheerioAPI;
  readonly root: Selection;
  /** The element in the page asked; for a copy the one that holds the same text, null where none is found. */
  readonly element: PageElement | null;
  readonly how: 'source' | 'engine' | 'markup' | 'readability' | 'densest';
}

/** Finds the body; null where the page has no run of prose at all. `html` is what `page` was made of. */
export function findBody(page: CheerioAPI, html: string, selector: string, engine: Engine | null): FoundBody | null {
  const here = (root: Selection | null, how: FoundBody['how']): FoundBody | null =>
    root === null ? null : { page, root, element: root.get(0) ?? null, how };
  const marked =
    here(longest(page, selector === '' ? [] : [selector], 1), 'source') ??
    here(longest(page, engine?.body ?? [], MIN_MARKED), 'engine') ??
    here(longest(page, anyEngine.body, MIN_GUESS), 'markup') ??
    here(onlyArticle(page), 'markup');
  if (marked !== null) return marked;
  const dense = densest(page);
  return here(cellOf(dense), 'densest') ?? findByReadability(page, html) ?? here(dense, 'densest');
}

/** linkedom and Readability take about a second for a megabyte. */
const MAX_READABLE = 1_500_000;
const MAX_ELEMENTS = 30_000;
/** A body shorter than this is rather a menu or a notice. */
const MIN_GUESS = 100;
/** An <article> or a body of a known engine may hold a notice of one sentence. */
const MIN_MARKED = 40;
/** An <article> with more of its text in links also frames the news around it. */
const MAX_LINKED = 0.15;

/** The longest element of the first selector that finds one with `least` characters. */
function longest(page: CheerioAPI, selectors: readonly string[], least: number): Selection | null {
  for (const selector of selectors) {
    let best: Selection | null = null;
    let length = least - 1;
    for (const element of selectSafely(page, selector).toArray().slice(0, 50)) {
      const found = page(element);
      const size = tidyLine(found.text()).length;
      if (size > length) [best, length] = [found, size];
    }
    if (best !== null) return best;
  }
  return null;
}

/** An <article> that is the only one of its level: lists of related news are articles too. */
function onlyArticle(page: CheerioAPI): Selection | null {
  const articles = selectSafely(page, 'article').filter(
    (_, element) => page(element).parents('article, aside, nav').length === 0,
  );
  const size = tidyLine(articles.text()).length;
  const linked = tidyLine(selectSafely(page, 'a', articles).text()).length;
  return articles.length === 1 && size >= MIN_MARKED && linked <= size * MAX_LINKED ? articles : null;
}

/** A cell of a layout of tables: Readability would take its neighbours too. */
function cellOf(dense: Selection | null): Selection | null {
  if (dense === null || dense.closest('td').length === 0) return null;
  const [element] = dense.toArray();
  const cell = dense
    .parents()
    .filter((_, above) => above.name === 'td')
    .first();
  return element !== undefined && inlineTags.has(element.name) ? cell : dense;
}

/** A page without a text is none whose footer is the text. */
function hereUnlessFurniture(found: FoundBody): FoundBody | null {
  return found.element !== null && isInFurniture(found.element) ? null : found;
}

function isInFurniture(element: PageElement): boolean {
  for (let at: PageElement['parent'] = element; at !== null && 'attribs' in at; at = at.parent) {
    if (at.name === 'body' || at.name === 'html') return false;
    const { attribs, name } = at;
    if (furnitureTags.has(name) || FURNITURE.test(`${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`)) return true;
  }
  return false;
}

function findByReadability(page: CheerioAPI, html: string): FoundBody | null {
  const content = html.length > MAX_READABLE ? null : readWithReadability(html);
  const opened = content === null ? null : openPage(content);
  if (opened?.kind !== 'page') return null;
  const root = selectSafely(opened.page, '#readability-page-1');
  return tidyLine(root.text()).length < MIN_GUESS
    ? null
    : hereUnlessFurniture({ page: opened.page, root, element: locate(page, root), how: 'readability' });
}

/** Readability throws away forms, and ASP.NET puts whole pages in one. It also throws on pages it finds too large. */
function readWithReadability(html: string): string | null {
  try {
    const { document } = parseHTML(html.replace(/<(\/?)form\b/gi, '<$1div'));
    return new Readability(document, { maxElemsToParse: MAX_ELEMENTS }).parse()?.content ?? null;
  } catch {
    return null;
  }
}

/** The smallest element of the page that holds the first and the last long text of a copy. */
function locate(page: CheerioAPI, copy: Selection): PageElement | null {
  const wanted = textNodes(copy.get(0) ?? null).filter(({ text }) => text.length >= 40);
  const [first, last] = [wanted[0], wanted.at(-1)];
  const here = first === undefined ? [] : textNodes(selectShown(page).get(0) ?? null);
  const from = here.find(({ text }) => text === first?.text)?.holder;
  const to = here.findLast(({ text }) => text === last?.text)?.holder;
  if (from === undefined || to === undefined) return null;
  const above = new Set<PageElement>([from, ...page(from).parents().toArray()]);
  return [to, ...page(to).parents().toArray()].find((element) => above.has(element)) ?? null;
}

function textNodes(root: PageElement | null): readonly { readonly text: string; readonly holder: PageElement }[] {
  const found: { text: string; holder: PageElement }[] = [];
  const open: PageElement[] = root === null ? [] : [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    for (const node of element.childNodes.toReversed()) if ('attribs' in node) open.push(node);
    for (const node of element.childNodes) {
      const text = 'data' in node && node.nodeType === 3 ? tidyLine(node.data) : '';
      if (text !== '') found.push({ text, holder: element });
    }
  }
  return found;
}

/** The element whose own paragraphs weigh most; text in links weighs nothing, and no text stands in a footer or a menu. */
function densest(page: CheerioAPI): Selection | null {
  const weights = new Map<PageElement, number>();
  for (const element of selectSafely(page, 'p, div, td, li, span, section, article, pre, blockquote').toArray()) {
    const own = ownTextLength(element);
    if (own < 60 || isInFurniture(element)) continue;
    const [first, second] = page(element).parents().toArray();
    const holder = element.name === 'p' || element.name === 'span' ? first : element;
    const outer = holder === element ? first : second;
    if (holder !== undefined) weights.set(holder, (weights.get(holder) ?? 0) + own);
    if (outer !== undefined) weights.set(outer, (weights.get(outer) ?? 0) + own / 2);
  }
  let best: PageElement | null = null;
  let most = MIN_GUESS - 1;
  for (const [element, weight] of weights) if (weight > most) [best, most] = [element, weight];
  return best === null ? null : page(best);
}

const furnitureTags: ReadonlySet<string> = new Set(['footer', 'nav', 'aside']);
const FURNITURE = /(?:^|\s)(?:site-|page-|main-)?(?:footer|sidebar|side-bar|comments?|menu|navbar)(?![a-z])/i;

const inlineTags: ReadonlySet<string> = new Set(['b', 'strong', 'i', 'em', 'u', 'font', 'sup', 'sub']);

function ownTextLength(element: PageElement): number {
  if (!('children' in element)) return 0;
  let length = 0;
  for (const child of element.children) {
    if ('data' in child && child.nodeType === 3) length += child.data.trim().length;
    else if ('attribs' in child && inlineTags.has(child.name)) length += ownTextLength(child);
  }
  return length;
}

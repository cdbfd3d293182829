/**
 * Which element of a page holds the article: named by the source file, known of the engine, said by the page, or found by weight.
 *
 * A guessed body is said to be one, so that a source whose layout changed shows in the run's report.
 */
import { Readability } from '@mozilla/readability';
import type { CheerioAPI } from 'cheerio';
import { parseHTML } from 'linkedom';
import { anyEngine, type Engine } from './engines.ts';
import { closestTo, isBelow, listBelow, listSafely, listShown, openPage, selectSafely } from './markup.ts';
import { type PageElement, parentOf, parentsOf, type Selection, textOf, textOfAll } from './page-elements.ts';
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
  const here = (root: readonly PageElement[] | null, how: FoundBody['how']): FoundBody | null =>
    root === null ? null : { page, root: page([...root]), element: root[0] ?? null, how };
  const marked =
    here(longest(page, selector === '' ? [] : [selector], 1), 'source') ??
    here(longest(page, engine?.body ?? [], MIN_MARKED), 'engine') ??
    here(longest(page, anyEngine.body, MIN_LONG), 'markup') ??
    here(longest(page, anyEngine.body, MIN_GUESS), 'markup') ??
    here(onlyArticle(page), 'markup');
  const size = marked === null ? 0 : tidyLine(marked.root.text()).length;
  if (marked !== null && (marked.how !== 'markup' || size >= MIN_LONG)) return marked;
  const prose = listProse(page);
  const element = densest(prose);
  if (marked !== null && !isMuchLonger(element, size)) return marked;
  const dense = element === null ? null : [element];
  const cell = element === null ? null : cellOf(element);
  if (cell !== null) return here([cell], 'densest');
  // Without prose Readability tries in vain four times over, which takes longer than all else.
  if (element === null && !holdsText(page)) return null;
  const isWhole = element !== null && isWholeText(page, element, prose);
  return isWhole ? here(dense, 'densest') : (findByReadability(page, html) ?? here(dense, 'densest'));
}

/** Cards of other news bear the names of bodies: short ones beside a run of prose that bears none are no text. */
function isMuchLonger(element: PageElement | null, size: number): boolean {
  const length = element === null ? 0 : tidyLine(textOf(element)).length;
  return length >= MIN_LONG * 2 && length >= size * MUCH_PROSE;
}

const MUCH_PROSE = 5;

/** linkedom and Readability take about a second for a megabyte. */
const MAX_READABLE = 1_500_000;
const MAX_ELEMENTS = 30_000;
/** A body shorter than this is rather a menu or a notice. */
const MIN_GUESS = 100;
/** Cards of other news bear the names of bodies too: one of this length comes before a shorter one of a surer name. */
const MIN_LONG = 600;
/** An <article> or a body of a known engine may hold a notice of one sentence. */
const MIN_MARKED = 40;
/** An <article> with more of its text in links also frames the news around it. */
const MAX_LINKED = 0.15;

/** Beside the longest part of a text, a part with less than this share of its length is rather another box. */
const MIN_PART = 0.3;

/**
 * The longest element of the first selector that finds one with `least` characters, with those beside it that a template set
 * the same way: advertisements cut some texts in parts.
 */
function longest(page: CheerioAPI, selectors: readonly string[], least: number): readonly PageElement[] | null {
  for (const selector of selectors) {
    let best: PageElement | null = null;
    let length = least - 1;
    for (const element of listSafely(page, selector).slice(0, 50)) {
      const size = tidyLine(textOf(element)).length;
      if (size > length) [best, length] = [element, size];
    }
    // Some templates say of each paragraph that it is the body.
    const whole = best?.name === 'p' ? (parentOf(best) ?? best) : best;
    if (whole !== null) return selector.startsWith('#') ? [whole] : withOtherParts(page, whole, length);
  }
  return null;
}

function withOtherParts(page: CheerioAPI, element: PageElement, length: number): readonly PageElement[] {
  const name = element.attribs['class'] ?? '';
  if (name === '') return [element];
  const isBeside = (other: PageElement): boolean =>
    other.name === element.name &&
    !isBelow(other, element) &&
    !isBelow(element, other) &&
    isOfOneArticle(other, element);
  const sameClass = listSafely(page, `[class=${JSON.stringify(name)}]`).slice(0, MAX_PARAGRAPHS);
  const alike = sameClass.filter((other) => other === element || isBeside(other));
  if (!alike.includes(element)) return [element];
  const isPart = (other: PageElement): boolean => tidyLine(textOf(other)).length >= length * MIN_PART;
  const parts = alike.filter(isPart);
  const areParts = parts.length <= MAX_PARTS;
  if (areParts && alike.length < MANY_PARTS) return parts;
  if (isOneRun(page, alike)) return alike;
  return areParts ? parts : [element];
}

const MAX_PARTS = 8;
/** From so many parts on, each is rather a paragraph, the short ones too. */
const MANY_PARTS = 10;
/** Each is held against the chosen one and against what lies above it: enough for the longest report, and bounded. */
const MAX_PARAGRAPHS = 500;

const LINKED_HEADING = ['h1', 'h2', 'h3', 'h4', 'h5'].flatMap((tag) => [`${tag} a`, `a ${tag}`]).join(', ');

/** Paragraphs one by one: no part is a card with the linked heading of other news, and links are few. */
function isOneRun(page: CheerioAPI, parts: readonly PageElement[]): boolean {
  if (listSafely(page, LINKED_HEADING, parts).length > 0) return false;
  const linked = tidyLine(textOfAll(listSafely(page, 'a', parts))).length;
  return linked <= tidyLine(textOfAll(parts)).length * MAX_LINKED;
}

/** Below a text some pages load whole other articles: each has its own heading or <article>. */
function isOfOneArticle(part: PageElement, other: PageElement): boolean {
  if (closestTo(part, 'article') !== closestTo(other, 'article')) return false;
  const holder = parentsOf(part).find((above) => isBelow(other, above));
  return holder === undefined || listBelow(holder, 'h1').length <= 1;
}

/** An <article> that is the only one of its level: lists of related news are articles too. */
function onlyArticle(page: CheerioAPI): readonly PageElement[] | null {
  const articles = listSafely(page, 'article').filter((element) => {
    const parent = parentOf(element);
    return parent === null || closestTo(parent, 'article, aside, nav') === null;
  });
  if (articles.length !== 1) return null;
  const size = tidyLine(textOfAll(articles)).length;
  const linked = tidyLine(textOfAll(listSafely(page, 'a', articles))).length;
  return size >= MIN_MARKED && linked <= size * MAX_LINKED ? articles : null;
}

/** A cell of a layout of tables: Readability would take its neighbours too. */
function cellOf(dense: PageElement): PageElement | null {
  const cell = closestTo(dense, 'td');
  return cell === null || inlineTags.has(dense.name) ? cell : dense;
}

/** A page without a text is none whose footer is the text. */
function hereUnlessFurniture(found: FoundBody): FoundBody | null {
  return found.element !== null && isInFurniture(found.element) ? null : found;
}

function isInFurniture(element: PageElement): boolean {
  for (let at: PageElement['parent'] = element; at !== null && 'attribs' in at; at = at.parent) {
    if (at.name === 'body' || at.name === 'html') return false;
    if (isFurnitureBox(at)) return true;
  }
  return false;
}

function isFurnitureBox({ attribs, name }: PageElement): boolean {
  return furnitureTags.has(name) || FURNITURE.test(`${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`);
}

/** Whether as many characters as a body has stand outside of links, headings and furniture. */
function holdsText(page: CheerioAPI): boolean {
  let length = 0;
  const walk = (holder: PageElement): void => {
    for (let node = holder.firstChild; node !== null && length < MIN_GUESS; node = node.nextSibling) {
      if ('data' in node && node.nodeType === 3) length += node.data.trim().length;
      else if ('attribs' in node && !textlessTags.has(node.name) && !isFurnitureBox(node)) walk(node);
    }
  };
  for (const shown of listShown(page)) walk(shown);
  return length >= MIN_GUESS;
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
  const here = first === undefined ? [] : textNodes(listShown(page)[0] ?? null);
  const from = here.find(({ text }) => text === first?.text)?.holder;
  const to = here.findLast(({ text }) => text === last?.text)?.holder;
  if (from === undefined || to === undefined) return null;
  const above = new Set<PageElement>([from, ...parentsOf(from)]);
  return [to, ...parentsOf(to)].find((element) => above.has(element)) ?? null;
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

interface Prose {
  readonly element: PageElement;
  /** Characters of its own, without those of its blocks. */
  readonly length: number;
}

/** The elements that hold prose themselves. No text stands in a footer or a menu. */
function listProse(
  page: CheerioAPI,
  tags = 'p, div, td, li, span, section, article, pre, blockquote',
): readonly Prose[] {
  return listSafely(page, tags)
    .map((element) => ({ element, length: ownTextLength(element) }))
    .filter(({ element, length }) => length >= MIN_PROSE && !isInFurniture(element));
}

/** The element whose own paragraphs weigh most; text in links weighs nothing. */
function densest(prose: readonly Prose[]): PageElement | null {
  const weights = new Map<PageElement, number>();
  const weigh = (element: PageElement | null, weight: number): void => {
    if (element !== null) weights.set(element, (weights.get(element) ?? 0) + weight);
  };
  for (const { element, length } of prose) {
    const holder = element.name === 'p' || element.name === 'span' ? parentOf(element) : element;
    weigh(holder, length);
    weigh(holder === null ? null : parentOf(holder), length / 2);
  }
  let best: PageElement | null = null;
  let most = MIN_GUESS - 1;
  for (const [element, weight] of weights) if (weight > most) [best, most] = [element, weight];
  return best;
}

/**
 * Whether an element holds all prose of the page and hardly anything else, no heading of the page either. Then Readability
 * finds the same text, in as much time as all other parts of the reading take.
 */
function isWholeText(page: CheerioAPI, element: PageElement, prose: readonly Prose[]): boolean {
  const isInside = (holder: PageElement): boolean => holder === element || isBelow(holder, element);
  if (!prose.every((part) => isInside(part.element)) || listBelow(element, 'h1').length > 0) return false;
  const length = prose.reduce((sum, part) => sum + part.length, 0);
  if (length < MIN_WHOLE || length < tidyLine(textOf(element)).length * MIN_PURE) return false;
  return listProse(page, LEAD_LIKE).every((part) => isInside(part.element));
}

/** A shorter line is rather an entry, a caption or a label. */
const MIN_PROSE = 60;
const MIN_WHOLE = 400;
/** What may hold a lead apart from the text. */
const LEAD_LIKE = 'h2, h3, h4, h5, h6, main, header, dd, figcaption, form, body';
/** Tuned on pages of many sites: from here on the two agree to the letter. */
const MIN_PURE = 0.9;

const furnitureTags: ReadonlySet<string> = new Set(['footer', 'nav', 'aside']);
const FURNITURE =
  /(?:^|\s)(?:site-|page-|main-)?(?:footer|sidebar|side-bar|comments?|menu|navbar)(?![a-z]|-(?:enabled|disabled|open|closed|on|off)\b)/i;

const textlessTags: ReadonlySet<string> = new Set(
  'a button h1 h2 h3 h4 h5 h6 head label option script select style template textarea title'.split(' '),
);
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

/**
 * HTML → a page that can be asked with selectors.
 *
 * Pages are hostile: 200,000 nested tags keep the parser busy for many seconds and overflow whatever walks the tree after it, so
 * tags are counted before anything is parsed. htmlparser2 reads the rest: it is linear, and a second <html> or a <div> in a <p>
 * loses no words with it, as they do with a parser that follows the standard. Deadlines are for whoever runs the reading.
 */
import { type CheerioAPI, load } from 'cheerio';
import {
  type Elements,
  type PageElement,
  type PageNode,
  parentOf,
  type Selection,
  selectAll,
} from './page-elements.ts';
import { compileSelector, isMatch, selectFrom } from './selectors.ts';

export type Opened =
  | { readonly kind: 'page'; readonly page: CheerioAPI }
  | { readonly kind: 'refused'; readonly reason: string };

/** Parses a page, or says why not: nested too deep, or too many tags. */
export function openPage(html: string): Opened {
  const { tags, depth } = countTags(html);
  if (depth > MAX_DEPTH) return { kind: 'refused', reason: `The page nests its tags deeper than ${MAX_DEPTH} levels.` };
  if (tags > MAX_TAGS) return { kind: 'refused', reason: `The page has more than ${MAX_TAGS} tags.` };
  // The tag may be left out; with it, everything shown stands below one element.
  const whole = /<body[\s>]/i.test(html) ? html : `<body>${html}</body>`;
  return { kind: 'page', page: load(whole, { xml: { xmlMode: false, decodeEntities: true } }) };
}

/**
 * What a selector finds in the page, or of that what stands below `within` (its ancestors may be outside). Nothing where the
 * selector is none, as in a source file with a slip. A page is listed when it is first asked: elements made later are not found.
 */
export function listSafely(page: CheerioAPI, selector: string, within?: Elements): readonly PageElement[] {
  const compiled = compileSelector(selector);
  const found = compiled === null ? askCheerio(page, selector) : selectFrom(page, compiled);
  const top = within?.[0];
  if (found.length === 0 || within === undefined) return found;
  if (within.length === 1 && top !== undefined) return found.filter((element) => isBelow(element, top));
  const tops = Array.from(within);
  return found.filter((element) => tops.some((above) => isBelow(element, above)));
}

/** The same for cheerio, which takes a while: nearly all pages are asked in vain, two hundred times each. */
export function selectSafely(page: CheerioAPI, selector: string, within?: Elements): Selection {
  return page([...listSafely(page, selector, within)]);
}

/** The first element that a selector finds. */
export function firstOf(page: CheerioAPI, selector: string): PageElement | null {
  return listSafely(page, selector)[0] ?? null;
}

/** Whether the page holds anything that a selector finds. */
export function holdsAny(page: CheerioAPI, selector: string): boolean {
  const compiled = compileSelector(selector);
  return (compiled === null ? askCheerio(page, selector) : selectFrom(page, compiled)).length > 0;
}

function askCheerio(page: CheerioAPI, selector: string): readonly PageElement[] {
  try {
    return selector === '' ? [] : selectAll(page, selector).toArray();
  } catch {
    return [];
  }
}

/** The element itself or the nearest above it that one of our own selectors finds; null where there is none. */
export function closestTo(element: PageElement, selector: string): PageElement | null {
  const compiled = compileSelector(selector);
  if (compiled === null)
    throw new Error(`Looking above an element: expected a selector of tags, classes and attributes, got ${selector}`);
  let at: PageElement | null = element;
  while (at !== null && !isMatch(at, compiled)) at = parentOf(at);
  return at;
}

/** The elements below one, in order, that have one of the names. */
export function listBelow(element: PageElement, ...names: readonly string[]): readonly PageElement[] {
  const found: PageElement[] = [];
  const walk = (holder: PageElement): void => {
    for (let node = holder.firstChild; node !== null; node = node.nextSibling) {
      if (!('attribs' in node)) continue;
      if (names.includes(node.name)) found.push(node);
      walk(node);
    }
  };
  walk(element);
  return found;
}

/** Everything that a page shows. */
export function listShown(page: CheerioAPI): readonly PageElement[] {
  return listSafely(page, 'body');
}

/** Whether an element stands in a list, a link or a box: dates, leads and names there are those of other news. */
export function isOfOtherNews(element: PageElement): boolean {
  return closestTo(element, OTHER_NEWS) !== null;
}

const OTHER_NEWS = 'li, a, aside, article article, [class*="relate"], [class*="lien-quan"], [class*="other"]';

/** Whether an element stands inside another one. */
export function isBelow(element: PageElement, top: PageElement): boolean {
  for (let above = element.parent; above !== null; above = above.parent) if (above === top) return true;
  return false;
}

/** Whether an element begins before another one in the page and does not hold it. */
export function isBefore(element: PageElement, other: PageElement): boolean {
  const [path, otherPath] = [pathTo(element), pathTo(other)];
  const fork = path.findIndex((node, at) => node !== otherPath[at]);
  const [mine, its] = [path[fork], otherPath[fork]];
  if (mine === undefined || its === undefined) return false;
  for (let next = mine.nextSibling; next !== null; next = next.nextSibling) if (next === its) return true;
  return false;
}

/** Browsers stop at 512 levels; old portals with unclosed <font> tags come near that. */
const MAX_DEPTH = 800;
/** The largest report page met has 20,000 tags. Half a million parse in about two seconds. */
const MAX_TAGS = 500_000;

const voidTags: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Open tags that a new tag closes when they stand right above it; a subset of what htmlparser2 does, never more. */
const impliedEnds: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['p', new Set(['p'])],
  ['li', new Set(['li'])],
  ['td', new Set(['td', 'th'])],
  ['th', new Set(['th'])],
  ['tr', new Set(['tr', 'td', 'th'])],
  ['dt', new Set(['dt', 'dd'])],
  ['dd', new Set(['dt', 'dd'])],
  ['option', new Set(['option'])],
]);
/** Tags whose content is no markup. */
const rawTags: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);

/** The element and all above it, from the root on. */
function pathTo(element: PageElement): readonly PageNode[] {
  const path: PageNode[] = [element];
  for (let above = element.parent; above !== null && 'attribs' in above; above = above.parent) path.push(above);
  return path.reverse();
}

/** Follows open tags with a stack, without building anything; stops as soon as a limit is passed. */
function countTags(html: string): { readonly tags: number; readonly depth: number } {
  if (!holdsManyTags(html)) return { tags: 0, depth: 0 };
  const lower = html.toLowerCase();
  const open: OpenTags = { stack: [], counts: new Map() };
  let tags = 0;
  let depth = 0;
  let at = lower.indexOf('<');
  while (at !== -1 && tags <= MAX_TAGS && depth <= MAX_DEPTH) {
    const [, slash, name = ''] = matchAt(TAG, lower, at) ?? [];
    at += 1;
    if (lower.startsWith('!--', at)) {
      at = indexOrEnd(lower, '-->', at + 1);
    } else if (name !== '') {
      tags += 1;
      if (slash === '/') closeTag(open, name);
      else if (rawTags.has(name)) at = indexOrEnd(lower, `</${name}`, at);
      else if (!voidTags.has(name)) depth = Math.max(depth, openTag(open, name));
    }
    at = lower.indexOf('<', at);
  }
  return { tags, depth };
}

/** Fewer tags than the depth allowed pass either limit, whatever they are. */
function holdsManyTags(html: string): boolean {
  let found = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    const next = html.charCodeAt(at + 1) | 0x20;
    if (next >= 0x61 && next <= 0x7a && ++found >= MAX_DEPTH) return true;
  }
  return false;
}

const TAG = /<(\/?)([a-z][^\s/>]{0,40})/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function indexOrEnd(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at === -1 ? text.length : at;
}

/** The stack of open tags; counts by name keep an end tag without a beginning from searching all of it. */
interface OpenTags {
  readonly stack: string[];
  readonly counts: Map<string, number>;
}

/** Opens a tag and gives the depth after it. */
function openTag(tags: OpenTags, name: string): number {
  const ends = impliedEnds.get(name);
  while (ends?.has(tags.stack.at(-1) ?? '') === true) popTag(tags);
  tags.counts.set(name, (tags.counts.get(name) ?? 0) + 1);
  return tags.stack.push(name);
}

function closeTag(tags: OpenTags, name: string): void {
  if ((tags.counts.get(name) ?? 0) === 0) return;
  while (popTag(tags) !== name);
}

function popTag(tags: OpenTags): string | undefined {
  const last = tags.stack.pop();
  if (last !== undefined) tags.counts.set(last, (tags.counts.get(last) ?? 1) - 1);
  return last;
}

/**
 * CSS selectors → elements of a page, fast: each selector is compiled once per process, each page is listed once.
 *
 * Reading a page asks it some two hundred selectors, most in vain, and cheerio parses and compiles each of them every time. Here
 * only what nearly all of ours are made of is read: tags, classes, ids, attributes, first and last children, descendants.
 * Anything else is null, and markup.ts asks cheerio.
 */
import type { CheerioAPI } from 'cheerio';
import type { PageElement, PageNode } from './page-elements.ts';

/** The parts of a selector between commas. */
export type CompiledSelector = readonly Path[];

/** The selector compiled, null where it holds more than this file reads. */
export function compileSelector(css: string): CompiledSelector | null {
  const known = compiled.get(css);
  if (known !== undefined) return known;
  const parsed = parseSelector(css);
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  compiled.set(css, parsed);
  return parsed;
}

/** Whether an element is one that the selector finds. */
export function isMatch(element: PageElement, selector: CompiledSelector): boolean {
  return selector.some((path) => matchesPath(element, path));
}

/** The elements that a page had when it was first asked, in its order; those removed since are still among them. */
export function selectFrom(page: CheerioAPI, selector: CompiledSelector): readonly PageElement[] {
  const list = listOf(page);
  const found: number[] = [];
  for (const path of selector) {
    for (const at of candidatesOf(list, path)) {
      const element = list.elements[at];
      if (element !== undefined && matchesPath(element, path)) found.push(at);
    }
  }
  if (found.length > 1) found.sort((a, b) => a - b);
  return found.flatMap((at, index) => (at === found[index - 1] ? [] : (list.elements[at] ?? [])));
}

interface Attribute {
  readonly name: string;
  /** Whether its values are compared in lower case. */
  readonly isFolded: boolean;
  /** Null where the attribute need only be there; asked of the value, in lower case where it is folded. */
  readonly accepts: ((value: string) => boolean) | null;
}

interface Compound {
  readonly tag: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly Attribute[];
  readonly places: readonly Place[];
}

interface Path {
  readonly last: Compound;
  /** What stands above, innermost first; a child where `isParent`. */
  readonly above: readonly { readonly compound: Compound; readonly isParent: boolean }[];
}

type Place = 'first-child' | 'last-child' | 'first-of-type' | 'last-of-type';

const MAX_COMPILED = 2000;
const compiled = new Map<string, CompiledSelector | null>();

const PIECE =
  /(?<comma>\s*,\s*)|(?<child>\s*>\s*)|(?<space>\s+)|(?<tag>[a-z][a-z\d-]*|\*)|\.(?<token>[\p{L}_-][\p{L}\d_-]*)|#(?<id>[\p{L}_-][\p{L}\d_-]*)|\[(?<name>[a-z][a-z-]*)(?:(?<sign>[*^$~]?=)(?:"(?<value>[^"\\]+)"|(?<bare>[a-z\d_-]+))(?:\s(?<fold>i))?)?\]|:(?<place>(?:first|last)-(?:child|of-type))(?![\w(-])/uy;

/** Attributes whose values HTML compares without regard to case; of others not named here cheerio is asked. */
const foldedNames: ReadonlySet<string> = new Set(['rel', 'type', 'lang']);
/** Attributes whose values are listed by page, as far as selectors ask for them. */
const listedNames: ReadonlySet<string> = new Set(
  'class id itemprop itemtype property name role rel type style data-role hidden aria-hidden'.split(' '),
);

interface Draft {
  tag: string | null;
  readonly classes: string[];
  readonly attributes: Attribute[];
  readonly places: Place[];
}

function parseSelector(css: string): CompiledSelector | null {
  const text = css.trim();
  const paths: Path[] = [];
  let above: { compound: Compound; isParent: boolean }[] = [];
  let draft: Draft | null = null;
  let at = 0;
  while (at < text.length) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(text);
    if (piece === null) return null;
    at = PIECE.lastIndex;
    const { comma, child, space } = piece.groups ?? {};
    if (comma !== undefined || child !== undefined || space !== undefined) {
      if (draft === null) return null;
      if (comma === undefined) above = [{ compound: draft, isParent: child !== undefined }, ...above];
      else {
        paths.push({ last: draft, above });
        above = [];
      }
      draft = null;
    } else {
      draft ??= { tag: null, classes: [], attributes: [], places: [] };
      if (!addPiece(draft, piece.groups ?? {})) return null;
    }
  }
  return draft === null ? null : [...paths, { last: draft, above }];
}

function addPiece(draft: Draft, piece: Readonly<Record<string, string | undefined>>): boolean {
  const { tag, token, id, name, sign, place, fold } = piece;
  if (tag !== undefined) {
    const isFirst = draft.tag === null && draft.classes.length + draft.attributes.length + draft.places.length === 0;
    draft.tag = tag;
    return isFirst;
  }
  if (token !== undefined) draft.classes.push(token);
  else if (id !== undefined) draft.attributes.push({ name: 'id', isFolded: false, accepts: (value) => value === id });
  else if (isPlace(place)) draft.places.push(place);
  else if (name !== undefined && sign === undefined) draft.attributes.push({ name, isFolded: false, accepts: null });
  else if (name !== undefined && sign !== undefined) {
    const isKnown = listedNames.has(name) || foldedNames.has(name) || name.startsWith('data-');
    const isFolded = fold === 'i' || foldedNames.has(name);
    const accepts = acceptor(sign, piece['value'] ?? piece['bare'] ?? '', isFolded);
    draft.attributes.push({ name, isFolded, accepts });
    return isKnown || name === 'content' || name === 'href';
  }
  return true;
}

function isPlace(place: string | undefined): place is Place {
  return place !== undefined;
}

function acceptor(sign: string, raw: string, isFolded: boolean): (value: string) => boolean {
  const wanted = isFolded ? raw.toLowerCase() : raw;
  if (sign === '*=') return (value) => value.includes(wanted);
  if (sign === '^=') return (value) => value.startsWith(wanted);
  if (sign === '$=') return (value) => value.endsWith(wanted);
  return sign === '~=' ? (value) => hasToken(value, wanted) : (value) => value === wanted;
}

function matchesPath(element: PageElement, { last, above }: Path): boolean {
  return matchesCompound(element, last) && matchesAbove(element, above, 0);
}

function matchesAbove(element: PageElement, above: Path['above'], from: number): boolean {
  const step = above[from];
  if (step === undefined) return true;
  for (let at = element.parent; at !== null && 'attribs' in at; at = at.parent) {
    if (matchesCompound(at, step.compound) && matchesAbove(at, above, from + 1)) return true;
    if (step.isParent) return false;
  }
  return false;
}

function matchesCompound(element: PageElement, { tag, classes, attributes, places }: Compound): boolean {
  if (tag !== null && tag !== '*' && element.name !== tag) return false;
  for (const { name, isFolded, accepts } of attributes) {
    const value = element.attribs[name];
    if (value === undefined || accepts?.(isFolded ? value.toLowerCase() : value) === false) return false;
  }
  for (const token of classes) if (!hasToken(element.attribs['class'] ?? '', token)) return false;
  return places.every((place) => standsAt(element, place));
}

/** Whether a list of names parted by blanks has one of them. */
function hasToken(list: string, token: string): boolean {
  return list.length === token.length ? list === token : list.includes(token) && list.split(/\s+/).includes(token);
}

function standsAt(element: PageElement, place: Place): boolean {
  const isBack = place.startsWith('first');
  const isOfType = place.endsWith('of-type');
  for (let at = isBack ? element.prev : element.next; at !== null; at = isBack ? at.prev : at.next) {
    if ('attribs' in at && (!isOfType || at.name === element.name)) return false;
  }
  return true;
}

/** The elements of a page by number, and the numbers by what selectors ask for. */
interface PageList {
  readonly elements: readonly PageElement[];
  readonly byTag: ReadonlyMap<string, readonly number[]>;
  readonly byClass: ReadonlyMap<string, readonly number[]>;
  /** By name, a row for each value; values that are not listed stand as one. */
  readonly byAttribute: ReadonlyMap<string, readonly ValueRow[]>;
}

interface ValueRow {
  readonly value: string;
  readonly folded: string;
  readonly at: readonly number[];
}

const lists = new WeakMap<CheerioAPI, PageList>();

function listOf(page: CheerioAPI): PageList {
  const known = lists.get(page);
  if (known !== undefined) return known;
  const list = listElements(page);
  lists.set(page, list);
  return list;
}

function listElements(page: CheerioAPI): PageList {
  const elements: PageElement[] = [];
  const byTag = new Map<string, number[]>();
  const byAttribute = new Map<string, Map<string, number[]>>();
  const open: PageNode[] = page.root().contents().toArray().reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('attribs' in node)) continue;
    const at = elements.push(node) - 1;
    addTo(byTag, node.name, at);
    for (const name of Object.keys(node.attribs)) {
      const values = byAttribute.get(name) ?? new Map<string, number[]>();
      byAttribute.set(name, values);
      addTo(values, listedNames.has(name) ? (node.attribs[name] ?? '') : '', at);
    }
    for (let child = node.lastChild; child !== null; child = child.prev) if ('attribs' in child) open.push(child);
  }
  const byClass = new Map<string, number[]>();
  for (const [value, numbers] of byAttribute.get('class') ?? []) {
    for (const token of new Set(value.split(/\s+/))) for (const at of numbers) addTo(byClass, token, at);
  }
  const rows = (values: ReadonlyMap<string, readonly number[]>): readonly ValueRow[] =>
    Array.from(values, ([value, at]) => ({ value, folded: value.toLowerCase(), at }));
  return {
    elements,
    byTag,
    byClass,
    byAttribute: new Map(Array.from(byAttribute, ([name, values]) => [name, rows(values)])),
  };
}

function addTo(map: Map<string, number[]>, key: string, at: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [at]);
  else known.push(at);
}

/** Few of the page's elements, all that the last part of a path can mean among them. */
function candidatesOf(list: PageList, { last }: Path): readonly number[] {
  const [token] = last.classes;
  if (token !== undefined) return list.byClass.get(token) ?? [];
  const attribute = last.attributes.find(({ accepts }) => accepts !== null) ?? last.attributes[0];
  if (attribute !== undefined) {
    const { name, isFolded, accepts } = attribute;
    const isAsked = accepts !== null && listedNames.has(name);
    const found: number[] = [];
    for (const { value, folded, at } of list.byAttribute.get(name) ?? []) {
      if (!isAsked || accepts(isFolded ? folded : value)) for (const number of at) found.push(number);
    }
    return found;
  }
  if (last.tag !== null && last.tag !== '*') return list.byTag.get(last.tag) ?? [];
  return [...list.elements.keys()];
}

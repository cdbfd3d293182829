/** What a page is made of once it is parsed: the names that the readers of pages share. */
import type { CheerioAPI } from 'cheerio';

export type Selection = ReturnType<typeof selectAll>;
export type PageElement = Selection[number];
export type PageNode = PageElement['childNodes'][number];
/** Elements in a row: a list, or what cheerio selected. */
export type Elements = ArrayLike<PageElement>;

/** The text of an element and of all below it, as it stands in the page; scripts and styles are text too. */
export function textOf(element: PageNode): string {
  if ('data' in element) return element.nodeType === TEXT ? element.data : '';
  let text = '';
  for (let node = element.firstChild; node !== null; node = node.nextSibling) text += textOf(node);
  return text;
}

/** The texts of several elements, one behind the other. */
export function textOfAll(elements: Elements): string {
  let text = '';
  for (let at = 0; at < elements.length; at += 1) text += textOfSome(elements[at]);
  return text;
}

/** The element that an element stands in; null at the top. */
export function parentOf(element: PageElement): PageElement | null {
  return element.parent !== null && 'attribs' in element.parent ? element.parent : null;
}

/** All elements that an element stands in, innermost first. */
export function parentsOf(element: PageElement): PageElement[] {
  const parents: PageElement[] = [];
  for (let above = parentOf(element); above !== null; above = parentOf(above)) parents.push(above);
  return parents;
}

const TEXT = 3;

function textOfSome(element: PageElement | undefined): string {
  return element === undefined ? '' : textOf(element);
}

/** All elements that a selector of cheerio's finds; throws where it is none. */
export function selectAll(page: CheerioAPI, selector: string) {
  return page.root().find(selector);
}

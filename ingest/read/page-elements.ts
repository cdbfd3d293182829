/** What a page is made of once it is parsed: the names that the readers of pages share. */
import type { CheerioAPI } from 'cheerio';

export type Selection = ReturnType<typeof selectAll>;
export type PageElement = Selection[number];
export type PageNode = PageElement['childNodes'][number];

/** The text of an element and of all below it, as it stands in the page; scripts and styles are text too. */
export function textOf(element: PageNode): string {
  if ('data' in element) return element.nodeType === TEXT ? element.data : '';
  let text = '';
  for (let node = element.firstChild; node !== null; node = node.nextSibling) text += textOf(node);
  return text;
}

const TEXT = 3;

/** All elements that a selector of cheerio's finds; throws where it is none. */
export function selectAll(page: CheerioAPI, selector: string) {
  return page.root().find(selector);
}

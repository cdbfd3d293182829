/** What a page is made of once it is parsed: the names that the readers of pages share. */
import type { CheerioAPI } from 'cheerio';

export type Selection = ReturnType<typeof selectAll>;
export type PageElement = Selection[number];
export type PageNode = PageElement['childNodes'][number];

/** All elements that a selector of cheerio's finds; throws where it is none. */
export function selectAll(page: CheerioAPI, selector: string) {
  return page.root().find(selector);
}

/**
 * The links of a page in its order, made absolute, each once: what list pages and pages that name feeds share.
 *
 * Links that only a script or a form could follow are left alone: they have no address. A <base> moves links within the
 * host only, since old pages point it at hosts long gone.
 */
import { openPage, selectSafely } from '../read/markup.ts';
import type { PageElement } from '../read/page-elements.ts';
import { tidyLine } from '../read/wording.ts';
import { parseAddress } from './address.ts';

export interface PageLink {
  readonly url: string;
  readonly title: string | null;
  /** Stands in the head of the page, as <link>. */
  readonly isHead: boolean;
}

export interface PageLinks {
  readonly links: readonly PageLink[];
  /** How many only a script or a form could follow. */
  readonly unfollowable: number;
}

/** The links that a selector finds, or that stand below what it finds; null when the page cannot be parsed. */
export function readPageLinks(html: string, url: string, selector: string): PageLinks | null {
  const opened = openPage(html);
  if (opened.kind === 'refused') return null;
  const { page } = opened;
  const base = baseOf(selectSafely(page, 'base[href]').first().attr('href'), url);
  const links = new Map<string, PageLink>();
  let unfollowable = 0;
  for (const found of selectSafely(page, selector).toArray()) {
    for (const element of linksOf(found)) {
      if (links.size >= MAX_LINKS) break;
      const href = element.attribs['href']?.trim() ?? '';
      if (href === '' || href.startsWith('#')) continue;
      const address = parseAddress(href, base);
      if (address === null) {
        unfollowable += 1;
        continue;
      }
      address.hash = '';
      const title = tidyLine((page(element).text() || element.attribs['title'] || '').normalize('NFC')).slice(0, 500);
      const known = links.get(address.href);
      if (known === undefined)
        links.set(address.href, { url: address.href, title: title || null, isHead: element.name === 'link' });
      else if (title.length > (known.title ?? '').length) links.set(address.href, { ...known, title });
    }
  }
  return { links: [...links.values()], unfollowable };
}

const MAX_LINKS = 5000;

/** The element itself where it is a link, else those below it, in the page's order. */
function linksOf(found: PageElement): readonly PageElement[] {
  if ('href' in found.attribs) return [found];
  const links: PageElement[] = [];
  const open = [...found.childNodes].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('attribs' in node)) continue;
    if (node.name === 'a' && 'href' in node.attribs) links.push(node);
    open.push(...[...node.childNodes].reverse());
  }
  return links;
}

function baseOf(said: string | undefined, url: string): string {
  const moved = said === undefined ? null : parseAddress(said, url);
  const own = parseAddress(url, null);
  return moved !== null && moved.host === own?.host ? moved.href : url;
}

/**
 * A page typed for a legacy font or encoded twice → the same page in Unicode, before anything is read from it.
 *
 * Entities are resolved by then (`&THORN;`, `&#222;`), and each text counts as a line of its own, so that a footer in Unicode
 * stays as it is. Recognising and converting are core/citations' part.
 */
import type { CheerioAPI } from 'cheerio';
import type { LegacyEncoding } from '../../core/citations/legacy-letters.ts';
import { readLegacyText } from '../../core/citations/legacy-text.ts';
import type { PageNode } from './page-elements.ts';

/** Converts the page it is given; the encoding found, or null where the page is ordinary and left untouched. */
export function convertLegacyPage(page: CheerioAPI): LegacyEncoding | null {
  const places = findPlaces(page);
  const legacy = readLegacyText(places.map(({ text }) => text).join('\n'));
  if (legacy === null) return null;
  const lines = legacy.text.split('\n');
  let at = 0;
  for (const { text, node } of places) {
    const size = text.split('\n').length;
    writeText(node, lines.slice(at, at + size).join('\n'));
    at += size;
  }
  return legacy.encoding;
}

interface Place {
  readonly text: string;
  readonly node: PageNode;
}

function writeText(node: PageNode, text: string): void {
  if ('attribs' in node) node.attribs['content'] = text;
  else if ('data' in node) node.data = isDrawnInCapitals(node) ? text.toUpperCase() : text;
}

const unread: ReadonlySet<string> = new Set(['script', 'style', 'template']);

/** Fonts such as .VnTimeH have capitals only; the letters below them are typed small. */
function isDrawnInCapitals(node: PageNode): boolean {
  for (let above = node.parent; above !== null && 'attribs' in above; above = above.parent) {
    const font = above.attribs['face'] ?? /font-family\s?:([^;]{1,60})/i.exec(above.attribs['style'] ?? '')?.[1];
    if (font !== undefined) return /^[\s"']{0,3}\.[Vv]n\w{1,20}H(?!\w)/.test(font);
  }
  return false;
}

/** Texts in the order of the page, and what it says of itself in <meta>. */
function findPlaces(page: CheerioAPI): readonly Place[] {
  const places: Place[] = [];
  const open: PageNode[] = page.root().contents().toArray().reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('data' in node && node.nodeType === 3) {
      places.push({ text: node.data, node });
    } else if ('attribs' in node && !unread.has(node.name)) {
      const content = node.name === 'meta' ? node.attribs['content'] : undefined;
      if (content !== undefined) places.push({ text: content, node });
    }
    if ('childNodes' in node && !('name' in node && unread.has(node.name))) {
      for (let child = node.lastChild; child !== null; child = child.previousSibling) open.push(child);
    }
  }
  return places;
}

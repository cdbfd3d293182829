/**
 * A list page of a site → its links in the page's order, which is newest first.
 *
 * Which of them are articles is the source file's to say (`links`, `article`). Lists that turn their pages by sending a form
 * back have no address to go on to; their links that do have one are taken.
 */
import { decodeBytes } from '../read/charset.ts';
import type { FoundPage } from './found.ts';
import { readPageLinks } from './page-links.ts';

/**
 * Reads the links that a selector finds, or that stand below what it finds; all links without one.
 * @example (await readListPage(bytes, 'text/html', 'https://hakhe.example/tin?page=1', 'h3 a')).links.length // 10
 */
export async function readListPage(
  bytes: Uint8Array,
  contentType: string | null,
  url: string,
  linksSelector: string | null,
): Promise<FoundPage> {
  const decoded = await decodeBytes(bytes, contentType);
  if (decoded.kind === 'not-text') return nothing('list-unreadable', decoded.reason);
  const read = readPageLinks(decoded.text, url, linksSelector ?? 'a[href], area[href]');
  if (read === null) return nothing('list-unreadable', 'The page cannot be parsed: too many tags, or too deep.');
  const links = read.links
    .filter(({ url: href }) => href !== url)
    .map(({ url: href, title }) => ({ url: href, published: null, modified: null, title }));
  const warnings = links.length === 0 ? [noLinks(linksSelector, read.unfollowable)] : [];
  return { links, sitemaps: [], warnings };
}

function noLinks(selector: string | null, unfollowable: number): FoundPage['warnings'][number] {
  if (unfollowable > 0)
    return { code: 'list-by-script', detail: `Its ${unfollowable} links can only be followed by a script or a form.` };
  const where = selector === null ? 'on the page' : `for "${selector}"`;
  return { code: 'list-without-links', detail: `No links were found ${where}; the layout may have changed.` };
}

function nothing(code: string, detail: string): FoundPage {
  return { links: [], sitemaps: [], warnings: [{ code, detail }] };
}

/**
 * Sitemaps → addresses: urlset, index of sitemaps, plain lists of addresses, also packed with gzip, also a feed in their place.
 *
 * Sizes are limited after unpacking. What a sitemap says of dates is checked like any other: some print month 13.
 */
import { decodeBytes } from '../read/charset.ts';
import { tidyLine } from '../read/wording.ts';
import { parseAddress } from './address.ts';
import { readFeedText, xmlEncoding } from './feed.ts';
import type { FoundLink, FoundPage } from './found.ts';
import { readFoundDate } from './found-date.ts';
import { unpackList } from './unpacked-list.ts';
import { readXmlRecords, textOf } from './xml-records.ts';

export interface FoundSitemap extends FoundPage {
  /** What stands in `sitemaps`, with the day each last changed as far as it is said. */
  readonly children: readonly { readonly url: string; readonly modified: string | null }[];
}

/**
 * Reads a sitemap. `now` is when it was fetched; null doubts no date as future.
 * @example (await readSitemap(bytes, 'https://baovandon.example/sitemap.xml', null)).sitemaps
 */
export async function readSitemap(bytes: Uint8Array, url: string, now: string | null): Promise<FoundSitemap> {
  const unpacked = unpackList(bytes, MAX_BYTES);
  if (unpacked === null)
    return nothing('sitemap-unreadable', `It cannot be unpacked, or holds more than ${MAX_BYTES} bytes.`);
  const decoded = await decodeBytes(unpacked, xmlEncoding(unpacked));
  if (decoded.kind === 'not-text') return nothing('sitemap-unreadable', decoded.reason);
  const { text } = decoded;
  if (text.trim() === '') return nothing('sitemap-empty', 'The answer is empty.');
  if (!/^[\uFEFF\s]{0,1000}</u.test(text)) return readAddresses(text, url);
  const { root, records, cut } = readXmlRecords(text, { names: ENTRIES, nested: NESTED, most: MAX_ENTRIES });
  if (root === 'rss' || root === 'feed' || root === 'rdf:rdf') return { ...readFeedText(text, url, now), children: [] };
  if (root !== 'urlset' && root !== 'sitemapindex')
    return nothing('sitemap-unreadable', `Expected urlset or sitemapindex, got ${root ?? 'no element'}.`);
  const links = new Map<string, FoundLink>();
  const children = new Map<string, { url: string; modified: string | null }>();
  const faults = new Map<string, string[]>();
  const readDate = (printed: string): string | null => {
    const { value, fault } = readFoundDate(printed, now);
    if (fault !== null && fault !== 'minutes-doubtful')
      faults.set(fault, [...(faults.get(fault) ?? []).slice(0, 2), printed]);
    return value;
  };
  for (const record of records) {
    const address = parseAddress(textOf(record, 'loc'), url)?.href;
    if (address === undefined || textOf(record, 'loc') === '') continue;
    const modified = readDate(textOf(record, 'lastmod'));
    if (record.name === 'sitemap') {
      if (children.size < MAX_CHILDREN) children.set(address, { url: address, modified });
    } else if (!links.has(address)) {
      const published = readDate(textOf(record, 'news:publication_date', 'publication_date'));
      const title = tidyLine(textOf(record, 'news:title').normalize('NFC')).slice(0, 500);
      links.set(address, { url: address, published, modified, title: title === '' ? null : title });
    }
  }
  const warnings = [...faults].map(([code, printed]) => ({
    code,
    detail: `Such as ${printed.map((one) => `"${one.slice(0, 40)}"`).join(', ')}.`,
  }));
  if (cut !== null)
    warnings.push({ code: 'sitemap-cut', detail: `Only the first ${records.length} entries were read (${cut}).` });
  if (links.size + children.size === 0) warnings.push({ code: 'sitemap-empty', detail: 'It names no address.' });
  return { links: [...links.values()], sitemaps: [...children.keys()], children: [...children.values()], warnings };
}

const MAX_BYTES = 50 * 1024 * 1024;
const MAX_ENTRIES = 50_000;
const MAX_CHILDREN = 5_000;
const ENTRIES: ReadonlySet<string> = new Set(['url', 'sitemap']);
const NESTED: ReadonlySet<string> = new Set(['news:publication_date', 'news:title']);

/** A sitemap may be a plain text with one address a line. */
function readAddresses(text: string, url: string): FoundSitemap {
  const addresses = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    const written = line.replace('\uFEFF', '').trim();
    const address = /^https?:\/\//i.test(written) ? parseAddress(written, url) : null;
    if (address !== null) addresses.add(address.href);
    if (addresses.size >= MAX_ENTRIES) break;
  }
  if (addresses.size === 0) return nothing('sitemap-unreadable', 'It is no XML, and no line is an address.');
  const links = [...addresses].map((address) => ({ url: address, published: null, modified: null, title: null }));
  return { links, sitemaps: [], children: [], warnings: [] };
}

function nothing(code: string, detail: string): FoundSitemap {
  return { links: [], sitemaps: [], children: [], warnings: [{ code, detail }] };
}

/**
 * RSS 0.9x, 1.0, 2.0 and Atom → the links of a feed.
 *
 * Feeds of portals are often not what their address says: pages of HTML, lists of feeds, nothing at all. What stands there is
 * told by the outermost element, never by the header; a page is asked which feeds it names.
 */
import { load } from 'cheerio';
import { decodeBytes } from '../read/charset.ts';
import { tidyLine } from '../read/wording.ts';
import { parseAddress } from './address.ts';
import type { FoundLink, FoundPage } from './found.ts';
import { type FoundTime, readFoundDate } from './found-date.ts';
import { readPageLinks } from './page-links.ts';
import { unpackList } from './unpacked-list.ts';
import { readXmlRecords, textOf, type XmlRecord } from './xml-records.ts';

export interface FoundFeed extends FoundPage {
  /** Feeds that a page named which stood where the feed should be. */
  readonly feeds: readonly string[];
}

/**
 * Reads a feed. `now` is when it was fetched; null doubts no date as future.
 * @example (await readFeed(bytes, 'https://hakhe.example/rss', 'text/xml', null)).links[0]?.title // 'Hội nghị giao ban'
 */
export async function readFeed(
  bytes: Uint8Array,
  url: string,
  contentType: string | null,
  now: string | null,
): Promise<FoundFeed> {
  const unpacked = unpackList(bytes, MAX_BYTES);
  if (unpacked === null)
    return nothing('feed-unreadable', `It cannot be unpacked, or holds more than ${MAX_BYTES} bytes.`);
  const decoded = await decodeBytes(unpacked, xmlEncoding(unpacked) ?? contentType);
  if (decoded.kind === 'not-text') return nothing('feed-unreadable', decoded.reason);
  if (decoded.text.trim() === '') return nothing('feed-empty', 'The answer is empty.');
  return readFeedText(decoded.text, url, now);
}

/** Reads a feed that was decoded already. */
export function readFeedText(text: string, url: string, now: string | null): FoundFeed {
  const { root, base, records, cut } = readXmlRecords(text, { names: ENTRIES, nested: NONE, most: MAX_ITEMS });
  if (root === null || !ROOTS.has(root)) {
    const isHtml = /<(?:!doctype html|html|head|body)\b/i.test(text.slice(0, 20_000));
    if (!isHtml) return nothing('feed-unreadable', `Expected rss, rdf or feed, got ${root ?? 'no element'}.`);
    const feeds = namedFeeds(text, url);
    const warning = { code: 'feed-is-html', detail: `A page stands here; it names ${feeds.length} feeds.` };
    return { links: [], sitemaps: [], feeds, warnings: [warning] };
  }
  const from = base === null ? url : (parseAddress(base, url)?.href ?? url);
  const warnings: { code: string; detail: string }[] = [];
  const links = new Map<string, FoundLink>();
  const faults = new Map<string, { count: number; example: string }>();
  for (const record of records) {
    const address = addressOf(record, from);
    if (address === null || links.has(address)) continue;
    const printed = textOf(record, 'pubdate', 'published', 'dc:date', 'issued', 'date', 'updated', 'modified');
    const published = readFoundDate(printed, now);
    countFault(faults, published, printed);
    const updated = readFoundDate(textOf(record, 'updated', 'modified'), now).value;
    links.set(address, { url: address, published: published.value, modified: updated, title: titleOf(record) });
  }
  for (const [code, { count, example }] of faults)
    warnings.push({ code, detail: `${count} of ${records.length} entries, such as "${example}".` });
  if (cut !== null)
    warnings.push({ code: 'feed-cut', detail: `Only the first ${records.length} entries were read (${cut}).` });
  if (records.length === 0) warnings.push({ code: 'feed-empty', detail: 'The feed has no entries.' });
  else if (links.size === 0) warnings.push({ code: 'feed-without-links', detail: 'No entry has an address.' });
  return { links: [...links.values()], sitemaps: [], feeds: [], warnings };
}

/** The encoding that an XML declaration names. */
export function xmlEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /<\?xml[^>]{0,150}?encoding\s{0,3}=\s{0,3}["']([\w.:-]{2,40})["']/i.exec(head)?.[1] ?? null;
}

/** As much as is taken of any answer. */
const MAX_BYTES = 25 * 1024 * 1024;
const MAX_ITEMS = 5000;
const ENTRIES: ReadonlySet<string> = new Set(['item', 'entry']);
const NONE: ReadonlySet<string> = new Set();
const ROOTS: ReadonlySet<string> = new Set(['rss', 'rdf:rdf', 'rdf', 'feed', 'channel']);

function nothing(code: string, detail: string): FoundFeed {
  return { links: [], sitemaps: [], feeds: [], warnings: [{ code, detail }] };
}

/** What the entry says it is: its own page before a feed's redirect, a guid only where it is an address. */
function addressOf(record: XmlRecord, base: string): string | null {
  const atom = record.fields.filter(({ name, attributes }) => name === 'link' && attributes['href'] !== undefined);
  const alternate = atom.find(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate');
  const guid = record.fields.find(({ name }) => name === 'guid');
  const isPermanent = guid?.attributes['ispermalink']?.toLowerCase() !== 'false' && /^https?:/i.test(guid?.text ?? '');
  const id = textOf(record, 'id');
  const candidates = [
    textOf(record, 'feedburner:origlink'),
    alternate?.attributes['href'],
    textOf(record, 'link'),
    isPermanent ? guid?.text : undefined,
    /^https?:/i.test(id) ? id : undefined,
  ];
  for (const candidate of candidates) {
    const address = candidate === undefined || candidate === '' ? null : parseAddress(candidate, base);
    if (address !== null) return address.href;
  }
  return null;
}

/** Titles come escaped once, twice, or as markup. */
function titleOf(record: XmlRecord): string | null {
  let title = textOf(record, 'title', 'dc:title').slice(0, 1000);
  for (let round = 0; round < 2 && /[<&]/.test(title); round += 1)
    title = load(title, { xml: { xmlMode: false, decodeEntities: true } }).text();
  const tidied = tidyLine(title.normalize('NFC')).slice(0, 500);
  return tidied === '' ? null : tidied;
}

function countFault(
  faults: Map<string, { count: number; example: string }>,
  { fault }: FoundTime,
  example: string,
): void {
  if (fault === null) return;
  const known = faults.get(fault);
  faults.set(fault, { count: (known?.count ?? 0) + 1, example: known?.example ?? example.slice(0, 60) });
}

/** What a page calls a feed in its head, or links to under a name that feeds have. */
function namedFeeds(html: string, url: string): readonly string[] {
  const linked = readPageLinks(
    html,
    url,
    'a[href], link[type="application/rss+xml"], link[type="application/atom+xml"]',
  );
  if (linked === null) return [];
  const feeds = linked.links.filter(
    ({ url: href, isHead }) => isHead || /\.(?:rss|xml|atom)\b|\/(?:rss|feed)\b|rss\.aspx\?/i.test(href),
  );
  return feeds
    .map(({ url: href }) => href)
    .filter((href) => href !== url)
    .slice(0, MAX_NAMED);
}

const MAX_NAMED = 100;

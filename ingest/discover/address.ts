/**
 * One spelling for one address, so that a link met again is known again; and one key for all addresses of one article.
 *
 * The spelling takes out what changes from visit to visit (sessions, tracking, the way back) and settles what servers read
 * alike (order of parameters, percent-encoding, dots and double slashes in paths). Case in paths stays: most servers heed it.
 * Which addresses show the same article is told by the rows of address-twins.ts.
 */
import { keepNamed, readQuery, withoutPasses, writeQuery } from './address-query.ts';
import { foldTwins } from './address-twins.ts';
import { spellPart } from './percent-encoding.ts';

/**
 * The address in its one spelling, made absolute; null for what is no http or https address.
 *
 * Of an address that carries one of `keepParams`, only these stay; they are compared without regard to case, but asked for
 * as printed, since some servers heed it.
 * @example canonicalAddress('../Trang/ChiTiet.aspx?utm_source=zalo&nid=7#in', 'https://hakhe.example/a/b', [])
 * // 'https://hakhe.example/Trang/ChiTiet.aspx?nid=7'
 */
export function canonicalAddress(url: string, base: string | null, keepParams: readonly string[]): string | null {
  const parsed = parseAddress(url, base);
  if (parsed === null) return null;
  const query = writeQuery(keepNamed(readQuery(parsed.search), keepParams));
  const address = `${parsed.protocol}//${hostOf(parsed)}${spellPath(parsed.pathname)}${query}`;
  return address.length > MAX_ADDRESS ? null : address;
}

/**
 * What all addresses of one article have in common; a key to compare, no address to visit. What is no http or https
 * address is its own key.
 * @example identityKey('http://m.hakhe.example/tin-bai-post7.html?amp=1', []) // 'hakhe.example/post7'
 */
export function identityKey(url: string, keepParams: readonly string[]): string {
  const parsed = parseAddress(url, null);
  if (parsed === null) return url;
  const wanted = new Set(keepParams.map((name) => name.toLowerCase()));
  const parameters = keepNamed(readQuery(parsed.search), keepParams).map(({ name, value }) => ({
    name: wanted.has(name.toLowerCase()) ? name.toLowerCase() : name,
    value,
  }));
  const {
    host,
    path,
    parameters: rest,
  } = foldTwins({ host: hostOf(parsed), path: spellPath(parsed.pathname), parameters });
  return `${host}${path}${writeQuery(rest)}`;
}

/**
 * What the addresses of one file have in common. A token that works once is no part of it, where enough is left to tell
 * files by: the file's own name, or another parameter.
 * @example fileKey('https://cdn.example/cb/12.pdf?token=a1') // 'https://cdn.example/cb/12.pdf'
 */
export function fileKey(url: string): string {
  const address = canonicalAddress(url, null, []);
  const parsed = address === null ? null : parseAddress(address, null);
  if (address === null || parsed === null) return url;
  const kept = withoutPasses(readQuery(parsed.search));
  const isNamed = kept.length > 0 || /\.[a-z]{3,4}$/i.test(parsed.pathname);
  return isNamed ? `${parsed.origin}${parsed.pathname}${writeQuery(kept)}` : address;
}

/** Whether the address of a file holds a pass that is used up once it was asked. */
export function hasPass(url: string): boolean {
  return fileKey(url) !== canonicalAddress(url, null, []);
}

/** An http or https address, made absolute; null for any other. */
export function parseAddress(url: string, base: string | null): URL | null {
  if (url.length > MAX_ADDRESS) return null;
  const parsed = tryParse(url.trim(), base);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.hostname !== '' ? parsed : null;
}

/** Browsers and servers take 8,000 characters; no article's address comes near half of it. */
const MAX_ADDRESS = 4096;

/** With its port where that is not the scheme's own; a dot at the end is the same host. */
function hostOf({ host }: URL): string {
  return host.replace(/\.(?=:\d|$)/, '');
}

/** Until nothing changes: what is taken out may leave dots or slashes that mean something by themselves. */
function spellPath(pathname: string): string {
  let path = pathname;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = dropSessions(new URL(`http://a${path}`).pathname);
    if (next === path) break;
    path = next;
  }
  return path;
}

const MAX_ROUNDS = 10;

/** Servlets put the session behind a semicolon, ASP.NET in a segment of its own: `/(S(x1y2))/`, also `/(X(1)S(x1y2))/`. */
function dropSessions(path: string): string {
  return spellPart(path)
    .replace(/;(?:jsessionid|phpsessid|sid)=[^/;]*/gi, '')
    .replace(/\/\((?:[A-Z]\([^()/]{0,200}\)){1,5}\)(?=\/|$)/gi, '')
    .replace(/(?<!:)\/{2,}/g, '/')
    .replace(/^(?!\/)/, '/');
}

function tryParse(url: string, base: string | null): URL | null {
  try {
    return base === null ? new URL(url) : new URL(url, base);
  } catch {
    return null;
  }
}

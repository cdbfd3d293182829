/**
 * Where links lead. The address is the state: every filter, page and language is in it.
 *
 * An address without `lang` is Vietnamese; on English pages every same-site link carries `lang=en`, which `href` adds.
 * Addresses that came from outside pass `safeHref`, since escaping alone does not disarm `javascript:`.
 */
import type { Lang } from './view-terms.ts';

const HERE = 'http://site.invalid';

/** A same-site path in the page's language: `href('/tim?q=nq#b', 'en')` is `/tim?q=nq&lang=en#b`. */
export function href(path: string, lang: Lang): string {
  return changeAddress(path, { lang: lang === 'en' ? 'en' : null });
}

/** The address with parameters set, or taken away where the value is null or empty. What is no same-site path becomes `/`. */
export function changeAddress(path: string, changes: Readonly<Record<string, string | null>>): string {
  const url = new URL(isSamePath(path) ? path : '/', HERE);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The parameters of an address, for forms that must keep what they do not ask. */
export function parametersOf(path: string): readonly (readonly [name: string, value: string])[] {
  return isSamePath(path) ? [...new URL(path, HERE).searchParams] : [];
}

/** The path without its parameters. */
export function pathOf(path: string): string {
  return isSamePath(path) ? new URL(path, HERE).pathname : '/';
}

/** The address if a reader may follow it: http, https, a same-site path or an anchor; else null. */
export function safeHref(address: string): string | null {
  if (/^#[\w-]{1,80}$/.test(address) || isSamePath(address)) return address;
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).href;
}

export function searchPath(query: string): string {
  return changeAddress('/tim', { q: query });
}

export function documentPath(id: string): string {
  return `/van-ban/${encodeURIComponent(id)}`;
}

export function meetingPath(id: string): string {
  return `/cuoc-hop/${encodeURIComponent(id)}`;
}

export function sourcePath(id: string): string {
  return `/nguon/${encodeURIComponent(id)}`;
}

/** All articles of a source, newest first. */
export function sourceArticlesPath(id: string): string {
  return changeAddress('/tim', { source: id, sort: 'newest' });
}

/** An article, at one of its citations if its ordinal is given. */
export function articlePath(id: string, ordinal?: number): string {
  return `/bai-viet/${encodeURIComponent(id)}${ordinal === undefined ? '' : `#${citationAnchor(ordinal)}`}`;
}

/** The kept bytes of an article, of the version that is shown unless another is given. */
export function storedCopyPath(id: string, version?: number): string {
  return changeAddress(`${articlePath(id)}/ban-luu`, { 'phien-ban': version === undefined ? null : String(version) });
}

export function versionsPath(id: string): string {
  return `${articlePath(id)}/phien-ban`;
}

export function citationAnchor(ordinal: number): string {
  return `c${ordinal}`;
}

/** The entry of a citation in the list under its article. */
export function entryAnchor(entry: number): string {
  return `d${entry}`;
}

/** One slash only: `//host` and `/\host` lead away, and control characters are dropped by browsers before they look. */
function isSamePath(address: string): boolean {
  return /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(address) && URL.canParse(address, HERE);
}

/** What a request says of itself. Nothing here pretends to be a browser. */
import type { PageRequest } from './outcome.ts';

export type Wanted = PageRequest['accept'] | 'robots';

/** The conditions that let a server answer 304; null for none. */
export interface Conditions {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Conditions that could not stand in a header (control or non-Latin characters) are left out. */
export function requestHeaders(
  agent: string,
  wanted: Wanted,
  conditions: Conditions,
  cookie: string | null,
): Readonly<Record<string, string>> {
  return {
    // A header that undici would not send must not stop every request.
    'user-agent': agent.replace(/[^ -~]/gu, '?'),
    accept: accepted[wanted],
    'accept-language': 'vi, en;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    ...given('if-none-match', conditions.etag),
    ...given('if-modified-since', conditions.lastModified),
    ...given('cookie', cookie),
  };
}

const accepted: Readonly<Record<Wanted, string>> = {
  page: 'text/html, application/xhtml+xml, application/pdf;q=0.9, */*;q=0.8',
  feed: 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
  file: '*/*',
  robots: 'text/plain, */*;q=0.5',
};

function given(name: string, value: string | null): Readonly<Record<string, string>> {
  return value !== null && /^[\t -~\u0080-\u00ff]{1,1024}$/.test(value) ? { [name]: value } : {};
}

/**
 * What an answer, or the lack of one, is worth: whether to try again, where it leads, and which outcome it is.
 *
 * Pure. Waiting is host-pace.ts's matter, following fetcher.ts's.
 */
import { STATUS_CODES } from 'node:http';
import type { Exchange } from './exchange.ts';
import { nameOf, readUrl } from './guard.ts';
import type { Attempt } from './host-pace.ts';
import type { FailedOutcome, FetchOutcome, Hop, RefusedOutcome } from './outcome.ts';
import type { Conditions } from './request-headers.ts';
import { retryAfterMs } from './retry-after.ts';

/** Where following an address ended: an answer that leads nowhere else, or none. */
export type Arrival =
  | {
      readonly kind: 'answered';
      readonly url: URL;
      readonly hops: readonly Hop[];
      readonly answer: Extract<Exchange, { readonly kind: 'answered' }>;
    }
  | RefusedOutcome
  | FailedOutcome;

/** Judges one try: 429, 5xx and broken connections are worth another. */
export function weigh(exchange: Exchange, now: Date): Attempt<Exchange> {
  if (exchange.kind === 'broken') {
    const worthTries = triesFor[exchange.cause];
    if (worthTries > 0) return { kind: 'failed', value: exchange, worthTries, retryAfterMs: null, isBusy: false };
    return { kind: 'done', value: exchange, isAnswer: exchange.cause === 'limit' };
  }
  const { status, headers } = exchange;
  if (status < 500 && status !== 429 && status !== 408 && status !== 425) {
    return { kind: 'done', value: exchange, isAnswer: true };
  }
  return {
    kind: 'failed',
    value: exchange,
    worthTries: MANY,
    retryAfterMs: retryAfterMs(headers['retry-after'], now),
    isBusy: status === 429 || status === 503,
  };
}

const MANY = Number.POSITIVE_INFINITY;

/** 0: trying again changes nothing, and the host is not to blame. */
const triesFor = { network: MANY, timeout: 2, broken: 2, tls: 1, refused: 0, limit: 0 } as const;

/** Where a redirect leads; null when it is none, a sentence when it leads nowhere. */
export function redirectTarget(url: URL, status: number, location: string | undefined): URL | string | null {
  if (status < 300 || status > 399 || status === 304) return null;
  if (location === undefined || location.trim() === '') return `redirects (${status}) without saying where`;
  const target = readUrl(location.trim(), url);
  if (target === null) return `redirects (${status}) to "${location.slice(0, 200)}", which is no address`;
  target.hash = '';
  return target;
}

/** From https to http, which only a host itself may ask for. */
export function isDowngrade(from: URL, to: URL): boolean {
  return from.protocol === 'https:' && to.protocol === 'http:' && nameOf(from.hostname) !== nameOf(to.hostname);
}

/** What may be compared after redirects: a date says nothing of another page, an ETag names one text. */
export function conditionsAfter(hops: readonly Hop[], conditions: Conditions): Conditions {
  return { etag: conditions.etag, lastModified: hops.length === 0 ? conditions.lastModified : null };
}

/** `conditions` are those that the request came with; without any, 304 is no answer. */
export function toOutcome(arrival: Arrival, fetchedAt: Date, conditions: Conditions): FetchOutcome {
  if (arrival.kind !== 'answered') return arrival;
  const { answer, hops } = arrival;
  const url = arrival.url.href;
  const { status, headers } = answer;
  const answered = { url, hops, status, headers, fetchedAt: fetchedAt.toISOString() };
  const asked = conditionsAfter(hops, conditions);
  if (status === 304 && (asked.etag ?? asked.lastModified) !== null) return { kind: 'unchanged', ...answered };
  if (status === 404 || status === 410) return { kind: 'missing', ...answered };
  if (status < 200 || status > 299 || status === 206) {
    return { kind: 'failed', url, status, reason: `the server answered ${nameStatus(status)}`, isHostDown: false };
  }
  return {
    kind: 'body',
    ...answered,
    bytes: answer.bytes,
    contentType: headers['content-type'] ?? null,
    etag: headers['etag'] ?? null,
    // The date of the page at the end would be held against the one that leads there.
    lastModified: hops.length === 0 ? (headers['last-modified'] ?? null) : null,
  };
}

function nameStatus(status: number): string {
  const name = STATUS_CODES[status];
  return name === undefined ? String(status) : `${status} (${name})`;
}

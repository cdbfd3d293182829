/**
 * Invented websites on loopback, for the crawl to be let loose on: what they have in common.
 *
 * A site is a function from a request to an answer, over articles that a test may rewrite or withdraw between two runs. It
 * takes its own address from the Host header, answers conditional requests, and writes down all that it is asked, since
 * the best proof of politeness is the log of the server. Each gets a port of its own; a second host of the same site
 * (files, mirrors) is `localhost` at that port. All that is printed on the pages is invented.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export interface SiteRequest {
  readonly method: string;
  /** With its query, exactly as sent. */
  readonly path: string;
  /** Host name and port, as the Host header says. */
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface SiteAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** How the body is sent; left out, at once. `cut` closes the connection after half of it. */
  readonly sending?: { readonly kind: 'cut' } | { readonly kind: 'drip'; readonly everyMs: number };
}

export interface Asked {
  readonly path: string;
  readonly host: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Requests to this host of the site that were not answered yet when this one came, itself among them. */
  readonly open: number;
}

/** What became of one article between two runs. `soft-404` is a page of status 200 that says there is none. */
export type Fate = 'rewritten' | 'gone-410' | 'gone-404' | 'soft-404' | 'menu';

export interface SiteChange {
  readonly article: number;
  readonly fate: Fate;
}

/** What the archive must hold of one article. */
export interface Expected {
  readonly number: number;
  /** Path of the address that identifies it. */
  readonly path: string;
  /** Another path that may as well, where the site links both and prefers neither. */
  readonly orPath?: string;
  readonly title: string;
  /** An instant with its zone, a day, or null where the page tells none; left out where nothing is asked of it. */
  readonly published?: string | null;
  readonly paragraphs: readonly string[];
  /** Which rule of the site makes this one special; null for a plain article. */
  readonly trap: string | null;
  /** The encoding as the archive names it, where it is not UTF-8. */
  readonly encoding?: string;
}

/** One trap of a site: what lies there and what must come of it. */
export interface Trap {
  readonly what: string;
  readonly expect: string;
}

export interface Site {
  readonly name: string;
  readonly traps: Readonly<Record<string, Trap>>;
  readonly requests: readonly Asked[];
  readonly handle: (request: SiteRequest) => SiteAnswer;
  readonly edit: (change: SiteChange) => void;
  /** Every article that must be held after the first run. */
  readonly expected: () => readonly Expected[];
  /** The source file that reads it, as a value; JSON of it is YAML. */
  readonly source: (origin: string) => Readonly<Record<string, unknown>>;
}

export interface OpenSite {
  readonly site: Site;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
}

export interface OpenSites {
  readonly sites: readonly OpenSite[];
  readonly close: () => Promise<void>;
}

/** What a site file writes; the log and the conditional answers are added by `buildSite`. */
export interface SitePlan extends Omit<Site, 'handle' | 'requests'> {
  /** Null for an address that is not there. `origin` is the address as the client called it. */
  readonly answer: (request: SiteRequest, origin: string) => SiteAnswer | null;
}

/** A site that keeps a log and answers 404 and 304 by itself. */
export function buildSite(plan: SitePlan): Site {
  const journal: Journal = { requests: [], open: new Map() };
  const site: Site = {
    ...plan,
    requests: journal.requests,
    handle: (request) => {
      const answer = plan.answer(request, `http://${request.host}`) ?? notFound();
      return isUnchanged(request, answer) ? { ...answer, status: 304, body: new Uint8Array() } : answer;
    },
  };
  journals.set(site, journal);
  return site;
}

/** Serves each site on a port of its own until `close`. */
export async function openSites(sites: readonly Site[]): Promise<OpenSites> {
  const servers = await Promise.all(sites.map(serve));
  return {
    sites: servers.map(({ site, port }) => ({ site, origin: `http://127.0.0.1:${port}` })),
    close: async () => {
      await Promise.all(servers.flatMap(({ listening }) => listening).map(stop));
    },
  };
}

/** A page, with validators made from `stamp`: what of the page counts, where a clock or a counter stands on it. */
export function page(html: string, stamp: string = html): SiteAnswer {
  return file(html, 'text/html; charset=utf-8', stamp);
}

export function file(body: string | Uint8Array, contentType: string, stamp: string | Uint8Array = body): SiteAnswer {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const etag = `"${createHash('sha1').update(stamp).digest('hex').slice(0, 16)}"`;
  return { status: 200, headers: { 'content-type': contentType, etag, 'last-modified': LAST_MODIFIED }, body: bytes };
}

export function redirect(to: string, status = 301): SiteAnswer {
  return { status, headers: { location: to }, body: new Uint8Array() };
}

export function notFound(status = 404): SiteAnswer {
  const html = '<!DOCTYPE html><html><head><title>Lỗi</title></head><body><h1>Không tìm thấy</h1></body></html>';
  return { ...page(html), status, headers: { 'content-type': 'text/html; charset=utf-8' } };
}

/** All pages claim the same day, so that only the ETag tells a change. */
const LAST_MODIFIED = 'Mon, 02 Oct 2023 01:00:00 GMT';

interface Journal {
  readonly requests: Asked[];
  readonly open: Map<string, number>;
}

const journals = new WeakMap<Site, Journal>();

function isUnchanged({ headers }: SiteRequest, answer: SiteAnswer): boolean {
  const etag = answer.headers['etag'];
  return answer.status === 200 && etag !== undefined && headers['if-none-match'] === etag;
}

interface Served {
  readonly site: Site;
  readonly port: number;
  readonly listening: readonly Server[];
}

async function serve(site: Site): Promise<Served> {
  const handler = (request: IncomingMessage, response: ServerResponse): void => respond(site, request, response);
  const first = createServer(handler);
  const port = await listen(first, 0, '127.0.0.1');
  // `localhost` may mean ::1 first; a machine without IPv6 does without.
  const second = createServer(handler);
  const isThere = await listen(second, port, '::1').then(
    () => true,
    () => false,
  );
  return { site, port, listening: isThere ? [first, second] : [first] };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function respond(site: Site, request: IncomingMessage, response: ServerResponse): void {
  const journal: Journal = journals.get(site) ?? { requests: [], open: new Map() };
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const asked = {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    host: headers['host'] ?? '',
    headers,
  };
  const count = (by: number): number => {
    const open = (journal.open.get(asked.host) ?? 0) + by;
    journal.open.set(asked.host, open);
    return open;
  };
  const open = count(1);
  const at = Date.now();
  const answer = site.handle(asked);
  journal.requests.push({ ...asked, status: answer.status, at, open });
  response.once('close', () => count(-1));
  send(response, answer, asked.method === 'HEAD');
}

function send(response: ServerResponse, { status, headers, body, sending }: SiteAnswer, isHead: boolean): void {
  const length =
    status === 304 || headers['content-length'] !== undefined ? {} : { 'content-length': String(body.length) };
  response.writeHead(status, { ...length, ...headers });
  if (isHead || sending === undefined) {
    response.end(isHead ? undefined : body);
  } else if (sending.kind === 'cut') {
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  } else {
    drip(response, body, sending.everyMs);
  }
}

/** A byte at a time, until the other side has had enough. */
function drip(response: ServerResponse, body: Uint8Array, everyMs: number): void {
  let at = 0;
  const timer = setInterval(() => {
    if (at < body.length) response.write(body.subarray(at, at + 1));
    else response.end();
    at += 1;
  }, everyMs);
  response.once('close', () => clearInterval(timer));
}

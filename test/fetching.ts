/** Sites on loopback and fetchers whose time is invented: what tests of fetching are made of. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseAllowedHosts } from '../ingest/fetch/allowed-hosts.ts';
import type { Fetcher, FetcherOptions } from '../ingest/fetch/fetcher.ts';
import { openFetcher } from '../ingest/fetch/fetcher.ts';
import type { FetchOutcome, KeptRobots, PageRequest, VisitRules } from '../ingest/fetch/outcome.ts';
import type { LoopbackServer } from './loopback-server.ts';
import { serve } from './loopback-server.ts';

const closers: (() => Promise<unknown>)[] = [];

export function closeLater(close: () => Promise<unknown>): void {
  closers.push(close);
}

/** Closes all that was opened since; for `afterEach`. */
export async function closeAll(): Promise<void> {
  await Promise.all(closers.splice(0).map((close) => close()));
}

export interface Site {
  readonly server: LoopbackServer;
  /** `METHOD path` of each request, robots.txt too. */
  readonly asked: string[];
  readonly headers: IncomingMessage['headers'][];
}

/** A site whose pages are handlers by path; without one for robots.txt there is none. */
export async function aSite(
  pages: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>>,
): Promise<Site> {
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = await serve((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    const page = pages[new URL(request.url ?? '/', 'http://x').pathname];
    if (page === undefined) response.writeHead(404).end('không có');
    else page(request, response);
  });
  closers.push(server.close);
  return { server, asked, headers };
}

export interface Door extends Fetcher {
  /** How long each wait was that was asked for, in milliseconds. */
  readonly slept: number[];
  readonly kept: Map<string, KeptRobots>;
}

/** A fetcher whose clock only moves when it sleeps. */
export function aDoor(given: Partial<FetcherOptions> & { readonly allow?: string } = {}): Door {
  const opened = parseAllowedHosts(given.allow ?? '127.0.0.1');
  if (opened.kind !== 'allowed') throw new Error('expected a list');
  let now = Date.parse('2026-03-02T18:30:00Z');
  const slept: number[] = [];
  const kept = new Map<string, KeptRobots>();
  const fetcher = openFetcher({
    agent: 'sohieu/0.0.0 (+https://archive.example)',
    token: 'sohieu',
    allowedHosts: opened.allowed,
    robots: {
      load: async (origin) => kept.get(origin) ?? null,
      save: async (origin, robots) => {
        kept.set(origin, robots);
      },
    },
    clock: () => new Date(now),
    sleep: async (ms) => {
      slept.push(ms);
      now += ms;
    },
    random: () => 0.5,
    ...given,
  });
  closers.push(fetcher.close);
  return { ...fetcher, slept, kept };
}

export function rulesFor(...sites: (Site | string)[]): VisitRules {
  const hosts = sites.map((site) => (typeof site === 'string' ? site : new URL(site.server.origin).host));
  return { hosts: new Set(hosts), delayMs: 0, ca: null };
}

export function pageAt(site: Site | string, path = '/tin', given: Partial<PageRequest> = {}): PageRequest {
  const origin = typeof site === 'string' ? site : site.server.origin;
  return { url: `${origin}${path}`, accept: 'page', etag: null, lastModified: null, ...given };
}

export function show(outcome: FetchOutcome): string {
  if (outcome.kind === 'body') return `body ${Buffer.from(outcome.bytes)}`;
  if (outcome.kind === 'refused') return `refused by ${outcome.by}: ${outcome.reason}`;
  if (outcome.kind === 'failed') return `failed ${outcome.status}: ${outcome.reason}`;
  return `${outcome.kind} ${outcome.status}`;
}

export function to(location: string, status = 302): (request: IncomingMessage, response: ServerResponse) => void {
  return (_request, response) => response.writeHead(status, { location }).end();
}

export function text(words: string, headers: Record<string, string> = {}) {
  return (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(words);
  };
}

/**
 * The door to other machines, put together: guard, robots.txt, pace, then one exchange; the same again for every redirect.
 *
 * Each piece decides its own matter in its own file. Here is only their order: an address that may not be reached is never
 * looked up, one that robots.txt forbids is never asked for, and robots.txt itself comes through the same guard and pace.
 */
import type { Agent } from 'undici';
import { linkSignals, untilAborted } from './abort.ts';
import type { AllowedHosts } from './allowed-hosts.ts';
import type { Arrival } from './answer.ts';
import { conditionsAfter, isDowngrade, redirectTarget, toOutcome, weigh } from './answer.ts';
import { openCookies } from './cookies.ts';
import type { ExchangeLimits } from './exchange.ts';
import { exchange, openAgent, standardLimits } from './exchange.ts';
import type { HostVerdict, Lookup } from './guard.ts';
import { nameOf, portOf, readUrl, refuseAddress } from './guard.ts';
import type { PaceLimits, Visit } from './host-pace.ts';
import { openHostPace } from './host-pace.ts';
import { refreshTarget } from './meta-refresh.ts';
import type {
  FailedOutcome,
  FetchOutcome,
  FetchPage,
  Hop,
  PageRequest,
  RefusedOutcome,
  RobotsStore,
  VisitRules,
} from './outcome.ts';
import type { Conditions, Wanted } from './request-headers.ts';
import { requestHeaders } from './request-headers.ts';
import { openResolver } from './resolver.ts';
import type { Robots } from './robots.ts';
import { crawlDelayMs, isAllowed, parseRobots, sitemapsOf } from './robots.ts';
import { keepRobots } from './robots-keeper.ts';

export interface FetcherOptions {
  /** The User-Agent header: `sohieu/0.1.0 (+https://archive.example.vn/about)`. */
  readonly agent: string;
  /** The name that robots.txt files may speak to: `sohieu`. */
  readonly token: string;
  readonly allowedHosts: AllowedHosts;
  readonly robots: RobotsStore;
  readonly clock: () => Date;
  /** Milliseconds of a clock that nobody can set; without it waits are counted by `clock`. */
  readonly ticks?: () => number;
  /** Rejects with the reason of the signal when that is given first. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Instead of the system's name service. */
  readonly lookup?: Lookup;
  /** Hears, in one English sentence, of every robots.txt that was no set of rules. */
  readonly noteRobots?: (origin: string, sentence: string) => void;
  readonly limits?: Partial<ExchangeLimits>;
  readonly pace?: Partial<PaceLimits>;
}

export interface Fetcher {
  readonly fetchPage: FetchPage;
  /** The sitemaps that the robots.txt of an origin names, as printed; none while it was not read. */
  readonly namedSitemaps: (origin: string) => readonly string[];
  /** Ends what is under way (it then fails with an AbortError) and lets go of all connections. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the door; close it when the run is over, for what it learnt of hosts (down, busy) is forgotten with it.
 * @example
 * const fetcher = openFetcher({ agent: 'sohieu/0.1.0', token: 'sohieu', allowedHosts: noAllowedHosts, robots, clock, sleep, random });
 * const outcome = await fetcher.fetchPage({ url, accept: 'page', etag: null, lastModified: null }, { hosts, delayMs: 1000, ca: null });
 */
export function openFetcher(options: FetcherOptions): Fetcher {
  const { clock, sleep, random } = options;
  const limits = { ...standardLimits, ...options.limits };
  const cut = { ...limits, cutBytes: ROBOTS_BYTES };
  const resolver = openResolver({ allowed: options.allowedHosts, clock, lookup: options.lookup });
  const pace = openHostPace({ clock, ticks: options.ticks, sleep, random, limits: options.pace });
  const cookies = openCookies();
  const agents = new Map<string | null, Agent>();
  /** The rules of whoever asked for an origin last; its robots.txt is fetched by them. */
  const visitors = new Map<string, VisitRules>();
  /** Why an origin gave no answer when its robots.txt was asked for. */
  const troubles = new Map<string, RefusedOutcome | FailedOutcome>();
  const parsed = new Map<string, { readonly text: string; readonly robots: Robots }>();
  /** How often each address failed so far: others may redirect to it, and it may be listed itself. */
  const failures = new Map<string, number>();
  const closing = new AbortController();
  const keeper = keepRobots({
    fetchText,
    store: options.robots,
    clock,
    ...(options.noteRobots === undefined ? {} : { note: options.noteRobots }),
  });

  async function fetchPage(request: PageRequest, rules: VisitRules, signal?: AbortSignal): Promise<FetchOutcome> {
    const url = readUrl(request.url);
    if (url === null) return refuse(request.url, `"${request.url.slice(0, 200)}" is no address`);
    url.hash = '';
    const linked = linkSignals(closing.signal, signal);
    try {
      const arrival = await follow(url, request.accept, request, rules, linked.signal);
      return toOutcome(arrival, clock(), request);
    } finally {
      linked.unlink();
    }
  }

  async function fetchText(origin: string): Promise<{
    readonly status: number | null;
    readonly contentType: string | null;
    readonly text: string;
  }> {
    const rules = visitors.get(origin);
    if (rules === undefined)
      throw new Error(`Cannot fetch robots.txt of ${origin}: nobody has asked for a page there.`);
    const arrival = await follow(new URL('/robots.txt', origin), 'robots', noConditions, rules, closing.signal);
    if (arrival.kind !== 'answered') {
      troubles.set(origin, arrival);
      return { status: arrival.kind === 'failed' ? arrival.status : null, contentType: null, text: '' };
    }
    const { status, headers, bytes } = arrival.answer;
    if (status === 429 || status >= 500)
      troubles.set(origin, fail(arrival.url, status, `the server answered ${status}`));
    else troubles.delete(origin);
    return { status, contentType: headers['content-type'] ?? null, text: new TextDecoder().decode(bytes) };
  }

  /** Asks for an address and goes where redirects lead, each step under all the rules. */
  async function follow(
    start: URL,
    wanted: Wanted,
    conditions: Conditions,
    rules: VisitRules,
    signal: AbortSignal,
  ): Promise<Arrival> {
    const hops: Hop[] = [];
    const seen = new Set<string>();
    let url = start;
    for (;;) {
      const cookie = cookies.give(url);
      const step = `${url.href} ${cookie ?? ''}`;
      if (seen.has(step)) return fail(url, hops.at(-1)?.status ?? null, 'its redirects go in a circle');
      seen.add(step);
      const clearance = await clear(url, wanted, rules, signal);
      if (clearance.kind !== 'cleared') return clearance;
      const asked = conditionsAfter(hops, conditions);
      const headers = requestHeaders(options.agent, wanted, asked, cookie);
      const here = url;
      const before = wanted === 'robots' ? 0 : (failures.get(url.href) ?? 0);
      if (before >= MOST_FAILURES) return fail(url, null, `it failed ${before} times in this run already`);
      const attempt = async () => {
        const tried = weigh(
          await exchange(clearance.agent, here, headers, wanted === 'robots' ? cut : limits, signal),
          clock(),
        );
        if (tried.kind === 'done') return tried;
        failures.set(here.href, (failures.get(here.href) ?? 0) + 1);
        return { ...tried, worthTries: Math.min(tried.worthTries, MOST_FAILURES - before) };
      };
      const visit = await pace.visit(hostKey(url), clearance.delayMs, attempt, signal);
      if (visit.kind === 'down') return leaveAlone(url, visit);
      const answer = visit.value;
      if (answer.kind === 'broken') {
        return answer.cause === 'refused' ? refuse(url.href, answer.reason) : fail(url, null, answer.reason);
      }
      const { headers: said, bytes } = answer;
      const refreshed = wanted === 'page' ? refreshTarget(url, bytes, said['content-type'] ?? null) : null;
      const target = redirectTarget(url, answer.status, said['location']) ?? refreshed;
      if (target === null) return { kind: 'answered', url, hops, answer };
      if (typeof target === 'string') return fail(url, answer.status, `the server ${target}`);
      if (hops.length === MOST_HOPS) return fail(url, answer.status, `it redirects more than ${MOST_HOPS} times`);
      if (isDowngrade(url, target))
        return refuse(target.href, `${url.href} redirects from https to http on another host`);
      cookies.take(url, answer.cookies);
      hops.push({ from: url.href, to: target.href, status: answer.status });
      url = target;
    }
  }

  /** All that has to be known before a request may be sent. */
  async function clear(url: URL, wanted: Wanted, rules: VisitRules, signal: AbortSignal): Promise<Clearance> {
    const refusal = refuseAddress(url, rules.hosts);
    // RFC 9309, 2.3.1.2: the redirect of a robots.txt is followed to other hosts too.
    if (refusal !== null && (wanted !== 'robots' || refuseAddress(url, null) !== null))
      return refuse(url.href, refusal);
    const down = pace.downReason(hostKey(url));
    if (down !== null) return fail(url, null, down, true);
    const verdict = await judge(url, rules.delayMs, signal);
    if (verdict.kind === 'down') return leaveAlone(url, verdict);
    if (verdict.value.kind === 'unresolved') return fail(url, null, verdict.value.reason);
    if (verdict.value.kind === 'refused') return refuse(url.href, verdict.value.reason);
    const agent = agentFor(rules.ca);
    if (typeof agent === 'string') return fail(url, null, agent);
    if (wanted === 'robots') return { kind: 'cleared', agent, delayMs: rules.delayMs };
    visitors.set(url.origin, rules);
    const kept = await untilAborted(keeper.rulesFor(url.origin), signal);
    if (kept.verdict === 'forbid-all') return unreachable(url);
    if (kept.verdict === 'allow-all') return { kind: 'cleared', agent, delayMs: rules.delayMs };
    const robots = parseOnce(url.origin, kept.text);
    if (!isAllowed(robots, options.token, url.href)) {
      return { kind: 'refused', url: url.href, by: 'robots', reason: `robots.txt of ${url.origin} forbids it` };
    }
    return { kind: 'cleared', agent, delayMs: Math.max(rules.delayMs, crawlDelayMs(robots, options.token) ?? 0) };
  }

  /** robots.txt cannot be had: a failure where no server answered at all, a refusal otherwise. */
  function unreachable(url: URL): RefusedOutcome | FailedOutcome {
    const trouble = troubles.get(url.origin);
    if (trouble?.kind === 'failed' && trouble.status === null) return { ...trouble, url: url.href };
    const why = trouble === undefined ? '' : `: ${trouble.reason}`;
    return { kind: 'refused', url: url.href, by: 'robots', reason: `robots.txt of ${url.origin} cannot be had${why}` };
  }

  /** A name that does not resolve is tried again like any other failure, before robots.txt is asked for. */
  async function judge(url: URL, delayMs: number, signal: AbortSignal): Promise<Visit<HostVerdict>> {
    const first = await resolver.judge(url.hostname, portOf(url));
    if (first.kind !== 'unresolved') return { kind: 'visited', value: first };
    return await pace.visit<HostVerdict>(
      hostKey(url),
      delayMs,
      async () => {
        const value = await resolver.judge(url.hostname, portOf(url));
        if (value.kind !== 'unresolved') return { kind: 'done', value, isAnswer: false };
        return { kind: 'failed', value, worthTries: LOOKUP_TRIES, retryAfterMs: null, isBusy: false };
      },
      signal,
    );
  }

  function agentFor(ca: string | null): Agent | string {
    const known = agents.get(ca);
    if (known !== undefined) return known;
    try {
      const agent = openAgent(resolver, ca, limits);
      agents.set(ca, agent);
      return agent;
    } catch (error) {
      return `the certificate of ca_file cannot be used, expected PEM: ${error instanceof Error ? error.message : error}`;
    }
  }

  function parseOnce(origin: string, text: string): Robots {
    const known = parsed.get(origin);
    if (known?.text === text) return known.robots;
    const robots = parseRobots(text);
    parsed.set(origin, { text, robots });
    return robots;
  }

  return {
    fetchPage,
    namedSitemaps: (origin) => {
      const known = parsed.get(origin);
      return known === undefined ? [] : sitemapsOf(known.robots);
    },
    close: async () => {
      closing.abort();
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
    },
  };
}

type Clearance =
  | { readonly kind: 'cleared'; readonly agent: Agent; readonly delayMs: number }
  | RefusedOutcome
  | FailedOutcome;

const MOST_HOPS = 5;
/** Of one address, whichever way it is come to. */
const MOST_FAILURES = 4;
/** Twice what is read of a robots.txt (robots.ts): the rest may go on for ever. */
const ROBOTS_BYTES = 1024 * 1024;
const LOOKUP_TRIES = 3;
const noConditions: Conditions = { etag: null, lastModified: null };

/** http and https of one name are one host to be gentle with; another port is another server. */
function hostKey(url: URL): string {
  const name = nameOf(url.hostname);
  return url.port === '' ? name : `${name}:${url.port}`;
}

function refuse(url: string, reason: string): RefusedOutcome {
  return { kind: 'refused', url, by: 'guard', reason };
}

function leaveAlone(url: URL, { reason, isSpent }: Extract<Visit<never>, { readonly kind: 'down' }>): FailedOutcome {
  return { ...fail(url, null, reason, true), isSpent };
}

function fail(url: URL, status: number | null, reason: string, isHostDown = false): FailedOutcome {
  return { kind: 'failed', url: url.href, status, reason, isHostDown };
}

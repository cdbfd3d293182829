/**
 * What is asked of another machine and what came of it, as values: the vocabulary of this folder and of all who use it.
 *
 * Nothing here throws for what a server does: a refusal, a broken answer and a page that is gone are outcomes, each with
 * a reason that can stand in the run's report.
 */

/** One thing to fetch. The conditions are what the archive remembers of the last answer at this address. */
export interface PageRequest {
  readonly url: string;
  readonly accept: 'page' | 'feed' | 'file';
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** How a source is to be visited. */
export interface VisitRules {
  /** The hosts that may be reached for it, in lower case; a redirect to any other is refused. */
  readonly hosts: ReadonlySet<string>;
  /** Least time between two requests to one host, in milliseconds; robots.txt may ask for more. */
  readonly delayMs: number;
  /** PEM of an extra certificate for a server that leaves out its intermediate; null for none. */
  readonly ca: string | null;
}

/** A redirect that was followed; with a status of 200 it was the page that led on (meta-refresh.ts). */
export interface Hop {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

export type FetchOutcome = BodyOutcome | UnchangedOutcome | MissingOutcome | RefusedOutcome | FailedOutcome;

interface AnsweredOutcome {
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly hops: readonly Hop[];
  readonly status: number;
  /** Names in lower case; of a header that came several times, the values joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** An instant in UTC. */
  readonly fetchedAt: string;
}

/** Bytes came, inflated and whole. */
export interface BodyOutcome extends AnsweredOutcome {
  readonly kind: 'body';
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** 304: what is held is what is there. */
export interface UnchangedOutcome extends AnsweredOutcome {
  readonly kind: 'unchanged';
}

/** The server says that there is no such page (404) or no longer (410). */
export interface MissingOutcome extends AnsweredOutcome {
  readonly kind: 'missing';
}

/** Not asked, because it must not be; or asked and refused to us in particular. */
export interface RefusedOutcome {
  readonly kind: 'refused';
  readonly url: string;
  /** `robots`: robots.txt forbids or cannot be had; `guard`: scheme, port, host or address may not be reached. */
  readonly by: 'robots' | 'guard';
  readonly reason: string;
}

/** No answer that could be used, after all tries. */
export interface FailedOutcome {
  readonly kind: 'failed';
  readonly url: string;
  readonly status: number | null;
  readonly reason: string;
  /** True when the host was not asked because it had failed too often in a row (the breaker is open). */
  readonly isHostDown: boolean;
  /** True when it was not asked because the host wants long pauses and the run has no more time for them. */
  readonly isSpent?: boolean;
}

/** Fetches one thing, politely and guarded. Never throws but for the abort of `signal`. */
export type FetchPage = (request: PageRequest, rules: VisitRules, signal?: AbortSignal) => Promise<FetchOutcome>;

/** robots.txt as it was last had from an origin such as `https://portal.example.vn`. */
export interface KeptRobots {
  /** What may be done: its rules, everything (none there, 4xx), or nothing (5xx, no answer). */
  readonly verdict: 'rules' | 'allow-all' | 'forbid-all';
  /** The first 500 KiB, empty where there are no rules. */
  readonly text: string;
  /** An instant in UTC. */
  readonly fetchedAt: string;
}

/** Where robots.txt files are remembered from run to run. */
export interface RobotsStore {
  readonly load: (origin: string) => Promise<KeptRobots | null>;
  readonly save: (origin: string, robots: KeptRobots) => Promise<void>;
}

/**
 * When robots.txt is asked for and what the answer permits (RFC 9309, sections 2.3 and 2.4).
 *
 * Once a day for an origin, once at a time. None there (4xx) permits all. One that cannot be had (5xx, 429, no answer)
 * forbids all until it can, unless a copy of less than 30 days goes on ruling; it is asked for again after an hour, and
 * by the next run.
 * What a copy's rules say is robots.ts; redirects (five at most) are followed by whoever is handed in as `fetchText`.
 */
import type { KeptRobots, RobotsStore } from './outcome.ts';
import { cutRobots } from './robots.ts';

/** What came for `ORIGIN/robots.txt`; `status` null: no answer, or none that may be reached. */
export interface RobotsAnswer {
  readonly status: number | null;
  readonly contentType: string | null;
  readonly text: string;
}

export interface RobotsKeeping {
  /** Asks for `ORIGIN/robots.txt` and follows redirects; throws only when aborted. */
  readonly fetchText: (origin: string) => Promise<RobotsAnswer>;
  readonly store: RobotsStore;
  readonly clock: () => Date;
  /** Hears, in one English sentence, of every answer that was no set of rules and of what follows from it. */
  readonly note?: (origin: string, sentence: string) => void;
}

export interface RobotsKeeper {
  /** What rules an origin such as `https://portal.example.vn` now; callers at the same time share one request. */
  readonly rulesFor: (origin: string) => Promise<KeptRobots>;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LAST_RESORT_MS = 30 * DAY_MS;

export function keepRobots({ fetchText, store, clock, note = () => {} }: RobotsKeeping): RobotsKeeper {
  const held = new Map<string, { readonly robots: KeptRobots; readonly heldAt: number; readonly forMs: number }>();
  const asking = new Map<string, Promise<KeptRobots>>();

  const hold = (origin: string, robots: KeptRobots, heldAt: number, forMs: number): KeptRobots => {
    held.set(origin, { robots, heldAt, forMs });
    return robots;
  };

  const find = async (origin: string): Promise<KeptRobots> => {
    const kept = await store.load(origin);
    const now = clock().getTime();
    // An outage is no rule of the site's: whoever starts anew may find it over.
    if (kept !== null && kept.verdict !== 'forbid-all') {
      const keptAt = Date.parse(kept.fetchedAt);
      if (isWithin(DAY_MS, keptAt, now)) return hold(origin, kept, keptAt, DAY_MS);
    }
    const answer = await fetchText(origin);
    const { verdict, sentence } = judgeAnswer(answer);
    const answeredAt = clock();
    if (verdict === 'forbid-all' && kept !== null && isLastResort(kept, answeredAt.getTime())) {
      note(origin, `${sentence}; the copy of ${kept.fetchedAt} goes on ruling`);
      return hold(origin, kept, answeredAt.getTime(), HOUR_MS);
    }
    if (sentence !== null) note(origin, sentence);
    const text = verdict === 'rules' ? cutRobots(answer.text.replaceAll('\0', '')) : '';
    const robots: KeptRobots = { verdict, text, fetchedAt: answeredAt.toISOString() };
    await store.save(origin, robots);
    return hold(origin, robots, answeredAt.getTime(), verdict === 'forbid-all' ? HOUR_MS : DAY_MS);
  };

  const rulesFor = (origin: string): Promise<KeptRobots> => {
    const known = held.get(origin);
    if (known !== undefined && isWithin(known.forMs, known.heldAt, clock().getTime())) {
      return Promise.resolve(known.robots);
    }
    const underWay = asking.get(origin);
    if (underWay !== undefined) return underWay;
    const found = find(origin).finally(() => asking.delete(origin));
    asking.set(origin, found);
    return found;
  };

  return { rulesFor };
}

interface Judgement {
  readonly verdict: KeptRobots['verdict'];
  /** Why, where it was no set of rules; null for rules. */
  readonly sentence: string | null;
}

/** What an answer permits: only the status says whether there are rules, and the text whether they are such. */
function judgeAnswer({ status, contentType, text }: RobotsAnswer): Judgement {
  if (status === null) return { verdict: 'forbid-all', sentence: 'robots.txt cannot be had: no answer' };
  // A server that asks for patience has not said that there are no rules, though 429 is among the 4xx.
  if (status === 429 || status >= 500) {
    return { verdict: 'forbid-all', sentence: `robots.txt cannot be had: status ${status}` };
  }
  // A redirect that is left over had more than five before it; the RFC counts that as none there.
  if (status < 200 || status >= 300)
    return { verdict: 'allow-all', sentence: `there is no robots.txt: status ${status}` };
  if (isPlainText(text)) return { verdict: 'rules', sentence: null };
  return { verdict: 'allow-all', sentence: `robots.txt is no text file but ${contentType ?? 'of no named type'}` };
}

/**
 * By its content, for servers send rules as text/html and pages as text/plain. A picture may be sent too; but a zero byte
 * behind rules, or one beside every letter of them (UTF-16), takes nothing from what they say.
 */
function isPlainText(text: string): boolean {
  if (/^[\s\ufeff]{0,1000}</.test(text)) return false;
  const beginning = text.slice(0, 4096);
  return !beginning.includes('\0') || RULE_LINE.test(beginning.replaceAll('\0', ''));
}

const RULE_LINE = /^[^\p{L}\n]{0,9}user-agent[ \t]{0,9}:/imu;

function isLastResort(kept: KeptRobots, nowMs: number): boolean {
  return kept.verdict !== 'forbid-all' && isWithin(LAST_RESORT_MS, Date.parse(kept.fetchedAt), nowMs);
}

/** False also for an instant to come: then the clock was put back, and nobody knows how old a copy is. */
function isWithin(forMs: number, sinceMs: number, nowMs: number): boolean {
  return nowMs >= sinceMs && nowMs - sinceMs < forMs;
}

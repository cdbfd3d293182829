/**
 * The manners of asking: one request at a time to a host, a pause before the next, patience when it is busy, and rest when
 * it is down.
 *
 * The pause is counted from the end of an answer to the next request, so that the server sees at least that much between
 * two of them. "Come back later" (Retry-After) and backing off after 429 or 503 hold for the whole host; after other
 * failures only that address waits. A pause of more than a minute is kept like any other, but a run has only so much time
 * for them at one host, and leaves the rest for the next. What a failure is, the caller says; time, sleep and chance are
 * handed in.
 */
import PQueue from 'p-queue';
import { untilAborted } from './abort.ts';

/** How one try ended. */
export type Attempt<T> =
  /** Nothing to try again. `isAnswer`: the host gave it, so it is up. */
  | { readonly kind: 'done'; readonly value: T; readonly isAnswer: boolean }
  | {
      readonly kind: 'failed';
      readonly value: T;
      /** How many tries in all such a failure is worth; never more than `mostTries`. */
      readonly worthTries: number;
      /** What the host asked for; null where it did not. */
      readonly retryAfterMs: number | null;
      /** It said that it has too much to do (429, 503). */
      readonly isBusy: boolean;
    };

export type Visit<T> =
  | { readonly kind: 'visited'; readonly value: T }
  /** `isSpent`: nothing is wrong, but there is no more time for this host in this run. */
  | { readonly kind: 'down'; readonly reason: string; readonly isSpent: boolean };

export interface PaceLimits {
  readonly mostTries: number;
  /** The first back-off lasts half of this to all of it, every next twice as much. */
  readonly backoffMs: number;
  readonly mostBackoffMs: number;
  /** Of the rule "twice as long as the last answer took". */
  readonly mostSlowMs: number;
  /** How long a host is waited for at all, one wait after another without an answer in between. */
  readonly patienceMs: number;
  /** A pause that is wanted between any two requests is long from here on, */
  readonly longPauseMs: number;
  /** and all long ones of a host together last no longer than this. */
  readonly mostLongPausesMs: number;
  /** So many addresses failed in a row: the host is down. */
  readonly failuresToRest: number;
  readonly restMs: number;
}

export const standardPace: PaceLimits = {
  mostTries: 4,
  backoffMs: 1000,
  mostBackoffMs: 60_000,
  mostSlowMs: 10_000,
  patienceMs: 15 * 60_000,
  longPauseMs: 60_000,
  mostLongPausesMs: 60 * 60_000,
  failuresToRest: 5,
  restMs: 10 * 60_000,
};

export interface HostPace {
  /**
   * Tries until it is done, each time when the turn of this address has come. Rejects only with the reason of `signal`,
   * or with what `attempt` throws.
   */
  readonly visit: <T>(
    host: string,
    delayMs: number,
    attempt: () => Promise<Attempt<T>>,
    signal: AbortSignal,
  ) => Promise<Visit<T>>;
  /** Why the host is not asked at present, null if it is. */
  readonly downReason: (host: string) => string | null;
}

export interface PaceParts {
  readonly clock: () => Date;
  /** Milliseconds of a clock that nobody can set, by which waits are counted; without it `clock` counts them. */
  readonly ticks?: (() => number) | undefined;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly limits?: Partial<PaceLimits> | undefined;
}

export function openHostPace(parts: PaceParts): HostPace {
  const limits = { ...standardPace, ...parts.limits };
  const hosts = new Map<string, HostState>();
  const stateOf = (host: string): HostState => {
    const state = hosts.get(host) ?? newState();
    hosts.set(host, state);
    return state;
  };
  const now = parts.ticks ?? (() => parts.clock().getTime());

  async function visit<T>(
    host: string,
    delayMs: number,
    attempt: () => Promise<Attempt<T>>,
    signal: AbortSignal,
  ): Promise<Visit<T>> {
    const state = stateOf(host);
    for (let tries = 1; ; tries++) {
      const turn = await inTurn(state, signal, () => takeTurn(state, delayMs, attempt, tries, signal));
      if (turn.kind !== 'again') return turn;
      if (turn.backoffMs > 0) await parts.sleep(turn.backoffMs, signal);
    }
  }

  /** With the host to itself: waits for the pause to pass, asks, and notes what that says of the host. */
  async function takeTurn<T>(
    state: HostState,
    delayMs: number,
    attempt: () => Promise<Attempt<T>>,
    tries: number,
    signal: AbortSignal,
  ): Promise<Turn<T>> {
    const reason = whyDown(state) ?? whyTooLong(state);
    if (reason !== null) return { kind: 'down', reason, isSpent: false };
    const pauseMs = leftOf(pauseOf(state, delayMs), now());
    if (delayMs >= limits.longPauseMs) {
      if (state.pausedMs + pauseMs > limits.mostLongPausesMs) return spent(state, delayMs);
      state.pausedMs += pauseMs;
    }
    const quietMs = leftOf(state.quiet, now());
    const waitMs = Math.max(quietMs, pauseMs);
    state.waitedMs += quietMs;
    // A timer may ring a little early.
    if (waitMs > 0) await parts.sleep(waitMs + 1, signal);
    signal.throwIfAborted();
    const startedAt = now();
    try {
      return note(state, await attempt(), tries);
    } finally {
      const endedAt = now();
      state.last = { endedAt, tookMs: Math.max(0, endedAt - startedAt) };
    }
  }

  function note<T>(state: HostState, ended: Attempt<T>, tries: number): Turn<T> {
    if (ended.kind === 'done') {
      if (ended.isAnswer) Object.assign(state, { failures: 0, restsUntil: null, waitedMs: 0 });
      return { kind: 'visited', value: ended.value };
    }
    const isTrial = state.restsUntil !== null;
    const mostMs = Math.min(limits.mostBackoffMs, limits.backoffMs * 2 ** (tries - 1));
    // By chance in the upper half, so that no wait is shorter than the one before it.
    const backoffMs = Math.round(mostMs * (0.5 + parts.random() / 2));
    const isHostWide = ended.retryAfterMs !== null || ended.isBusy;
    if (isHostWide) state.quiet = { from: now(), ms: Math.max(ended.retryAfterMs ?? 0, backoffMs) };
    if (!isTrial && tries < Math.min(limits.mostTries, ended.worthTries)) {
      return { kind: 'again', backoffMs: isHostWide ? 0 : backoffMs };
    }
    state.failures += 1;
    if (isTrial || state.failures >= limits.failuresToRest) state.restsUntil = now() + limits.restMs;
    return { kind: 'visited', value: ended.value };
  }

  function whyDown(state: HostState): string | null {
    const leftMs = state.restsUntil === null ? 0 : state.restsUntil - now();
    if (leftMs <= 0) return null;
    const until = new Date(parts.clock().getTime() + leftMs).toISOString();
    return `the host failed ${state.failures} addresses in a row and rests until ${until}`;
  }

  /** Where not one more request than robots.txt itself fits, something is wrong after all. */
  function spent(state: HostState, delayMs: number): Turn<never> {
    const asked = `the host wants ${delayMs / 1000} s between two requests`;
    const most = `${limits.mostLongPausesMs / 60_000} minutes of such pauses that a run has for it`;
    if (state.pausedMs === 0)
      return { kind: 'down', reason: `${asked}, which is more than the ${most}`, isSpent: false };
    return { kind: 'down', reason: `${asked}; the ${most} are over, the rest is left for the next run`, isSpent: true };
  }

  function whyTooLong(state: HostState): string | null {
    const quietMs = leftOf(state.quiet, now());
    const waitMs = quietMs + (quietMs > 0 ? state.waitedMs : 0);
    if (waitMs <= limits.patienceMs) return null;
    return `the host asks to be left alone for ${Math.ceil(waitMs / 1000)} s, longer than a run waits`;
  }

  function pauseOf(state: HostState, delayMs: number): Span | null {
    if (state.last === null) return null;
    const slowMs = delayMs > 0 ? Math.min(limits.mostSlowMs, 2 * state.last.tookMs) : 0;
    return { from: state.last.endedAt, ms: Math.max(delayMs, slowMs) };
  }

  return {
    visit,
    downReason: (host) => {
      const state = hosts.get(host);
      return state === undefined ? null : whyDown(state);
    },
  };
}

interface Span {
  readonly from: number;
  readonly ms: number;
}

interface HostState {
  readonly queue: PQueue;
  last: { readonly endedAt: number; readonly tookMs: number } | null;
  /** Since when and how long the host wants no request. */
  quiet: Span | null;
  /** Waited at its own wish since the last answer. */
  waitedMs: number;
  /** Spent on long pauses in all. */
  pausedMs: number;
  /** Addresses in a row. */
  failures: number;
  /** Until when it is left alone; once past, one try decides. */
  restsUntil: number | null;
}

/** `again`: not before so long, as far as this address goes. */
type Turn<T> = Visit<T> | { readonly kind: 'again'; readonly backoffMs: number };

function newState(): HostState {
  return {
    queue: new PQueue({ concurrency: 1 }),
    last: null,
    quiet: null,
    waitedMs: 0,
    pausedMs: 0,
    failures: 0,
    restsUntil: null,
  };
}

/** What is left of a span; all of it when the clock was set back, so that nobody waits longer than the span. */
function leftOf(span: Span | null, now: number): number {
  if (span === null) return 0;
  const passed = now - span.from;
  return passed < 0 ? span.ms : Math.max(0, span.ms - passed);
}

/** The queue is not told of the signal: it would let the next one start while an aborted request still runs. */
function inTurn<T>(state: HostState, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
  const turn = state.queue.add(async () => {
    signal.throwIfAborted();
    return await task();
  });
  return untilAborted(turn, signal);
}

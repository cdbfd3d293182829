import { describe, expect, it } from 'vitest';
import type { Attempt, HostPace, PaceLimits } from './host-pace.ts';
import { openHostPace } from './host-pace.ts';

const never = new AbortController().signal;
const host = 'portal.hakhe.example';
const fine: Attempt<string> = { kind: 'done', value: 'fine', isAnswer: true };
const broken: Attempt<string> = {
  kind: 'failed',
  value: 'broken',
  worthTries: Number.POSITIVE_INFINITY,
  retryAfterMs: null,
  isBusy: false,
};

interface Bench {
  readonly pace: HostPace;
  /** Seconds since the start at which each try began. */
  readonly startedAt: number[];
  /** Answers with these in turn, the last again and again; each takes `tookMs`. */
  readonly answers: (...attempts: Attempt<string>[]) => () => Promise<Attempt<string>>;
  readonly pass: (ms: number) => void;
}

/** A pace whose time only passes in waits and answers. */
function aBench(
  given: { readonly tookMs?: number; readonly random?: number; readonly limits?: Partial<PaceLimits> } = {},
): Bench {
  let now = 1_000_000;
  const startedAt: number[] = [];
  const pace = openHostPace({
    clock: () => new Date(now),
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      now += ms;
    },
    random: () => given.random ?? 1,
    limits: given.limits,
  });
  return {
    pace,
    startedAt,
    answers: (...attempts) => {
      let count = 0;
      return async () => {
        startedAt.push(Math.floor((now - 1_000_000) / 1000));
        now += given.tookMs ?? 0;
        count += 1;
        return attempts[Math.min(count, attempts.length) - 1] ?? fine;
      };
    },
    pass: (ms) => {
      now += ms;
    },
  };
}

describe('the pause between two requests', () => {
  it.each([
    ['the delay of the source', 2000, 0, [0, 2, 4]],
    ['none', 0, 500, [0, 0, 1]],
    ['twice as long as a slow answer took', 1000, 3000, [0, 9, 18]],
    ['but no more than ten seconds of that', 1000, 30_000, [0, 40, 80]],
    ['and never less than the delay', 20_000, 6000, [0, 26, 52]],
  ])('is %s', async (_what, delayMs, tookMs, expected) => {
    const { pace, answers, startedAt } = aBench({ tookMs });
    for (let n = 0; n < 3; n++) await pace.visit(host, delayMs, answers(fine), never);
    expect(startedAt).toEqual(expected);
  });

  it('is kept between visits that come at once, one at a time, and not between hosts', async () => {
    let running = 0;
    let most = 0;
    const { pace } = aBench();
    const attempt = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return fine;
    };
    await Promise.all([1, 2, 3, 4].map(() => pace.visit(host, 0, attempt, never)));
    expect(most).toBe(1);
    await Promise.all(['a.example', 'b.example', 'c.example'].map((name) => pace.visit(name, 0, attempt, never)));
    expect(most).toBe(3);
  });

  it('that has passed already is not waited for', async () => {
    const { pace, answers, startedAt, pass } = aBench();
    await pace.visit(host, 5000, answers(fine), never);
    pass(4000);
    await pace.visit(host, 5000, answers(fine), never);
    pass(60_000);
    await pace.visit(host, 5000, answers(fine), never);
    expect(startedAt).toEqual([0, 5, 65]);
  });

  it('is not longer than itself when the clock is set back', async () => {
    const { pace, answers, startedAt, pass } = aBench();
    await pace.visit(host, 5000, answers(fine), never);
    pass(-3_600_000);
    await pace.visit(host, 5000, answers(fine), never);
    expect(startedAt).toEqual([0, -3595]);
  });
});

describe('trying again', () => {
  it.each([
    ['what is done', [fine], 'fine', [0]],
    ['what comes right, backing off twice as long each time', [broken, broken, fine], 'fine', [0, 1, 3]],
    ['what stays broken, four times', [broken], 'broken', [0, 1, 3, 7]],
    ['what is worth two tries', [{ ...broken, worthTries: 2 }], 'broken', [0, 1]],
    ['what is worth one', [{ ...broken, worthTries: 1 }], 'broken', [0]],
    ['a busy host, when it wants', [{ ...broken, isBusy: true, retryAfterMs: 120_000 }, fine], 'fine', [0, 120]],
    ['a busy host that names no time', [{ ...broken, isBusy: true }, fine], 'fine', [0, 1]],
  ])('%s', async (_what, attempts, value, expected) => {
    const { pace, answers, startedAt } = aBench();
    expect(await pace.visit(host, 0, answers(...attempts), never)).toEqual({ kind: 'visited', value });
    expect(startedAt).toEqual(expected);
  });

  it.each([
    [0, [0, 30, 80, 130]],
    [0.5, [0, 45, 120, 195]],
    [1, [0, 60, 160, 260]],
  ])('backs off by chance (%d), never less than half of what it may', async (random, expected) => {
    const { pace, answers, startedAt } = aBench({ random, limits: { backoffMs: 60_000, mostBackoffMs: 100_000 } });
    await pace.visit(host, 0, answers(broken), never);
    expect(startedAt).toEqual(expected);
  });

  it('lets other addresses go on meanwhile, unless the host is busy', async () => {
    const quick = aBench();
    const order: string[] = [];
    const noting = (name: string, attempt: () => Promise<Attempt<string>>) => () => {
      order.push(name);
      return attempt();
    };
    await Promise.all([
      quick.pace.visit(host, 0, noting('first', quick.answers(broken, fine)), never),
      quick.pace.visit(host, 0, noting('second', quick.answers(fine)), never),
    ]);
    expect(order).toEqual(['first', 'second', 'first']);

    const busy = aBench();
    await Promise.all([
      busy.pace.visit(host, 0, busy.answers({ ...broken, isBusy: true, retryAfterMs: 30_000 }, fine), never),
      busy.pace.visit(host, 0, busy.answers(fine), never),
    ]);
    expect(busy.startedAt).toEqual([0, 30, 30]);
  });
});

describe('a host that is down', () => {
  it('is left alone after five addresses in a row, tried once after ten minutes, and taken back', async () => {
    const { pace, answers, startedAt, pass } = aBench({ limits: { mostTries: 1 } });
    for (let n = 0; n < 5; n++) {
      expect(pace.downReason(host)).toBeNull();
      await pace.visit(host, 0, answers(broken), never);
    }
    expect(pace.downReason(host)).toContain('failed 5 addresses in a row');
    expect(await pace.visit(host, 0, answers(fine), never)).toMatchObject({ kind: 'down' });
    expect(startedAt).toHaveLength(5);
    expect(await pace.visit('other.example', 0, answers(fine), never)).toMatchObject({ kind: 'visited' });

    pass(600_000);
    expect(await pace.visit(host, 0, answers(broken), never)).toMatchObject({ kind: 'visited', value: 'broken' });
    expect(await pace.visit(host, 0, answers(fine), never)).toMatchObject({ kind: 'down' });
    pass(600_000);
    expect(await pace.visit(host, 0, answers(fine), never)).toMatchObject({ kind: 'visited', value: 'fine' });
    await pace.visit(host, 0, answers(broken), never);
    expect(pace.downReason(host)).toBeNull();
  });

  it('is tried once only, not four times, after its rest', async () => {
    const { pace, answers, startedAt, pass } = aBench();
    for (let n = 0; n < 5; n++) await pace.visit(host, 0, answers(broken), never);
    expect(startedAt).toHaveLength(20);
    pass(600_000);
    await pace.visit(host, 0, answers(broken), never);
    expect(startedAt).toHaveLength(21);
  });

  it('is not one that answers in between, nor one that was not asked', async () => {
    const { pace, answers } = aBench({ limits: { mostTries: 1 } });
    for (let n = 0; n < 12; n++) await pace.visit(host, 0, answers(n % 4 === 3 ? fine : broken), never);
    expect(pace.downReason(host)).toBeNull();
    const refused: Attempt<string> = { kind: 'done', value: 'refused', isAnswer: false };
    for (let n = 0; n < 3; n++) await pace.visit(host, 0, answers(broken), never);
    await pace.visit(host, 0, answers(refused), never);
    for (let n = 0; n < 2; n++) await pace.visit(host, 0, answers(broken), never);
    expect(pace.downReason(host)).not.toBeNull();
  });

  it.each([
    ['at once', [16 * 60_000], 1],
    ['bit by bit', [7 * 60_000, 7 * 60_000, 7 * 60_000], 3],
  ])('is one that wants more patience than there is, %s', async (_what, waits, tries) => {
    const { pace, answers, startedAt } = aBench();
    const attempts = waits.map((retryAfterMs) => ({ ...broken, isBusy: true, retryAfterMs }));
    expect(await pace.visit(host, 0, answers(...attempts), never)).toMatchObject({ kind: 'down' });
    expect(startedAt).toHaveLength(tries);
    expect(await pace.visit(host, 0, answers(fine), never)).toMatchObject({ kind: 'down' });
  });
});

describe('the signal', () => {
  it('ends waiting for a turn at once, and the one at work is not overtaken', async () => {
    const { pace } = aBench();
    const order: string[] = [];
    let finish = (): void => undefined;
    const working = pace.visit(
      host,
      0,
      () =>
        new Promise<Attempt<string>>((resolve) => {
          finish = () => {
            order.push('first ended');
            resolve(fine);
          };
        }),
      never,
    );
    const controller = new AbortController();
    const reason = new Error('enough');
    const waiting = pace.visit(host, 0, async () => fine, controller.signal);
    const after = pace.visit(
      host,
      0,
      async () => {
        order.push('third began');
        return fine;
      },
      never,
    );
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    finish();
    await Promise.all([working, after]);
    expect(order).toEqual(['first ended', 'third began']);
  });

  it('given before, nothing is asked', async () => {
    const { pace, answers, startedAt } = aBench();
    await expect(pace.visit(host, 0, answers(fine), AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
    expect(startedAt).toEqual([]);
  });
});

describe('a host that wants long pauses', () => {
  const minutes = (count: number): number => count * 60_000;

  async function asksOf(delayMs: number, times: number) {
    const { pace, answers, startedAt } = aBench();
    const answer = answers(fine);
    const told = [];
    for (let n = 0; n < times; n += 1) told.push(await pace.visit(host, delayMs, answer, never));
    return { startedAt, last: told.at(-1) };
  }

  it.each([
    ['under a minute: all that there is', 59_000, 100, 100],
    ['ten minutes: what fits in an hour', minutes(10), 100, 7],
    ['an hour: one behind the first', minutes(60), 5, 2],
    ['a day: none behind the first', minutes(1440), 5, 1],
  ])('%s', async (_what, delayMs, times, asked) => {
    const { startedAt } = await asksOf(delayMs, times);
    expect(startedAt).toHaveLength(asked);
    const gaps = startedAt.slice(1).map((at, index) => at - (startedAt[index] ?? 0));
    expect(gaps.filter((gap) => gap * 1000 < delayMs)).toEqual([]);
  });

  it('is no failure while some of it can be had, and is one where nothing can', async () => {
    expect((await asksOf(minutes(10), 8)).last).toMatchObject({ kind: 'down', isSpent: true });
    const { last } = await asksOf(minutes(1440), 2);
    expect(last).toMatchObject({ kind: 'down', isSpent: false });
    expect(last).toMatchObject({ reason: expect.stringContaining('wants 86400 s between two requests') });
  });
});

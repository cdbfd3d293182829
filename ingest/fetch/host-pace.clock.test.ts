import { describe, expect, it } from 'vitest';
import { type Attempt, openHostPace } from './host-pace.ts';

const never = new AbortController().signal;
const host = 'portal.hakhe.example';
const fine: Attempt<string> = { kind: 'done', value: 'fine', isAnswer: true };
const broken: Attempt<string> = { kind: 'failed', value: 'broken', worthTries: 4, retryAfterMs: null, isBusy: false };

describe('a clock that is set', () => {
  it.each([3_600_000, -3_600_000])('by %i ms changes no wait where another counts', async (jumpMs) => {
    let ticks = 0;
    let setBy = 0;
    const slept: number[] = [];
    const pace = openHostPace({
      clock: () => new Date(1_000_000 + ticks + setBy),
      ticks: () => ticks,
      sleep: async (ms) => {
        slept.push(ms);
        ticks += ms;
      },
      random: () => 1,
      limits: { mostTries: 1, failuresToRest: 1, restMs: 60_000 },
    });
    await pace.visit(host, 5000, async () => fine, never);
    ticks += 2000;
    setBy = jumpMs;
    await pace.visit(host, 5000, async () => broken, never);
    expect(slept).toEqual([3001]);
    const until = new Date(1_000_000 + 5001 + jumpMs + 60_000).toISOString();
    expect(pace.downReason(host)).toContain(`rests until ${until}`);
    ticks += 60_000;
    expect(pace.downReason(host)).toBeNull();
  });
});

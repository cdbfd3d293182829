import pino from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { readMeta, writeMeta } from '../core/archive/meta.ts';
import { anArchive, sampleClock } from '../test/builders.ts';
import { isCron, startSchedule } from './schedule.ts';

/** How often a run was started by a start of the schedule, and what it then remembers as due. */
async function startsWith(due: string | null): Promise<{ readonly runs: number; readonly due: string | null }> {
  const archive = await anArchive();
  if (due !== null) await writeMeta(archive.db, 'next-run-due', due);
  let runs = 0;
  const run = async (): Promise<number> => {
    runs += 1;
    return 0;
  };
  const schedule = await startSchedule('0 2 * * *', { archive, log: pino({ enabled: false }), run });
  await schedule.stop();
  return { runs, due: await readMeta(archive.db, 'next-run-due') };
}

describe('startSchedule', () => {
  const hour = 3_600_000;
  const at = (ms: number): string => new Date(sampleClock().getTime() + ms).toISOString();

  it.each([
    ['a first start', null, 0],
    ['a night missed', at(-hour), 1],
    ['ten nights missed', at(-240 * hour), 1],
    ['a night still to come', at(hour), 0],
  ])('after %s', async (_what, due, runs) => {
    const told = await startsWith(due);
    expect(told.runs).toBe(runs);
    // Two in the morning in Vietnam.
    expect(told.due).toMatch(/T19:00:00\.000Z$/);
  });
});

describe('a run that cannot be started', () => {
  it('does not stand in the way of the next, nor of the end', async () => {
    const archive = await anArchive();
    let runs = 0;
    const run = async (): Promise<number> => {
      runs += 1;
      throw new Error('spawn EAGAIN');
    };
    const schedule = await startSchedule('* * * * * *', { archive, log: pino({ enabled: false }), run });
    await vi.waitFor(() => expect(runs).toBeGreaterThan(1), { timeout: 10_000 });
    await expect(schedule.stop()).resolves.toBeUndefined();
  });
});

describe('isCron', () => {
  it.each([
    ['0 2 * * *', true],
    ['*/5 1-4 * * 1,3', true],
    ['0 25 * * *', false],
    ['nightly', false],
  ])('%s: %s', (expression, verdict) => {
    expect(isCron(expression)).toBe(verdict);
  });
});

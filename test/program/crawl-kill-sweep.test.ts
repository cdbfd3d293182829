/**
 * Runs killed at random moments and at every seventh write, each finished by the next: nothing lost, nothing doubled, no
 * more than one request in twenty repeated over all of them.
 *
 * A sample by default. `KILLS=all npx vitest run --project browser test/program/crawl-kill-sweep.test.ts` kills at 60
 * moments and at every seventh write there is, over a portal and a gazette: 280 runs and as many that go on, half an hour
 * on a machine that does nothing else.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGazetteSite } from '../sites/gazette.ts';
import { openPortalSite } from '../sites/portal.ts';
import type { Site } from '../sites/site.ts';
import { type Kill, type Killed, type KillSweep, openKillSweep } from './kill-sweep.ts';

const isFull = process.env['KILLS'] === 'all';
const EVERY = 7;
/** One address under way is several requests where it redirects. */
const REDIRECTED = 6;
const LONG = 2 * 3_600_000;

/** Of the whole list as many as the sample has, evenly spread from a place that is not the first. */
function sample<T>(all: readonly T[], size: number): readonly T[] {
  if (isFull || all.length <= size) return all;
  return Array.from({ length: size }, (_, at) => all[Math.floor(((at + 0.7) * all.length) / size)]).filter(
    (one) => one !== undefined,
  );
}

/** Always the same chances, from 0 up to 1. */
function* chances(): Generator<number, never> {
  for (let seed = 20_261_123; ; ) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    yield seed / 2 ** 32;
  }
}

function randomMoments(count: number, ms: number): readonly Kill[] {
  const chance = chances();
  // A run on an idle machine takes less time than the calm one may have taken.
  return Array.from({ length: count }, () => ({ kind: 'moment', ms: Math.round(0.9 * chance.next().value * ms) }));
}

function everySeventh(writes: number): readonly Kill[] {
  return Array.from({ length: Math.floor(writes / EVERY) }, (_, at) => ({ kind: 'write', number: (at + 1) * EVERY }));
}

interface Row {
  readonly what: string;
  readonly open: () => Site;
  readonly kills: (calm: KillSweep['calm']) => readonly Kill[];
}

const rows: readonly Row[] = [
  {
    what: 'random moments, a portal',
    open: () => openPortalSite(12),
    kills: ({ ms }) => sample(randomMoments(60, ms), 2),
  },
  {
    what: 'every seventh write, a small portal',
    open: () => openPortalSite(5),
    kills: ({ writes }) => sample(everySeventh(writes), 3),
  },
  {
    what: 'every seventh write, a gazette with files',
    open: () => openGazetteSite({ isSteady: true }),
    kills: ({ writes }) => sample(everySeventh(writes), 3),
  },
];

describe.each(rows)('$what', ({ what, open, kills }) => {
  let sweep: KillSweep;
  const killed: Killed[] = [];

  beforeAll(async () => {
    sweep = await openKillSweep(open());
    const wanted = kills(sweep.calm);
    for (const [at, kill] of wanted.entries()) {
      const one = await sweep.tryKill(kill);
      if (one !== null) killed.push(one);
      if (isFull) console.info(`${what}: ${at + 1} of ${wanted.length}`, JSON.stringify(one));
    }
  }, LONG);
  afterAll(() => sweep.close());

  it('is compared with a calm run that found something', () => {
    expect(sweep.calm.lines).toBeGreaterThanOrEqual(20);
    expect(killed.length).toBeGreaterThanOrEqual(isFull ? 50 : 1);
  });

  it('loses nothing, doubles nothing, leaves nothing in disorder', () => {
    expect(killed.filter(({ differences }) => differences.length > 0)).toEqual([]);
  });

  it('repeats at most the request under way, and few in all', () => {
    expect(killed.filter(({ repeated }) => repeated > REDIRECTED)).toEqual([]);
    const repeated = killed.reduce((sum, one) => sum + Math.max(0, one.repeated), 0);
    if (isFull) console.info(`${what}: ${repeated} of ${killed.length * sweep.calm.requests} requests repeated`);
    expect(repeated).toBeLessThanOrEqual(Math.max(killed.length, 0.05 * killed.length * sweep.calm.requests));
  });
});

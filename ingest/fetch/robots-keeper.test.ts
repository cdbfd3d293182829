import { describe, expect, it } from 'vitest';
import type { KeptRobots } from './outcome.ts';
import { keepRobots, type RobotsAnswer } from './robots-keeper.ts';

const ORIGIN = 'https://xa.example';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-11-01T19:00:00Z');
const RULES = 'User-agent: *\nDisallow: /noi-bo/';

const answer = (status: number | null, text = '', contentType: string | null = 'text/plain'): RobotsAnswer => ({
  status,
  contentType,
  text,
});

/** A keeper whose server gives the answers in turn (the last for ever), a clock to be moved, and what was asked and kept. */
function aKeeper(answers: readonly RobotsAnswer[], stored: readonly (readonly [string, KeptRobots])[] = []) {
  const kept = new Map<string, KeptRobots>(stored);
  const asked: string[] = [];
  const notes: string[] = [];
  const time = { now: START };
  const start = () =>
    keepRobots({
      fetchText: async (origin) => {
        const found = answers[Math.min(asked.length, answers.length - 1)];
        asked.push(origin);
        if (found === undefined) throw new Error('The test has no answer.');
        await Promise.resolve();
        return found;
      },
      store: {
        load: async (origin) => kept.get(origin) ?? null,
        save: async (origin, robots) => {
          kept.set(origin, robots);
        },
      },
      clock: () => new Date(time.now),
      note: (_origin, sentence) => notes.push(sentence),
    });
  return { ...start(), restart: start, kept, asked, notes, time };
}

function aCopy(verdict: KeptRobots['verdict'], ageMs: number): readonly [string, KeptRobots] {
  const text = verdict === 'rules' ? RULES : '';
  return [ORIGIN, { verdict, text, fetchedAt: new Date(START - ageMs).toISOString() }];
}

describe('what an answer permits', () => {
  it.each([
    [answer(200, RULES), 'rules'],
    [answer(200, RULES, null), 'rules'],
    [answer(200, RULES, 'text/html; charset=utf-8'), 'rules'],
    [answer(200, ''), 'rules'],
    [answer(204), 'rules'],
    [answer(200, '\ufeff \n<!doctype html><p>Disallow: /</p>'), 'allow-all'],
    [answer(200, '\u0089PNG\r\n\0\0', 'image/png'), 'allow-all'],
    [answer(400), 'allow-all'],
    [answer(401), 'allow-all'],
    [answer(403), 'allow-all'],
    [answer(404, RULES), 'allow-all'],
    [answer(410), 'allow-all'],
    [answer(302), 'allow-all'],
    [answer(429), 'forbid-all'],
    [answer(500, RULES), 'forbid-all'],
    [answer(503), 'forbid-all'],
    [answer(599), 'forbid-all'],
    [answer(null), 'forbid-all'],
  ])('%j: %s', async (given, verdict) => {
    const { rulesFor, kept, notes } = aKeeper([given]);
    const text = verdict === 'rules' ? given.text : '';
    const expected = { verdict, text, fetchedAt: '2026-11-01T19:00:00.000Z' };
    expect(await rulesFor(ORIGIN)).toEqual(expected);
    expect(kept.get(ORIGIN)).toEqual(expected);
    expect(notes).toHaveLength(verdict === 'rules' ? 0 : 1);
  });

  it('says why there are no rules', async () => {
    for (const [given, sentence] of [
      [
        answer(200, '<html>', 'text/html; charset=utf-8,gbk'),
        'robots.txt is no text file but text/html; charset=utf-8,gbk',
      ],
      [answer(429), 'robots.txt cannot be had: status 429'],
      [answer(null), 'robots.txt cannot be had: no answer'],
      [answer(404), 'there is no robots.txt: status 404'],
    ] as const) {
      const { rulesFor, notes } = aKeeper([given]);
      await rulesFor(ORIGIN);
      expect(notes).toEqual([sentence]);
    }
  });

  it('keeps no more than 500 KiB', async () => {
    const { rulesFor } = aKeeper([answer(200, `${RULES}\n${'# dài\n'.repeat(200_000)}`)]);
    const { text } = await rulesFor(ORIGIN);
    expect(text.startsWith(RULES)).toBe(true);
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(512_000);
  });
});

describe('when it is asked for', () => {
  it.each([
    ['rules', answer(200, RULES), DAY, 1],
    ['none there', answer(404), DAY, 1],
    ['an outage', answer(503), HOUR, 2],
  ])(
    '%s: not again before its time; the next process asks only behind an outage',
    async (_note, given, forMs, asksOfTwo) => {
      const { rulesFor, restart, asked, time } = aKeeper([given]);
      await rulesFor(ORIGIN);
      time.now += forMs - 1;
      await rulesFor(ORIGIN);
      expect(asked).toHaveLength(1);
      await restart().rulesFor(ORIGIN);
      expect(asked).toHaveLength(asksOfTwo);
      time.now += 1;
      await rulesFor(ORIGIN);
      await rulesFor(ORIGIN);
      expect(asked).toHaveLength(asksOfTwo + 1);
    },
  );

  it('once for all who ask at the same time, and for each origin by itself', async () => {
    const { rulesFor, asked } = aKeeper([answer(200, RULES)]);
    const origins = [ORIGIN, ORIGIN, 'https://tinh.example', ORIGIN, 'https://tinh.example', 'http://xa.example'];
    const found = await Promise.all(origins.map((origin) => rulesFor(origin)));
    expect(found.map(({ verdict }) => verdict)).toEqual(origins.map(() => 'rules'));
    expect(asked.sort()).toEqual(['http://xa.example', ORIGIN, 'https://tinh.example'].sort());
  });

  it('again where asking was broken off', async () => {
    const asked: string[] = [];
    const { rulesFor } = keepRobots({
      fetchText: async (origin) => {
        asked.push(origin);
        if (asked.length === 1) throw new Error('aborted');
        return answer(200, RULES);
      },
      store: { load: async () => null, save: async () => {} },
      clock: () => new Date(START),
    });
    await expect(Promise.all([rulesFor(ORIGIN), rulesFor(ORIGIN)])).rejects.toThrow('aborted');
    expect((await rulesFor(ORIGIN)).verdict).toBe('rules');
  });

  it('again where the clock was put back behind the copy', async () => {
    const { rulesFor, asked } = aKeeper([answer(404)], [aCopy('rules', -HOUR)]);
    expect((await rulesFor(ORIGIN)).verdict).toBe('allow-all');
    expect(asked).toHaveLength(1);
  });
});

describe('a copy of an earlier day', () => {
  it.each([
    ['rules', 2 * DAY, 'rules'],
    ['rules', 30 * DAY - 1, 'rules'],
    ['rules', 30 * DAY, 'forbid-all'],
    ['allow-all', 29 * DAY, 'allow-all'],
    ['allow-all', 31 * DAY, 'forbid-all'],
    ['forbid-all', 2 * DAY, 'forbid-all'],
  ] as const)('that said %s, %i ms old, leaves %s in an outage', async (verdict, ageMs, expected) => {
    for (const outage of [answer(null), answer(500), answer(429)]) {
      const { rulesFor } = aKeeper([outage], [aCopy(verdict, ageMs)]);
      expect((await rulesFor(ORIGIN)).verdict).toBe(expected);
    }
  });

  it('keeps its own age while it stands in, and gives way to the next answer', async () => {
    const { rulesFor, kept, asked, notes, time } = aKeeper(
      [answer(503), answer(503), answer(404)],
      [aCopy('rules', 2 * DAY)],
    );
    await rulesFor(ORIGIN);
    expect(kept.get(ORIGIN)).toEqual(aCopy('rules', 2 * DAY)[1]);
    expect(notes[0]).toBe('robots.txt cannot be had: status 503; the copy of 2026-10-30T19:00:00.000Z goes on ruling');
    await rulesFor(ORIGIN);
    expect(asked).toHaveLength(1);
    time.now += HOUR;
    expect((await rulesFor(ORIGIN)).verdict).toBe('rules');
    time.now += HOUR;
    expect((await rulesFor(ORIGIN)).verdict).toBe('allow-all');
  });

  it.each([answer(404), answer(200, RULES)])('gives way to %j', async (given) => {
    const { rulesFor } = aKeeper([given], [aCopy('forbid-all', 2 * HOUR)]);
    expect((await rulesFor(ORIGIN)).verdict).not.toBe('forbid-all');
  });
});

describe('zero bytes', () => {
  const sixteen = new TextDecoder().decode(Buffer.from(`\ufeff${RULES}`, 'utf16le'));

  it.each([
    ['behind the rules', `${RULES}\0\0`],
    ['beside every letter', sixteen],
  ])('%s take nothing from what they say', async (_where, text) => {
    const { rulesFor, notes } = aKeeper([answer(200, text)]);
    expect(await rulesFor(ORIGIN)).toMatchObject({ verdict: 'rules', text: RULES });
    expect(notes).toEqual([]);
  });
});

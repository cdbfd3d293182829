import { describe, expect, it } from 'vitest';
import { anArchive } from '../test/builders.ts';
import { aNightOf } from '../test/nights.ts';
import type { SourceSetting } from './parts.ts';
import { readSourceState, readSourceStates } from './source-states.ts';

const setting: SourceSetting = {
  id: 'song-mo',
  name: 'Cổng Sông Mơ',
  home: 'https://cong.example.vn/',
  hosts: [],
  place: null,
  isEnabled: true,
  feeds: 1,
  sitemaps: 0,
  lists: 0,
  attachments: true,
  delayMs: 1000,
  maxPages: 10,
};
const held = { source: 'song-mo', articles: 4, latestPublished: '2022-04-30', latestCapture: '2022-04-30T19:00:00Z' };
const now = new Date('2022-05-01T02:00:00Z');

describe('a source', () => {
  it.each([
    ['that went as usual', { made: {} }, 'good', []],
    [
      'of which some pages failed',
      { made: { health: 'amber', reasons: ['some-failed'] } },
      'attention',
      ['some-failed'],
    ],
    ['whose lists are empty', { made: { health: 'red', reasons: ['silent'] } }, 'silent', ['silent']],
    ['without anything new for long', { made: { health: 'amber', reasons: ['quiet'] } }, 'silent', ['quiet']],
    ['whose texts are gone', { made: { health: 'red', reasons: ['no-text'] } }, 'attention', ['no-text']],
    ['that nobody has run for two weeks', { at: '2022-04-16T19:00:00.000Z' }, 'attention', ['stale']],
  ] as const)('%s', async (_what, night, health, reasons) => {
    const { db } = await anArchive();
    await aNightOf(db, night);
    expect(await readSourceState(db, 'song-mo', [setting], [held], now)).toMatchObject({
      health,
      reasons,
      articles: 4,
    });
  });

  it('is judged by its last night alone', async () => {
    const { db } = await anArchive();
    await aNightOf(db, { at: '2022-04-29T19:00:00.000Z', made: { health: 'red', reasons: ['silent'] } });
    await aNightOf(db);
    const state = await readSourceState(db, 'song-mo', [setting], [], now);
    expect([state?.health, state?.nights.map(({ health }) => health)]).toEqual(['good', ['green', 'red']]);
  });

  it.each([
    ['not run yet', [setting], [], 'never'],
    ['kept out of runs', [{ ...setting, isEnabled: false }], [], 'off'],
    ['without a file', [], [held], 'files'],
  ] as const)('%s', async (_what, settings, counts, health) => {
    const { db } = await anArchive();
    expect((await readSourceState(db, 'song-mo', settings, counts, now))?.health).toBe(health);
  });

  it('of which nothing is known is none', async () => {
    const { db } = await anArchive();
    expect(await readSourceState(db, 'khac', [setting], [held], now)).toBeNull();
  });
});

describe('all sources', () => {
  it('come with those that nobody named, those to be looked at first', async () => {
    const { db } = await anArchive();
    await aNightOf(db, { made: { health: 'amber', reasons: ['some-failed'] } });
    const nameless = { ...held, source: null };
    const states = await readSourceStates(db, [{ ...setting, id: 'a-moi' }, setting], [held, nameless], now);
    expect(states.map(({ id, health }) => [id, health])).toEqual([
      ['song-mo', 'attention'],
      ['a-moi', 'never'],
      [null, 'files'],
    ]);
  });
});

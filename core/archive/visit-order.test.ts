import { describe, expect, it } from 'vitest';
import { anArchive } from '../../test/builders.ts';
import { deferLeftovers, nextDue, noteFound, noteResult } from './visits.ts';

const at = '2022-05-01T02:00:00.000Z';
const source = 'song-mo';

describe('more than nights have time for', () => {
  it('what is new goes first, and neither what is asked again nor what was left over waits for ever', async () => {
    const { db } = await anArchive();
    const nights: string[][] = [];
    const listed: string[] = [];
    for (const fresh of [['1', '2', '3', '4', '5'], ['6'], ['7'], [], []]) {
      listed.unshift(...fresh);
      await deferLeftovers(db, source);
      const found = listed.map((name) => {
        const url = `https://tin.example.vn/${name}`;
        return { url, kind: 'article', identity: name, foundOn: url, publishedHint: null, article: null } as const;
      });
      await noteFound(db, source, found, { at, askAgain: true });
      const asked: string[] = [];
      // Three addresses a night.
      for (let visit = await nextDue(db, source); visit !== null && asked.length < 3; ) {
        asked.push(visit.url.slice(-1));
        await noteResult(db, visit, { state: 'held', askedAt: at });
        visit = await nextDue(db, source);
      }
      nights.push(asked);
    }
    expect(nights).toEqual([
      ['1', '2', '3'],
      ['6', '4', '5'],
      ['7', '1', '2'],
      ['3', '6', '4'],
      ['5', '7', '1'],
    ]);
  });
});

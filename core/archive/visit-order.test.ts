import { describe, expect, it } from 'vitest';
import { anArchive } from '../../test/builders.ts';
import { deferLeftovers, deferPutOff } from './visit-order.ts';
import { nextDue, noteFound, noteResult } from './visits.ts';

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

describe('what nights put off', () => {
  it('waits behind what was left over, and keeps its place then', async () => {
    const { db } = await anArchive();
    const found = ['1', '2', '3'].map((name) => {
      const url = `https://tin.example.vn/${name}`;
      return { url, kind: 'article', identity: name, foundOn: url, publishedHint: null, article: null } as const;
    });
    await noteFound(db, source, found, { at, askAgain: true });
    const first = await nextDue(db, source);
    if (first === null) throw new Error('expected an address that is due');
    const putOff = { state: 'waiting', askedAt: at, reason: 'a login', isDone: false } as const;
    const inOrder = async (): Promise<readonly string[]> => {
      const due = db.selectFrom('visits').select('url').where('is_due', '=', 1).orderBy('due_order');
      return (await due.execute()).map(({ url }) => new URL(url).pathname);
    };
    await noteResult(db, first, { ...putOff, failures: 1 });
    await deferLeftovers(db, source);
    expect(await inOrder()).toEqual(['/2', '/3', '/1']);
    await noteFound(db, source, [{ ...first, identity: '4', foundOn: at, url: `${first.url}4` }], {
      at,
      askAgain: true,
    });
    await deferLeftovers(db, source);
    await deferPutOff(db, source);
    expect(await inOrder()).toEqual(['/2', '/3', '/1', '/14']);
    await noteResult(db, first, { ...putOff, failures: 2 });
    await deferLeftovers(db, source);
    expect(await inOrder()).toEqual(['/2', '/3', '/14', '/1']);
    await noteFound(db, source, [{ ...first, identity: '5', foundOn: at, url: `${first.url}5` }], {
      at,
      askAgain: true,
    });
    await deferPutOff(db, source);
    await deferLeftovers(db, source);
    expect(await inOrder()).toEqual(['/2', '/3', '/14', '/1', '/15']);
  });
});

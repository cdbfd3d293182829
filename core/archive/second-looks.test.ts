import { expect, it } from 'vitest';
import { anArchive, sampleClock } from '../../test/builders.ts';
import { takeBack } from '../../test/older-archive.ts';
import { openArchive } from './archive.ts';
import { forgetSecondLooks, readNightSoFar } from './second-looks.ts';
import { nextDue, noteFound, noteResult } from './visits.ts';

const source = 'song-mo';
const url = 'https://baosongmo.example/bai/mot.html';
const [evening, later] = ['2022-05-01T19:00:00.000Z', '2022-05-01T19:05:00.000Z'];
const found = { url, kind: 'article', identity: url, foundOn: url, publishedHint: null, article: null } as const;

it('are remembered with the address until they are forgotten', async () => {
  const { db } = await anArchive();
  await noteFound(db, source, [found], { at: evening, askAgain: true });
  const visit = await nextDue(db, source);
  if (visit === null) throw new Error('expected an address that is due');
  expect(visit.isPutOff).toBe(false);
  await noteResult(db, visit, { state: 'held', askedAt: later, reason: '…', isDone: false, secondLook: 'missing' });
  expect(await nextDue(db, source)).toMatchObject({ url, isPutOff: true });
  expect(await readNightSoFar(db, source, evening)).toEqual({ shown: 0, lost: 1, standInsInARow: 0 });
  await noteResult(db, visit, { state: 'held', askedAt: later });
  expect(await readNightSoFar(db, source, evening)).toEqual({ shown: 1, lost: 1, standInsInARow: 0 });
  expect(await readNightSoFar(db, source, '2022-05-02T19:00:00.000Z')).toMatchObject({ shown: 0 });
  await forgetSecondLooks(db, source);
  expect(await readNightSoFar(db, source, evening)).toMatchObject({ lost: 0 });
});

it('are none in an archive that was kept before there were any', async () => {
  const archive = await anArchive();
  const { db, home } = archive;
  await noteFound(db, source, [found], { at: evening, askAgain: true });
  await takeBack(db, '0010');
  await archive.close();
  const opened = await openArchive({ home, clock: sampleClock });
  expect(await nextDue(opened.db, source)).toMatchObject({ url, isPutOff: false });
  await opened.close();
});

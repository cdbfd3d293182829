import { describe, expect, it } from 'vitest';
import { anArchive } from '../../test/builders.ts';
import {
  finishRun,
  getRun,
  keepAlive,
  listRuns,
  listYields,
  putSourceYield,
  type RunOwner,
  type SourceYield,
  startRun,
} from './runs.ts';

const start = Date.parse('2022-05-01T19:00:00.000Z');
const minutes = (count: number): string => new Date(start + count * 60_000).toISOString();
const owner = (given: Partial<RunOwner> = {}): RunOwner => ({
  pid: 41,
  machine: 'kho',
  aliveAt: minutes(0),
  ...given,
});
const living = (): boolean => true;
const dead = (): boolean => false;

describe('startRun', () => {
  it('begins a run that can be told from others', async () => {
    const { db } = await anArchive();
    const begun = await startRun(db, owner(), living);
    expect(begun).toEqual({
      kind: 'started',
      id: expect.stringMatching(/^20220501-190000-[0-9a-f]{4}$/),
      tookOver: null,
    });
    if (begun.kind !== 'started') return;
    expect(await getRun(db, begun.id)).toEqual({
      id: begun.id,
      startedAt: minutes(0),
      finishedAt: null,
      status: 'running',
      owner: owner(),
      report: '',
    });
  });

  it.each([
    ['alive on this machine', {}, { pid: 42, aliveAt: minutes(9) }, living, 'busy'],
    ['dead on this machine', {}, { pid: 42, aliveAt: minutes(1) }, dead, 'started'],
    ['alive, but silent for ten minutes', {}, { pid: 42, aliveAt: minutes(10) }, living, 'started'],
    ['on another machine, where its process cannot be seen', { machine: 'xa' }, { aliveAt: minutes(9) }, dead, 'busy'],
    ['on another machine and silent', { machine: 'xa' }, { aliveAt: minutes(10) }, dead, 'started'],
    [
      'from a clock that was set back since',
      { aliveAt: minutes(60) },
      { pid: 42, aliveAt: minutes(0) },
      living,
      'busy',
    ],
  ])('finds one %s', async (_what, first, second, isAlive, kind) => {
    const { db } = await anArchive();
    const one = await startRun(db, owner(first), living);
    const other = await startRun(db, owner(second), isAlive);
    expect(other.kind).toBe(kind);
    if (one.kind !== 'started') throw new Error('the first run did not start');
    const before = await getRun(db, one.id);
    if (other.kind === 'busy') {
      expect(other.by).toEqual(before);
      expect(before?.status).toBe('running');
    } else {
      expect(other.tookOver?.id).toBe(one.id);
      expect(before).toMatchObject({ status: 'interrupted', finishedAt: owner(first).aliveAt });
    }
  });

  it('asks about the process of the run that is under way, and only about that', async () => {
    const { db } = await anArchive();
    const asked: number[] = [];
    const isAlive = (pid: number): boolean => asked.push(pid) > 0;
    await startRun(db, owner(), isAlive);
    expect(asked).toEqual([]);
    await startRun(db, owner({ pid: 42 }), isAlive);
    expect(asked).toEqual([41]);
  });

  it('lets one of two begin that come at the same time', async () => {
    const { db } = await anArchive();
    const both = await Promise.all([41, 42].map((pid) => startRun(db, owner({ pid }), living)));
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['busy', 'started']);
  });

  it('leaves a run alone that gives signs of life', async () => {
    const { db } = await anArchive();
    const one = await startRun(db, owner(), living);
    if (one.kind !== 'started') throw new Error('the first run did not start');
    await keepAlive(db, one.id, owner({ aliveAt: minutes(30) }));
    expect((await startRun(db, owner({ pid: 42, aliveAt: minutes(35) }), living)).kind).toBe('busy');
    expect((await startRun(db, owner({ pid: 42, aliveAt: minutes(45) }), living)).kind).toBe('started');
  });
});

describe('a run that is over', () => {
  it('keeps its report and makes way', async () => {
    const { db } = await anArchive();
    const one = await startRun(db, owner(), living);
    if (one.kind !== 'started') throw new Error('the first run did not start');
    await finishRun(db, one.id, { at: minutes(5), status: 'partial', report: '{"sources":[]}' });
    expect(await getRun(db, one.id)).toMatchObject({
      status: 'partial',
      finishedAt: minutes(5),
      report: '{"sources":[]}',
    });
    const other = await startRun(db, owner({ aliveAt: minutes(6) }), living);
    expect(other).toMatchObject({ kind: 'started', tookOver: null });
    const ids = [other, one].map((run) => (run.kind === 'started' ? run.id : ''));
    expect((await listRuns(db, 5)).map(({ id }) => id)).toEqual(ids);
    expect((await listRuns(db, 1)).map(({ id }) => id)).toEqual(ids.slice(0, 1));
    expect(await getRun(db, 'none')).toBeNull();
  });
});

describe('what runs made of a source', () => {
  const aYield = (given: Partial<SourceYield> = {}): SourceYield => ({
    run: 'r1',
    finishedAt: minutes(0),
    discovered: 30,
    fetched: 12,
    new: 5,
    updated: 1,
    heldBack: 0,
    failed: 2,
    read: 12,
    withText: 11,
    withDate: 10,
    withCode: 8,
    health: 'amber',
    reasons: ['some-failed'],
    ...given,
  });

  it('comes back newest first, as much of it as is wanted', async () => {
    const { db } = await anArchive();
    const nights = [1, 2, 3].map((n) => aYield({ run: `r${n}`, finishedAt: minutes(n), new: n }));
    for (const night of nights) await putSourceYield(db, 'song-mo', night);
    await putSourceYield(db, 'ha-khe', aYield({ run: 'r3', finishedAt: minutes(3), new: 99 }));
    expect(await listYields(db, 'song-mo', 9)).toEqual(nights.toReversed());
    expect(await listYields(db, 'song-mo', 2)).toEqual(nights.toReversed().slice(0, 2));
    expect(await listYields(db, 'none', 2)).toEqual([]);
  });

  it('does not know what lists show when an earlier run walked them', async () => {
    const { db } = await anArchive();
    await putSourceYield(db, 'song-mo', aYield({ discovered: null }));
    expect(await listYields(db, 'song-mo', 1)).toEqual([aYield({ discovered: null })]);
  });

  it('is one row a run', async () => {
    const { db } = await anArchive();
    await putSourceYield(db, 'song-mo', aYield());
    await putSourceYield(db, 'song-mo', aYield({ health: 'red', reasons: ['silent'] }));
    expect(await listYields(db, 'song-mo', 9)).toEqual([aYield({ health: 'red', reasons: ['silent'] })]);
  });
});

import { describe, expect, it } from 'vitest';
import { everything } from '../../test/search-items.ts';
import type { SearchAnswer, SearchHealth, SearchReader } from './engine.ts';
import { type StandInState, withStandIn } from './stand-in.ts';

const nobody: SearchAnswer = {
  hits: [],
  total: 0,
  facets: { type: [], issuer: [], level: [], source: [], year: [], meeting_kind: [], purpose: [] },
};
const ready = (items: number, position: number): SearchHealth => ({ kind: 'ready', items, position });
const unreachable: SearchHealth = { kind: 'unreachable', reason: 'no route' };

/** A reader that counts what it is asked, and answers with its number. */
function aReader(total: number, given: { health: SearchHealth; fails?: Error }) {
  const reader = { asked: 0, looked: 0, ...given };
  const ask = async <T>(answer: T): Promise<T> => {
    reader.asked += 1;
    if (reader.fails !== undefined) throw reader.fails;
    return answer;
  };
  const engine: SearchReader = {
    name: `engine-${total}`,
    capabilities: { toleratesTypos: false, ranksAccents: true, countsExactly: true, mostWords: null },
    find: () => ask({ ...nobody, total }),
    countWords: () => ask(new Map([['a', total]])),
    findPeople: () => ask([{ value: 'An', count: total }]),
    health: async () => {
      reader.looked += 1;
      return reader.health;
    },
  };
  return { reader, engine };
}

function aPair(theirs: SearchHealth, ours: SearchHealth) {
  const chosen = aReader(1, { health: theirs });
  const embedded = aReader(2, { health: ours });
  const states: StandInState['kind'][] = [];
  const time = { now: 0 };
  const engine = withStandIn({
    chosen: chosen.engine,
    embedded: embedded.engine,
    clock: () => time.now,
    onChange: ({ kind }) => states.push(kind),
  });
  return { engine, chosen: chosen.reader, embedded: embedded.reader, states, time };
}

describe('who answers', () => {
  const rows: readonly [string, SearchHealth, SearchHealth, number, boolean][] = [
    ['both are complete', ready(5, 9), ready(5, 9), 1, false],
    ['the chosen one is ahead', ready(6, 10), ready(5, 9), 1, false],
    ['the chosen one lags', ready(4, 8), ready(5, 9), 2, false],
    ['the chosen one holds fewer items', ready(4, 9), ready(5, 9), 2, true],
    ['the chosen one holds more items', ready(6, 9), ready(5, 9), 2, true],
    ['the chosen one cannot be reached', unreachable, ready(5, 9), 2, true],
    ['the chosen one is new', { kind: 'needs-rebuild', items: 0, reason: 'new' }, ready(5, 9), 2, true],
    ['the chosen one is damaged', { kind: 'needs-rebuild', items: 5, reason: 'damaged' }, ready(5, 9), 2, true],
    ['both are new and empty', { kind: 'needs-rebuild', items: 0, reason: 'new' }, ready(0, 0), 1, false],
    ['the embedded one is being made', ready(5, 9), { kind: 'needs-rebuild', items: 1, reason: 'damaged' }, 1, false],
  ];
  it.each(rows)('when %s', async (_, theirs, ours, answered, isStandIn) => {
    const { engine } = aPair(theirs, ours);
    const answer = await engine.find(everything);
    expect([answer.total, answer.isStandIn ?? false]).toEqual([answered, isStandIn]);
    expect((await engine.countWords(['a'])).get('a')).toBe(answered);
    expect((await engine.findPeople('an', 1))[0]?.count).toBe(answered);
  });

  it('turns to the embedded one in the middle of a query, and comes back after a rest', async () => {
    const { engine, chosen, states, time } = aPair(ready(5, 9), ready(5, 9));
    chosen.fails = new Error('hung up');
    expect(await engine.find(everything)).toMatchObject({ total: 2, isStandIn: true });
    expect(await engine.find(everything)).toMatchObject({ total: 2, isStandIn: true });
    expect(chosen.asked).toBe(1);
    Reflect.deleteProperty(chosen, 'fails');
    time.now = 10_001;
    expect(await engine.find(everything)).toEqual({ ...nobody, total: 1 });
    expect(states).toEqual(['stand-in', 'chosen']);
  });

  it('looks at both engines now and then, not at every query', async () => {
    const { engine, chosen, time } = aPair(ready(5, 9), ready(5, 9));
    for (let nth = 0; nth < 10; nth++) await engine.find(everything);
    expect(chosen.looked).toBe(1);
    time.now = 2001;
    await engine.find(everything);
    expect(chosen.looked).toBe(2);
  });

  it('hands on what is the fault of the query', async () => {
    const { engine, chosen, states } = aPair(ready(5, 9), ready(5, 9));
    chosen.fails = new RangeError('page 0');
    await expect(engine.find(everything)).rejects.toThrow(RangeError);
    expect(states).toEqual([]);
  });

  it('is as healthy as the one that answers', async () => {
    expect(await aPair(ready(6, 10), ready(5, 9)).engine.health()).toEqual(ready(6, 10));
    expect(await aPair(unreachable, ready(5, 9)).engine.health()).toEqual(ready(5, 9));
  });
});

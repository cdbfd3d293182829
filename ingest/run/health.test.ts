import { describe, expect, it } from 'vitest';
import type { SourceYield } from '../../core/archive/runs.ts';
import { judgeHealth, type NightNumbers } from './health.ts';

const now = new Date('2022-05-20T19:00:00Z');

const good: NightNumbers = {
  discovered: 30,
  fetched: 12,
  new: 5,
  updated: 0,
  heldBack: 0,
  failed: 0,
  read: 12,
  withText: 12,
  withDate: 12,
  withCode: 8,
};

/** Nights before, one a day, the last on 19 May. */
function nights(count: number, given: Partial<NightNumbers> = {}): SourceYield[] {
  return Array.from({ length: count }, (_, index) => ({
    ...good,
    ...given,
    run: `r${index}`,
    finishedAt: new Date(now.getTime() - (index + 1) * 86_400_000).toISOString(),
    health: 'green',
    reasons: [],
  }));
}

describe('judgeHealth', () => {
  it.each<[string, Partial<NightNumbers>, SourceYield[], string, string[]]>([
    ['a good night', {}, nights(5), 'green', []],
    ['a first night', {}, [], 'green', []],
    [
      'lists that show nothing any more',
      { discovered: 0, fetched: 0, read: 0, new: 0 },
      nights(5),
      'red',
      ['silent', 'fewer-links'],
    ],
    ['a first night without anything', { discovered: 0, fetched: 0, read: 0, new: 0 }, [], 'red', ['nothing-found']],
    [
      'another night without anything',
      { discovered: 0, fetched: 0, read: 0, new: 0 },
      nights(9, { discovered: 0, fetched: 0, read: 0, new: 0 }),
      'red',
      ['nothing-found'],
    ],
    ['pages that lost their text', { withText: 2 }, nights(3), 'red', ['no-text']],
    ['pages that lost their date', { withDate: 1 }, nights(3), 'red', ['no-dates']],
    ['a source that never had dates', { withDate: 0 }, nights(3, { withDate: 0 }), 'green', []],
    ['too few pages to tell', { read: 2, withDate: 0, withText: 2, withCode: 2 }, nights(3), 'green', []],
    ['texts that were held for review', { heldBack: 4, new: 1 }, nights(3), 'red', ['texts-shrank']],
    [
      'nothing but failures',
      { failed: 6, fetched: 0, read: 0, new: 0 },
      nights(3),
      'red',
      ['all-failed', 'some-failed'],
    ],
    ['lists that another run walked', { discovered: null, new: 0 }, nights(5), 'green', []],
    ['the first of them', { discovered: null }, [], 'green', []],
    [
      'silence after such nights',
      { discovered: 0 },
      [...nights(3, { discovered: null }), ...nights(1)],
      'red',
      ['silent', 'fewer-links'],
    ],
    ['one failure', { failed: 1 }, nights(3), 'amber', ['some-failed']],
    ['fewer codes', { withCode: 1 }, nights(3), 'amber', ['fewer-codes']],
    ['far fewer links', { discovered: 8 }, nights(3), 'amber', ['fewer-links']],
  ])('%s', (_what, night, before, health, reasons) => {
    expect(judgeHealth({ ...good, ...night }, before, now)).toEqual({ health, reasons });
  });

  it('calls a source quiet when nothing came for far longer than usual', () => {
    const before = [...nights(9, { new: 0 }), ...nights(14).slice(9)];
    expect(judgeHealth({ ...good, new: 0 }, before, now)).toEqual({ health: 'amber', reasons: ['quiet'] });
    expect(judgeHealth({ ...good, new: 0 }, nights(14), now).health).toBe('green');
  });
});

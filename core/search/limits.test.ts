import { describe, expect, it } from 'vitest';
import { aSearchItem, everything } from '../../test/search-items.ts';
import { checkItem, checkQuery } from './limits.ts';

describe('checkQuery', () => {
  it('takes the widest and the narrowest query', () => {
    expect(() => checkQuery(everything)).not.toThrow();
    expect(() =>
      checkQuery({
        ...everything,
        text: 'x'.repeat(9999),
        page: 1e9,
        perPage: 100,
        from: '2000-02-29',
        to: '2000-12-31',
        filters: { type: [], year: ['2000'] },
      }),
    ).not.toThrow();
  });

  const faults: readonly [string, object][] = [
    ['page', { page: Number.NaN }],
    ['page', { page: 2 ** 60 }],
    ['perPage', { perPage: 101 }],
    ['from', { from: '2000-1-1' }],
    ['to', { to: '2000-00-10' }],
    ['sort', { sort: 'rank' }],
    ['kind', { kind: 'person' }],
    ['filters', { filters: { year: Array.from({ length: 101 }, String) } }],
    ['filters', { filters: { colour: ['red'] } }],
  ];
  it.each(faults)('names %s: %j', (field, change) => {
    expect(() => checkQuery(Object.assign({ ...everything }, change))).toThrow(
      new RegExp(`^Cannot search: ${field} must`),
    );
  });
});

describe('checkItem', () => {
  it.each([
    [{ id: '' }, 'expected an id'],
    [{ id: 'x', date: '2022' }, 'article x: expected a date'],
    [{ id: 'x', date: '2022-02-30T00:00' }, 'article x: expected a date'],
  ])('refuses %j', (given, message) => {
    expect(() => checkItem(aSearchItem(given))).toThrow(message);
  });
});

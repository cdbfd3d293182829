import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonColumn, rememberReads } from './columns.ts';

const column = jsonColumn<readonly number[]>('things.numbers_json', z.array(z.number()));

describe('a column that remembers what it read', () => {
  it('reads a text once, and the oldest again when there were too many', () => {
    const remembered = rememberReads(column, 2);
    const [first, second] = [remembered.read('[1]'), remembered.read('[2]')];
    expect(first).toEqual([1]);
    expect(remembered.read('[1]')).toBe(first);
    expect(remembered.read('[3]')).toEqual([3]);
    expect(remembered.read('[2]')).toBe(second);
    expect(remembered.read('[1]')).not.toBe(first);
    expect(remembered.read('[1]')).toEqual([1]);
  });

  it('writes as before, and refuses each time what is of another shape', () => {
    const remembered = rememberReads(column, 2);
    expect(remembered.write([4, 5])).toBe('[4,5]');
    for (const _again of [1, 2]) expect(() => remembered.read('["x"]')).toThrow(/Cannot read things\.numbers_json/);
  });
});

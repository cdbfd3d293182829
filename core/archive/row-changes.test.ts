import { describe, expect, it } from 'vitest';
import { compareRows } from './row-changes.ts';

interface Row {
  readonly id: string;
  readonly value: number | null;
}

const row = (id: string, value: number | null = 1): Row => ({ id, value });
const compare = (held: readonly Row[], wanted: readonly Row[]) => compareRows(held, wanted, ({ id }) => id);

describe('compareRows', () => {
  it.each([
    ['nothing to do', [row('a')], [row('a')], [], []],
    ['a new row', [row('a')], [row('a'), row('b')], [row('b')], []],
    ['another value', [row('a'), row('b')], [row('a', 2), row('b')], [row('a', 2)], []],
    ['a value that is none now', [row('a', 0)], [row('a', null)], [row('a', null)], []],
    ['a row nobody wants', [row('a'), row('b')], [row('b')], [], [row('a')]],
    ['two rows of one key', [], [row('a', 1), row('a', 2)], [row('a', 1)], []],
    ['another order', [row('a'), row('b')], [row('b'), row('a')], [], []],
  ])('%s', (_note, held, wanted, changed, vanished) => {
    expect(compare(held, wanted)).toEqual({ changed, vanished });
  });

  it('does not mind the order of columns', () => {
    expect(compare([{ value: 1, id: 'a' }], [row('a')]).changed).toEqual([]);
  });
});

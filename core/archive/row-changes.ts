/**
 * Which rows a rebuild really changes. Derived rows are made anew again and again; writing only what differs is what
 * lets a second run of the same work say "nothing changed" to whoever listens.
 */
import { isDeepStrictEqual } from 'node:util';

export interface RowChanges<Row> {
  /** Wanted rows that are not held, or held with other values. */
  readonly changed: readonly Row[];
  /** Held rows that nobody wants any more. */
  readonly vanished: readonly Row[];
}

/** Compares by key and then by all columns; of several wanted rows with one key the first counts. */
export function compareRows<Row extends object>(
  held: readonly Row[],
  wanted: readonly Row[],
  keyOf: (row: Row) => string,
): RowChanges<Row> {
  const before = new Map(held.map((row) => [keyOf(row), row]));
  const after = new Map<string, Row>();
  for (const row of wanted) if (!after.has(keyOf(row))) after.set(keyOf(row), row);
  return {
    changed: [...after].filter(([key, row]) => !isDeepStrictEqual(before.get(key), row)).map(([, row]) => row),
    vanished: held.filter((row) => !after.has(keyOf(row))),
  };
}

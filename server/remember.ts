/** Keeps an answer for as long as the archive does not change: what every page asks is asked of the database once. */
import type { ArchiveDb } from '../core/archive/schema.ts';
import { lastChange } from './figures.ts';

/**
 * `keyOf` names what else the answer depends on, such as the day.
 *
 * @example const totals = rememberWhileUnchanged(db, () => countTotals(db)); await totals();
 */
export function rememberWhileUnchanged<T>(
  db: ArchiveDb,
  read: () => Promise<T>,
  keyOf: () => string = () => '',
): () => Promise<T> {
  let held: { readonly change: number; readonly key: string; readonly value: T } | null = null;
  return async () => {
    const change = await lastChange(db);
    const key = keyOf();
    if (held?.change === change && held.key === key) return held.value;
    // Noted under the change seen before reading: what comes in meanwhile is read again next time.
    const value = await read();
    held = { change, key, value };
    return value;
  };
}

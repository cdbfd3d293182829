/** Keeps an answer for as long as the archive does not change: what every page asks is asked of the database once. */
import type { ArchiveDb } from '../core/archive/schema.ts';
import { lastChange } from './figures.ts';

/** @example const totals = rememberWhileUnchanged(db, () => countTotals(db)); await totals(); */
export function rememberWhileUnchanged<T>(db: ArchiveDb, read: () => Promise<T>): () => Promise<T> {
  let held: { readonly change: number; readonly value: T } | null = null;
  return async () => {
    const change = await lastChange(db);
    if (held?.change === change) return held.value;
    // Noted under the change seen before reading: what comes in meanwhile is read again next time.
    const value = await read();
    held = { change, value };
    return value;
  };
}

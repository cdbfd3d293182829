/** Keeps the last few answers that took long, for as long as the archive does not change. */
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { lastChange } from '../figures.ts';

export type Recall<T> = (key: string, read: () => Promise<T>) => Promise<T>;

/**
 * Answers from memory where the key was asked before and the archive is the same; else reads. Whoever asks while the
 * same is being read waits for that; a failure is forgotten.
 *
 * @example const recall = createRecall<Layout>(db, 40); await recall(id, () => layOut(id));
 */
export function createRecall<T>(db: ArchiveDb, most: number): Recall<T> {
  const held = new Map<string, { readonly change: number; readonly value: Promise<T> }>();
  return async (key, read) => {
    const change = await lastChange(db);
    const known = held.get(key);
    held.delete(key);
    if (known?.change === change) {
      held.set(key, known);
      return known.value;
    }
    const entry = { change, value: read() };
    held.set(key, entry);
    entry.value.catch(() => {
      if (held.get(key) === entry) held.delete(key);
    });
    for (const oldest of held.keys()) {
      if (held.size <= most) break;
      held.delete(oldest);
    }
    return entry.value;
  };
}

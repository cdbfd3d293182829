/** Keeps answers to questions of one kind for as long as the archive does not change: the few asked last, by their key. */
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { lastChange } from '../figures.ts';

interface Shelf<T> {
  change: number;
  readonly held: Map<string, Promise<T>>;
}

/**
 * A memory of at most `most` answers for each archive; the one asked longest ago goes first.
 *
 * @example
 * const remember = rememberEach<Course>(200);
 * await remember(db, document.id, () => readCourse(db, document));
 */
export function rememberEach<T>(most: number): (db: ArchiveDb, key: string, read: () => Promise<T>) => Promise<T> {
  const shelves = new WeakMap<ArchiveDb, Shelf<T>>();
  return async (db, key, read) => {
    const change = await lastChange(db);
    const shelf = shelves.get(db) ?? { change, held: new Map() };
    shelves.set(db, shelf);
    // Noted under the change seen before reading: what comes in meanwhile is read again next time.
    if (shelf.change !== change) {
      shelf.held.clear();
      shelf.change = change;
    }
    const answer = shelf.held.get(key) ?? read();
    shelf.held.delete(key);
    shelf.held.set(key, answer);
    for (const oldest of shelf.held.keys()) {
      if (shelf.held.size <= most) break;
      shelf.held.delete(oldest);
    }
    try {
      return await answer;
    } catch (error) {
      // A failure is not remembered.
      if (shelf.held.get(key) === answer) shelf.held.delete(key);
      throw error;
    }
  };
}

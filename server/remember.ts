/**
 * Keeps answers for as long as the archive does not change: what every page asks, and what takes long, is asked of the
 * database once.
 */
import type { ArchiveDb } from '../core/archive/schema.ts';
import { lastChange } from './figures.ts';

/** Answers from memory where the key was asked before and the archive is the same; else reads. */
export type Remember<T> = (db: ArchiveDb, key: string, read: () => Promise<T>) => Promise<T>;

/** What answers weigh, where their number alone does not bound the memory they take. */
export interface Weight<T> {
  readonly of: (answer: T) => number;
  /** Most that all of them may weigh together; the one asked last stays whatever it weighs. */
  readonly most: number;
}

interface Entry<T> {
  readonly answer: Promise<T>;
  /** 0 until it has been read. */
  weight: number;
}

interface Shelf<T> {
  change: number;
  readonly held: Map<string, Entry<T>>;
}

/**
 * A memory of at most `most` answers for each archive; the one asked longest ago goes first. Whoever asks while the same
 * is being read waits for that; a failure is forgotten.
 *
 * @example
 * const remember = rememberEach<Course>(200);
 * await remember(db, document.id, () => readCourse(db, document));
 */
export function rememberEach<T>(most: number, weight: Weight<T> = { of: () => 0, most: 0 }): Remember<T> {
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
    const entry = shelf.held.get(key) ?? { answer: read(), weight: 0 };
    shelf.held.delete(key);
    shelf.held.set(key, entry);
    makeRoom(shelf.held, key);
    try {
      const answer = await entry.answer;
      entry.weight = weight.of(answer);
      makeRoom(shelf.held, key);
      return answer;
    } catch (error) {
      if (shelf.held.get(key) === entry) shelf.held.delete(key);
      throw error;
    }
  };

  function makeRoom(held: Map<string, Entry<T>>, latest: string): void {
    let sum = [...held.values()].reduce((total, entry) => total + entry.weight, 0);
    for (const [key, entry] of held) {
      if (held.size <= most && sum <= weight.most) return;
      if (key === latest) continue;
      held.delete(key);
      sum -= entry.weight;
    }
  }
}

/**
 * One answer. `keyOf` names what else it depends on, such as the day.
 *
 * @example const totals = rememberWhileUnchanged(db, () => countTotals(db)); await totals();
 */
export function rememberWhileUnchanged<T>(
  db: ArchiveDb,
  read: () => Promise<T>,
  keyOf: () => string = () => '',
): () => Promise<T> {
  const remember = rememberEach<T>(1);
  return () => remember(db, keyOf(), read);
}

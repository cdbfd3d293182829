/**
 * Chance that can be repeated: the same seed draws the same, on every machine and in every version of Node.
 *
 * mulberry32, a public-domain generator of 32 bits of state: good enough to shuffle an invented world, not for secrets.
 */

export interface Random {
  /** Evenly in [0, 1). */
  next(): number;
  /** An integer in [0, below). */
  int(below: number): number;
  chance(probability: number): boolean;
  /** One of the items, which must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** A rank in [0, below), each drawn about in inverse proportion to its place: Zipf with exponent 1. */
  rank(below: number): number;
  shuffle<T>(items: readonly T[]): readonly T[];
}

/** Starts the sequence of a seed; `stream` tells sequences of one seed apart. */
export function startRandom(seed: string, stream = ''): Random {
  let state = hash(`${seed}\n${stream}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(items.length)];
    if (item === undefined) throw new Error(`Picking one of ${items.length} items: expected at least one, got none.`);
    return item;
  };
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    rank: (below) => Math.min(below - 1, Math.floor((below + 1) ** next()) - 1),
    shuffle: (items) =>
      items
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
  };
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}

/**
 * The way back from folded offsets to those of the text as given: they run one for one but for some turns. Few texts have
 * many; those of decomposed letters have one a letter.
 */
export interface Turns {
  /** The folded character at `at` ends at `end` in the original, further than one unit behind its start. */
  stretch(at: number, end: number): void;
  /** The folded character at `at` begins at `start` in the original, or later. */
  skipTo(at: number, start: number): void;
  startOf(at: number): number;
  endOf(at: number): number;
}

/** Takes the turns in the order of the text, and answers for any folded offset at any time. */
export function noteTurns(): Turns {
  // From places[i] on, the folded offset and starts[i] run together; ends[i] is where places[i] - 1 ends.
  const places: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const turnBefore = (at: number): number => {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  const startOf = (at: number): number => {
    const turn = turnBefore(at);
    return turn < 0 ? at : (starts[turn] ?? 0) + at - (places[turn] ?? 0);
  };
  const turnAt = (at: number): number => {
    if (places.at(-1) === at) return places.length - 1;
    const end = startOf(at - 1) + 1;
    places.push(at);
    starts.push(end);
    ends.push(end);
    return places.length - 1;
  };
  return {
    stretch(at, end) {
      ends[turnAt(at + 1)] = end;
    },
    skipTo(at, start) {
      starts[turnAt(at)] = start;
    },
    startOf,
    endOf(at) {
      const turn = turnBefore(at + 1);
      return turn >= 0 && places[turn] === at + 1 ? (ends[turn] ?? 0) : startOf(at) + 1;
    },
  };
}

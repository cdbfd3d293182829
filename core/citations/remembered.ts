/**
 * Remembers what a pure function of one word answered: the same few symbols stand in every text.
 *
 * Words come from fetched bytes, so the memory is bounded: long words are not kept, and a full table is emptied.
 */
const LONGEST = 40;

/** `answer` with a memory of at most `limit` words; it must never answer undefined. */
export function remembered<T>(answer: (word: string) => T, limit = 4096): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const old = known.get(word);
    if (old !== undefined) return old;
    const fresh = answer(word);
    if (word.length > LONGEST) return fresh;
    if (known.size >= limit) known.clear();
    known.set(word, fresh);
    return fresh;
  };
}

/**
 * Asks the chosen engine as long as it has all that the embedded one has, and the embedded one otherwise.
 *
 * Both indexes are kept up with the archive, the embedded one first and always. So where the other one lags, is half,
 * lost or cannot be reached, there is a whole answer all the same; a reader is told when that is more than a lag.
 */
import type { SearchAnswer, SearchHealth, SearchQuery, SearchReader } from './engine.ts';

export interface StandInParts {
  readonly chosen: SearchReader;
  readonly embedded: SearchReader;
  /** Milliseconds that only grow. */
  readonly clock: () => number;
  /** Hears once of each change between answering and not. */
  readonly onChange: (state: StandInState) => void;
}

export type StandInState =
  | { readonly kind: 'chosen' }
  | { readonly kind: 'behind' }
  | { readonly kind: 'stand-in'; readonly reason: string };

/** So long is one look at both engines good. */
const lookMs = 2000;
/** So long is an engine left alone that failed to answer. */
const restMs = 10_000;

export function withStandIn({ chosen, embedded, clock, onChange }: StandInParts): SearchReader {
  let state: StandInState = { kind: 'chosen' };
  let lookAgainAt = Number.NEGATIVE_INFINITY;

  return {
    name: chosen.name,
    capabilities: chosen.capabilities,
    find,
    countWords: (words) =>
      either(
        () => chosen.countWords(words),
        () => embedded.countWords(words),
      ),
    findPeople: (text, most) =>
      either(
        () => chosen.findPeople(text, most),
        () => embedded.findPeople(text, most),
      ),
    health: async () => ((await look()).kind === 'chosen' ? chosen.health() : embedded.health()),
  };

  async function find(query: SearchQuery): Promise<SearchAnswer> {
    const answer = await either(
      () => chosen.find(query),
      () => embedded.find(query),
    );
    return state.kind === 'stand-in' ? { ...answer, isStandIn: true } : answer;
  }

  async function either<T>(first: () => Promise<T>, second: () => Promise<T>): Promise<T> {
    if ((await look()).kind !== 'chosen') return second();
    try {
      return await first();
    } catch (error) {
      // A query that is out of range is the caller's fault on either engine.
      if (error instanceof RangeError) throw error;
      turn({ kind: 'stand-in', reason: error instanceof Error ? error.message : String(error) }, restMs);
      return second();
    }
  }

  async function look(): Promise<StandInState> {
    if (clock() < lookAgainAt) return state;
    const [theirs, ours] = await Promise.all([chosen.health(), embedded.health()]);
    const next = compare(theirs, ours);
    turn(next, next.kind === 'stand-in' ? restMs : lookMs);
    return next;
  }

  function turn(next: StandInState, forMs: number): void {
    lookAgainAt = clock() + forMs;
    const isSame = next.kind === state.kind;
    state = next;
    if (!isSame) onChange(next);
  }
}

function compare(theirs: SearchHealth, ours: SearchHealth): StandInState {
  if (theirs.kind === 'unreachable') return { kind: 'stand-in', reason: theirs.reason };
  if (theirs.kind === 'needs-rebuild') {
    // An empty archive needs nothing, and has nothing that could be missing.
    if (ours.kind !== 'unreachable' && ours.items === 0 && theirs.items === 0) return { kind: 'chosen' };
    return { kind: 'stand-in', reason: `its index is not complete (${theirs.reason})` };
  }
  if (ours.kind !== 'ready') return { kind: 'chosen' };
  if (theirs.position < ours.position) return { kind: 'behind' };
  if (theirs.position === ours.position && theirs.items !== ours.items)
    return { kind: 'stand-in', reason: `its index holds ${theirs.items} items of ${ours.items}` };
  return { kind: 'chosen' };
}

/**
 * Keeps the search indexes up while the server runs: what another process took in, and what an index missed while it
 * could not be reached.
 */
import { type Parts, updateIndex } from './parts.ts';

export interface Tending {
  /** Ends after the round in hand. */
  readonly stop: () => Promise<void>;
}

const roundMs = 20_000;

/** Looks every twenty seconds. The same trouble is told once, until it is over. */
export function startTending(parts: Pick<Parts, 'archive' | 'indexes'>, tell: (sentence: string) => void): Tending {
  let round: Promise<void> | null = null;
  let told = new Set<string>();
  const timer = setInterval(() => {
    round ??= tend().finally(() => {
      round = null;
    });
  }, roundMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };

  async function tend(): Promise<void> {
    const heard = new Set<string>();
    const hear = (sentence: string): void => {
      if (!told.has(sentence)) tell(sentence);
      heard.add(sentence);
    };
    await updateIndex(parts, hear).catch((error: unknown) =>
      hear(`Cannot keep the search index up: ${error instanceof Error ? error.message : String(error)}`),
    );
    told = heard;
  }
}

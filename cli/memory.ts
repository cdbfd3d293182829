/**
 * Keeps the program's own heap near what is alive in it while it works for hours.
 *
 * The engine does not look for what is dead until a heap that was never collected has grown to a hundred megabytes, and
 * lets it grow to a multiple of what was alive from then on. A run holds no more after ten thousand pages than after ten,
 * so it asks for a collection whenever its heap has grown by a bounded piece.
 */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A collection of 40 MB takes 40 ms: at so much, once in some hundred pages, a hundredth of the time they take. */
const GROWTH_BYTES = 24 * 2 ** 20;

/** Answers what is to be called now and then: it collects when there is enough to be gained, and mostly does nothing. */
export function keepHeapSmall(): () => void {
  const collect = findCollector();
  if (collect === null) return () => {};
  let most = heapBytes() + GROWTH_BYTES;
  return () => {
    if (heapBytes() < most) return;
    collect();
    most = heapBytes() + GROWTH_BYTES;
  };
}

function heapBytes(): number {
  return getHeapStatistics().used_heap_size;
}

/** The engine shows its collector to contexts that are made after it was told to. */
function findCollector(): (() => void) | null {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('typeof gc === "function" ? gc : null');
  setFlagsFromString('--no-expose-gc');
  return typeof found === 'function' ? () => void found() : null;
}

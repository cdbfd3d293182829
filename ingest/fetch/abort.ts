/** Signals that end waiting. Listeners are taken off again, for one signal may outlive thousands of requests. */
import { setMaxListeners } from 'node:events';

/** A signal that is given when either of two is, with the reason of that one; `unlink` when it is no longer needed. */
export function linkSignals(
  first: AbortSignal,
  second: AbortSignal | undefined,
): { readonly signal: AbortSignal; readonly unlink: () => void } {
  const controller = new AbortController();
  const sources = second === undefined ? [first] : [first, second];
  const listeners = sources.map((source) => ({ source, onAbort: () => controller.abort(source.reason) }));
  for (const { source, onAbort } of listeners) {
    // As many listen as there are requests under way, which is no leak.
    setMaxListeners(0, source);
    if (source.aborted) onAbort();
    else source.addEventListener('abort', onAbort, { once: true });
  }
  return {
    signal: controller.signal,
    unlink: () => {
      for (const { source, onAbort } of listeners) source.removeEventListener('abort', onAbort);
    },
  };
}

/** The promise, or the reason of the signal if that is given first; the work behind the promise goes on. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

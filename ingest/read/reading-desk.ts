/** The worker's side of reading-room.ts: one input, one answer, and what breaks is an answer too. */
import { parentPort } from 'node:worker_threads';
import type { RoomAnswer } from './reading-room.ts';

/** Answers each input posted to this worker. A parser that throws has its file told as stopped, and goes on. */
export function answerAtDesk<Input, Output>(read: (input: Input) => Promise<Output>): void {
  // What libraries print would stand among the results of a command. (Taking the worker's streams instead leaves Node 20 hanging at its end.)
  for (const method of ['log', 'info', 'debug', 'warn', 'error'] as const) console[method] = () => {};
  parentPort?.on('message', (input: Input) => {
    read(input).then(
      (output) => post({ kind: 'read', output }),
      (error: unknown) => post({ kind: 'stopped', reason: reasonOf(error) }),
    );
  });
  parentPort?.postMessage({ kind: 'ready' });

  function post(answer: RoomAnswer<Output>): void {
    parentPort?.postMessage(answer);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'Reading broke off: it is nested too deep or its sizes are wrong.';
  const message = error instanceof Error ? error.message : String(error);
  return `Reading broke off: ${message.split('\n', 1)[0]}.`;
}

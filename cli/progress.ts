/** Progress of long work: a bar where standard error is a terminal, a plain line now and then elsewhere. */
import cliProgress from 'cli-progress';
import { say } from './output.ts';

export interface Progress {
  /** `count` things are done, one where it is left out. */
  step(label?: string, count?: number): void;
  end(): void;
}

const LINE_EVERY_MS = 5000;

/** Starts showing progress of `what`; `total` null where the end is not known. */
export function startProgress(what: string, total: number | null, clock: () => number = Date.now): Progress {
  return process.stderr.isTTY ? startBar(what, total) : startLines(what, total, clock);
}

function startBar(what: string, total: number | null): Progress {
  const format = total === null ? `${what} {value}  {label}` : `${what} [{bar}] {value}/{total}  {label}`;
  const bar = new cliProgress.SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true });
  bar.start(total ?? 1, 0, { label: '' });
  let done = 0;
  return {
    step: (label = '', count = 1) => {
      done += count;
      bar.update(done, { label: label.slice(-50) });
    },
    end: () => bar.stop(),
  };
}

function startLines(what: string, total: number | null, clock: () => number): Progress {
  let done = 0;
  let last = clock();
  return {
    step: (_label, count = 1) => {
      done += count;
      if (clock() - last < LINE_EVERY_MS) return;
      last = clock();
      say(`${what}: ${done}${total === null ? '' : ` of ${total}`}`);
    },
    end: () => {},
  };
}

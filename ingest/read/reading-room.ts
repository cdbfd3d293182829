/**
 * A room with a few desks where fetched bytes are parsed, each desk a worker thread with limits of time and memory.
 *
 * What parsers make of hostile bytes cannot be foreseen: a small PDF can keep one busy for hours. So a worker that is late or needs too
 * much is ended and its file told as `stopped`; the next file gets a new one. Workers start with the first file, stay for
 * the next and never keep the program alive. Buffers do not count as heap, hence the watch on the memory of the whole process.
 */
import { Worker } from 'node:worker_threads';

export interface RoomLimits {
  /** How many files are read at once; the others wait. */
  readonly desks: number;
  /** For one file, from the moment its worker is ready. */
  readonly deadlineMs: number;
  /** Objects and strings of one worker. */
  readonly heapMb: number;
  /** How much more memory than before the process may take while a file is read. */
  readonly growthMb: number;
}

export type RoomAnswer<Output> =
  | { readonly kind: 'read'; readonly output: Output }
  /** The worker was ended, or ended by itself; the reason is one sentence. */
  | { readonly kind: 'stopped'; readonly reason: string };

/**
 * Opens a room. `workerFile` is a program that answers with `answerAtDesk` (reading-desk.ts); a TypeScript one only
 * while developing.
 * @example const read = openReadingRoom<ReadInput, ReadArticle>(new URL('./page-worker.js', import.meta.url))
 */
export function openReadingRoom<Input, Output>(
  workerFile: URL,
  given: Partial<RoomLimits> = {},
): (input: Input) => Promise<RoomAnswer<Output>> {
  const limits = { ...standardLimits, ...given };
  const free: Desk[] = Array.from({ length: limits.desks }, () => ({ worker: null, isReady: false }));
  const waiting: ((desk: Desk) => void)[] = [];
  return async (input) => {
    // The desk that was left last comes first, so that whoever asks one by one needs one worker.
    const desk = free.pop() ?? (await new Promise<Desk>((resolve) => waiting.push(resolve)));
    try {
      return await readAtDesk<Output>(desk, input, workerFile, limits);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.push(desk);
      else next(desk);
    }
  };
}

const standardLimits: RoomLimits = { desks: 2, deadlineMs: 30_000, heapMb: 512, growthMb: 600 };
/** A worker loads its parsers first, on a busy machine and from TypeScript for some seconds. */
const START_MS = 60_000;
const WATCH_MS = 100;
const MEGABYTE = 1024 * 1024;

interface Desk {
  worker: Worker | null;
  isReady: boolean;
}

/** What a worker posts: `ready` once, then an answer for each input. */
type Posted<Output> = { readonly kind: 'ready' } | RoomAnswer<Output>;

function readAtDesk<Output>(
  desk: Desk,
  input: unknown,
  workerFile: URL,
  limits: RoomLimits,
): Promise<RoomAnswer<Output>> {
  return new Promise((resolve) => {
    const worker = desk.worker ?? startWorker(desk, workerFile, limits);
    let memoryBefore = process.memoryUsage.rss();
    const seconds = Math.round(limits.deadlineMs / 1000);
    const late = (): void => stop(`Reading took longer than ${seconds} seconds and was stopped.`);
    let timer = setTimeout(late, desk.isReady ? limits.deadlineMs : START_MS);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - memoryBefore > limits.growthMb * MEGABYTE)
        stop(`Reading needed more than ${limits.growthMb} MB of memory and was stopped.`);
    }, WATCH_MS);
    listen('on');
    worker.ref();
    worker.postMessage(input);

    function take(posted: Posted<Output>): void {
      if (posted.kind === 'ready') {
        desk.isReady = true;
        memoryBefore = process.memoryUsage.rss();
        clearTimeout(timer);
        timer = setTimeout(late, limits.deadlineMs);
      } else {
        worker.unref();
        settle(posted);
      }
    }
    function fail(error: Error): void {
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      stop(
        isMemory
          ? `Reading needed more than ${limits.heapMb} MB of memory and was stopped.`
          : `Reading broke off: ${error.message.split('\n', 1)[0]}.`,
      );
    }
    function leave(): void {
      stop('Reading broke off: its worker ended without an answer.');
    }
    function stop(reason: string): void {
      desk.worker = null;
      listen('off');
      // The desk is free when the memory is.
      worker.terminate().finally(() => settle({ kind: 'stopped', reason }));
    }
    function settle(answer: RoomAnswer<Output>): void {
      clearTimeout(timer);
      clearInterval(watch);
      listen('off');
      resolve(answer);
    }
    function listen(to: 'on' | 'off'): void {
      worker[to]('message', take)[to]('error', fail)[to]('exit', leave);
    }
  });
}

function startWorker(desk: Desk, workerFile: URL, { heapMb }: RoomLimits): Worker {
  const isSource = workerFile.pathname.endsWith('.ts');
  const worker = new Worker(isSource ? runSource(workerFile) : workerFile, {
    eval: isSource,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  // One that breaks while nobody waits for it is replaced.
  const forget = (): void => {
    if (desk.worker === worker) desk.worker = null;
  };
  worker.on('error', forget).on('exit', forget);
  desk.worker = worker;
  desk.isReady = false;
  return worker;
}

/** Only while developing and testing: a worker reads TypeScript when it is told how, and not by a flag (Node 20). */
function runSource(workerFile: URL): string {
  return `import('tsx/esm/api').then(({ register }) => { register(); return import('${workerFile.href}'); })`;
}

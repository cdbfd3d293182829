/**
 * A desk that is a thread of this process: quick to start, for pages.
 *
 * Its heap has a limit of its own, but buffers do not count as heap: hence the watch on the memory of the whole process
 * while it reads. An abort inside the engine takes the process with it; files have desk-process.ts for that.
 */
import { Worker } from 'node:worker_threads';
import type { DeskNews, StartDesk } from './reading-room.ts';

export interface DeskLimits {
  /** Objects and strings of one desk. */
  readonly heapMb: number;
  /** How much more memory than before its process may take while a file is read. */
  readonly growthMb: number;
}

/** Makes desks for a room. `workerFile` is a program that answers with `answerAtDesk` (reading-desk.ts); a TypeScript one only while developing. */
export function threadDesk<Output>(workerFile: URL, given: Partial<DeskLimits> = {}): StartDesk<Output> {
  const { heapMb, growthMb } = { ...standardLimits, ...given };
  return (tell) => {
    const worker = startWorker(workerFile, heapMb);
    let watch: NodeJS.Timeout | undefined;
    let before = 0;
    worker
      .on('message', (news: DeskNews<Output>) => {
        if (news.kind === 'ready') before = recentMemory();
        else clearInterval(watch);
        tell(news);
      })
      .on('error', (error) => leave(reasonOf(error, heapMb)))
      .on('exit', () => leave('Reading broke off: its worker ended without an answer.'));
    worker.unref();
    return {
      post: (input) => {
        before = recentMemory();
        watch = setInterval(() => {
          if (process.memoryUsage.rss() - before > growthMb * MEGABYTE) leave(tooMuch(growthMb));
        }, WATCH_MS);
        worker.postMessage(input);
      },
      hold: (isHeld) => (isHeld ? worker.ref() : worker.unref()),
      end,
    };

    /** Ends the thread at once, in case whoever is told has no time. */
    function leave(reason: string): void {
      tell({ kind: 'ended', reason });
      end().catch(() => undefined);
    }
    async function end(): Promise<void> {
      clearInterval(watch);
      await worker.terminate();
    }
  };
}

const standardLimits: DeskLimits = { heapMb: 512, growthMb: 500 };
const WATCH_MS = 50;
/** A page's objects are dead with it: with half of the engine's default a run of 2,000 pages took a tenth less memory. */
const YOUNG_MB = 24;
const MEGABYTE = 1024 * 1024;

const seen = { bytes: 0, at: Number.NEGATIVE_INFINITY };

/** Memory of the process at most one look ago: asking the system costs a tenth of what handing a page on does. */
function recentMemory(): number {
  const now = performance.now();
  if (now - seen.at >= WATCH_MS) Object.assign(seen, { bytes: process.memoryUsage.rss(), at: now });
  return seen.bytes;
}

function startWorker(workerFile: URL, heapMb: number): Worker {
  const isSource = workerFile.pathname.endsWith('.ts');
  return new Worker(isSource ? runSource(workerFile) : workerFile, {
    eval: isSource,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
}

/** Only while developing and testing: a worker reads TypeScript when it is told how, and not by a flag (Node 20). */
function runSource(workerFile: URL): string {
  return `import('tsx/esm/api').then(({ register }) => { register(); return import('${workerFile.href}'); })`;
}

function reasonOf(error: Error, heapMb: number): string {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? tooMuch(heapMb) : `Reading broke off: ${error.message.split('\n', 1)[0]}.`;
}

function tooMuch(mostMb: number): string {
  return `Reading needed more than ${mostMb} MB of memory and was stopped.`;
}

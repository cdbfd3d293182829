/**
 * A desk that is a process of its own, for PDF and office files: what it takes is given back when it ends, whatever it was.
 *
 * The memory of ended threads is not always given back, and an abort inside an engine takes every thread with it. So the
 * parsers, their thread and those of OCR live in a process that is killed when it is late or has grown too much. It gets no
 * environment, prints nowhere, does not keep the program alive and does not outlive it (desk-process-worker.ts).
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DeskLimits } from './desk-thread.ts';
import type { DeskNews, StartDesk } from './reading-room.ts';

/** Makes desks for a room; the same as `threadDesk`, at a distance. */
export function processDesk<Output>(workerFile: URL, given: Partial<DeskLimits> = {}): StartDesk<Output> {
  const { heapMb, growthMb } = { ...standardLimits, ...given };
  return (tell) => {
    const child = fork(program, [workerFile.href, String(heapMb), String(growthMb)], {
      cwd: folder,
      env: {},
      execArgv: isSource ? ['--import', 'tsx'] : [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => resolve()).once('error', () => resolve());
    });
    child
      .on('message', (news: DeskNews<Output>) => tell(news))
      .on('error', (error) => leave(`its process failed with ${error.message}`))
      .on('exit', (code, signal) => leave(`its process ended without an answer (${signal ?? code})`));
    hold(false);
    return {
      // One that is gone already tells so by its exit.
      post: (input) => child.connected && child.send({ input }, () => undefined),
      hold,
      end: async () => {
        child.kill('SIGKILL');
        await exited;
      },
    };

    function leave(what: string): void {
      tell({ kind: 'ended', reason: `Reading broke off: ${what}.` });
    }
    function hold(isHeld: boolean): void {
      const to = isHeld ? 'ref' : 'unref';
      child[to]();
      child.channel?.[to]();
    }
  };
}

/** Recognising a large scan takes some 500 MB. */
const standardLimits: DeskLimits = { heapMb: 512, growthMb: 600 };

const isSource = import.meta.url.endsWith('.ts');
const program = fileURLToPath(new URL(`./desk-process-worker.${isSource ? 'ts' : 'js'}`, import.meta.url));
/** Where the process runs, so that what it loads by name is found from there and not from where the program was called. */
const folder = fileURLToPath(new URL('.', import.meta.url));

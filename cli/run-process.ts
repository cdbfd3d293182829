/** Whether a process that said it was running still is: what a lock of a dead one is told by. */
import { readFileSync } from 'node:fs';

/**
 * Whether a run of the program has this process number on this machine. Numbers are given out again, in a container
 * often the same one: where the system shows what a process was started with, it has to be a run.
 */
export function isRunAlive(pid: number): boolean {
  // Whoever asks is not running yet.
  if (pid === process.pid || !isProcess(pid)) return false;
  const words = startedWith(pid);
  return words === null || words.includes('ingest');
}

function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The words of its command line, null where they are not shown. */
function startedWith(pid: number): readonly string[] | null {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words.some((word) => word !== '') ? words : null;
  } catch {
    return null;
  }
}

/**
 * The nightly run inside `serve`: started by the clock as a process of its own, so that a run can neither slow the
 * server nor take it down.
 *
 * When the next run is due stands in the archive; a start that finds it past catches up, once however many were missed.
 * A clock that jumps only moves when the due time is noticed.
 */
import { spawn } from 'node:child_process';
import cron, { type ScheduledTask } from 'node-cron';
import type { Logger } from 'pino';
import type { Archive } from '../core/archive/archive.ts';
import { readMeta, writeMeta } from '../core/archive/meta.ts';

export const scheduleZone = 'Asia/Ho_Chi_Minh';
const DUE = 'next-run-due';

export interface Schedule {
  stop(): Promise<void>;
}

/** Throws when `expression` is no cron expression. */
export async function startSchedule(
  expression: string,
  parts: { readonly archive: Archive; readonly log: Logger; readonly run: () => Promise<number | null> },
): Promise<Schedule> {
  const { archive, log } = parts;
  let underWay: Promise<void> | null = null;
  const task: ScheduledTask = cron.createTask(expression, () => void start('schedule'), {
    timezone: scheduleZone,
    name: 'nightly-run',
    noOverlap: true,
    logger: { info: () => {}, debug: () => {}, warn: (text) => log.warn(text), error: (text) => log.error(text) },
  });
  await task.start();
  const due = await readMeta(archive.db, DUE);
  const isMissed = due !== null && Date.parse(due) < archive.clock().getTime();
  await noteDue();
  if (isMissed) void start('catch-up');
  return {
    stop: async () => {
      await task.destroy();
      await underWay;
    },
  };

  async function start(why: 'schedule' | 'catch-up'): Promise<void> {
    if (underWay !== null) return;
    underWay = runOnce(why).catch((error: unknown) =>
      log.error({ err: error, why }, 'nightly run could not be started'),
    );
    await underWay;
    underWay = null;
  }

  async function runOnce(why: string): Promise<void> {
    log.info({ why }, 'nightly run starts');
    await noteDue();
    const code = await parts.run();
    log[code === 0 ? 'info' : 'warn']({ code }, 'nightly run ended');
  }

  async function noteDue(): Promise<void> {
    const next = task.getNextRun();
    if (next !== null) await writeMeta(archive.db, DUE, next.toISOString());
  }
}

/** When the next run begins, as the schedule noted it: an instant in UTC; null before the first. */
export function readNextRun(archive: Archive): Promise<string | null> {
  return readMeta(archive.db, DUE);
}

/** Whether this is an expression that can be scheduled. */
export function isCron(expression: string): boolean {
  return cron.validate(expression);
}

/** Runs `sohieu ingest` as a process of its own; its words go to this one's standard error. Null when it was killed. */
export function runIngestProcess(program: string, signal: AbortSignal): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...process.execArgv, program, 'ingest'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const stop = (): void => void child.kill('SIGTERM');
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    child.once('error', () => resolve(null));
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      resolve(code);
    });
  });
}

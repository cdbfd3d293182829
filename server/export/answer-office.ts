/**
 * Makes office files of the answer table without holding up the server: short ones at once, long ones in a worker.
 *
 * A workbook or text of thousands of meetings is seconds of work and hundreds of megabytes, whole. Workers are few and
 * bounded; who comes while all are busy, or asks for more than one can hold, is told what to do instead.
 */
import { Worker } from 'node:worker_threads';
import type { AnswerAbout } from './answer-about.ts';
import type { AnswerRow } from './answer-rows.ts';
import { writeAnswerSheet } from './answer-sheet.ts';
import { writeAnswerWord } from './answer-word.ts';

export type OfficeFormat = 'xlsx' | 'docx';

export type OfficeFile =
  | { readonly kind: 'written'; readonly bytes: Uint8Array }
  /** All workers are taken. */
  | { readonly kind: 'busy' }
  /** It took more time or memory than it may. */
  | { readonly kind: 'too-much' };

export interface OfficeLimits {
  /** Rows up to which a file is made in place: about 100 ms. */
  readonly shortRows: number;
  readonly workers: number;
  readonly deadlineMs: number;
  readonly heapMb: number;
}

const limits: OfficeLimits = { shortRows: 150, workers: 2, deadlineMs: 180_000, heapMb: 1024 };
/** Rows in one message to a worker. */
const ROWS_AT_ONCE = 200;

let running = 0;

/** @param given for tests: smaller limits show what happens beyond them */
export async function writeOfficeFile(
  format: OfficeFormat,
  rows: { readonly count: number; readonly stream: AsyncIterable<AnswerRow> },
  about: AnswerAbout,
  given: Partial<OfficeLimits> = {},
): Promise<OfficeFile> {
  const bounds = { ...limits, ...given };
  if (rows.count <= bounds.shortRows) {
    const write = format === 'xlsx' ? writeAnswerSheet : writeAnswerWord;
    return { kind: 'written', bytes: await write(rows.stream, about) };
  }
  if (running >= bounds.workers) return { kind: 'busy' };
  running += 1;
  try {
    return await runWorker(format, rows.stream, about, bounds);
  } finally {
    running -= 1;
  }
}

async function runWorker(
  format: OfficeFormat,
  rows: AsyncIterable<AnswerRow>,
  about: AnswerAbout,
  { deadlineMs, heapMb }: OfficeLimits,
): Promise<OfficeFile> {
  const worker = new Worker(isSource ? runSource : workerFile, {
    workerData: { format, about },
    eval: isSource,
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  const state = { isOver: false };
  const file = new Promise<OfficeFile>((resolve, reject) => {
    const timer = setTimeout(() => resolve({ kind: 'too-much' }), deadlineMs);
    worker.once('message', (bytes: Uint8Array) => resolve({ kind: 'written', bytes }));
    worker.on('error', (error) => (isTooMuch(error) ? resolve({ kind: 'too-much' }) : reject(error)));
    worker.once('exit', () =>
      reject(new Error('Cannot make an office file: expected bytes from the worker, it ended without any')),
    );
    worker.once('exit', () => clearTimeout(timer));
  });
  const done = file.finally(() => {
    state.isOver = true;
    return worker.terminate();
  });
  await Promise.all([done, sendRows(worker, rows, state)]);
  return done;
}

async function sendRows(
  worker: Worker,
  rows: AsyncIterable<AnswerRow>,
  state: { readonly isOver: boolean },
): Promise<void> {
  let some: AnswerRow[] = [];
  for await (const row of rows) {
    if (state.isOver) return;
    some.push(row);
    if (some.length < ROWS_AT_ONCE) continue;
    worker.postMessage(some);
    some = [];
  }
  worker.postMessage(some);
  worker.postMessage(null);
}

function isTooMuch(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

const isSource = import.meta.url.endsWith('.ts');
const workerFile = new URL(isSource ? './answer-worker.ts' : './answer-worker.js', import.meta.url);
/** Only while developing and testing: a worker reads TypeScript when it is told how, and not by a flag (Node 20). */
const runSource = `import('tsx/esm/api').then(({ register }) => { register(); return import('${workerFile.href}'); })`;

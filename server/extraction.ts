/**
 * Extracts texts without holding up the server: short ones at once, long ones in a worker that is stopped when it takes
 * too long.
 *
 * A text of two megabytes may keep a processor busy for many seconds, and SQLite and the pages share our one thread.
 * Workers are few, and who comes while all are busy is told to come again.
 */
import { Worker } from 'node:worker_threads';
import type { ExtractedText, TextToExtract } from './extract-text.ts';
import { extractText } from './extract-text.ts';
import { problem } from './problem.ts';

export type Extraction =
  | { readonly kind: 'extracted'; readonly value: ExtractedText }
  /** All workers are taken. */
  | { readonly kind: 'busy' }
  /** It took longer than it may. */
  | { readonly kind: 'too-slow' };

export type ExtractTexts = (text: TextToExtract) => Promise<Extraction>;

/** UTF-16 units up to which a text is done in place: about 50 ms. */
const shortText = 20_000;
const mostWorkers = 2;
const deadlineMs = 60_000;
const heapMb = 512;

/** @param limits for tests: smaller ones show what happens beyond them */
export function createExtraction(
  limits: { readonly deadlineMs?: number; readonly workers?: number } = {},
): ExtractTexts {
  let running = 0;
  return async (text) => {
    if (text.text.length <= shortText) return { kind: 'extracted', value: extractText(text) };
    if (running >= (limits.workers ?? mostWorkers)) return { kind: 'busy' };
    running += 1;
    try {
      return await runWorker(text, limits.deadlineMs ?? deadlineMs);
    } finally {
      running -= 1;
    }
  };
}

function runWorker(text: TextToExtract, deadline: number): Promise<Extraction> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(isSource ? runSource : workerFile, {
      workerData: text,
      eval: isSource,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    const timer = setTimeout(() => settle(() => resolve({ kind: 'too-slow' })), deadline);
    worker.once('message', (value: ExtractedText) => settle(() => resolve({ kind: 'extracted', value })));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', () =>
      settle(() =>
        reject(new Error('Cannot extract a text: expected an answer from the worker, it ended without one')),
      ),
    );

    function settle(tell: () => void): void {
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.on('error', () => {});
      worker.terminate().then(tell, reject);
    }
  });
}

const isSource = import.meta.url.endsWith('.ts');
const workerFile = new URL(isSource ? './extract-worker.ts' : './extract-worker.js', import.meta.url);
/** Only while developing and testing: a worker reads TypeScript when it is told how, and not by a flag (Node 20). */
const runSource = `import('tsx/esm/api').then(({ register }) => { register(); return import('${workerFile.href}'); })`;

/** What to answer where it is `busy`. */
export const allBusy = problem('busy', {
  vi: 'Máy chủ đang đọc những văn bản dài khác; xin gửi lại sau một phút.',
  en: 'Other long texts are being read; send it again in a minute.',
});
/** What to answer where it is `too-slow`. */
export const tooSlow = problem('busy', {
  vi: 'Văn bản này mất quá nhiều thời gian; hãy chia thành nhiều phần.',
  en: 'This text takes too long; send it in parts.',
});

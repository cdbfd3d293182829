/**
 * Pictures of pages → their words with tesseract.js and its Vietnamese data, as far as both are installed.
 *
 * They are optional dependencies, so they are looked for when the first picture comes and not imported above: an import
 * of what is missing would keep every other file from being read. Recognising takes some seconds a page and cannot be
 * hurried, so what is not done in time is given up as a whole: half a document would pass for a whole one.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

export interface RecognizedPage {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
}

export type Recognition =
  | { readonly kind: 'recognized'; readonly pages: readonly RecognizedPage[] }
  /** Nothing to recognise with is installed. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'late'; readonly done: number }
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * Recognises pages 1 to `count`. `draw` gives the PNG of a page, null for one that cannot be drawn, which then has no words.
 * @example await recognizePages(2, (page) => drawPage(page), 20_000)
 */
export async function recognizePages(
  count: number,
  draw: (page: number) => Promise<Uint8Array | null>,
  withinMs: number,
): Promise<Recognition> {
  const tools = findTools();
  if (tools === null) return { kind: 'absent' };
  const readers: Reader[] = [];
  const pages: (RecognizedPage | undefined)[] = Array.from({ length: count });
  let [next, done, isOver] = [1, 0, false];
  const work = async (): Promise<void> => {
    const reader = readerSchema.parse(await tools.startReader());
    readers.push(reader);
    // Its thread came up when nobody waits any more.
    if (isOver) await reader.terminate();
    for (let page = next++; page <= count && !isOver; page = next++) {
      const picture = await draw(page);
      pages[page - 1] = picture === null ? BLANK : await recognize(reader, picture);
      done += 1;
    }
  };
  try {
    const isInTime = await settlesWithin(Promise.all(Array.from({ length: Math.min(READERS, count) }, work)), withinMs);
    return isInTime ? { kind: 'recognized', pages: pages.map((page) => page ?? BLANK) } : { kind: 'late', done };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    isOver = true;
    await Promise.all(readers.map((reader) => reader.terminate()));
  }
}

/** Each is a thread of its own that holds some 120 MB. */
const READERS = 2;
const BLANK: RecognizedPage = { text: '', confidence: 0 };
/** The engine's number for its neural network, which the Vietnamese data is made for. */
const NEURAL = 1;

type Method = (...given: readonly unknown[]) => unknown;
type Reader = Readonly<Record<'recognize' | 'terminate', Method>>;
const methodSchema = z.custom<Method>((value) => typeof value === 'function');
const engineSchema = z.object({ createWorker: methodSchema });
const readerSchema = z.object({ recognize: methodSchema, terminate: methodSchema });
const resultSchema = z.object({ data: z.object({ text: z.string(), confidence: z.number() }) });

interface Tools {
  readonly startReader: () => unknown;
}

function findTools(): Tools | null {
  const require = createRequire(import.meta.url);
  try {
    const data = dirname(require.resolve('@tesseract.js-data/vie/package.json'));
    const engine = engineSchema.parse(require('tesseract.js'));
    const options = {
      // Without a path the engine would ask a server for its data, and without this method keep a copy where it runs.
      langPath: join(data, '4.0.0_best_int'),
      cacheMethod: 'none',
      gzip: true,
      // It would throw where nobody can catch; what went wrong also comes as a rejection.
      errorHandler: () => undefined,
    };
    return { startReader: () => engine.createWorker('vie', NEURAL, options) };
  } catch {
    return null;
  }
}

async function recognize(reader: Reader, picture: Uint8Array): Promise<RecognizedPage> {
  return resultSchema.parse(await reader.recognize(Buffer.from(picture), {}, { text: true })).data;
}

async function settlesWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), Math.max(0, ms));
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

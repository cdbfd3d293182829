/** Standard output for results, standard error for all else; a reader that goes away ends the program quietly. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

/** Writes results, waiting where the reader is slower. */
export async function writeOut(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

export async function writeJson(value: unknown): Promise<void> {
  await writeOut(`${JSON.stringify(value, null, process.stdout.isTTY ? 2 : undefined)}\n`);
}

export async function writeLine(value: unknown): Promise<void> {
  await writeOut(`${JSON.stringify(value)}\n`);
}

/** One sentence for a person, on standard error. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence.replace(/\s*\n\s*/g, ' ')}\n`);
}

/** Writes a file that appears under its name only when it is whole. */
export async function writeFileWhole(path: string, write: (out: Writable) => Promise<void>): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  const out = createWriteStream(part, { mode: 0o644 });
  try {
    await write(out);
    out.end();
    await finished(out);
    await rename(part, path);
  } catch (cause) {
    out.destroy();
    await rm(part, { force: true });
    throw new Error(`Cannot write ${path}: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  }
  say(`export: wrote ${path}`);
}

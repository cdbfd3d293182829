/** Standard output for results, standard error for all else; a reader that goes away ends the program quietly. */
import { once } from 'node:events';

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

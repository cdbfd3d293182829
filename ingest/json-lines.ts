/**
 * Files of JSON Lines: one JSON value a line, UTF-8.
 *
 * A line ends at a line feed and nowhere else. `node:readline` also ends lines at U+2028 and U+2029, which JSON may hold as
 * they are and texts from word processors do. Lines are read one by one, so that a file may be of any size, and a line not.
 */
/** A line that is not empty; `number` counts all lines from 1. */
export type JsonLine =
  | { readonly kind: 'value'; readonly number: number; readonly value: unknown }
  | { readonly kind: 'fault'; readonly number: number; readonly reason: string };

/** Twice the largest file that is taken in: what JSON makes of a text is longer than the text. */
const MAX_LINE_BYTES = 128 * 1024 * 1024;

/**
 * The lines of a file in turn, from its bytes piece by piece; one that is no JSON is a fault, and reading goes on behind
 * it. Throws what the pieces throw.
 *
 * @example for await (const line of readJsonLines(createReadStream('bai.jsonl'))) if (line.kind === 'value') take(line.value);
 */
export async function* readJsonLines(
  chunks: AsyncIterable<unknown>,
  maxLineBytes: number = MAX_LINE_BYTES,
): AsyncGenerator<JsonLine> {
  let number = 0;
  for await (const line of splitLines(chunks, maxLineBytes)) {
    number += 1;
    const read = line === null ? { reason: `the line is longer than ${maxLineBytes} bytes` } : readLine(line);
    if (read === null) continue;
    if ('reason' in read) yield { kind: 'fault', number, reason: read.reason };
    else yield { kind: 'value', number, value: read.value };
  }
}

/** The bytes between line feeds; null for what is too long to keep. */
async function* splitLines(chunks: AsyncIterable<unknown>, maxBytes: number): AsyncGenerator<Uint8Array | null> {
  let kept: Uint8Array[] = [];
  let size = 0;
  const keep = (bytes: Uint8Array): void => {
    size += bytes.length;
    if (size > maxBytes) kept = [];
    else kept.push(bytes);
  };
  const take = (): Uint8Array | null => {
    const line = size > maxBytes ? null : Buffer.concat(kept, size);
    kept = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) throw new Error(`Cannot read lines: expected bytes, got ${typeof chunk}.`);
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) yield take();
}

const LINE_FEED = 0x0a;

/** Null for an empty line. */
function readLine(bytes: Uint8Array): { readonly value: unknown } | { readonly reason: string } | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    return { reason: 'the line is not UTF-8' };
  }
  if (text === '') return null;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { reason: 'expected a JSON object, found something else' };
  }
}

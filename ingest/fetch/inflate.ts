/**
 * Bodies as they were sent to bodies as they were meant: gzip, deflate and brotli, never beyond a limit.
 *
 * Old servers flag as compressed what is not, and call raw deflate and zlib by one name. What does not begin like the
 * encoding it claims is taken as it is; what begins like it and then breaks off is broken.
 */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflateRaw, inflate as inflateZlib } from 'node:zlib';
import { readMembers } from '../gzip-members.ts';

export type Inflated =
  | { readonly kind: 'inflated'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-big' }
  | { readonly kind: 'broken'; readonly reason: string };

/** `encoding` is the Content-Encoding, of several the last one is undone first. */
export async function inflateBody(bytes: Uint8Array, encoding: string | null, limitBytes: number): Promise<Inflated> {
  const layers = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((layer) => layer.trim())
    .filter((layer) => layer !== '' && layer !== 'identity');
  if (layers.length > MOST_LAYERS) return { kind: 'broken', reason: `it is encoded ${layers.length} times over` };
  let inner = bytes;
  for (const layer of layers.reverse()) {
    const unpack = unpackers.get(layer);
    if (unpack === undefined) return { kind: 'broken', reason: `it is encoded as "${layer}", which was not asked for` };
    const inflated = await unpack(inner, limitBytes);
    if (inflated.kind !== 'inflated') return inflated;
    inner = inflated.bytes;
  }
  return inner.byteLength > limitBytes ? { kind: 'too-big' } : { kind: 'inflated', bytes: inner };
}

const MOST_LAYERS = 3;

type Unpack = (bytes: Uint8Array, limitBytes: number) => Promise<Inflated>;

const unpackers: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['gzip', unpackGzip],
  ['x-gzip', unpackGzip],
  ['deflate', unpackDeflate],
  ['br', unpackBrotli],
]);

type Zlib = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

async function unpackGzip(bytes: Uint8Array, limitBytes: number): Promise<Inflated> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return { kind: 'inflated', bytes };
  const inflated = await run(promisify(gunzip), bytes, limitBytes);
  if (inflated.kind !== 'broken') return inflated;
  // A careless script prints blank lines behind what it packed: the members are whole all the same.
  return (await unpackMembers(bytes, limitBytes)) ?? inflated;
}

/** Null where a member is damaged. */
async function unpackMembers(bytes: Uint8Array, limitBytes: number): Promise<Inflated | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const member of readMembers(async (offset, length) => bytes.subarray(offset, offset + length))) {
      for await (const chunk of member.chunks) {
        size += chunk.byteLength;
        if (size > limitBytes) return { kind: 'too-big' };
        chunks.push(chunk);
      }
    }
  } catch {
    return null;
  }
  return { kind: 'inflated', bytes: Buffer.concat(chunks) };
}

async function unpackDeflate(bytes: Uint8Array, limitBytes: number): Promise<Inflated> {
  const [first = 0, second = 0] = bytes;
  if ((first & 0x0f) === 8 && (first * 256 + second) % 31 === 0) return run(promisify(inflateZlib), bytes, limitBytes);
  return orPlain(await run(promisify(inflateRaw), bytes, limitBytes), bytes);
}

/** Brotli has no mark to begin with: what cannot be read as such was plain if it is text, and broken otherwise. */
async function unpackBrotli(bytes: Uint8Array, limitBytes: number): Promise<Inflated> {
  return orPlain(await run(promisify(brotliDecompress), bytes, limitBytes), bytes);
}

function orPlain(inflated: Inflated, bytes: Uint8Array): Inflated {
  return inflated.kind === 'broken' && looksPlain(bytes) ? { kind: 'inflated', bytes } : inflated;
}

/** Text, or a file with a known head. */
function looksPlain(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 512));
  return knownHeads.some((known) => head.toString('latin1').startsWith(known)) || head.every(isPrinted);
}

const knownHeads = ['%PDF', 'PK', '\u00d0\u00cf'];

function isPrinted(byte: number): boolean {
  return byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

async function run(zlib: Zlib, bytes: Uint8Array, limitBytes: number): Promise<Inflated> {
  try {
    return { kind: 'inflated', bytes: await zlib(bytes, { maxOutputLength: Math.max(1, limitBytes) }) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ERR_BUFFER_TOO_LARGE'
      ? { kind: 'too-big' }
      : { kind: 'broken', reason: `it cannot be inflated: ${code}` };
  }
}

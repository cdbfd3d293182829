/**
 * The members of a gzip file one by one. A .warc.gz holds each record as a member of its own, so that one damaged member
 * need not cost the others: behind it, the next place that looks like the beginning of a member is tried.
 *
 * Node's own gunzip runs members together and ends at the first damage; hence the raw inflater with the head read here
 * (RFC 1952).
 */
import { crc32, createInflateRaw } from 'node:zlib';

/** Reads up to `length` bytes from a place in the file; fewer at its end. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>;

export interface GzipMember {
  readonly offset: number;
  /** The inflated bytes. Throws where the member is damaged; must be read to the end before the next member is asked for. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

const WINDOW = 64 * 1024;
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);

/** The members in their order. What lies between them and is none is passed over. */
export async function* readMembers(readAt: ReadAt): AsyncGenerator<GzipMember> {
  let next: number | null = await findMagic(readAt, 0);
  while (next !== null) {
    const offset: number = next;
    const end: { at: number | null } = { at: null };
    yield { offset, chunks: inflateMember(readAt, offset, end) };
    next = await findMagic(readAt, end.at ?? offset + 1);
  }
}

/** Whether a file begins as gzip does. */
export async function isGzip(readAt: ReadAt): Promise<boolean> {
  return MAGIC.equals(await readAt(0, MAGIC.length));
}

async function findMagic(readAt: ReadAt, from: number): Promise<number | null> {
  for (let offset = from; ; ) {
    const bytes = Buffer.from(await readAt(offset, WINDOW));
    const at = bytes.indexOf(MAGIC);
    if (at >= 0) return offset + at;
    if (bytes.byteLength < WINDOW) return null;
    offset += bytes.byteLength - MAGIC.length + 1;
  }
}

async function* inflateMember(readAt: ReadAt, offset: number, end: { at: number | null }): AsyncGenerator<Uint8Array> {
  const start = offset + (await readHead(readAt, offset));
  const inflater = createInflateRaw();
  let fed = start;
  const feed = async (): Promise<void> => {
    const bytes = await readAt(fed, WINDOW);
    fed += bytes.byteLength;
    if (bytes.byteLength === 0) inflater.end();
    else inflater.write(bytes, () => void feed().catch((error: unknown) => inflater.destroy(toError(error))));
  };
  let sum = 0;
  let size = 0;
  void feed().catch((error: unknown) => inflater.destroy(toError(error)));
  for await (const piece of inflater) {
    const chunk: Uint8Array = piece;
    sum = crc32(chunk, sum);
    size += chunk.byteLength;
    yield chunk;
  }
  const tail = Buffer.from(await readAt(start + inflater.bytesWritten, 8));
  if (tail.byteLength < 8 || tail.readUInt32LE(0) !== sum || tail.readUInt32LE(4) !== size % 2 ** 32)
    throw new Error('its gzip wrapping is damaged');
  end.at = start + inflater.bytesWritten + tail.byteLength;
}

/** Length of a member's head. */
async function readHead(readAt: ReadAt, offset: number): Promise<number> {
  const bytes = Buffer.from(await readAt(offset, WINDOW));
  const flags = bytes[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (bytes.byteLength >= at + 2 ? bytes.readUInt16LE(at) : 0);
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const zero = bytes.indexOf(0, at);
    if (zero < 0) throw new Error('its gzip head is damaged');
    at = zero + 1;
  }
  if (flags & 2) at += 2;
  if (bytes.byteLength < at) throw new Error('its gzip head is damaged');
  return at;
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

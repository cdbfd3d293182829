/**
 * The few things of ZIP that a DOCX needs: which entries there are, what they hold, and how to pack them anew.
 *
 * Sizes that an archive states may be lies, so they are never believed: each entry is inflated here with what is left of
 * one allowance, and libraries get an archive packed from just these bytes. Nothing is ever written to disk.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

export type OpenedZip =
  | { readonly kind: 'opened'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'broken' | 'encrypted' | 'too-big' /** Half a sentence. */; readonly reason: string };

export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all wanted entries together, inflated. */
  readonly inflated: number;
}

/** Inflates the entries whose names are wanted. */
export function openZip(bytes: Uint8Array, isWanted: (name: string) => boolean, limits: ZipLimits): OpenedZip {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = archive.lastIndexOf(END_MARK);
  if (end === -1 || end + 22 > archive.length) return { kind: 'broken', reason: 'its list of entries is missing' };
  const count = archive.readUInt16LE(end + 10);
  if (count > limits.entries)
    return { kind: 'too-big', reason: `it has ${count} entries; ${limits.entries} are the most that is read` };
  const files = new Map<string, Uint8Array>();
  let left = limits.inflated;
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY_MARK)
      return { kind: 'broken', reason: 'its list of entries is damaged' };
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const next = at + 46 + (nameSize ?? 0) + (extraSize ?? 0) + (commentSize ?? 0);
    const name = archive.toString('utf8', at + 46, at + 46 + (nameSize ?? 0));
    if (isWanted(name)) {
      if ((archive.readUInt16LE(at + 8) & 1) === 1) return { kind: 'encrypted', reason: 'its entries are encrypted' };
      const content = readEntry(archive, at, left);
      if (content === 'too-big')
        return { kind: 'too-big', reason: `it inflates to more than ${limits.inflated} bytes` };
      if (content === 'broken') return { kind: 'broken', reason: `its entry ${name} is damaged` };
      left -= content.length;
      files.set(name, content);
    }
    at = next;
  }
  return { kind: 'opened', files };
}

/** An entry as it stands in an archive. */
export interface PackedFile {
  readonly name: string;
  readonly deflated: Uint8Array;
  readonly size: number;
  readonly crc: number;
}

/** Deflates a file; `level` 0 only wraps it. */
export function packFile(name: string, content: Uint8Array, level = 0): PackedFile {
  return { name, deflated: deflateRawSync(content, { level }), size: content.length, crc: crc32(content) };
}

/** An archive of these files. */
export function packZip(files: readonly PackedFile[]): Uint8Array {
  const bodies: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let at = 0;
  for (const { name, deflated, size, crc } of files) {
    const label = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(UTF8_NAME, 2);
    facts.writeUInt16LE(DEFLATED, 4);
    facts.writeUInt32LE(crc, 10);
    facts.writeUInt32LE(deflated.length, 14);
    facts.writeUInt32LE(size, 18);
    facts.writeUInt16LE(label.length, 22);
    const behind = Buffer.alloc(14);
    behind.writeUInt32LE(at, 10);
    const body = [LOCAL_MARK, facts, label, deflated];
    list.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), facts, behind, label);
    bodies.push(...body);
    at += body.reduce((sum, part) => sum + part.length, 0);
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  END_MARK.copy(end);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}

const LOCAL_MARK = Buffer.from([0x50, 0x4b, 3, 4]);
const END_MARK = Buffer.from([0x50, 0x4b, 5, 6]);
const ENTRY_MARK = 0x02014b50;
const UTF8_NAME = 0x0800;
const STORED = 0;
const DEFLATED = 8;

function readEntry(archive: Buffer, listed: number, left: number): Uint8Array | 'too-big' | 'broken' {
  const method = archive.readUInt16LE(listed + 10);
  const size = archive.readUInt32LE(listed + 20);
  const local = archive.readUInt32LE(listed + 42);
  if (local + 30 > archive.length) return 'broken';
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(from, from + size);
  if (packed.length < size || (method !== STORED && method !== DEFLATED)) return 'broken';
  if (method === STORED) return packed.length > left ? 'too-big' : packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-big' : 'broken';
  }
}

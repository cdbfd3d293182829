/**
 * Files → a ZIP, as far as libraries need one that hold nothing but measured bytes (docx.ts). No installed library writes archives.
 */
import { crc32, deflateRawSync } from 'node:zlib';

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
    list.push(LISTED_MARK, facts, behind, label);
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
const LISTED_MARK = Buffer.from([0x50, 0x4b, 1, 2, 20, 0]);
const END_MARK = Buffer.from([0x50, 0x4b, 5, 6]);
const UTF8_NAME = 0x0800;
const DEFLATED = 8;

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isGzip, readMembers } from './gzip-members.ts';

const texts = ['một', 'hai '.repeat(50_000), 'ba'];
const members = texts.map((text) => gzipSync(text));

async function inflateAll(file: Uint8Array): Promise<string[]> {
  const found: string[] = [];
  for await (const { chunks } of readMembers(async (offset, length) => file.subarray(offset, offset + length))) {
    const pieces: Uint8Array[] = [];
    try {
      for await (const chunk of chunks) pieces.push(chunk);
      found.push(Buffer.concat(pieces).toString());
    } catch {
      found.push('damaged');
    }
  }
  return found;
}

/** The middle member with one byte of its head, body or trailer turned over. */
function damage(at: number): Uint8Array {
  const bytes = Buffer.from(members[1] ?? []);
  const place = at < 0 ? bytes.byteLength + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 0xff;
  return Buffer.concat([members[0] ?? bytes, bytes, members[2] ?? bytes]);
}

describe('readMembers', () => {
  it('inflates one member after the other', async () => {
    expect(await inflateAll(Buffer.concat(members))).toEqual(texts);
  });

  it('passes over what stands between them', async () => {
    const rubble = Buffer.from('không phải gzip');
    expect(await inflateAll(Buffer.concat([...members.slice(0, 2), rubble, members[2] ?? rubble]))).toEqual(texts);
  });

  it.each([
    ['in its body', 40],
    ['in its checksum', -6],
    ['in its length', -1],
  ])('loses only the member that is damaged %s', async (_note, at) => {
    expect(await inflateAll(damage(at))).toEqual([texts[0], 'damaged', texts[2]]);
  });

  it('tells a member that is cut off', async () => {
    const cut = Buffer.concat([members[0] ?? Buffer.alloc(0), members[1]?.subarray(0, 100) ?? Buffer.alloc(0)]);
    expect(await inflateAll(cut)).toEqual([texts[0], 'damaged']);
  });

  it('finds none in an empty file or in a plain one', async () => {
    expect(await inflateAll(new Uint8Array())).toEqual([]);
    expect(await isGzip(async () => Buffer.from('WARC/1.1'))).toBe(false);
    expect(await isGzip(async (from, length) => (members[0] ?? Buffer.alloc(0)).subarray(from, length))).toBe(true);
  });
});

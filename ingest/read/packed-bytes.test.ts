import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackBytes } from './packed-bytes.ts';

const page = Buffer.from(`<html><body><p>${'Huyện ủy Cẩm Khê giao ban. '.repeat(40)}</p></body></html>`);
const MOST = 10_000;
const bytesOf = async (packed: Uint8Array): Promise<Uint8Array> => {
  const plain = await unpackBytes(packed, MOST);
  if (typeof plain === 'string') throw new Error(`These bytes should unpack, but are ${plain}.`);
  return plain;
};

describe('unpackBytes', () => {
  it.each([
    ['nothing', page],
    ['gzip', gzipSync(page)],
    ['gzip twice', gzipSync(gzipSync(page))],
    ['deflate', deflateSync(page)],
    ['deflate without its head', deflateRawSync(page)],
    ['brotli', brotliCompressSync(page)],
  ])('%s', async (_, packed) => expect(Buffer.from(await bytesOf(packed))).toEqual(page));

  it('stops where too much comes out, or nothing', async () => {
    const bomb = Buffer.alloc(MOST * 10, 'a');
    expect(await unpackBytes(gzipSync(bomb), MOST)).toBe('too-big');
    expect(await unpackBytes(gzipSync(page).subarray(0, 40), MOST)).toBe('damaged');
    const packed = brotliCompressSync(bomb);
    expect(await unpackBytes(packed, MOST)).toBe(packed);
  });

  it('leaves other binary data and wide texts as they are', async () => {
    for (const bytes of [Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 250]), Buffer.from('giao ban', 'utf16le')])
      expect(await unpackBytes(bytes, MOST)).toBe(bytes);
  });
});

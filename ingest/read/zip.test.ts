import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openZip } from './zip.ts';
import { type PackedFile, packFile, packZip } from './zip-packing.ts';

const limits = { entries: 10, inflated: 1000 };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const open = (bytes: Uint8Array, more = {}) => openZip(bytes, (name) => name.endsWith('.xml'), { ...limits, ...more });
const sound = packZip([
  packFile('a.xml', bytesOf('một'), 6),
  packFile('b.png', bytesOf('hai')),
  packFile('c.xml', bytesOf('ba')),
]);

/** Sets bytes in every listed entry, counted from its mark. */
function rewriteList(archive: Uint8Array, at: number, values: readonly number[]): Uint8Array {
  const copy = Buffer.from(archive);
  for (let entry = copy.indexOf('PK\u0001\u0002'); entry !== -1; entry = copy.indexOf('PK\u0001\u0002', entry + 4))
    copy.set(values, entry + at);
  return copy;
}

describe('openZip', () => {
  it('inflates what is wanted, and nothing else', async () => {
    const zip = await open(sound);
    expect(zip.kind).toBe('opened');
    expect(
      zip.kind === 'opened' && [...zip.files].map(([name, content]) => [name, Buffer.from(content).toString()]),
    ).toEqual([
      ['a.xml', 'một'],
      ['c.xml', 'ba'],
    ]);
  });

  it('keeps Vietnamese names and names that lead elsewhere, which are only names', async () => {
    const zip = await open(packZip([packFile('Văn bản.xml', bytesOf('x')), packFile('../../etc/a.xml', bytesOf('y'))]));
    expect(zip.kind === 'opened' && [...zip.files.keys()]).toEqual(['Văn bản.xml', '../../etc/a.xml']);
  });

  it.each([
    ['a line behind its end', bytesOf('\r\n')],
    ['a page behind its end', bytesOf('<html><body>Lỗi máy chủ</body></html>')],
  ])('reads one with %s', async (_, tail) => {
    expect(await open(Buffer.concat([sound, tail]))).toMatchObject({ kind: 'opened' });
  });

  const zeros = (size: number): PackedFile => packFile('a.xml', new Uint8Array(size), 9);
  it.each([
    ['just what is allowed', packZip([zeros(1000)]), 'opened'],
    ['one byte more', packZip([zeros(1001)]), 'too-big'],
    ['more in two entries', packZip([zeros(600), { ...zeros(600), name: 'b.xml' }]), 'too-big'],
    ['more, and states one byte', packZip([{ ...zeros(100_000), size: 1 }]), 'too-big'],
    ['more in entries of one name', packZip([zeros(600), zeros(600)]), 'too-big'],
    ['more where nobody looks', packZip([{ ...zeros(100_000), name: 'a.png' }]), 'opened'],
    ['too many entries', packZip(Array.from({ length: 11 }, () => zeros(0))), 'too-big'],
    ['entries that need a password', rewriteList(sound, 8, [1]), 'encrypted'],
    ['a list that needs a password', rewriteList(sound, 8, [0x41]), 'encrypted'],
    ['a way of packing nobody knows', rewriteList(sound, 10, [99]), 'broken'],
    ['contents beyond its end', rewriteList(sound, 42, [0xff, 0xff, 0xff, 0x7f]), 'broken'],
    ['a damaged list', rewriteList(sound, 0, [0, 0, 0, 0]), 'broken'],
    ['a damaged stream', packZip([{ ...zeros(500), deflated: Uint8Array.from([7, 7, 7]) }]), 'broken'],
    ['no end', sound.subarray(0, 60), 'broken'],
    ['nothing', new Uint8Array(), 'broken'],
  ])('one with %s', async (_, bytes, kind) => {
    const zip = await open(bytes);
    expect(zip.kind).toBe(kind);
    expect(zip.kind === 'opened' || zip.reason).toBeTruthy();
  });

  it('stops inflating where the allowance ends', async () => {
    const part = deflateRawSync(Buffer.alloc(10_000_000), { finishFlush: constants.Z_FULL_FLUSH });
    const deflated = Buffer.concat([...Array.from({ length: 500 }, () => part), Buffer.from([3, 0])]);
    const bomb = packZip([{ name: 'a.xml', deflated, size: 1, crc: 0 }]);
    const before = process.memoryUsage().arrayBuffers;
    expect(await open(bomb, { inflated: 5_000_000 })).toMatchObject({ kind: 'too-big' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  });
});

/** A response that was kept as it came, packed as the server sent it → its bytes. */
import { isUtf8 } from 'node:buffer';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';

/** The most that is read of a file. */
export const MAX_BYTES = 25 * 1024 * 1024;

/** Why bytes could not be unpacked, as readers are told. */
export const unpackReasons = {
  damaged: 'The file is packed as gzip, and damaged.',
  'too-big': `The file is packed as gzip, and more than ${MAX_BYTES} bytes are in it.`,
} as const;

/** The bytes themselves where they are not packed. Nothing is unpacked beyond `most` bytes. */
export async function unpackBytes(bytes: Uint8Array, most: number): Promise<Uint8Array | keyof typeof unpackReasons> {
  const options = { maxOutputLength: most };
  try {
    if (isGzip(bytes)) {
      const plain = await promisify(gunzip)(bytes, options);
      // Some servers pack what was kept packed.
      return isGzip(plain) ? await promisify(gunzip)(plain, options) : plain;
    }
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-big' : 'damaged';
  }
  if (!holdsControls(bytes)) return bytes;
  for (const unpack of unmarked) {
    const plain = await unpack(bytes, options).catch(() => null);
    if (plain !== null && plain.length > bytes.length && isUtf8(plain) && !holdsControls(plain)) return plain;
  }
  return bytes;
}

/** Packings without a mark: only what comes out tells them. */
const unmarked = [promisify(inflate), promisify(brotliDecompress), promisify(inflateRaw)] as const;

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

const SNIFFED = 512;
/** No file format that is known by its mark, nor UTF-16, which is full of zeros. */
function holdsControls(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, SNIFFED);
  if (head.filter((byte) => byte === 0).length * 10 > head.length) return false;
  return head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b));
}

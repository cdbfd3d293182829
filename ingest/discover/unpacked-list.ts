/** Feeds and sitemaps that are files packed with gzip, whatever their address and headers say. */
import { gunzipSync } from 'node:zlib';

/** The bytes as they are, or unpacked; null where they cannot be, or are more than `most` bytes. */
export function unpackList(bytes: Uint8Array, most: number): Uint8Array | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.byteLength > most ? null : bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch {
    return null;
  }
}

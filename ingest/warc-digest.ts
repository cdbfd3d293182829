/** Digests as WARC fields state them: `sha1:` in base32, as most tools write, or any of them in hex. */
import { createHash } from 'node:crypto';

const algorithms: ReadonlyMap<string, string> = new Map([
  ['sha1', 'sha1'],
  ['sha-1', 'sha1'],
  ['sha256', 'sha256'],
  ['sha-256', 'sha256'],
  ['sha512', 'sha512'],
  ['sha-512', 'sha512'],
  ['md5', 'md5'],
]);

/** Whether bytes have the digest that is stated; `unknown` where none is, or in a way not known here. */
export function checkDigest(stated: string | null, bytes: Uint8Array): 'fits' | 'differs' | 'unknown' {
  const [, name = '', value = ''] = /^([\w-]{1,20}):([A-Za-z0-9=]{8,200})$/.exec(stated?.trim() ?? '') ?? [];
  const algorithm = algorithms.get(name.toLowerCase());
  if (algorithm === undefined) return 'unknown';
  const digest = createHash(algorithm).update(bytes).digest();
  if (value.length === digest.length * 2) return value.toLowerCase() === digest.toString('hex') ? 'fits' : 'differs';
  const plain = value.toUpperCase().replace(/=+$/, '');
  if (plain.length !== Math.ceil((digest.length * 8) / 5)) return 'unknown';
  return plain === toBase32(digest) ? 'fits' : 'differs';
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, without padding. */
function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

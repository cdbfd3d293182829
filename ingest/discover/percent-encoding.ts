/**
 * One spelling for what an address writes in several: `%c3%A0`, a raw `à`, and `a` with a combining grave are one letter.
 *
 * Decodes what means the same raw and encoded, encodes the rest with capital digits, and composes letters (NFC). What
 * separates parts (`%2F`, `%3F`, `%23`, `%26`, `%2B`, `%3B`, `%3D`, `%25`) stays encoded: decoded, it would mean something
 * else (RFC 3986, 2.2). Bytes that are no UTF-8 stay as they are: an old portal in windows-1258 knows them only so.
 */

/**
 * Normalises one part of an address (a path, or one name or value of a query).
 * @example spellPart('/tin/V%c4%82n-b%e1%ba%a3n%2c-s%E1%BB%91-1') // '/tin/V%C4%82n-b%E1%BA%A3n,-s%E1%BB%91-1'
 */
export function spellPart(part: string): string {
  const raw = part.replace(/(?:%[0-9a-f]{2})+/gi, decodeRun);
  return raw.normalize('NFC').replace(/[^\x21-\x7e]+/gu, encodeRun);
}

/** Printable, and of no meaning to the parts of an address; a comma stands raw and as %2C in the same portal's links. */
const PLAIN = /^[A-Za-z0-9\-._~!'()*,:@$]$/;

/** A run of encoded bytes: the plain ones and whole letters decoded, all others kept with capital digits. */
function decodeRun(run: string): string {
  const bytes = run.match(/%[0-9a-f]{2}/gi) ?? [];
  let spelled = '';
  for (let at = 0; at < bytes.length; ) {
    const length = letterLength(byteOf(bytes[at]));
    const letter = bytes.slice(at, at + length).join('');
    const decoded = decodeLetter(letter);
    const isRaw = decoded !== null && (length > 1 ? !UNSAFE_LETTER.test(decoded) : PLAIN.test(decoded));
    spelled += isRaw ? decoded : (bytes[at] ?? '').toUpperCase();
    at += isRaw ? length : 1;
  }
  return spelled;
}

/** Blanks, direction marks and the like: never seen raw in an address. */
const UNSAFE_LETTER = /[\p{Z}\p{C}]/u;

function byteOf(encoded = '%00'): number {
  return Number.parseInt(encoded.slice(1), 16);
}

/** How many bytes the letter has that begins with this one, as UTF-8 says. */
function letterLength(byte: number): number {
  if (byte >= 0xf0) return 4;
  if (byte >= 0xe0) return 3;
  return byte >= 0xc2 ? 2 : 1;
}

function decodeLetter(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

function encodeRun(run: string): string {
  return encodeURIComponent(run.replace(/\p{Cs}/gu, '\uFFFD'));
}

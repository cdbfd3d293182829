/**
 * The web server's answer inside a WARC record: its head taken apart, its body taken out of its wrappings within limits.
 */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { AsyncIterReader } from 'warcio';

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case; of a header that came several times, the values joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
}

export type Unwrapped =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly reason: string };

const MOST_HEAD = 256 * 1024;

/** Head and body of an answer as it went over the wire; `not-http` for anything else. */
export function parseAnswer(
  block: Uint8Array,
): { readonly answer: HttpAnswer; readonly body: Uint8Array } | 'not-http' {
  const text = Buffer.from(block.subarray(0, MOST_HEAD)).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  const [first = '', ...lines] = head.split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? {1,5}(\d{3})(?: |$)/.exec(first)?.[1];
  if (status === undefined || (end === null && block.byteLength > MOST_HEAD)) return 'not-http';
  const headers: Record<string, string> = {};
  let last: string | null = null;
  for (const line of lines) {
    const isFolded = /^[ \t]/.test(line);
    const colon = line.indexOf(':');
    if (!isFolded && colon < 1) continue;
    const name: string | null = isFolded ? last : line.slice(0, colon).trim().toLowerCase();
    if (name === null || name === '__proto__') continue;
    const value = toUtf8((isFolded ? line : line.slice(colon + 1)).trim());
    const before: string | undefined = headers[name];
    headers[name] = before === undefined ? value : `${before}${isFolded ? ' ' : ', '}${value}`;
    last = name;
  }
  const body = end === null ? new Uint8Array() : block.subarray(end.index + end[0].length);
  return { answer: { status: Number(status), headers }, body };
}

/**
 * Undoes Transfer-Encoding and Content-Encoding. Many tools store a body unwrapped and leave the headers as they were: what
 * is not wrapped as stated is taken as it is.
 */
export async function unwrapBody(body: Uint8Array, headers: HttpAnswer['headers'], most: number): Promise<Unwrapped> {
  const isChunked = /\bchunked\b/i.test(headers['transfer-encoding'] ?? '');
  let bytes: Uint8Array = isChunked ? await new AsyncIterReader([body], null, true).readFully() : body;
  const codings = (headers['content-encoding'] ?? '').split(',').map((coding) => coding.trim().toLowerCase());
  for (const coding of codings.reverse()) {
    if (coding === '' || coding === 'identity') continue;
    const inflater = inflaters[coding];
    if (inflater === undefined) return { kind: 'fault', reason: `it is wrapped in ${coding}, which is not known here` };
    if (!inflater.looksWrapped(bytes)) continue;
    try {
      bytes = await inflater.inflate(bytes, { maxOutputLength: most });
    } catch (error) {
      return { kind: 'fault', reason: wordsFor(error, coding, most) };
    }
  }
  if (bytes.byteLength > most)
    return { kind: 'fault', reason: `it has ${bytes.byteLength} bytes, ${most} are the most` };
  return { kind: 'bytes', bytes };
}

interface Inflater {
  readonly looksWrapped: (bytes: Uint8Array) => boolean;
  readonly inflate: (bytes: Uint8Array, limit: { readonly maxOutputLength: number }) => Promise<Uint8Array>;
}

const gzip: Inflater = {
  looksWrapped: (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b,
  inflate: promisify(gunzip),
};

const inflaters: Readonly<Record<string, Inflater>> = {
  gzip,
  'x-gzip': gzip,
  // Either with zlib's two bytes in front or without: servers disagree about the name.
  deflate: {
    looksWrapped: (bytes) => bytes.byteLength > 0 && bytes[0] !== 0x3c,
    inflate: (bytes, limit) =>
      ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0
        ? promisify(inflate)(bytes, limit)
        : promisify(inflateRaw)(bytes, limit),
  },
  br: { looksWrapped: (bytes) => bytes.byteLength > 0 && bytes[0] !== 0x3c, inflate: promisify(brotliDecompress) },
};

function wordsFor(error: unknown, coding: string, most: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ERR_BUFFER_TOO_LARGE') return `unwrapped it has more than ${most} bytes`;
  return `its ${coding} wrapping is damaged`;
}

function toUtf8(latin1: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return latin1;
  }
}

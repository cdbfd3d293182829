/**
 * WARC records → what may be taken in: pages, texts and files with their address and time.
 *
 * The library finds the records; what is in them is taken apart here, with limits, because a stranger made the file: a
 * record that is damaged, too big or makes no sense is a fault by itself, and reading goes on behind it.
 */
import { AsyncIterReader, LimitReader, WARCParser, type WARCRecord } from 'warcio';
import { isSaidAddress, SAID_ADDRESS } from './said-facts.ts';
import { checkDigest } from './warc-digest.ts';
import { type HttpAnswer, parseAnswer, unwrapBody } from './warc-http.ts';
import { noteField, readNote, type WarcNote } from './warc-note.ts';

export interface WarcPayload {
  readonly kind: 'payload';
  readonly url: string;
  /** An instant in UTC. */
  readonly capturedAt: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** The server's answer, null for a resource. */
  readonly http: HttpAnswer | null;
  readonly note: WarcNote | null;
}

/** The same bytes as an earlier record's, which is named by digest or by address and time. */
export interface WarcRevisit extends Omit<WarcPayload, 'kind' | 'bytes'> {
  readonly kind: 'revisit';
  readonly digest: string | null;
  readonly of: { readonly url: string; readonly capturedAt: string | null };
}

export type WarcEntry =
  | WarcPayload
  | WarcRevisit
  | { readonly kind: 'fault'; readonly url: string | null; readonly reason: string }
  /** Requests, metadata and whatever else brings no bytes of an answer. */
  | { readonly kind: 'other' };

/** Most bytes of a record as it lies in the file, and of its payload unwrapped. */
export const MAX_PAYLOAD = 25 * 1024 * 1024;
const MAX_HEAD = 1024 * 1024;

/** Reads records one after the other; what `chunks` throws comes back as a fault and ends them. */
export async function* readWarc(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<WarcEntry> {
  const head = limitHead(chunks);
  const parser = new WARCParser(new AsyncIterReader(head.chunks, null), { parseHttp: false });
  let isLost = false;
  for (;;) {
    let entry: WarcEntry;
    try {
      head.begin();
      const record = await parser.parse();
      head.end();
      if (record === null) return;
      entry = await readRecord(record);
      await passOver(record);
    } catch (error) {
      yield fault(null, error instanceof Error ? error.message : String(error));
      return;
    }
    // Behind a wrong length comes rubble, piece by piece, until a record begins again: it is told once.
    const isRubble = entry.kind === 'fault' && entry.url === null;
    if (!isRubble || !isLost) yield entry;
    isLost = isRubble;
  }
}

async function readRecord(record: WARCRecord): Promise<WarcEntry> {
  const field = (name: string): string | null => fromField(record.warcHeader(name) ?? null);
  const url = field('WARC-Target-URI');
  const length = Number(record.warcHeader('Content-Length') ?? Number.NaN);
  const isRecord = record.warcHeaders.statusline.startsWith('WARC/') && Number.isSafeInteger(length) && length >= 0;
  if (!isRecord) {
    if (record.reader instanceof LimitReader) record.reader.setLimitSkip(0);
    return fault(null, 'no record begins where one should, or it has no length');
  }
  const type = record.warcType;
  if (type !== 'response' && type !== 'resource' && type !== 'revisit') return { kind: 'other' };
  if (url === null) return fault('an unnamed record', 'it names no address');
  // Crawlers keep what a name server said, too (dns:portal.example), and what they did (metadata://…).
  const isOfCrawler = type === 'response' ? !/^https?:\/\//i.test(url) : /^(?:dns|filedesc|metadata|whois):/i.test(url);
  if (isOfCrawler) return { kind: 'other' };
  if (!isSaidAddress(url)) return fault(url, `expected ${SAID_ADDRESS}, got this one`);
  if (length > MAX_PAYLOAD + MAX_HEAD) return fault(url, `it has ${length} bytes, ${MAX_PAYLOAD} are the most`);
  const block = await readBlock(record);
  if (block.byteLength < length)
    return fault(url, `the file ends in the middle of it: ${block.byteLength} of ${length} bytes`);
  if (checkDigest(field('WARC-Block-Digest'), block) === 'differs')
    return fault(url, 'it is damaged: its bytes do not have the digest that it states');
  const capturedAt = toInstant(field('WARC-Date'));
  if (capturedAt === null) return fault(url, 'it does not say when it was captured');
  const note = readNote(field(noteField));
  const common = { url, capturedAt, note };
  if (type === 'resource')
    return { kind: 'payload', ...common, bytes: block, http: null, contentType: field('Content-Type') };
  const parsed = block.byteLength === 0 && type === 'revisit' ? null : parseAnswer(block);
  if (parsed === 'not-http') return fault(url, 'it holds no answer of a web server');
  const http = parsed?.answer ?? null;
  const contentType = http?.headers['content-type'] ?? null;
  if (type === 'revisit') {
    const of = {
      url: field('WARC-Refers-To-Target-URI') ?? url,
      capturedAt: toInstant(field('WARC-Refers-To-Date')),
    };
    return { kind: 'revisit', ...common, http, contentType, digest: field('WARC-Payload-Digest'), of };
  }
  if (parsed === null) return fault(url, 'it holds no answer of a web server');
  const body = await unwrapBody(parsed.body, parsed.answer.headers, MAX_PAYLOAD);
  if (body.kind === 'fault') return fault(url, body.reason);
  return { kind: 'payload', ...common, bytes: body.bytes, http, contentType };
}

/** To the record's end, or the file's: left to itself, the library waits at the file's end for ever. */
async function passOver(record: WARCRecord): Promise<void> {
  const { reader } = record;
  if (!(reader instanceof LimitReader)) return;
  for await (const _piece of reader);
  reader.setLimitSkip(0);
}

async function readBlock(record: WARCRecord): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of record.reader) pieces.push(piece);
  return Buffer.concat(pieces);
}

function fault(url: string | null, reason: string): WarcEntry {
  return { kind: 'fault', url, reason };
}

/** A W3C time in UTC, as far as it goes; null for none. */
function toInstant(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** The library hands fields over as a header's bytes where they are not ASCII. */
function fromField(value: string | null): string | null {
  if (value === null || !/[\u0080-\u00ff]/.test(value) || /[^\u0020-\u00ff]/.test(value)) return value;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}

/** Lets no head of a record be longer than it may: the library would hold all of it in memory. */
function limitHead(source: AsyncIterable<Uint8Array>) {
  let left = Number.POSITIVE_INFINITY;
  async function* pass(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      left -= chunk.byteLength;
      if (left < 0) throw new Error(`the head of a record has more than ${MAX_HEAD} bytes`);
      yield chunk;
    }
  }
  return {
    chunks: pass(),
    begin: (): void => {
      left = MAX_HEAD;
    },
    end: (): void => {
      left = Number.POSITIVE_INFINITY;
    },
  };
}

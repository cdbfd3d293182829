/**
 * Captures → WARC 1.1, so that evidence can leave the archive and be proved by any other program that reads WARC.
 *
 * Bytes are kept inflated and whole, so the headers that spoke of their wrapping are left out and the length is that of
 * the bytes. Digests are SHA-256: that of a payload is the name of its snapshot. A record that comes in again is read by
 * warc-reading.ts.
 */
import { gzipSync } from 'node:zlib';
import { WARC_1_1, WARCRecord, type WARCRecordOpts, WARCSerializer } from 'warcio';
import type { KeptCapture } from '../core/archive/captures.ts';
import type { Evidence } from '../core/archive/evidence.ts';
import { noteField, type WarcNote, writeNote } from './warc-note.ts';

export interface WarcFault {
  readonly url: string;
  readonly reason: string;
}

export interface WarcParts {
  readonly evidence: AsyncIterable<Evidence>;
  /** The bytes of a snapshot; what it throws is a fault of this capture alone. */
  readonly readBytes: (capture: KeptCapture) => Promise<Uint8Array>;
  readonly onFault: (fault: WarcFault) => void;
  /** `sohieu/0.1.0` */
  readonly software: string;
  readonly madeAt: Date;
  /** Each record a gzip member of its own, as the format wants it. */
  readonly isGzipped: boolean;
}

/** The records of a WARC file, each as one piece; one capture is held in memory at a time. */
export async function* writeWarc(parts: WarcParts): AsyncGenerator<Uint8Array> {
  const { evidence, isGzipped, madeAt, software } = parts;
  const pack = (bytes: Uint8Array): Uint8Array => (isGzipped ? gzipSync(bytes) : bytes);
  const info = { software, format: 'WARC File Format 1.1', description: 'Captures of a sohieu archive' };
  const opening = WARCRecord.createWARCInfo({ date: madeAt.toISOString(), warcVersion: WARC_1_1 }, info);
  yield pack(await WARCSerializer.serialize(opening));
  const broken = new Set<string>();
  for await (const one of evidence) {
    try {
      yield pack(await toRecord(one, parts, broken));
    } catch (error) {
      broken.add(one.capture.snapshot);
      parts.onFault({ url: one.capture.url, reason: error instanceof Error ? error.message : String(error) });
    }
  }
}

async function toRecord(one: Evidence, { readBytes }: WarcParts, broken: ReadonlySet<string>): Promise<Uint8Array> {
  const { capture, repeats } = one;
  const { url, capturedAt, http, mediaType, snapshot } = capture;
  if (!isFieldValue(url)) throw new Error('its address holds characters that no field of a WARC may hold');
  // A repetition of what could not be written would point at nothing.
  const isRevisit = repeats !== null && isFieldValue(repeats.url) && !broken.has(snapshot);
  const bytes = isRevisit ? new Uint8Array() : await readBytes(capture);
  const options: WARCRecordOpts = {
    type: isRevisit ? 'revisit' : http === null ? 'resource' : 'response',
    date: capturedAt,
    warcVersion: WARC_1_1,
    warcHeaders: {
      // Not as `url`: the library would write the address anew, and it is an identity.
      'WARC-Target-URI': url,
      'WARC-Payload-Digest': `sha256:${snapshot}`,
      [noteField]: writeNote(noteOf(one)),
      ...(!isRevisit && http === null && { 'Content-Type': toFieldValue(mediaType) }),
    },
    ...(http !== null && {
      statusline: `HTTP/1.1 ${http.status}${http.status === 200 ? ' OK' : ' '}`,
      httpHeaders: keptHeaders(http.headers, isRevisit ? null : bytes.byteLength),
    }),
    ...(isRevisit && { refersToUrl: repeats.url, refersToDate: repeats.capturedAt }),
  };
  return WARCSerializer.serialize(WARCRecord.create(options, isRevisit ? undefined : [bytes]));
}

function noteOf({ capture, role, isReviewed, fate }: Evidence): WarcNote {
  const { source, status, given, http, mediaType, url } = capture;
  return {
    source,
    status,
    given,
    role,
    reviewed: isReviewed,
    type: mediaType,
    ...(http !== null && http.url !== url && { answered: http.url }),
    ...(fate?.isGone && { gone: true }),
    ...(fate !== null && fate.aliases.length > 0 && { aliases: [...fate.aliases] }),
  };
}

const WRAPPING = new Set(['content-encoding', 'transfer-encoding', 'content-length']);

function keptHeaders(headers: Readonly<Record<string, string>>, length: number | null): Record<string, string> {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    WRAPPING.has(name.toLowerCase()) || !/^[!#$%&'*+.^_`|~\w-]+$/.test(name) ? [] : [[name, toFieldValue(value)]],
  );
  return { ...Object.fromEntries(kept), ...(length !== null && { 'content-length': String(length) }) };
}

/** Without line ends and other signs that would end a field. */
function isFieldValue(text: string): boolean {
  return !/\p{Cc}/u.test(text) && text === text.trim() && text !== '';
}

function toFieldValue(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

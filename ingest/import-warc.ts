/**
 * WARC files → items to take in: the pages, texts and files among their records, each as it was captured.
 *
 * Pictures, scripts, redirects and error pages are passed over; what should have come in and cannot is a fault.
 */
import { type FileHandle, open } from 'node:fs/promises';
import type { Archive } from '../core/archive/archive.ts';
import { listCaptures } from '../core/archive/captures.ts';
import type { SnapshotHash } from '../core/archive/records.ts';
import { getSnapshot, parseSnapshotHash, readSnapshot } from '../core/archive/snapshots.ts';
import { isGzip, type ReadAt, readMembers } from './gzip-members.ts';
import type { ForeignCapture, ImportItem } from './import-item.ts';
import { isTakenIn } from './warc-media.ts';
import { readWarc, type WarcEntry, type WarcPayload, type WarcRevisit } from './warc-reading.ts';

/** The bytes that a revisit record repeats, null when they are not kept. */
export type FindRepeated = (revisit: WarcRevisit) => Promise<RepeatedBytes | null>;

export interface RepeatedBytes {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export interface WarcFault {
  readonly label: string;
  readonly reason: string;
}

/** The items in a WARC file, gzipped or not. `source` is that of records which name none. */
export async function* readWarcItems(
  path: string,
  source: string | null,
  findRepeated: FindRepeated,
  onFault: (fault: WarcFault) => void,
): AsyncGenerator<ImportItem> {
  const file = await open(path, 'r');
  try {
    let count = 0;
    for await (const entry of readEntries(readFrom(file))) {
      count += 1;
      const label = `${path}, record ${count}`;
      if (entry.kind === 'other') continue;
      if (entry.kind === 'fault') {
        onFault({ label: entry.url === null ? label : `${label} (${entry.url})`, reason: entry.reason });
        continue;
      }
      if (!isTakenIn(entry)) continue;
      const item = await toItem(entry, `${label} (${entry.url})`, source, findRepeated);
      if ('reason' in item) onFault(item);
      else yield item;
    }
    // What was cut off before its first record holds no evidence, and whoever brought it should know.
    if (count === 0) onFault({ label: path, reason: 'it holds no WARC record, expected one at least' });
  } finally {
    await file.close();
  }
}

/** Finds repeated bytes among what the archive keeps: by their digest, else by address and time. */
export function findRepeatedIn(archive: Archive): FindRepeated {
  return async ({ digest, of }) => {
    const named = parseSnapshotHash(digest?.replace(/^sha-?256:/i, '') ?? '');
    const hash = (await knownHash(archive, named)) ?? (await hashAt(archive, of));
    const kept = hash === null ? null : await getSnapshot(archive.db, hash);
    return kept === null ? null : { bytes: await readSnapshot(archive, kept.hash), mediaType: kept.mediaType };
  };
}

async function knownHash({ db }: Archive, hash: SnapshotHash | null): Promise<SnapshotHash | null> {
  return hash === null ? null : ((await getSnapshot(db, hash))?.hash ?? null);
}

async function hashAt({ db }: Archive, { url, capturedAt }: WarcRevisit['of']): Promise<SnapshotHash | null> {
  const captures = await listCaptures(db, [url]);
  return captures.find((capture) => capture.capturedAt === capturedAt)?.snapshot ?? null;
}

async function* readEntries(readAt: ReadAt): AsyncGenerator<WarcEntry> {
  if (!(await isGzip(readAt))) {
    yield* readWarc(readPlain(readAt));
    return;
  }
  for await (const { chunks } of readMembers(readAt)) yield* readWarc(chunks);
}

async function* readPlain(readAt: ReadAt): AsyncGenerator<Uint8Array> {
  for (let offset = 0; ; ) {
    const bytes = await readAt(offset, CHUNK);
    if (bytes.byteLength === 0) return;
    offset += bytes.byteLength;
    yield bytes;
  }
}

const CHUNK = 256 * 1024;

function readFrom(file: FileHandle): ReadAt {
  return async (offset, length) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  };
}

async function toItem(
  entry: WarcPayload | WarcRevisit,
  label: string,
  source: string | null,
  findRepeated: FindRepeated,
): Promise<ImportItem | WarcFault> {
  const { url, contentType, note } = entry;
  const repeated = entry.kind === 'revisit' ? await findRepeated(entry) : null;
  const bytes = entry.kind === 'payload' ? entry.bytes : repeated?.bytes;
  if (bytes === undefined)
    return { label, reason: 'it repeats bytes that are neither in the archive nor came before it' };
  const { title, published, form } = note?.given ?? {};
  return {
    label,
    bytes,
    url,
    source: note?.source ?? source,
    contentType: note?.type ?? contentType ?? repeated?.mediaType ?? null,
    fileName: null,
    given: { ...(title !== undefined && { title }), ...(published !== undefined && { published }) },
    isBareText: form === 'text',
    captured: toCapture(entry),
  };
}

function toCapture({ url, capturedAt, http, note }: WarcPayload | WarcRevisit): ForeignCapture {
  return {
    at: capturedAt,
    status: note?.status ?? 'imported',
    given: note?.given ?? {},
    http: http === null ? null : { ...http, url: note?.answered ?? url },
    role: note?.role ?? 'article',
    // A resource was handed in by somebody; what a crawler brought nobody looked at.
    isReviewed: note?.reviewed ?? http === null,
    isGone: note?.gone ?? false,
    aliases: note?.aliases ?? [],
  };
}

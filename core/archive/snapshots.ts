/**
 * Captured bytes, kept by their hash and never changed: the evidence from which all else can be made again.
 *
 * A file's name is its SHA-256 and nothing else, so no address or header can choose a path, the same bytes are kept
 * once, and damage shows. A file appears under its name only when it is whole on the disk.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Selectable } from 'kysely';
import type { Archive } from './archive.ts';
import { streamPages } from './paging.ts';
import type { SnapshotHash } from './records.ts';
import type { ArchiveDb, SnapshotTable } from './schema.ts';
import { inTransaction } from './transaction.ts';

export interface SnapshotRecord {
  readonly hash: SnapshotHash;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly firstKeptAt: string;
}

type SnapshotPlace = Pick<Archive, 'db' | 'home' | 'clock'>;

/** 64 lower-case hex digits, or null for anything else. */
export function parseSnapshotHash(text: string): SnapshotHash | null {
  return /^[0-9a-f]{64}$/.test(text) ? (text as SnapshotHash) : null;
}

/**
 * Keeps bytes and answers their hash; doing it again changes nothing, the first media type stands. `note` writes in the
 * transaction that notes the bytes.
 *
 * Throws when the disk refuses, or when a file of that hash is there with another size (it is damaged).
 */
export async function keepSnapshot(
  archive: SnapshotPlace,
  bytes: Uint8Array,
  mediaType: string,
  note: (trx: ArchiveDb, hash: SnapshotHash) => Promise<void> = async () => {},
): Promise<SnapshotHash> {
  const hash = hashBytes(bytes);
  const path = snapshotPath(archive.home, hash);
  const found = await sizeOf(path);
  if (found === null) await writeWhole(path, bytes);
  else if (found !== bytes.byteLength) {
    throw new Error(
      `Cannot keep snapshot ${hash}: expected ${bytes.byteLength} bytes in ${path}, found ${found}; the file is damaged, move it away and try again`,
    );
  }
  const first_kept_at = archive.clock().toISOString();
  await inTransaction(archive.db, async (trx) => {
    await trx
      .insertInto('snapshots')
      .values({ sha256: hash, size_bytes: bytes.byteLength, media_type: mediaType, first_kept_at })
      .onConflict((conflict) => conflict.column('sha256').doNothing())
      .execute();
    await note(trx, hash);
  });
  return hash;
}

/** The bytes, proved by their hash. Throws when they are gone or damaged. */
export async function readSnapshot(archive: Pick<Archive, 'home'>, hash: SnapshotHash): Promise<Uint8Array> {
  const path = snapshotPath(archive.home, hash);
  const advice = 'restore it from a backup of the archive';
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Error(`Cannot read snapshot ${hash}: expected a file ${path}; ${advice}`, { cause });
  });
  const found = hashBytes(bytes);
  if (found !== hash)
    throw new Error(`Cannot read snapshot ${hash}: the bytes in ${path} have the hash ${found}; ${advice}`);
  return bytes;
}

/** What is known of kept bytes; null when none of this hash are. */
export async function getSnapshot(db: ArchiveDb, hash: SnapshotHash): Promise<SnapshotRecord | null> {
  const row = await db.selectFrom('snapshots').selectAll().where('sha256', '=', hash).executeTakeFirst();
  return row === undefined ? null : toSnapshot(row);
}

/** All kept snapshots, in the order of their hashes. */
export async function* streamSnapshots(db: ArchiveDb): AsyncGenerator<SnapshotRecord> {
  const rows = streamPages<Selectable<SnapshotTable>>((after) => {
    const query = db.selectFrom('snapshots').selectAll().orderBy('sha256').limit(500);
    return (after === null ? query : query.where('sha256', '>', after.sha256)).execute();
  });
  for await (const row of rows) yield toSnapshot(row);
}

function toSnapshot(row: Selectable<SnapshotTable>): SnapshotRecord {
  return { hash: row.sha256, sizeBytes: row.size_bytes, mediaType: row.media_type, firstKeptAt: row.first_kept_at };
}

function hashBytes(bytes: Uint8Array): SnapshotHash {
  return createHash('sha256').update(bytes).digest('hex') as SnapshotHash;
}

function snapshotPath(home: string, hash: SnapshotHash): string {
  if (parseSnapshotHash(hash) === null)
    throw new Error(`Cannot find a snapshot: expected 64 hex digits, got "${hash}"`);
  return join(home, 'snapshots', hash.slice(0, 2), hash.slice(2, 4), hash);
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Whoever is killed in here leaves at most a `.part` that nobody reads. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const part = `${path}.${randomUUID()}.part`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(part, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
  await syncFolder(folder);
}

/** Makes the new name itself outlive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Whether the rows of snapshots and the files on disk agree: every row has its file, whole and unchanged, and every file
 * its row. All bytes are read, one snapshot at a time.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive } from './archive.ts';
import { aFault, type Finding } from './finding.ts';
import { getSnapshot, parseSnapshotHash, readSnapshot, streamSnapshots } from './snapshots.ts';

/** A run that was stopped may leave a file behind; it may also be at work this minute. */
const LEFT_BEHIND_MS = 24 * 3_600_000;

/** Every row against its file. */
export async function* verifySnapshotRows(archive: Archive, onItem: () => void): AsyncGenerator<Finding> {
  for await (const { hash, sizeBytes } of streamSnapshots(archive.db)) {
    onItem();
    try {
      const bytes = await readSnapshot(archive, hash);
      if (bytes.byteLength !== sizeBytes)
        yield aFault(`snapshot ${hash}`, `its row says ${sizeBytes} bytes, its file has ${bytes.byteLength}`);
    } catch (error) {
      yield aFault(`snapshot ${hash}`, error instanceof Error ? error.message : String(error));
    }
  }
}

/** Every file against the rows. */
export async function* verifySnapshotFiles(archive: Archive): AsyncGenerator<Finding> {
  const root = join(archive.home, 'snapshots');
  for (const first of await list(root)) {
    if (!first.isDirectory()) yield strayIn(first.name, '');
    if (!first.isDirectory()) continue;
    for (const second of await list(join(root, first.name))) {
      const folder = join(first.name, second.name);
      if (!second.isDirectory()) yield strayIn(folder, '');
      if (!second.isDirectory()) continue;
      for (const { name } of await list(join(root, folder))) {
        const finding = await judgeFile(archive, folder, name);
        if (finding !== null) yield finding;
      }
    }
  }
}

async function judgeFile(archive: Archive, folder: string, name: string): Promise<Finding | null> {
  const path = join('snapshots', folder, name);
  const ageMs = await ageOf(join(archive.home, path), archive.clock());
  if (ageMs === null) return null; // gone since the folder was listed
  const isYoung = ageMs < LEFT_BEHIND_MS;
  if (/\.part$/.test(name))
    return isYoung ? null : { kind: 'note', subject: path, detail: 'left by a run that was stopped; delete it' };
  const hash = parseSnapshotHash(name);
  if (hash === null || folder !== join(name.slice(0, 2), name.slice(2, 4))) return strayIn(folder, name);
  if ((await getSnapshot(archive.db, hash)) !== null) return null;
  const isSound = await readSnapshot(archive, hash).then(
    () => true,
    () => false,
  );
  if (isSound && isYoung)
    return { kind: 'note', subject: path, detail: 'its row is not written yet, or never was where a run was stopped' };
  return aFault(path, 'no row knows this file and nothing refers to it; move it away');
}

function strayIn(folder: string, name: string): Finding {
  return aFault(join('snapshots', folder, name), 'it is no snapshot; move it away');
}

async function list(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function ageOf(path: string, now: Date): Promise<number | null> {
  try {
    return now.getTime() - (await stat(path)).mtimeMs;
  } catch {
    return null;
  }
}

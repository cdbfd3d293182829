import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anArchive } from '../../test/builders.ts';
import { getSnapshot, keepSnapshot, parseSnapshotHash, readSnapshot, streamSnapshots } from './snapshots.ts';

const bytes = new TextEncoder().encode('<p>Thông báo</p>');
const hash = '6bb8e4de3f9a4a0d53a6b0d5a0f1e1ab9ea3bb8a3aaf8ea6a9ffb7f16f5f6f7c';

describe('snapshots', () => {
  it('lie under their hash, once, and come back as they were', async () => {
    const archive = await anArchive();
    const kept = await keepSnapshot(archive, bytes, 'text/html');
    const again = await keepSnapshot(archive, bytes, 'application/octet-stream');
    expect(again).toBe(kept);
    expect(readdirSync(archive.home, { recursive: true }).filter((name) => String(name).length > 40)).toEqual([
      join('snapshots', kept.slice(0, 2), kept.slice(2, 4), kept),
    ]);
    expect([...(await readSnapshot(archive, kept))]).toEqual([...bytes]);
    expect(await getSnapshot(archive.db, kept)).toEqual({
      hash: kept,
      sizeBytes: bytes.byteLength,
      mediaType: 'text/html',
      firstKeptAt: '2022-05-01T02:00:00.000Z',
    });
  });

  it('may be empty, and may be kept by two at once', async () => {
    const archive = await anArchive();
    const [one, other] = await Promise.all([
      keepSnapshot(archive, new Uint8Array(), 'text/plain'),
      keepSnapshot(archive, new Uint8Array(), 'text/plain'),
    ]);
    expect(one).toBe(other);
    expect(await readSnapshot(archive, one)).toHaveLength(0);
  });

  it('take back a file that was written before the program was killed', async () => {
    const archive = await anArchive();
    const kept = await keepSnapshot(archive, bytes, 'text/html');
    await archive.db.deleteFrom('snapshots').execute();
    expect(await keepSnapshot(archive, bytes, 'text/html')).toBe(kept);
    expect(await getSnapshot(archive.db, kept)).not.toBeNull();
  });

  it('show damage instead of giving or overwriting it', async () => {
    const archive = await anArchive();
    const kept = await keepSnapshot(archive, bytes, 'text/html');
    const path = join(archive.home, 'snapshots', kept.slice(0, 2), kept.slice(2, 4), kept);
    writeFileSync(path, '<p>Thong bao</p>');
    await expect(readSnapshot(archive, kept)).rejects.toThrow(/have the hash [0-9a-f]{64}; restore it from a backup/);
    await expect(keepSnapshot(archive, bytes, 'text/html')).rejects.toThrow(/the file is damaged, move it away/);
    expect(readFileSync(path, 'utf8')).toBe('<p>Thong bao</p>');
  });

  it('say which one is missing', async () => {
    const archive = await anArchive();
    const unknown = parseSnapshotHash(hash);
    if (unknown === null) throw new Error('expected a hash');
    await expect(readSnapshot(archive, unknown)).rejects.toThrow(`Cannot read snapshot ${hash}: expected a file`);
    expect(await getSnapshot(archive.db, unknown)).toBeNull();
  });

  it('are listed by hash, more of them than a page holds', async () => {
    const archive = await anArchive();
    const rows = Array.from({ length: 1001 }, (_, n) => n.toString(16).padStart(64, '0')).flatMap(
      (text) => parseSnapshotHash(text) ?? [],
    );
    for (const sha256 of rows) {
      await archive.db
        .insertInto('snapshots')
        .values({ sha256, size_bytes: 1, media_type: 'text/plain', first_kept_at: '2022-05-01T02:00:00.000Z' })
        .execute();
    }
    const found = [];
    for await (const snapshot of streamSnapshots(archive.db)) found.push(snapshot.hash);
    expect(found).toEqual(rows);
  });
});

describe('names of files', () => {
  it.each([
    '',
    '../../etc/passwd',
    hash.toUpperCase(),
    `${hash}0`,
    hash.slice(1),
    `${hash.slice(0, 62)}/x`,
    `${hash}\n`,
  ])('come from hashes only: %j is none', (text) => {
    expect(parseSnapshotHash(text)).toBeNull();
  });

  it('do not depend on what the bytes or the media type say', async () => {
    const archive = await anArchive();
    mkdirSync(join(archive.home, 'outside'));
    await keepSnapshot(archive, new TextEncoder().encode('../outside/x'), '../../outside');
    expect(readdirSync(join(archive.home, 'outside'))).toEqual([]);
  });
});

/**
 * Proves that the database, what is derived in it and the snapshots on disk agree, or says where they do not.
 *
 * Everything is read as it is found, so memory does not grow with the archive. It looks at the archive as it is from
 * moment to moment: while a run writes, what is half done may be told as a fault. The search index is compared in
 * core/search/compare-index.ts.
 */
import { sql } from 'kysely';
import type { Archive } from './archive.ts';
import { aFault, type Finding } from './finding.ts';
import type { ArchiveDb } from './schema.ts';
import { verifyArticles } from './verify-articles.ts';
import { verifyDocuments, verifyLinks, verifyMeetings } from './verify-derived.ts';
import { verifyHoldings } from './verify-holdings.ts';
import { verifySnapshotFiles, verifySnapshotRows } from './verify-snapshots.ts';

export type VerifiedKind = 'snapshot' | 'article' | 'document' | 'meeting';

/**
 * Every finding in the order it is come upon; none when all agrees. `onItem` hears of each thing looked at.
 *
 * @example for await (const { subject, detail } of verifyArchive(archive, () => {})) console.log(subject, detail);
 */
export async function* verifyArchive(archive: Archive, onItem: (kind: VerifiedKind) => void): AsyncGenerator<Finding> {
  const { db } = archive;
  const isSound = yield* verifyDatabase(db);
  if (!isSound) return;
  yield* verifySnapshotRows(archive, () => onItem('snapshot'));
  yield* verifySnapshotFiles(archive);
  yield* verifyArticles(db, () => onItem('article'));
  yield* verifyDocuments(db, () => onItem('document'));
  yield* verifyMeetings(db, () => onItem('meeting'));
  yield* verifyHoldings(db);
  yield* verifyLinks(db);
}

/** The database's own word on itself; SQLite's, while it is the only one. False when nothing read from it can be trusted. */
async function* verifyDatabase(db: ArchiveDb): AsyncGenerator<Finding, boolean> {
  const { rows } = await sql<{ readonly integrity_check: string }>`pragma integrity_check(100)`.execute(db);
  const damage = rows.map((row) => row.integrity_check).filter((words) => words !== 'ok');
  for (const words of damage) yield aFault('database', `${words}; put the folder back from a backup`);
  const strays =
    await sql<Stray>`select "table" as name, parent, count(*) as rows from pragma_foreign_key_check group by 1, 2`.execute(
      db,
    );
  for (const { name, parent, rows: count } of strays.rows)
    yield aFault('database', `${count} rows of ${name} point at ${parent} that are not there`);
  return damage.length === 0;
}

interface Stray {
  readonly name: string;
  readonly parent: string;
  readonly rows: number;
}

/**
 * Opens and closes an archive: one folder with a database and the captured bytes.
 *
 * Whoever reads or writes takes `db`, and finds the functions for it in the file named after the thing. Nothing else of
 * the program knows where an archive lies. The folder is the owner's alone: it may hold the only copy of a page, and
 * what editors decided.
 */
import { accessSync, chmodSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LogConfig } from 'kysely';
import { Kysely } from 'kysely';
import { sqliteDialect, sqliteTraits } from './dialect.ts';
import { migrateArchive } from './migrations.ts';
import type { ArchiveDb, ArchiveSchema } from './schema.ts';
import { openSqlite } from './sqlite-driver.ts';

export interface ArchiveOptions {
  /** Folder of the archive; made with its parents when it is not there. */
  readonly home: string;
  readonly clock: () => Date;
  /** Hears every query with its time, for finding slow ones. Default: nobody does. */
  readonly log?: LogConfig;
}

export const databaseName = 'archive.sqlite';

/** An open archive. Close it: until then other processes may wait for what it writes, and the last writes stand in the log file beside it. */
export class Archive {
  readonly db: ArchiveDb;
  readonly home: string;
  readonly clock: () => Date;

  constructor(db: ArchiveDb, home: string, clock: () => Date) {
    this.db = db;
    this.home = home;
    this.clock = clock;
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }
}

/**
 * Opens the archive in `home`, making or migrating it where needed.
 *
 * Throws an Error of one sentence that says what to try: home cannot be written, the file is damaged or no database,
 * its schema is newer than the program's.
 *
 * @example
 * const archive = await openArchive({ home: 'var', clock: () => new Date() });
 */
export async function openArchive({ home, clock, log }: ArchiveOptions): Promise<Archive> {
  const path = join(home, databaseName);
  makeHome(home);
  const isNew = !existsSync(path);
  const database = explain(path, () => openSqlite(path));
  if (isNew) chmodSync(path, 0o600);
  const db = new Kysely<ArchiveSchema>({ dialect: sqliteDialect(database), ...(log && { log }) });
  try {
    await migrateArchive(db, sqliteTraits);
  } catch (error) {
    await db.destroy();
    throw refusal(path, error);
  }
  return new Archive(db, home, clock);
}

function makeHome(home: string): void {
  try {
    mkdirSync(join(home, 'snapshots'), { recursive: true, mode: 0o700 });
    accessSync(home, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Error(
      `Cannot keep an archive in ${home}: ${wordsOf(cause)}; choose a folder that you may write to, with SOHIEU_HOME`,
      { cause },
    );
  }
}

function explain<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw refusal(path, error);
  }
}

/** SQLite's own words for a damaged file differ by where the damage lies; the advice does not. */
function refusal(path: string, cause: unknown): Error {
  const words = wordsOf(cause);
  const isDamaged = /not a database|malformed|corrupt|unsupported file format/i.test(words);
  const advice = isDamaged ? `${words}; put the folder back from a backup, or move the file away to begin anew` : words;
  return new Error(`Cannot open the archive ${path}: ${advice}`, { cause });
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

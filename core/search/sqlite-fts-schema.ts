/**
 * The tables of the embedded index, and opening its file whatever state it is in.
 *
 * The file is a cache. One that is damaged or of another make is deleted and made anew, empty; `meta` remembers why,
 * until a position says that it is complete again. Tables come in two generations: a rebuild fills the idle one and
 * then turns `meta.live` over, so that another process sees the new index at its next query, with no file to swap.
 */
import { rmSync } from 'node:fs';
import { z } from 'zod';
import { searchFields } from './fields.ts';
import { type IndexFile, isDamage, isMissingTable, openFile } from './sqlite-fts-file.ts';

/** Raise it whenever tables, folding or the splitting of words change: older files are then made anew. */
const schemaVersion = 1;
/** "shix": marks the file as ours, so that no other database is ever taken for an old index and deleted. */
const applicationId = 0x73686978;

const emptyReasons = ['new', 'damaged', 'outdated', 'cleared'] as const;
type EmptyReason = (typeof emptyReasons)[number];
export type Generation = 'a' | 'b';

const metaRow = z.object({
  live: z.enum(['a', 'b']),
  /** Null until somebody says how far in the archive's changes the index has come. */
  position: z.number().nullable(),
  /** Why it is or was empty. */
  reason: z.enum(emptyReasons),
});
const versionRow = z.object({ id: z.number(), version: z.number() });

/** Names of the tables of one generation. */
export function tablesOf(generation: Generation): { entry: string; original: string; words: string } {
  return { entry: `entry_${generation}`, original: `original_${generation}`, words: `words_${generation}` };
}

/**
 * Opens or makes the index file; `:memory:` for one that is gone at close.
 *
 * @throws Error when it cannot be opened, or is a sound database of somebody else
 */
export function openIndexFile(path: string): IndexFile {
  const file = openSound(path);
  const fault = file === null ? 'damaged' : findFault(file);
  if (file !== null && fault === null) return file;
  if (file !== null && fault === 'new') return createIndex(file, 'new');
  file?.close();
  return recreateIndexFile(path, fault ?? 'damaged');
}

export function recreateIndexFile(path: string, reason: EmptyReason): IndexFile {
  if (path !== ':memory:') for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
  return createIndex(
    openFile(path, () => {}),
    reason,
  );
}

export function readMeta(file: IndexFile): z.infer<typeof metaRow> {
  return metaRow.parse(file.prepare('SELECT live, position, reason FROM meta').get());
}

export function createGeneration(file: IndexFile, generation: Generation): void {
  const { entry, original, words } = tablesOf(generation);
  dropGeneration(file, generation);
  file.exec(`
    CREATE TABLE ${entry} (
      entry INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, day TEXT,
      facets TEXT NOT NULL, -- one character a value, see sqlite-fts-facets.ts
      UNIQUE (kind, id)
    ) STRICT;
    CREATE TABLE ${original} (
      entry INTEGER PRIMARY KEY, title TEXT NOT NULL, codes TEXT NOT NULL, people TEXT NOT NULL, body TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE ${words} USING fts5(
      ${searchFields.join(', ')}, content = '', contentless_delete = 1, tokenize = 'ascii'
    );
  `);
}

export function dropGeneration(file: IndexFile, generation: Generation): void {
  const { entry, original, words } = tablesOf(generation);
  file.exec(`DROP TABLE IF EXISTS ${words}; DROP TABLE IF EXISTS ${original}; DROP TABLE IF EXISTS ${entry};`);
}

function createIndex(file: IndexFile, reason: EmptyReason): IndexFile {
  file.inTransaction('IMMEDIATE', () => {
    if (!isBlank(file)) return; // another process was quicker
    file.exec(`
      CREATE TABLE meta (live TEXT NOT NULL, position INTEGER, reason TEXT NOT NULL) STRICT;
      INSERT INTO meta VALUES ('a', NULL, '${reason}');
      CREATE TABLE facet_value (id INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (facet, value)) STRICT;
      PRAGMA user_version = ${schemaVersion};
      PRAGMA application_id = ${applicationId};
    `);
    createGeneration(file, 'a');
  });
  return file;
}

/** Null when it is damaged already at the first look. */
function openSound(path: string): IndexFile | null {
  try {
    return openFile(path, (file) => {
      if (isBlank(file) || readVersion(file).id === applicationId) return;
      throw new Error(
        `Cannot open ${path} as a search index: expected a file made by sohieu, got another SQLite database; move it away`,
      );
    });
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

/** Reads from every table, since SQLite finds damage only where it reads. A full check would take seconds per 100,000 items. */
function findFault(file: IndexFile): EmptyReason | null {
  try {
    if (isBlank(file)) return 'new';
    if (readVersion(file).version !== schemaVersion) return 'outdated';
    const { entry, original, words } = tablesOf(readMeta(file).live);
    file.prepare(`SELECT count(*) FROM ${entry}`).get();
    file.prepare(`SELECT max(entry), length(body) FROM ${original}`).get();
    file.prepare(`SELECT count(*) FROM ${words} WHERE ${words} MATCH '"a"'`).get();
    return null;
  } catch (error) {
    if (isDamage(error) || isMissingTable(error)) return 'damaged';
    file.close();
    throw error;
  }
}

function readVersion(file: IndexFile): z.infer<typeof versionRow> {
  return versionRow.parse(
    file
      .prepare('SELECT application_id AS id, user_version AS version FROM pragma_application_id, pragma_user_version')
      .get(),
  );
}

function isBlank(file: IndexFile): boolean {
  return file.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}

/**
 * One connection to an SQLite file, as the embedded index needs it.
 *
 * The binding speaks the API of `node:sqlite` but cannot finalise a statement before it is garbage. So statements are
 * kept and used again, and closing empties the log file itself, which SQLite would leave as it is.
 */
import { DatabaseSync } from '@photostructure/sqlite';
import { z } from 'zod';

export interface IndexFile {
  readonly isOpen: boolean;
  exec(sql: string): void;
  prepare(sql: string): IndexStatement;
  /** Runs `work` whole or not at all. `IMMEDIATE` to write, `DEFERRED` to read one state through several statements. */
  inTransaction<T>(mode: 'IMMEDIATE' | 'DEFERRED', work: () => T): T;
  /** Once more does nothing. */
  close(): void;
}

export interface IndexStatement {
  run(...values: readonly SqlValue[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  /** The first row, or undefined. Parse it. */
  get(...values: readonly SqlValue[]): unknown;
  all(...values: readonly SqlValue[]): unknown;
}

type SqlValue = string | number | null;

/** More than one engine ever uses at once; filters make ever new texts. */
const keptStatements = 100;

/**
 * Opens or makes the file. `mayUse` looks at it before anything is set, and throws where it is not ours.
 *
 * @throws Error naming the file when it cannot be opened; the binding's error when it is no sound database (`isDamage`)
 */
export function openFile(path: string, mayUse: (file: IndexFile) => void): IndexFile {
  const db = connect(path);
  const statements = new Map<string, IndexStatement>();
  const file: IndexFile = {
    get isOpen() {
      return db.isOpen;
    },
    exec: (sql) => db.exec(sql),
    prepare,
    inTransaction,
    close,
  };
  try {
    mayUse(file);
    // NORMAL may lose the last commits at a power cut, and the position with them: they are indexed again.
    file.exec(`
      PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;
      PRAGMA cache_size = -65536; PRAGMA journal_size_limit = 67108864;
    `);
    return file;
  } catch (error) {
    db.close();
    throw error;
  }

  function prepare(sql: string): IndexStatement {
    const statement = statements.get(sql) ?? db.prepare(sql);
    statements.delete(sql);
    statements.set(sql, statement);
    if (statements.size > keptStatements) statements.delete(statements.keys().next().value ?? '');
    return statement;
  }

  function inTransaction<T>(mode: 'IMMEDIATE' | 'DEFERRED', work: () => T): T {
    db.exec(`BEGIN ${mode}`);
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }

  function close(): void {
    if (!db.isOpen) return;
    try {
      db.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // Another process is at work, or the file is damaged: the log is read, or deleted, at the next opening.
    }
    db.close();
  }
}

/** Whether the file itself is at fault: SQLITE_CORRUPT or SQLITE_NOTADB in any form, or rows that cannot be. */
export function isDamage(error: unknown): boolean {
  if (error instanceof z.ZodError) return true;
  const code = z.object({ errcode: z.number() }).safeParse(error);
  return code.success && [11, 26].includes(code.data.errcode & 0xff);
}

export function isMissingTable(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('no such table');
}

function connect(path: string): InstanceType<typeof DatabaseSync> {
  try {
    return new DatabaseSync(path, { timeout: 5000 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot open the search index ${path}: ${reason}; does its folder exist, and may it be written?`, {
      cause: error,
    });
  }
}

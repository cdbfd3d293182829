/**
 * Opens SQLite in the shape that Kysely's dialect wants.
 *
 * The binding speaks the API of `node:sqlite`, so that a later Node needs another import and nothing else. That API is
 * lenient where an archive must not be: a missing parameter becomes NULL, a Date or an object is taken for named
 * parameters, NaN becomes NULL, rows have no prototype. All of that is refused or mended here, for every query.
 */
import { DatabaseSync } from '@photostructure/sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

export interface SqliteOptions {
  /** Refuses every write, also those of the set-up. Default false. */
  readonly isReadOnly?: boolean;
}

type Bindable = string | number | bigint | Uint8Array | null;

/** Preparing costs more than running for most queries here; bounded, because `in` lists make ever new texts. */
const keptStatements = 200;

const setUp = [
  'pragma page_size = 8192', // counts only for a new file, before its first table
  'pragma journal_mode = wal',
  'pragma synchronous = normal',
  'pragma foreign_keys = on',
  'pragma cache_size = -65536',
  // Four times the default: half the wall time of taking in 6,000 articles with their mentions one by one.
  'pragma wal_autocheckpoint = 4000',
];

/**
 * Opens or makes the database file at `path`.
 *
 * Throws the binding's error (`errcode` 14 cannot open, 26 not a database, 11 malformed) with the file closed again.
 *
 * @example
 * const db = new Kysely({ dialect: sqliteDialect(openSqlite('var/archive.sqlite')) });
 */
export function openSqlite(path: string, options: SqliteOptions = {}): SqliteDatabase {
  const isReadOnly = options.isReadOnly ?? false;
  const database = new DatabaseSync(path, { readOnly: isReadOnly });
  try {
    database.exec('pragma busy_timeout = 10000');
    for (const pragma of isReadOnly ? ['pragma query_only = on'] : setUp) database.exec(pragma);
  } catch (error) {
    database.close();
    throw error;
  }
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => {
      if (!isReadOnly) tidyUp(database);
      database.close();
    },
    prepare: (sql) => {
      const known = prepared.get(sql) ?? prepareStatement(database, sql);
      prepared.delete(sql);
      prepared.set(sql, known);
      if (prepared.size > keptStatements) prepared.delete(prepared.keys().next().value ?? '');
      return known;
    },
  };
}

/**
 * This binding cannot finalise statements before they are garbage, so `close` alone would leave the log file beside the
 * database as it is, and a database copied or replaced without its log is torn. Empties the log as far as other
 * processes allow, without waiting for them: what cannot be done now, the next to close does.
 */
function tidyUp(database: InstanceType<typeof DatabaseSync>): void {
  try {
    for (const pragma of ['busy_timeout = 0', 'optimize', 'wal_checkpoint(truncate)'])
      database.exec(`pragma ${pragma}`);
  } catch {
    // Another process is writing; nothing is lost, the log is read at the next opening.
  }
}

function prepareStatement(database: InstanceType<typeof DatabaseSync>, sql: string): SqliteStatement {
  const statement = database.prepare(sql);
  const wanted = countParameters(sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bind(sql, wanted, parameters)).map(toPlainRow),
    run: (parameters) => statement.run(...bind(sql, wanted, parameters)),
    // A statement of its own: the kept one may run again while a reader is still half-way through this.
    iterate: (parameters) => iterateRows(database.prepare(sql).iterate(...bind(sql, wanted, parameters))),
  };
}

function* iterateRows(rows: IterableIterator<unknown>): IterableIterator<unknown> {
  for (const row of rows) yield toPlainRow(row);
}

function toPlainRow(row: unknown): unknown {
  return typeof row === 'object' && row !== null ? { ...row } : row;
}

/** Question marks outside of quoted text; Kysely writes no other kind of parameter and no comments. */
function countParameters(sql: string): number {
  return (sql.match(/'[^']*'|"[^"]*"|\?/g) ?? []).filter((piece) => piece === '?').length;
}

function bind(sql: string, wanted: number, parameters: readonly unknown[]): Bindable[] {
  if (parameters.length !== wanted) {
    throw new Error(`Cannot run "${shorten(sql)}": expected ${wanted} parameters, got ${parameters.length}`);
  }
  return parameters.map((value, index) => toBindable(sql, value, index));
}

function toBindable(sql: string, value: unknown, index: number): Bindable {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'bigint' || value === null || value instanceof Uint8Array)
    return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const got = typeof value === 'object' ? Object.prototype.toString.call(value) : String(value);
  throw new Error(
    `Cannot run "${shorten(sql)}": parameter ${index + 1} is ${got}, expected text, a finite number, bytes, a boolean or null; turn it into one of these first`,
  );
}

function shorten(sql: string): string {
  return sql.length > 120 ? `${sql.slice(0, 120)}…` : sql;
}

/**
 * What differs between the databases that can hold an archive, named once; all other files of this room are one body
 * of queries that runs on any of them.
 *
 * SQLite is the one that exists today. What every query keeps to, so that PostgreSQL can be the second:
 * - JSON stands in text columns and is parsed by our own schemas (columns.ts), never asked about in SQL;
 * - booleans are 0 and 1 in a small whole-number column;
 * - no query relies on the row id, on RETURNING, on `insert or replace` or on case-insensitive LIKE;
 * - ordered texts are ASCII (ids, days, folded words), and PostgreSQL must give their columns `collate "C"`;
 * - `changes.seq` must grow in the order of commits: here one writer at a time sees to that, there a lock must.
 */
import type { ColumnDefinitionBuilder, Dialect, DialectAdapter, LimitNode, SqliteDatabase } from 'kysely';
import { CompiledQuery, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler, sql, ValueNode } from 'kysely';

export interface DialectTraits {
  /** Type of a whole number that may pass 2^31; what comes back must be a JavaScript number. */
  readonly wholeNumber: 'integer' | 'bigint';
  /** What ends a `create table` so that columns keep to their types. */
  readonly tableEnd: ReturnType<typeof sql> | null;
  /** Turns a column into a key that counts up by itself and never gives a number twice. */
  readonly countUp: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
}

export const sqliteTraits: DialectTraits = {
  wholeNumber: 'integer',
  tableEnd: sql`strict`,
  countUp: (column) => column.primaryKey().autoIncrement(),
};

/** Items in one `in (…)` list or rows in one insert: far below every limit (SQLite 32,766 parameters, PostgreSQL 65,535). */
export const rowsPerStatement = 200;

/** Kysely's SQLite dialect with three corrections, each said at its place below. */
export function sqliteDialect(database: SqliteDatabase): Dialect {
  return {
    createAdapter: () => sqliteAdapter,
    createDriver: () => Object.assign(new SqliteDriver({ database }), { beginTransaction }),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new PrintedLimits(),
  };
}

/**
 * Prints limits into the statement. SQLite plans by a limit, and plans a statement anew at every run where the limit is a
 * parameter: it then costs some times what it does.
 */
class PrintedLimits extends SqliteQueryCompiler {
  protected override visitLimit(node: LimitNode): void {
    const { limit } = node;
    if (ValueNode.is(limit) && typeof limit.value === 'number' && Number.isSafeInteger(limit.value))
      this.append(`limit ${limit.value}`);
    else super.visitLimit(node);
  }
}

/** Kysely says that SQLite cannot change its schema in a transaction; it can, and a killed migration must leave nothing. */
const sqliteAdapter: DialectAdapter = {
  supportsCreateIfNotExists: true,
  supportsTransactionalDdl: true,
  supportsReturning: true,
  supportsOutput: false,
  acquireMigrationLock: async () => {},
  releaseMigrationLock: async () => {},
};

/**
 * Takes the write lock at once. A plain `begin` takes it at the first write, and fails without waiting when another
 * process wrote since the transaction's first read.
 */
const beginTransaction: SqliteDriver['beginTransaction'] = async (connection) => {
  await connection.executeQuery(CompiledQuery.raw('begin immediate'));
};

/** Cuts a list so that each piece fits into one statement. */
export function inPieces<T>(items: readonly T[], size: number = rowsPerStatement): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/**
 * Tables and indexes as rows of data: how a migration says what it makes.
 *
 * Frozen with the migrations that use it: what it makes of a plan must not change. A migration adds, never alters.
 */
import type { CreateTableBuilder, Kysely } from 'kysely';
import type { DialectTraits } from '../dialect.ts';

/** A question mark lets a column be null; `counter` numbers its rows by itself. */
export type ColumnKind = 'text' | 'text?' | 'whole' | 'whole?' | 'real' | 'counter';
export type Columns = Readonly<Record<string, ColumnKind>>;
type Table = CreateTableBuilder<string, string>;

export type TablePlans = Readonly<
  Record<string, { readonly columns: Columns; readonly keys: (table: Table) => Table }>
>;

export interface IndexPlan {
  readonly table: string;
  readonly columns: readonly string[];
  /** The question it answers. */
  readonly serves: string;
}

export async function createTables(db: Kysely<unknown>, plans: TablePlans, traits: DialectTraits): Promise<void> {
  for (const [name, plan] of Object.entries(plans)) {
    const table = Object.entries(plan.columns).reduce(
      (made, [column, kind]) => addColumn(made, column, kind, traits),
      createTable(db, name),
    );
    const whole = plan.keys(table);
    await (traits.tableEnd === null ? whole : whole.modifyEnd(traits.tableEnd)).execute();
  }
}

export async function createIndexes(db: Kysely<unknown>, plans: readonly IndexPlan[]): Promise<void> {
  for (const { table, columns } of plans) {
    await db.schema
      .createIndex(`${table}_by_${columns.join('_').replaceAll(' desc', '')}`)
      .on(table)
      .columns([...columns])
      .execute();
  }
}

/** The table's rows leave with their article. */
export function hangOnArticle(table: Table): Table {
  return table.addForeignKeyConstraint('of_article', ['article'], 'articles', ['id'], (key) => key.onDelete('cascade'));
}

/** The table's rows leave with their meeting. */
export function hangOnMeeting(table: Table): Table {
  return table.addForeignKeyConstraint('of_meeting', ['meeting'], 'meetings', ['id'], (key) => key.onDelete('cascade'));
}

function createTable(db: Kysely<unknown>, name: string): Table {
  return db.schema.createTable(name);
}

function addColumn(table: Table, name: string, kind: ColumnKind, traits: DialectTraits): Table {
  if (kind === 'counter') return table.addColumn(name, traits.wholeNumber, traits.countUp);
  const type = kind.startsWith('text') ? 'text' : kind === 'real' ? 'real' : traits.wholeNumber;
  return table.addColumn(name, type, (column) => (kind.endsWith('?') ? column : column.notNull()));
}

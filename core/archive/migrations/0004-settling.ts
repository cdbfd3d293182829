/**
 * What settling remembers, so that a night's work costs what the night brought. Frozen: what comes after it is another
 * migration, never a change here.
 *
 * Mentions learn which document they name themselves and what they wait for; older ones are filled in from what they were
 * settled to, by the rules of the program that migrates: derived columns, which `resolve` makes anew at any time.
 */
import type { Kysely, Migration } from 'kysely';
import { z } from 'zod';
import type { DialectTraits } from '../dialect.ts';
import { identityColumn, ownColumns } from '../own-columns.ts';
import { settlementColumn } from '../settlement-column.ts';
import { createIndexes, createTables, type IndexPlan, type TablePlans } from './table-plan.ts';

const tables: TablePlans = {
  identities: {
    columns: { document: 'text', identity_json: 'text' },
    keys: (table) => table.addPrimaryKeyConstraint('identities_key', ['document']),
  },
  known_series: {
    columns: { type_key: 'text', number_key: 'text', series: 'text', fingerprint: 'text' },
    keys: (table) => table.addPrimaryKeyConstraint('known_series_key', ['type_key', 'number_key', 'series']),
  },
  decisions_due: {
    columns: { id: 'text' },
    keys: (table) => table.addPrimaryKeyConstraint('decisions_due_key', ['id']),
  },
  dossiers_due: {
    columns: { id: 'text' },
    keys: (table) => table.addPrimaryKeyConstraint('dossiers_due_key', ['id']),
  },
};

const indexes: readonly IndexPlan[] = [
  {
    table: 'mentions',
    columns: ['type_key', 'number_key', 'own_document', 'date', 'subject_key'],
    serves: 'what is known of the documents of a type and number',
  },
  {
    table: 'mentions',
    columns: ['type_key', 'number_key', 'waits_on', 'article'],
    serves: 'mentions whose meaning rests on other articles',
  },
];

const AT_ONCE = 500;
const rowSchema = z.object({
  article: z.string(),
  ordinal: z.number(),
  settlement_json: z.string(),
  subject: z.string().nullable(),
});

export function createSettlingSchema(traits: DialectTraits): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      for (const column of ['own_document', 'subject_key', 'waits_on'])
        await db.schema.alterTable('mentions').addColumn(column, 'text').execute();
      await createTables(db, tables, traits);
      await fillOwnColumns(db.withTables<Tables>());
      await createIndexes(db, indexes);
      await db.schema.dropIndex('mentions_by_type_key_number_key_sort_key_ordinal').execute();
    },
  };
}

type MentionColumns = {
  readonly article: string;
  readonly ordinal: number;
  readonly settlement_json: string;
  readonly subject: string | null;
  readonly own_document: string | null;
  readonly subject_key: string | null;
  readonly waits_on: string | null;
};
type Tables = {
  readonly mentions: MentionColumns;
  readonly identities: { readonly document: string; readonly identity_json: string };
};

async function fillOwnColumns(db: Kysely<Tables>): Promise<void> {
  for (let after: { readonly article: string; readonly ordinal: number } | null = null; ; ) {
    let query = db.selectFrom('mentions').select(['article', 'ordinal', 'settlement_json', 'subject']);
    if (after !== null) {
      const { article, ordinal } = after;
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('article', 'ordinal'), '>', tuple(article, ordinal)),
      );
    }
    const rows = z.array(rowSchema).parse(await query.orderBy('article').orderBy('ordinal').limit(AT_ONCE).execute());
    for (const { article, ordinal, settlement_json: json, subject } of rows) {
      const settlement = settlementColumn.read(json);
      const own = ownColumns(settlement, subject);
      await db.updateTable('mentions').set(own).where('article', '=', article).where('ordinal', '=', ordinal).execute();
      if (own.own_document === null || settlement.kind !== 'settled') continue;
      await db
        .insertInto('identities')
        .values({ document: own.own_document, identity_json: identityColumn.write(settlement.identity) })
        .onConflict((conflict) => conflict.column('document').doNothing())
        .execute();
    }
    after = rows.at(-1) ?? null;
    if (after === null) return;
  }
}

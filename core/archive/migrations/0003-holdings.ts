/**
 * Texts that are documents themselves. Frozen: what comes after it is another migration, never a change here.
 *
 * What the columns hold is said in ../schema-holdings.ts; `attachments.legal_json` in ../schema-crawl.ts.
 */
import type { Kysely, Migration } from 'kysely';
import type { DialectTraits } from '../dialect.ts';
import type { IndexPlan, TablePlans } from './table-plan.ts';
import { createIndexes, createTables, hangOnArticle } from './table-plan.ts';

const tables: TablePlans = {
  holdings: {
    columns: {
      article: 'text',
      address: 'text',
      snapshot: 'text?',
      document: 'text',
      identity_json: 'text',
      type_key: 'text',
      number_key: 'text',
      code: 'text',
      date: 'text?',
      title: 'text?',
      issuer_name: 'text?',
      signer: 'text?',
      effective: 'text?',
      expired: 'text?',
      status: 'text?',
    },
    keys: (table) => hangOnArticle(table.addPrimaryKeyConstraint('holdings_key', ['article', 'address'])),
  },
  held_citations: {
    columns: {
      article: 'text',
      address: 'text',
      ordinal: 'whole',
      type_key: 'text?',
      number_key: 'text?',
      kind: 'text',
      is_reversed: 'whole',
      sentence: 'text',
      canonical: 'text?',
      meant: 'text?',
      date: 'text?',
      subject: 'text?',
      issuer_name: 'text?',
      level: 'text?',
      settlement_json: 'text',
      own_document: 'text?',
    },
    keys: (table) =>
      hangOnArticle(table.addPrimaryKeyConstraint('held_citations_key', ['article', 'address', 'ordinal'])),
  },
};

const indexes: readonly IndexPlan[] = [
  { table: 'holdings', columns: ['type_key', 'number_key'], serves: 'the texts that may be one document' },
  { table: 'holdings', columns: ['document'], serves: 'the texts of a document' },
  {
    table: 'held_citations',
    columns: ['type_key', 'number_key'],
    serves: 'the texts that state something of a document',
  },
  { table: 'held_citations', columns: ['own_document'], serves: 'what held texts say of a document that nobody cites' },
];

export function createHoldings(traits: DialectTraits): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await createTables(db, tables, traits);
      await createIndexes(db, indexes);
      await db.schema.alterTable('attachments').addColumn('legal_json', 'text').execute();
    },
  };
}

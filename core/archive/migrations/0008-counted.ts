/**
 * What mentions say, counted as they come, so that a document cited thousands of times need not be counted again for one
 * mention more. Frozen: what comes after it is another migration, never a change here.
 *
 * What older archives say is counted here once, by the rules of the program that migrates: derived rows, which settling
 * brings in step with the mentions whenever their article changes.
 */
import type { Kysely, Migration } from 'kysely';
import { countAllMentions } from '../counted-mentions.ts';
import type { DialectTraits } from '../dialect.ts';
import type { ArchiveSchema } from '../schema.ts';
import { createIndexes, createTables, type IndexPlan, type TablePlans } from './table-plan.ts';

/** The schema as types that Kysely takes for those of tables. */
type Tables = { readonly [Table in keyof ArchiveSchema]: ArchiveSchema[Table] };

const tables: TablePlans = {
  counted_articles: {
    columns: { article: 'text', said_json: 'text' },
    keys: (table) => table.addPrimaryKeyConstraint('counted_articles_key', ['article']),
  },
  testimonies: {
    columns: { document: 'text', cited_by: 'whole', said_json: 'text' },
    keys: (table) => table.addPrimaryKeyConstraint('testimonies_key', ['document']),
  },
  known_documents: {
    columns: { document: 'text', type_key: 'text', number_key: 'text', prints_json: 'text' },
    keys: (table) => table.addPrimaryKeyConstraint('known_documents_key', ['document', 'type_key', 'number_key']),
  },
};

const indexes: readonly IndexPlan[] = [
  {
    table: 'known_documents',
    columns: ['type_key', 'number_key', 'document'],
    serves: 'what is known of the documents of a type and number',
  },
];

export function countMentionsOnce(traits: DialectTraits): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await createTables(db, tables, traits);
      await createIndexes(db, indexes);
      await db.schema
        .alterTable('changes')
        .addColumn('by_settling', traits.wholeNumber, (column) => column.notNull().defaultTo(0))
        .execute();
      await db.schema.dropIndex('mentions_by_type_key_number_key_own_document_date_subject_key').execute();
      await countAllMentions(db.withTables<Tables>());
    },
  };
}

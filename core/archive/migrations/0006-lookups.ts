/**
 * Indexes for what settling asks of documents that are cited very often. Frozen: what comes after it is another
 * migration, never a change here.
 */
import { type Kysely, type Migration, sql } from 'kysely';
import { createIndexes, type IndexPlan } from './table-plan.ts';

const indexes: readonly IndexPlan[] = [
  {
    table: 'documents',
    columns: ['code_key', 'is_settled', 'type_key', 'number_key'],
    serves: 'documents of one code, and whether any is settled',
  },
];

export const addLookups: Migration = {
  up: async (db: Kysely<unknown>) => {
    await createIndexes(db, indexes);
    await db.schema.dropIndex('documents_by_code_key').execute();
    // Who prints a date or a code with a document; those that print none are left out.
    await sql`create index mentions_by_document_date_article on mentions (document, date, article)
      where document is not null and date is not null`.execute(db);
    await sql`create index mentions_by_document_canonical_article on mentions (document, canonical, article)
      where document is not null and kind = 'code'`.execute(db);
  },
};

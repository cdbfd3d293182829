/**
 * The next address to be asked is the first of one index: what a killed run left unread goes before what is due in its
 * order, and a long list of addresses is not sorted again for each of them. Frozen: what comes after it is another
 * migration, never a change here.
 */
import type { Kysely, Migration } from 'kysely';
import { createIndexes, type IndexPlan } from './table-plan.ts';

const indexes: readonly IndexPlan[] = [
  { table: 'visits', columns: ['source', 'is_due', 'is_unread desc', 'due_order'], serves: 'what is to be done next' },
];

export const addDueOrder: Migration = {
  up: async (db: Kysely<unknown>) => {
    await createIndexes(db, indexes);
    await db.schema.dropIndex('visits_by_source_is_due_due_order').execute();
  },
};

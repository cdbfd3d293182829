/**
 * An index that holds what it is asked for and no more: most mentions wait for nothing, and each row of an index is another
 * page to be written. Frozen: what comes after it is another migration, never a change here.
 */
import { type Kysely, type Migration, sql } from 'kysely';

export const indexWaitingAlone: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.dropIndex('mentions_by_type_key_number_key_waits_on_article').execute();
    await sql`create index mentions_by_type_key_number_key_waits_on_article
      on mentions (type_key, number_key, waits_on, article) where waits_on is not null`.execute(db);
  },
};

/**
 * What a night has put off for a second look, so that a run that goes on with it need not look for a first time again.
 * Frozen: what comes after it is another migration, never a change here.
 */
import { type Kysely, type Migration, sql } from 'kysely';

export const addSecondLooks: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable('visits').addColumn('second_look', 'text').execute();
    await sql`create index visits_by_source_second_look
      on visits (source, second_look) where second_look is not null`.execute(db);
  },
};

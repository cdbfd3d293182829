/** Takes an archive back to what an earlier program kept, so that opening it brings it up again. */
import { sql } from 'kysely';
import type { ArchiveDb } from '../core/archive/schema.ts';

/** Newest first; a migration that makes again what it made before needs no step. */
const steps: readonly { readonly undoes: string; readonly run: (db: ArchiveDb) => Promise<void> }[] = [
  {
    undoes: '0011',
    run: async (db) => {
      await db.schema.dropTable('source_bands').execute();
      await sql`create table shingle_bands (band text not null, article text not null)`.execute(db);
    },
  },
  {
    undoes: '0010',
    run: async (db) => {
      await db.schema.dropIndex('visits_by_source_second_look').execute();
      await sql`alter table visits drop column second_look`.execute(db);
    },
  },
  {
    undoes: '0008',
    run: async (db) => {
      for (const table of ['counted_articles', 'testimonies', 'known_documents'])
        await db.schema.dropTable(table).execute();
      await sql`alter table changes drop column by_settling`.execute(db);
      await db.schema
        .createIndex('mentions_by_type_key_number_key_own_document_date_subject_key')
        .on('mentions')
        .columns(['type_key', 'number_key', 'own_document', 'date', 'subject_key'])
        .execute();
    },
  },
];

/** The archive as it was before the migration of a number such as `0010`: that one and all behind it are to be run again. */
export async function takeBack(db: ArchiveDb, number: string): Promise<void> {
  for (const { undoes, run } of steps) if (undoes >= number) await run(db);
  await sql`delete from kysely_migration where name >= ${number}`.execute(db);
}

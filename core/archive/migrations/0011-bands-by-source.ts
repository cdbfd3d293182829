/**
 * Bands of texts with the source that printed them, so that what other sources printed is found without a walk through
 * all that one source fills into the same form. Frozen: what comes after it is another migration, never a change here.
 */
import { type Kysely, type Migration, sql } from 'kysely';
import type { DialectTraits } from '../dialect.ts';
import { createIndexes, createTables, hangOnArticle, type IndexPlan, type TablePlans } from './table-plan.ts';

const tables: TablePlans = {
  source_bands: {
    columns: { band: 'text', source: 'text', article: 'text' },
    keys: (table) => hangOnArticle(table.addPrimaryKeyConstraint('source_bands_key', ['band', 'source', 'article'])),
  },
};

const indexes: readonly IndexPlan[] = [
  { table: 'source_bands', columns: ['article'], serves: 'what leaves with an article' },
];

export function keepBandsBySource(traits: DialectTraits): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await createTables(db, tables, traits);
      await sql`insert into source_bands (band, source, article)
        select bands.band, coalesce(articles.source, ''), bands.article
        from shingle_bands as bands inner join articles on articles.id = bands.article`.execute(db);
      await createIndexes(db, indexes);
      await db.schema.dropTable('shingle_bands').execute();
    },
  };
}

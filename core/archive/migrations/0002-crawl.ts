/**
 * What the nightly crawl remembers. Frozen: what comes after it is another migration, never a change here.
 *
 * What the columns hold is said in ../schema-crawl.ts.
 */
import type { Kysely, Migration } from 'kysely';
import type { DialectTraits } from '../dialect.ts';
import type { IndexPlan, TablePlans } from './table-plan.ts';
import { createIndexes, createTables, hangOnArticle } from './table-plan.ts';

const tables: TablePlans = {
  visits: {
    columns: {
      url: 'text',
      source: 'text',
      kind: 'text',
      identity: 'text',
      found_at: 'text',
      found_on: 'text',
      published_hint: 'text?',
      state: 'text',
      article: 'text?',
      is_due: 'whole',
      due_order: 'whole',
      is_unread: 'whole',
      asked_at: 'text?',
      etag: 'text?',
      last_modified: 'text?',
      sha256: 'text?',
      misses: 'whole',
      failures: 'whole',
      reason: 'text?',
    },
    keys: (table) =>
      table
        .addPrimaryKeyConstraint('visits_key', ['url'])
        .addForeignKeyConstraint('visits_snapshot', ['sha256'], 'snapshots', ['sha256']),
  },
  listings: {
    columns: {
      url: 'text',
      source: 'text',
      asked_at: 'text',
      etag: 'text?',
      last_modified: 'text?',
      content_type: 'text?',
      sha256: 'text',
    },
    keys: (table) =>
      table
        .addPrimaryKeyConstraint('listings_key', ['url'])
        .addForeignKeyConstraint('listings_snapshot', ['sha256'], 'snapshots', ['sha256']),
  },
  rounds: {
    columns: { source: 'text', opened_at: 'text', is_open: 'whole', walked_json: 'text' },
    keys: (table) => table.addPrimaryKeyConstraint('rounds_key', ['source']),
  },
  runs: {
    columns: {
      id: 'text',
      started_at: 'text',
      finished_at: 'text?',
      status: 'text',
      owner_json: 'text',
      report_json: 'text',
    },
    keys: (table) => table.addPrimaryKeyConstraint('runs_key', ['id']),
  },
  run_sources: {
    columns: { run: 'text', source: 'text', finished_at: 'text', yield_json: 'text' },
    keys: (table) => table.addPrimaryKeyConstraint('run_sources_key', ['run', 'source']),
  },
  origins: {
    columns: { origin: 'text', robots_json: 'text?', wrong_page_json: 'text?' },
    keys: (table) => table.addPrimaryKeyConstraint('origins_key', ['origin']),
  },
  attachments: {
    columns: {
      url: 'text',
      article: 'text',
      sha256: 'text?',
      status: 'text',
      reason: 'text?',
      title: 'text?',
      text: 'text',
      read_at: 'text',
    },
    keys: (table) => hangOnArticle(table.addPrimaryKeyConstraint('attachments_key', ['article', 'url'])),
  },
  copies: {
    columns: { article: 'text', of_article: 'text', similarity: 'real' },
    keys: (table) => hangOnArticle(table.addPrimaryKeyConstraint('copies_key', ['article', 'of_article'])),
  },
  shingle_bands: {
    columns: { band: 'text', article: 'text' },
    keys: (table) => hangOnArticle(table.addPrimaryKeyConstraint('shingle_bands_key', ['band', 'article'])),
  },
};

const indexes: readonly IndexPlan[] = [
  { table: 'visits', columns: ['source', 'is_due', 'due_order'], serves: 'what is still to do, in its order' },
  { table: 'visits', columns: ['source', 'due_order'], serves: 'the last place in the order' },
  { table: 'visits', columns: ['source', 'identity'], serves: 'the other addresses of one article' },
  { table: 'visits', columns: ['source', 'kind', 'asked_at'], serves: 'whose turn it is to be asked again' },
  { table: 'visits', columns: ['article'], serves: 'the addresses of an article' },
  { table: 'visits', columns: ['sha256'], serves: 'the foreign key' },
  { table: 'listings', columns: ['sha256'], serves: 'the foreign key' },
  { table: 'run_sources', columns: ['source', 'finished_at'], serves: 'how a source has been doing' },
  { table: 'runs', columns: ['started_at'], serves: 'the last runs' },
  { table: 'attachments', columns: ['sha256'], serves: 'the same file at other addresses' },
  { table: 'copies', columns: ['of_article'], serves: 'the copies of an article' },
  { table: 'shingle_bands', columns: ['article'], serves: 'what leaves with an article' },
];

export function createCrawlSchema(traits: DialectTraits): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await createTables(db, tables, traits);
      await createIndexes(db, indexes);
      await db.schema.alterTable('captures').addColumn('http_json', 'text').execute();
    },
  };
}

/**
 * The first schema. Frozen: what comes after it is another migration, never a change here.
 *
 * What the columns hold is said in ../schema.ts. Derived rows hang on their article by foreign keys, so that an article
 * leaves with all that was read from it; captures hang on their snapshot, so that no evidence can go missing. Each
 * index serves a query by name, and archive-plans.test.ts shows that it is used.
 */
import type { Kysely, Migration } from 'kysely';
import type { DialectTraits } from '../dialect.ts';
import type { Columns, IndexPlan, TablePlans } from './table-plan.ts';
import { createIndexes, createTables, hangOnArticle, hangOnMeeting } from './table-plan.ts';

const codeKeys: Columns = { code_key: 'text?', number_key: 'text?', type_key: 'text?', issuer_key: 'text?' };

const tables: TablePlans = {
  snapshots: {
    columns: { sha256: 'text', size_bytes: 'whole', media_type: 'text', first_kept_at: 'text' },
    keys: (table) => table.addPrimaryKeyConstraint('snapshots_key', ['sha256']),
  },
  captures: {
    columns: { url: 'text', captured_at: 'text', sha256: 'text', source: 'text?', status: 'text', given_json: 'text' },
    keys: (table) =>
      table
        .addPrimaryKeyConstraint('captures_key', ['url', 'captured_at', 'sha256'])
        .addForeignKeyConstraint('captures_snapshot', ['sha256'], 'snapshots', ['sha256']),
  },
  articles: {
    columns: {
      id: 'text',
      url: 'text',
      source: 'text?',
      status: 'text',
      sort_key: 'whole',
      version: 'whole',
      versions: 'whole',
      content_hash: 'text',
      title: 'text?',
      lead: 'text?',
      published: 'text?',
      captured_at: 'text',
      snapshot: 'text',
      is_sample: 'whole',
      meeting_json: 'text?',
    },
    keys: (table) =>
      table
        .addPrimaryKeyConstraint('articles_key', ['id'])
        .addUniqueConstraint('articles_url', ['url'])
        .addUniqueConstraint('articles_order', ['sort_key'])
        .addForeignKeyConstraint('articles_snapshot', ['snapshot'], 'snapshots', ['sha256']),
  },
  article_versions: {
    columns: {
      article: 'text',
      version: 'whole',
      content_hash: 'text',
      title: 'text?',
      lead: 'text?',
      published: 'text?',
      status: 'text',
      details_json: 'text',
      captured_at: 'text',
      snapshot: 'text',
      held_back: 'text?',
      text: 'text',
    },
    keys: (table) =>
      hangOnArticle(
        table.addPrimaryKeyConstraint('article_versions_key', ['article', 'version']),
      ).addForeignKeyConstraint('article_versions_snapshot', ['snapshot'], 'snapshots', ['sha256']),
  },
  article_aliases: {
    columns: { url: 'text', article: 'text' },
    keys: (table) => hangOnArticle(table.addPrimaryKeyConstraint('article_aliases_key', ['url'])),
  },
  mentions: {
    columns: {
      article: 'text',
      ordinal: 'whole',
      sort_key: 'whole',
      start_offset: 'whole',
      end_offset: 'whole',
      surface: 'text',
      kind: 'text',
      canonical: 'text?',
      number: 'text?',
      year: 'whole?',
      type: 'text?',
      issuer_code: 'text?',
      issuer_name: 'text?',
      level: 'text?',
      date: 'text?',
      subject: 'text?',
      meant: 'text?',
      flags_json: 'text',
      confidence: 'real',
      same_as: 'whole?',
      sentence: 'text',
      sentence_offset: 'whole',
      purpose: 'text',
      origin: 'text',
      settlement_json: 'text',
      status: 'text',
      document: 'text?',
      candidates_json: 'text',
      evidence_json: 'text',
      ...codeKeys,
    },
    keys: (table) => hangOnArticle(table.addPrimaryKeyConstraint('mentions_key', ['article', 'ordinal'])),
  },
  documents: {
    columns: {
      id: 'text',
      code: 'text',
      type: 'text',
      number: 'text',
      year: 'whole?',
      issuer: 'text?',
      level: 'text?',
      place_json: 'text?',
      term: 'text?',
      date: 'text?',
      title: 'text?',
      aliases_json: 'text',
      state: 'text',
      cited_by: 'whole',
      conflicts_json: 'text',
      is_settled: 'whole',
      ...codeKeys,
    },
    keys: (table) => table.addPrimaryKeyConstraint('documents_key', ['id']),
  },
  relations: {
    columns: { from_document: 'text', to_document: 'text', kind: 'text', article: 'text', sentence: 'text' },
    keys: (table) =>
      hangOnArticle(
        table.addPrimaryKeyConstraint('relations_key', ['from_document', 'to_document', 'kind', 'article']),
      ),
  },
  meetings: {
    columns: {
      id: 'text',
      kind: 'text',
      title: 'text',
      date: 'text?',
      date_to: 'text?',
      precision: 'text?',
      host: 'text?',
      place: 'text?',
      chair_json: 'text?',
      participants_json: 'text',
      first_day: 'text',
      last_day: 'text',
      chair_words: 'text',
      all_words: 'text',
    },
    keys: (table) => table.addPrimaryKeyConstraint('meetings_key', ['id']),
  },
  meeting_articles: {
    columns: { article: 'text', meeting: 'text' },
    keys: (table) => hangOnMeeting(hangOnArticle(table.addPrimaryKeyConstraint('meeting_articles_key', ['article']))),
  },
  meeting_documents: {
    columns: { meeting: 'text', document: 'text', first_day: 'text' },
    keys: (table) => hangOnMeeting(table.addPrimaryKeyConstraint('meeting_documents_key', ['meeting', 'document'])),
  },
  decisions: {
    columns: { id: 'text', kind: 'text', subject_json: 'text', made_by: 'text', made_at: 'text' },
    keys: (table) => table.addPrimaryKeyConstraint('decisions_key', ['id']),
  },
  changes: {
    columns: { seq: 'counter', kind: 'text', id: 'text', op: 'text' },
    keys: (table) => table.addUniqueConstraint('changes_last', ['kind', 'id']),
  },
  cursors: {
    columns: { name: 'text', seq: 'whole' },
    keys: (table) => table.addPrimaryKeyConstraint('cursors_key', ['name']),
  },
  meta: {
    columns: { key: 'text', value: 'text' },
    keys: (table) => table.addPrimaryKeyConstraint('meta_key', ['key']),
  },
};

const indexes: readonly IndexPlan[] = [
  { table: 'captures', columns: ['sha256'], serves: 'where bytes came from' },
  { table: 'articles', columns: ['source', 'sort_key'], serves: 'articles of a source, newest first' },
  { table: 'articles', columns: ['content_hash'], serves: 'the same text at other addresses' },
  { table: 'articles', columns: ['is_sample'], serves: 'the samples that leave' },
  { table: 'articles', columns: ['snapshot'], serves: 'the foreign key' },
  { table: 'article_versions', columns: ['held_back'], serves: 'what waits for review' },
  { table: 'article_versions', columns: ['snapshot'], serves: 'the foreign key' },
  { table: 'article_aliases', columns: ['article'], serves: 'other addresses of an article' },
  {
    table: 'mentions',
    columns: ['document', 'sort_key desc', 'ordinal'],
    serves: 'who cites a document, newest first',
  },
  {
    table: 'mentions',
    columns: ['type_key', 'number_key', 'sort_key desc', 'ordinal'],
    serves: 'all that may mean one document',
  },
  {
    table: 'mentions',
    columns: ['code_key', 'status', 'sort_key desc', 'ordinal'],
    serves: 'what a code leaves unsettled',
  },
  {
    table: 'documents',
    columns: ['number_key', 'type_key', 'issuer_key', 'year'],
    serves: 'documents behind a typed code',
  },
  { table: 'documents', columns: ['code_key'], serves: 'documents of one code' },
  { table: 'documents', columns: ['is_settled', 'cited_by', 'id'], serves: 'what is cited most' },
  { table: 'relations', columns: ['to_document'], serves: 'what acts on a document' },
  { table: 'relations', columns: ['article'], serves: 'the edges of an article' },
  { table: 'meetings', columns: ['first_day desc', 'id'], serves: 'meetings, newest first' },
  { table: 'meeting_articles', columns: ['meeting'], serves: 'articles of a meeting' },
  {
    table: 'meeting_documents',
    columns: ['document', 'first_day desc', 'meeting'],
    serves: 'meetings that cite a document',
  },
];

export function createFirstSchema(traits: DialectTraits): Migration {
  return {
    up: async (db: Kysely<unknown>) => {
      await createTables(db, tables, traits);
      await createIndexes(db, indexes);
    },
  };
}

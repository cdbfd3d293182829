/**
 * Brings a database to the schema that this program knows, in one transaction, or refuses.
 *
 * Migrations are numbered and only ever added. An archive that a newer program has opened is left alone: this one
 * cannot know what it would break.
 */
import type { Migration } from 'kysely';
import { Migrator } from 'kysely';
import type { DialectTraits } from './dialect.ts';
import { createFirstSchema } from './migrations/0001-first.ts';
import { createCrawlSchema } from './migrations/0002-crawl.ts';
import { createHoldings } from './migrations/0003-holdings.ts';
import { createSettlingSchema } from './migrations/0004-settling.ts';
import { addTypeName } from './migrations/0005-type-name.ts';
import { addLookups } from './migrations/0006-lookups.ts';
import { addDueOrder } from './migrations/0007-due-order.ts';
import { countMentionsOnce } from './migrations/0008-counted.ts';
import { indexWaitingAlone } from './migrations/0009-fewer-pages.ts';
import { addSecondLooks } from './migrations/0010-second-looks.ts';
import { keepBandsBySource } from './migrations/0011-bands-by-source.ts';
import type { ArchiveDb } from './schema.ts';

/** Throws an Error that says what to do when the archive is of a newer schema or a migration fails. */
export async function migrateArchive(db: ArchiveDb, traits: DialectTraits): Promise<void> {
  const known: Readonly<Record<string, Migration>> = {
    '0001-first': createFirstSchema(traits),
    '0002-crawl': createCrawlSchema(traits),
    '0003-holdings': createHoldings(traits),
    '0004-settling': createSettlingSchema(traits),
    '0005-type-name': addTypeName,
    '0006-lookups': addLookups,
    '0007-due-order': addDueOrder,
    '0008-counted': countMentionsOnce(traits),
    '0009-fewer-pages': indexWaitingAlone,
    '0010-second-looks': addSecondLooks,
    '0011-bands-by-source': keepBandsBySource(traits),
  };
  const migrator = new Migrator({ db, provider: { getMigrations: async () => known } });
  const foreign = (await listApplied(db)).filter((name) => !(name in known));
  if (foreign.length > 0) {
    throw new Error(
      `its schema is newer than this program: expected at most ${Object.keys(known).at(-1)}, found ${foreign.at(-1)}; update sohieu, or restore a backup made with this version`,
    );
  }
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Names of the migrations that the database has seen, in order; none in a new one. */
async function listApplied(db: ArchiveDb): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === migrationTable)) {
    if (tables.length === 0) return [];
    throw new Error(
      `it is a database of another program, with a table ${tables[0]?.name}; give sohieu a folder of its own`,
    );
  }
  const rows = await db
    .withTables<MigrationTables>()
    .selectFrom(migrationTable)
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}

const migrationTable = 'kysely_migration';

type MigrationTables = {
  readonly kysely_migration: { readonly name: string };
};

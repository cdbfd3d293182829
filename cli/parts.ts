/** Puts the concrete parts together: settings, sources, archive, search engine; and closes them again. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Archive, openArchive } from '../core/archive/archive.ts';
import { changesSince } from '../core/archive/changes.ts';
import type { SearchEngine } from '../core/search/engine.ts';
import { indexChanges } from '../core/search/indexer.ts';
import { loadItem } from '../core/search/items.ts';
import { openSqliteFts } from '../core/search/sqlite-fts.ts';
import { readSettings, type Settings } from '../core/settings.ts';
import { loadSources, type Sources } from './sources.ts';

export interface Parts {
  readonly settings: Settings;
  readonly sources: Sources;
  readonly archive: Archive;
  readonly engine: SearchEngine;
}

/** Runs `work` with an open archive and closes it whatever happens. */
export async function withParts<T>(work: (parts: Parts) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const sources = loadSources(settings);
  const archive = await openArchive({ home: settings.home, clock: () => new Date() });
  try {
    mkdirSync(settings.home, { recursive: true });
    const engine = openSqliteFts({ path: join(settings.home, 'search.sqlite') });
    try {
      return await work({ settings, sources, archive, engine });
    } finally {
      await engine.close();
    }
  } finally {
    await archive.close();
  }
}

/** Brings the search index up to what the archive holds. */
export async function updateIndex({ archive, engine }: Pick<Parts, 'archive' | 'engine'>): Promise<void> {
  await indexChanges({
    engine,
    changesAfter: (seq) => changesSince(archive.db, seq),
    load: (kind, id) => loadItem(archive.db, kind, id),
  });
}

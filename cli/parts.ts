/** Puts the concrete parts together: settings, sources, archive, search engines; and closes them again. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Archive, openArchive } from '../core/archive/archive.ts';
import type { SearchEngine, SearchReader } from '../core/search/engine.ts';
import { withIndexLease } from '../core/search/index-lease.ts';
import { type KeptUp, keepUp } from '../core/search/keep-up.ts';
import { openMeilisearch } from '../core/search/meilisearch.ts';
import { openSqliteFts } from '../core/search/sqlite-fts.ts';
import { type StandInState, withStandIn } from '../core/search/stand-in.ts';
import { readSettings, type Settings } from '../core/settings.ts';
import { say } from './output.ts';
import { loadSources, type Sources } from './sources.ts';

export interface Parts {
  readonly settings: Settings;
  readonly sources: Sources;
  readonly archive: Archive;
  /** What answers searches. */
  readonly engine: SearchReader;
  /** The indexes that are kept up with the archive, the embedded one first. */
  readonly indexes: readonly SearchEngine[];
}

/** Runs `work` with an open archive and closes it whatever happens. */
export async function withParts<T>(work: (parts: Parts) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const sources = loadSources(settings);
  const archive = await openArchive({ home: settings.home, clock: () => new Date() });
  try {
    mkdirSync(settings.home, { recursive: true });
    const embedded = openSqliteFts({ path: join(settings.home, 'search.sqlite') });
    const chosen = openChosen(settings);
    const clock = (): number => performance.now();
    const engine = chosen === null ? embedded : withStandIn({ chosen, embedded, clock, onChange: tellState });
    try {
      const indexes = chosen === null ? [embedded] : [embedded, chosen];
      return await work({ settings, sources, archive, engine, indexes });
    } finally {
      await chosen?.close();
      await embedded.close();
    }
  } finally {
    await archive.close();
  }
}

/**
 * Brings the search indexes up to what the archive holds. Trouble with another index than the embedded one is told and
 * left for the next time: nothing waits for a server.
 */
export async function updateIndex(
  { archive, indexes }: Pick<Parts, 'archive' | 'indexes'>,
  tell: (sentence: string) => void = say,
): Promise<void> {
  await withIndexLease(archive, async () => {
    for (const [at, engine] of indexes.entries()) {
      const isEmbedded = at === 0;
      try {
        const kept = await keepUp({ db: archive.db, engine, random: Math.random });
        if (kept.kind === 'unreachable' && isEmbedded)
          throw new Error(
            `Cannot index changes: expected ${engine.name} to answer, got "${kept.reason}"; run again later`,
          );
        const sentence = wordKeptUp(kept);
        if (sentence !== null) tell(`${engine.name}: ${sentence}`);
      } catch (error) {
        if (isEmbedded) throw error;
        tell(
          `${engine.name}: ${error instanceof Error ? error.message : String(error)}; the embedded index answers meanwhile`,
        );
      }
    }
  });
}

/** What an operator should know; null for what is as it should be. */
function wordKeptUp(kept: KeptUp): string | null {
  if (kept.kind === 'unreachable') return `${kept.reason}; the embedded index answers meanwhile`;
  if (kept.kind === 'rebuilt' && kept.why !== 'it was new')
    return `made anew with ${kept.put} items, since ${kept.why}`;
  if (kept.kind === 'done' && kept.mended > 0)
    return `${kept.mended} items had another text than the archive has, and were put again`;
  return null;
}

function openChosen({ meiliHost, meiliKey }: Settings): SearchEngine | null {
  return meiliHost === null ? null : openMeilisearch({ host: meiliHost, apiKey: meiliKey, index: 'sohieu' });
}

function tellState(state: StandInState): void {
  if (state.kind === 'stand-in') say(`search: the embedded index answers: ${state.reason}`);
  if (state.kind === 'chosen') say('search: the chosen engine answers');
}

/** `sohieu reindex`: makes the search indexes anew beside the live ones, then swaps. */
import { countItems, newestChange, streamItemKeys } from '../core/search/archive-keys.ts';
import { withIndexLease } from '../core/search/index-lease.ts';
import { rebuildIndex } from '../core/search/indexer.ts';
import { loadItems } from '../core/search/items.ts';
import type { ExitCode } from './outcome.ts';
import { say } from './output.ts';
import { updateIndex, withParts } from './parts.ts';
import { startProgress } from './progress.ts';

export async function runReindex(): Promise<ExitCode> {
  return withParts(async (parts): Promise<ExitCode> => {
    const { archive, indexes } = parts;
    const { article, document, meeting } = await countItems(archive.db);
    const progress = startProgress('reindex', (article + document + meeting) * indexes.length);
    const load: Parameters<typeof rebuildIndex>[0]['load'] = (keys) => {
      progress.step(undefined, keys.length);
      return loadItems(archive.db, keys);
    };
    const counts: number[] = [];
    await withIndexLease(archive, async () => {
      for (const engine of indexes) {
        const position = await newestChange(archive.db);
        const { put } = await rebuildIndex({ engine, keys: streamItemKeys(archive.db), position, load });
        counts.push(put);
      }
    });
    progress.end();
    await updateIndex(parts);
    say(`reindex: ${counts[0] ?? 0} items`);
    return 0;
  });
}

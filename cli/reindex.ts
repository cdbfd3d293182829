/** `sohieu reindex`: makes the search index anew beside the live one, then swaps. */
import { countItems, newestChange, streamItemKeys } from '../core/search/archive-keys.ts';
import { rebuildIndex } from '../core/search/indexer.ts';
import { loadItem } from '../core/search/items.ts';
import type { ExitCode } from './outcome.ts';
import { say } from './output.ts';
import { updateIndex, withParts } from './parts.ts';
import { startProgress } from './progress.ts';

export async function runReindex(): Promise<ExitCode> {
  return withParts(async (parts): Promise<ExitCode> => {
    const { archive, engine } = parts;
    const { article, document, meeting } = await countItems(archive.db);
    const progress = startProgress('reindex', article + document + meeting);
    const position = await newestChange(archive.db);
    const { put } = await rebuildIndex({
      engine,
      keys: streamItemKeys(archive.db),
      position,
      load: (kind, id) => {
        progress.step();
        return loadItem(archive.db, kind, id);
      },
    });
    progress.end();
    await updateIndex(parts);
    say(`reindex: ${put} items`);
    return 0;
  });
}

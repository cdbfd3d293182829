/** `sohieu reread [SOURCE]`: rebuilds articles from the kept snapshots, with no network. */
import { countArticles } from '../core/archive/articles.ts';
import { rereadArticles } from '../ingest/reread.ts';
import { type ExitCode, exitCodeOf, UsageError } from './outcome.ts';
import { say } from './output.ts';
import { updateIndex, withParts } from './parts.ts';
import { startProgress } from './progress.ts';

export async function runReread(source: string | undefined): Promise<ExitCode> {
  return withParts(async (parts): Promise<ExitCode> => {
    const { archive, sources } = parts;
    const total = await countArticles(archive.db, source === undefined ? {} : { source });
    // Articles may bear the id of a source whose file is gone: only what nobody knows is wrong usage.
    if (source !== undefined && total === 0 && sources.find(source) === null)
      throw new UsageError(`Cannot reread "${source}": no source file of that id and no article from it.`);
    const progress = startProgress('reread', total);
    const report = await rereadArticles(
      source ?? null,
      {
        archive,
        placeOf: sources.placeOf,
        selectorsOf: (id) => sources.selectorsOf(id),
      },
      (outcome) => {
        if (outcome.kind === 'failed') say(`Cannot reread ${outcome.url}: ${outcome.reason.replace(/\.$/, '')}.`);
        progress.step(outcome.url);
      },
    );
    progress.end();
    await updateIndex(parts);
    const { changed, unchanged, failed } = report;
    say(`reread: ${changed} changed, ${unchanged} unchanged, ${failed} failed`);
    return exitCodeOf(changed + unchanged, failed);
  });
}

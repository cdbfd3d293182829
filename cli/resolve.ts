/** `sohieu resolve`: rebuilds identities, meetings and relations from the articles, with no network. */
import { countArticles } from '../core/archive/articles.ts';
import { rederiveAll } from '../core/archive/rederive.ts';
import type { ExitCode } from './outcome.ts';
import { say } from './output.ts';
import { updateIndex, withParts } from './parts.ts';
import { startProgress } from './progress.ts';

export async function runResolve(): Promise<ExitCode> {
  return withParts(async (parts): Promise<ExitCode> => {
    const { archive, sources } = parts;
    const progress = startProgress('resolve', await countArticles(archive.db));
    const count = await rederiveAll(archive.db, sources.placeOf, () => progress.step());
    progress.end();
    await updateIndex(parts);
    say(`resolve: ${count} articles`);
    return 0;
  });
}

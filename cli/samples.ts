/** Loads the bundled samples into an archive that holds no article, so that the first search answers. */
import { countArticles } from '../core/archive/articles.ts';
import { importItems } from '../ingest/import.ts';
import { readSampleItems } from '../ingest/import-samples.ts';
import { type Parts, updateIndex } from './parts.ts';
import { samplesFolder } from './sources.ts';

/** Loads the samples where they are wanted; answers how many articles were loaded. */
export async function loadSamples(parts: Parts): Promise<number> {
  const { settings, archive, sources } = parts;
  if (settings.samples === 'off' || (await countArticles(archive.db)) > 0) return 0;
  const report = await importItems(readSampleItems(samplesFolder), {
    archive,
    placeOf: sources.placeOf,
    selectorsOf: (id) => sources.selectorsOf(id),
    onEvent: () => {},
    areSamples: true,
    keepSamples: true,
  });
  const [fault] = report.failed;
  if (fault !== undefined) throw new Error(`Cannot load the bundled sample ${fault.label}: ${fault.reason}.`);
  await updateIndex(parts);
  return report.new;
}

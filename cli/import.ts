/** `sohieu import PATH…`: takes files and folders in; afterwards all is resolved and searchable. */

import { importItems } from '../ingest/import.ts';
import { type FileFault, readImportItems } from '../ingest/import-files.ts';
import { findRepeatedIn } from '../ingest/import-warc.ts';
import { isSaidAddress, SAID_ADDRESS } from '../ingest/said-facts.ts';
import { type ExitCode, exitCodeOf, parseDateOption, UsageError } from './outcome.ts';
import { say } from './output.ts';
import { updateIndex, withParts } from './parts.ts';
import { startProgress } from './progress.ts';
import { requireSource } from './sources.ts';

export interface ImportOptions {
  readonly source?: string;
  readonly url?: string;
  readonly published?: string;
}

export async function runImport(paths: readonly string[], options: ImportOptions): Promise<ExitCode> {
  if (options.url !== undefined && paths.length !== 1) {
    throw new UsageError(`Cannot use --url with ${paths.length} paths: an address is that of one file.`);
  }
  if (options.url !== undefined && !isSaidAddress(options.url)) {
    throw new UsageError(`Cannot use --url "${options.url}": expected ${SAID_ADDRESS}.`);
  }
  const published = options.published === undefined ? null : parseDateOption(options.published, '--published');
  return withParts(async (parts) => {
    const source = requireSource(parts.sources, options.source);
    const faults: FileFault[] = [];
    const onFault = (fault: FileFault): void => {
      faults.push(fault);
      say(`Cannot import ${fault.label}: ${fault.reason}.`);
    };
    const progress = startProgress('import', null);
    const choice = { source, url: options.url ?? null, published };
    const items = readImportItems(paths, choice, onFault, findRepeatedIn(parts.archive));
    const report = await importItems(items, {
      archive: parts.archive,
      placeOf: parts.sources.placeOf,
      selectorsOf: (id) => parts.sources.selectorsOf(id),
      onEvent: (event) => {
        if (event.kind === 'failed') say(`Cannot import ${event.label}: ${event.reason.replace(/\.$/, '')}.`);
        if (event.kind === 'held_back') say(`${event.label} is kept and waits for review: ${event.reason}.`);
        if (event.kind !== 'settling') progress.step(event.label);
      },
      areSamples: false,
      keepSamples: parts.settings.samples === 'keep',
    });
    progress.end();
    await updateIndex(parts);
    const failed = faults.length + report.failed.length;
    const { new: added, versions, unchanged, held } = report;
    const waiting = held === 0 ? '' : `${held} held for review, `;
    say(`import: ${added} new, ${versions} new versions, ${unchanged} unchanged, ${waiting}${failed} failed`);
    return exitCodeOf(added + versions + unchanged + held, failed);
  });
}

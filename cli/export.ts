/** `sohieu export WHAT --format FORMAT`: what the archive holds, for other programs. */
import { type ExportFormat, exportFormats, writeRows } from '../server/export/formats.ts';
import { type ExportName, exportKinds, exportNames } from '../server/export/kinds.ts';
import { runExportSnapshots } from './export-snapshots.ts';
import { type ExitCode, UsageError } from './outcome.ts';
import { writeFileWhole } from './output.ts';
import { withParts } from './parts.ts';
import { startProgress } from './progress.ts';

export interface ExportOptions {
  readonly format: string;
  readonly out?: string;
  readonly lang: 'vi' | 'en';
}

export async function runExport(what: string, options: ExportOptions, version: string): Promise<ExitCode> {
  const name = oneOf<ExportName | 'snapshots'>([...exportNames, 'snapshots'], what, 'export');
  if (name === 'snapshots') {
    oneOf<'warc'>(['warc'], options.format, 'use --format');
    return runExportSnapshots(options.out, version);
  }
  const format = oneOf<ExportFormat>(exportFormats, options.format, 'use --format');
  return withParts(async ({ archive }): Promise<ExitCode> => {
    const { columns, rows } = exportKinds[name];
    const progress = startProgress(`export ${name}`, null);
    const counted = countRows(rows(archive.db, options.lang), () => progress.step());
    if (options.out === undefined) await writeRows(format, columns, counted, process.stdout);
    else await writeFileWhole(options.out, (out) => writeRows(format, columns, counted, out));
    progress.end();
    return 0;
  });
}

async function* countRows<T>(rows: AsyncIterable<T>, onRow: () => void): AsyncGenerator<T> {
  for await (const row of rows) {
    onRow();
    yield row;
  }
}

function oneOf<T extends string>(allowed: readonly T[], given: string, verb: string): T {
  const found = allowed.find((name) => name === given);
  if (found !== undefined) return found;
  throw new UsageError(`Cannot ${verb} "${given}": expected one of ${allowed.join(', ')}.`);
}

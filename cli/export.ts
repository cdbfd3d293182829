/** `sohieu export WHAT --format FORMAT`: articles, documents, citations, relations or meetings, for other programs. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type ExportFormat, exportFormats, writeRows } from '../server/export/formats.ts';
import { type ExportName, exportKinds, exportNames } from '../server/export/kinds.ts';
import { type ExitCode, UsageError } from './outcome.ts';
import { say } from './output.ts';
import { withParts } from './parts.ts';
import { startProgress } from './progress.ts';

export interface ExportOptions {
  readonly format: string;
  readonly out?: string;
  readonly lang: 'vi' | 'en';
}

export async function runExport(what: string, options: ExportOptions): Promise<ExitCode> {
  const name = oneOf<ExportName>(exportNames, what, 'export');
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

/** The file appears under its name only when it is whole. */
async function writeFileWhole(path: string, write: (out: Writable) => Promise<void>): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  const out = createWriteStream(part, { mode: 0o644 });
  try {
    await write(out);
    out.end();
    await finished(out);
    await rename(part, path);
  } catch (cause) {
    out.destroy();
    await rm(part, { force: true });
    throw new Error(`Cannot write ${path}: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  }
  say(`export: wrote ${path}`);
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

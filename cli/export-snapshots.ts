/** `sohieu export snapshots --format warc`: all captures as a WARC file, gzipped where its name ends in .gz. */
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { streamEvidence } from '../core/archive/evidence.ts';
import { readSnapshot } from '../core/archive/snapshots.ts';
import { writeWarc } from '../ingest/warc.ts';
import { type ExitCode, exitCodeOf } from './outcome.ts';
import { say, writeFileWhole } from './output.ts';
import { withParts } from './parts.ts';
import { startProgress } from './progress.ts';

export async function runExportSnapshots(out: string | undefined, version: string): Promise<ExitCode> {
  return withParts(async ({ archive }): Promise<ExitCode> => {
    const progress = startProgress('export snapshots', null);
    let failed = 0;
    let records = 0;
    const pieces = writeWarc({
      evidence: streamEvidence(archive.db),
      readBytes: ({ snapshot }) => readSnapshot(archive, snapshot),
      onFault: ({ url, reason }) => {
        failed += 1;
        say(`Cannot export the capture of ${url}: ${reason.replace(/\.$/, '')}.`);
      },
      software: `sohieu/${version}`,
      madeAt: archive.clock(),
      isGzipped: out !== undefined && /\.gz$/i.test(out),
    });
    const counted = countPieces(pieces, () => {
      records += 1;
      progress.step();
    });
    const write = (target: Writable): Promise<void> =>
      pipeline(Readable.from(counted, { objectMode: false }), target, { end: false });
    if (out === undefined) await write(process.stdout);
    else await writeFileWhole(out, write);
    progress.end();
    // The first record says what the file is and is no capture.
    const done = Math.max(0, records - 1);
    say(`export: ${done} captures, ${failed} failed`);
    return exitCodeOf(done, failed);
  });
}

async function* countPieces<T>(pieces: AsyncIterable<T>, onPiece: () => void): AsyncGenerator<T> {
  for await (const piece of pieces) {
    onPiece();
    yield piece;
  }
}

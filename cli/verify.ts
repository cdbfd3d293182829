/** `sohieu verify`: proves that database, snapshots and search index agree; a list of what does not, and exit code 1. */
import type { Finding } from '../core/archive/finding.ts';
import { type VerifiedKind, verifyArchive } from '../core/archive/verify.ts';
import { compareIndex } from '../core/search/compare-index.ts';
import type { ExitCode } from './outcome.ts';
import { say, writeOut } from './output.ts';
import { withParts } from './parts.ts';
import { startProgress } from './progress.ts';

export async function runVerify(): Promise<ExitCode> {
  return withParts(async ({ archive, indexes }): Promise<ExitCode> => {
    const counts: Record<VerifiedKind | 'index', number> = {
      snapshot: 0,
      article: 0,
      document: 0,
      meeting: 0,
      index: 0,
    };
    const progress = startProgress('verify', null);
    const count = (kind: VerifiedKind | 'index'): void => {
      counts[kind] += 1;
      progress.step(kind);
    };
    let faults = 0;
    const tell = async ({ kind, subject, detail }: Finding): Promise<void> => {
      if (kind === 'note') say(`${subject}: ${detail}`);
      else {
        faults += 1;
        await writeOut(`${subject}: ${detail.replace(/\s*\n\s*/g, ' ')}\n`);
      }
    };
    for await (const finding of verifyArchive(archive, count)) await tell(finding);
    for (const engine of indexes) {
      counts.index = 0;
      for await (const fault of compareIndex(archive.db, engine, () => count('index')))
        await tell({ kind: 'fault', ...fault });
    }
    progress.end();
    if (faults > 0) {
      say(`verify: ${faults} faults`);
      return 1;
    }
    const { snapshot, article, document, meeting, index } = counts;
    await writeOut(
      `database, snapshots and index agree: ${snapshot} snapshots, ${article} articles, ${document} documents, ${meeting} meetings, ${index} items in the index\n`,
    );
    return 0;
  });
}

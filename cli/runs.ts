/** `sohieu runs [ID]`: the last runs, or the report of one. */
import { getRun, listRuns } from '../core/archive/runs.ts';
import { type ExitCode, UsageError } from './outcome.ts';
import { writeJson, writeOut } from './output.ts';
import { withParts } from './parts.ts';

const SHOWN = 30;

export async function runRuns(id: string | undefined, options: { readonly json?: boolean }): Promise<ExitCode> {
  return withParts(async ({ archive }): Promise<ExitCode> => {
    if (id !== undefined) {
      const run = await getRun(archive.db, id);
      if (run === null)
        throw new UsageError(`Cannot show run "${id}": there is none of that id; \`sohieu runs\` lists them.`);
      await writeOut(`${run.report === '' ? JSON.stringify({ run: run.id, status: run.status }) : run.report}\n`);
      return 0;
    }
    const runs = await listRuns(archive.db, SHOWN);
    if (options.json) {
      await writeJson(
        runs.map((run) => ({ run: run.id, started: run.startedAt, finished: run.finishedAt, status: run.status })),
      );
      return 0;
    }
    for (const run of runs) await writeOut(`${run.id}\t${run.status}\t${run.startedAt}\t${run.finishedAt ?? '-'}\n`);
    return 0;
  });
}

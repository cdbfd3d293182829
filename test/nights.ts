/** Nights of the invented source song-mo, written as `ingest` writes them. */
import { finishRun, putSourceYield, type SourceYield, startRun } from '../core/archive/runs.ts';
import type { ArchiveDb } from '../core/archive/schema.ts';

export interface GivenNight {
  /** When it began and ended. Default: the evening before the sample clock. */
  readonly at?: string;
  readonly source?: string;
  readonly made?: Partial<SourceYield>;
  /** What the run could not do. */
  readonly failed?: readonly { readonly url: string; readonly reason: string }[];
  readonly warnings?: readonly { readonly code: string; readonly detail: string }[];
}

const sound = { discovered: 30, fetched: 12, new: 3, updated: 1, heldBack: 0, failed: 0, read: 12 };
const shares = { withText: 12, withDate: 12, withCode: 5 };

/** A run over one source that came to its end; answers its id. */
export async function aNightOf(db: ArchiveDb, given: GivenNight = {}): Promise<string> {
  const { at = '2022-04-30T19:00:00.000Z', source = 'song-mo', made = {}, failed = [], warnings = [] } = given;
  const start = await startRun(db, { pid: 1, machine: 'kho', aliveAt: at }, () => false);
  if (start.kind === 'busy') throw new Error(`Cannot note a night: run ${start.by.id} is under way`);
  const { id: run } = start;
  const night = {
    run,
    finishedAt: at,
    ...sound,
    ...shares,
    failed: failed.length,
    health: 'green',
    reasons: [],
  } as const;
  await putSourceYield(db, source, { ...night, ...made });
  const counts = { discovered: 30, fetched: 12, unchanged: 8, new: 3, updated: 1, gone: 0, refused_by_robots: 2 };
  const status = failed.length === 0 ? 'done' : 'partial';
  const totals = { articles_new: 3, citations_new: 48, documents_new: 5, meetings_new: 12 };
  const sources = [{ source, status, ...counts, failed, warnings }];
  const report = JSON.stringify({ run, started: at, finished: at, status, sources, ...totals });
  await finishRun(db, run, { at, status, report });
  return run;
}

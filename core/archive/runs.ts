/**
 * Runs: that there is only one at a time, what each reported, and how each source did in it.
 *
 * The right to run is one row with a sign of life. A run whose process is gone, or has given no sign for long, is over:
 * the next one takes its place and notes it as interrupted.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { jsonColumn, wordColumn } from './columns.ts';
import type { Page, PageOf } from './paging.ts';
import { cursorParts, cutPage, formatCursor, parseCursor } from './paging.ts';
import type { ArchiveDb } from './schema.ts';
import { inTransaction } from './transaction.ts';

export const runStatuses = ['running', 'done', 'partial', 'failed', 'interrupted'] as const;
export type RunStatus = (typeof runStatuses)[number];

export interface RunOwner {
  readonly pid: number;
  readonly machine: string;
  /** Last sign of life: an instant in UTC. */
  readonly aliveAt: string;
}

export interface RunRecord {
  readonly id: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly status: RunStatus;
  readonly owner: RunOwner;
  /** The run's report as JSON; empty while it runs. */
  readonly report: string;
}

export type RunStart =
  | { readonly kind: 'started'; readonly id: string; readonly tookOver: RunRecord | null }
  | { readonly kind: 'busy'; readonly by: RunRecord };

const ownerColumn = jsonColumn<RunOwner>(
  'runs.owner_json',
  z.object({ pid: z.number(), machine: z.string(), aliveAt: z.string() }),
);
const readStatus = wordColumn('runs.status', runStatuses);

/** A live process gives a sign far more often. */
const SILENT_MS = 10 * 60_000;

/** Begins a run unless another one is under way. `isAlive` tells of a process on this machine. */
export async function startRun(db: ArchiveDb, owner: RunOwner, isAlive: (pid: number) => boolean): Promise<RunStart> {
  return inTransaction(db, async (trx) => {
    const rows = await trx.selectFrom('runs').selectAll().where('status', '=', 'running').execute();
    const running = rows.map(toRun);
    const busy = running.find((run) => isUnderWay(run.owner, owner, isAlive));
    if (busy !== undefined) return { kind: 'busy', by: busy };
    for (const run of running)
      await trx
        .updateTable('runs')
        .set({ status: 'interrupted', finished_at: run.owner.aliveAt })
        .where('id', '=', run.id)
        .execute();
    const id = `${owner.aliveAt.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}-${randomUUID().slice(0, 4)}`;
    await trx
      .insertInto('runs')
      .values({
        id,
        started_at: owner.aliveAt,
        finished_at: null,
        status: 'running',
        owner_json: ownerColumn.write(owner),
        report_json: '',
      })
      .execute();
    return { kind: 'started', id, tookOver: running[0] ?? null };
  });
}

/** Gives a sign of life. */
export async function keepAlive(db: ArchiveDb, id: string, owner: RunOwner): Promise<void> {
  await db
    .updateTable('runs')
    .set({ owner_json: ownerColumn.write(owner) })
    .where('id', '=', id)
    .execute();
}

export async function finishRun(
  db: ArchiveDb,
  id: string,
  end: { readonly at: string; readonly status: Exclude<RunStatus, 'running'>; readonly report: string },
): Promise<void> {
  await db
    .updateTable('runs')
    .set({ status: end.status, finished_at: end.at, report_json: end.report })
    .where('id', '=', id)
    .execute();
}

/**
 * When the first of the runs began that were interrupted since the last that came to an end; null when the last one did.
 * A run under way does not count.
 */
export async function interruptedSince(db: ArchiveDb): Promise<string | null> {
  const ended = await db
    .selectFrom('runs')
    .select((query) => query.fn.max<string | null>('started_at').as('at'))
    .where('status', 'not in', ['running', 'interrupted'])
    .executeTakeFirst();
  const first = await db
    .selectFrom('runs')
    .select((query) => query.fn.min<string | null>('started_at').as('at'))
    .where('status', '=', 'interrupted')
    .where('started_at', '>', ended?.at ?? '')
    .executeTakeFirst();
  return first?.at ?? null;
}

/** The last runs, newest first. */
export async function listRuns(db: ArchiveDb, limit: number): Promise<readonly RunRecord[]> {
  const rows = await db.selectFrom('runs').selectAll().orderBy('started_at', 'desc').limit(limit).execute();
  return rows.map(toRun);
}

/** All runs by pages, newest first. @throws CursorError */
export async function pageRuns(db: ArchiveDb, page: Page): Promise<PageOf<RunRecord>> {
  let query = db.selectFrom('runs').selectAll().orderBy('started_at', 'desc').orderBy('id', 'desc');
  if (page.after !== null) {
    const [startedAt, id] = parseCursor(page.after, cursorParts.instant, cursorParts.id);
    query = query
      .where('started_at', '<=', startedAt)
      .where(({ eb, or }) => or([eb('started_at', '<', startedAt), eb('id', '<', id)]));
  }
  const rows = await query.limit(page.limit + 1).execute();
  const { total } = await db
    .selectFrom('runs')
    .select((counted) => counted.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return cutPage(rows, page, total, { toItem: toRun, toCursor: (row) => formatCursor(row.started_at, row.id) });
}

export async function getRun(db: ArchiveDb, id: string): Promise<RunRecord | null> {
  const row = await db.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toRun(row);
}

/** What one run made of one source, for later runs to compare themselves with. */
export interface SourceYield {
  readonly run: string;
  readonly finishedAt: string;
  /** Addresses of articles that its lists showed; null when it did not walk all of them. */
  readonly discovered: number | null;
  readonly fetched: number;
  readonly new: number;
  readonly updated: number;
  readonly heldBack: number;
  readonly failed: number;
  /** Of the pages read: how many had text, a date, a code. */
  readonly read: number;
  readonly withText: number;
  readonly withDate: number;
  readonly withCode: number;
  /** `green`, `amber`, `red`, with the reasons as codes. */
  readonly health: 'green' | 'amber' | 'red';
  readonly reasons: readonly string[];
}

type StoredYield = Omit<SourceYield, 'run' | 'finishedAt'>;
const count = z.number();
const yieldColumn = jsonColumn<StoredYield>(
  'run_sources.yield_json',
  z.object({
    discovered: count.nullable(),
    fetched: count,
    new: count,
    updated: count,
    heldBack: count,
    failed: count,
    read: count,
    withText: count,
    withDate: count,
    withCode: count,
    health: z.enum(['green', 'amber', 'red']),
    reasons: z.array(z.string()),
  }),
);

export async function putSourceYield(db: ArchiveDb, source: string, made: SourceYield): Promise<void> {
  const { run, finishedAt, ...stored } = made;
  const row = { finished_at: finishedAt, yield_json: yieldColumn.write(stored) };
  await db
    .insertInto('run_sources')
    .values({ run, source, ...row })
    .onConflict((conflict) => conflict.columns(['run', 'source']).doUpdateSet(row))
    .execute();
}

/** How a source did in its last runs, newest first. */
export async function listYields(db: ArchiveDb, source: string, limit: number): Promise<readonly SourceYield[]> {
  const rows = await db
    .selectFrom('run_sources')
    .selectAll()
    .where('source', '=', source)
    .orderBy('finished_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ run: row.run, finishedAt: row.finished_at, ...yieldColumn.read(row.yield_json) }));
}

function isUnderWay(owner: RunOwner, asking: RunOwner, isAlive: (pid: number) => boolean): boolean {
  if (owner.machine === asking.machine && !isAlive(owner.pid)) return false;
  return Date.parse(asking.aliveAt) - Date.parse(owner.aliveAt) < SILENT_MS;
}

function toRun(row: {
  readonly id: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly status: string;
  readonly owner_json: string;
  readonly report_json: string;
}): RunRecord {
  return {
    id: row.id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    status: readStatus(row.status),
    owner: ownerColumn.read(row.owner_json),
    report: row.report_json,
  };
}

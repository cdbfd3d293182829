/**
 * A run over the sources: each worked through, then everything settled once, and a report of it all.
 *
 * Sources are worked on side by side, because each waits for its own host most of the time; one that breaks does not
 * stop the others. What stops the run is a disk without room or a broken database, and it says so. A run behind one that
 * was interrupted leaves alone the sources that that one was done with: they had their night.
 */
import PQueue from 'p-queue';
import { countArticles } from '../../core/archive/articles.ts';
import { settleChanges } from '../../core/archive/derive.ts';
import { listRoundsDone } from '../../core/archive/rounds.ts';
import { interruptedSince, listYields, putSourceYield } from '../../core/archive/runs.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { dropSamples } from '../import.ts';
import type { Source } from '../sources/source-file.ts';
import { type CrawlParts, isDiskFull, NoRoomError } from './crawl-parts.ts';
import { judgeHealth } from './health.ts';
import { linkCopies } from './link-copies.ts';
import { joinStatuses, type RunReport, reportOf, type SourceReport, startTally, warn } from './report.ts';
import { runSource, type SourceOutcome } from './source-run.ts';

/** Works through the sources; the report's `run` and times are the caller's. */
export async function runSources(
  sources: readonly Source[],
  run: { readonly id: string; readonly startedAt: string },
  parts: CrawlParts,
): Promise<RunReport> {
  const { archive } = parts;
  const before = await countAll(archive.db);
  const done = parts.options.full ? new Set<string>() : await listDone(archive);
  const queue = new PQueue({ concurrency: SOURCES_AT_ONCE });
  const stop = new AbortController();
  const signal = AbortSignal.any([parts.signal, stop.signal]);
  let broken: unknown = null;
  const reports = await Promise.all(
    sources.map((source) =>
      queue.add(async () => {
        if (signal.aborted) return reportOf(source.id, 'interrupted', startTally());
        if (done.has(source.id)) return doneReport(source);
        let report = reportOf(source.id, 'failed', startTally());
        try {
          const outcome = await runSource(source, { ...parts, signal });
          report = outcome.report;
          if (outcome.broken !== null) throw outcome.broken;
          return await finishSource(source, run.id, outcome, parts);
        } catch (error) {
          broken ??= isDiskFull(error) ? new NoRoomError(NO_ROOM, { cause: error }) : error;
          stop.abort();
          return brokenOff(report, source, broken);
        } finally {
          parts.onEvent({ kind: 'finished', source: source.id });
        }
      }),
    ),
  );
  if (broken !== null && !(broken instanceof NoRoomError)) throw broken;
  try {
    if (!parts.keepSamples) await dropSamples(archive);
    await settleChanges(archive.db, (articles) => parts.onEvent({ kind: 'settling', articles }));
    await linkCopies(archive.db);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    // The report is worth more than the settling, which the next run does.
    broken ??= new NoRoomError(NO_ROOM, { cause: error });
  }
  const after = await countAll(archive.db);
  const status = joinStatuses(reports.map((report) => report.status));
  return {
    run: run.id,
    started: run.startedAt,
    finished: archive.clock().toISOString(),
    status: broken === null ? status : 'failed',
    sources: reports,
    articles_new: Math.max(0, after.articles - before.articles),
    citations_new: Math.max(0, after.citations - before.citations),
    documents_new: Math.max(0, after.documents - before.documents),
    meetings_new: Math.max(0, after.meetings - before.meetings),
  };
}

const SOURCES_AT_ONCE = 8;
const NO_ROOM = 'The disk of the archive is full; make room and run again, nothing that was kept is lost';

/** A round that was done longer ago is last night's. */
const SAME_NIGHT_MS = 20 * 3_600_000;

/** The sources that are done since the first run that was interrupted, when nothing but such runs came after it. */
async function listDone({ db, clock }: CrawlParts['archive']): Promise<ReadonlySet<string>> {
  const since = await interruptedSince(db);
  if (since === null) return new Set();
  const tonight = new Date(clock().getTime() - SAME_NIGHT_MS).toISOString();
  return listRoundsDone(db, since > tonight ? since : tonight);
}

function doneReport(source: Source): SourceReport {
  const tally = startTally();
  warn(tally, 'done-before', 'The run that was interrupted was done with it; --full asks again.');
  return reportOf(source.id, 'done', tally);
}

/** How many earlier runs a source is compared with. */
const RUNS_COMPARED = 14;

/** Judges how the source is doing and remembers the night; red makes its part of the run partial. */
async function finishSource(
  source: Source,
  run: string,
  { report, tally, isWalkedWhole }: SourceOutcome,
  { archive }: CrawlParts,
): Promise<SourceReport> {
  if (report.status === 'interrupted') return report;
  const discovered = isWalkedWhole ? tally.discovered : null;
  const { fetched, updated, heldBack, read, withText, withDate, withCode } = tally;
  const shares = { read, withText, withDate, withCode };
  const night = { discovered, fetched, new: tally.new, updated, heldBack, failed: tally.failed.length, ...shares };
  const before = await listYields(archive.db, source.id, RUNS_COMPARED);
  const now = archive.clock();
  const judged = judgeHealth(night, before, now);
  await putSourceYield(archive.db, source.id, { run, finishedAt: now.toISOString(), ...night, ...judged });
  if (judged.health === 'green') return report;
  const warnings = judged.reasons.map((code) => ({ code: `health-${judged.health}`, detail: code }));
  const isRed = judged.health === 'red' && report.status === 'done';
  return { ...report, status: isRed ? 'partial' : report.status, warnings: [...report.warnings, ...warnings] };
}

/** What was done of a source until the run broke off. */
function brokenOff(report: SourceReport, source: Source, error: unknown): SourceReport {
  const reason = error instanceof Error ? error.message : String(error);
  return { ...report, status: 'failed', failed: [...report.failed, { url: source.home, reason }] };
}

async function countAll(db: ArchiveDb) {
  const count = async (table: 'mentions' | 'documents' | 'meetings'): Promise<number> => {
    const row = await db
      .selectFrom(table)
      .select((query) => query.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return row.count;
  };
  return {
    articles: await countArticles(db, { samples: false }),
    citations: await count('mentions'),
    documents: await count('documents'),
    meetings: await count('meetings'),
  };
}

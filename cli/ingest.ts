/** `sohieu ingest [SOURCE…]`: one run over the sources, resumable; its report is what it says on standard output. */
import { statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import { readRobots, writeRobots } from '../core/archive/origins.ts';
import { finishRun, keepAlive, type RunOwner, startRun } from '../core/archive/runs.ts';
import { type CrawlEvent, type CrawlParts, isDiskFull, NoRoomError } from '../ingest/run/crawl-parts.ts';
import { previewSources } from '../ingest/run/preview.ts';
import type { RunReport } from '../ingest/run/report.ts';
import { runSources } from '../ingest/run/run.ts';
import type { Source } from '../ingest/sources/source-file.ts';
import { keepHeapSmall } from './memory.ts';
import { openNetwork } from './network.ts';
import { type ExitCode, parseDateOption, UsageError } from './outcome.ts';
import { say, writeJson } from './output.ts';
import { type Parts, updateIndex, withParts } from './parts.ts';
import { startProgress } from './progress.ts';
import { isRunAlive } from './run-process.ts';
import { rulesFor } from './sources.ts';

export interface IngestOptions {
  readonly since?: string;
  readonly limit?: string;
  readonly full?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export async function runIngest(ids: readonly string[], options: IngestOptions, version: string): Promise<ExitCode> {
  const since = options.since === undefined ? null : parseDateOption(options.since, '--since');
  const limit = options.limit === undefined ? null : parseLimit(options.limit);
  return withParts(async (parts) => {
    const sources = chooseSources(parts, ids);
    const rules = new Map(sources.map((source) => [source.id, rulesFor(source, parts.sources)]));
    const stopper = listenForStop();
    const { db } = parts.archive;
    const fetcher = openNetwork(parts.settings, version, {
      load: (origin) => readRobots(db, origin),
      save: (origin, robots) => writeRobots(db, origin, robots),
    });
    const progress = startProgress('ingest', null);
    const tidy = keepHeapSmall();
    const crawl: CrawlParts = {
      archive: parts.archive,
      placeOf: parts.sources.placeOf,
      fetchPage: fetcher.fetchPage,
      rulesOf: (source) => rules.get(source.id) ?? rulesFor(source, parts.sources),
      options: { since, limit, full: options.full ?? false },
      keepSamples: parts.settings.samples === 'keep',
      onEvent: (event) => {
        progress.step(labelOf(event));
        tidy();
      },
      signal: stopper.signal,
      checkRoom: watchRoom(parts.settings.home),
    };
    try {
      const report = options.dryRun ? await previewSources(sources, crawl) : await runOnce(sources, crawl, parts);
      progress.end();
      if (options.json) await writeJson(report);
      else summarise(report);
      return exitCodes[report.status];
    } finally {
      progress.end();
      stopper.end();
      await fetcher.close();
    }
  });
}

const exitCodes: Readonly<Record<RunReport['status'], ExitCode>> = { done: 0, partial: 3, interrupted: 3, failed: 1 };
const SIGN_OF_LIFE_MS = 15_000;

/** Takes the right to run, runs, and writes the report down. */
async function runOnce(sources: readonly Source[], crawl: CrawlParts, parts: Parts): Promise<RunReport> {
  const { archive } = parts;
  const sign = (): RunOwner => ({
    pid: process.pid,
    machine: hostname(),
    aliveAt: archive.clock().toISOString(),
  });
  const owner = sign();
  const start = await startRun(archive.db, owner, isRunAlive);
  if (start.kind === 'busy') {
    const { id, owner: by, startedAt } = start.by;
    throw new Error(
      `Cannot start a run: run ${id} has been under way since ${startedAt}, by process ${by.pid} on ${by.machine}; wait for it to end, or end that process.`,
    );
  }
  if (start.tookOver !== null) say(`Run ${start.tookOver.id} was cut short; this run goes on where it stopped.`);
  const heart = setInterval(() => void keepAlive(archive.db, start.id, sign()).catch(() => {}), SIGN_OF_LIFE_MS);
  heart.unref();
  try {
    const report = await runSources(sources, { id: start.id, startedAt: owner.aliveAt }, crawl);
    const told = await tellUnlessFull(() => updateIndex(parts), report);
    const end = { at: told.finished, status: told.status, report: JSON.stringify(told) };
    return await tellUnlessFull(() => finishRun(archive.db, start.id, end), told);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const end = { at: archive.clock().toISOString(), status: 'failed', report: JSON.stringify({ reason }) } as const;
    await finishRun(archive.db, start.id, end).catch(() => {});
    throw error;
  } finally {
    clearInterval(heart);
  }
}

/** What the run did is told also where the disk has no room for what comes after it, which the next run does. */
async function tellUnlessFull(work: () => Promise<void>, report: RunReport): Promise<RunReport> {
  try {
    await work();
    return report;
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    say(`The disk is full: ${error instanceof Error ? error.message : error}; make room and run again.`);
    return { ...report, status: 'failed' };
  }
}

/** The sources named, or all that are enabled and no samples'. */
function chooseSources({ sources }: Parts, ids: readonly string[]): readonly Source[] {
  const named = ids.map((id) => {
    const source = sources.find(id);
    if (source === null)
      throw new UsageError(`Cannot ingest "${id}": no source file of that id; see \`sohieu sources\`.`);
    if (!source.enabled)
      throw new UsageError(`Cannot ingest "${id}": its source file says enabled: false; change that to run it.`);
    return source;
  });
  const chosen = ids.length > 0 ? [...new Set(named)] : sources.enabled();
  if (chosen.length === 0) throw new UsageError('Cannot ingest: no source is enabled; see `sohieu sources`.');
  return chosen;
}

/** What is left free: runs stop before others on the disk are in need. */
const LEAST_FREE = 16 * 2 ** 20;
const MOST_FREE = 512 * 2 ** 20;

/** Looks at the disk once a second at most: what a second can bring is far less than what is left free. */
function watchRoom(home: string): () => Promise<void> {
  let looked = Number.NEGATIVE_INFINITY;
  return async () => {
    // Not by the clock of the day, which may be put back.
    if (performance.now() - looked < 1000) return;
    await checkRoom(home);
    looked = performance.now();
  };
}

async function checkRoom(home: string): Promise<void> {
  const { bavail, blocks, bsize } = await statfs(home);
  const wanted = Math.min(MOST_FREE, Math.max(LEAST_FREE, (blocks * bsize) / 100));
  if (bavail * bsize >= wanted) return;
  const mega = (bytes: number): number => Math.round(bytes / 2 ** 20);
  throw new NoRoomError(
    `The disk of ${home} has ${mega(bavail * bsize)} MiB left, a run needs ${mega(wanted)}; make room and run again, nothing that was kept is lost`,
  );
}

/** The first Ctrl-C ends the run with what was done, report and index included; the second ends the program at once. */
function listenForStop(): { readonly signal: AbortSignal; readonly end: () => void } {
  const stop = new AbortController();
  const onSignal = (): void => {
    say('Ending the run; what was done is kept.');
    stop.abort();
    end();
  };
  const end = (): void => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return { signal: stop.signal, end };
}

function parseLimit(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new UsageError(`Cannot use --limit "${text}": expected a whole number from 1 up.`);
}

function labelOf(event: CrawlEvent): string {
  switch (event.kind) {
    case 'walked':
      return `${event.source} ${event.page}`;
    case 'asked':
      return event.url;
    case 'finished':
      return `${event.source} done`;
    case 'settling':
      return `settling ${event.articles} articles`;
  }
}

function summarise(report: RunReport): void {
  for (const source of report.sources) {
    const { discovered, new: added, updated, unchanged, gone, failed } = source;
    say(
      `${source.source}: ${source.status}; ${discovered} found, ${added} new, ${updated} updated, ${unchanged} unchanged, ${gone} gone, ${failed.length} failed`,
    );
    for (const { url, reason } of failed) say(`  ${url}: ${reason}`);
    for (const { code, detail } of source.warnings) say(`  ${code}: ${detail}`);
  }
  say(
    `run ${report.run}: ${report.status}; ${report.articles_new} articles, ${report.documents_new} documents, ${report.meetings_new} meetings new`,
  );
}

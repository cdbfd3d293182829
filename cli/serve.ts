/** `sohieu serve`: the server, what `npm start` runs. Ready when GET /healthz answers 200. */
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { hostsOf } from '../ingest/sources/own-hosts.ts';
import type { Source } from '../ingest/sources/source-file.ts';
import { createApp } from '../server/app.ts';
import { listen } from '../server/listen.ts';
import type { SourceSetting } from '../server/parts.ts';
import { forEachSheet } from '../web/style-sheets.ts';
import { readDraftFile } from './draft-file.ts';
import { type ExitCode, UsageError } from './outcome.ts';
import { updateIndex, withParts } from './parts.ts';
import { loadSamples } from './samples.ts';
import { isCron, readNextRun, runIngestProcess, startSchedule } from './schedule.ts';
import { startTending } from './tending.ts';

export async function runServe(version: string): Promise<ExitCode> {
  const log = pino({ redact: ['req.headers.authorization', 'req.headers.cookie'] }, pino.destination(2));
  return withParts(async (parts): Promise<ExitCode> => {
    const { settings, sources, archive, engine } = parts;
    if (settings.schedule !== null && !isCron(settings.schedule))
      throw new UsageError(
        `Cannot start with SOHIEU_SCHEDULE "${settings.schedule}": expected a cron expression such as "0 2 * * *", or off.`,
      );
    const styleSheets = forEachSheet((name) => readFileSync(new URL(`../web/${name}.css`, import.meta.url), 'utf8'));
    const islands = await readIslands();
    const app = createApp({
      archive,
      engine,
      log,
      clock: () => new Date(),
      rateLimit: settings.rateLimit,
      styleSheets,
      islands,
      version,
      sourceName: (id) => sources.nameOf(id),
      placeOf: sources.placeOf,
      readDraftFile,
      sources: sources.all().map(describeSource),
      nextRun: async () => (settings.schedule === null ? null : readNextRun(archive)),
    });
    // The port is tried first, so that where it is taken nothing is written; it opens when there is something to answer.
    await (await listen(app, { host: settings.host, port: settings.port, log })).close();
    const samples = await loadSamples(parts);
    if (samples > 0) log.info({ samples }, 'loaded the bundled samples');
    await updateIndex(parts);
    const ended = waitForSignal();
    const server = await listen(app, { host: settings.host, port: settings.port, log });
    const stopRun = new AbortController();
    const run = (): Promise<number | null> => runIngestProcess(process.argv[1] ?? '', stopRun.signal);
    const schedule = settings.schedule === null ? null : await startSchedule(settings.schedule, { archive, log, run });
    const tending = startTending(parts, (sentence) => log.warn(sentence));
    try {
      log.info({ url: server.url, home: settings.home }, `serving on ${server.url}`);
      await ended;
    } finally {
      stopRun.abort();
      await tending.stop();
      await schedule?.stop();
      await server.close();
    }
    return 0;
  });
}

/** Bundled by `npm run build`; from source there is none, and pages do without. */
async function readIslands(): Promise<string | null> {
  const path = fileURLToPath(new URL('../web/islands.js', import.meta.url));
  return existsSync(path) ? readFile(path, 'utf8') : null;
}

/** What the server tells of a source. */
function describeSource(source: Source): SourceSetting {
  const { id, name, home, place, enabled, discover, attachments, delay_ms: delayMs, max_pages: maxPages } = source;
  return {
    id,
    name,
    home,
    hosts: [...hostsOf(source)],
    place: place ?? null,
    isEnabled: enabled,
    feeds: discover.feeds.length,
    sitemaps: discover.sitemaps.length,
    lists: discover.lists.length,
    attachments,
    delayMs,
    maxPages,
  };
}

function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

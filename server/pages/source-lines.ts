/**
 * Sources as the pages show them: the line with its nights, and what the last run could not do.
 *
 * Nights are kept as numbers; the addresses and reasons of failures stand in the report of the run alone, of which only
 * the first few are shown.
 */
import { getRun, type SourceYield } from '../../core/archive/runs.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import type { Night, SourceLine, Troubles } from '../../web/views/sources.ts';
import { type RunReport, readRunReport } from '../run-report.ts';
import type { SourceState } from '../source-states.ts';
import type { SourceName } from '../wording.ts';

export function lineOf(state: SourceState, sourceName: SourceName): SourceLine {
  const { id, setting, health, reasons, nights, articles, latestPublished } = state;
  const place = setting?.place ?? null;
  return {
    id,
    name: setting?.name ?? (id === null ? null : sourceName(id)),
    place: place === null ? null : [place.commune, place.district, place.province].filter(Boolean).join(', '),
    health,
    reasons,
    nights: nights.map(toNight).reverse(),
    articles,
    latest: latestPublished?.slice(0, 10) ?? null,
  };
}

/** Remembers the reports of one request: most sources had their last night in the same run. */
export function openReports(db: ArchiveDb): (run: string) => Promise<RunReport | null> {
  const reports = new Map<string, Promise<RunReport | null>>();
  return (id) => {
    const known = reports.get(id) ?? getRun(db, id).then((run) => (run === null ? null : readRunReport(run)));
    reports.set(id, known);
    return known;
  };
}

/** What the last run could not do; null where it did all of it. */
export async function troublesOf(
  state: SourceState,
  reportOf: (run: string) => Promise<RunReport | null>,
  most: number,
): Promise<Troubles | null> {
  const [last] = state.nights;
  if (last === undefined || state.id === null) return null;
  const report = await reportOf(last.run);
  const source = report?.sources.find((one) => one.source === state.id);
  if (source === undefined) return null;
  // What the judgement says is worded from its reasons.
  const warnings = source.warnings.filter(({ code }) => !code.startsWith('health-'));
  if (source.failed.length + warnings.length + source.refused_by_robots === 0) return null;
  return {
    failed: source.failed.slice(0, most),
    failedTotal: source.failed.length,
    refusedByRobots: source.refused_by_robots,
    warnings: warnings.slice(0, most),
    warningsTotal: warnings.length,
  };
}

function toNight({ run, finishedAt, fetched, new: added, updated, failed, health, reasons }: SourceYield): Night {
  return { run, at: finishedAt, fetched, new: added, updated, failed, health, reasons };
}

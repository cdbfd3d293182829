/**
 * Reports of runs as the archive keeps them, read back. They are written by the command `ingest` (ingest/run/report.ts,
 * a room that the server does not import), so that here stands a schema: a row is a door like any other.
 *
 * A run that is under way, or was cut short, has no report: it is told with what its row says and zeros.
 */
import { z } from 'zod';
import { type RunRecord, runStatuses } from '../core/archive/runs.ts';

const count = z.number().int().min(0);
const failed = z.strictObject({ url: z.string(), reason: z.string() });
const warning = z.strictObject({ code: z.string(), detail: z.string() });

const sourceReportSchema = z.strictObject({
  source: z.string(),
  status: z.enum(runStatuses),
  discovered: count.describe('Addresses of articles that its feeds, sitemaps and lists showed.'),
  fetched: count,
  unchanged: count,
  new: count,
  updated: count,
  gone: count,
  refused_by_robots: count,
  failed: z.array(failed).readonly(),
  warnings: z.array(warning).readonly(),
});

/** The report of `sohieu ingest --json`. */
export const runReportSchema = z.strictObject({
  run: z.string(),
  started: z.string().describe('An instant in UTC.'),
  finished: z.string().nullable().describe('Null while it is under way.'),
  status: z.enum(runStatuses),
  sources: z.array(sourceReportSchema).readonly(),
  articles_new: count,
  citations_new: count,
  documents_new: count,
  meetings_new: count,
});

export type RunReport = z.output<typeof runReportSchema>;

/** The report of a run. What is kept in another shape (a run that broke before it had one) counts as none. */
export function readRunReport({ id, startedAt, finishedAt, status, report }: RunRecord): RunReport {
  const parsed = runReportSchema.safeParse(parseJson(report));
  if (parsed.success) return parsed.data;
  const nothing = { articles_new: 0, citations_new: 0, documents_new: 0, meetings_new: 0 };
  return { run: id, started: startedAt, finished: finishedAt, status, sources: [], ...nothing };
}

/** The report with at most so many failures and warnings of each source, for lists of runs. */
export function shortenReport(report: RunReport, most: number): RunReport {
  const sources = report.sources.map((source) => ({
    ...source,
    failed: source.failed.slice(0, most),
    warnings: source.warnings.slice(0, most),
  }));
  return { ...report, sources };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

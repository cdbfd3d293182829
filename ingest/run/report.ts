/**
 * What a run says of itself: the shape behind `sohieu ingest --json`, and the tally that fills it.
 */
import type { RunStatus } from '../../core/archive/runs.ts';

export interface SourceReport {
  readonly source: string;
  readonly status: Exclude<RunStatus, 'running'>;
  /** Addresses of articles that its feeds, sitemaps and lists showed. */
  readonly discovered: number;
  /** Pages of articles that came with a body. */
  readonly fetched: number;
  /** Asked again and found as they were: not modified, or with the same text. */
  readonly unchanged: number;
  readonly new: number;
  readonly updated: number;
  readonly gone: number;
  readonly refused_by_robots: number;
  readonly failed: readonly FailedItem[];
  readonly warnings: readonly SourceWarning[];
}

export interface FailedItem {
  readonly url: string;
  readonly reason: string;
}

export interface SourceWarning {
  readonly code: string;
  readonly detail: string;
}

export interface RunReport {
  readonly run: string;
  /** Instants in UTC. */
  readonly started: string;
  readonly finished: string;
  readonly status: Exclude<RunStatus, 'running'>;
  readonly sources: readonly SourceReport[];
  readonly articles_new: number;
  readonly citations_new: number;
  readonly documents_new: number;
  readonly meetings_new: number;
}

/** Counts while a source is being worked through. */
export interface SourceTally {
  discovered: number;
  fetched: number;
  unchanged: number;
  new: number;
  updated: number;
  gone: number;
  refused: number;
  /** Lists and addresses to which the source gave an answer of any kind that could be used, files included. */
  answered: number;
  heldBack: number;
  /** Articles that the source showed in this round to a run that was cut short. */
  shownBefore: number;
  /** Held articles whose page was not found tonight, each asked for twice. */
  lost: number;
  /** Pages that stood in for others since the last that did not. */
  standInsInARow: number;
  /** Of the pages that were read: all, and those with text, a date, a code. */
  read: number;
  withText: number;
  withDate: number;
  withCode: number;
  readonly failed: FailedItem[];
  readonly warnings: SourceWarning[];
}

export function startTally(): SourceTally {
  const zero = { discovered: 0, fetched: 0, unchanged: 0, new: 0, updated: 0, gone: 0, refused: 0 };
  return {
    ...zero,
    answered: 0,
    heldBack: 0,
    shownBefore: 0,
    lost: 0,
    standInsInARow: 0,
    read: 0,
    withText: 0,
    withDate: 0,
    withCode: 0,
    failed: [],
    warnings: [],
  };
}

/** Says a warning once. */
export function warn(tally: SourceTally, code: string, detail: string): void {
  if (!tally.warnings.some((known) => known.code === code && known.detail === detail))
    tally.warnings.push({ code, detail });
}

export function reportOf(source: string, status: SourceReport['status'], tally: SourceTally): SourceReport {
  const { discovered, fetched, unchanged, new: added, updated, gone, refused, failed, warnings } = tally;
  return {
    source,
    status,
    discovered,
    fetched,
    unchanged,
    new: added,
    updated,
    gone,
    refused_by_robots: refused,
    failed,
    warnings,
  };
}

/** Done when all of it was, failed when none, interrupted when any was, else partial. */
export function joinStatuses(statuses: readonly SourceReport['status'][]): SourceReport['status'] {
  if (statuses.includes('interrupted')) return 'interrupted';
  if (statuses.every((status) => status === 'done')) return 'done';
  return statuses.every((status) => status === 'failed') ? 'failed' : 'partial';
}

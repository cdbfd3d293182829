/** What a run works with, handed in by the command: the archive, the way to the network, who listens. */
import { z } from 'zod';
import type { Archive } from '../../core/archive/archive.ts';
import type { PlaceOf } from '../../core/archive/text-facts.ts';
import type { FetchPage, VisitRules } from '../fetch/outcome.ts';
import type { Source } from '../sources/source-file.ts';

export interface RunOptions {
  /** Day or instant: what a list says is older is left alone. Null for no bound. */
  readonly since: string | null;
  /** Most pages of articles of one source to ask for; null for the source's own bound. */
  readonly limit: number | null;
  /** Lists are walked to the end, and everything known is asked again. */
  readonly full: boolean;
}

export type CrawlEvent =
  | { readonly kind: 'walked'; readonly source: string; readonly page: string; readonly links: number }
  | { readonly kind: 'asked'; readonly source: string; readonly url: string }
  | { readonly kind: 'finished'; readonly source: string }
  | { readonly kind: 'settling'; readonly articles: number };

export interface CrawlParts {
  readonly archive: Archive;
  readonly placeOf: PlaceOf;
  readonly fetchPage: FetchPage;
  readonly rulesOf: (source: Source) => VisitRules;
  readonly options: RunOptions;
  /** True when the bundled samples stay beside real articles. */
  readonly keepSamples: boolean;
  readonly onEvent: (event: CrawlEvent) => void;
  /** Aborted when the run is to end: what is being fetched is broken off, and asked for again by the next run. */
  readonly signal: AbortSignal;
  /** Throws a NoRoomError when the archive's disk is nearly full. */
  readonly checkRoom: () => Promise<void>;
}

/** Whether a write failed because the disk, or what may be used of it, is full. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && /ENOSPC|EDQUOT|database or disk is full/i.test(error.message);
}

/**
 * Whether an error concerns the archive as a whole and not the one thing that was being kept: disk and database out of
 * order, no more memory or files. Such an error ends the run; any other is that one thing's failure.
 */
export function stopsRun(error: unknown): boolean {
  if (error instanceof NoRoomError || isDiskFull(error)) return true;
  const parsed = codedSchema.safeParse(error);
  if (!parsed.success) return false;
  const { code, errcode = 0 } = parsed.data;
  return code === 'ERR_SQLITE_ERROR' ? GRAVE_RESULTS.has(errcode % 256) : SYSTEM_CODE.test(code);
}

const codedSchema = z.object({ code: z.string(), errcode: z.number().int().min(0).optional() });
/** SQLite's primary result codes: busy, locked, out of memory, read-only, I/O, corrupt, full, cannot open, no database. */
const GRAVE_RESULTS: ReadonlySet<number> = new Set([5, 6, 7, 8, 10, 11, 13, 14, 26]);
const SYSTEM_CODE = /^E[A-Z0-9]{2,20}$/;

/** Stops the run before the disk is full; the next one goes on when there is room. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError';
}

/** What asking for one address is given, and how it may end. */
import type { WrongPageRecord } from '../../core/archive/origins.ts';
import type { Visit } from '../../core/archive/visits.ts';
import type { Source } from '../sources/source-file.ts';
import type { CrawlParts } from './crawl-parts.ts';
import type { SourceTally } from './report.ts';
import type { StandIns } from './wrong-page.ts';

export interface AskParts extends CrawlParts {
  readonly source: Source;
  readonly tally: SourceTally;
  readonly wrongPage: WrongPageRecord | null;
  readonly standInsOf: (url: string) => Promise<StandIns>;
  /** Whether the source still shows what it showed earlier that night. */
  readonly stillShows: () => Promise<boolean>;
}

/** `done`: with it, or for now where it was put off; `stop`: the host wants no more of us tonight. */
export type AskEnd = 'done' | 'stop';

/** What came instead of the article says nothing of whether that has changed. */
export const UNCONDITIONAL = { etag: null, lastModified: null } as const satisfies Partial<Visit>;

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
  /** True when this address was put off once in this run already. */
  readonly isPutOff: boolean;
}

/** `put-off`: it is at the end of the round now; `stop`: the host wants no more of us tonight. */
export type AskEnd = 'done' | 'put-off' | 'stop';

/** What came instead of the article says nothing of whether that has changed. */
export const UNCONDITIONAL = { etag: null, lastModified: null } as const satisfies Partial<Visit>;

/** What the pages of sources are told: which there are, how each is doing, and on what ground that is said. */
import type { ArticleName, PageFrame } from '../view-terms.ts';

/** `files`: nothing is fetched, its articles were handed in; `off`: kept out of runs; `never`: not run yet. */
export type SourceHealth = 'good' | 'attention' | 'silent' | 'never' | 'off' | 'files';

/** What one run made of a source. */
export interface Night {
  /** Id of the run. */
  readonly run: string;
  /** When it ended: an instant in UTC. */
  readonly at: string;
  readonly fetched: number;
  readonly new: number;
  readonly updated: number;
  readonly failed: number;
  readonly health: 'green' | 'amber' | 'red';
  /** Codes, worded by the page. */
  readonly reasons: readonly string[];
}

/** What the last run could not do, as it noted it: addresses and reasons in the words of the program and of hosts. */
export interface Troubles {
  readonly failed: readonly { readonly url: string; readonly reason: string }[];
  /** Of how many. */
  readonly failedTotal: number;
  readonly refusedByRobots: number;
  readonly warnings: readonly { readonly code: string; readonly detail: string }[];
  readonly warningsTotal: number;
}

export interface SourceLine {
  /** Null for articles of which nobody said where they come from. */
  readonly id: string | null;
  readonly name: string | null;
  /** "Hạ Long, Quảng Ninh"; null where it is of no one place. */
  readonly place: string | null;
  readonly health: SourceHealth;
  readonly reasons: readonly string[];
  /** Its last runs, oldest first. */
  readonly nights: readonly Night[];
  readonly articles: number;
  /** Day of its newest article. */
  readonly latest: string | null;
}

export interface SourcesView {
  readonly page: 'sources';
  readonly frame: PageFrame;
  /** Those to be looked at first. */
  readonly sources: readonly (SourceLine & { readonly troubles: Troubles | null })[];
  readonly lastRun: {
    readonly at: string;
    readonly status: 'running' | 'done' | 'partial' | 'failed' | 'interrupted';
    readonly articles: number;
  } | null;
  /** When the next run begins; null where no clock starts one. */
  readonly nextRun: string | null;
}

export interface SourceView {
  readonly page: 'source';
  readonly frame: PageFrame;
  readonly source: SourceLine;
  readonly troubles: Troubles | null;
  /** What its file says; null where there is none. */
  readonly settings: {
    readonly home: string;
    readonly hosts: readonly string[];
    readonly isEnabled: boolean;
    readonly feeds: number;
    readonly sitemaps: number;
    readonly lists: number;
    readonly attachments: boolean;
    readonly delayMs: number;
    readonly maxPages: number;
  } | null;
  /** Newest first. */
  readonly newest: readonly ArticleName[];
  readonly nextRun: string | null;
}

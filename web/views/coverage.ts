/** What the coverage of a document is told: bodies by month, and the meetings of a chosen cell. Months are `2023-03`. */
import type { CitedAt, DocumentName, Filter, Level, PageFrame, PageOf } from '../view-terms.ts';

type ScopeName = 'central' | 'province' | 'district' | 'commune' | 'all';

export interface CoverageCellView {
  readonly month: string;
  /** How many meetings of the body in this month cited the document, of how many. */
  readonly cited: number;
  readonly meetings: number;
  /** False where no source of the body's place delivered anything in this month. */
  readonly isWatched: boolean;
  /** Where the citing meetings are shown; null where there are none. */
  readonly href: string | null;
}

export interface CoverageLine {
  readonly key: string;
  readonly name: string;
  readonly level: Level | null;
  readonly cells: readonly CoverageCellView[];
  readonly cited: number;
  readonly meetings: number;
  /** Meetings of any time that cited it. */
  readonly citedEver: number;
}

/** The meetings behind a cell, or behind a whole row where `month` is null. */
export interface ChosenCell {
  readonly body: string;
  readonly month: string | null;
  readonly citedAt: readonly CitedAt[];
  readonly total: number;
  /** This page without the choice. */
  readonly close: string;
}

export interface CoverageView {
  readonly page: 'coverage';
  readonly frame: PageFrame;
  readonly document: DocumentName;
  /** Null for a code that no mention settles. */
  readonly grid: {
    readonly months: readonly string[];
    /** What is asked for: bodies of a level, in a place ("Quảng Hải"; empty for the whole country). */
    readonly scope: { readonly level: ScopeName; readonly place: string };
    readonly filters: readonly Filter<'level' | 'year'>[];
    readonly lines: readonly CoverageLine[];
    readonly pages: PageOf;
    /** By month over all bodies: how many cited it, how many met. */
    readonly totals: readonly { readonly month: string; readonly citing: number; readonly meeting: number }[];
    /** Bodies that met in these months, and how many of them cited it. */
    readonly met: number;
    readonly citing: number;
    /** The first of those that met and did not cite it; `neverTotal` says how many there are. */
    readonly never: readonly Omit<CoverageLine, 'cells'>[];
    readonly neverTotal: number;
    readonly unplaced: number;
    readonly undated: number;
    readonly chosen: ChosenCell | null;
  } | null;
}

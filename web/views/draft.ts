/** What the page that checks a draft is told: the form as it was sent, and what was found. */
import type { Choice, DocumentName, PageFrame } from '../view-terms.ts';

export type Verdict = 'green' | 'amber' | 'red';

export interface DraftSegment {
  readonly text: string;
  /** Index in `DraftResult.entries`; absent in plain text. */
  readonly entry?: number | undefined;
}

/** One citation of the draft, judged. */
export interface DraftEntry {
  readonly verdict: Verdict;
  readonly surface: string;
  /** The document it means, where the archive has it. */
  readonly document: DocumentName | null;
  /** Worded in the page's language. */
  readonly reasons: readonly string[];
  /** Null where nothing sure can be offered. */
  readonly suggestion: {
    /** What stands there, and what should. */
    readonly printed: string;
    readonly text: string;
    /** Value of its box in the form, by which the draft is corrected. */
    readonly value: string;
    readonly isChosen: boolean;
  } | null;
}

export interface DraftResult {
  /** Null for a pasted text. */
  readonly fileName: string | null;
  /** The whole text as it was judged, with `\n` at its line ends. */
  readonly text: string;
  readonly paragraphs: readonly (readonly DraftSegment[])[];
  readonly entries: readonly DraftEntry[];
}

export interface DraftView {
  readonly page: 'draft';
  readonly frame: PageFrame;
  /** Sources with a place, of which one may be chosen. */
  readonly sources: readonly Choice[];
  readonly source: string | null;
  readonly day: string | null;
  /** What was typed, kept. */
  readonly typed: string;
  /** Why it could not be checked, in a sentence. */
  readonly problem: string | null;
  /** Null before anything was sent. */
  readonly result: DraftResult | null;
}

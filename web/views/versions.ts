/** What the page of an article's versions is told: which there are, and what changed between two of them. */
import type { ArticleName, PageFrame, PageOf } from '../view-terms.ts';

export interface VersionLine {
  readonly version: number;
  readonly capturedAt: string;
  readonly snapshotHash: string;
  readonly title: string | null;
  /** Of its text, in characters. */
  readonly length: number;
  readonly isCurrent: boolean;
  /** Code of why it waits for review (version-gate.ts of the archive); null when it does not. */
  readonly heldBack: string | null;
}

export interface ChangePart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A paragraph, or `skipped` ones that stayed the same and are not shown. */
export type ChangeLine =
  | ChangePart
  | { readonly kind: 'changed'; readonly parts: readonly ChangePart[] }
  | { readonly kind: 'skipped'; readonly count: number };

export interface VersionsView {
  readonly page: 'versions';
  readonly frame: PageFrame;
  readonly article: ArticleName;
  /** Newest first. */
  readonly items: readonly VersionLine[];
  readonly pages: PageOf;
  /** Null where there is one version only. */
  readonly comparison: {
    readonly from: VersionLine;
    readonly to: VersionLine;
    /** Null where it stayed the same. */
    readonly title: readonly ChangePart[] | null;
    readonly published: { readonly from: string | null; readonly to: string | null } | null;
    /** Null where the texts are too long to be compared; empty where they are the same. */
    readonly text: readonly ChangeLine[] | null;
  } | null;
}

/** What the network page is told: the documents around one with their places in the picture, or where to begin. */
import type { DocumentName, Filter, Level, PageFrame, RelationKind } from '../view-terms.ts';

export type NetworkKind = RelationKind | 'cites' | 'together';

/** One tie of a row to another document, as seen from the row's. */
export interface NetworkTie {
  readonly kind: NetworkKind;
  /** `out`: the row's document acts on `other`; `in`: `other` acts on it. Of no meaning for `together`. */
  readonly direction: 'out' | 'in';
  /** Code of the other document. */
  readonly other: string;
  /** Meetings of `together`, else articles. */
  readonly weight: number;
}

/** A day and the page that shows it. */
export interface NetworkMoment {
  readonly day: string | null;
  readonly href: string;
}

export interface NetworkNode {
  readonly document: DocumentName;
  /** Steps from the document in the middle, which comes first and has 0. */
  readonly depth: 0 | 1 | 2;
  readonly citedBy: number;
  /** Lines under its mark: the code, and whose it is where there is room. */
  readonly label: readonly string[];
  readonly x: number;
  readonly y: number;
  /** Address of the network around this one. */
  readonly href: string;
  /** To the document in the middle, or to those nearer to it. */
  readonly ties: readonly NetworkTie[];
  readonly first: NetworkMoment | null;
  readonly last: NetworkMoment | null;
}

/** `from` and `to` number the nodes. */
export interface NetworkEdge {
  readonly from: number;
  readonly to: number;
  readonly kind: NetworkKind;
  readonly weight: number;
}

export interface NetworkLane {
  readonly level: Level | null;
  readonly top: number;
  readonly bottom: number;
}

export interface Looked {
  readonly seen: number;
  readonly all: number;
}

export interface NetworkAround {
  readonly kind: 'around';
  readonly nodes: readonly [NetworkNode, ...NetworkNode[]];
  readonly edges: readonly NetworkEdge[];
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly NetworkLane[];
  /** Documents near it, those left out included. */
  readonly total: number;
  readonly edgesLeftOut: number;
  readonly meetings: Looked;
  readonly statements: Looked;
  /** From how many neighbours lines were followed: to each other, and in a second step to others. */
  readonly followed: number;
  readonly steps: 1 | 2;
  /** Address that shows the most documents; null where all are shown or no more can be. */
  readonly more: { readonly href: string; readonly count: number } | null;
  readonly filters: readonly Filter<'kinds' | 'level' | 'depth' | 'most'>[];
  readonly least: number | null;
  readonly from: string | null;
  readonly to: string | null;
  /** True for a code that no mention settles: it has no neighbours. */
  readonly isUnsettled: boolean;
}

/** A document to begin with. */
export interface NetworkBeginning {
  readonly document: DocumentName;
  readonly href: string;
  readonly relations: number;
  readonly meetings: number;
}

export interface NetworkStart {
  readonly kind: 'start';
  /** Exactly as typed. */
  readonly query: string;
  /** Documents that the typed code may mean; none where nothing was typed or found. */
  readonly choices: readonly NetworkBeginning[];
  readonly connected: readonly NetworkBeginning[];
  /** Among how many of the most cited documents these were sought. */
  readonly sought: number;
}

export interface NetworkView {
  readonly page: 'network';
  readonly frame: PageFrame;
  readonly content: NetworkAround | NetworkStart;
}

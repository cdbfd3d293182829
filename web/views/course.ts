/** What a document's page is told of its course: when it was spoken of, what carries it out, where its text is kept. */
import type { ArticleName, DocumentName, Level } from '../view-terms.ts';

/** What meetings do with a document, in the few classes that a plot can tell apart; strongest first. */
export const purposeClasses = ['issued', 'reviewed', 'reported', 'carried', 'other'] as const;
export type PurposeClass = (typeof purposeClasses)[number];

/** Meetings of a month by the most telling of what each does with the document; every meeting counts once. */
export interface PurposeMonth {
  /** `2023-03` */
  readonly month: string;
  readonly meetings: Readonly<Record<PurposeClass, number>>;
}

export interface ChainNode {
  readonly document: DocumentName;
  readonly date: string | null;
  readonly kind: 'implements' | 'guides';
  /** Days from the implemented document to the implementing one; null where a date is unknown, below 0 where dates contradict. */
  readonly lag: number | null;
  /** Days between this and the document of the page, where there are others between. */
  readonly totalLag: number | null;
  /** How many articles state the step, one of them, and its sentence. */
  readonly articles: number;
  readonly article: ArticleName;
  readonly sentence: string;
  readonly children: readonly ChainNode[];
}

export interface ChainSide {
  readonly nodes: readonly ChainNode[];
  readonly documents: number;
  /** In how many places of each level, those of the centre counted by document. */
  readonly places: readonly { readonly level: Level; readonly count: number }[];
  /** Median days from this document to those of which both dates are known, and how many these are. */
  readonly median: { readonly days: number; readonly documents: number } | null;
  /** Whether more documents were left out. */
  readonly isCut: boolean;
}

/** A text of the document that the archive holds. */
export interface KeptText {
  readonly article: ArticleName;
  /** Address of the file of that article which holds the text; null where the article itself does. */
  readonly file: string | null;
  readonly capturedAt: string | null;
  readonly hash: string | null;
  readonly versions: number;
  /** Pages here with the kept bytes and with what changed; null where there is none. */
  readonly copy: string | null;
  readonly changes: string | null;
}

export interface CourseView {
  /** Months with meetings, oldest first. */
  readonly months: readonly PurposeMonth[];
  /** Meetings of which no month is known. */
  readonly undated: number;
  /** What implements or guides this document, and what it implements itself. */
  readonly down: ChainSide;
  readonly up: ChainSide;
  readonly texts: readonly KeptText[];
  readonly textsTotal: number;
  /** The oldest and newest article that name it. */
  readonly named: { readonly first: ArticleName; readonly last: ArticleName } | null;
  /** Address of its coverage; null for a code that no mention settles. */
  readonly coverage: string | null;
}

/**
 * What the views of pages are made of: the words of core/ repeated, the frame around every page, names and lines of
 * documents, meetings and articles, passages, pages of lists, filters.
 *
 * Rules for all of it are said in view.ts.
 */
import type { EachSheet } from './style-sheets.ts';
import type { PageAbout } from './views/about.ts';

export type Lang = 'vi' | 'en';

export type Purpose =
  | 'announces'
  | 'studies'
  | 'directs'
  | 'reports'
  | 'reviews'
  | 'implements'
  | 'basis'
  | 'amends'
  | 'mentions';
export type Level = 'central' | 'province' | 'district' | 'commune' | 'org';
export type RelationKind = 'implements' | 'amends' | 'replaces' | 'repeals' | 'guides' | 'based_on';
export type Status = 'resolved' | 'ambiguous' | 'unknown';
export type Precision = 'day' | 'month' | 'quarter' | 'year';
export type ConflictField = 'date' | 'title' | 'issuer' | 'code';
export type FacetName = 'type' | 'issuer' | 'level' | 'source' | 'year' | 'meeting_kind' | 'purpose';
export type Sort = 'relevance' | 'newest' | 'oldest';
export type MeetingKind =
  | 'standing_committee'
  | 'executive_committee'
  | 'standing_body'
  | 'briefing'
  | 'working_session'
  | 'dialogue'
  | 'citizen_reception'
  | 'voter_contact'
  | 'council_session'
  | 'congress'
  | 'cell_meeting'
  | 'review'
  | 'study'
  | 'supervision'
  | 'steering'
  | 'personnel'
  | 'ceremony'
  | 'visit';
export type Role =
  | 'chair'
  | 'co_chair'
  | 'directing_guest'
  | 'concluding'
  | 'attendee'
  | 'presenter'
  | 'speaker'
  | 'head_of_delegation'
  | 'host'
  | 'signer';

/** What every page carries around its own view. */
export interface PageFrame {
  readonly lang: Lang;
  /** Path and query of this page without `lang`: `/tim?q=nq+21+tu&page=2`. The switch, pager and filters are made from it. */
  readonly address: string;
  /** Where each style sheet is served, with its hash: `/style-3fa9c1.css`; the page loads those it needs. */
  readonly stylesheets: EachSheet<string>;
  /** Where the bundled islands are served; null or absent where there are none. */
  readonly script?: string | null;
  /** Address of the feed that follows what this page shows. */
  readonly feed?: string | null;
  /** `samples`: the archive shows the bundled samples; `reindexing`: the search index is behind; `standIn`: the chosen one cannot answer. */
  readonly notices: readonly ('samples' | 'reindexing' | 'standIn')[];
  /** What machines are told of the page; absent where there is nothing to list, such as an error. */
  readonly about?: PageAbout;
}

/** A text with the parts to be shown as `<mark>`: half-open ranges of UTF-16 units, in order. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** Why something is believed, already worded in the page's language. */
export interface EvidenceLine {
  readonly code: string;
  readonly text: string;
}

export interface PersonView {
  readonly name: string;
  readonly positions: readonly string[];
}

/** When a meeting was: `date` as far as known, `dateTo` its last day. */
export interface When {
  readonly date: string | null;
  readonly dateTo: string | null;
  readonly precision: Precision | null;
  /** True where a part (mostly the year) is not printed but worked out. */
  readonly isInferred: boolean;
}

/** A document by its name. `id` is null for a mention that leads to no entry; `code` is then what was printed. */
export interface DocumentName {
  readonly id: string | null;
  readonly code: string;
  /** "Nghị quyết" or "Resolution": worded in the page's language. */
  readonly typeName: string | null;
  readonly issuer: string | null;
  /** `2020-2025` of a Party committee, `15` of a National Assembly. */
  readonly term: string | null;
  readonly title: string | null;
  readonly level: Level | null;
}

/** Mentions in one month (`2022-03`); months without any may be left out. */
export interface MonthCount {
  readonly month: string;
  readonly count: number;
}

export interface DocumentBrief extends DocumentName {
  readonly meetings: number;
  readonly mentions: number;
  readonly latest: string | null;
  readonly trend: readonly MonthCount[];
}

export interface MeetingBrief {
  readonly id: string;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly when: When;
  readonly host: string | null;
  readonly chair: PersonView | null;
  /** How many documents were cited there, and how many articles report it. */
  readonly documents: number;
  readonly reports: number;
}

export interface ArticleName {
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
}

/** One mention in its sentence: `before + surface + after`. */
export interface Passage {
  readonly article: ArticleName;
  /** Place in the order of the article's mentions, from 0: the anchor `c{ordinal}` there. */
  readonly ordinal: number;
  readonly before: string;
  readonly surface: string;
  readonly after: string;
  readonly purpose: Purpose;
  readonly status: Status;
  /** True where the source contradicts itself or what is known. */
  readonly conflict: boolean;
  /** The code as printed, only where it differs from the document's. */
  readonly printed: string | null;
  readonly evidence: readonly EvidenceLine[];
}

/** A row of the table that answers the question: one meeting that cited the document. */
export interface CitedAt {
  readonly meeting: MeetingBrief;
  /** The best one first; the others are folded. */
  readonly passages: readonly [Passage, ...Passage[]];
  /** Mentions at this meeting beyond those; left out for none. */
  readonly unseen?: number;
}

export interface PageOf {
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number | null;
}

/** A filter: `name` is its parameter in the address. */
export interface Filter<Name extends string> {
  readonly name: Name;
  readonly selected: string | null;
  readonly choices: readonly Choice[];
}

/**
 * What a page is told: plain values that server/ fills and the pages turn into HTML.
 *
 * Nothing of ours is imported here, so the unions repeat the words of core/; a kind that core gains and this file
 * lacks does not compile in server/. Addresses are same-site paths without `lang`, which the pages add themselves.
 * Dates are ISO strings (`2023-03-21`, `2022-09`, `2022`, instants with zone), worded by dates.ts. Null is unknown.
 * Longer than 300 lines because it is the one contract between server and web, which is read and changed as a whole.
 */

import type {
  ArticleName,
  CitedAt,
  ConflictField,
  DocumentBrief,
  DocumentName,
  EvidenceLine,
  FacetName,
  Filter,
  MarkedText,
  MeetingBrief,
  PageFrame,
  PageOf,
  Passage,
  PersonView,
  Purpose,
  RelationKind,
  Role,
  Sort,
  Status,
  When,
} from './view-terms.ts';
import type { CalendarView } from './views/calendar.ts';
import type { CourseView } from './views/course.ts';
import type { CoverageView } from './views/coverage.ts';
import type { DocumentsView } from './views/documents.ts';
import type { DraftView } from './views/draft.ts';
import type { NetworkView } from './views/network.ts';
import type { SourceLine, SourcesView, SourceView } from './views/sources.ts';
import type { StoredCopyView } from './views/stored-copy.ts';
import type { VersionsView } from './views/versions.ts';

export interface HomeView {
  readonly page: 'home';
  readonly frame: PageFrame;
  /** Queries worth trying in this archive, as a reader would type them. */
  readonly tries: readonly string[];
  readonly totals: {
    readonly articles: number;
    readonly meetings: number;
    readonly documents: number;
    readonly mentions: number;
  };
  /** The last run that came to an end; null before the first. */
  readonly lastRun: {
    readonly finishedAt: string;
    /** Within a day and a half. */
    readonly isLastNight: boolean;
    readonly meetings: number;
    readonly mentions: number;
    readonly documents: number;
  } | null;
  readonly newest: readonly MeetingBrief[];
  /** `days`: over how many days it was counted; null: over all. `articles`: in how many of that time it is cited. */
  readonly mostCited: {
    readonly days: number | null;
    readonly documents: readonly (DocumentBrief & { readonly articles: number })[];
  };
  /** How many there are and how many want looking at; those shown are the ones to be looked at first. */
  readonly sources: { readonly total: number; readonly amiss: number; readonly shown: readonly SourceLine[] };
}

/** A part of what was understood; `without` is the query that is left when it is taken away, null where none can be. */
export interface UnderstoodPart {
  readonly kind: 'type' | 'number' | 'issuer' | 'year' | 'code' | 'words';
  readonly text: string;
  readonly without: string | null;
}

export interface ArticleHit extends ArticleName {
  readonly heading: MarkedText;
  readonly snippet: MarkedText;
  readonly meeting: { readonly id: string; readonly when: When; readonly host: string | null } | null;
}

/** A document that the code in the query may mean, with its first meetings so that the answer stands on this page. */
export interface DocumentHit extends DocumentBrief {
  readonly why: readonly EvidenceLine[];
  readonly citedAt: readonly CitedAt[];
}

export interface ResultsView {
  readonly page: 'results';
  readonly frame: PageFrame;
  /** Exactly as typed. */
  readonly query: string;
  /** Where nothing was found: what may have been meant, and where that is searched for. */
  readonly meant: { readonly text: string; readonly href: string } | null;
  readonly understood: readonly UnderstoodPart[];
  /** As `show`: `one` only when nothing else fits what was typed. Null where the query holds no code. */
  readonly answer: 'one' | 'several' | 'none' | null;
  /** Code to name in "Chưa thấy … trong kho", in standard spelling; null where the query holds none. */
  readonly wantedCode: string | null;
  readonly documents: readonly DocumentHit[];
  /** What is near when `documents` is empty. */
  readonly nearest: readonly DocumentBrief[];
  readonly meetings: { readonly total: number; readonly items: readonly MeetingBrief[]; readonly more: string | null };
  readonly articles: { readonly items: readonly ArticleHit[]; readonly pages: PageOf };
  readonly facets: readonly Filter<FacetName>[];
  readonly from: string | null;
  readonly to: string | null;
  /** Without `sort` in the address: relevance. */
  readonly sort: Sort;
}

/** One value that mentions give, with how many give it. */
export interface Variant {
  readonly value: string;
  readonly mentions: number;
  readonly articles: readonly ArticleName[];
}

export interface RelationLine {
  readonly kind: RelationKind;
  /** `out`: this document acts on `document`; `in`: `document` acts on this one. */
  readonly direction: 'out' | 'in';
  readonly document: DocumentName;
  readonly date: string | null;
  readonly article: ArticleName;
  readonly sentence: string;
}

export interface CandidateLine {
  readonly document: DocumentName;
  readonly why: readonly EvidenceLine[];
}

/** The words that cite a document as Decree 30/2020/NĐ-CP wants it, and what they lack. */
export interface CitingView {
  readonly full: string;
  readonly short: string;
  readonly lacks: readonly {
    readonly part: 'type' | 'date' | 'issuer' | 'title';
    readonly why: 'unknown' | 'contradicted';
  }[];
  /** Addresses of the same as a file for reference managers. */
  readonly ris: string;
  readonly bib: string;
}

/** A document that the held text of another names. */
export interface CitesLine {
  readonly document: DocumentName;
  /** What the text does with it, where it says so. */
  readonly kinds: readonly RelationKind[];
  readonly sentence: string;
  readonly article: ArticleName;
}

export interface DocumentView {
  readonly page: 'document';
  readonly frame: PageFrame;
  readonly document: DocumentBrief;
  /** As printed or held, never inferred. */
  readonly date: string | null;
  /** Between which days it must lie where its date is unknown; `basis` tells from what that is inferred. */
  readonly dateBounds: {
    readonly after: string | null;
    readonly before: string | null;
    readonly basis: 'number' | 'mention';
    /** The reasons in words, where there is more to say than the basis. */
    readonly why?: readonly string[];
  } | null;
  /** Why printed dates are likely misprints, in words. */
  readonly dateDoubts?: readonly string[];
  readonly state: 'held' | 'cited_only';
  /** Where its text can be read: the page here of the article that is the text or offers it, and whose text it is. */
  readonly texts?: readonly { readonly href: string; readonly host: string }[];
  readonly aliases: readonly string[];
  readonly firstCited: string | null;
  readonly lastCited: string | null;
  readonly conflicts: readonly { readonly field: ConflictField; readonly values: readonly Variant[] }[];
  readonly citedAt: readonly CitedAt[];
  readonly pages: PageOf;
  readonly filters: readonly Filter<'year' | 'host' | 'purpose' | 'chair'>[];
  /** Without `sort` in the address: newest. */
  readonly sort: 'newest' | 'oldest';
  /** What the mentions say, most frequent first. */
  readonly said: readonly { readonly field: ConflictField; readonly values: readonly Variant[] }[];
  readonly relations: readonly RelationLine[];
  readonly together: readonly { readonly document: DocumentName; readonly count: number }[];
  /** For an entry that no mention settles (`issuer` null): what it may mean. */
  readonly candidates: readonly CandidateLine[];
  /** Mentions in articles that report no meeting. */
  readonly elsewhere: readonly Passage[];
  readonly feed: string | null;
  /** The table, whole, as files: addresses with the filters of this page. Absent where there is nothing to take. */
  readonly files?: { readonly xlsx: string; readonly csv: string; readonly docx: string };
  readonly citing?: CitingView;
  /** When it was spoken of, what carries it out, where its text is kept. */
  readonly course?: CourseView;
  /** What its held text names; `total` may be more than the items. */
  readonly cites?: { readonly items: readonly CitesLine[]; readonly total: number };
}

/** How a citation stands in the text of its article. */
export interface CitationMark {
  readonly ordinal: number;
  /** Index of its entry in `ArticleView.citations`. */
  readonly entry: number;
  /** The document's page; null where nothing settles which document it is: the link then leads to the entry. */
  readonly href: string | null;
  readonly status: Status;
  readonly conflict: boolean;
}

export interface Segment {
  readonly text: string;
  readonly citation?: CitationMark | undefined;
}

/** One document cited by an article, with all its mentions there. */
export interface ArticleCitation {
  /** Ordinals of its mentions in the text, in order. */
  readonly ordinals: readonly [number, ...number[]];
  readonly surface: string;
  readonly document: DocumentName | null;
  /** Where its code is searched for; null where it has an entry or no code. */
  readonly search: string | null;
  readonly status: Status;
  readonly conflict: boolean;
  readonly printed: string | null;
  readonly purpose: Purpose;
  /** At how many meetings the document is cited in all; null where unknown. */
  readonly meetings: number | null;
  readonly candidates: readonly CandidateLine[];
  readonly evidence: readonly EvidenceLine[];
}

/** Where a fact of a meeting is stated: in this sentence of the article, or in other reports only. */
export type FactGround = { readonly kind: 'sentence'; readonly sentence: string } | { readonly kind: 'other_reports' };

/** Null where the fact is unknown or no one sentence says it. */
export type MeetingGrounds = Readonly<Record<'date' | 'host' | 'place' | 'chair', FactGround | null>>;

export interface AttachmentView {
  readonly url: string;
  readonly title: string | null;
  readonly type: string | null;
  /** How far it was read; null where it was never fetched. */
  readonly status: 'held' | 'needs_ocr' | 'unreadable' | null;
  /** The document that it is, where it is one. */
  readonly document: DocumentName | null;
}

export interface ArticleView {
  readonly page: 'article';
  readonly frame: PageFrame;
  readonly article: ArticleName;
  readonly status: 'held' | 'gone' | 'text_unavailable';
  readonly author: string | null;
  readonly updated: string | null;
  /** Address at the source. */
  readonly url: string;
  readonly capturedAt: string;
  /** SHA-256 of the kept bytes. */
  readonly snapshotHash: string;
  /** Address of the page that shows the kept bytes, null where they are not shown. */
  readonly snapshot: string | null;
  /** Texts seen at the address, without those that wait for review. */
  readonly versions: number;
  /** Where they are compared; null where there was never another text. */
  readonly history: string | null;
  readonly paragraphs: readonly (readonly Segment[])[];
  readonly citations: readonly ArticleCitation[];
  readonly meeting: MeetingBrief | null;
  readonly place: string | null;
  readonly grounds: MeetingGrounds;
  readonly otherReports: readonly ArticleName[];
  /** How many more there are than `otherReports` shows. */
  readonly moreReports: number;
  /** Articles of other sources with nearly the same text; `similarity` is the share of common wording, 0 to 1. */
  readonly copies: readonly (ArticleName & { readonly similarity: number })[];
  /** The document that this text is, where it is one. */
  readonly holds: DocumentName | null;
  readonly attachments: readonly AttachmentView[];
  /** Doubts about the reading, already worded. */
  readonly warnings: readonly EvidenceLine[];
}

export interface ReportLine extends ArticleName {
  /** Length of its text in words; null where no text is held. */
  readonly words: number | null;
}

/** A passage with the other reports that print the same sentence. */
export interface CitedSentence extends Passage {
  readonly alsoIn: readonly ArticleName[];
}

export interface MeetingView {
  readonly page: 'meeting';
  readonly frame: PageFrame;
  readonly meeting: MeetingBrief;
  readonly place: string | null;
  readonly participants: readonly (PersonView & { readonly role: Role })[];
  readonly reports: readonly ReportLine[];
  readonly reportPages: PageOf;
  readonly documents: readonly {
    readonly document: DocumentName;
    readonly passages: readonly [CitedSentence, ...CitedSentence[]];
  }[];
  readonly documentPages: PageOf;
  /** Mentions there that nothing settles; `moreUnsettled` is how many more there are. */
  readonly unsettled: readonly Passage[];
  readonly moreUnsettled: number;
  /** The meetings of the same body just before and after. */
  readonly previous: MeetingBrief | null;
  readonly next: MeetingBrief | null;
  /** Documents cited here and at the next meeting too; `total` counts all of them. */
  readonly takenUp: { readonly documents: readonly DocumentName[]; readonly total: number };
}

export interface MeetingsView {
  readonly page: 'meetings';
  readonly frame: PageFrame;
  readonly from: string | null;
  readonly to: string | null;
  readonly chair: string | null;
  /** Code or words (`q`), as typed. */
  readonly query: string | null;
  /** Only meetings that cite this document (`cites`). */
  readonly cites: DocumentName | null;
  readonly kind: Filter<'kind'>;
  readonly items: readonly MeetingBrief[];
  readonly pages: PageOf;
  /** The month that a calendar would open at: `2023-03`. */
  readonly calendarMonth: string;
  /** Shown instead of `items` where the address asks for a month. */
  readonly calendar: CalendarView | null;
}

export interface ErrorView {
  readonly page: 'error';
  readonly frame: PageFrame;
  readonly status: number;
  readonly kind: 'not_found' | 'bad_request' | 'too_many' | 'unavailable' | 'broken';
  /** One sentence more, already worded; null where there is none. */
  readonly detail: string | null;
  /** What the reader had typed, kept in the box. */
  readonly query: string;
  /** Names the event in the logs. */
  readonly reference: string | null;
}

export type PageView =
  | HomeView
  | ResultsView
  | DocumentView
  | CoverageView
  | ArticleView
  | MeetingView
  | MeetingsView
  | NetworkView
  | StoredCopyView
  | VersionsView
  | ErrorView
  | SourcesView
  | SourceView
  | DraftView
  | DocumentsView;

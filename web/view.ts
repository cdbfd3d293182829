/**
 * What a page is told: plain values that server/ fills and the pages turn into HTML.
 *
 * Nothing of ours is imported here, so the unions repeat the words of core/; a kind that core gains and this file
 * lacks does not compile in server/. Addresses are same-site paths without `lang`, which the pages add themselves.
 * Dates are ISO strings (`2023-03-21`, `2022-09`, `2022`, instants with zone), worded by dates.ts. Null is unknown.
 * Longer than 300 lines because it is the one contract between server and web, which is read and changed as a whole.
 */

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
  /** Where style.css is served, with its version: `/style.css?v=3fa9c1`. */
  readonly stylesheet: string;
  /** `samples`: the archive shows the bundled samples; `reindexing`: the search index is behind; `standIn`: the chosen one cannot answer. */
  readonly notices: readonly ('samples' | 'reindexing' | 'standIn')[];
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
  readonly lastRun: {
    readonly finishedAt: string;
    readonly meetings: number;
    readonly mentions: number;
    readonly documents: number;
  } | null;
  readonly newest: readonly MeetingBrief[];
  /** `days`: over how many days it was counted; null: over all. */
  readonly mostCited: { readonly days: number | null; readonly documents: readonly DocumentBrief[] };
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
}

/** How a citation stands in the text of its article. */
export interface CitationMark {
  readonly ordinal: number;
  /** Index of its entry in `ArticleView.citations`. */
  readonly entry: number;
  /** The document's page; null where nothing settles which document it is. */
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
  readonly status: Status;
  readonly conflict: boolean;
  readonly printed: string | null;
  readonly purpose: Purpose;
  /** At how many meetings the document is cited in all; null where unknown. */
  readonly meetings: number | null;
  readonly candidates: readonly CandidateLine[];
  readonly evidence: readonly EvidenceLine[];
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
  /** Address of the kept bytes, null where they are not shown. */
  readonly snapshot: string | null;
  readonly versions: number;
  readonly paragraphs: readonly (readonly Segment[])[];
  readonly citations: readonly ArticleCitation[];
  readonly meeting: MeetingBrief | null;
  readonly place: string | null;
  readonly otherReports: readonly ArticleName[];
  readonly attachments: readonly {
    readonly url: string;
    readonly title: string | null;
    readonly type: string | null;
  }[];
  /** Doubts about the reading, already worded. */
  readonly warnings: readonly EvidenceLine[];
}

export interface ReportLine extends ArticleName {
  /** Length of its text in words; null where no text is held. */
  readonly words: number | null;
}

export interface MeetingView {
  readonly page: 'meeting';
  readonly frame: PageFrame;
  readonly meeting: MeetingBrief;
  readonly place: string | null;
  readonly participants: readonly (PersonView & { readonly role: Role })[];
  readonly reports: readonly ReportLine[];
  readonly documents: readonly {
    readonly document: DocumentName;
    readonly passages: readonly [Passage, ...Passage[]];
  }[];
  /** Mentions there that nothing settles. */
  readonly unsettled: readonly Passage[];
  /** The meetings of the same body just before and after. */
  readonly previous: MeetingBrief | null;
  readonly next: MeetingBrief | null;
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

export type PageView = HomeView | ResultsView | DocumentView | ArticleView | MeetingView | MeetingsView | ErrorView;

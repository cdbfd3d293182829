/**
 * The tables of the nightly crawl, as Kysely sees them: what is known of addresses, hosts and runs.
 *
 * They hold what a run must not ask the network for twice. Losing them costs requests, never evidence.
 */
import type { ArticleId, SnapshotHash } from './records.ts';

export interface CrawlSchema {
  readonly visits: VisitTable;
  readonly listings: ListingTable;
  readonly rounds: RoundTable;
  readonly runs: RunTable;
  readonly run_sources: RunSourceTable;
  readonly origins: OriginTable;
  readonly attachments: AttachmentTable;
  readonly copies: { readonly article: ArticleId; readonly of_article: ArticleId; readonly similarity: number };
  /** What texts are compared by; the source is empty where none is known. */
  readonly source_bands: { readonly band: string; readonly source: string; readonly article: ArticleId };
}

/** One address that a source named, and what came of asking for it. */
export interface VisitTable {
  readonly url: string;
  readonly source: string;
  /** `article`, or `file` for an attachment. */
  readonly kind: string;
  /** Shared by all addresses of one article (address.ts of the crawl makes it). */
  readonly identity: string;
  readonly found_at: string;
  /** The feed, sitemap, list or article that named it first. */
  readonly found_on: string;
  readonly published_hint: string | null;
  readonly state: string;
  /** The article it leads to, or that it hangs on. */
  readonly article: ArticleId | null;
  /** 1 while it is to be asked in the open round of its source. */
  readonly is_due: number;
  readonly due_order: number;
  /** 1 when its bytes are kept and still to be read. */
  readonly is_unread: number;
  readonly asked_at: string | null;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly sha256: SnapshotHash | null;
  /** Runs in a row in which it was not there. */
  readonly misses: number;
  /** Runs in a row in which it could not be had or read. */
  readonly failures: number;
  readonly reason: string | null;
  /** Why it was put off for a second look in the open round (second-looks.ts); null for what was not. */
  readonly second_look: string | null;
}

/** A feed, sitemap or list page as it was last had: a 304 is answered from it. */
export interface ListingTable {
  readonly url: string;
  readonly source: string;
  readonly asked_at: string;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly content_type: string | null;
  readonly sha256: SnapshotHash;
}

/** A source's walk through its lists and what it found to do; open until all of it is done, over several runs if need be. */
export interface RoundTable {
  readonly source: string;
  readonly opened_at: string;
  readonly is_open: number;
  /** The feeds, sitemaps and list pages that are done. */
  readonly walked_json: string;
}

export interface RunTable {
  readonly id: string;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly status: string;
  /** Who runs it: process, machine, last sign of life. */
  readonly owner_json: string;
  readonly report_json: string;
}

/** What one run made of one source, as numbers that later runs compare themselves with. */
export interface RunSourceTable {
  readonly run: string;
  readonly source: string;
  readonly finished_at: string;
  readonly yield_json: string;
}

export interface OriginTable {
  /** Scheme, host and port, such as `https://portal.example.vn`. */
  readonly origin: string;
  readonly robots_json: string | null;
  /** What the host answers to an address that cannot exist. */
  readonly wrong_page_json: string | null;
}

/** A file that an article offers, as it was read last. */
export interface AttachmentTable {
  readonly url: string;
  readonly article: ArticleId;
  readonly sha256: SnapshotHash | null;
  readonly status: string;
  readonly reason: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly read_at: string;
  /** What its head says where it is a document itself; null where it is none. */
  readonly legal_json: string | null;
}

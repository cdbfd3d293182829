/**
 * What a page or file is read as, before anything is stored: the shape behind `sohieu article --json`.
 *
 * Unknown is null. A reading that failed is a value, not an exception: the run goes on and the item says why.
 */
import type { HeldFacts } from '../../core/documents/holding.ts';

export const readStatuses = ['ok', 'text_unavailable', 'needs_ocr', 'encrypted', 'failed', 'too_big'] as const;
export type ReadStatus = (typeof readStatuses)[number];

export interface Attachment {
  readonly url: string;
  readonly title: string | null;
  /** File ending in lower case: pdf, docx …; null when the address tells none. */
  readonly type: string | null;
}

/** A doubt about a reading: a stable code and the evidence in words. */
export interface ReadWarning {
  readonly code: string;
  readonly detail: string;
}

export interface ReadArticle {
  readonly status: ReadStatus;
  /** Why it is not `ok`, in one sentence. */
  readonly error: string | null;
  /**
   * The encoding the text was in, in lower case: utf-8, windows-1258 …; tcvn3, vni or double-utf-8 where its letters were.
   * respelled.ts has more.
   */
  readonly encoding: string | null;
  readonly url: string;
  readonly canonicalUrl: string | null;
  readonly title: string | null;
  readonly lead: string | null;
  /** Whole article as plain text in NFC, a blank line between paragraphs: the lead once, no title, captions or furniture. */
  readonly text: string;
  readonly author: string | null;
  /** `YYYY-MM-DDTHH:MM:SS+07:00`, or only the day where only the day is known. */
  readonly published: string | null;
  readonly updated: string | null;
  readonly language: string | null;
  readonly section: string | null;
  readonly attachments: readonly Attachment[];
  readonly warnings: readonly ReadWarning[];
  /** Of an official document or a page about one; left out or null for any other article. */
  readonly legal?: HeldFacts | null;
}

/** What could not be read: its address, its status and the reason in one sentence. */
export function unreadArticle(
  status: Exclude<ReadStatus, 'ok'>,
  error: string,
  url: string,
  encoding: string | null,
): ReadArticle {
  return {
    status,
    error,
    encoding,
    url,
    canonicalUrl: null,
    title: null,
    lead: null,
    text: '',
    author: null,
    published: null,
    updated: null,
    language: null,
    section: null,
    attachments: [],
    warnings: [],
  };
}

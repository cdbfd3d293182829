/** What the list of documents is told. */
import type { DocumentName, Filter, PageFrame, PageOf } from '../view-terms.ts';

export interface DocumentsView {
  readonly page: 'documents';
  readonly frame: PageFrame;
  readonly filters: readonly Filter<'state' | 'type' | 'level'>[];
  readonly items: readonly ListedDocument[];
  readonly pages: PageOf;
}

export interface ListedDocument extends DocumentName {
  /** As printed or held, never inferred. */
  readonly date: string | null;
  readonly state: 'held' | 'cited_only';
  /** Articles. */
  readonly citedBy: number;
}

/**
 * The citations of a text that somebody sent, with what the text and its source settle of their documents.
 *
 * Pure, so that it runs in the process for short texts and in a worker for long ones (extraction.ts).
 */
import type { Citation } from '../core/citations/citation.ts';
import type { DocumentId, Place } from '../core/documents/document.ts';
import { mintDocumentId } from '../core/documents/identity.ts';
import { readMentions } from '../core/documents/read-mentions.ts';
import type { Settlement } from '../core/documents/settlement.ts';

export interface TextToExtract {
  readonly text: string;
  /** Place of the source the text is said to come from. */
  readonly place: Place | null;
  /** Places of all sources, which tell where districts of no table lie. */
  readonly sourcePlaces?: readonly Place[] | undefined;
  /** Day on which it was published, `YYYY-MM-DD`. */
  readonly published: string | null;
}

export interface ExtractedText {
  readonly citations: readonly Citation[];
  /** The document that each means, whether or not the archive knows it; null where the text does not settle it. */
  readonly documents: readonly (DocumentId | null)[];
  /** What the text tells of each document by itself, for linking it to what the archive knows. */
  readonly settlements: readonly Settlement[];
}

export function extractText({ text, place, published, sourcePlaces = [] }: TextToExtract): ExtractedText {
  const mentions = readMentions(text, { text, place, sourcePlaces, date: published, host: null });
  return {
    settlements: mentions.map(({ settlement }) => settlement),
    citations: mentions.map(({ citation }) => citation),
    documents: mentions.map(({ settlement }) =>
      settlement.kind === 'settled' ? mintDocumentId(settlement.identity) : null,
    ),
  };
}

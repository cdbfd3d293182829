/** The page that checks drafts: the form, and what was found in a draft that was sent. */

import { z } from 'zod';
import type { CheckedCitation } from '../../core/archive/check-text.ts';
import { getDocuments } from '../../core/archive/documents.ts';
import type { ArchiveDb } from '../../core/archive/schema.ts';
import { annotateText } from '../../core/citations/annotate.ts';
import { type ReasonCode, wordReason } from '../../core/documents/check-reasons.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import type { PageFrame } from '../../web/view-terms.ts';
import type { DraftEntry, DraftResult, DraftView } from '../../web/views/draft.ts';
import { writeReplacement } from '../corrected-draft.ts';
import type { ServerParts } from '../parts.ts';
import type { Lang } from '../wording.ts';
import { nameDocument } from './briefs.ts';
import { definePage } from './page.ts';

export const draftPage = definePage({
  path: '/kiem-tra',
  summary: 'Checks a draft: the form into which a text is pasted or a file put.',
  query: z.object({}),
  view: async (parts, { frame }) => viewForm(parts, frame),
});

/** What was sent with the form. */
export interface SentDraft {
  readonly source: string | null;
  readonly day: string | null;
  readonly typed: string;
}

/** The form as it was sent, with what is wrong with it or nothing. */
export function viewForm(
  { sources }: Pick<ServerParts, 'sources'>,
  frame: PageFrame,
  sent: SentDraft = { source: null, day: null, typed: '' },
  problem: string | null = null,
): DraftView {
  const choices = sources.flatMap(({ id, name, place }) =>
    place === null ? [] : [{ value: id, label: name, count: null }],
  );
  return { page: 'draft', frame, sources: choices, ...sent, problem, result: null };
}

/** Ticked from the beginning: what is surely wrong, and spelling. Filling in what a first mention lacks is the writer's choice. */
const CHOSEN: ReadonlySet<ReasonCode> = new Set([
  'issuer-conflict',
  'date-conflict',
  'organ-conflict',
  'type-conflict',
  'spelling',
]);

/** What was found, for the page. Back-references are left out: they lean on the mention before them. */
export async function viewResult(
  db: ArchiveDb,
  { text, fileName }: Pick<DraftResult, 'text' | 'fileName'>,
  checked: readonly CheckedCitation[],
  lang: Lang,
): Promise<DraftResult> {
  const judged = checked.filter(({ citation }) => citation.kind !== 'backref');
  const documents = await getDocuments(
    db,
    judged.flatMap(({ target }) => target.document ?? []),
  );
  const paragraphs = annotateText(
    text,
    judged.map(({ citation }) => citation),
  );
  return {
    fileName,
    text,
    paragraphs: paragraphs.map((segments) =>
      segments.map((segment) =>
        segment.citation === null ? { text: segment.text } : { text: segment.text, entry: segment.citation },
      ),
    ),
    entries: judged.map((one) => {
      const document = one.target.document === null ? undefined : documents.get(one.target.document);
      return toEntry(text, one, document ?? null, lang);
    }),
  };
}

function toEntry(
  text: string,
  { citation, verdict, reasons, suggestion, replaces }: CheckedCitation,
  document: OfficialDocument | null,
  lang: Lang,
): DraftEntry {
  const printed = replaces === null ? '' : text.slice(replaces.start, replaces.end);
  return {
    verdict,
    surface: citation.surface,
    document: document === null ? null : nameDocument(document, lang),
    reasons: reasons.map((one) => wordReason(one, lang)),
    suggestion:
      suggestion === null || replaces === null
        ? null
        : {
            printed,
            text: suggestion,
            value: writeReplacement([replaces.start, printed, suggestion]),
            isChosen: reasons.some(({ code }) => CHOSEN.has(code)),
          },
  };
}

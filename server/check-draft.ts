/**
 * Cite-checks a text that somebody sent, for the API and for the page: the same limits, the same answer. Nothing of it is
 * kept or logged.
 */
import { type CheckedCitation, checkDraft } from '../core/archive/check-text.ts';
import { dayInVietnam } from '../core/meetings/calendar.ts';
import { allBusy, createExtraction, tooSlow } from './extraction.ts';
import type { ServerParts } from './parts.ts';
import { answer, problem, type Reply, refuse, tooLarge } from './problem.ts';

/** A draft may have so many bytes in UTF-8. */
export const mostDraftBytes = 2 * 1024 * 1024;
/** Each citation asks the archive for its document; a report has a few dozen, a law's preamble some hundreds. */
const mostCitations = 2000;

export interface DraftToCheck {
  readonly text: string;
  /** Id of a source, for telling what Thành ủy means in it. */
  readonly source: string | null;
  /** Day of the draft; null for today. */
  readonly day: string | null;
}

/** One count of busy workers for the process, whichever address was asked. */
const extract = createExtraction();

/** Judges every citation of a draft, in the order of the text. */
export async function checkDraftText(
  { archive, clock, sourceName, placeOf }: Pick<ServerParts, 'archive' | 'clock' | 'sourceName' | 'placeOf'>,
  { text, source, day: given }: DraftToCheck,
): Promise<Reply<readonly CheckedCitation[]>> {
  if (Buffer.byteLength(text) > mostDraftBytes) return tooLarge;
  if (source !== null && sourceName(source) === null) return noSuchSource;
  const day = given ?? dayInVietnam(clock());
  const place = placeOf?.(source) ?? null;
  const done = await extract({ text, place, sourcePlaces: placeOf?.places, published: day });
  if (done.kind !== 'extracted') return done.kind === 'busy' ? allBusy : tooSlow;
  if (done.value.citations.length > mostCitations) return tooMany;
  return answer(await checkDraft(archive.db, { text, day }, done.value));
}

const noSuchSource = refuse([
  {
    parameter: 'source',
    detail: { vi: 'phải là mã của một nguồn mà kho biết', en: 'must be the id of a source that the archive knows' },
  },
]);
const tooMany = problem('too-large', {
  vi: `Văn bản có hơn ${mostCitations} lượt nhắc số hiệu; hãy chia thành nhiều phần.`,
  en: `The text cites more than ${mostCitations} codes; send it in parts.`,
});

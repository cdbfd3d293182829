/** What `check --json` prints and `POST /api/v1/check` answers of each citation. */
import type { CheckedCitation } from '../core/archive/check-text.ts';
import { wordReason } from '../core/documents/check-reasons.ts';
import { shapeExtracted } from './api/shapes.ts';
import type { Lang } from './wording.ts';

/** `replaces` is there only where a suggestion takes in more than the citation: then it ends behind date and issuer. */
export function shapeChecked(checked: readonly CheckedCitation[], lang: Lang) {
  const citations = shapeExtracted(
    checked.map(({ citation }) => citation),
    checked.map(({ target }) => target.document),
  );
  return checked.flatMap(({ verdict, reasons, suggestion, replaces }, index) => {
    const citation = citations[index];
    if (citation === undefined) return [];
    const isLarger = replaces !== null && (replaces.start !== citation.start || replaces.end !== citation.end);
    return [
      {
        ...citation,
        verdict,
        reasons: reasons.map((one) => ({ code: one.code, text: wordReason(one, lang) })),
        suggestion,
        ...(isLarger && { replaces: { start: replaces.start, end: replaces.end } }),
      },
    ];
  });
}

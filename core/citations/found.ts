/** What the finder hands to the describer: a span with its printed parts, before dates, issuers and documents are read. */
import type { CitationKind } from './citation.ts';
import type { PrintedCode } from './code-parts.ts';
import type { ShortVerdict } from './short-form.ts';
import type { TypeWord } from './type-word.ts';

export interface FoundCitation {
  /** Folded offsets of the surface. */
  readonly start: number;
  readonly end: number;
  /** Folded offset behind which dates, issuers and subjects are looked for. */
  readonly after: number;
  readonly kind: CitationKind;
  readonly lead: TypeWord | null;
  readonly code: PrintedCode | null;
  readonly number: string;
  readonly year: number | null;
  /** Type symbol: the printed one, else that of the word, else what the list shares. */
  readonly type: string | null;
  /** `supported` waits for the whole code elsewhere in the text. */
  readonly verdict: ShortVerdict;
  readonly flags: readonly string[];
  /** Members of one list with a shared suffix bear one group, and share date and issuer. */
  readonly group: number | null;
  /** A later member of a list: it hangs on the citation before it. */
  readonly isMember: boolean;
}

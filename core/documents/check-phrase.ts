/**
 * Where the date, issuer and term of a citation stand behind its code in the draft, so that a correction can take in
 * exactly what it replaces.
 *
 * A citation tells what is printed, not where; the pieces are read again with the same readers of core/citations, in a
 * short window. What stands before the code or apart from it is not found here, and is then left as it is.
 */
import type { Citation } from '../citations/citation.ts';
import { readDocumentDate } from '../citations/document-date.ts';
import { type FoldedText, foldText } from '../citations/fold.ts';
import { readIssuerAfter } from '../citations/issuer-after.ts';
import { readTerm } from '../citations/term.ts';

export interface PhrasePiece {
  readonly kind: 'date' | 'issuer' | 'term';
  /** Offsets in the draft; the words that join it to what stands before ("ngày", "của", a comma) are part of it. */
  readonly start: number;
  readonly end: number;
  /** Of a date that no calendar has: its day as printed, `31/02/2022`. */
  readonly noSuchDay?: string;
}

/** Longest date, issuer and term that are looked at together. */
const WINDOW = 400;

/** The pieces right behind a citation, in order and without gaps. `limit`: where the next citation begins. */
export function readPhrase(text: string, { end, flags }: Citation, limit: number): readonly PhrasePiece[] {
  // Offsets of an old encoding are not those of its letters.
  if (flags.includes('legacy-encoding')) return [];
  const folded = foldText(text.slice(end, Math.min(limit, end + WINDOW)));
  const pieces: PhrasePiece[] = [];
  let at = 0;
  for (let from = -1; from !== at; ) {
    from = at;
    const open = (kind: PhrasePiece['kind']): boolean => pieces.every((piece) => piece.kind !== kind);
    const read =
      (open('term') ? pieceOf('term', readTerm(folded, at)) : null) ??
      (open('date') ? readDate(folded, at) : null) ??
      (open('issuer') ? pieceOf('issuer', readIssuerAfter(folded, at)) : null);
    if (read === null || read.end <= at) break;
    const start = end + (at === 0 ? 0 : folded.endOf(at));
    pieces.push({ ...read, start, end: end + folded.endOf(read.end) });
    at = read.end;
  }
  return pieces;
}

type ReadPiece = Pick<PhrasePiece, 'kind' | 'end' | 'noSuchDay'>;

function readDate(folded: FoldedText, at: number): ReadPiece | null {
  const read = readDocumentDate(folded, at);
  if (read === null) return null;
  const { date, printed, end } = read;
  return { kind: 'date', end, ...(date === null && { noSuchDay: printed }) };
}

function pieceOf(kind: PhrasePiece['kind'], read: { readonly end: number } | null): ReadPiece | null {
  return read === null ? null : { kind, end: read.end };
}

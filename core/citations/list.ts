/**
 * Reads lists of documents that share what is printed once: a type word in front (`các Nghị định số 30/2020/NĐ-CP,
 * 61/2018/NĐ-CP`), a suffix behind (`các Nghị quyết số 42, 43, 44-NQ/TW`), or both.
 *
 * A type word distributes to the right until another one, a symbol to the left over bare numbers of the same list.
 */
import { isSameType } from './document-types.ts';
import type { FoldedText } from './fold.ts';
import type { FoundCitation } from './found.ts';
import { type PrintedCode, readPrintedCode, withNumber } from './printed-code.ts';
import { isLetterType, type TypeWord } from './type-word.ts';

/** How a number hangs on the citation before it. */
export interface ListJoint {
  readonly previous: FoundCitation;
  /** Where the member's surface begins: at "số", else at its number. */
  readonly start: number;
  readonly hasNumberWord: boolean;
}

const JOINT = /^[ \n]?(?:[,;&][ \n]?(?:(?:va|den|hoac|voi)[ \n])?|(?:va|den|hoac|hay|voi)[ \n])(?:so[ \n]?:?[ \n]?)?$/;
/** A member's own date or issuer, which may stand before the next number. */
const OWN_DATE =
  /^[ \n]?[>)»"]?[ \n]?,?[ \n]?\(?(?:ngay[ \n])?\d{1,2}(?:[ \n]thang[ \n]|[/.-])\d{1,2}(?:[ \n]nam[ \n]|[/.-])\d{2,4}\)?/;
const OWN_ISSUER = /^[ \n]cua[ \n][a-z \n]{3,60}(?=[,;])/;
const STEP = /(?:[ \n]?[,;&][ \n]?(?:va[ \n])?|[ \n](?:va|den|hoac)[ \n])(?:so[ \n]?)?(?=\d)/y;
const BARE_NUMBER = /\d{1,5}[a-e]?(?![\d/.])/y;
const MAX_MEMBERS = 24;
const MAX_GAP = 130;

/** The joint between `previous` and the number at `at`, or null where the text between them is no list. */
export function readListJoint(
  folded: FoldedText,
  previous: FoundCitation,
  lead: TypeWord | null,
  at: number,
): ListJoint | null {
  if (lead !== null && lead.type !== null) return null;
  if (at - previous.end > MAX_GAP) return null;
  const between = folded.text.slice(previous.end, at).replace(OWN_DATE, '').replace(OWN_ISSUER, '');
  if (!JOINT.test(between)) return null;
  return { previous, start: lead?.start ?? at, hasNumberWord: lead?.hasNumberWord ?? false };
}

export interface SharedNumber {
  readonly start: number;
  readonly end: number;
  readonly code: PrintedCode;
}

/**
 * The bare numbers from `at` on that wait for the suffix of a later member, with their codes; empty where none do.
 * `type` is what stands before the list; without one (`số 20, 21-KH/TU`, `154 & 201/KH-ĐHHV`) the suffix must be sure.
 */
export function readSharedNumbers(folded: FoldedText, at: number, type: string | null): readonly SharedNumber[] {
  const waiting: { start: number; end: number; number: string }[] = [];
  let next = at;
  while (waiting.length < MAX_MEMBERS) {
    const code = readPrintedCode(folded, next);
    if (code !== null && code.shape !== 'old') {
      if (waiting.length === 0 || !canShareSuffix(type, code)) return [];
      return waiting.map(({ start, end, number }) => ({ start, end, code: withNumber(code, number, start, end) }));
    }
    BARE_NUMBER.lastIndex = next;
    const number = BARE_NUMBER.exec(folded.text)?.[0];
    if (number === undefined) return [];
    waiting.push({ start: next, end: next + number.length, number });
    STEP.lastIndex = next + number.length;
    if (STEP.exec(folded.text) === null) return [];
    next = STEP.lastIndex;
  }
  return [];
}

/** True where an ampersand or comma-less joint shows that the bare number at `at` begins a list of its own. */
export function beginsPair(folded: FoldedText, at: number): boolean {
  PAIR.lastIndex = at;
  return PAIR.test(folded.text);
}

const PAIR = /\d{1,5}[ \n]?&[ \n]?\d/y;

function canShareSuffix(type: string | null, code: PrintedCode): boolean {
  if (code.year !== null || code.shape === 'assembly') return false;
  if (type === null) return code.shape === 'typed' && code.isKnownIssuer;
  if (code.shape === 'letter') return isLetterType(type);
  return isSameType(code.type, type);
}

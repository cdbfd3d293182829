/**
 * Reads lists of documents that share what is printed once: a type word in front (`các Nghị định số 30/2020/NĐ-CP,
 * 61/2018/NĐ-CP`), a suffix behind (`các Nghị quyết số 42, 43, 44-NQ/TW`), or both.
 *
 * A type word distributes to the right until another one, a symbol to the left over bare numbers of the same list.
 */

import type { PrintedCode } from './code-parts.ts';
import { isSameType } from './document-types.ts';
import type { FoldedText } from './fold.ts';
import type { FoundCitation } from './found.ts';
import { isDigit, isGap, startOfLetters } from './letters.ts';
import { readPrintedCode, withNumber } from './printed-code.ts';
import { isLetterType, type TypeWord } from './type-word.ts';

/** How a number hangs on the citation before it. */
export interface ListJoint {
  readonly previous: FoundCitation;
  /** Where the member's surface begins: at "số", else at its number. */
  readonly start: number;
  readonly hasNumberWord: boolean;
}

const JOINT =
  /^[ \n]?(?:[,;&][ \n]?(?:(?:va|den|hoac|voi)[ \n])?|(?:va|den|toi|hoac|hay|voi)[ \n])(?:so[ \n]?:?[ \n]?)?$/;
/** A member's own date or issuer, which may stand before the next number. */
const OWN_DATE =
  /^[ \n]?[>)»"]?[ \n]?,?[ \n]?\(?(?:ngay[ \n])?\d{1,2}(?:[ \n]thang[ \n]|[/.-])\d{1,2}(?:[ \n]nam[ \n]|[/.-])\d{2,4}\)?/;
const OWN_ISSUER = /^[ \n]cua[ \n][a-z \n]{3,60}(?=[,;])/;
const STEP = /(?:[ \n]?[,;&][ \n]?(?:va[ \n])?|[ \n](?:va|den|toi|hoac|-)[ \n])(?:so[ \n]?)?(?=\d)/y;
/** The joint of a range, whose upper end bears the year of both. */
const RANGE_STEP = /[ \n](?:den|toi|-)[ \n]/;
const BARE_NUMBER = /(\d{1,5}[a-e]?)(?:\/((?:19|20)\d\d))?(?![\d/.])/y;
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
  if (at - previous.end > MAX_GAP || !endsLikeJoint(folded.text, at)) return null;
  const between = folded.text.slice(previous.end, at);
  if (!JOINT.test(between) && !JOINT.test(between.replace(OWN_DATE, '').replace(OWN_ISSUER, ''))) return null;
  return { previous, start: lead?.start ?? at, hasNumberWord: lead?.hasNumberWord ?? false };
}

/** A comma, semicolon, ampersand or colon, or one of the joining words, stands before the number. */
function endsLikeJoint(text: string, at: number): boolean {
  const end = isGap(text.charCodeAt(at - 1)) ? at - 1 : at;
  const start = startOfLetters(text, end, 5);
  return start === end ? ',;&:'.includes(text[end - 1] ?? ' ') : JOINING.has(text.slice(start, end));
}

const JOINING: ReadonlySet<string> = new Set(['va', 'den', 'toi', 'hoac', 'hay', 'voi', 'so']);

/**
 * Whether the word of a list is a plural, also where it stands too far before "số" to be read as the number's word:
 * `các nghị quyết chính sách đặc thù số 31, 32 và 33/2024/NQ-HĐND`.
 */
export function speaksOfSeveral(text: string, lead: TypeWord | null, joint: ListJoint | null): boolean {
  if (lead?.type != null) return lead.isPlural;
  if (joint?.previous.lead?.isPlural === true) return true;
  return lead !== null && PLURAL_BEFORE.test(text.slice(Math.max(0, lead.start - PLURAL_BACK), lead.start));
}

const PLURAL_BACK = 64;
const PLURAL_BEFORE =
  /(?:^|[^a-z])(?:cac|nhung)[ \n](?:nghi[ \n](?:quyet|dinh)|quyet[ \n]dinh|thong[ \n]tu|chi[ \n]thi|ke[ \n]hoach|to[ \n]trinh)(?:[ \n][a-z]{1,10}){1,7}[ \n]$/;

export interface SharedNumber {
  readonly start: number;
  readonly end: number;
  readonly code: PrintedCode;
}

/** What stands before a list; without a type (`số 20, 21-KH/TU`, `154 & 201/KH-ĐHHV`) the suffix must be sure. */
export interface ListHead {
  readonly type: string | null;
  readonly isPlural: boolean;
}

interface WaitingNumber {
  readonly start: number;
  readonly end: number;
  readonly number: string;
  readonly year: number | null;
}

/** The bare numbers from `at` on that wait for the suffix of a later member, with their codes; empty where none do. */
export function readSharedNumbers(folded: FoldedText, at: number, list: ListHead): readonly SharedNumber[] {
  const waiting: WaitingNumber[] = [];
  let next = at;
  let isRange = false;
  while (waiting.length < MAX_MEMBERS) {
    const code = readPrintedCode(folded, next);
    if (code !== null && code.shape !== 'old') {
      if (waiting.length === 0 || !canShareSuffix({ ...list, isRange }, code, waiting)) return [];
      return waiting.map(({ start, end, number, year }) => ({
        start,
        end,
        code: withNumber(code, { number, year: year ?? code.year }, start, end),
      }));
    }
    BARE_NUMBER.lastIndex = next;
    const match = BARE_NUMBER.exec(folded.text);
    if (match?.[1] === undefined) return [];
    const end = next + match[0].length;
    waiting.push({ start: next, end, number: match[1], year: match[2] === undefined ? null : Number(match[2]) });
    STEP.lastIndex = end;
    const step = STEP.exec(folded.text);
    if (step === null) return [];
    isRange = waiting.length === 1 && RANGE_STEP.test(step[0]);
    next = STEP.lastIndex;
  }
  return [];
}

/** True where an ampersand, or "từ … đến" around it, shows that the bare number at `at` begins a list of its own. */
export function beginsPair(folded: FoldedText, at: number): boolean {
  const text = folded.text;
  let behind = at;
  while (isDigit(text.charCodeAt(behind))) behind += 1;
  const isBeforeAmpersand = text[behind] === '&' || text[behind + 1] === '&';
  if (!isBeforeAmpersand && (text[at - 2] !== 'u' || text[at - 3] !== 't')) return false;
  PAIR.lastIndex = at;
  return PAIR.test(text);
}

const PAIR = /\d{1,5}[ \n]?&[ \n]?\d|(?<=(?:^|[^a-z])tu[ \n])\d{1,5}[a-e]?[ \n](?:den|toi)[ \n](?:so[ \n])?\d/y;

function canShareSuffix(
  { type, isPlural, isRange }: ListHead & { readonly isRange: boolean },
  code: PrintedCode,
  waiting: readonly WaitingNumber[],
): boolean {
  if (code.shape === 'assembly') return false;
  // A suffix with its year is shared where the text says that it speaks of several; each number may bear its own.
  const ownYears = waiting.filter(({ year }) => year !== null).length;
  if (code.year === null ? ownYears > 0 : !isPlural && !isRange && ownYears < waiting.length) return false;
  if (type === null) return code.shape === 'typed' && code.isKnownIssuer;
  if (code.shape === 'letter') return isLetterType(type);
  return isSameType(code.type, type);
}

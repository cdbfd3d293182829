/**
 * Decides whether a printed code is a citation: by its shape, the word before it, and the list it stands in.
 *
 * A code of two known symbols may stand alone; a letter (`910/UBND-DL1`) or an old act (`101/CP`) needs its type word.
 * What stands behind the words for forms, contracts, licences, charges, plates and addresses is refused.
 */
import { findType, isSameType } from './document-types.ts';
import { composeSlice, type FoldedText } from './fold.ts';
import type { FoundCitation } from './found.ts';
import type { ListJoint } from './list.ts';
import { type PrintedCode, withType } from './printed-code.ts';
import { isLetterType, isOldType, narrowTypeWord, readTypeWordApart, type TypeWord } from './type-word.ts';

/** Behind these words a number with letters is a form, contract, licence, charge, plate or address. */
const REFUSED_LEAD =
  /(?:^|[^\p{L}])(?:mẫu|biểu|hợp đồng|giấy phép|cáo trạng|gói thầu|bản vẽ|trích lục|tl|chốt|mã|tài khoản|điện thoại|hotline|biển số|biển kiểm soát|quyển|tổ|đoàn|thửa|lô|nhà|phòng|đường|quốc lộ|tỉnh lộ|km|tuyến|xe|sđt|đt|lệnh|hóa đơn|hoá đơn|vận đơn|tờ khai|bản án|phiếu)(?: [\p{L}]{1,12}){0,2}\s(?:số[\s:]{1,2})?$/u;
const REFUSED_WINDOW = 48;
/** The citation that `code` makes with the word before it and the list it stands in, or null where it is none. */
export function acceptCode(
  folded: FoldedText,
  code: PrintedCode,
  printedLead: TypeWord | null,
  joint: ListJoint | null,
): FoundCitation | null {
  const lead = printedLead === null ? null : fitTypeWord(folded, printedLead, code);
  const word = lead?.type?.symbol ?? null;
  if (word === null && isRefusedBefore(folded, code, lead?.start ?? code.start)) return null;
  const isGlued = lead === null && isGluedBefore(folded.text, code.start);
  const hasNumberWord = lead?.hasNumberWord === true && lead.isExact;
  switch (code.shape) {
    case 'typed':
      if (code.isGlued && !isSameType(word, code.type)) return null;
      if (word === null && joint === null && !isSureAlone(code, hasNumberWord, isGlued)) return null;
      break;
    case 'assembly':
      if (isGlued) return null;
      break;
    case 'letter':
      if (!isLetter(code, word, lead, joint)) return null;
      break;
    case 'old':
      if (word === null || !(isOldType(word) || isLetterType(word))) return null;
      // Series letters (22-C, 141-B) are those of the first decree-laws.
      if (code.issuerCode === null && code.type === null && word !== 'SL') return null;
      break;
    default:
      code.shape satisfies never;
  }
  const flags: string[] = [];
  if (lead === null) flags.push('bare-code');
  if (joint !== null) flags.push('shared-type');
  if (lead !== null && !lead.isExact) flags.push('damaged-word');
  const start = lead?.start ?? joint?.start ?? code.start;
  return codeCitation(code, { start, lead, sharedType: sharedTypeOf(joint), flags, isMember: joint !== null });
}

interface Placed {
  readonly start: number;
  readonly lead: TypeWord | null;
  /** What the head of the list was called, for codes that print no type. */
  readonly sharedType: string | null;
  readonly flags: readonly string[];
  readonly isMember?: boolean;
}

/** The citation of `code` with its surface from `start`. */
export function codeCitation(printed: PrintedCode, placed: Placed): FoundCitation {
  const { start, lead, sharedType, flags } = placed;
  const word = lead?.type?.symbol ?? null;
  const code = word === null ? printed : withTypeOfWord(printed, word);
  return {
    start,
    end: code.end,
    after: code.end,
    kind: 'code',
    lead,
    code,
    number: code.number,
    year: code.year,
    type: code.type ?? word ?? (code.shape === 'letter' ? 'CV' : sharedType),
    verdict: 'certain',
    flags: code.flags.length === 0 ? flags : [...code.flags, ...flags],
    group: null,
    isMember: placed.isMember ?? false,
  };
}

/** What the type word tells of an act that prints an issuer alone. */
function withTypeOfWord(code: PrintedCode, word: string): PrintedCode {
  if (code.shape !== 'old' || code.issuerCode === null) return code;
  if (code.issuerCode === word) return { ...code, type: word, issuerCode: null };
  // Codes have borne their year since 1997, and their type with it: `TT 02/2016 - BXD` lost it in print.
  return code.year === null ? code : withType(code, word, code.issuerCode);
}

function fitTypeWord(folded: FoldedText, lead: TypeWord, code: PrintedCode): TypeWord {
  if (code.shape !== 'typed' || code.type === null) return lead;
  if (lead.type === null) return lead.hasNumberWord ? readTypeWordApart(folded, lead, code.type) : lead;
  return narrowTypeWord(lead, code.type);
}

/** Two known symbols are a code by themselves; with "số" before it a known type and capitals will do. */
function isSureAlone(code: PrintedCode, hasNumberWord: boolean, isGlued: boolean): boolean {
  if (isGlued) return false;
  // Minutes, invitations and procedures (BB, GM, QT) are hardly cited by their code alone.
  const isWeak = code.type === null || findType(code.type)?.standing === 'plain';
  return isWeak ? code.isNational : code.isKnownIssuer || hasNumberWord;
}

function isLetter(code: PrintedCode, word: string | null, lead: TypeWord | null, joint: ListJoint | null): boolean {
  if (word !== null) return isLetterType(word) || isSameType(word, code.type);
  if (joint !== null && code.type === null) {
    return joint.previous.code?.shape === 'letter' || (joint.previous.type === 'CV' && code.isKnownIssuer);
  }
  return code.isKnownIssuer && lead !== null;
}

/** The type word of a list reaches the codes that print none; a bare code before them lends nothing. */
function sharedTypeOf(joint: ListJoint | null): string | null {
  if (joint === null) return null;
  const { lead, code, type } = joint.previous;
  return lead?.type != null || code === null || code.type === null ? type : null;
}

/** `hiện21-NQ/TU` and an address such as `www.…/21-NQ/TU` are glued to what stands before them. */
function isGluedBefore(text: string, start: number): boolean {
  const before = text[start - 1] ?? ' ';
  if (/[a-z-]/.test(before)) return true;
  return before === '/' && /[a-z0-9]/.test(text[start - 2] ?? ' ');
}

function isRefusedBefore(folded: FoldedText, code: PrintedCode, start: number): boolean {
  // `lao động hợp đồng 68/2000/NĐ-CP` names the contract by the decree that rules it.
  if (code.shape === 'typed' && code.isNational && code.year !== null) return false;
  const window = composeSlice(folded, Math.max(0, start - REFUSED_WINDOW), start).toLowerCase();
  return REFUSED_LEAD.test(window.slice(window.search(/[^\n\f]*$/)));
}

/**
 * Decides whether a printed code is a citation: by its shape, the word before it, and the list it stands in.
 *
 * A code of two known symbols may stand alone; a letter (`910/UBND-DL1`) or an old act (`101/CP`) needs its type word.
 * What stands behind the words for forms, contracts, licences, charges, plates and addresses is refused.
 */
import { isLetterhead, isTitledBehind, isWholeCell, isWideCell } from './code-layout.ts';
import type { PrintedCode } from './code-parts.ts';
import { findType, findTypeByWord, isSameType } from './document-types.ts';
import { composeSlice, type FoldedText, foldKey } from './fold.ts';
import type { FoundCitation } from './found.ts';
import { findIssuer } from './issuers.ts';
import type { ListJoint } from './list.ts';
import { matchAt } from './match-at.ts';
import { withType } from './printed-code.ts';
import { isLetterType, isOldType, narrowTypeWord, readTypeWordApart, type TypeWord } from './type-word.ts';

/** Behind these words a number with letters is a form, contract, licence, charge, plate or address. */
const REFUSED =
  'mẫu|biểu|hợp đồng|giấy phép|cáo trạng|gói thầu|bản vẽ|trích lục|tl|chốt|mã|tài khoản|điện thoại|hotline|biển số|biển kiểm soát|quyển|thửa|lô|xe|sđt|đt|lệnh|hóa đơn|hoá đơn|vận đơn|tờ khai|bản án|phiếu';
/** Behind these it is a place or vehicle, but for the next column of a table: `Đặt tên 17 tuyến đường   49/NQ-HĐND`. */
const PLACES = 'tổ|đoàn|nhà|phòng|đường|quốc lộ|tỉnh lộ|km|tuyến';
/** `QCVN 01-51 : 2011/TTBNNPTNT`: a standard's own number and year. */
const STANDARDS = 'tcvn|qcvn|tcxdvn|qcxdvn|tcxd|tcn|đlvn|iso';
/** What else may stand between such a word and the number. */
const BEHIND_WORD = '(?: [\\p{L}]{1,12}){0,2}\\s(?:số[\\s:]{1,2})?$';
/** Biểu is a form, not đại biểu. */
const NO_FORM = '(?<!(?:đại|phát|tiêu|dự|ưu) (?=biểu))';
const REFUSED_LEAD = new RegExp(`(?:^|[^\\p{L}])${NO_FORM}(?:${REFUSED})${BEHIND_WORD}`, 'u');
const PLACE_LEAD = new RegExp(`(?:^|[^\\p{L}])(?:${PLACES})${BEHIND_WORD}`, 'u');
const STANDARD_LEAD = new RegExp(`(?:^|[^\\p{L}])(?:${STANDARDS})[\\s\\d:./-]{1,16}$`, 'u');
/** `theo mẫu⏎số 01-2/TB-TĐT`: a line end parts the form from its number. */
const FORM_ABOVE = new RegExp(`(?:^|[^\\p{L}])${NO_FORM}(?:mẫu|biểu|phiếu|tờ khai)\\n(?:số[\\s:]{1,2})?$`, 'u');
const REFUSED_WINDOW = 48;
/** A cheap look before these patterns: one of their words, as folded, and no more behind it than they let stand there. */
const REFUSABLE = new RegExp(
  `(?:${foldWords(`${REFUSED}|${PLACES}`)})(?: [^ \\n\\f]{1,12}){0,2}[ \\n\\f](?:so[ \\n\\f:]{1,2})?$|(?:${foldWords(STANDARDS)})[^a-z]{1,16}$`,
);
/** Types that stand as qualifiers behind other types' words. */
const QUALIFYING_TYPE = /[ \n](ket[ \n]luan|huong[ \n]dan)[ \n](?:so[ \n:]{1,2})?$/;

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
  const isGlued = lead === null && isGluedBefore(folded.text, code.start) && !isBehindOwnType(folded, code);
  const hasNumberWord = lead?.hasNumberWord === true && lead.isExact;
  switch (code.shape) {
    case 'typed':
      if (code.isGlued && !isSameType(word, code.type) && !isSureGlued(code, word)) return null;
      if (word === null && joint === null && !isSureAlone(code, hasNumberWord, isGlued)) {
        if (isGlued || !(isTitledBehind(folded, code) || isWideCell(folded, code) || isLetterhead(folded, code)))
          return null;
      }
      break;
    case 'assembly':
      if (isGlued) return null;
      break;
    case 'letter':
      // `Mã hồ sơ KH8-2024/HĐ`: letters have borne no year, and this word is a part of the file's name.
      if (code.year !== null && lead?.isGlued === true) return null;
      if (!isLetter(code, word, lead, joint) && !isLabelled(folded, code, lead)) return null;
      break;
    case 'old':
      if (!isOld(code, word ?? oldTypeOf(joint))) return null;
      break;
    default:
      code.shape satisfies never;
  }
  const flags: string[] = [];
  if (lead === null) flags.push('bare-code');
  if (joint !== null) flags.push('shared-type');
  if (lead !== null && !lead.isExact) flags.push('damaged-word');
  const start = lead?.start ?? joint?.start ?? code.start;
  return codeCitation(code, { start, lead, sharedType: sharedTypeOf(code, joint), flags, isMember: joint !== null });
}

/** `VB số 1881/UBND-CN …, bản mới: 1902/UBND-CN`: one more letter of the office that the one before on its line came from. */
export function acceptAlike(
  { text }: FoldedText,
  code: PrintedCode,
  previous: FoundCitation | undefined,
): FoundCitation | null {
  if (code.shape !== 'letter' || previous?.code?.shape !== 'letter' || code.start - previous.end > ALIKE_WINDOW)
    return null;
  const isAlike =
    symbolsOf(code.canonical) === symbolsOf(previous.code.canonical) &&
    !/[\n\f]/.test(text.slice(previous.end, code.start));
  return isAlike ? codeCitation(code, { start: code.start, lead: null, sharedType: null, flags: ['bare-code'] }) : null;
}

const ALIKE_WINDOW = 120;

function symbolsOf(canonical: string): string {
  return canonical.slice(canonical.search(/[/-]/));
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
    type: code.type ?? word ?? sharedType ?? (code.shape === 'letter' ? 'CV' : null),
    verdict: 'certain',
    flags: code.flags.length === 0 ? flags : [...code.flags, ...flags],
    group: null,
    isMember: placed.isMember ?? false,
  };
}

/** What the type word tells of an act that prints an issuer alone. */
function withTypeOfWord(code: PrintedCode, word: string): PrintedCode {
  if (code.shape === 'typed' && code.type !== word) {
    // `Quyết định số 257-TC/QĐ/CĐKT`: the ministry first, then the type that the word names.
    const unit = /^[^-/]+/.exec(code.issuerCode ?? '')?.[0];
    if (unit === word && !isSameType(code.type, word)) return { ...code, type: word, issuerCode: code.type };
  }
  // `Công văn 58042/CT-TTHT`: CT is the tax office there.
  if (code.shape === 'typed' && word === 'CV' && code.type === 'CT' && !code.isKnownIssuer)
    return { ...code, type: word };
  if (code.issuerCode !== null && mustBearType(code, word)) return withType(code, word, code.issuerCode);
  if (code.shape !== 'old' || code.issuerCode === null) return code;
  if (code.issuerCode === word) return { ...code, type: word, issuerCode: null };
  // Codes have borne their year since 1997, and their type with it: `TT 02/2016 - BXD` lost it in print.
  return code.year === null ? code : withType(code, word, code.issuerCode);
}

/**
 * `Nghị quyết 57/TW`, `Kết luận 12/TU`: the Party's codes bear their type. "Văn bản" does not tell which, and a resolution of
 * the centre by a plenum's number (`Nghị quyết 8/TW`) may be named by the plenum.
 */
function mustBearType({ type, year, number, issuerCode, canonical }: PrintedCode, word: string): boolean {
  if (type !== null || year !== null || word === 'CV' || !/^[^-/]+[-/][^-/]+$/.test(canonical)) return false;
  const mayBePlenum = word === 'NQ' && issuerCode === 'TW' && Number.parseInt(number, 10) <= PLENUMS;
  return !mayBePlenum && findIssuer(issuerCode ?? '')?.system === 'party';
}

/** No term has had more meetings of the Central Committee. */
const PLENUMS = 15;

function fitTypeWord(folded: FoldedText, lead: TypeWord, code: PrintedCode): TypeWord {
  if (code.shape !== 'typed' || code.type === null) return lead;
  if (lead.type === null) return lead.hasNumberWord ? readTypeWordApart(folded, lead, code.type) : lead;
  return narrowTypeWord(narrowToQualifier(folded, lead, code), code.type);
}

/** `kế hoạch thi hành Kết luận số 66-KL/TW`: what stands between word and number can be the type that the code bears. */
function narrowToQualifier(folded: FoldedText, lead: TypeWord, code: PrintedCode): TypeWord {
  if (isSameType(lead.type?.symbol ?? null, code.type)) return lead;
  const inner = QUALIFYING_TYPE.exec(folded.text.slice(lead.start, code.start));
  const type = inner?.[1] === undefined ? null : findTypeByWord(inner[1].replace('\n', ' '));
  if (inner?.[1] === undefined || type === null || !isSameType(type.symbol, code.type)) return lead;
  const start = lead.start + inner.index + 1;
  return { ...lead, type, word: inner[1], start, surface: start };
}

/** Two known symbols are a code by themselves; with "số" before it a known type and capitals will do. */
function isSureAlone(code: PrintedCode, hasNumberWord: boolean, isGlued: boolean): boolean {
  if (isGlued) return false;
  // Minutes, invitations and procedures (BB, GM, QT) are hardly cited by their code alone.
  const isWeak = code.type === null || findType(code.type)?.standing === 'plain';
  return isWeak ? code.isNational : code.isKnownIssuer || hasNumberWord;
}

/** `753/QĐBKHCN` in a table; `Công trình 5 - CTCP` is a joint-stock company. */
function isSureGlued(code: PrintedCode, word: string | null): boolean {
  return word === null && code.isNational && (code.issuerCode?.length ?? 0) > 2 && code.canonical.includes('/');
}

function isOld(code: PrintedCode, word: string | null): boolean {
  if (word === null || !(isOldType(word) || isLetterType(word))) return false;
  // Series letters (22-C, 76-NV) are those of the first decree-laws; a type alone is that of its word.
  if (code.issuerCode === null && code.type === null)
    return word === 'SL' || (code.canonical.endsWith('NV') && isOldType(word));
  return code.issuerCode !== null || isSameType(word, code.type) || /^(?:CT|SL|LCT)$/.test(code.type ?? '');
}

/** The type of a list of old acts, which its later members share: `các Nghị định số 217-CP; 67-CP`. */
function oldTypeOf(joint: ListJoint | null): string | null {
  return joint !== null && isOfOldList(joint) ? joint.previous.type : null;
}

/** A list of acts before 1997, whose codes bear no year: any of their shapes may follow. */
function isOfOldList({ previous: { code, type } }: ListJoint): boolean {
  return code !== null && code.year === null && type !== null && isOldType(type);
}

function isLetter(code: PrintedCode, word: string | null, lead: TypeWord | null, joint: ListJoint | null): boolean {
  if (word !== null) {
    if (isLetterType(word) || isSameType(word, code.type)) return true;
    // Before 1997 ministries put the type behind: `Thông tư số 16/NN-TT`; the word and "số" carry the evidence.
    if (!isOldType(word)) return false;
    return lead?.hasNumberWord === true || code.isKnownIssuer || (lead?.isAbbreviation === false && lead.isExact);
  }
  if (joint !== null && isSameType(joint.previous.type, code.type)) return true;
  if (joint !== null && code.type === null) {
    if (isOfOldList(joint) && joint.previous.code?.shape !== 'typed') return true;
    if (joint.previous.code?.shape === 'letter') return true;
    // `tại các văn bản số 364/TTr-BNG-LPĐ ngày …, số 1518/BNG-LPĐ`: the word of the list is that for letters.
    if (joint.previous.lead?.type?.symbol === 'CV' && joint.hasNumberWord) return true;
    return joint.previous.type === 'CV' && code.isKnownIssuer;
  }
  return code.isKnownIssuer && lead !== null;
}

/** `Số hiệu: 10988/BNV-CQĐP` in a table of facts; a letterhead's `Số: 39992/CHQ-GSQL` with its `V/v` behind. */
function isLabelled({ text }: FoldedText, code: PrintedCode, lead: TypeWord | null): boolean {
  if (lead?.hasNumberWord === true) return matchAt(REGARDING, text, code.end) !== null;
  if (lead !== null || !code.isKnownIssuer) return false;
  return isWholeCell(text, code) || LABEL.test(text.slice(Math.max(0, code.start - 20), code.start));
}

const REGARDING = /[ \n\f|(]{1,3}v\/v[ :]/y;
const LABEL = /(?:so[ ,/]{0,2})?(?:so|ky)[ ]hieu[ ]?:?[ \n\f|]{1,4}$/;

/** The type word of a list reaches the codes that print none and can be of it; a bare code before them lends nothing. */
function sharedTypeOf({ shape }: PrintedCode, joint: ListJoint | null): string | null {
  if (joint === null) return null;
  const { lead, code, type } = joint.previous;
  if (shape === 'assembly' && !isAssemblyType(type)) return null;
  return lead?.type != null || code === null || code.type === null ? type : null;
}

/** What the National Assembly and its Standing Committee adopt. */
export function isAssemblyType(symbol: string | null): boolean {
  return symbol === 'NQ' || symbol === 'L' || symbol === 'PL';
}

function foldWords(words: string): string {
  return words.split('|').map(foldKey).join('|');
}

/** `hiện21-NQ/TU` and an address such as `www.…/21-NQ/TU` are glued to what stands before them. */
function isGluedBefore(text: string, start: number): boolean {
  const before = text[start - 1] ?? ' ';
  if (/[a-z-]/.test(before)) return true;
  return before === '/' && /[a-z0-9]/.test(text[start - 2] ?? ' ');
}

/** `TT-16/2010/TT-NHNN`: its own type once more, joined by a dash. */
function isBehindOwnType(folded: FoldedText, { type, start }: PrintedCode): boolean {
  if (type === null || folded.text[start - 1] !== '-') return false;
  const at = start - 1 - type.length;
  return /(?:^|[^\p{L}])$/u.test(folded.slice(at - 1, at)) && composeSlice(folded, at, start - 1) === type;
}

/** A tab or a wide gap stands before it. */
function isInColumn(folded: FoldedText, start: number): boolean {
  return /\t|\s{3}/.test(folded.slice(start - 1, start));
}

function isRefusedBefore(folded: FoldedText, code: PrintedCode, start: number): boolean {
  // `lao động hợp đồng 68/2000/NĐ-CP` names the contract by the decree that rules it.
  if (code.shape === 'typed' && code.isNational && code.year !== null) return false;
  const from = Math.max(0, start - REFUSED_WINDOW);
  if (!REFUSABLE.test(folded.text.slice(from, start))) return false;
  const window = composeSlice(folded, from, start).toLowerCase();
  if (FORM_ABOVE.test(window)) return true;
  const line = window.slice(window.search(/[^\n\f]*$/));
  return REFUSED_LEAD.test(line) || STANDARD_LEAD.test(line) || (PLACE_LEAD.test(line) && !isInColumn(folded, start));
}

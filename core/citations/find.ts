/**
 * Finds where a text cites documents: every run of digits is looked at once, with the type word before it and the
 * code behind it.
 *
 * What comes out is spans and printed parts, in order and not overlapping. Dates, issuers and the documents meant are
 * read afterwards (describe.ts, same-document.ts). A number without code is only proposed here (`verdict`), since the
 * whole text decides whether `quyết định 1520` is a citation.
 */
import { acceptAlike, acceptCode, codeCitation, isAssemblyType } from './accept-code.ts';
import type { PrintedCode } from './code-parts.ts';
import {
  CUT_NUMBER,
  mayBeCut,
  readCutCode,
  readScannedCode,
  readScannedNumber,
  readSwappedCode,
} from './damaged-code.ts';
import { findTypeBySymbol, isSameType } from './document-types.ts';
import { FOOTNOTE_SIGN, type FoldedText } from './fold.ts';
import type { FoundCitation } from './found.ts';
import { isDigit, isGap, isLetter, isSeparator } from './letters.ts';
import { beginsPair, type ListJoint, readListJoint, readSharedNumbers, speaksOfSeveral } from './list.ts';
import { continuesList } from './list-end.ts';
import { isLawNumber, isQuotedNumber, isYearBehind, isYearOfBlank, isYearOfShort } from './number-place.ts';
import { readPlenumMember, readPlenumName } from './plenum.ts';
import { readPrintedCode, readSpacedCode } from './printed-code.ts';
import { isProgramme, judgeShortForm } from './short-form.ts';
import { readShortNumber, type ShortNumber } from './short-number.ts';
import { isRange, readShortRange } from './short-range.ts';
import { readTypeWord, type TypeWord } from './type-word.ts';

/** All citations of `folded` that bear a number, in order. */
export function findCitations(folded: FoldedText): readonly FoundCitation[] {
  const found: FoundCitation[] = [];
  const text = folded.text;
  let behind = 0;
  for (const digits of folded.landmarks.numbers) {
    const end = skipDigits(text, digits);
    if (end <= behind) continue;
    const at = Math.max(digits, behind);
    behind = end;
    if (!canBeginNumber(text, at)) continue;
    for (const one of findAt(folded, at, end, found)) {
      found.push(one);
      behind = Math.max(behind, one.end);
    }
  }
  return found;
}

const NOTHING: readonly FoundCitation[] = [];

/** What the digits from `at` to `behind` cite; they may be the first number of a list. */
function findAt(
  folded: FoldedText,
  at: number,
  behind: number,
  found: readonly FoundCitation[],
): readonly FoundCitation[] {
  const previous = found.at(-1);
  const floor = previous?.end ?? 0;
  const mayBeCode = canFollowNumber(folded, behind);
  const cut = isGap(folded.text.charCodeAt(behind)) ? findCut(folded, at, behind, floor) : null;
  if (cut !== null) return [cut];
  const scanned = mayBeCode ? readScannedCode(folded, at) : null;
  const code = scanned ?? (mayBeCode ? readPrintedCode(folded, at) : null);
  const start = code?.start ?? at;
  const plenum = code === null ? findPlenum(folded, at, previous) : null;
  if (plenum !== null) return [plenum];
  const isBeforeYear = isYearBehind(folded.text, behind);
  const isLaw = code?.shape === 'assembly' || (code === null && isBeforeYear && isLawNumber(folded, at));
  // `Nghị định số [218/2013/NĐ-CP](…)`: the code is a link's text; a bare number in square brackets is a footnote.
  const isQuoted = code === null && isQuotedNumber(folded.text, at);
  const wordEnd = (code !== null && folded.text[start - 1] === '[') || isQuoted ? start - 1 : start;
  const read = readTypeWord(folded, wordEnd, isLaw);
  const lead = read !== null && read.start >= floor && (!isQuoted || isProgramme(read)) ? read : null;
  const joint = previous === undefined ? null : readListJoint(folded, previous, lead, start);
  if (code !== null && isYearOfShort(folded.text, at, previous)) return NOTHING;
  if (code !== null && (scanned === null || lead?.type != null || joint !== null)) {
    if (previous !== undefined && isRepeatedInDate(folded, code.canonical, start, previous)) return NOTHING;
    const accepted = acceptCode(folded, code, lead, joint);
    if (accepted !== null) return [flagCut(folded.text, accepted, code, previous)];
    const alike = lead === null ? acceptAlike(folded, code, previous) : null;
    if (alike !== null) return [alike];
    if (code.shape === 'typed' || code.shape === 'assembly') return NOTHING;
  }
  const swapped = isBeforeYear ? readSwappedCode(folded, at) : null;
  if (swapped !== null && swapped.start >= floor) {
    return [codeCitation(swapped, { start: swapped.start, lead: null, sharedType: null, flags: ['swapped'] })];
  }
  const spaced = code === null ? findSpaced(folded, at, lead) : null;
  if (spaced !== null) return [spaced];
  const shared = findShared(folded, at, lead, joint, found.length);
  if (shared.length > 0) return shared;
  const range = lead === null || !isRange(folded.text, behind) ? null : readShortRange(folded, at, lead);
  if (lead !== null && range !== null) {
    const [first, last] = range;
    return [
      shortOf(first, lead.start, first.end, { lead, flags: ['range'] }),
      shortOf(last, last.start, last.end, { lead, flags: ['range', 'bare-number'], isMember: true }),
    ];
  }
  const short = lead === null && joint === null ? null : findShort(folded, at, lead, joint);
  const taken = short ?? findScannedShort(folded, at, floor);
  return taken === null ? NOTHING : [taken];
}

/** `Quyết định số 7⏎49/QĐ-TTg`: digits on two lines are one number only behind "số" and the word of the code's own type. */
function findCut(folded: FoldedText, at: number, behind: number, floor: number): FoundCitation | null {
  const code = readCutCode(folded, at, behind);
  const lead = code === null ? null : readTypeWord(folded, at, code.shape === 'assembly');
  if (code === null || lead === null || lead.type === null || !lead.hasNumberWord || lead.start < floor) return null;
  return code.shape === 'typed' && !isSameType(lead.type.symbol, code.type)
    ? null
    : acceptCode(folded, code, lead, null);
}

/** `tại văn bản số 7⏎49/QĐ-TTg`: 49 or 749, where no citation took the digits above. */
function flagCut(
  text: string,
  cited: FoundCitation,
  { start }: PrintedCode,
  previous: FoundCitation | undefined,
): FoundCitation {
  const isTaken = previous?.verdict === 'certain' && previous.end === start - 1;
  if (isTaken || !mayBeCut(text, start)) return cited;
  return { ...cited, flags: [...cited.flags, CUT_NUMBER] };
}

/** `Nghị định 192 2025 NĐ CP`: number, year and symbol apart, behind the word of the symbol's own type. */
function findSpaced(folded: FoldedText, at: number, lead: TypeWord | null): FoundCitation | null {
  const word = lead?.isExact === true ? (lead.type?.symbol ?? null) : null;
  const code = word === null || lead === null ? null : readSpacedCode(folded, at);
  if (code === null || lead === null || !code.isKnownIssuer) return null;
  const isOfWord = code.shape === 'assembly' ? isAssemblyType(word) : isSameType(word, code.type);
  return isOfWord ? codeCitation(code, { start: lead.start, lead, sharedType: null, flags: [] }) : null;
}

/** `Nghị quyết O7` where the text gives 07-NQ/TU in full: a scanner read the zero as a letter. */
function findScannedShort(folded: FoldedText, at: number, floor: number): FoundCitation | null {
  const number = readScannedNumber(folded.text, at);
  const lead = number === null ? null : readTypeWord(folded, number.start, false);
  if (number === null || lead === null || lead.type === null || !lead.isExact || lead.start < floor) return null;
  const short = { number: number.number, year: null, end: number.end };
  return shortOf(short, lead.start, number.end, { lead, verdict: 'supported', flags: ['scanned-digits'] });
}

/**
 * Whether a code may go on behind its number: a separator or letter does, a blank only before one or before a capital.
 * Most numbers of a text count something and are told here.
 */
function canFollowNumber(folded: FoldedText, at: number): boolean {
  const text = folded.text;
  const sign = text.charCodeAt(at);
  if (!isGap(sign)) return isLetter(sign) || isSeparator(sign);
  const next = text.charCodeAt(at + 1);
  if (!isLetter(next)) return isSeparator(next);
  const printed = folded.original.charCodeAt(folded.startOf(at + 1));
  // Small as it stands; whatever is not plain ASCII is for composeSlice to tell.
  return printed !== next;
}

/** `Nghị quyết số 09-NQ/TU ngày 09-NQ/TU ngày 5/11/2021`: the code once more where its date should stand. */
function isRepeatedInDate(folded: FoldedText, canonical: string, at: number, previous: FoundCitation): boolean {
  if (previous.code?.canonical !== canonical || at - previous.end > 8) return false;
  return /^[ \n]?,?[ \n]?ngay[ \n]$/.test(folded.text.slice(previous.end, at));
}

function findShared(
  folded: FoldedText,
  at: number,
  lead: TypeWord | null,
  joint: ListJoint | null,
  group: number,
): readonly FoundCitation[] {
  const type = lead?.type?.symbol ?? joint?.previous.type ?? null;
  if (type === null && lead === null && !beginsPair(folded, at)) return [];
  return readSharedNumbers(folded, at, { type, isPlural: speaksOfSeveral(folded.text, lead, joint) }).map(
    (member, index) => {
      const start = index === 0 ? (lead?.start ?? joint?.start ?? at) : member.start;
      const isFirst = index === 0 && joint === null;
      const cited = codeCitation(member.code, { start, lead, sharedType: type, flags: ['shared-suffix'] });
      return { ...cited, lead: index === 0 ? lead : null, group, isMember: !isFirst };
    },
  );
}

const PLENUM = 'conference-number';

function findPlenum(folded: FoldedText, at: number, previous: FoundCitation | undefined): FoundCitation | null {
  const type = previous?.type === 'KL' ? 'KL' : 'NQ';
  const isBehindOne = previous?.flags.includes(PLENUM) === true;
  const name = readPlenumName(folded, at) ?? (isBehindOne ? readPlenumMember(folded, previous.after, at, type) : null);
  if (name === null || name.start < (previous?.end ?? 0)) return null;
  const short = readShortNumber(folded, at);
  if (short === null || Number(short.number) > 20 || !/^\d{1,2}$/.test(short.number)) return null;
  const named = { number: short.number, year: null, end: short.end };
  return shortOf(named, name.start, Math.max(short.end, name.after), {
    lead: null,
    kind: 'named',
    type: name.type,
    flags: [PLENUM],
  });
}

function findShort(
  folded: FoldedText,
  at: number,
  lead: TypeWord | null,
  joint: ListJoint | null,
): FoundCitation | null {
  const short = readShortNumber(folded, at);
  if (short === null) return null;
  if (lead !== null && lead.type !== null) {
    const verdict = judgeShortForm(folded, lead, short);
    if (verdict === 'refused') return null;
    const isNamed = isProgramme(lead) && !lead.hasNumberWord;
    return shortOf(short, lead.start, short.after, { lead, kind: isNamed ? 'named' : 'short', verdict });
  }
  if (joint === null || joint.previous.type === null) return null;
  // `Kết luận số 02/KL-VKS; 2 kiến nghị`: codes go on by numbers of two figures.
  if (joint.previous.kind === 'code' && !joint.hasNumberWord && /^[1-9]$/.test(short.number)) return null;
  // A symbol of another kind goes on behind it: `các Nghị quyết số 12, 13/UBND-VX`.
  if ('/-'.includes(folded.text[short.end] ?? ' ') && isLetter(folded.text.charCodeAt(short.end + 1))) return null;
  // A later member of a list: with "số" it is one; a bare number needs a plural before it, a leading zero, or its code.
  const isPlural = joint.previous.lead?.isPlural ?? false;
  const { kind, flags } = joint.previous;
  const isSameKind = kind !== 'code' && !flags.includes(PLENUM);
  const isSure =
    joint.hasNumberWord ||
    (isSameKind ? continuesList(folded, short, isPlural || isSureMember(joint)) : continuesCodes(folded, joint, short));
  return shortOf(short, joint.start, short.after, {
    kind: kind === 'code' ? 'short' : kind,
    lead: joint.previous.lead,
    type: joint.previous.type,
    verdict: isSure ? 'certain' : 'supported',
    flags: joint.hasNumberWord ? ['shared-type'] : ['bare-number'],
    isMember: true,
  });
}

/** `Kết luận 126, 127, 130, 137 là …`: where a bare number before was sure, the next needs no more than not to count. */
function isSureMember({ previous: { flags, verdict } }: ListJoint): boolean {
  return verdict === 'certain' && flags.includes('bare-number');
}

/**
 * `Nghị định 150/2025/NĐ-CP, 151/2025`: too great a number for a month's. `Nghị quyết 57-NQ/TW, 59, 66 và 68)`: codes
 * without year go on by their numbers where the list ends as one of short forms does.
 */
function continuesCodes(folded: FoldedText, { previous }: ListJoint, short: ShortNumber): boolean {
  if (short.year !== null) return previous.year !== null && Number.parseInt(short.number, 10) > 12;
  return previous.year === null && !short.number.startsWith('0') && continuesList(folded, short, false);
}

/** What a citation without code is told to be, beside its number; the rest is as most of them are. */
type Short = Pick<FoundCitation, 'lead'> &
  Partial<Pick<FoundCitation, 'type' | 'kind' | 'verdict' | 'flags' | 'isMember'>>;

function shortOf(
  { number, year, end }: Pick<ShortNumber, 'number' | 'year' | 'end'>,
  start: number,
  after: number,
  { lead, type = typeOf(lead), kind = 'short', verdict = 'certain', flags = [], isMember = false }: Short,
): FoundCitation {
  return { start, end, after, kind, lead, code: null, number, year, type, verdict, flags, group: null, isMember };
}

function typeOf(lead: TypeWord | null): string | null {
  const type = lead?.type?.symbol ?? null;
  return type === null ? null : (findTypeBySymbol(type)?.symbol ?? type);
}

/**
 * A digit inside a longer number, date or product name begins none of ours, nor a footnote's (`21<sup>2</sup>`), nor the
 * year of a draft whose number is still to be filled in: `Nghị định số …/2025/NĐ-CP`.
 */
function canBeginNumber(text: string, at: number): boolean {
  const last = text.charCodeAt(at - 1);
  if (last === FOOTNOTE_SIGN) return false;
  const before = isGap(last) ? text.charCodeAt(at - 2) : last;
  if (before === SLASH && isYearOfBlank(text, at)) return false;
  return !isDigit(text.charCodeAt(at - 2)) || !'.,:/-_'.includes(text.charAt(at - 1));
}

const SLASH = 0x2f;

function skipDigits(text: string, at: number): number {
  let next = at + 1;
  while (isDigit(text.charCodeAt(next))) next += 1;
  return next;
}

/**
 * Tells, within one text, which mentions speak of the same document, and completes short forms from the text alone.
 *
 * `Nghị quyết 18` is the 18-NQ/TW printed three lines above; `Chỉ thị số 05 của Bộ Chính trị` can only bear TW; a lone
 * `Nghị định 30` stays open. Knowledge from outside the text has no place here.
 */
import type { IsoDate, IssuerLevel, ReferenceCode } from './citation.ts';
import { padNumber, referenceCode, withIssuer } from './code-print.ts';
import { isSameType, plainSymbol } from './document-types.ts';
import type { FoundCitation } from './found.ts';
import type { IssuerPhrase } from './issuer-phrase.ts';
import { findIssuer } from './issuers.ts';
import { isDigit } from './letters.ts';

/** The slice of a citation that this file decides on. */
export interface Draft {
  readonly found: FoundCitation;
  readonly issuer: IssuerPhrase | null;
  readonly term: number | null;
  readonly years: string | null;
  /** The document's date as printed with this mention. */
  readonly date: IsoDate | null;
}

export interface Completed {
  readonly canonical: ReferenceCode | null;
  readonly type: string | null;
  readonly issuerCode: string | null;
  readonly year: number | null;
  /** Index of the first mention of the same document. */
  readonly sameAs: number | null;
  /** Several printed codes fit the short form. */
  readonly isContested: boolean;
  readonly flags: readonly string[];
}

/** Whether the whole code of a short form is printed somewhere among `codes`. */
export function knownInText(codes: readonly FoundCitation[]): (short: FoundCitation) => boolean {
  let keys: ReadonlySet<string> | null = null;
  return (short) => {
    keys ??= new Set(codes.map(typedKey));
    if (short.type === null) return false;
    return keys.has(typedKey(short)) || (isOwnProgramme(short) && keys.has(typedKey({ ...short, type: 'QĐ' })));
  };
}

/**
 * `chương trình 327` beside `Quyết định 327-CT`, `đề án 06` beside `06/QĐ-TTg`: programmes are called by the decision that
 * set them up. Numbers of one or two digits count too much else, but for those with a zero in front.
 */
function isOwnProgramme({ kind, number }: FoundCitation): boolean {
  return kind === 'named' && /^(?:0\d|\d{3,})/.test(number);
}

/** Completes each draft in turn; the list stays in order and as long as it was. */
export function completeDrafts(drafts: readonly Draft[]): readonly Completed[] {
  const codes = drafts.every(({ found }) => found.kind === 'code') ? NO_CODES : distinctCodes(drafts);
  const own = drafts.map((draft) =>
    draft.found.kind === 'code' ? completeCode(draft) : completeShort(draft, codes.get(numberKey(draft.found)) ?? []),
  );
  const named = namedShorts(drafts, own);
  const firsts = new Map<string, FirstMention[]>();
  return drafts.map((draft, index) => {
    const { canonical, type, issuerCode, year, isContested, flags } = takeFromNamed(
      draft,
      own[index] ?? completeCode(draft),
      named,
    );
    const sameAs = placeAmong(firsts, canonical, draft, index);
    return { canonical, type, issuerCode, year, sameAs, isContested, flags };
  });
}

/** Where no short form asks for them. */
const NO_CODES: ReadonlyMap<string, readonly Draft[]> = new Map();

/** What the short forms that name their issuer were completed to, by type and number; two answers are none. */
function namedShorts(drafts: readonly Draft[], own: readonly Completed[]): ReadonlyMap<string, Completed | null> {
  const named = new Map<string, Completed | null>();
  for (const [index, { found }] of drafts.entries()) {
    const completed = own[index];
    if (found.kind !== 'short' || completed === undefined || completed.canonical === null) continue;
    const key = typedKey(found);
    const known = named.get(key);
    named.set(key, known === undefined || known?.canonical === completed.canonical ? completed : null);
  }
  return named;
}

/** `Chỉ thị 05` takes up `Chỉ thị số 05 của Bộ Chính trị`, wherever in the text that stands. */
function takeFromNamed(
  { found, issuer }: Draft,
  own: Completed,
  named: ReadonlyMap<string, Completed | null>,
): Completed {
  if (found.kind !== 'short' || own.canonical !== null || issuer !== null || own.isContested) return own;
  const other = named.get(typedKey(found)) ?? null;
  if (other === null || (found.year !== null && found.year !== other.year)) return own;
  const { type, year, sameAs, isContested } = own;
  const { canonical, issuerCode } = other;
  return { canonical, type, issuerCode, year, sameAs, isContested, flags: INFERRED };
}

/** Each code once under its number, with the issuers it was named with. */
function distinctCodes(drafts: readonly Draft[]): ReadonlyMap<string, readonly Draft[]> {
  const codes = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (draft.found.kind !== 'code' || draft.found.code === null) continue;
    const key = numberKey(draft.found);
    const group = codes.get(key);
    if (group === undefined) codes.set(key, [draft]);
    else if (group.length < MAX_EARLIER && !group.some((known) => isSamePrint(known, draft))) group.push(draft);
  }
  return codes;
}

function isSamePrint(a: Draft, b: Draft): boolean {
  return (
    a.found.code?.canonical === b.found.code?.canonical &&
    a.found.type === b.found.type &&
    (a.issuer?.symbol ?? null) === (b.issuer?.symbol ?? null) &&
    a.found.code?.isCentralU === b.found.code?.isCentralU
  );
}

function completeCode({ found, issuer }: Draft): Completed {
  const code = found.code;
  let canonical = code?.canonical ?? null;
  let issuerCode = code?.issuerCode ?? null;
  let flags = NO_FLAGS;
  // TƯ is read as the centre; where a provincial or city committee is named it was a slip of the marks for TU.
  if (code?.isCentralU === true && code.issuerCode !== null && issuer?.symbol === 'TU') {
    issuerCode = code.issuerCode.replace(/TW$/, 'TU');
    canonical = withIssuer(code.canonical, code.issuerCode, issuerCode);
    flags = REPAIRED;
  }
  return { canonical, type: found.type, issuerCode, year: found.year, sameAs: null, isContested: false, flags };
}

const NO_FLAGS: readonly string[] = [];
const REPAIRED: readonly string[] = ['repaired'];

/** Completes a short form from the `codes` with its number, or from the issuer named with it. */
function completeShort(draft: Draft, codes: readonly Draft[]): Completed {
  const { found, issuer } = draft;
  const printed = codes.filter((code) => isPrintedCodeOf(code, found, issuer));
  const isContested = printed.length > 0;
  if (found.kind === 'named' && found.flags.includes('conference-number')) return leaveOpen(found, 'TW', isContested);
  const [first] = printed;
  const canonicals = new Set(printed.map((code) => completeCode(code).canonical?.toUpperCase()));
  if (first !== undefined && canonicals.size === 1) {
    const { canonical, issuerCode } = completeCode(first);
    const { type, year } = first.found;
    return { canonical, type, issuerCode, year, sameAs: null, isContested, flags: INFERRED };
  }
  const inferred = found.kind === 'short' && !isContested ? inferFromIssuer(found, issuer) : null;
  if (inferred === null) return leaveOpen(found, issuer?.officeSymbol ?? issuer?.symbol ?? null, isContested);
  return { ...inferred, year: found.year, sameAs: null, isContested, flags: INFERRED };
}

/** A short form whose whole code the text does not tell. */
function leaveOpen({ type, year }: FoundCitation, issuerCode: string | null, isContested: boolean): Completed {
  return { canonical: null, type, issuerCode, year, sameAs: null, isContested, flags: NO_FLAGS };
}

const INFERRED: readonly string[] = ['inferred-canonical'];

function isPrintedCodeOf(code: Draft, short: FoundCitation, issuer: IssuerPhrase | null): boolean {
  if (!isSameType(code.found.type, short.type)) return false;
  if (short.year !== null && code.found.year !== null && code.found.year !== short.year) return false;
  if (issuer?.symbol == null) return true;
  return code.found.code?.issuerCode === issuer.symbol || code.issuer?.symbol === issuer.symbol;
}

type InferredCode = Pick<Completed, 'type'> & { readonly canonical: ReferenceCode; readonly issuerCode: string };

/** Codes of the Party say Chương trình hành động as they say Chương trình, but for those that print CTrHĐ themselves. */
const PROGRAMME_OF_PARTY = 'CTr';

/** The one code that type, number, issuer and year leave, by the rules of form; null where they leave more. */
function inferFromIssuer(found: FoundCitation, issuer: IssuerPhrase | null): InferredCode | null {
  const number = padNumber(found.number);
  const { type } = found;
  if (type === 'NĐ' && found.year !== null) return codeOf(type, `${number}/${found.year}/NĐ-CP`, 'CP');
  const symbol = issuer?.officeSymbol ?? issuer?.symbol ?? null;
  if (symbol === null || type === null) return null;
  const system = findIssuer(symbol)?.system;
  if (system === 'party') {
    const own = type === 'CTrHĐ' ? PROGRAMME_OF_PARTY : type;
    return codeOf(own, `${number}-${own}/${symbol}`, symbol);
  }
  if (symbol === 'CP' && type === 'NQ') return codeOf(type, `${number}/NQ-CP`, 'CP');
  // Acts that lay down rules bear their year, and the year printed with the number says that this is one.
  if (found.year !== null && WITH_YEAR.has(`${type}-${symbol}`))
    return codeOf(type, `${number}/${found.year}/${type}-${symbol}`, symbol);
  if (symbol === 'TTg' && (type === 'CT' || type === 'CĐ')) return codeOf(type, `${number}/${type}-TTg`, 'TTg');
  // A ministry's circulars bear the year, and only they: `Thông tư 22/2021 của Bộ Giáo dục và Đào tạo`.
  if (type === 'TT' && found.year !== null && issuer?.organ === 'bo')
    return codeOf(type, `${number}/${found.year}/TT-${symbol}`, symbol);
  return null;
}

const WITH_YEAR: ReadonlySet<string> = new Set(['QĐ-TTg', 'QĐ-UBND', 'NQ-HĐND', 'NQ-HĐTP']);

function codeOf(type: string | null, text: string, issuerCode: string): InferredCode {
  return { type, canonical: referenceCode(text), issuerCode };
}

/** The first mention of a code; the same letters under a rival committee or term are another document. */
interface FirstMention {
  readonly index: number;
  readonly organ: string | null;
  readonly level: IssuerLevel | null;
  readonly term: number | null;
  readonly years: string | null;
  readonly date: IsoDate | null;
}

/** Index of the first mention of the same document, or null where this one is the first; notes it then. */
function placeAmong(
  firsts: Map<string, FirstMention[]>,
  canonical: ReferenceCode | null,
  { issuer, term, years, date }: Draft,
  index: number,
): number | null {
  if (canonical === null) return null;
  const own: FirstMention = { index, organ: issuer?.organ ?? null, level: issuer?.level ?? null, term, years, date };
  const key = canonical.toUpperCase();
  const known = firsts.get(key);
  const first = known?.find((mention) => !isRival(mention, own));
  if (first !== undefined) return first.index;
  if (known === undefined) firsts.set(key, [own]);
  else known.push(own);
  return null;
}

const RIVALS: ReadonlySet<string> = new Set(['tinh-uy', 'thanh-uy', 'thi-uy']);

/** A Party committee's numbers start again with its term, five years at most. */
const TERM_YEARS = 4;

/** 21-NQ/TU of the province and 21-NQ/TU of the city are two documents, and so are 18-NQ/TW of khóa XII and XIII. */
function isRival(a: FirstMention, b: FirstMention): boolean {
  if (a.term !== null && b.term !== null && a.term !== b.term) return true;
  if (a.years !== null && b.years !== null && a.years !== b.years) return true;
  if (a.date !== null && b.date !== null && yearsBetween(a.date, b.date) >= TERM_YEARS) return true;
  if (a.organ === null || b.organ === null) return false;
  // The councils of a province and of its district bear one symbol.
  if (a.organ === b.organ) return a.level !== null && b.level !== null && a.level !== b.level;
  return RIVALS.has(a.organ) && RIVALS.has(b.organ);
}

function yearsBetween(a: IsoDate, b: IsoDate): number {
  return Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4)));
}

const MAX_EARLIER = 32;

function typedKey(found: FoundCitation): string {
  return `${numberKey(found)}|${plainSymbol(found.type)}`;
}

/** A number as a key: leading zeros and case aside. */
function numberKey({ number }: FoundCitation): string {
  return isPlainNumber(number) ? number : number.replace(/^0+(?=\d)/, '').toLowerCase();
}

/** Digits alone, of which the first is no zero. */
function isPlainNumber(number: string): boolean {
  if (number.charCodeAt(0) === ZERO) return false;
  for (let at = 0; at < number.length; at += 1) if (!isDigit(number.charCodeAt(at))) return false;
  return true;
}

const ZERO = 0x30;

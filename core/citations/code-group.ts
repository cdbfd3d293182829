/**
 * Reads the groups of letters that a code is made of (`NQ`, `TU`, `TWĐTN-VP`) with the separators before them.
 *
 * Structure is read on the folded text, letters as they are printed, because folding would make TƯ (the centre) and TU
 * (a province or city) one. A group ends where a word of the sentence is glued to it.
 */
import { composeSlice, type FoldedText } from './fold.ts';
import { findIssuer, spellIssuer } from './issuers.ts';
import { isDigit, isGap, isLetter, isSeparator } from './letters.ts';
import { remembered } from './remembered.ts';

export interface CodeGroup {
  readonly separator: string;
  /** Folded offsets of the letters. */
  readonly start: number;
  readonly end: number;
  readonly printed: string;
}

/** How many letters a symbol has at most. */
const LONGEST = 20;
const MAX_UNITS = 6;

/** The separator and letters that begin at `from`, or null where no letter stands there. */
export function readGroup(folded: FoldedText, from: number): CodeGroup | null {
  const text = folded.text;
  const start = skipSeparator(text, from);
  if (!isLetter(text.charCodeAt(start))) return null;
  const end = skipSymbol(text, start);
  return { separator: text.slice(from, start), start, end, printed: composeSlice(folded, start, end) };
}

/** A gap, one or two separators, and a gap behind those. */
function skipSeparator(text: string, from: number): number {
  let at = from;
  if (isGap(text.charCodeAt(at))) at += 1;
  const signs = at;
  while (at - signs < 2 && isSeparator(text.charCodeAt(at))) at += 1;
  return at > signs && isGap(text.charCodeAt(at)) ? at + 1 : at;
}

/** Letters with `&` among them, the dots of `T.Ư`, and up to three digits (QH15, DL1). */
function skipSymbol(text: string, start: number): number {
  let at = start + 1;
  while (at - start < LONGEST && (isLetter(text.charCodeAt(at)) || text[at] === '&')) at += 1;
  if (text[at] === '.' && text[at - 1] === 't' && 'uw'.includes(text[at + 1] ?? ' ')) {
    at += 2;
    if (text[at] === '.') at += 1;
  }
  let digits = at;
  while (isDigit(text.charCodeAt(digits))) digits += 1;
  return digits - at <= (NUMBERED.test(text.slice(start, start + 3)) ? 4 : 3) ? digits : at;
}

/** Bodies that are called by a decision's number. */
const NUMBERED = /^(?:bcd|dkt|dgs)/;

/** `TUngày` is TU with the next word glued to it; `Tu`, `tw` and `TTg` are symbols as they stand. */
export function cutGroup(folded: FoldedText, group: CodeGroup): CodeGroup {
  const length = lengthOfSymbol(group.printed);
  if (length === group.printed.length) return group;
  const end = group.start + length;
  return { separator: group.separator, start: group.start, end, printed: composeSlice(folded, group.start, end) };
}

const lengthOfSymbol: (printed: string) => number = remembered((printed) => {
  if (findIssuer(printed) !== null) return printed.length;
  for (let length = printed.length - 1; length >= 2; length -= 1) {
    const head = printed.slice(0, length);
    const rest = printed.slice(length);
    // A symbol ends in a capital, or as the table spells it: `TTgngày`.
    const isSymbol = /\p{Lu}$/u.test(head) || findIssuer(head)?.symbol === head;
    // `NĐ-Cpngày`: in wrong case it is one before the word that dates follow.
    if (rest !== rest.toLowerCase() || !(isSymbol || (rest === 'ngày' && findIssuer(head) !== null))) continue;
    // One small letter behind capitals is a unit's own spelling (CBc), not a word.
    // `BCĐQG1237`, `ĐKT914`: steering committees and inspection teams are called by the decision that set them up.
    if (/^(?:BCĐ|ĐKT|ĐGS)/.test(head) && /^\d{2,4}$/.test(rest)) return printed.length;
    // `BC-UBKT15`: committees of the National Assembly bear its term, as the Assembly does.
    if (/^(?:UB|HĐ)/.test(head) && /^1[0-9]$/.test(rest)) return printed.length;
    const isGlued = /^\d/.test(rest) || rest.length > 1;
    if (isGlued && (findIssuer(head) !== null || rest.length > 2 || SMALL_WORDS.has(rest))) return length;
  }
  return printed.length;
});

/** Words of two letters that follow a code. */
const SMALL_WORDS: ReadonlySet<string> = new Set(['về', 'và', 'do', 'để', 'có', 'là', 'từ']);

/** The units behind an issuer: `-VP` of `367-QĐ/TWĐTN-VP`. `isTightOnly`: the issuer seldom has any. */
export function readUnits(
  folded: FoldedText,
  from: number,
  { isTightOnly, isSmallCode }: { readonly isTightOnly: boolean; readonly isSmallCode: boolean },
): readonly CodeGroup[] {
  const units: CodeGroup[] = [];
  let next = from;
  while (units.length < MAX_UNITS) {
    const group = readGroup(folded, next);
    if (group === null) break;
    const whole = joinBrokenGroup(folded, readMixedUnit(folded, group));
    const unit = GLUED.test(whole.printed) ? cutGroup(folded, whole) : whole;
    const separator = unit.separator.trim();
    if (separator !== '-' && !(separator === '/' && !isTightOnly)) break;
    if (isTightOnly && unit.separator !== '-') break;
    // `12/SNV - V/v nghỉ`: "về việc" begins there.
    if (folded.text.startsWith('v/v', unit.start)) break;
    const isKnown = findIssuer(unit.printed) !== null;
    if (separator === '/' && !isKnown && !isBareSymbol(unit)) break;
    if (unit === whole && isLetter(folded.text.charCodeAt(unit.end))) break;
    // A code in small letters throughout: `01/nqlt-bnv-vpcp`, `318/kh-bca-c06`.
    const isSmall = !isUpper(unit.printed);
    if (isSmall && (unit.separator !== '-' || !(isKnown || isSmallCode))) break;
    units.push(readDottedTail(folded, isSmall ? { ...unit, printed: spellSmall(unit.printed) } : unit));
    next = units.at(-1)?.end ?? unit.end;
  }
  return units;
}

/** Capitals and the next word of the sentence: `BTC-NSNNngày`. */
const GLUED = /^\p{Lu}{2,}\p{Ll}{2,}$/u;

/** `BYT-K2ĐT`, `BTC-T2QLKT`: a unit's letters go on in capitals behind its digit. */
function readMixedUnit(folded: FoldedText, unit: CodeGroup): CodeGroup {
  if (!isLetter(folded.text.charCodeAt(unit.end)) || !isDigit(folded.text.charCodeAt(unit.end - 1))) return unit;
  let end = unit.end + 1;
  while (isLetter(folded.text.charCodeAt(end))) end += 1;
  const letters = end - unit.end <= 6 ? composeSlice(folded, unit.end, end) : '';
  return letters === '' || letters !== letters.toUpperCase() ? unit : { ...unit, end, printed: unit.printed + letters };
}

/** `QĐ/TTg/VG`: a third symbol in capitals, tight behind its slash; `TU/Hạ Long` names a place. */
function isBareSymbol({ separator, printed }: CodeGroup): boolean {
  return separator === '/' && printed.length <= 6 && printed === printed.toUpperCase();
}

/** A symbol printed in small letters as it is spelled: the table's way, else in capitals. */
export function spellSmall(printed: string): string {
  return findIssuer(printed) === null ? printed.toUpperCase() : spellIssuer(printed);
}

const BROKEN_TAIL = /-?\n([a-z]{1,8}(?:\d{1,2})?)(?![a-z\d])/y;

/**
 * A symbol that a line end cuts: `CT-UB⏎ND`, `UB-⏎TVQH15`, `BNN⏎PTNT`. Joined only where the whole is a symbol of the
 * tables, printed in capitals on both lines.
 */
export function joinBrokenGroup(folded: FoldedText, group: CodeGroup): CodeGroup {
  const sign = folded.text[group.end];
  if (sign !== '\n' && !(sign === '-' && folded.text[group.end + 1] === '\n')) return group;
  BROKEN_TAIL.lastIndex = group.end;
  const tail = BROKEN_TAIL.exec(folded.text);
  if (tail?.[1] === undefined) return group;
  const end = group.end + tail[0].length;
  const letters = composeSlice(folded, end - tail[1].length, end);
  const joined = group.printed + letters;
  if (letters !== letters.toUpperCase() || letters === 'TP' || findIssuer(joined) === null) return group;
  // `UB-⏎ND` may be an issuer and its unit; that reading stands where both are known.
  return sign === '-' && findIssuer(letters) !== null && !/^(?:ND|VQH|TVQH|QH)\d*$/.test(letters)
    ? group
    : { ...group, end, printed: joined };
}

/** Capitals carry a symbol: `HTQT`, `CBc`, `ToC`, `TTg`, `C06`; a word such as `Ban` does not. */
export const isUpper: (printed: string) => boolean = remembered((printed) => {
  const upper = printed.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = printed.match(/\p{Ll}/gu)?.length ?? 0;
  return upper > lower;
});

/** `6120/VPCP-V.I`: a unit may end in a dot and one more capital. */
function readDottedTail(folded: FoldedText, unit: CodeGroup): CodeGroup {
  if (unit.printed.length > 2) return unit;
  const tail = /^\.[IVX]{1,2}(?![\p{L}\d])/u.exec(composeSlice(folded, unit.end, unit.end + 4))?.[0];
  return tail === undefined ? unit : { ...unit, end: unit.end + tail.length, printed: unit.printed + tail };
}

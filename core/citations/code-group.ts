/**
 * Reads the groups of letters that a code is made of (`NQ`, `TU`, `TWĐTN-VP`) with the separators before them.
 *
 * Structure is read on the folded text, letters as they are printed, because folding would make TƯ (the centre) and TU
 * (a province or city) one. A group ends where a word of the sentence is glued to it.
 */
import { composeSlice, type FoldedText } from './fold.ts';
import { findIssuer, spellIssuer } from './issuers.ts';
import { remembered } from './remembered.ts';

export interface CodeGroup {
  readonly separator: string;
  /** Folded offsets of the letters. */
  readonly start: number;
  readonly end: number;
  readonly printed: string;
}

const SEPARATOR = /[ \n]?(?:[-/.:]{1,2}[ \n]?|(?<=[ \n]))/y;
const LETTERS = /[a-z][a-z&]{0,19}(?:(?<=t)\.[uw]\.?)?(?:\d{1,3}(?!\d))?/y;
const MAX_UNITS = 6;

/** The separator and letters that begin at `from`, or null where no letter stands there. */
export function readGroup(folded: FoldedText, from: number): CodeGroup | null {
  SEPARATOR.lastIndex = from;
  const separator = SEPARATOR.exec(folded.text)?.[0] ?? '';
  const start = from + separator.length;
  LETTERS.lastIndex = start;
  const letters = LETTERS.exec(folded.text)?.[0];
  if (letters === undefined) return null;
  const end = start + letters.length;
  return { separator, start, end, printed: composeSlice(folded, start, end) };
}

/** `TUngày` is TU with the next word glued to it; `Tu`, `tw` and `TTg` are symbols as they stand. */
export function cutGroup(folded: FoldedText, group: CodeGroup): CodeGroup {
  if (findIssuer(group.printed) !== null) return group;
  for (let length = group.printed.length - 1; length >= 2; length -= 1) {
    const head = group.printed.slice(0, length);
    const rest = group.printed.slice(length);
    if (rest !== rest.toLowerCase() || !/\p{Lu}$/u.test(head)) continue;
    // One small letter behind capitals is a unit's own spelling (CBc), not a word.
    const isGlued = /^\d/.test(rest) || rest.length > 1;
    if (!isGlued || (findIssuer(head) === null && rest.length <= 2)) continue;
    const end = group.start + length;
    return { ...group, end, printed: composeSlice(folded, group.start, end) };
  }
  return group;
}

/** The units behind an issuer: `-VP` of `367-QĐ/TWĐTN-VP`. `isTightOnly`: the issuer seldom has any. */
export function readUnits(folded: FoldedText, from: number, isTightOnly: boolean): readonly CodeGroup[] {
  const units: CodeGroup[] = [];
  let next = from;
  while (units.length < MAX_UNITS) {
    const unit = readGroup(folded, next);
    if (unit === null) break;
    const separator = unit.separator.trim();
    if (separator !== '-' && !(separator === '/' && !isTightOnly)) break;
    if (isTightOnly && unit.separator !== '-') break;
    const isPlaceName = separator === '/' && findIssuer(unit.printed) === null;
    if (isPlaceName || /^\p{L}/u.test(folded.slice(unit.end, unit.end + 1))) break;
    // A code in small letters throughout: `01/nqlt-bnv-vpcp`.
    const isSmall = !isUpper(unit.printed);
    if (isSmall && (unit.separator !== '-' || findIssuer(unit.printed) === null)) break;
    units.push(readDottedTail(folded, isSmall ? { ...unit, printed: spellIssuer(unit.printed) } : unit));
    next = units.at(-1)?.end ?? unit.end;
  }
  return units;
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

/**
 * Reads codes that print an issuer or a type alone: letters (`910/UBND-DL1`, `1033/BHXH`) and acts before 1997 (`101/CP`,
 * `327-CT`, `1-SL`, `22-C`, `412-NĐ`).
 *
 * Such print is thin: whether it is a citation is for accept-code.ts to say, by the word before it.
 */
import { type CodeGroup, cutGroup, isUpper, joinBrokenGroup, readUnits } from './code-group.ts';
import { type CodeNumber, finish, isOldPair, isSmall, lead, type PrintedCode } from './code-parts.ts';
import { type DocumentType, findTypeBySymbol } from './document-types.ts';
import type { FoldedText } from './fold.ts';
import { findIssuer, type Issuer, spellIssuer } from './issuers.ts';

/** The code whose letters are `head`, or null where neither tables nor print make it one. */
export function readLetter(folded: FoldedText, { at, number, year }: CodeNumber, head: CodeGroup): PrintedCode | null {
  const separator = head.separator.trim();
  if (separator === '.' || separator === ':') return null;
  const name = joinBrokenGroup(folded, cutGroup(folded, head));
  const known = findIssuer(name.printed);
  const type = findTypeBySymbol(name.printed);
  if (known === null && type === null && !isUpper(name.printed)) return null;
  const isSeries = SERIES.test(name.printed);
  const units = readUnits(folded, name.end, { isTightOnly: false, isSmallCode: isSmall(name) });
  const isAward = name.printed === 'KT' && units.length === 1 && AWARDING.has(units[0]?.printed ?? '');
  if (isAward) return readAward(folded, { at, number, year }, units[0]?.printed ?? '', units[0]?.end ?? name.end);
  if (head.separator === '' && !isSeries && !OLD_GLUED.has(name.printed)) return null;
  const isOld = units.length === 0 && (isSeries || isOldSymbol(name.printed, { known, type, separator }));
  if (head.separator === '' && !isOld) return null;
  const party = separator === '-' && isUpper(name.printed) ? committeeOf(units) : null;
  const isBlank = separator === '' && isUpper(name.printed) && name.printed.length > 1 && isOfBody(units);
  if (isBlank && known === null) return readBlank(folded, { at, number, year }, name.printed, units);
  // `388-BVHTTDL-VP`, `77 UBND-NC`: letters whose first slash was mistyped; `388-BVHTTDL` alone says too little.
  if (separator !== '/' && separator !== '//' && !isOld && party === null) {
    if (known === null || units.length === 0 || !isUpper(name.printed)) return null;
  }
  if (isSeries && (year !== null || units.length > 0)) return null;
  const isTypeAlone = type !== null && units.length === 0 && (known === null || type.symbol === 'SL');
  const symbol = isTypeAlone ? type.symbol : spellIssuer(name.printed);
  const end = units.at(-1)?.end ?? name.end;
  const ofYear = isTypeAlone || (isOld && units.length === 0) ? readShortYear(folded, end) : '';
  const tail = units.map((unit) => `${isOldPair(separator, unit) ? '/' : '-'}${unit.printed}`).join('');
  // A separator that was left out is a dash before a type, a slash before an issuer.
  const before = isOld || tail.startsWith('/') ? separator || (isTypeAlone ? '-' : '/') : '/';
  return finish(folded, at, end + ofYear.length, {
    shape: isOld ? 'old' : 'letter',
    number,
    year,
    type: isTypeAlone ? type.symbol : null,
    issuerCode: isTypeAlone || isSeries ? null : (party?.symbol ?? symbol),
    canonical: `${lead(number, year)}${before}${symbol}${tail}${ofYear}`,
    known: party ?? (units.length > 0 ? known : null),
  });
}

/** `118 CN/UB`: a unit or field before the slash of a body, as offices wrote them until the nineties. */
function isOfBody(units: readonly CodeGroup[]): boolean {
  const [unit] = units;
  return unit?.separator === '/' && units.length === 1 && findIssuer(unit.printed)?.system === 'state';
}

function readBlank(
  folded: FoldedText,
  { at, number, year }: CodeNumber,
  unit: string,
  [body]: readonly CodeGroup[],
): PrintedCode | null {
  if (body === undefined || year !== null) return null;
  const canonical = `${lead(number, year)}-${unit}/${spellIssuer(body.printed)}`;
  const issuerCode = spellIssuer(body.printed);
  return finish(folded, at, body.end, {
    shape: 'letter',
    number,
    year,
    type: null,
    issuerCode,
    canonical,
    known: null,
  });
}

/** `21-QĐKT/TU`: a type of no table before the slash of a Party committee. */
function committeeOf(units: readonly CodeGroup[]): Issuer | null {
  const [unit] = units;
  const issuer = unit?.separator === '/' && units.length === 1 ? findIssuer(unit.printed) : null;
  return issuer?.system === 'party' ? issuer : null;
}

/** `Quyết định số 401KT/CTN`: decisions on orders and medals, with or without a sign before their letters. */
function readAward(folded: FoldedText, { at, number, year }: CodeNumber, issuer: string, end: number): PrintedCode {
  const known = findIssuer(issuer);
  const canonical = `${lead(number, year)}-KT/${issuer}`;
  return finish(folded, at, end, { shape: 'old', number, year, type: null, issuerCode: issuer, canonical, known });
}

const AWARDING: ReadonlySet<string> = new Set(['CTN', 'CT', 'HĐNN', 'HĐBT', 'TTg', 'CP']);

/** Series of the first decree-laws: 22-C, 76-NV. */
const SERIES = /^(?:[A-D]|NV)$/;
const OLD_GLUED: ReadonlySet<string> = new Set(['SL', 'CP', 'TTg', 'HĐBT']);
const OLD_ALONE = /^(?:SL|SLt|CT)$/;

/** An act before 1997 bore its issuer or its type alone; behind a blank or nothing only the best known of them. */
function isOldSymbol(
  printed: string,
  {
    known,
    type,
    separator,
  }: { readonly known: Issuer | null; readonly type: DocumentType | null; readonly separator: string },
): boolean {
  if (separator === '') return OLD_GLUED.has(printed);
  return (
    OLD_ALONE.test(printed) || known?.scope === 'national' || (separator === '-' && type !== null && known === null)
  );
}

/** `97/SL/56`, `26-TT-1982`, `64/CP/1993`: acts of a type or an issuer alone may print their year behind it. */
function readShortYear(folded: FoldedText, at: number): string {
  SHORT_YEAR.lastIndex = at;
  return SHORT_YEAR.exec(folded.text)?.[0] ?? '';
}

const SHORT_YEAR = /\/[4-9]\d(?![\d/])|[/-](?:19|20)\d\d(?![\d/-])/y;

/**
 * Reads one printed reference code at a number: `21-NQ/Tu`, `812 – TB/ Tu`, `337/2021/NQ-HĐND`, `15/2017/QH14`,
 * `2468/ UBND - VX`.
 *
 * Forms: Party `number-TYPE/ISSUER` (Hướng dẫn 36-HD/VPTW), state `number[/year]/TYPE-ISSUER` (Decree 30/2020/NĐ-CP),
 * National Assembly `number/year/QHterm`, letters `number/ISSUER-UNIT`. Separators are accepted in either style. What
 * stands before the number is left to type-word.ts, whether the code is a citation to find.ts.
 */
import type { ReferenceCode } from './citation.ts';
import { type CodeGroup, cutGroup, isUpper, readGroup, readUnits } from './code-group.ts';
import { chooseSeparators, comparePrint, padNumber, referenceCode, withOtherNumber } from './code-print.ts';
import { type DocumentType, findTypeBySymbol } from './document-types.ts';
import { composeSlice, type FoldedText } from './fold.ts';
import { findIssuer, type Issuer, spellIssuer } from './issuers.ts';

/** How sure the print alone makes it that this is a code: `letter` and `old` need a type word before the number. */
export type CodeShape = 'typed' | 'assembly' | 'letter' | 'old';

export interface PrintedCode {
  /** Folded offsets: first digit of the number; just behind the last letter. */
  readonly start: number;
  readonly end: number;
  readonly shape: CodeShape;
  readonly number: string;
  readonly year: number | null;
  /** Symbol of the printed type; null for a letter and for the Assembly's new codes, which print none. */
  readonly type: string | null;
  /** Null where only a type is printed: `15/KH`, `1-SL`. */
  readonly issuerCode: string | null;
  readonly canonical: ReferenceCode;
  /** True when the tables know the issuer symbol, so that the code may stand without a type word. */
  readonly isKnownIssuer: boolean;
  /** One body in the country bears the symbol. */
  readonly isNational: boolean;
  /** The centre's symbol was printed with Ư, which may as well be a slip for TU. */
  readonly isCentralU: boolean;
  /** Type and issuer were printed as one word: `90/TBMTTQ`. */
  readonly isGlued: boolean;
  readonly flags: readonly string[];
}

/** A number as documents bear it: 21, 0812, 30a (30a/2008/NQ-CP), 66.7 (66.7/2025/NQ-CP), 2041-2. */
const NUMBER = /\d{1,6}(?:\.\d{1,2}(?=[/-]))?(?:[a-e](?=[ \n]?[/-]))?(?:-\d{1,2}(?=\/[a-z]))?/y;
const YEAR = /[ \n]?(?:\/{1,2}|-)[ \n]?((?:19|20)\d\d)(?!\d)/y;

/** The code whose number begins at `at` (folded offset), or null where the print is none. */
export function readPrintedCode(folded: FoldedText, at: number): PrintedCode | null {
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(folded.text)?.[0];
  if (number === undefined) return null;
  YEAR.lastIndex = at + number.length;
  const year = YEAR.exec(folded.text);
  const next = at + number.length + (year?.[0].length ?? 0);
  // `12A` keeps its capital: the number is given as printed.
  const printed = /[a-e]/.test(number) ? composeSlice(folded, at, at + number.length) : number;
  return readCodeBehind(folded, next, { at, number: printed, year: year?.[1] === undefined ? null : Number(year[1]) });
}

/** The number of a code as read: where it begins, and what it says. */
export interface CodeNumber {
  readonly at: number;
  readonly number: string;
  readonly year: number | null;
}

/** The code whose letters begin at `next`, behind its number. */
export function readCodeBehind(folded: FoldedText, next: number, number: CodeNumber): PrintedCode | null {
  const head = readGroup(folded, next);
  if (head === null) return null;
  return (
    readTyped(folded, number, head) ??
    readAssembly(folded, number, head) ??
    readGluedType(folded, number, head) ??
    readLetter(folded, number, head)
  );
}

/** The same code with another number: what `42` means in `42, 43-NQ/TW`. Offsets are those of that number alone. */
export function withNumber(code: PrintedCode, number: string, start: number, end: number): PrintedCode {
  return { ...code, number, start, end, canonical: withOtherNumber(code.canonical, code.number, number), flags: [] };
}

/** The same code with the type that its print left out. */
export function withType(code: PrintedCode, type: string, issuerCode: string): PrintedCode {
  const canonical = referenceCode(`${lead(code.number, code.year)}/${type}-${issuerCode}`);
  return { ...code, type, canonical, flags: [...new Set([...code.flags, 'repaired'])] };
}

function readTyped(folded: FoldedText, number: CodeNumber, head: CodeGroup): PrintedCode | null {
  const type = findTypeBySymbol(head.printed);
  // After a mere space a type symbol must look like one; after a dash or slash `nq` in lower case will do.
  if (type === null || (head.separator.trim() === '' && !isUpper(head.printed))) return null;
  const issuer = readGroup(folded, head.end);
  if (issuer === null || issuer.separator === '') return null;
  return finishTyped(folded, number, type, head.separator.trim(), issuer);
}

function finishTyped(
  folded: FoldedText,
  { at, number, year }: CodeNumber,
  type: DocumentType,
  first: string,
  issuer: CodeGroup,
): PrintedCode | null {
  const name = cutGroup(folded, issuer);
  const known = findIssuer(name.printed);
  if (known === null && !isUpper(name.printed)) return null;
  if (issuer.separator.trim() === '' && (known === null || !isUpper(name.printed))) return null;
  const units = readUnits(folded, name.end, known !== null && /^(?:TW|TU|HU|QU|ĐU)$/.test(known.symbol));
  const issuerCode = [spellIssuer(name.printed), ...units.map((unit) => unit.printed)].join('-');
  const hasYear = year !== null;
  const [before, between] = chooseSeparators(first, issuer.separator.trim(), hasYear, known?.system === 'party');
  return finish(folded, at, units.at(-1)?.end ?? name.end, {
    shape: 'typed',
    number,
    year,
    type: type.symbol,
    issuerCode,
    canonical: `${lead(number, year)}${before}${type.symbol}${between}${issuerCode}`,
    known,
    isCentralU: units.length === 0 && known?.symbol.endsWith('TW') === true && /Ư/iu.test(name.printed),
  });
}

/** `15/2017/QH14`, `1210/2016/UBTVQH13`, also with the slip `06/2022-QH15`. */
function readAssembly(folded: FoldedText, { at, number, year }: CodeNumber, head: CodeGroup): PrintedCode | null {
  const match = /^(QH|UBTVQH)(\d{1,2})?$/i.exec(head.printed);
  if (match === null || year === null) return null;
  const issuerCode = head.printed.toUpperCase();
  const canonical = `${lead(number, year)}/${issuerCode}`;
  const known = match[2] === undefined ? null : findIssuer(issuerCode);
  return finish(folded, at, head.end, { shape: 'assembly', number, year, type: null, issuerCode, canonical, known });
}

/** `90/TBMTTQ-BTT`, `79-KLTW`: type and issuer as one word, both of them in the tables. */
function readGluedType(folded: FoldedText, number: CodeNumber, head: CodeGroup): PrintedCode | null {
  const separator = head.separator.trim();
  if (separator === '' || !isUpper(head.printed) || findIssuer(head.printed) !== null) return null;
  for (let length = Math.min(5, head.printed.length - 2); length >= 2; length -= 1) {
    const type = findTypeBySymbol(head.printed.slice(0, length));
    const rest = { ...head, start: head.start + length, printed: head.printed.slice(length), separator: '' };
    if (type === null || findIssuer(rest.printed)?.symbol !== rest.printed) continue;
    const code = finishTyped(folded, number, type, separator, { ...rest, separator: separator === '-' ? '/' : '-' });
    if (code !== null) return { ...code, isGlued: true };
  }
  return null;
}

/** `910/UBND-DL1`, `1033/BHXH`; old acts such as `101/CP`, `327-CT`, `1-SL`, `22-C` print an issuer or type alone. */
function readLetter(folded: FoldedText, { at, number, year }: CodeNumber, head: CodeGroup): PrintedCode | null {
  const separator = head.separator.trim();
  if (head.separator === '' || separator === '.' || separator === ':') return null;
  const name = cutGroup(folded, head);
  const known = findIssuer(name.printed);
  const type = findTypeBySymbol(name.printed);
  if (known === null && type === null && !isUpper(name.printed)) return null;
  const units = readUnits(folded, name.end, false);
  const isSeries = name.printed.length === 1;
  const isOldIssuer = isSeries || /^(?:SL|CT)$/.test(name.printed) || known?.scope === 'national';
  const isOld = units.length === 0 && isOldIssuer;
  // `388-BVHTTDL-VP`, `77 UBND-NC`: letters whose first slash was mistyped; `388-BVHTTDL` alone says too little.
  if (separator !== '/' && separator !== '//' && !(isOld && separator === '-')) {
    if (known === null || units.length === 0 || !isUpper(name.printed)) return null;
  }
  if (isSeries && (year !== null || units.length > 0)) return null;
  const isTypeAlone = type !== null && units.length === 0 && (known === null || type.symbol === 'SL');
  const symbols = [isTypeAlone ? type.symbol : spellIssuer(name.printed), ...units.map((unit) => unit.printed)];
  return finish(folded, at, units.at(-1)?.end ?? name.end, {
    shape: isOld ? 'old' : 'letter',
    number,
    year,
    type: isTypeAlone ? type.symbol : null,
    issuerCode: isTypeAlone || isSeries ? null : (symbols[0] ?? null),
    canonical: `${lead(number, year)}${isOld ? separator : '/'}${symbols.join('-')}`,
    known: units.length > 0 ? known : null,
  });
}

function lead(number: string, year: number | null): string {
  return year === null ? padNumber(number) : `${padNumber(number)}/${year}`;
}

interface Finished extends Pick<PrintedCode, 'shape' | 'number' | 'year' | 'type' | 'issuerCode'> {
  readonly canonical: string;
  readonly known: Issuer | null;
  readonly isCentralU?: boolean;
}

function finish(folded: FoldedText, start: number, end: number, parts: Finished): PrintedCode {
  const { canonical, known } = parts;
  return {
    start,
    end,
    shape: parts.shape,
    number: parts.number,
    year: parts.year,
    type: parts.type,
    issuerCode: parts.issuerCode,
    canonical: referenceCode(canonical),
    isKnownIssuer: known !== null,
    isNational: known?.scope === 'national',
    isCentralU: parts.isCentralU ?? false,
    isGlued: false,
    flags: comparePrint(folded, start, end, canonical),
  };
}

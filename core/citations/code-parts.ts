/**
 * What a printed reference code consists of, and how its parts are put together once they are read. printed-code.ts and
 * letter-code.ts read them.
 */
import type { ReferenceCode } from './citation.ts';
import type { CodeGroup } from './code-group.ts';
import { comparePrint, padNumber, referenceCode } from './code-print.ts';
import type { FoldedText } from './fold.ts';
import type { Issuer } from './issuers.ts';
import { remembered } from './remembered.ts';

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

/** The number of a code as read: where it begins, and what it says. */
export interface CodeNumber {
  readonly at: number;
  readonly number: string;
  readonly year: number | null;
}

/** How a code begins: `07`, `40/2022`. */
export function lead(number: string, year: number | null): string {
  return year === null ? padNumber(number) : `${padNumber(number)}/${year}`;
}

export interface Finished extends Pick<PrintedCode, 'shape' | 'number' | 'year' | 'type' | 'issuerCode'> {
  readonly canonical: string;
  readonly known: Issuer | null;
  readonly isCentralU?: boolean;
}

/** The code between the folded offsets, with what its print needed. */
export function finish(folded: FoldedText, start: number, end: number, parts: Finished): PrintedCode {
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

/** Printed in small letters throughout. */
export function isSmall({ printed }: CodeGroup): boolean {
  return isSmallPrint(printed);
}

/** The same of letters alone. */
export function isSmallPrint(printed: string): boolean {
  for (let at = 0; at < printed.length; at += 1)
    if (IS_SMALL[printed.charCodeAt(at)] !== 1) return isSmallWord(printed);
  return true;
}

/** 1 for each sign that is its own small letter, of those that Vietnamese is printed with. */
const IS_SMALL = Uint8Array.from({ length: 0x1f00 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return sign === sign.toLowerCase() ? 1 : 0;
});
const isSmallWord = remembered((printed) => printed === printed.toLowerCase());

/** `203-TTg/VG`: the old pair, dash first, stays as it is printed. */
export function isOldPair(first: string, unit: CodeGroup): boolean {
  return first === '-' && unit.separator === '/';
}

/**
 * Puts read parts together as a reference code in standard spelling, and says how the print differed from it.
 *
 * Slash and dash stay where the source puts them as long as the pair is one of the two styles; a number below ten gets
 * its leading zero.
 */
import type { ReferenceCode } from './citation.ts';
import { composeSlice, type FoldedText, isPlainPrint } from './fold.ts';
import { isDigit } from './letters.ts';

/** The two separators of a code: before the type, and between type and issuer. A doubled sign counts once. */
export function chooseSeparators(
  printedFirst: string,
  printedSecond: string,
  hasYear: boolean,
  isParty: boolean,
): readonly [string, string] {
  if (hasYear) return ['/', '-'];
  const first = undouble(printedFirst);
  const second = undouble(printedSecond);
  if (first === '-' && second === '/') return ['-', '/'];
  if (first === '/' && second === '-') return ['/', '-'];
  if (first === '') return second === '-' ? ['/', '-'] : ['-', '/'];
  return isParty ? ['-', '/'] : ['/', '-'];
}

function undouble(sign: string): string {
  return sign.length === 2 && sign.charAt(0) === sign.charAt(1) ? sign.charAt(0) : sign;
}

export function padNumber(number: string): string {
  return number.length === 1 && isDigit(number.charCodeAt(0)) ? `0${number}` : number;
}

/** The same code with another number or number and year, as it is spelled: `42` for `43-NQ/TW`, `40/2022` for `41/2022/TT-BTC`. */
export function withOtherNumber(canonical: ReferenceCode, from: string, to: string): ReferenceCode {
  return referenceCode(to + canonical.slice(from.length));
}

/** The same code with another issuer at its end: TU for `19-NQ/TW`. */
export function withIssuer(canonical: ReferenceCode, from: string, to: string): ReferenceCode {
  return referenceCode(canonical.slice(0, canonical.length - from.length) + to);
}

/** Every code of a citation is minted here, after its parts were read or inferred. */
export function referenceCode(text: string): ReferenceCode {
  return text as ReferenceCode;
}

/** Why the print between the folded offsets had to be read with care; `repaired` whenever it is not `canonical` as is. */
export function comparePrint(folded: FoldedText, start: number, end: number, canonical: string): readonly string[] {
  const printed = folded.slice(start, end);
  if (printed === canonical) return [];
  const flags: string[] = [];
  const unified = isPlainPrint(printed) ? printed : printed.normalize('NFC');
  const matched = folded.text.slice(start, end);
  const isBroken = matched.includes('\n');
  const isSpaced = isBroken || matched.includes(' ');
  if (isSpaced) flags.push(isBroken ? 'linebreak' : 'spaces');
  if (DASH.test(printed)) flags.push('dash');
  if (ENTITY.test(printed)) flags.push('entity');
  if (unified !== printed) flags.push('nfd');
  const compact = composeSlice(folded, start, end);
  const composed = isSpaced ? compact.replace(/\s+/g, '') : compact;
  // A number below ten without its zero is no fault of print.
  const expected = /^0\d\D/.test(canonical) && /^\d\D/.test(composed) ? canonical.slice(1) : canonical;
  if (composed !== expected && composed.toUpperCase() === expected.toUpperCase()) flags.push('case');
  if (flags.length > 0 || unified !== expected) flags.push('repaired');
  return flags;
}

const DASH = /[\u2010-\u2015\u2212]/;
const ENTITY = /&#?\w+;|</;

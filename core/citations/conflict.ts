/**
 * Tells where the printed symbol contradicts the named issuer, and which code was then likely meant: `19-NQ/TW` "của Ban
 * Thường vụ Tỉnh ủy", `19/NQ-UBND` "của HĐND tỉnh".
 *
 * The print is kept by whoever asks; this is only the likely code. Between state bodies it is told only where the named
 * one issues documents of that type and the printed one does not: "Quyết định 06/QĐ-TTg của Chính phủ" is loose speech,
 * and a ministry cited under its successor's name is no contradiction.
 */
import type { ReferenceCode } from './citation.ts';
import type { PrintedCode } from './code-parts.ts';
import { withIssuer } from './code-print.ts';
import { bearsSymbol, type IssuerPhrase } from './issuer-phrase.ts';
import { findIssuer } from './issuers.ts';

/** Party committees below the centre; a code that prints another of these, or the centre, contradicts the phrase. */
const LOCAL_PARTY: ReadonlySet<string> = new Set(['TU', 'HU', 'QU']);
/** Of two bodies, which types are the first's alone: printed with the second's symbol, they contradict it. */
const OWN_TYPES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['TTg for CP', new Set(['QĐ', 'CT', 'CĐ'])],
  ['CP for TTg', new Set(['NĐ', 'NQ'])],
  ['HĐND for UBND', new Set(['NQ'])],
  ['UBND for HĐND', new Set(['QĐ', 'CT', 'KH', 'CĐ'])],
]);

/** The code that was likely meant, or null. `isBeside`: the issuer stands behind or inside the mention, not before it. */
export function findConflict(
  code: PrintedCode | null,
  issuer: IssuerPhrase | null,
  isBeside: boolean,
): ReferenceCode | null {
  if (code === null || code.issuerCode === null || code.type === null) return null;
  if (issuer === null || issuer.symbol === null) return null;
  const isTold = isPartyConflict(code, issuer) || (isBeside && isStateConflict(code, issuer));
  return isTold ? withIssuer(code.canonical, code.issuerCode, issuer.symbol) : null;
}

function isPartyConflict(code: PrintedCode, issuer: IssuerPhrase): boolean {
  const symbol = code.issuerCode ?? '';
  // TƯ is how TU and TW are both misprinted; with a local committee named it is no contradiction, only a slip.
  if (code.isCentralU && issuer.symbol === 'TU') return false;
  if (issuer.symbol === 'TW') return issuer.organ !== 'trung-uong' && LOCAL_PARTY.has(symbol);
  if (issuer.symbol === 'ĐU') return issuer.level === 'commune' && LOCAL_PARTY.has(symbol);
  if (!LOCAL_PARTY.has(issuer.symbol ?? '')) return false;
  return symbol === 'TW' || (LOCAL_PARTY.has(symbol) && symbol !== issuer.symbol && issuer.organ !== 'thi-uy');
}

function isStateConflict(code: PrintedCode, issuer: IssuerPhrase): boolean {
  if (OWN_TYPES.get(`${issuer.symbol} for ${code.issuerCode}`)?.has(code.type ?? '')) return true;
  return issuer.organ === 'bo' && isOtherMinistry(code, issuer);
}

/** A circular of one ministry that prints another's symbol; what later became of a ministry is no contradiction. */
function isOtherMinistry(code: PrintedCode, issuer: IssuerPhrase): boolean {
  const [printed, named] = [code.issuerCode ?? '', issuer.symbol ?? ''];
  if (code.type !== 'TT' || code.year === null || !/^B\p{Lu}+$/u.test(printed) || bearsSymbol(issuer, printed))
    return false;
  const [one, other] = [findIssuer(printed), findIssuer(named)];
  if (one === null || other === null || printed.startsWith(named) || named.startsWith(printed)) return false;
  return [one, other].every(({ from, to }) => isWithin(code.year ?? 0, from, to));
}

function isWithin(year: number, from: string | null, to: string | null): boolean {
  return (from === null || year >= Number(from.slice(0, 4))) && (to === null || year <= Number(to.slice(0, 4)));
}

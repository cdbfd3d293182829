/**
 * Takes a reference code in standard spelling apart and puts it together again; parse and format are inverse.
 *
 * The styles are those of the two systems (Party `21-NQ/TU`, state `337/2021/NQ-HĐND`, `61/NQ-HĐND`), the National
 * Assembly's `15/2017/QH14`, letters `910/UBND-DL1`, and old acts `101/CP`. A code is a label: nothing here tells which
 * document it labels.
 */
import type { ReferenceCode } from './citation.ts';
import { findTypeBySymbol } from './document-types.ts';

export interface CodeParts {
  readonly number: string;
  readonly year: number | null;
  /** Null for the Assembly's codes and for letters, which print none. */
  readonly type: string | null;
  readonly issuerCode: string;
  /** Separators as they stand: before the type (or issuer), and between type and issuer. */
  readonly separators: readonly [string, string];
}

const NUMBER = '(\\d{1,6}(?:\\.\\d{1,2})?[a-eA-E]?(?:-\\d{1,2}(?=/))?)';
const WITH_YEAR = new RegExp(`^${NUMBER}/((?:19|20)\\d\\d)/(.+)$`, 'u');
const WITHOUT_YEAR = new RegExp(`^${NUMBER}([-/])(.+)$`, 'u');

/** The parts of `code`, or null where it is not in standard spelling. */
export function parseCode(code: string): CodeParts | null {
  const dated = WITH_YEAR.exec(code);
  if (dated?.[1] !== undefined && dated[3] !== undefined) return split(dated[1], Number(dated[2]), '/', dated[3]);
  const bare = WITHOUT_YEAR.exec(code);
  if (bare?.[1] === undefined || bare[2] === undefined || bare[3] === undefined) return null;
  return split(bare[1], null, bare[2], bare[3]);
}

/** The code with these parts. */
export function formatCode({ number, year, type, issuerCode, separators: [first, second] }: CodeParts): ReferenceCode {
  const lead = year === null ? number : `${number}/${year}`;
  return `${lead}${first}${type === null ? '' : type + second}${issuerCode}` as ReferenceCode;
}

function split(number: string, year: number | null, first: string, symbols: string): CodeParts | null {
  if (!/^\p{L}[\p{L}\d&.-]*(?:\/[\p{L}\d&.-]+)*$/u.test(symbols)) return null;
  const at = symbols.search(/[-/]/);
  const head = at < 0 ? symbols : symbols.slice(0, at);
  const type = at < 0 ? null : findTypeBySymbol(head);
  if (type === null || type.symbol !== head)
    return { number, year, type: null, issuerCode: symbols, separators: [first, ''] };
  return { number, year, type: head, issuerCode: symbols.slice(at + 1), separators: [first, symbols.charAt(at)] };
}

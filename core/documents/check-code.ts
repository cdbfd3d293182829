/**
 * What the printed code of a citation says against itself, with no knowledge of the archive: its spelling, the type word
 * before it, its year beside its date, the term of the National Assembly in it.
 */
import type { Citation, ReferenceCode } from '../citations/citation.ts';
import { formatCode, parseCode } from '../citations/code.ts';
import { documentTypes, findType, findTypeByWord, isSameType } from '../citations/document-types.ts';
import { foldKey } from '../citations/fold.ts';
import { findIssuer } from '../citations/issuers.ts';
import { type Reason, reason } from './check-reasons.ts';
import { findAssemblyTerm } from './terms.ts';

/** Acts that others put in force: "Đề án 06/QĐ-TTg" is loose speech for the Quyết định. */
const ANNEXED: ReadonlySet<string> = new Set(['ĐA', 'DA', 'PA', 'QC', 'QT', 'CTr', 'CTrHĐ', 'KH', 'ĐL']);
/** Flags of the reading, not of the print: a line end or a composed letter is nobody's misspelling. */
const NO_SPELLING: ReadonlySet<string> = new Set(['entity', 'legacy-encoding', 'shared-suffix', 'bare-number']);
const MOST_TYPE_WORDS = 4;

/** What is wrong with the code as it is printed. `day`: that of the draft. */
export function judgeCode(citation: Citation, day: string): readonly Reason[] {
  if (citation.kind !== 'code' || citation.canonical === null) return [];
  return [...judgeType(citation), ...judgeYear(citation, day), ...judgeSpelling(citation)];
}

/** The code in the style of its issuer's system: `217/QĐ-TW` is `217-QĐ/TW`. */
export function standardCode(canonical: ReferenceCode): ReferenceCode {
  const parts = parseCode(canonical);
  if (parts === null || parts.type === null || parts.year !== null) return canonical;
  const system = findIssuer(parts.issuerCode)?.system;
  if (system === 'party') return formatCode({ ...parts, separators: ['-', '/'] });
  return system === 'state' ? formatCode({ ...parts, separators: ['/', '-'] }) : canonical;
}

/** Where the number begins in what is printed; its length where none is printed. */
export function numberStart(surface: string): number {
  const at = surface.search(/\d/);
  return at < 0 ? surface.length : at;
}

function judgeSpelling({ surface, canonical, flags }: Citation): readonly Reason[] {
  if (canonical === null || flags.some((flag) => NO_SPELLING.has(flag))) return [];
  const standard = standardCode(canonical);
  const composed = surface
    .slice(numberStart(surface))
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
  const printed = composed.replace(/[ \t]{0,8}\n\s{0,8}/g, '').replace(/\u00a0/g, ' ');
  if (printed === standard || `0${printed}` === standard) return [];
  return [reason('spelling', { printed: composed.replace(/\s+/g, ' '), standard })];
}

function judgeType({ surface, canonical, issuerCode }: Citation): readonly Reason[] {
  const symbol = canonical === null ? null : (parseCode(canonical)?.type ?? null);
  if (symbol === null) return [];
  const words = surface
    .slice(0, numberStart(surface))
    .replace(/(?:^|\s)số[\s:.]*$/iu, '')
    .replace(/[^\p{L}\p{M}\s/]+/gu, ' ')
    .trim()
    .split(/\s+/);
  const begun = typeOf(words, (count) => words.slice(0, count));
  const ended = typeOf(words, (count) => words.slice(-count));
  if (begun === null || foldKey(begun.word) === 'van ban') return [];
  if ([begun, ended].some((one) => one !== null && isSameType(one.symbol, symbol))) return [];
  const params = { word: begun.word, symbol, name: nameOf(symbol, issuerCode) };
  return [reason(ANNEXED.has(begun.symbol) && /^(?:QĐ|NQ)$/.test(symbol) ? 'type-annexed' : 'type-conflict', params)];
}

function typeOf(
  words: readonly string[],
  take: (count: number) => readonly string[],
): { readonly word: string; readonly symbol: string } | null {
  for (let count = Math.min(words.length, MOST_TYPE_WORDS); count > 0; count -= 1) {
    const word = take(count).join(' ');
    const type = word === '' ? null : findTypeByWord(word);
    if (type !== null) return { word, symbol: type.symbol };
  }
  return null;
}

/** The name of a symbol, of two the one that the issuer's system has: TT of a ministry is a Thông tư. */
function nameOf(symbol: string, issuerCode: string | null): string {
  const system = issuerCode === null ? undefined : findIssuer(issuerCode)?.system;
  const own = system === 'mass-org' ? 'mass' : system;
  const fitting = documentTypes.find(
    (type) => type.symbol === symbol && own !== undefined && type.systems.includes(own),
  );
  return (fitting ?? findType(symbol))?.name ?? symbol;
}

function judgeYear({ canonical, date }: Citation, day: string): readonly Reason[] {
  const parts = canonical === null ? null : parseCode(canonical);
  if (parts === null || parts.year === null) return [];
  const year = String(parts.year);
  if (date !== null && date.slice(0, 4) !== year) return [reason('year-conflict', { year, date })];
  if (year > day.slice(0, 4)) return [reason('year-future', { year, day })];
  const term = /^(?:QH|UBTVQH)(\d{1,2})$/.exec(parts.issuerCode)?.[1];
  const [first, last] = [findAssemblyTerm(`${year}-01-01`), findAssemblyTerm(`${year}-12-31`)];
  if (term === undefined || first.kind !== 'term' || last.kind !== 'term') return [];
  const isWithin = Number(term) >= Number(first.term) && Number(term) <= Number(last.term);
  return isWithin ? [] : [reason('term-conflict', { year, term })];
}

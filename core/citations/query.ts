/**
 * Reads what someone typed into the search box as the code it may mean: `nq 21 tu`, `337/2021`, `nghi quyet 21 tinh uy`,
 * `ct05`, `812 tb tu`, a pasted title, a file's name.
 *
 * Parts may come in any order, in any spelling; they make a code where they touch. What is no part of it stays in `words`.
 * Digits are never corrected. A query without a number, with a number and nothing else, or with two documents is no code.
 */
import type { Citation, Span } from './citation.ts';
import { isSameType } from './document-types.ts';
import { extractCitations } from './extract.ts';
import { foldKey } from './fold.ts';
import { bearsSymbol, parseIssuerPhrase } from './issuer-phrase.ts';
import { isPiece, type QueryToken, readTokens } from './query-tokens.ts';

/** The parts of a typed code; null where nothing was typed for it. */
export interface CodeQuery {
  readonly type: string | null;
  readonly number: string | null;
  readonly issuerCode: string | null;
  /** Issuer in words as understood: "Tỉnh ủy", "Bộ Chính trị". */
  readonly issuer: string | null;
  readonly year: number | null;
  /** What is left, as typed. */
  readonly words: string;
}

const MAX_QUERY = 512;
const EMPTY: CodeQuery = { type: null, number: null, issuerCode: null, issuer: null, year: null, words: '' };

/** The parts of `typed`; a query that names no document has `number` null and all of it in `words`. */
export function readQuery(typed: string): CodeQuery {
  const text = typed
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .slice(0, MAX_QUERY)
    .replace(/\s+/g, ' ')
    .trim();
  return readCode(spellPlainly(text)) ?? { ...EMPTY, words: text };
}

/** True where the query names a document by number. */
export function isCodeQuery(query: CodeQuery): boolean {
  return query.number !== null;
}

/** Full-width signs, T.Ư and T.W, addresses, file names and slugs as plain words. */
function spellPlainly(text: string): string {
  const plain = text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/^https?:\/\/\S*\/(?=[^/\s]+$)/i, '')
    .replace(/\.(?:pdf|docx?|xlsx?|html?|aspx)$/i, '')
    .replace(/(?<![\p{L}\d])t\. ?([uưw])(?![\p{L}])\.?/giu, (_, letter: string) => (/u/i.test(letter) ? 'TU' : 'TW'))
    .replace(/(?<=\d.*)(?<!\p{L})(qh|ubtvqh) (1\d)(?!\d)/giu, '$1$2')
    .replaceAll('_', ' ')
    // `12-2022-TT-BTC`: the year is not the number that the symbol stands behind.
    .replace(/^(?!(?:19|20)\d\d)(\d{1,5})[ -](?=(?:19|20)\d\d[ -]\p{Lu}{2})/u, '$1/');
  const isSlug = !/[\s/]/.test(plain) && /(?:-[^-]+){3}/.test(plain);
  return isSlug ? plain.replace(/(?<!(?:19|20)\d\d)-|-(?!(?:19|20)\d\d)/g, ' ') : plain;
}

/** What a reader of texts finds whole: the parts and where they stand. */
interface WholeCode extends Span {
  readonly type: string | null;
  readonly number: string;
  readonly issuerCode: string | null;
  readonly year: number | null;
}

/** Words behind which the first of several codes is the document, the others what it is about. */
const ACTS_ON = /(?:^| )(?:ve|thuc hien|trien khai|sua doi|thay the|bai bo|huong dan|quy dinh chi tiet|cu the hoa) /;

/** Letters among the digits of a number (`3O/2020`, `l8`): which digits were meant is not for us to say. */
const DAMAGED = /(?<![\p{L}\d])(?=[oil]*\d)(?=\d*[oil])[\doil]{2,6}(?![\p{L}\d])( ?[/-])?/iu;

function readCode(text: string): CodeQuery | null {
  const damaged = DAMAGED.exec(text);
  if (damaged?.[1] !== undefined) return null;
  const codes = extractCitations(text).filter(({ kind, sameAs }) => kind === 'code' && sameAs === null);
  if (codes.some(({ flags }) => flags.includes('scanned-digits'))) return null;
  const [first, second] = codes;
  if (first !== undefined && second !== undefined && !ACTS_ON.test(foldKey(text.slice(first.end, second.start))))
    return null;
  const whole = wholeOf(first, text, 0) ?? readLetterCode(text);
  if (whole === null) return damaged === null ? readLooseCode(text) : null;
  return assemble(text, whole, readTokens(text, whole));
}

/** `910/UBND-DL1`: a letter's code, which a text would print behind its type word. */
function readLetterCode(text: string): WholeCode | null {
  const at = text.search(/(?<![\p{L}\d/.-])\d{1,6} ?\/ ?[\p{L}&]{2,20} ?[-–]/u);
  if (at < 0) return null;
  const prefix = 'Công văn số ';
  const [citation] = extractCitations(prefix + text.slice(at));
  if (citation?.start !== 0 || citation.kind !== 'code' || citation.type !== 'CV') return null;
  const whole = wholeOf(citation, prefix + text.slice(at), at - prefix.length);
  return whole === null ? null : { ...whole, type: null };
}

/** The code without the type word before it, which is read with the other words. */
function wholeOf(citation: Citation | undefined, text: string, shift: number): WholeCode | null {
  if (citation === undefined || citation.number === null) return null;
  const { type, number, issuerCode, year, end } = citation;
  const start = text.indexOf(number, citation.start);
  if (start < 0 || start >= end) return null;
  return { type, number, issuerCode, year, start: start + shift, end: end + shift };
}

/** A code of pieces that touch: number and type, number and issuer, number and year. */
function readLooseCode(text: string): CodeQuery | null {
  const tokens = readTokens(text, null);
  const at = findNumber(text, tokens);
  const token = tokens[at];
  if (token?.kind !== 'number' && token?.kind !== 'year') return null;
  const { start, end, digits } = token;
  const code = { type: null, number: digits, issuerCode: null, year: null, start, end };
  const query = assemble(text, code, [...tokens.slice(0, at), { start, end, kind: 'code' }, ...tokens.slice(at + 1)]);
  const [hasType, hasIssuer] = [query.type !== null, (query.issuerCode ?? query.issuer) !== null];
  const isTouched = rankNumber(tokens, at) < APART;
  if (isTouched ? hasType || hasIssuer : hasType && hasIssuer) return query;
  const hasYear = query.year !== null && (query.words === '' || /^ ?[/-] ?\d{4}(?!\d)/.test(text.slice(end)));
  return hasYear && !hasType && !hasIssuer ? query : null;
}

/** The token that is the document's number; -1 where none is, or where two documents are named. */
function findNumber(text: string, tokens: readonly QueryToken[]): number {
  const numbers = [...tokens.keys()].filter((at) => tokens[at]?.kind === 'number');
  if (numbers.length === 0) return tokens.findIndex((_, at) => isNumberLikeYear(tokens, at));
  const best = Math.min(...numbers.map((at) => rankNumber(tokens, at)));
  const [first = -1, second] = numbers.filter((at) => rankNumber(tokens, at) === best);
  const other = second ?? numbers.find((at) => at === first + 1);
  if (other === undefined || best === APART) return first;
  const between = text.slice(tokens[first]?.end, tokens[other]?.start);
  return ACTS_ON.test(foldKey(between)) ? first : -1;
}

const APART = 3;

/** How surely a number is the document's: behind its type, beside a symbol, beside another piece, apart. */
function rankNumber(tokens: readonly QueryToken[], at: number): number {
  const [before, behind] = [tokens[at - 1]?.kind, tokens[at + 1]?.kind];
  if (before === 'type' || before === 'link') return 0;
  if (behind === 'type' || behind === 'issuer') return 1;
  return before === 'issuer' || before === 'year' || before === 'date' || behind === 'year' ? 2 : APART;
}

/** Registers of these types pass 1900 within a year; others bear such a number only where the code's order shows it. */
const LONG_REGISTERS: ReadonlySet<string> = new Set(['QĐ', 'CV', 'TB']);

function isNumberLikeYear(tokens: readonly QueryToken[], at: number): boolean {
  const [before, token, behind] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token?.kind !== 'year' || token.end - token.start !== token.digits.length) return false;
  if (before?.kind === 'type' && LONG_REGISTERS.has(before.symbol)) return true;
  return before?.kind === 'link' || behind?.kind === 'type';
}

interface Draft {
  type: string | null;
  issuerCode: string | null;
  issuer: string | null;
  year: number | null;
  readonly used: Set<QueryToken>;
}

/** The code at its token and all that touches it and fits; what does not fit ends the code. */
function assemble(text: string, code: WholeCode, tokens: readonly QueryToken[]): CodeQuery {
  const at = tokens.findIndex(({ kind }) => kind === 'code');
  const draft: Draft = {
    ...code,
    issuer: null,
    used: new Set(tokens.filter(({ kind }) => kind === 'date' || kind === 'code')),
  };
  const before = tokens.slice(0, at).reverse();
  const behind = tokens.slice(at + 1);
  const left = before.slice(takeRun(text, before, draft, true));
  takeRun(text, behind, draft, false);
  for (const token of left) {
    const isMissing =
      token.kind === 'type' ? draft.type === null || token === tokens[0] : token.kind === 'issuer' && !draft.issuerCode;
    if (isMissing) take(token, draft);
  }
  const isOfCentre = tokens.some(({ kind }) => kind === 'plenum') || draft.issuerCode === 'BCT';
  if (isOfCentre && /^(?:NQ|KL)$/.test(draft.type ?? '') && code.issuerCode === null) nameCentre(draft);
  const { issuerCode, issuer, year, used } = draft;
  const type = code.type ?? draft.type;
  return { type, number: code.number, issuerCode, issuer, year, words: wordsOf(text, tokens, used) };
}

/** Ministries adopt no NQ and no KL: there BCT is Bộ Chính trị, and a plenum is the centre's. */
function nameCentre(draft: Draft): void {
  if (draft.issuerCode === 'BCT') draft.issuer ??= 'Bộ Chính trị';
  if (draft.issuerCode === 'BCT' || draft.issuerCode === null) draft.issuerCode = 'TW';
}

/** Takes the pieces that follow one another from the code on, outwards; says how many. */
function takeRun(text: string, tokens: readonly QueryToken[], draft: Draft, isLeftwards: boolean): number {
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1] ?? null;
    // `21-NQ/TU quy định mức chi`: the word opens the title.
    const opensTitle = !isLeftwards && token.kind === 'type' && token.isWord && next !== null && !isPiece(next);
    if (!isPiece(token) || opensTitle) return at;
    const isOf = !isLeftwards && /^c/.test(foldKey(text.slice(tokens[at - 1]?.start, tokens[at - 1]?.end)));
    if (!take(token, draft, isOf)) return at;
  }
  return tokens.length;
}

/** Takes a piece into the draft; false where it contradicts what is there. `isOf`: "của" stands before it. */
function take(token: QueryToken, draft: Draft, isOf = false): boolean {
  switch (token.kind) {
    case 'date':
    case 'link':
      break;
    case 'type':
      if (draft.type !== null && !isSameType(draft.type, token.symbol)) return false;
      // The code's own letters outrank the word: `chương trình hành động 12 ctr tu`, `quy định 08 qđi tw`.
      if (draft.type === null || !token.isWord) draft.type = token.symbol;
      break;
    case 'issuer':
      if (!isOf && !isSameIssuer(draft.issuerCode, token)) return false;
      draft.issuerCode ??= token.symbol;
      draft.issuer ??= token.name;
      break;
    case 'year':
      if (draft.year !== null && draft.year !== Number(token.digits)) return false;
      draft.year = Number(token.digits);
      break;
    default:
      return false;
  }
  draft.used.add(token);
  return true;
}

function isSameIssuer(code: string | null, { symbol, name }: { symbol: string | null; name: string | null }): boolean {
  if (code === null || code === symbol) return true;
  const phrase = name === null ? null : parseIssuerPhrase(name);
  return phrase !== null && bearsSymbol(phrase, code);
}

/** What was not taken, as typed, without the small words that joined it to the code. */
function wordsOf(text: string, tokens: readonly QueryToken[], used: ReadonlySet<QueryToken>): string {
  const runs: Span[] = [];
  for (const [at, token] of tokens.entries()) {
    const last = tokens[at - 1];
    if (used.has(token)) continue;
    const isNext = last !== undefined && !used.has(last);
    const start = isNext ? (runs.pop()?.start ?? token.start) : token.start;
    runs.push({ start, end: token.end });
  }
  const words = runs.map(({ start, end }) => text.slice(start, end)).join(' ');
  return words
    .replace(/^(?:(?:của|cua|về|ve|v\/v|số|so|do)(?: |$))+/iu, '')
    .replace(/(?:(?:^| )(?:của|cua|về|do))+$/iu, '');
}

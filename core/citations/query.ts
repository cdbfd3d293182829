/**
 * Reads what someone typed into the search box as the code it may mean: `nq 21 tu`, `337/2021`, `nghi quyet 21 tinh uy`,
 * `ct05`, `812 tb tu`.
 *
 * Parts may come in any order, in any spelling; what is no part of a code stays in `words`. Digits are never corrected.
 * A query without a number, or with a number and nothing else, is no code.
 */
import { findTypeBySymbol, findTypeByWord } from './document-types.ts';
import { extractCitations } from './extract.ts';
import { foldKey, foldText } from './fold.ts';
import { readIssuerPhrase } from './issuer-phrase.ts';
import { findIssuer } from './issuers.ts';

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
const PLENUM = /(?:^| )(?:nq|nghi quyet|kl|ket luan) (?:hoi nghi )?trung uong (?:lan thu )?\d{1,2}(?![\d/-])/;
const TYPE_WORD_SYLLABLES = 4;
const YEAR = /^(?:19|20)\d\d$/;

/** The parts of `typed`; a query that names no document has `number` null and all of it in `words`. */
export function readQuery(typed: string): CodeQuery {
  const text = typed.normalize('NFC').slice(0, MAX_QUERY).replace(/\s+/g, ' ').trim();
  // The number of "Nghị quyết Trung ương 4" is the plenum's: no code bears it, words find it.
  if (PLENUM.test(foldKey(text))) return { ...EMPTY, words: text };
  return readFullCode(text) ?? readLetterCode(text) ?? readParts(text) ?? { ...EMPTY, words: text };
}

/** True where the query names a document by number. */
export function isCodeQuery(query: CodeQuery): boolean {
  return query.number !== null;
}

const EMPTY: CodeQuery = { type: null, number: null, issuerCode: null, issuer: null, year: null, words: '' };

/** A code that a reader of texts would find as it stands. */
function readFullCode(text: string): CodeQuery | null {
  const [citation, ...others] = extractCitations(text);
  if (citation === undefined || others.length > 0 || citation.kind !== 'code' || citation.number === null) return null;
  const rest = `${text.slice(0, citation.start)} ${text.slice(citation.end)}`;
  const named = readIssuerWords(rest);
  return {
    type: citation.type,
    number: citation.number,
    issuerCode: citation.issuerCode,
    issuer: citation.issuerName ?? named?.issuer ?? null,
    year: citation.year,
    words: tidy(named === null ? rest : named.rest),
  };
}

/** `910/UBND-DL1`: a letter's code, which a text would print behind its type word. */
function readLetterCode(text: string): CodeQuery | null {
  const prefix = 'Công văn số ';
  const [citation, ...others] = extractCitations(prefix + text);
  if (citation === undefined || others.length > 0 || citation.start !== 0 || citation.number === null) return null;
  if (
    citation.kind !== 'code' ||
    citation.type !== 'CV' ||
    !/^\d[^/]{0,6}\/[^/]{2,20}-/.test(citation.surface.slice(prefix.length))
  )
    return null;
  const { number, issuerCode, year } = citation;
  return { ...EMPTY, number, issuerCode, year, words: tidy(text.slice(citation.end - prefix.length)) };
}

interface Draft {
  type: string | null;
  number: string | null;
  issuerCode: string | null;
  issuer: string | null;
  year: number | null;
  readonly words: string[];
}

function readParts(text: string): CodeQuery | null {
  const named = readIssuerWords(text);
  const tokens = tokenise(named === null ? text : named.rest);
  const draft: Draft = { ...EMPTY, issuerCode: named?.symbol ?? null, issuer: named?.issuer ?? null, words: [] };
  for (let at = 0; at < tokens.length; ) at += takeToken(tokens, at, draft);
  if (draft.number === null && draft.year !== null && draft.type !== null) {
    draft.number = String(draft.year);
    draft.year = null;
  }
  const hasSupport = draft.type !== null || draft.issuerCode !== null || draft.year !== null;
  if (draft.number === null || !hasSupport) return null;
  return { ...draft, words: tidy(draft.words.join(' ')) };
}

/** Takes one or more tokens from `at` into the draft and says how many. */
function takeToken(tokens: readonly string[], at: number, draft: Draft): number {
  const token = tokens[at] ?? '';
  for (let length = Math.min(TYPE_WORD_SYLLABLES, tokens.length - at); length >= 1; length -= 1) {
    const words = tokens.slice(at, at + length).join(' ');
    const type = length === 1 ? (findTypeBySymbol(words) ?? findTypeByWord(words)) : findTypeByWord(words);
    if (type !== null && draft.type === null) {
      draft.type = type.symbol;
      return length;
    }
  }
  if (/^\d/.test(token)) {
    takeNumber(token, draft);
    return 1;
  }
  if (/^s[oố]$/iu.test(token) && draft.number === null) return 1;
  if (/^n[aă]m$/iu.test(token) && YEAR.test(tokens[at + 1] ?? '')) return 1;
  const issuer = findIssuer(token);
  if (issuer !== null && draft.issuerCode === null) {
    draft.issuerCode = /^(?:QH|UBTVQH)\d/i.test(token) ? token.toUpperCase() : issuer.symbol;
    return 1;
  }
  const glued = draft.type === null && draft.issuerCode === null ? splitSymbols(token) : null;
  if (glued !== null) {
    draft.type = glued.type;
    draft.issuerCode = glued.issuer;
    return 1;
  }
  draft.words.push(token);
  return 1;
}

function takeNumber(token: string, draft: Draft): void {
  const isYear = YEAR.test(token);
  if (draft.number === null && !isYear) draft.number = token;
  else if (draft.year === null && isYear) draft.year = Number(token);
  else if (draft.number === null) draft.number = token;
  else draft.words.push(token);
}

/** `nqtu` → NQ, TU; `nqhdnd` → NQ, HĐND. */
function splitSymbols(token: string): { type: string; issuer: string } | null {
  for (let length = Math.min(5, token.length - 2); length >= 2; length -= 1) {
    const type = findTypeBySymbol(token.slice(0, length));
    const issuer = findIssuer(token.slice(length));
    if (type !== null && issuer !== null) return { type: type.symbol, issuer: issuer.symbol };
  }
  return null;
}

/** Words and numbers; letters and digits that touch are parted, but not those of `qh15`. */
function tokenise(text: string): readonly string[] {
  return text
    .split(/[\s,;:()"“”–—−/\\_-]+/u)
    .flatMap((word) => (/^(?:qh|ubtvqh)\d{1,2}$/i.test(word) || /^\d+[a-e]$/i.test(word) ? [word] : splitDigits(word)))
    .filter((word) => word !== '');
}

function splitDigits(word: string): readonly string[] {
  const parts = word.match(/\d+(?:\.\d+)?|[^\d]+/gu) ?? [];
  return parts.map((part) => part.replace(/^\.+|\.+$/g, '')).filter((part) => part !== '');
}

/** An issuer named in words, with the rest of the text. Symbols alone (tu, tw) are left to the tokens. */
function readIssuerWords(text: string): { symbol: string; issuer: string; rest: string } | null {
  const folded = foldText(text);
  for (let at = 0; at < folded.text.length; at += 1) {
    if (at > 0 && /[a-z0-9]/.test(folded.text[at - 1] ?? '')) continue;
    const phrase = readIssuerPhrase(folded, at);
    if (phrase === null || phrase.symbol === null || !/ /.test(folded.text.slice(phrase.start, phrase.end).trim()))
      continue;
    const rest = `${text.slice(0, folded.startOf(phrase.start))} ${text.slice(folded.endOf(phrase.end))}`;
    return { symbol: phrase.symbol, issuer: phrase.text, rest };
  }
  return null;
}

function tidy(text: string): string {
  const bare = text.replace(/\s+/g, ' ').replace(/^[\s,;.\-–/"“”]+|[\s,;.\-–/"“”]+$/gu, '');
  return bare
    .replace(/^(?:(?:của|cua|về|ve|số|so|do)(?: |$))+/iu, '')
    .replace(/(?:(?:^| )(?:của|cua|về|số|so|do))+$/iu, '');
}

/**
 * Parts what someone typed into the pieces a code may be made of and the words beside it.
 *
 * A plain word is never a symbol, though it may fold to one (tư nhân, dữ liệu, du lịch), and a letter among digits is
 * never a digit (2l, O5). What is read as a whole is told in query-spans.ts, which pieces make the code in query.ts.
 */
import type { Span } from './citation.ts';
import { findTypeBySymbol, findTypeByWord } from './document-types.ts';
import { foldKey } from './fold.ts';
import { findIssuer } from './issuers.ts';
import { type QuerySpan, readSpans } from './query-spans.ts';
import { isSyllable } from './syllable.ts';

type Piece =
  | { readonly kind: 'type'; readonly symbol: string; readonly isWord: boolean }
  | { readonly kind: 'number' | 'year'; readonly digits: string }
  | { readonly kind: 'issuer'; readonly symbol: string | null; readonly name: string | null }
  /** `link`: số, của, BTV between pieces; `opener`: what the document is about follows. */
  | { readonly kind: 'link' | 'opener' | 'word' };

export type QueryToken = QuerySpan | (Span & Piece);

/** The pieces of `text` in their order; `code` is where a whole code was found in it. */
export function readTokens(text: string, code: Span | null): readonly QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  for (const span of readSpans(text, code)) {
    readWords(text, { start: at, end: span.start }, tokens, span);
    tokens.push(span);
    at = span.end;
  }
  readWords(text, { start: at, end: text.length }, tokens, null);
  return tokens;
}

/** Whether a token may be part of a code, so that what touches it may be another. */
export function isPiece(token: QueryToken | null): boolean {
  return token !== null && !['word', 'aside', 'opener', 'plenum'].includes(token.kind);
}

const WORD = /(?<!\d)\d{1,4}\.\d{1,2}(?![\d\p{L}])|[\p{L}\p{M}\d]+(?:&[\p{L}\p{M}]+)*/gu;

/** Reads the words of `range` into `tokens`; `next` is the span behind them. */
function readWords(text: string, range: Span, tokens: QueryToken[], next: QuerySpan | null): void {
  const spans = [...text.slice(range.start, range.end).matchAll(WORD)].flatMap(({ 0: word, index }) =>
    partWord(word, range.start + index),
  );
  const printed = spans.map(({ start, end }) => text.slice(start, end));
  for (let at = 0; at < spans.length; ) {
    const { length, ...piece } = readPiece({ printed, at, before: tokens.at(-1) ?? null, next });
    const [start, end] = [spans[at]?.start ?? range.start, spans[at + length - 1]?.end ?? range.end];
    tokens.push({ ...piece, start, end });
    at += length;
  }
}

const NUMBER = /^(?:\d{1,6}[a-e]?|\d+\.\d+)$/i;
const YEAR = /^(?:19|20)\d\d$/;
const NUMBER_AND_YEAR = /^(\d{2,4})((?:19|20)\d\d)$/;

/** `nq21tu` → nq, 21, tu; `nqtu` → nq, tu; `qh15`, `30a` and what holds letters of no table (`2l`, `ql18`) stay whole. */
function partWord(word: string, start: number): readonly Span[] {
  const whole = [{ start, end: start + word.length }];
  if (NUMBER.test(word) || findSymbol(word) !== null) return whole;
  const lengths: number[] = [];
  for (const run of word.match(/\d+|\D+/g) ?? []) {
    const parts = /\d/.test(run) ? partDigits(run, run !== word) : partLetters(run, run !== word);
    if (parts === null) return whole;
    lengths.push(...parts);
  }
  let at = start;
  return lengths.map((length) => {
    at += length;
    return { start: at - length, end: at };
  });
}

/** A number and its year may be glued only among letters: 3372021nqhdnd. */
function partDigits(run: string, isGlued: boolean): readonly number[] {
  const number = isGlued ? NUMBER_AND_YEAR.exec(run)?.[1] : undefined;
  return number === undefined ? [run.length] : [number.length, run.length - number.length];
}

function partLetters(run: string, isGlued: boolean): readonly number[] | null {
  if (/^(?:so|nam)$/.test(foldKey(run)) || findSymbol(run) !== null) return [run.length];
  for (let length = Math.min(5, run.length - 2); length >= 2; length -= 1) {
    const [type, issuer] = [findSymbol(run.slice(0, length)), findSymbol(run.slice(length))];
    if (type?.kind === 'type' && issuer?.kind === 'issuer') return [length, run.length - length];
  }
  return isGlued ? null : [run.length];
}

interface Place {
  readonly printed: readonly string[];
  readonly at: number;
  readonly before: QueryToken | null;
  readonly next: QuerySpan | null;
}
type Reading = Piece & { readonly length: number };

const TYPE_WORD_SYLLABLES = 4;
const WORD_ALONE: Reading = { kind: 'word', length: 1 };
/** Words with "số" or "luật" for a tail: chuyển đổi số, kinh tế số, dân số, pháp luật. */
const BEFORE_DIGITAL = /^(?:doi|te|hoi|phu|quyen|dan|thieu|da|he|tong|chi|thuat|nghe|tang|ky|nguoi|truong|lieu|van)$/;
const BEFORE_LAW = /^(?:ky|phap|quy|trat|am|dao|menh|hieu|khau)$/;

function readPiece(place: Place): Reading {
  const { printed, at, before } = place;
  const word = printed[at] ?? '';
  if (/^\d/.test(word)) {
    const kind = YEAR.test(word) ? 'year' : NUMBER.test(word) ? 'number' : 'word';
    return kind === 'word' ? WORD_ALONE : { kind, digits: word, length: 1 };
  }
  const key = foldKey(word);
  const after = foldKey(printed[at + 1] ?? '');
  const previous = before?.kind === 'word' ? foldKey(printed[at - 1] ?? '') : '';
  if (/^(?:ve|vv)$/.test(key) || (key === 'v' && after === 'v')) return { kind: 'opener', length: key === 'v' ? 2 : 1 };
  if (key === 'nam' && YEAR.test(printed[at + 1] ?? ''))
    return { kind: 'year', digits: printed[at + 1] ?? '', length: 2 };
  const link = readLink(key, after, place);
  if (link > 0) return BEFORE_DIGITAL.test(previous) && key === 'so' ? WORD_ALONE : { kind: 'link', length: link };
  if (key === 'luat' && BEFORE_LAW.test(previous)) return WORD_ALONE;
  for (let length = Math.min(TYPE_WORD_SYLLABLES, printed.length - at); length > 1; length -= 1) {
    const type = findTypeByWord(printed.slice(at, at + length).join(' '));
    if (type !== null) return { kind: 'type', symbol: type.symbol, isWord: true, length };
  }
  const symbol = findSymbol(word);
  if (symbol !== null) return isPlainWord(place) ? WORD_ALONE : { ...symbol, length: 1 };
  return WORD_ALONE;
}

/** How many words from here only join the pieces of a code; 0 for none. */
function readLink(key: string, after: string, { printed, at, next }: Place): number {
  const isLast = at + 1 >= printed.length;
  if (/^(?:so|ky)$/.test(key) && after === 'ky' && foldKey(printed[at + 2] ?? '') === 'hieu') return 3;
  if (/^(?:so|ky)$/.test(key) && after === 'hieu') return 2;
  if (key === 'van' && after === 'ban' && foldKey(printed[at + 2] ?? '') !== 'hop') return 2;
  if (key === 'vb') return 1;
  if (key === 'so') return /^(?:\d|so$)/.test(after) || (isLast && next?.kind === 'code') ? 1 : 0;
  if (/^(?:btv|bch)$/.test(key)) return /^(?:tu|hu|qu|du|tw)$/.test(after) ? 1 : 0;
  if (/^(?:cua|do)$/.test(key)) {
    return (isLast && next?.kind === 'issuer') || findIssuer(printed[at + 1] ?? '') !== null ? 1 : 0;
  }
  return 0;
}

/** What a single word stands for in a code; marks other than those of the symbol make it a plain word (dữ, thứ). */
function findSymbol(word: string): Exclude<Piece, { kind: 'number' | 'year' }> | null {
  const bare = word.replaceAll('&', '');
  const key = foldKey(bare);
  if (bare.length < 2 && bare !== 'L') return null;
  if (key === 'bbt') return { kind: 'issuer', symbol: 'TW', name: 'Ban Bí thư' };
  const isMarked = /[^\p{ASCII}ĐđÐð]/u.test(bare) && !/^\p{ASCII}*tư$/iu.test(bare);
  const type = isMarked ? findTypeByWord(bare) : (findTypeBySymbol(bare) ?? findTypeByWord(bare));
  if (type !== null) return { kind: 'type', symbol: type.symbol, isWord: false };
  const issuer = isMarked ? null : findIssuer(bare);
  if (issuer === null) return null;
  const isOfTerm = /^(?:QH|UBTVQH)\d/i.test(bare);
  return { kind: 'issuer', symbol: isOfTerm ? bare.toUpperCase() : issuer.symbol, name: null };
}

/** What follows "tư", "tự", "từ", "tu" in a word of its own; unmarked only where a title or a place hardly begins so. */
const BEHIND_TU =
  /^(?:nhân|pháp|vấn|tưởng|liệu|cách|duy|thục|chủ|nhiên|động|quản|giác|bổ|sửa|dưỡng|thiện|nhan|phap|tuong|lieu|cach|duy|nhien|giac|thien)$/;

/** A symbol that is a syllable too (tu, tư, du, thu) is one only where it touches a code and begins no word. */
function isPlainWord({ printed, at, before, next }: Place): boolean {
  const word = printed[at] ?? '';
  const behind = printed[at + 1] ?? '';
  if (word.length > 3 || !isSyllable(word.toLowerCase())) return false;
  const isBehindPiece = behind === '' ? isPiece(next) : /^\d/.test(behind) || findSymbol(behind) !== null;
  if (before === null ? !isBehindPiece : !isPiece(before)) return true;
  if (behind === '' || isBehindPiece || readLink(foldKey(behind), '', { printed, at: at + 1, before, next }) > 0)
    return false;
  if (foldKey(word) === 'tu') return BEHIND_TU.test(behind.toLowerCase());
  if (!/^(?:du|thu|da|pa)$/.test(foldKey(word)) || /^đ/i.test(word)) return false;
  return word !== word.toUpperCase() || behind === behind.toUpperCase();
}

/**
 * Reads back-references: `Nghị quyết này`, `Chỉ thị nói trên`, `văn bản nêu trên`.
 *
 * They bear no number; the document is that of the nearest earlier mention of the same type word in the same text, of
 * any type for "văn bản". Where there is none the reference stays open, and words that are not always documents (a
 * chương trình, a quy định) are then no reference at all. A plural points at several and is left open too.
 */
import type { Span } from './citation.ts';
import { type DocumentType, documentTypes, findTypeByWord } from './document-types.ts';
import { composeSlice, type FoldedText, foldKey } from './fold.ts';
import { startOfLetters } from './letters.ts';
import { matchAt } from './match-at.ts';
import { wordEnds } from './words-at.ts';

export interface BackReference extends Span {
  /** Folded offsets; the surface is the type word with its pointing word. */
  readonly type: DocumentType;
  /** "văn bản": a document of whatever type. */
  readonly isAnyType: boolean;
  /** "các", "hai", "những" stand before it. */
  readonly isPlural: boolean;
}

/** "trên" alone also means "on": it points only where its clause ends or the sentence's verb follows. */
const POINTING =
  /[ \n](nay|do|ay|noi[ \n]tren|neu[ \n]tren|ke[ \n]tren|vua[ \n]neu|da[ \n]neu|vua[ \n]ban[ \n]hanh|tren(?=[ \n]?[,.;:)\f]|[ \n](?:da|la|duoc|va|nham|se|neu)[ \n]|$))(?![a-z])/y;
const WORDS = documentTypes
  .flatMap((type) => type.words.map(foldKey))
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll(' ', '[ \\n]');
/** Not the tails of kỷ luật, pháp luật, mệnh lệnh. */
const BEFORE = new RegExp(`(?<![a-z])(?<!(?:ky|phap|quy|menh|hieu)[ \\n])(?:${WORDS})$`);
const LAST_SYLLABLES = new Set(
  documentTypes.flatMap(({ words }) => words.map((word) => foldKey(word).split(' ').at(-1))),
);
const ENDS = wordEnds(documentTypes.flatMap(({ words }) => words.map(foldKey)));
const LONGEST_WORD = Math.max(...documentTypes.flatMap(({ words }) => words.map((word) => foldKey(word).length)));
const POINTERS: ReadonlySet<string> = new Set([
  'này',
  'đó',
  'nói trên',
  'nêu trên',
  'kể trên',
  'vừa nêu',
  'đã nêu',
  'vừa ban hành',
  'ấy',
  'trên',
]);
/** `Điều 9 Nghị định này` counts no decrees. */
const PLURAL = /(?:^|[^a-z])(?:cac|nhung|hai|ba|bon|(?<!(?:dieu|khoan|muc|chuong|phan|diem)[ \n])\d{1,2})[ \n]$/;

/** All back-references of `folded`, in order. */
export function findBackReferences(folded: FoldedText): readonly BackReference[] {
  const found: BackReference[] = [];
  for (const at of folded.landmarks.pointers) {
    // Few words before a gap are a type's, fewer still than the gaps with a pointing word behind them.
    if (!ENDS(folded.text, at)) continue;
    const match = matchAt(POINTING, folded.text, at);
    const word = match === null ? null : readWordBefore(folded.text, at);
    if (match === null || word === null) continue;
    const pointer = match[1] ?? '';
    const start = at - word.length;
    const end = at + match[0].length;
    const type = findTypeByWord(word);
    // `đề án` and `để an`, `đó` and `do` fold alike: only words printed with their marks count.
    if (type === null || !type.words.includes(printedWord(folded, start, start + word.length))) continue;
    if (!POINTERS.has(printedWord(folded, end - pointer.length, end))) continue;
    const isPlural = PLURAL.test(folded.text.slice(Math.max(0, start - 12), start));
    found.push({ start, end, type, isAnyType: word.startsWith('van'), isPlural });
  }
  return found;
}

/** The type word that ends at `at`: few syllables end one, so that the pattern runs seldom. */
function readWordBefore(text: string, at: number): string | null {
  if (!LAST_SYLLABLES.has(text.slice(startOfLetters(text, at, 8), at))) return null;
  return BEFORE.exec(text.slice(Math.max(0, at - LONGEST_WORD - 8), at))?.[0] ?? null;
}

function printedWord(folded: FoldedText, start: number, end: number): string {
  return composeSlice(folded, start, end).replace(/\s/g, ' ').toLowerCase();
}

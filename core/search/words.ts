/**
 * What a reader typed → the words to look for. Every engine gets its query from here, so that all understand alike.
 *
 * There is no query language but three habits that people bring along: words must all occur, "words in quotes" as
 * they stand, -word not at all. Whatever else is typed separates words, and nothing is an error. What a code means is
 * told in core/citations; here it is a run of words that stand together, or one key when its separators are lost.
 */
import { type Form, joinForms, readForm } from './form.ts';
import { limits } from './limits.ts';
import { type Synonym, synonymsByFirstWord } from './synonyms.ts';

/** One thing that must occur, in one form or another. */
export interface Wanted {
  /** As typed, for showing what was understood. */
  readonly typed: string;
  readonly own: Form;
  /** Whether the words of `own` must stand together: quoted, or joined as in `21-NQ/TU`. */
  readonly isPhrase: boolean;
  /** Other ways to say it, each a phrase. */
  readonly others: readonly Form[];
  /** For what looks like a code: its letters and digits in one word, as the field `codes` has it; else null. */
  readonly codeKey: string | null;
}

export type ReaderWords =
  /** Nothing typed: all there is. */
  | { readonly kind: 'everything' }
  /** Something typed, but no word in it: nothing can be found. */
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'words';
      /** In the reader's order; empty when there are only exclusions. */
      readonly wanted: readonly Wanted[];
      readonly excluded: readonly Form[];
      /** The reader types accents, so they can be held against what is found. */
      readonly hasAccents: boolean;
    };

/** A minus only at the beginning of a word; a quote without its partner is skipped. */
const chunkPattern = /(?<minus>(?<!\S)-)?(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"]+))/gu;
/** What may join the parts of one word: KT-XH, 21-NQ/TU, T.Ư, GD&ĐT. */
const piecePattern = /[\p{L}\p{N}\p{M}._/&–-]+/gu;

/** Letters and digits of the longest thing taken for a code: twice those of 1234/2021/NQLT-UBTVQH14-CP. */
export const longestCode = 48;

/**
 * What is wanted and what is not. `isUnfinished`: typing goes on, so the last bare word, if nothing follows it, is only
 * the beginning of one.
 *
 * @example readWords('gpmb "Bãi Cháy" -2019') // wants gpmb or its long form, wants the phrase, excludes 2019
 */
export function readWords(text: string, isUnfinished = false): ReaderWords {
  const typed = text.normalize('NFC').slice(0, limits.queryLength);
  if (typed.trim() === '') return { kind: 'everything' };
  const wanted: Wanted[] = [];
  const excluded: Form[] = [];
  let bare: Wanted[] = [];
  for (const { groups = {} } of typed.replace(/[“”„«»]/g, '"').matchAll(chunkPattern)) {
    const { minus, quoted, bare: chunk = '' } = groups;
    const pieces = (quoted === undefined ? (chunk.match(piecePattern) ?? []) : [quoted]).map(readPiece);
    const found = pieces.filter((piece) => piece.own.words.length > 0);
    if (minus !== undefined) excluded.push(...found.map((piece) => piece.own));
    else if (quoted === undefined) bare.push(...found);
    else {
      wanted.push(...joinSynonyms(bare), ...found);
      bare = [];
    }
  }
  wanted.push(...joinSynonyms(bare));
  if (isUnfinished && bare.length > 0 && /[\p{L}\p{N}\p{M}]$/u.test(typed)) beginLast(wanted);
  if (wanted.length === 0 && excluded.length === 0) return { kind: 'nothing' };
  return { kind: 'words', wanted, excluded, hasAccents: wanted.some(isAccented) };
}

/** The key under which a code is found however it is separated: `07-NQ/TU` → `7nqtu`. */
export function codeKey(words: readonly string[]): string {
  return words.join('').replace(/^0+(?=\d)/, '');
}

/** The reader's words and their synonyms as whole sequences, his own first; at most eight. */
export function sequencesOf(wanted: readonly Wanted[]): readonly (readonly Form[])[] {
  let sequences: Form[][] = [[]];
  for (const { own, others } of wanted) {
    sequences = [own, ...others].flatMap((form) => sequences.map((sequence) => [...sequence, form])).slice(0, 8);
  }
  return sequences;
}

function beginLast(wanted: Wanted[]): void {
  const last = wanted.pop();
  if (last !== undefined) wanted.push({ ...last, own: { ...last.own, isBegun: true }, codeKey: null });
}

function readPiece(typed: string): Wanted {
  const own = readForm(typed);
  const together = own.words.join('');
  const isCode = together.length <= longestCode && /\d/.test(together) && /\p{L}/u.test(together);
  return { typed: typed.trim(), own, isPhrase: true, others: [], codeKey: isCode ? codeKey(own.words) : null };
}

/** Puts neighbours together where they are one entry of the table of synonyms, the longest entry first. */
function joinSynonyms(pieces: readonly Wanted[]): Wanted[] {
  const joined: Wanted[] = [];
  let at = 0;
  while (at < pieces.length) {
    const entry = findSynonym(pieces, at);
    const taken = pieces.slice(at, at + (entry?.length ?? 1));
    const [only] = taken;
    if (only !== undefined && taken.length === 1) joined.push({ ...only, others: entry?.synonym.others ?? [] });
    else if (entry !== null) {
      const own = joinForms(taken.map((piece) => piece.own));
      const typed = taken.map((piece) => piece.typed).join(' ');
      joined.push({ typed, own, isPhrase: false, others: entry.synonym.others, codeKey: null });
    }
    at += taken.length;
  }
  return joined;
}

function findSynonym(pieces: readonly Wanted[], at: number): { synonym: Synonym; length: number } | null {
  const first = pieces[at]?.own.words[0] ?? '';
  for (const synonym of synonymsByFirstWord.get(first) ?? []) {
    const length = lengthOf(synonym.form, pieces, at);
    if (length > 0) return { synonym, length };
  }
  return null;
}

/** How many pieces from `at` on make up exactly this form; 0 when they do not. What is typed with accents must have its accents. */
function lengthOf(form: Form, pieces: readonly Wanted[], at: number): number {
  let word = 0;
  for (let piece = at; piece < pieces.length && word < form.words.length; piece++) {
    const own = pieces[piece]?.own ?? { words: [], accents: [] };
    for (const [nth, folded] of own.words.entries()) {
      const isSame = folded === form.words[word] && [folded, form.accents[word]].includes(own.accents[nth]);
      if (!isSame) return 0;
      word++;
    }
    if (word === form.words.length) return piece - at + 1;
  }
  return 0;
}

function isAccented({ own, codeKey }: Wanted): boolean {
  return codeKey === null && own.accents.some((accents, at) => accents !== own.words[at]);
}

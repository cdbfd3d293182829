/**
 * Finds Vietnamese words behind a place in a folded text, told apart by their marks.
 *
 * The fold makes one of `của` and `cửa`, `còn` and `con`, `ban hành` and `bản`. A pattern over the fold is quick; what
 * it finds is then held against the print: it must bear the marks of one of the words. Only in a passage printed without
 * any marks do the bare letters do.
 */
import { composeSlice, type FoldedText, foldKey } from './fold.ts';

export interface SpelledWords {
  /** True where one of the words stands right behind `at` (folded offset), after one space or line end. */
  standBehind(folded: FoldedText, at: number): boolean;
}

/** A finder of `words`, as they are spelled; the longest that fits counts. With `isSmallLetters` no capital may begin one. */
export function spelledWords(
  words: readonly string[],
  { isSmallLetters = false }: { readonly isSmallLetters?: boolean } = {},
): SpelledWords {
  const spellings = new Set(words.flatMap((word) => [word, moveTone(word)]));
  const keys = [...new Set(words.map(foldKey))].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`[ \\n](${keys.join('|').replaceAll(' ', '[ \\n]')})(?![a-z])`, 'y');
  return {
    standBehind(folded, at) {
      pattern.lastIndex = at;
      const word = pattern.exec(folded.text)?.[1];
      if (word === undefined) return false;
      const printed = composeSlice(folded, at + 1, at + 1 + word.length).replaceAll('\n', ' ');
      const small = printed.toLowerCase();
      // `Hội nghị` opens another phrase; `HỘI NGHỊ` is a headline's way of writing.
      if (isSmallLetters && /^\p{Lu}\p{Ll}/u.test(printed)) return false;
      return spellings.has(small) || isUnmarked(folded, at);
    },
  };
}

const PASSAGE = 24;

function isUnmarked(folded: FoldedText, at: number): boolean {
  const passage = folded.slice(Math.max(0, at - PASSAGE), Math.min(folded.text.length, at + PASSAGE));
  return !/[^\p{ASCII}\p{P}\p{Zs}]/u.test(passage);
}

/** The other place of the tone mark: ủy and uỷ, khóa and khoá. */
function moveTone(word: string): string {
  return word.replaceAll('ủy', 'uỷ').replaceAll('khóa', 'khoá').replaceAll('họa', 'hoạ').replaceAll('hòa', 'hoà');
}

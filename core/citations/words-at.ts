/**
 * Tells whether a folded text has one of a set of words right before a place, or right behind it, read a letter at a time.
 *
 * A pattern that must end at a place tries every start before it; here the first letter that fits no word is the answer,
 * which is that of nearly all places asked about. What stands at the other end of the word is not looked at: it may be
 * glued on.
 */
import { isGap, isLetter } from './letters.ts';

/** True where one of the words ends at `at` of a text, or begins there. */
type WordsAt = (text: string, at: number) => boolean;

/** `words` are folded, of letters, dots and blanks; a blank stands for a space, a line end or a dash. */
export function wordEnds(words: readonly string[]): WordsAt {
  const tree = growTree(words.map((word) => [...word].reverse().join('')));
  return (text, end) => {
    let row = 0;
    for (let at = end - 1; at >= 0; at -= 1) {
      row = tree.next[row * SIGNS + signOf(text.charCodeAt(at))] ?? 0;
      if (row === 0) return false;
      if (tree.isWhole[row] === 1) return true;
    }
    return false;
  };
}

/** The same for words that begin at a place. */
export function wordStarts(words: readonly string[]): WordsAt {
  const tree = growTree(words);
  return (text, start) => {
    let row = 0;
    for (let at = start; at < text.length; at += 1) {
      row = tree.next[row * SIGNS + signOf(text.charCodeAt(at))] ?? 0;
      if (row === 0) return false;
      if (tree.isWhole[row] === 1) return true;
    }
    return false;
  };
}

interface Tree {
  /** Row by row the nodes: for each sign the row that follows, 0 where none does. */
  readonly next: Uint16Array;
  /** 1 for each row at which a word is whole. */
  readonly isWhole: Uint8Array;
}

function growTree(words: readonly string[]): Tree {
  const rows = words.reduce((size, word) => size + word.length, 1);
  const next = new Uint16Array(rows * SIGNS);
  const isWhole = new Uint8Array(rows);
  let used = 1;
  for (const word of words) {
    let row = 0;
    for (const letter of word) {
      const place = row * SIGNS + signOf(letter.charCodeAt(0));
      if (next[place] === 0) {
        next[place] = used;
        used += 1;
      }
      row = next[place] ?? 0;
    }
    isWhole[row] = 1;
  }
  return { next: next.slice(0, used * SIGNS), isWhole };
}

/** 26 letters, a blank, a dot, anything else. */
const SIGNS = 29;
const BLANK = 26;
const DOT = 27;
const OTHER = 28;
/** Vietnamese has no j: it is what scanners make of ị (`Nghj quyết`). */
const SCANNED_I = 0x6a;
const I = 8;

function signOf(code: number): number {
  if (isLetter(code)) return code === SCANNED_I ? I : code - 0x61;
  if (isGap(code) || code === 0x2d) return BLANK;
  return code === 0x2e ? DOT : OTHER;
}

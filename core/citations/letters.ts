/**
 * Which characters of a folded text are what, by their codes: asked at every number of a text, where a pattern would
 * take longer than its answer.
 */

/** A folded letter, a to z. */
export function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** A blank or a single line end, as folding leaves them. */
export function isGap(code: number): boolean {
  return code === 0x20 || code === 0x0a;
}

/** One of - . / : which stand between the groups of a code. */
export function isSeparator(code: number): boolean {
  return (code >= 0x2d && code <= 0x2f) || code === 0x3a;
}

/**
 * Whether the first letter or digit behind `at`, past a few signs and blanks, is one of `letters`: a cheap look before a
 * pattern that can begin with none but these. True as well where nothing follows.
 */
export function goesOnWith(letters: string, text: string, at: number): boolean {
  return letters.includes(text.charAt(nextWord(text, at)));
}

/** Where the first letter or digit behind `at` stands, past a few signs and blanks. */
export function nextWord(text: string, at: number): number {
  let next = at;
  while (next < at + MAX_SIGNS && !isLetter(text.charCodeAt(next)) && !isDigit(text.charCodeAt(next))) next += 1;
  return next;
}

/** More than any pattern asked about has in front of its words. */
const MAX_SIGNS = 6;

/** The two letters from `at` on as a number below `PAIRS`; for quick looks only, since some pairs share one. */
export function pairAt(text: string, at: number): number {
  return ((text.charCodeAt(at) & 31) << 5) | (text.charCodeAt(at + 1) & 31);
}

export const PAIRS = 1024;

/** Where the letters that end at `at` begin; `at` itself where none do. At most `limit` are looked at. */
export function startOfLetters(text: string, at: number, limit = 24): number {
  let start = at;
  while (start > 0 && at - start < limit && isLetter(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

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

/** Where the letters that end at `at` begin; `at` itself where none do. At most `limit` are looked at. */
export function startOfLetters(text: string, at: number, limit = 24): number {
  let start = at;
  while (start > 0 && at - start < limit && isLetter(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

/**
 * Long patterns written as they are read: over several lines, without giving up what a regular expression means.
 */

/**
 * One group from a template over several lines. Line ends and the blanks at both ends of a line do not count, all else
 * does: `oneOf` of "hội nghị|", new line, "cuộc họp" is `(?:hội nghị|cuộc họp)`.
 */
export function oneOf(parts: TemplateStringsArray, ...inserted: readonly string[]): string {
  return `(?:${String.raw(parts, ...inserted).replace(/\s*\n\s*/gu, '')})`;
}

/** Nothing of a word before, nothing of it behind: `\b` does not know Vietnamese letters. */
export const WORD_START = String.raw`(?<![\p{L}\p{N}])`;
export const WORD_END = String.raw`(?![\p{L}\p{N}])`;

/**
 * Where the words of a mention begin: `thay thế Quyết định của UBND tỉnh số 12/2020/QĐ-UBND` is cited from "số" on, but
 * type word and issuer before it belong to the document as well, not to what is said of it.
 */
import { documentTypes } from '../citations/document-types.ts';

const WORDS = [...new Set(documentTypes.flatMap(({ words, shorts }) => [...words, ...shorts]))]
  .sort((a, b) => b.length - a.length)
  .join('|');
const OWN_WORDS = new RegExp(`(?<!\\p{L})(?:${WORDS})\\scủa\\s[^,.;:()\\d]{2,45}:?\\s?$`, 'iu');
/** The longest type word, "của", an issuer and the signs behind it. */
const BACK = 96;

/** The offset in `text` of the words that begin the mention whose surface stands from `start` on. */
export function mentionStart(text: string, start: number): number {
  if (!/^số[:\s]/iu.test(text.slice(start, start + 3))) return start;
  const from = Math.max(0, start - BACK);
  const own = OWN_WORDS.exec(text.slice(from, start));
  return own === null ? start : from + own.index;
}

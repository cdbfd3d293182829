/**
 * Reads the issuer that is named behind a citation: `của Ban Thường vụ Thành ủy`, `được Tỉnh ủy ban hành`,
 * `– văn bản do Thành ủy ban hành`, or in brackets alone or with the day: `(UBND thành phố Hạ Khê)`,
 * `(Ban Bí thư, ngày 5/8/2019)`.
 */
import { readDocumentDate } from './document-date.ts';
import type { FoldedText } from './fold.ts';
import { type IssuerPhrase, readIssuerPhrase } from './issuer-phrase.ts';
import { isGap, nextWord } from './letters.ts';
import { matchAt } from './match-at.ts';
import { wordStarts } from './words-at.ts';

const FOLLOW =
  /[ \n]?[»"]?[ \n]?(?:[,-][ \n]?van[ \n](?:ban|kien)[ \n]|,?[ \n]?)(?:(?:cung[ \n])?(cua|do|tu|boi|(?<=[ ,])(?:(?:vua|da|moi)[ \n])?duoc)[ \n])/y;
/** The words of this, to be looked at before the pattern. */
const FOLLOWS = wordStarts(['cung ', 'cua ', 'do ', 'tu ', 'boi ', 'vua ', 'da ', 'moi ', 'duoc ', 'van ']);
/** What makes the body behind "được" the issuer: "được Tỉnh ủy ban hành", not "được UBND tỉnh triển khai". */
const ISSUED_BY = /[ \n](?:(?:da|vua)[ \n])?(?:ky[ \n])?(?:ban[ \n]hanh|thong[ \n]qua|ky)(?![a-z])/y;
const OPENS: readonly string[] = ['(', '['];
const CLOSES: readonly string[] = [')', ']'];
const BY = /(?:cua|do)[ \n]/y;

/** The issuer named right behind `at` ("của …"), or null. */
export function readIssuerAfter(folded: FoldedText, at: number): IssuerPhrase | null {
  const first = isGap(folded.text.charCodeAt(at)) ? at + 1 : at;
  if (OPENS.includes(folded.text.charAt(first))) return readBracketed(folded, first);
  if (folded.text[at] === ',') {
    const last = readIssuerPhrase(folded, nextWord(folded.text, at));
    if (last !== null && CLOSES.includes(folded.text.charAt(last.end))) return last;
  }
  if (!FOLLOWS(folded.text, nextWord(folded.text, at))) return null;
  const follow = matchAt(FOLLOW, folded.text, at);
  if (follow === null) return null;
  const phrase = readIssuerPhrase(folded, at + follow[0].length);
  if (phrase === null || follow[1]?.endsWith('duoc') !== true) return phrase;
  return matchAt(ISSUED_BY, folded.text, phrase.end) === null ? null : phrase;
}

/**
 * `… ngày 9/10/2016 (UBND thành phố Hạ Khê)`: the issuer and nothing else stands in the brackets from `open` on, or the
 * issuer and then the day, which is left to be read: `(Ban Bí thư, ngày 5/8/2019)`. Behind a day that was read, `, Ban Bí
 * thư)` is the rest of its brackets.
 */
function readBracketed(folded: FoldedText, open: number): IssuerPhrase | null {
  const phrase = readIssuerPhrase(folded, open + 1 + (matchAt(BY, folded.text, open + 1)?.[0].length ?? 0));
  if (phrase === null) return null;
  if (CLOSES.includes(folded.text.charAt(phrase.end))) return { ...phrase, end: phrase.end + 1 };
  const day = readDocumentDate(folded, phrase.end);
  return day !== null && CLOSES.includes(folded.text.charAt(day.end)) ? phrase : null;
}

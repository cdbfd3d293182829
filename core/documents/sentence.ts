/**
 * Cuts the sentence around a mention, and the clause that speaks of this mention alone.
 *
 * A report lists many documents in one sentence; what is said of one is what stands between it and its neighbours.
 */

export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

/** A stop that ends a sentence: not one inside a number, a date, an abbreviation or a code. */
const STOP = /[.!?…](?=\s+["“”(]?[\p{Lu}\d])|[.!?…]["”)]?(?=\s*\n)|\n/gu;
const ABBREVIATION = /(?:\b(?:TP|Tp|TX|Q|P|H|X|T|đ\/c|Đ\/c|v\.v|GS|TS|PGS|ThS|BS|KS|St|No|số)|\d|\b\p{Lu})$/u;
const MAX = 1200;

/** The sentence of `text` that holds `[start, end)`, trimmed; at most 1,200 characters to each side. */
export function cutSentence(text: string, start: number, end: number): SentenceSpan {
  const from = Math.max(0, start - MAX);
  const until = Math.min(text.length, end + MAX);
  let left = from;
  for (const stop of stops(text.slice(from, start))) left = from + stop;
  const [first] = stops(text.slice(end, until));
  let right = first === undefined ? until : end + first;
  while (left < start && /\s/.test(text[left] ?? '')) left += 1;
  while (right > end && /\s/.test(text[right - 1] ?? '')) right -= 1;
  return { start: left, end: right };
}

/** Offsets behind the stops of `text`. */
function stops(text: string): readonly number[] {
  const found: number[] = [];
  for (const match of text.matchAll(STOP)) {
    const isLineEnd = match[0] === '\n';
    if (
      !isLineEnd &&
      match[0].startsWith('.') &&
      ABBREVIATION.test(text.slice(Math.max(0, match.index - 6), match.index))
    ) {
      // "TP. Hạ Khê" goes on; "… năm 2023. Đồng chí" does not.
      if (!/\d{4}$|\d\d$/.test(text.slice(0, match.index))) continue;
    }
    found.push(match.index + match[0].length);
  }
  return found;
}

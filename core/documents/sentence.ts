/**
 * Cuts the sentence around a mention. A report lists many documents in one sentence; what is said of one is what stands
 * between it and its neighbours, which purpose.ts and relations.ts read.
 */

export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * A stop before a new beginning or a line's end; a line's end itself, unless the next line goes on in small letters or
 * with a number that counts no point ("2. Về …"), as lines do that were cut to a width.
 */
const STOP = /[.!?…]["”)]?(?=\s+["“”(]?[\p{Lu}\d]|\s*\n)|\n(?!\s*\p{Ll}|\s*\d(?!\d?[.)]\s))|\n(?=[^\S\n]*\n)/gu;
/** Before a dot that ends nothing: "TP. Hạ Khê", "đ/c. Lê", an initial, the number of a point. */
const ABBREVIATION = /(?<![\p{L}\d])(?:TP|Tp|TX|đ\/c|Đ\/c|v\.v|GS|TS|PGS|ThS|BS|KS|NSND|St|No|\p{Lu})$/u;
/** "số. 12": of numbers alone; "chuyển đổi số." ends its sentence. */
const NUMBER_WORD = /(?<![\p{L}\d])số$/iu;
const POINT = /(?:^|\n)[^\S\n]*\d{1,2}$/;
/** "1.11. 2011" is one date. */
const DAY_AND_MONTH = /\d{1,2}[./-]\d{1,2}$/;
const YEAR_BEHIND = /^\.\s{1,2}\d{4}/;
const MAX = 1200;

/** The sentence of `text` that holds `[start, end)`, trimmed; at most 1,200 characters to each side. */
export function cutSentence(text: string, start: number, end: number): SentenceSpan {
  const from = Math.max(0, start - MAX);
  const window = text.slice(from, Math.min(text.length, end + MAX));
  let left = from;
  let right = from + window.length;
  for (const match of window.matchAll(STOP)) {
    const behind = from + match.index + match[0].length;
    if (from + match.index < end && behind > start) continue;
    if (match[0].startsWith('.') && !endsSentence(window, match.index)) continue;
    if (behind > start) {
      right = behind;
      break;
    }
    left = behind;
  }
  while (left < start && /\s/.test(text[left] ?? '')) left += 1;
  while (right > end && /\s/.test(text[right - 1] ?? '')) right -= 1;
  return { start: left, end: right };
}

function endsSentence(text: string, dot: number): boolean {
  const before = text.slice(Math.max(0, dot - 12), dot);
  if (ABBREVIATION.test(before) || POINT.test(before)) return false;
  if (NUMBER_WORD.test(before) && /^\.\s*\d/.test(text.slice(dot, dot + 4))) return false;
  return !DAY_AND_MONTH.test(before) || !YEAR_BEHIND.test(text.slice(dot, dot + 8));
}

/** Cuts a text into paragraphs of plain and cited segments, so that a page can draw each citation as a link. */
import type { Span } from './citation.ts';

export interface TextSegment {
  readonly text: string;
  /** Index of the citation this segment is, in the order given; null for plain text. */
  readonly citation: number | null;
}

/**
 * Paragraphs of `text` (parted by blank lines) as segments. `spans` must be in order and not overlap; one that crosses a
 * paragraph's end is cut there.
 */
export function annotateText(text: string, spans: readonly Span[]): readonly (readonly TextSegment[])[] {
  const paragraphs: TextSegment[][] = [];
  let next = 0;
  for (const { start, end } of findParagraphs(text)) {
    const segments: TextSegment[] = [];
    let at = start;
    while (next < spans.length) {
      const span = spans[next];
      if (span === undefined || span.start >= end) break;
      if (span.start > at) segments.push({ text: text.slice(at, span.start), citation: null });
      const until = Math.min(span.end, end);
      if (until > at) segments.push({ text: text.slice(Math.max(at, span.start), until), citation: next });
      at = Math.max(at, until);
      if (span.end > end) break;
      next += 1;
    }
    if (at < end) segments.push({ text: text.slice(at, end), citation: null });
    if (segments.length > 0) paragraphs.push(segments);
  }
  return paragraphs;
}

function findParagraphs(text: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  // The pattern begins at a line end, never at the blanks before it: a page of blanks would cost the square of its length.
  for (const gap of text.matchAll(/\n(?:[^\S\n]*\n)+/g)) {
    const end = skipBlanksBack(text, gap.index, start);
    if (end > start) spans.push({ start, end });
    start = gap.index + gap[0].length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

function skipBlanksBack(text: string, from: number, floor: number): number {
  let end = from;
  while (end > floor && /\s/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

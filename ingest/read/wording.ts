/** Small questions about a line of prose, asked wherever pages and plain texts are read. Lines are taken in NFC. */
import { resolveEntities } from '../../core/citations/entities.ts';

/** One line of prose: spaces of all kinds become one, invisible and control characters go, what was escaped twice is read. */
export function tidyLine(text: string): string {
  if (!UNTIDY.test(text)) return text;
  const plain = text.includes('&') ? resolveEntities(text) : text;
  return plain.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
}

/** Letters and digits in lower case: two lines that differ only in spacing, case or punctuation are one. */
export function foldForComparison(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a line and what `foldForComparison` made of another are one; most are told apart by their first letter. */
export function foldsTo(line: string, folded: string): boolean {
  return openingOf(line) === openingOf(folded) && foldForComparison(line) === folded;
}

/** The first letter or digit, without case and marks: two lines that differ there are not one. */
export function openingOf(line: string): string {
  const first = OPENING.exec(line)?.[0] ?? '';
  return first.normalize('NFD').charAt(0).toLowerCase();
}

const OPENING = /[\p{L}\p{N}]/u;

/**
 * Icelandic and African letters that look like Đ, typed for it on many sites, and digits and letters as wide as Chinese ones; what
 * is not Vietnamese keeps them. Whether it is, the whole text tells of its parts.
 */
export function mendLookAlikes(text: string, whole = text): string {
  return /[ðÐƉ\uFF01-\uFF5E]/u.test(text) && /[\u1EA0-\u1EF9ơưăƠƯĂ]/u.test(whole)
    ? text
        .replaceAll('ð', 'đ')
        .replace(/[ÐƉ]/gu, 'Đ')
        .replace(/[\uFF01-\uFF5E]/gu, narrow)
    : text;
}

function narrow(wide: string): string {
  return wide.normalize('NFKC');
}

/** Whether a text has letters that only Vietnamese has, more than one name would bring. */
export function isVietnamese(text: string): boolean {
  let found = 0;
  for (const _ of text.matchAll(/[\u1EA0-\u1EF9]/gu)) if (++found >= 3) return true;
  return false;
}

/** Whether a line ends as a sentence does. A caption, a heading or an entry of a list does not. */
export function endsLikeSentence(line: string): boolean {
  return /[.!?…:;。！？][)\]”"’'»」』）]{0,3}$/u.test(line.trimEnd());
}

/** Paragraphs as a text: a blank line between them. */
export function joinParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n');
}

/** A line and the number of the paragraph it belongs to. */
export interface NumberedLine {
  readonly text: string;
  readonly of: number;
}

/** Lines back to paragraphs, in the order in which their numbers first come. */
export function regroupLines(lines: readonly NumberedLine[]): readonly string[] {
  const paragraphs = new Map<number, string[]>();
  for (const { text, of } of lines) {
    const known = paragraphs.get(of);
    if (known === undefined) paragraphs.set(of, [text]);
    else known.push(text);
  }
  return [...paragraphs.values()].map((texts) => texts.join('\n'));
}

/** Controls, soft hyphens, what joins or turns letters, and the place of a picture in a text that was copied. */
const INVISIBLE = /[\p{Cf}\uFFFC]|(?!\s)\p{Cc}/gu;
/** Most lines are tidy already. */
const UNTIDY = /[\p{Cf}\p{Cc}\uFFFC&]|[^\S ]|^ | $| {2}/u;

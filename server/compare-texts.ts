/**
 * What changed between two texts: paragraphs that stayed, came, went or were reworded, and in a reworded one its words.
 *
 * A longest common subsequence first of paragraphs, then of the words of paragraphs that stand in each other's place and
 * share enough of them. Texts come from strangers, so the work is bounded: beyond the limits a paragraph counts as gone
 * and come, and a text of too many paragraphs is not compared at all.
 */

export interface TextPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A paragraph of either text; `changed` has the words of both. */
export type ParagraphChange = TextPart | { readonly kind: 'changed'; readonly parts: readonly TextPart[] };

export type Comparison =
  | { readonly kind: 'compared'; readonly changes: readonly ParagraphChange[] }
  | { readonly kind: 'too_long' };

const MOST_PARAGRAPHS = 2000;
const MOST_WORDS = 2000;
/** Cells of all tables of words together: some tenths of a second. */
const MOST_CELLS = 12_000_000;
/** Of the words of the shorter paragraph: with fewer in common, it is another paragraph. */
const ENOUGH_IN_COMMON = 0.4;

/**
 * Compares texts whose paragraphs are parted by blank lines.
 *
 * @example
 * compareTexts('Họp sáng 5/4.\n\nHết.', 'Họp chiều 5/4.\n\nHết.')
 * // changed: "Họp " same, "sáng" removed, "chiều" added, " 5/4." same; then "Hết." same
 */
export function compareTexts(before: string, after: string): Comparison {
  const [old, next] = [cutParagraphs(before), cutParagraphs(after)];
  const edits = compareLists(old, next, MOST_PARAGRAPHS);
  if (edits === null) return { kind: 'too_long' };
  const changes: ParagraphChange[] = [];
  let cells = MOST_CELLS;
  let removed: string[] = [];
  let added: string[] = [];
  const flush = (): void => {
    const { paired, cost } = pairParagraphs(removed, added, cells);
    cells -= cost;
    changes.push(...paired);
    removed = [];
    added = [];
  };
  for (const { kind, text } of edits) {
    if (kind === 'removed') removed.push(text);
    else if (kind === 'added') added.push(text);
    else {
      flush();
      changes.push({ kind, text });
    }
  }
  flush();
  return { kind: 'compared', changes };
}

/** Two lines as one run of words: for titles. */
export function compareLines(before: string, after: string): readonly TextPart[] {
  return compareWords(before, after) ?? replaced(before, after);
}

/** Paragraphs in the place of others: each new one beside the first old one that it shares enough with, in order. */
function pairParagraphs(
  removed: readonly string[],
  added: readonly string[],
  budget: number,
): { readonly paired: readonly ParagraphChange[]; readonly cost: number } {
  const paired: ParagraphChange[] = [];
  let next = 0;
  let cost = 0;
  for (const text of added) {
    // Looking far would cost the square of a rewritten page, and shows little that a reader would call the same paragraph.
    const at = removed.slice(next, next + 20).findIndex((old) => haveEnoughInCommon(old, text));
    const old = at < 0 ? undefined : removed[next + at];
    if (old === undefined) {
      paired.push({ kind: 'added', text });
      continue;
    }
    const price = countWords(old) * countWords(text);
    const parts = cost + price > budget ? null : compareWords(old, text);
    for (const gone of removed.slice(next, next + at)) paired.push({ kind: 'removed', text: gone });
    if (parts === null) paired.push({ kind: 'removed', text: old }, { kind: 'added', text });
    else paired.push({ kind: 'changed', parts });
    if (parts !== null) cost += price;
    next += at + 1;
  }
  const left = removed.slice(next).map((text): ParagraphChange => ({ kind: 'removed', text }));
  return { paired: next === 0 ? [...left, ...paired] : [...paired, ...left], cost };
}

function haveEnoughInCommon(one: string, other: string): boolean {
  const [a, b] = [new Set(wordsIn(one)), new Set(wordsIn(other))];
  const common = [...a].filter((word) => b.has(word)).length;
  return common >= Math.max(1, Math.min(a.size, b.size) * ENOUGH_IN_COMMON);
}

function compareWords(before: string, after: string): readonly TextPart[] | null {
  const parts = compareLists(tokens(before), tokens(after), MOST_WORDS * 2);
  return parts === null ? null : joinParts(parts);
}

function replaced(before: string, after: string): readonly TextPart[] {
  const parts: readonly TextPart[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return parts.filter(({ text }) => text !== '');
}

/** Neighbours of one kind as one part; what went stands before what came, also across a lone blank between words. */
function joinParts(parts: readonly TextPart[]): readonly TextPart[] {
  const joined: TextPart[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    joined.push(...replaced(removed, added));
    [removed, added] = ['', ''];
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const isBetween = text === ' ' && kind === 'same' && removed !== '' && added !== '';
    if (isBetween && parts[index + 1]?.kind !== 'same' && parts[index + 1] !== undefined) {
      removed += text;
      added += text;
    } else if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else {
      flush();
      const last = joined.at(-1);
      if (last?.kind === 'same') joined[joined.length - 1] = { kind, text: last.text + text };
      else joined.push({ kind, text });
    }
  }
  flush();
  return joined;
}

/** What is in both lists in order, and what is in one only; null where the part in which they differ is too long. */
function compareLists(before: readonly string[], after: readonly string[], most: number): readonly TextPart[] | null {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let [endBefore, endAfter] = [before.length, after.length];
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore -= 1;
    endAfter -= 1;
  }
  const [old, next] = [before.slice(start, endBefore), after.slice(start, endAfter)];
  if (old.length > most || next.length > most) return null;
  const same = (texts: readonly string[]): readonly TextPart[] => texts.map((text) => ({ kind: 'same', text }));
  return [...same(before.slice(0, start)), ...walk(old, next), ...same(before.slice(endBefore))];
}

/** Along the table of longest common subsequences of what is left of both lists. */
function walk(old: readonly string[], next: readonly string[]): readonly TextPart[] {
  const width = next.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = next.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      lengths[here] =
        old[i] === next[j]
          ? (lengths[here + width + 1] ?? 0) + 1
          : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0);
    }
  }
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < next.length) {
    const [gone, come] = [old[i], next[j]];
    const here = i * width + j;
    if (gone !== undefined && gone === come) {
      parts.push({ kind: 'same', text: gone });
      i += 1;
      j += 1;
    } else if (gone !== undefined && (come === undefined || (lengths[here + width] ?? 0) >= (lengths[here + 1] ?? 0))) {
      parts.push({ kind: 'removed', text: gone });
      i += 1;
    } else if (come !== undefined) {
      parts.push({ kind: 'added', text: come });
      j += 1;
    }
  }
  return parts;
}

function cutParagraphs(text: string): readonly string[] {
  return text
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** Words and the blanks between them, so that together they are the text. */
function tokens(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

function wordsIn(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function countWords(text: string): number {
  return 2 * wordsIn(text).length;
}

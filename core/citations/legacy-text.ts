/**
 * Text typed for a legacy font (TCVN3, VNI) or encoded twice → Unicode, with the way back to the text as given.
 *
 * legacy-lines.ts tells which lines are legacy; the others come back as they are, composed. Capitals: TCVN3 has none with a
 * tone, fonts such as .VnTimeH draw them. Lower case is left as it is, except in a word whose other letters are capitals
 * (at least two, as in `QUYÕT`): there the toned letter is one too.
 */
import { type LegacyEncoding, readLegacyLetter } from './legacy-letters.ts';
import { findLegacyLines, type LegacyLine } from './legacy-lines.ts';

export interface LegacyText {
  /** That of the most letters, where a text has several. */
  readonly encoding: LegacyEncoding;
  /** In Unicode, NFC. */
  readonly text: string;
  /** Offset in the text as given of the character at `offset` of `text`; its length at the end and behind. */
  startOf(offset: number): number;
  /** Offset in the text as given just behind the character before `offset`; 0 at the start. */
  endOf(offset: number): number;
}

/**
 * The text as Unicode; null where it is ordinary, or too short to tell. Linear in its length.
 * @example readLegacyText('NghÞ quyÕt sè 21-NQ/TU')?.text // 'Nghị quyết số 21-NQ/TU'
 */
export function readLegacyText(text: string): LegacyText | null {
  const lines = findLegacyLines(text);
  const [first] = lines;
  if (first === undefined) return null;
  const output = emptyOutput();
  let at = 0;
  for (const line of lines) {
    copy(text, at, line.start, output);
    convertLine(text, line, output);
    at = line.end;
  }
  copy(text, at, text.length, output);
  const { parts, starts, ends } = compose(output);
  const read: LegacyText = {
    encoding: mostUsed(lines) ?? first.encoding,
    text: parts.join(''),
    startOf: (offset) => (offset >= starts.length ? text.length : (starts[Math.max(offset, 0)] ?? 0)),
    endOf: (offset) => (offset <= 0 ? 0 : (ends[Math.min(offset, ends.length) - 1] ?? 0)),
  };
  return read.encoding === 'double-utf-8' ? readFurther(read) : read;
}

/** Text encoded three times is encoded twice after it was read once. It grows shorter each time, so this comes to an end. */
function readFurther(outer: LegacyText): LegacyText {
  const inner = readLegacyText(outer.text);
  if (inner === null) return outer;
  return {
    encoding: outer.encoding,
    text: inner.text,
    startOf: (offset) => outer.startOf(inner.startOf(offset)),
    endOf: (offset) => outer.endOf(inner.endOf(offset)),
  };
}

interface Output {
  readonly parts: string[];
  /** For each code unit of the text, where what it stands for begins and ends in the text as given. */
  readonly starts: number[];
  readonly ends: number[];
}

/** Whatever may change under NFC; Latin, Vietnamese and common punctuation do not. */
const COMPOSABLE = /[^\t-\r -\u02ff\u1ea0-\u1ef9\u2010-\u2027]/;
/** A character with its marks; the bound keeps heaps of marks, which are no letters, from costing the square of their number. */
const CLUSTER = /[\s\S][\p{M}\u1160-\u11ff]{0,30}/gu;
const WORD_END = /[^A-Za-z\u00a1-\u00ff]/g;

function emptyOutput(): Output {
  return { parts: [], starts: [], ends: [] };
}

function mostUsed(lines: readonly LegacyLine[]): LegacyEncoding | null {
  const sizes = new Map<LegacyEncoding, number>();
  for (const { start, end, encoding } of lines) sizes.set(encoding, (sizes.get(encoding) ?? 0) + end - start);
  return [...sizes].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

function convertLine(text: string, { start, end, encoding }: LegacyLine, output: Output): void {
  // Cut out, so that no letter is read across the line's end.
  const line = text.slice(start, end);
  let wordEnd = 0;
  let isCapital = false;
  let plainFrom = 0;
  for (let at = 0; at < line.length; ) {
    if (encoding === 'tcvn3' && at >= wordEnd) {
      WORD_END.lastIndex = at;
      wordEnd = WORD_END.exec(line)?.index ?? line.length;
      isCapital = isShouted(line.slice(at, wordEnd));
    }
    const found = readLegacyLetter(encoding, line, at);
    if (found !== null) {
      copy(text, start + plainFrom, start + at, output);
      write(isCapital ? found.letter.toUpperCase() : found.letter, start + at, start + at + found.units, output);
      plainFrom = at + found.units;
    }
    at += found?.units ?? 1;
  }
  copy(text, start + plainFrom, end, output);
}

/** Two capitals and no small letter, as far as TCVN3 can print them. */
function isShouted(word: string): boolean {
  return !/[a-z\u00a8-\u00ae]/.test(word) && /[A-Z\u00a1-\u00a7].*[A-Z\u00a1-\u00a7]/.test(word);
}

function copy(text: string, from: number, to: number, { parts, starts, ends }: Output): void {
  if (to <= from) return;
  parts.push(text.slice(from, to));
  for (let at = from; at < to; at += 1) {
    starts.push(at);
    ends.push(at + 1);
  }
}

function write(letters: string, start: number, end: number, { parts, starts, ends }: Output): void {
  parts.push(letters);
  for (let at = 0; at < letters.length; at += 1) {
    starts.push(start);
    ends.push(end);
  }
}

/** NFC, a character and its marks at a time. */
function compose(output: Output): Output {
  const text = output.parts.join('');
  if (!COMPOSABLE.test(text)) return output;
  const composed = emptyOutput();
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const start = output.starts[index] ?? 0;
    const last = output.ends[index + cluster.length - 1] ?? start;
    const letters = cluster.normalize('NFC');
    if (letters !== cluster) write(letters, start, last, composed);
    else {
      composed.parts.push(cluster);
      for (let at = index; at < index + cluster.length; at += 1) {
        composed.starts.push(output.starts[at] ?? start);
        composed.ends.push(output.ends[at] ?? last);
      }
    }
  }
  return composed;
}

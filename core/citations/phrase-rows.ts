/**
 * Tells which rows of organ-rows.ts the words at a place are made of: an office or person before the body, the body, the
 * unit of its place.
 *
 * All rows are one pattern. It is asked only where two letters show that a row may begin, and which of the rows matched
 * only once for the same words: a pattern with a group for each row gives that answer slowly.
 */
import type { IssuerLevel } from './citation.ts';
import { PAIRS, pairAt } from './letters.ts';
import { type OrganRow, organRows, type PartRow, partRows, unitRows } from './organ-rows.ts';
import { remembered } from './remembered.ts';

export interface PhraseRows {
  readonly part: PartRow | null;
  readonly organ: OrganRow;
  /** The standard unit word, or null where none is printed. */
  readonly unit: string | null;
  /** Null where the place or its rank would have to tell. */
  readonly level: IssuerLevel | null;
  /** What the codes of the body bear, and those of its office. */
  readonly symbol: string | null;
  readonly officeSymbol: string | null;
  /** Of the folded words. */
  readonly length: number;
}

/** The rows whose words begin at `at` of a folded text, or null. */
export function readPhraseRows(text: string, at: number): PhraseRows | null {
  if (BEGINNINGS[pairAt(text, at)] !== 1) return null;
  PHRASE.lastIndex = at;
  return PHRASE.test(text) ? rowsOf(text.slice(at, PHRASE.lastIndex)) : null;
}

const PHRASE = phrasePattern('(?:', 'y');
const PHRASE_ROWS = phrasePattern('(', '');

/** The rows whose patterns make up the folded words of a phrase. */
const rowsOf: (words: string) => PhraseRows | null = remembered((words) => {
  const groups = PHRASE_ROWS.exec(words)?.slice(1) ?? [];
  const taken = <T>(rows: readonly T[], from: number): T | undefined =>
    rows.find((_, index) => groups[from + index] !== undefined);
  const part = taken(partRows, 0) ?? null;
  const organ = taken(organRows, partRows.length);
  const [, unit = null, unitLevel = null] = taken(unitRows, partRows.length + organRows.length) ?? [];
  if (organ === undefined) return null;
  const symbol = organ.organ === 'dang-bo' ? symbolOfUnit(unit) : organ.symbol;
  const officeSymbol = part?.office == null || symbol === null ? null : part.office + symbol;
  const level = organ.level ?? unitLevel;
  return { part, organ, unit, level, symbol, officeSymbol, length: words.length };
});

/** The pattern of a phrase, in which `open` opens each row. */
function phrasePattern(open: '(' | '(?:', flags: string): RegExp {
  const either = (patterns: readonly string[]): string => patterns.map((pattern) => `${open}${pattern})`).join('|');
  const part = either(partRows.map((row) => row.pattern));
  const organ = either(organRows.map((row) => row.pattern));
  const unit = either(unitRows.map(([pattern]) => pattern));
  // Lazy: a body whose own name begins like a part (Ban Tổ chức Trung ương, Văn phòng Chính phủ) comes first.
  const phrase = `(?:(?:${part}) )??(?:${organ})(?![a-z])(?: ?(?:${unit})(?![a-z]))?`;
  return new RegExp(phrase.replaceAll(' ', '[ \\n]'), flags);
}

/** The two letters that a row begins with, or one of its alternatives. */
const BEGINNING = /(?:^|\(\?:|\||\)\?)([a-z][a-z/])/g;
const BEGINNINGS = new Uint8Array(PAIRS);
for (const { pattern } of [...partRows, ...organRows]) {
  for (const [, letters = ''] of pattern.matchAll(BEGINNING)) BEGINNINGS[pairAt(letters, 0)] = 1;
}

/** `Ban Chấp hành Đảng bộ tỉnh` signs as the committee of that place. */
function symbolOfUnit(unit: string | null): string | null {
  switch (unit) {
    case 'tỉnh':
    case 'thành phố':
    case 'thị xã':
      return 'TU';
    case 'huyện':
      return 'HU';
    case 'quận':
      return 'QU';
    case null:
    case 'Khối':
      return null;
    default:
      return 'ĐU';
  }
}

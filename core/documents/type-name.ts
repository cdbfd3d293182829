/**
 * What the type of a document is called. One symbol may name two types: QĐ is a Quyết định, and of the Party a Quy định
 * as well, so that only those who cite it tell which.
 */
import { documentTypes } from '../citations/document-types.ts';
import { foldKey } from '../citations/fold.ts';

/** A word for a type, as a mention begins with it. */
interface TypeWord {
  readonly name: string;
  readonly folded: string;
}

const namesOf = new Map<string, ReadonlySet<string>>();
const wordsOf = new Map<string, readonly TypeWord[]>();
for (const { symbol, name, words } of documentTypes) {
  namesOf.set(symbol, new Set([...(namesOf.get(symbol) ?? []), name]));
  const own = words.map((word) => ({ name, folded: foldKey(word) }));
  wordsOf.set(symbol, [...(wordsOf.get(symbol) ?? []), ...own]);
}

/** Symbols that name several types. */
export const sharedTypeSymbols: readonly string[] = [...namesOf].flatMap(([symbol, names]) =>
  names.size > 1 ? [symbol] : [],
);

/** How much of a mention's beginning is enough to tell its type word, in characters, also where marks stand apart. */
export const TYPE_OPENING = 20;

/**
 * The type that most of these mentions begin with, of those that the symbol names; null where none says so.
 *
 * @param openings the first `TYPE_OPENING` characters of mentions, with how many begin so
 *
 * @example
 * tellTypeName('QĐ', [{ opening: 'Quy định số 37-QĐ/TW', mentions: 3 }]) // 'Quy định'
 */
export function tellTypeName(
  symbol: string,
  openings: Iterable<{ readonly opening: string | null; readonly mentions: number }>,
): string | null {
  const words = wordsOf.get(symbol) ?? [];
  const said = new Map<string, number>();
  for (const { opening, mentions } of openings) {
    const folded = opening === null ? '' : foldKey(opening);
    const word = words.find((one) => folded.startsWith(one.folded));
    if (word !== undefined) said.set(word.name, (said.get(word.name) ?? 0) + mentions);
  }
  const [most] = [...said].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}

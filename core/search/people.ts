/**
 * Names that answer what somebody has typed of one: each word typed begins a word of the name, in any order.
 */
import type { FacetCount } from './engine.ts';
import { splitWords } from './fold.ts';

/** Items looked at for names: the newest that have all words. */
export const itemsForNames = 400;

/** What was typed of a name, folded; at most eight words. */
export function readNameWords(typed: string): readonly string[] {
  return splitWords(typed.normalize('NFC'))
    .slice(0, 8)
    .map(({ word }) => word);
}

/**
 * Of the people that items name (one list an item), those that the words fit, the most often named first.
 *
 * @example countNames([['Lê Văn Thử', 'An Thị Mẫu'], ['Lê Văn Thử']], ['le', 'th'], 5) // [{ value: 'Lê Văn Thử', count: 2 }]
 */
export function countNames(
  lists: readonly (readonly string[])[],
  words: readonly string[],
  most: number,
): readonly FacetCount[] {
  const counts = new Map<string, number>();
  for (const names of lists) {
    for (const name of new Set(names)) if (fits(name, words)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, most);
}

/** Each word typed takes a word of the name of its own: "lê l" is not Lê Văn Thử. */
function fits(name: string, words: readonly string[]): boolean {
  const left = splitWords(name).map(({ word }) => word);
  return [...words]
    .sort((a, b) => b.length - a.length)
    .every((word) => {
      const at = left.findIndex((part) => part.startsWith(word));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
}

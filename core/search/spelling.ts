/**
 * "Did you mean": another spelling of a query that finds nothing, from the words that the archive itself uses.
 *
 * A word that occurs nowhere (or, where there is none, hardly ever) is held against every word one slip away that does
 * occur: a letter more, less, other, or two swapped; which of them is meant is told by the words beside it. Words with
 * digits are left alone: a code is never guessed at. Nothing is searched for in the reader's stead, only offered.
 */
import type { SearchQuery, SearchReader } from './engine.ts';
import { splitWords, type Word } from './fold.ts';
import { findWords, foldText, readForm } from './form.ts';

/** A word that stands in fewer items may be a slip; Vietnamese syllables are far commoner. */
const rare = 3;
const mostSlips = 3;
const mostCandidates = 6;
const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * The query with its likely slips mended, in the spelling of the archive where accents were typed; null where nothing
 * better is known. Whatever it gives finds something.
 *
 * @example await mendSpelling(engine, { ...query, text: 'nghj quyet' }) // 'nghi quyet'
 */
export async function mendSpelling(reader: SearchReader, query: SearchQuery): Promise<string | null> {
  let text = query.text.normalize('NFC');
  const counts = await reader.countWords([...new Set(mendable(text).map(({ word }) => word))]);
  const isUnder = (limit: number) => mendable(text).filter(({ word }) => (counts.get(word) ?? 0) < limit);
  const unknown = isUnder(1);
  const slips = unknown.length > 0 ? unknown : isUnder(rare);
  if (slips.length === 0 || slips.length > mostSlips) return null;
  // From the last on, so that the places of those before stay right.
  for (const slip of slips.toReversed()) {
    const better = await findBetter(reader, query, text, slip);
    if (better !== null) text = replace(text, slip, better);
  }
  if (text === query.text.normalize('NFC')) return null;
  // Where no word can be trusted, the mended ones must at least belong together.
  const isAllGuessed = slips.length > 1 && slips.length === splitWords(query.text.normalize('NFC')).length;
  const { total, hits } = await reader.find({ ...query, text: isAllGuessed ? `"${text}"` : text, page: 1, perPage: 1 });
  if (total === 0) return null;
  return hasAccents(query.text) ? takeAccents(text, query.text, `${hits[0]?.title}\n${hits[0]?.snippet}`) : text;
}

/** Every word one slip away from this folded one. */
export function slipsOf(word: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    for (const letter of letters) {
      found.add(before + letter + after);
      if (after !== '') found.add(before + letter + after.slice(1));
    }
    if (after !== '') found.add(before + after.slice(1));
    if (after.length > 1) found.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
  }
  found.delete(word);
  return found;
}

/** Words of letters alone, long enough for one letter to be a slip, and not excluded. */
function mendable(text: string): readonly Word[] {
  return splitWords(text).filter(
    ({ word, start }) =>
      /^[a-z]{3,12}$/.test(word) && text.charAt(start - 1) !== '-' && text.slice(start - 2, start) !== '-"',
  );
}

async function findBetter(reader: SearchReader, query: SearchQuery, text: string, slip: Word): Promise<string | null> {
  const counts = await reader.countWords([...slipsOf(slip.word)]);
  const candidates = [...counts]
    .filter(([, count]) => count > 0)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, mostCandidates);
  let best: { readonly word: string; readonly beside: number; readonly within: number } | null = null;
  for (const [word] of candidates) {
    const beside = await countBeside(reader, query, text, slip, word);
    const { total: within } = await reader.find({ ...query, text: replace(text, slip, word), page: 1, perPage: 1 });
    if (best === null || beside > best.beside || (beside === best.beside && within > best.within))
      best = { word, beside, within };
  }
  return best?.word ?? null;
}

/** In how many items the word stands next to the word before the slip, and to the one after it. */
async function countBeside(
  reader: SearchReader,
  query: SearchQuery,
  text: string,
  slip: Word,
  word: string,
): Promise<number> {
  const words = splitWords(text);
  const at = words.findIndex(({ start }) => start === slip.start);
  const [left, right] = [words[at - 1]?.word, words[at + 1]?.word];
  const pairs = [
    ...(left === undefined ? [] : [`${left} ${word}`]),
    ...(right === undefined ? [] : [`${word} ${right}`]),
  ];
  let total = 0;
  for (const pair of pairs) total += (await reader.find({ ...query, text: `"${pair}"`, page: 1, perPage: 1 })).total;
  return total;
}

function replace(text: string, { start, end }: Word, word: string): string {
  return text.slice(0, start) + word + text.slice(end);
}

function hasAccents(text: string): boolean {
  return /[đĐ]|\p{M}/u.test(text.normalize('NFD'));
}

/** Gives words that the reader did not type the spelling in which the first hit has them. */
function takeAccents(text: string, typed: string, source: string): string {
  const own = new Set(splitWords(typed.normalize('NFC')).map(({ word }) => word));
  const folded = foldText(source.normalize('NFC'));
  let spelled = text;
  for (const word of splitWords(text).toReversed()) {
    if (own.has(word.word)) continue;
    const [place] = findWords(folded, readForm(word.word), 1);
    if (place !== undefined) spelled = replace(spelled, word, folded.text.slice(place.start, place.end).toLowerCase());
  }
  return spelled;
}

/**
 * Whether a hit is on its step of relevance, and whether with the reader's own accents, told on the original texts.
 *
 * The first for engines that cannot ask for a step exactly, the second for those whose index holds folded words only.
 * Codes are left out of the question of accents: they have none but Đ, and a text that prints HDND for HĐND means the
 * same body.
 */
import type { Span } from '../citations/citation.ts';
import { nearWords, type RelevanceStep } from './fields.ts';
import { isWordPart, splitWords } from './fold.ts';
import { eachWord, type FoldedText, type Form, findCode, findWords, foldText, hasExactly, joinForms } from './form.ts';
import type { Originals } from './originals.ts';
import { sequencesOf, type Wanted } from './words.ts';

/** Whether the texts answer what is wanted as this step asks for it, accents aside. */
export function isOnStep(step: RelevanceStep, originals: Originals, wanted: readonly Wanted[]): boolean {
  // Codes and people are lists, an entry a line: no run of words reaches across.
  const texts = step.fields
    .flatMap((field) => (field === 'title' || field === 'body' ? [originals[field]] : originals[field].split('\n')))
    .map(foldText);
  if (step.match === 'all') return wanted.every((one) => stands(texts, one));
  if (step.match === 'near')
    return sequencesOf(wanted).some((forms) => texts.some((text) => isNear(text, forms, wanted)));
  const [only, second] = wanted;
  const isCode = second === undefined && only !== undefined && standsAsCode(texts, only);
  return isCode || sequencesOf(wanted).some((forms) => hasForm(texts, joinForms(forms)));
}

/** Where there are more places of one word, a nearer pair is among the first or is not worth finding. */
const mostPlaces = 300;

function stands(texts: readonly FoldedText[], one: Wanted): boolean {
  const isScattered = !one.isPhrase && eachWord(one.own).every((word) => hasForm(texts, word));
  return isScattered || [one.own, ...one.others].some((form) => hasForm(texts, form)) || standsAsCode(texts, one);
}

function standsAsCode(texts: readonly FoldedText[], { codeKey }: Wanted): boolean {
  return codeKey !== null && texts.some((text) => findCode(text, codeKey, 1).length > 0);
}

function hasForm(texts: readonly FoldedText[], form: Form): boolean {
  return texts.some((text) => findWords(text, form, 1).length > 0);
}

/** Whether at most `nearWords` words lie between the end of the first and the beginning of the last of all parts. */
function isNear(text: FoldedText, forms: readonly Form[], wanted: readonly Wanted[]): boolean {
  const parts = forms.flatMap((form, at) =>
    wanted[at]?.own === form && !wanted[at]?.isPhrase ? eachWord(form) : [form],
  );
  if (parts.length < 2) return false;
  const starts = splitWords(text.text).map(({ start }) => start);
  const numberOf = (place: number): number => countUpTo(starts, place);
  const places: readonly (Span & { readonly part: number })[] = parts
    .flatMap((form, part) =>
      findWords(text, form, mostPlaces).map(({ start, end }) => ({
        part,
        start: numberOf(start),
        end: numberOf(end - 1),
      })),
    )
    .sort((a, b) => a.start - b.start);
  const last = new Map<number, Span>();
  for (const { part, start, end } of places) {
    last.set(part, { start, end });
    const firstEnd = Math.min(...[...last.values()].map((span) => span.end));
    if (last.size === parts.length && start - firstEnd - 1 <= nearWords) return true;
  }
  return false;
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function hasStepExactly(step: RelevanceStep, originals: Originals, wanted: readonly Wanted[]): boolean {
  if (hasAsTyped(step, originals, wanted)) return true;
  const texts = step.fields.map((field) => foldText(originals[field]));
  if (step.match !== 'phrase') return wanted.every((one) => hasOneExactly(texts, one));
  return sequencesOf(wanted).some((forms) => isAnywhere(texts, joinForms(forms)));
}

/** A quick look that sees most of what is there exactly: the words just as they were typed, but for their case. */
function hasAsTyped({ match, fields }: RelevanceStep, originals: Originals, wanted: readonly Wanted[]): boolean {
  const typed = wanted.map((one) => one.typed.toLowerCase());
  const sought = match === 'phrase' ? [typed.join(' ')] : typed;
  const texts = fields.map((field) => originals[field].toLowerCase());
  return sought.every((words) => texts.some((text) => standsAsTyped(text, words)));
}

function standsAsTyped(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!isWordPart(text.charCodeAt(at - 1)) && !isWordPart(text.charCodeAt(at + words.length))) return true;
  }
  return false;
}

function hasOneExactly(texts: readonly FoldedText[], { own, isPhrase, others, codeKey }: Wanted): boolean {
  if (codeKey !== null) return true;
  const isScattered = !isPhrase && eachWord(own).every((word) => isAnywhere(texts, word));
  return isScattered || [own, ...others].some((form) => isAnywhere(texts, form));
}

function isAnywhere(texts: readonly FoldedText[], form: Form): boolean {
  return texts.some((text) => hasExactly(text, form));
}

/**
 * A reader's words → match expressions of FTS5.
 *
 * Every word is quoted and holds only letters and digits, so nothing a reader types is ever syntax. Words are those of
 * fold.ts and the index is fed with them, one blank between, hence its plain `ascii` tokenizer splits just the same.
 */
import { nearWords, type RelevanceStep } from './fields.ts';
import { eachWord, type Form, joinForms } from './form.ts';
import { sequencesOf, type Wanted } from './words.ts';

/**
 * What is wanted as one sequence is looked for up to this many words, and within a clause up to this many: each further
 * common word costs some 10 ms per 100,000 items, and whoever types more is pasting a sentence.
 */
const longestSequence = 24;
const mostNear = 8;

/** All that is wanted, anywhere. @example matchAll(wanted of "gpmb Hạ Long") */
export function matchAll(wanted: readonly Wanted[]): string {
  return [...new Set(wanted.map(matchOne))].join(' AND ');
}

/** Names that have, for each of these words, one that begins so. */
export function matchNames(words: readonly string[]): string {
  return `{people} : (${words.map((word) => `${quote(word)} *`).join(' AND ')})`;
}

/** One word anywhere. */
export function matchWord(word: string): string {
  return quote(word);
}

/** Any of these, as phrases. */
export function matchAny(forms: readonly Form[]): string {
  return [...new Set(forms.map(phrase))].join(' OR ');
}

/** What is wanted as one sequence, anywhere, in all its spellings; null where that is too long to look for. */
export function matchSequence(wanted: readonly Wanted[]): string | null {
  const [only, second] = wanted;
  if (only?.isPhrase && second === undefined) return matchOne(only);
  const sequences = sequencesOf(wanted).map(joinForms);
  if (sequences.some(({ words }) => words.length > longestSequence)) return null;
  return sequences.map(phrase).join(' OR ');
}

/** What is wanted as one step of relevance asks for it, or null where the step has nothing to tell apart. */
export function matchStep({ match, fields }: RelevanceStep, wanted: readonly Wanted[]): string | null {
  const expression = match === 'all' ? matchAll(wanted) : match === 'near' ? matchNear(wanted) : matchSequence(wanted);
  return expression === null ? null : `{${fields.join(' ')}} : (${expression})`;
}

function matchNear(wanted: readonly Wanted[]): string | null {
  const groups = sequencesOf(wanted)
    .map((forms) => nearPhrases(forms, wanted))
    .filter((phrases) => phrases.length >= 2 && phrases.length <= mostNear);
  return groups.length === 0 ? null : groups.map((phrases) => `NEAR(${phrases.join(' ')}, ${nearWords})`).join(' OR ');
}

function matchOne({ own, isPhrase, others, codeKey }: Wanted): string {
  const scattered = `(${eachWord(own).map(phrase).join(' AND ')})`;
  const forms = [isPhrase ? phrase(own) : scattered, ...others.map(phrase)];
  return `(${[...forms, ...(codeKey === null ? [] : [quote(codeKey)])].join(' OR ')})`;
}

function nearPhrases(forms: readonly Form[], wanted: readonly Wanted[]): string[] {
  const phrases = forms.flatMap((form, at) => {
    const isLoose = wanted[at]?.own === form && !wanted[at]?.isPhrase;
    return isLoose ? eachWord(form).map(phrase) : [phrase(form)];
  });
  return [...new Set(phrases)];
}

function phrase({ words, isBegun }: Form): string {
  return `${quote(words.join(' '))}${isBegun ? ' *' : ''}`;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/**
 * A reader's words and filters → questions to Meilisearch.
 *
 * Each word goes in quotes, which takes it as it stands: no beginning of a word, no two words in one. Exclusions come
 * first, since nothing after the tenth part of a query is read. Filter values are encoded (meilisearch-item.ts), so
 * nothing that a reader types or an address says is ever syntax.
 */
import { type SearchQuery, searchKinds } from './engine.ts';
import { type Facet, facetNames, type RelevanceStep } from './fields.ts';
import { eachWord, type Form, joinForms } from './form.ts';
import { encodeValue, formOf, toDayNumber } from './meilisearch-item.ts';
import { attributesOf } from './meilisearch-settings.ts';
import { sequencesOf, type Wanted } from './words.ts';

/** Parts of a query that Meilisearch reads. */
export const mostParts = 10;
/** As on the embedded engine: whoever types more is pasting a sentence. */
const longestSequence = 24;
const mostAlternatives = 8;

/** What is wanted, anywhere: words and codes. What has several forms is asked for by `filterForms`. */
export function spellWanted(wanted: readonly Wanted[], excluded: readonly Form[]): string {
  const parts = wanted.filter((one) => formOf(one) === null).map(spellOne);
  return [...excluded.map((form) => `-${quote(form.words)}`), ...new Set(parts)].join(' ');
}

export function filterForms(wanted: readonly Wanted[]): readonly string[] {
  return wanted.flatMap((one) => {
    const form = formOf(one);
    return form === null ? [] : [`forms = "${form}"`];
  });
}

/** Kind, days and filters, but for the filter of `except`; all must hold. */
export function filterItems({ kind, from, to, filters }: SearchQuery, except: Facet | null): readonly string[] {
  const kinds = kind === null ? searchKinds : [kind];
  const facets = facetNames.flatMap((facet) => {
    const values = filters[facet] ?? [];
    return facet === except || values.length === 0 ? [] : [`${facet} IN [${values.map(quoteValue).join(', ')}]`];
  });
  return [
    `kind IN [${kinds.join(', ')}]`,
    ...(from === null ? [] : [`day >= ${toDayNumber(from)}`]),
    ...(to === null ? [] : [`day <= ${toDayNumber(to)}`]),
    ...facets,
  ];
}

export interface StepQuestion {
  readonly q: string;
  readonly attributesToSearchOn: readonly string[];
}

/** The questions that together answer one step of relevance, but for the last; none where it has nothing to tell apart. */
export function askStep({ match, fields }: RelevanceStep, wanted: readonly Wanted[]): readonly StepQuestion[] {
  const attributesToSearchOn = fields.flatMap((field) => attributesOf[field]);
  const texts = match === 'all' ? spellAll(wanted) : match === 'near' ? spellNear(wanted) : spellSequences(wanted);
  return [...new Set(texts)].slice(0, mostAlternatives).map((q) => ({ q, attributesToSearchOn }));
}

function spellSequences(wanted: readonly Wanted[]): readonly string[] {
  const [only, second] = wanted;
  const sequences = sequencesOf(wanted).map(joinForms);
  if (sequences.some(({ words }) => words.length > longestSequence)) return [];
  const isCode = second === undefined && only !== undefined && only.codeKey !== null;
  return [...sequences.map(spellForm), ...(isCode ? [quote([only.codeKey])] : [])];
}

function spellAll(wanted: readonly Wanted[]): readonly string[] {
  let texts = [''];
  for (const one of wanted) {
    const { own, isPhrase, others, codeKey } = one;
    const ways = [
      isPhrase ? spellForm(own) : eachWord(own).map(spellForm).join(' '),
      ...others.map(spellForm),
      ...(codeKey === null ? [] : [quote([codeKey])]),
    ];
    texts = ways.flatMap((way) => texts.map((text) => `${text} ${way}`.trim())).slice(0, mostAlternatives);
  }
  return texts;
}

function spellNear(wanted: readonly Wanted[]): readonly string[] {
  return sequencesOf(wanted).flatMap((sequence) => {
    const parts = sequence.flatMap((form, at) => {
      const isLoose = wanted[at]?.own === form && !wanted[at]?.isPhrase;
      return isLoose ? eachWord(form) : [form];
    });
    return parts.length < 2 || parts.length > mostParts ? [] : [parts.map(spellForm).join(' ')];
  });
}

function spellOne({ own, isPhrase, codeKey }: Wanted): string {
  if (codeKey !== null && /^\d/.test(codeKey)) return quote([codeKey]);
  return isPhrase ? spellForm(own) : eachWord(own).map(spellForm).join(' ');
}

/** A word that is only begun stands without quotes, at the end. */
function spellForm({ words, isBegun }: Form): string {
  if (!isBegun) return quote(words);
  const before = words.slice(0, -1);
  return `${before.length === 0 ? '' : `${quote(before)} `}${words.at(-1)}`;
}

function quote(words: readonly string[]): string {
  return `"${words.join(' ')}"`;
}

function quoteValue(value: string): string {
  return `"${encodeValue(value)}"`;
}

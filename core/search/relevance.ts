/**
 * Whether a hit earned its step of relevance with the reader's own accents, told on the original texts.
 *
 * For engines whose index holds folded words only. Codes are left out of the question: they have no accents but Đ,
 * and a text that prints HDND for HĐND means the same body.
 */
import type { RelevanceStep, SearchField } from './fields.ts';
import { type FoldedText, type Form, foldText, hasExactly } from './form.ts';
import { sequencesOf, type Wanted } from './words.ts';

export function hasStepExactly(
  step: RelevanceStep,
  originals: Readonly<Record<SearchField, string>>,
  wanted: readonly Wanted[],
): boolean {
  const texts = step.fields.map((field) => foldText(originals[field]));
  if (step.match !== 'phrase') return wanted.every((one) => hasOneExactly(texts, one));
  return sequencesOf(wanted).some((forms) => isAnywhere(texts, joinForms(forms)));
}

function hasOneExactly(texts: readonly FoldedText[], { own, isPhrase, others, codeKey }: Wanted): boolean {
  if (codeKey !== null) return true;
  const isScattered =
    !isPhrase &&
    own.words.every((word, at) => isAnywhere(texts, { words: [word], accents: own.accents.slice(at, at + 1) }));
  return isScattered || [own, ...others].some((form) => isAnywhere(texts, form));
}

function isAnywhere(texts: readonly FoldedText[], form: Form): boolean {
  return texts.some((text) => hasExactly(text, form));
}

function joinForms(forms: readonly Form[]): Form {
  return { words: forms.flatMap((form) => form.words), accents: forms.flatMap((form) => form.accents) };
}

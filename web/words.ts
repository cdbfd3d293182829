import { en } from './en.ts';
import { vi, type Words } from './vi.ts';
import type { Lang } from './view-terms.ts';

const words: Readonly<Record<Lang, Words>> = { vi, en };

/** The sentences of a language. */
export function wordsOf(lang: Lang): Words {
  return words[lang];
}

/** The `lang` of what sources wrote, for elements on a page in another language. */
export function sourceLang(lang: Lang): 'vi' | undefined {
  return lang === 'vi' ? undefined : 'vi';
}

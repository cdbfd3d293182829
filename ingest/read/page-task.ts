/** What is done at a desk for pages: a page is read, or a text that was read is told its facts. */
import { type TextFacts, type TextToTell, tellText } from '../../core/archive/text-facts.ts';
import type { ReadArticle } from './article.ts';
import { readPage } from './page-reading.ts';
import type { ReadInput } from './read-input.ts';

export type PageTask =
  | { readonly kind: 'page'; readonly page: ReadInput }
  | { readonly kind: 'text'; readonly text: TextToTell };

export type PageDone =
  | { readonly kind: 'page'; readonly article: ReadArticle }
  | { readonly kind: 'text'; readonly facts: TextFacts };

export async function doPageTask(task: PageTask): Promise<PageDone> {
  return task.kind === 'page'
    ? { kind: 'page', article: await readPage(task.page) }
    : { kind: 'text', facts: tellText(task.text) };
}

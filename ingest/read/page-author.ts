/**
 * Who wrote the article, as its page says by markup and metas. Names that only close the text are authors.ts's.
 */
import { isAccount, readAuthorLine, tidyAuthor } from './authors.ts';
import { anyEngine } from './engines.ts';
import { isOfOtherNews, listSafely } from './markup.ts';
import type { PageParts } from './page-dates.ts';
import { type Elements, textOf } from './page-elements.ts';
import { readByline, readDateLine, splitByline } from './published.ts';
import { foldForComparison, tidyLine } from './wording.ts';

/** The authors that an element of the page names; null where none does. */
export function findAuthor({ page, engine }: PageParts, scope: Elements, selector: string): string | null {
  const known = [...(selector === '' ? [] : [selector]), ...(engine?.author ?? [])];
  for (const css of [...known, ...anyEngine.author]) {
    const isKnown = known.includes(css);
    const found = listSafely(page, css, isKnown ? undefined : scope);
    for (const element of found.slice(0, 10)) {
      const author = tidyAuthor(tidyLine(textOf(element)) || (element.attribs['content'] ?? ''));
      if (author === null || readDateLine(author) !== null || SOURCE.test(author) || isAccount(author)) continue;
      if (isKnown || !isOfOtherNews(element)) return author;
    }
  }
  return null;
}

/** The authors in a line between title and text that also tells the date: `Lan Chi - 08:15 14/10/2023`. */
export function readBylineAuthor(lines: readonly string[]): string | null {
  for (const line of lines) {
    if (readByline(line) === null) continue;
    const names = splitByline(line)
      .filter((part) => readDateLine(part) === null)
      .map(readAuthorLine);
    const name = names.find((found) => found !== null && !isAccount(found));
    if (name != null) return name;
  }
  return null;
}

/** The author of a meta, where it names a person: metas often name the paper, or the account of whoever typed the page in. */
export function personOf(author: string | null, siteName: string | null): string | null {
  if (author === null || (siteName !== null && foldForComparison(author) === foldForComparison(siteName))) return null;
  return isAccount(author) ? null : readAuthorLine(author);
}

/** NukeViet prints the source of a copied report just like its author. */
const SOURCE = /^(?:nguồn|theo)(?: tin| bài)?\s{0,2}[: ]/iu;

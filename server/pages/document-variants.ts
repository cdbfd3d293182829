/** What the mentions of a document say of it, value by value, and where they contradict each other. */
import { mintArticleId } from '../../core/archive/article-row.ts';
import { foldWords } from '../../core/archive/code-key.ts';
import type { ArticleId } from '../../core/archive/records.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import type { DocumentView, Variant } from '../../web/view.ts';
import type { CitingRow } from '../citing.ts';
import { type Loading, nameArticles } from './cited-at.ts';

/** So many values are shown, and so many articles of each. */
const MOST_VALUES = 10;
const MOST_ARTICLES = 5;

interface Tally {
  readonly value: string;
  readonly mentions: number;
  readonly articles: readonly ArticleId[];
}

/** What the mentions say of one field: the values that most give, each with some of the articles that do. */
export interface SaidField {
  readonly field: 'title' | 'date';
  readonly values: readonly Tally[];
}

/** Titles and dates as the mentions give them, most frequent first. */
export function tallySaid(rows: readonly CitingRow[]): readonly SaidField[] {
  return (['title', 'date'] as const).flatMap((field) => {
    const values = tally(rows, (row) => (field === 'title' ? row.subject : row.date));
    return values.length === 0 ? [] : [{ field, values: values.slice(0, MOST_VALUES) }];
  });
}

export async function tellSaid(loading: Loading, said: readonly SaidField[]): Promise<DocumentView['said']> {
  return Promise.all(said.map(async ({ field, values }) => ({ field, values: await toVariants(loading, values) })));
}

/** The contradictions that the dossier of the document holds. */
export async function tellConflicts(loading: Loading, document: OfficialDocument): Promise<DocumentView['conflicts']> {
  return Promise.all(
    document.conflicts.map(async ({ field, values }) => ({
      field,
      values: await toVariants(
        loading,
        values.map(({ value, mentions, articles }) => ({
          value,
          mentions,
          articles: articles.slice(0, MOST_ARTICLES).map(mintArticleId),
        })),
      ),
    })),
  );
}

async function toVariants({ db, sourceName }: Loading, values: readonly Tally[]): Promise<readonly Variant[]> {
  const shown = values.slice(0, MOST_VALUES);
  const ids = shown.flatMap(({ articles }) => articles.slice(0, MOST_ARTICLES));
  const names = await nameArticles(db, ids, sourceName);
  return shown.map(({ value, mentions, articles }) => ({
    value,
    mentions,
    articles: articles.slice(0, MOST_ARTICLES).flatMap((id) => names.get(id) ?? []),
  }));
}

/** Values that differ in marks or case alone count as one, written as it first comes. */
function tally(rows: readonly CitingRow[], read: (row: CitingRow) => string | null): readonly Tally[] {
  const groups = new Map<string, { readonly value: string; mentions: number; readonly articles: Set<ArticleId> }>();
  for (const row of rows) {
    const value = read(row);
    if (value === null) continue;
    const key = foldWords(value);
    const group = groups.get(key) ?? { value, mentions: 0, articles: new Set() };
    group.mentions += 1;
    if (group.articles.size < MOST_ARTICLES) group.articles.add(row.article);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ value, mentions, articles }) => ({ value, mentions, articles: [...articles] }))
    .sort((a, b) => b.mentions - a.mentions);
}

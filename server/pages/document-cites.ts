/** What the held text of a document names, as lines of its page. */
import { getDocuments } from '../../core/archive/documents.ts';
import { listHeldCites } from '../../core/archive/held-cites.ts';
import type { OfficialDocument } from '../../core/documents/document.ts';
import type { DocumentView } from '../../web/view.ts';
import { nameDocument } from './briefs.ts';
import { type Loading, nameArticles } from './cited-at.ts';

/** Lines on the page; the API has all. */
const MOST_LINES = 100;

export async function loadCites(
  { db, lang, sourceName }: Loading,
  document: OfficialDocument,
): Promise<NonNullable<DocumentView['cites']>> {
  const all = await listHeldCites(db, document.id);
  const shown = all.slice(0, MOST_LINES);
  const known = await getDocuments(
    db,
    shown.flatMap((cite) => cite.document ?? []),
  );
  const articles = await nameArticles(
    db,
    shown.map(({ article }) => article),
    sourceName,
  );
  const items = shown.flatMap(({ document: id, code, kinds, sentence, article: at }) => {
    const article = articles.get(at);
    if (article === undefined) return [];
    const other = id === null ? undefined : known.get(id);
    const unnamed = { id: null, code, typeName: null, issuer: null, term: null, title: null, level: null };
    return [{ document: other === undefined ? unnamed : nameDocument(other, lang), kinds, sentence, article }];
  });
  return { items, total: all.length };
}

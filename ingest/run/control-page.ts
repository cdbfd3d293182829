/**
 * Tells many withdrawn pages from a site that shows none any more.
 *
 * Some hosts send their home page or a notice for what they took away, and send the same for everything while they are
 * under repair. Where several such pages came in a row, an article that the source had to show earlier that night is asked
 * for once more: if it still stands there, the others are gone by themselves.
 */
import { getArticle } from '../../core/archive/articles.ts';
import { listShown } from '../../core/archive/second-looks.ts';
import { readArticle } from '../read/read.ts';
import type { Source } from '../sources/source-file.ts';
import type { CrawlParts } from './crawl-parts.ts';

/** Asks a question of one night, `since` an instant: does the site still show what it showed? Each page serves once. */
export function openControl(source: Source, since: string, parts: CrawlParts): () => Promise<boolean> {
  const used = new Set<string>();
  return async () => {
    const shown = await listShown(parts.archive.db, source.id, since, used.size + 1);
    const page = shown.find(({ url }) => !used.has(url));
    if (page === undefined) return false;
    used.add(page.url);
    const article = await getArticle(parts.archive.db, page.article);
    const request = { url: page.url, accept: 'page', etag: null, lastModified: null } as const;
    const outcome = await parts.fetchPage(request, parts.rulesOf(source), parts.signal);
    if (article === null || outcome.kind !== 'body') return false;
    const { bytes, url, contentType } = outcome;
    const read = await readArticle({ bytes, url, contentType, fileName: null, selectors: source.read });
    const opening = article.text.slice(0, OPENING);
    return read.status === 'ok' && read.title === article.title && opening !== '' && read.text.startsWith(opening);
  };
}

/** Of a text, in characters: its end may have changed since. */
const OPENING = 200;

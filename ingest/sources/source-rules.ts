/** What a source file allows: which addresses of its hosts are articles. */
import { isOwnAddress } from './own-hosts.ts';
import type { Source } from './source-file.ts';

/**
 * Whether an address of the source is an article's, as `article.include` and `article.exclude` say. Several spellings of one
 * address may be given: one that is included is enough, and none may be excluded.
 *
 * Where nothing is included, every address is but home pages, pictures, programs and the like.
 */
export function isArticleAddress(source: Source, ...spellings: readonly string[]): boolean {
  const { include, exclude } = expressionsOf(source);
  if (!spellings.some((url) => isOwnAddress(source, url))) return false;
  if (spellings.some((url) => exclude.some((pattern) => pattern.test(url)))) return false;
  return include.length === 0
    ? spellings.every(mayBeArticle)
    : spellings.some((url) => include.some((pattern) => pattern.test(url)));
}

interface Expressions {
  readonly include: readonly RegExp[];
  readonly exclude: readonly RegExp[];
}

const expressionsBySource = new WeakMap<Source, Expressions>();

function expressionsOf(source: Source): Expressions {
  const known = expressionsBySource.get(source);
  if (known !== undefined) return known;
  const { include, exclude } = source.article;
  const made = {
    include: include.map((pattern) => new RegExp(pattern)),
    exclude: exclude.map((pattern) => new RegExp(pattern)),
  };
  expressionsBySource.set(source, made);
  return made;
}

const NO_ARTICLE =
  /\.(?:jpe?g|png|gif|webp|svg|ico|bmp|css|js|json|xml|rss|atom|woff2?|ttf|eot|mp[34]|m4[av]|avi|wmv|flv|mov|webm|wav|zip|rar|7z|gz|exe|apk|ics)$/i;
const HOME = /^\/(?:(?:index|default|home)(?:\.\w{2,5})?)?$/i;

function mayBeArticle(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search } = new URL(url);
  return !NO_ARTICLE.test(pathname) && !(HOME.test(pathname) && search === '');
}

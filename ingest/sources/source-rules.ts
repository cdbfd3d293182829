/** What a source file allows: which hosts are visited for it, and which addresses there are articles. */
import type { Source } from './source-file.ts';

/** The hosts of a source in lower case, with the port where it is not the scheme's own: all that is ever fetched for it. */
export function hostsOf(source: Source): ReadonlySet<string> {
  return new Set([new URL(source.home).host, ...source.hosts.map((host) => host.toLowerCase())]);
}

/**
 * Whether an address lies on one of the source's hosts; one that is named without a port has those of the others too.
 * A trap for copies: mirrors repeat the addresses of a site below another host.
 */
export function isOwnAddress(source: Source, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, hostname, port } = new URL(url);
  const hosts = hostsOf(source);
  if (protocol !== 'http:' && protocol !== 'https:') return false;
  if (hosts.has(host)) return true;
  return hosts.has(hostname) && [...hosts].some((own) => own.endsWith(`:${port}`));
}

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

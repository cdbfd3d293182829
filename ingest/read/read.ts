/**
 * Bytes → article, whatever they are: the one door of this folder.
 *
 * What a file is gets told by its bytes first, then by what the server or its name says. Everything that can be expected of a hostile
 * or broken file comes back as a status with one sentence; nothing throws.
 */
import type { ReadArticle } from './article.ts';
import { decodeBytes, sniffType } from './charset.ts';
import { type ReadSelectors, readHtml, unreadArticle } from './html.ts';
import { readText } from './text.ts';

export interface ReadInput {
  readonly bytes: Uint8Array;
  /** The article's address: http(s), or an urn where it has none. */
  readonly url: string;
  /** The Content-Type header, null when no server said one. */
  readonly contentType: string | null;
  /** The file's name, null for a response. */
  readonly fileName: string | null;
  readonly selectors?: ReadSelectors | undefined;
  /** Publication after this instant (and a day) is doubted; left out, nothing is. */
  readonly now?: Date | undefined;
}

/**
 * Reads a page or file as an article.
 * @example await readArticle({ bytes, url: 'https://a.example/1.html', contentType: 'text/html', fileName: null })
 */
export async function readArticle(input: ReadInput): Promise<ReadArticle> {
  const { bytes, url, contentType } = input;
  const fail = (reason: string): ReadArticle => unreadArticle('failed', reason, url, null);
  if (bytes.byteLength > MAX_BYTES) {
    return unreadArticle(
      'too_big',
      `The file has ${bytes.byteLength} bytes; ${MAX_BYTES} are the most that is read.`,
      url,
      null,
    );
  }
  if (bytes.byteLength === 0) return fail('The file is empty.');
  const type = await sniffType(bytes);
  const notYet = type === null ? undefined : unreadTypes.get(type);
  if (notYet !== undefined) return fail(notYet);
  const decoded = await decodeBytes(bytes, contentType);
  if (decoded.kind === 'not-text') return fail(decoded.reason);
  const { text, encoding } = decoded;
  if (text.trim() === '') return unreadArticle('failed', 'The file holds nothing but blanks.', url, encoding);
  const now = input.now ?? null;
  const format = tellFormat(text, input);
  if (format === 'data')
    return unreadArticle('failed', 'The file holds data for programs, no page or text.', url, encoding);
  const article =
    format === 'html'
      ? readHtml({ html: text, url, encoding, selectors: input.selectors ?? {}, now })
      : readText({ text, url, encoding, now });
  if (decoded.replaced === 0) return article;
  const detail = `${decoded.replaced} characters could not be decoded as ${encoding}.`;
  return { ...article, warnings: [...article.warnings, { code: 'encoding-doubtful', detail }] };
}

const MAX_BYTES = 25 * 1024 * 1024;

/** Formats that are known and not read by this version, by what file-type calls them. */
const unreadTypes: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'It is a PDF file, which this version does not read yet.'],
  [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'It is a DOCX file, which this version does not read yet.',
  ],
  ['application/x-cfb', 'It is an old Office file (DOC or XLS), which this version does not read yet.'],
  ['application/rtf', 'It is an RTF file, which this version does not read yet.'],
]);

type Format = 'html' | 'text' | 'data';

/** File endings and media types, each with the format they stand for. */
const formatsByEnding: ReadonlyMap<string, Format> = new Map([
  ...['html', 'htm', 'xhtml', 'aspx', 'asp', 'php', 'jsp', 'vnp', 'tpo'].map((ending) => [ending, 'html'] as const),
  ...['txt', 'md', 'text'].map((ending) => [ending, 'text'] as const),
  ...['json', 'jsonl', 'xml', 'rss', 'csv', 'js', 'css'].map((ending) => [ending, 'data'] as const),
]);
const formatsByMedia: ReadonlyMap<string, Format> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/plain', 'text'],
  ['text/markdown', 'text'],
  ['application/json', 'data'],
  ['application/xml', 'data'],
  ['text/xml', 'data'],
  ['application/rss+xml', 'data'],
  ['application/atom+xml', 'data'],
  ['text/csv', 'data'],
]);

/** A page that says so in its first bytes is one; else header, name and address are asked, then the text itself. */
function tellFormat(text: string, { url, contentType, fileName }: ReadInput): Format {
  const head = text.slice(0, 2000).replace(/^[\s\uFEFF]+/u, '');
  if (/^(?:<!--.{0,1000}?-->\s{0,20})?(?:<\?xml[^>]{0,200}>\s{0,20})?<(?:!doctype html|html|head|body)\b/isu.test(head))
    return 'html';
  const media = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const looks = /<(?:p|div|table|article|meta|title|h1|br)\b[^>]{0,500}>/iu.test(text.slice(0, 20_000))
    ? 'html'
    : 'text';
  return (
    formatsByMedia.get(media) ??
    formatsByEnding.get(endingOf(fileName ?? '')) ??
    formatsByEnding.get(endingOf(pathOf(url))) ??
    looks
  );
}

function endingOf(name: string): string {
  return /\.([a-z]{2,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '';
}

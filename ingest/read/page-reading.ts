/**
 * A page or a text → article. Which of the two it is: what its own first bytes say, then its header, its name, its address.
 *
 * Runs in a worker (page-worker.ts). Everything that can be expected of a hostile or broken page comes back as a status
 * with one sentence.
 */
import { type ReadArticle, unreadArticle } from './article.ts';
import { decodeBytes } from './charset.ts';
import { addHeadFacts, composePlain } from './file-article.ts';
import { readHtml } from './html.ts';
import { addLegalFacts } from './legal-page.ts';
import type { ReadInput } from './read-input.ts';
import { respell } from './respelled.ts';
import { tellUnreadForm } from './unread-letters.ts';

/** Reads what is no boxed format (read-input.ts). */
export async function readPage(input: ReadInput): Promise<ReadArticle> {
  const { bytes, url, contentType } = input;
  const decoded = await decodeBytes(bytes, contentType);
  if (decoded.kind === 'not-text') return unreadArticle('failed', decoded.reason, url, null);
  const { text, encoding } = respell(decoded.text) ?? decoded;
  if (text.trim() === '') return unreadArticle('failed', 'The file holds nothing but blanks.', url, encoding);
  const now = input.now ?? null;
  const format = tellFormat(text, input);
  if (format === 'data')
    return unreadArticle('failed', 'The file holds data for programs, no page or text.', url, encoding);
  const article =
    format === 'html'
      ? addHeadFacts(
          addLegalFacts(readHtml({ html: text, url, encoding, selectors: input.selectors ?? {}, now }), text),
        )
      : composePlain({ text, url, encoding, now });
  const form = tellUnreadForm(article.text);
  const doubts = [
    ...(decoded.replaced === 0 ? [] : [`${decoded.replaced} characters could not be decoded as ${encoding}.`]),
    ...(form === null ? [] : [`Its letters are in a form that is not read: ${form}.`]),
  ];
  if (doubts.length === 0) return article;
  const warnings = doubts.map((detail) => ({ code: 'encoding-doubtful', detail }));
  return { ...article, warnings: [...article.warnings, ...warnings] };
}

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

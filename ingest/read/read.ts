/**
 * Bytes → article, whatever they are: the one door of this folder.
 *
 * What a file is gets told by its bytes first, then by what the server or its name says. No parser runs here: they run in
 * two reading rooms, one of threads for pages and texts, one of a process for PDF and office files. Everything that can be expected of a
 * hostile or broken file comes back as a status with one sentence; nothing throws.
 */
import { type ReadArticle, unreadArticle } from './article.ts';
import { processDesk } from './desk-process.ts';
import { MAX_BYTES, unpackBytes, unpackReasons } from './packed-bytes.ts';
import { readPageAside } from './page-room.ts';
import { type ReadInput, tellBox } from './read-input.ts';
import { openReadingRoom } from './reading-room.ts';

/**
 * Reads a page or file as an article.
 * @example await readArticle({ bytes, url: 'https://a.example/1.html', contentType: 'text/html', fileName: null })
 */
export async function readArticle(given: ReadInput): Promise<ReadArticle> {
  const { url } = given;
  if (given.bytes.byteLength > MAX_BYTES) {
    const reason = `The file has ${given.bytes.byteLength} bytes; ${MAX_BYTES} are the most that is read.`;
    return unreadArticle('too_big', reason, url, null);
  }
  const bytes = tellBox(given.bytes) === null ? await unpackBytes(given.bytes, MAX_BYTES) : given.bytes;
  if (typeof bytes === 'string')
    return unreadArticle(bytes === 'damaged' ? 'failed' : 'too_big', unpackReasons[bytes], url, null);
  const input = { ...given, bytes };
  if (bytes.byteLength === 0) return unreadArticle('failed', 'The file is empty.', url, null);
  const answer = await (tellBox(bytes) === null ? readPageAside(input) : files(input));
  if (answer.kind === 'stopped') return unreadArticle('failed', answer.reason, url, null);
  const article = answer.output;
  if (article.text.length <= MAX_TEXT) return article;
  const reason = `The text has ${article.text.length} characters; ${MAX_TEXT} are the most that is taken.`;
  return unreadArticle('too_big', reason, url, article.encoding);
}

const MAX_TEXT = 5_000_000;

const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
/** One at a time: recognising pictures takes two threads besides. */
const files = openReadingRoom<ReadInput, ReadArticle>(
  processDesk(new URL(`./file-worker.${ending}`, import.meta.url)),
  { desks: 1 },
);

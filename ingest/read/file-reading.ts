/**
 * A PDF or office file → article, by what its bytes are and never by its name.
 *
 * Runs in a worker (file-worker.ts). Everything that can be expected of a hostile or broken file comes back as a status
 * with one sentence.
 */
import { type ReadArticle, unreadArticle } from './article.ts';
import { readDoc } from './doc.ts';
import { readDocx } from './docx.ts';
import { composeFile, composeWhole } from './file-article.ts';
import type { FileText } from './file-text.ts';
import { readPdf } from './pdf.ts';
import { type BoxedFormat, type ReadInput, tellBox } from './read-input.ts';
import { readRtf } from './rtf.ts';

/** Reads a boxed format (read-input.ts). */
export async function readBoxed({ bytes, url, now, isWhole = false }: ReadInput): Promise<ReadArticle> {
  const box = tellBox(bytes);
  if (box === null) throw new Error(`Cannot read ${url}: expected a PDF or office file, found none of their marks`);
  const file = await readers[box](bytes);
  if (file.kind === 'unread') return unreadArticle(file.status, file.reason, url, null);
  if (!/[\p{L}\d]/u.test(file.paragraphs.join('')))
    return unreadArticle('failed', 'The file holds no words.', url, null);
  return isWhole ? composeWhole(file, url) : composeFile(file, url, now ?? null);
}

const readers: Readonly<Record<BoxedFormat, (bytes: Uint8Array) => Promise<FileText>>> = {
  pdf: readPdf,
  zip: readDocx,
  cfb: readDoc,
  rtf: readRtf,
};

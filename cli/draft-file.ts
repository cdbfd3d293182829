/**
 * Reads the words of a draft: texts as they lie, so that offsets count in the file itself; pages, PDF and office files in
 * the reading rooms of ingest, with their deadlines.
 */
import { decodeBytes } from '../ingest/read/charset.ts';
import { readArticle } from '../ingest/read/read.ts';
import { tellBox } from '../ingest/read/read-input.ts';
import type { DraftText } from '../server/parts.ts';

/** The text of a draft, given as bytes and the name of their file. */
export async function readDraftFile(bytes: Uint8Array, fileName: string): Promise<DraftText> {
  if (bytes.byteLength === 0) return { kind: 'unread', status: 'failed', reason: 'The file is empty.' };
  if (!/\.(?:html?|aspx|xhtml)$/i.test(fileName) && tellBox(bytes) === null) {
    const decoded = await decodeBytes(bytes, null);
    if (decoded.kind === 'text') return { kind: 'text', text: decoded.text };
    return { kind: 'unread', status: 'failed', reason: decoded.reason };
  }
  const article = await readArticle({ bytes, url: 'urn:draft', contentType: null, fileName, isWhole: true });
  if (article.status !== 'ok') {
    return { kind: 'unread', status: article.status, reason: article.error ?? article.status };
  }
  // What is read as the title of a page is the first line of a draft.
  const { title, text } = article;
  const isApart = title !== null && title !== '' && !text.slice(0, LOOKED_AT).includes(title);
  return { kind: 'text', text: isApart ? `${title}\n\n${text}` : text };
}

const LOOKED_AT = 4000;

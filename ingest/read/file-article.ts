/**
 * The words of a file → article. An official document has its own head: its type and subject are the title, its issuer is the
 * author, its day the publication, and every word of it is kept. Any other file is read as a plain text is.
 */
import { readLegacyText } from '../../core/citations/legacy-text.ts';
import type { HeldFacts } from '../../core/documents/holding.ts';
import { type ReadArticle, type ReadWarning, unreadArticle } from './article.ts';
import { composeText } from './charset.ts';
import { type DocumentHead, readDocumentHead } from './document-head.ts';
import type { FileText } from './file-text.ts';
import { type PlainText, readText } from './text.ts';
import { joinParagraphs, mendLookAlikes, tidyLine } from './wording.ts';

/** Composes what a format's reader found. `now`: a later day is doubted; null asks nothing. */
export function composeFile(file: Extract<FileText, { kind: 'text' }>, url: string, now: Date | null): ReadArticle {
  const legacy = readLegacyText(file.lines.join('\n'));
  const words = legacy?.text ?? file.lines.join('\n');
  const lines = mendLookAlikes(words).split('\n');
  const paragraphs = (legacy === null ? file.paragraphs : convertParagraphs(file.paragraphs)).map((paragraph) =>
    mendLookAlikes(tidyRows(paragraph), words),
  );
  const encoding = legacy?.encoding ?? file.encoding;
  const head = readDocumentHead(lines);
  const text = joinParagraphs(paragraphs.filter((paragraph) => paragraph !== ''));
  const read = readText({ text, url, encoding, now });
  if (head === null) {
    // A file of a few words that look like a title has nothing besides; its words are the text all the same.
    const whole: ReadArticle =
      read.status === 'ok' ? read : { ...read, status: 'ok', error: null, title: null, lead: null, author: null, text };
    return { ...whole, encoding, warnings: [...file.warnings, ...read.warnings] };
  }
  const isFuture =
    head.date !== null && now !== null && Date.parse(`${head.date}T00:00:00+07:00`) > now.getTime() + DAY;
  const doubts: readonly ReadWarning[] = isFuture
    ? [{ code: 'date-future', detail: `Lies in the future: ${head.date}` }]
    : [];
  return {
    ...read,
    status: 'ok',
    error: null,
    encoding,
    title: head.title,
    lead: null,
    text,
    author: head.issuer,
    published: isFuture ? null : head.date,
    updated: null,
    warnings: [...file.warnings, ...doubts],
    legal: factsOf(head),
  };
}

/** All words of a file as one text, for whoever reads a draft and no report: no title, lead or author is set apart. */
export function composeWhole(file: Extract<FileText, { kind: 'text' }>, url: string): ReadArticle {
  const legacy = readLegacyText(file.lines.join('\n'));
  const paragraphs = (legacy === null ? file.paragraphs : convertParagraphs(file.paragraphs)).map(tidyRows);
  const text = joinParagraphs(paragraphs.filter((paragraph) => paragraph !== ''));
  const encoding = legacy?.encoding ?? file.encoding;
  return { ...unreadArticle('failed', '', url, encoding), status: 'ok', error: null, text, warnings: file.warnings };
}

/** A plain text → article: an official document as such, anything else as text.ts reads it. */
export function composePlain(plain: PlainText): ReadArticle {
  const composed = composeText(plain.text);
  const { url, encoding, now } = plain;
  if (readDocumentHead((readLegacyText(composed)?.text ?? composed).split('\n')) === null) return readText(plain);
  const lines = composed.split(/\r\n?|\n/u);
  const paragraphs = lines.join('\n').split(/\n\s*\n/u);
  return composeFile({ kind: 'text', paragraphs, lines, encoding, warnings: [] }, url, now);
}

/**
 * The article of a page with what the head of its text says, where the page shows a document and no table about it: with
 * issuer, number and day at its beginning. Reports print no such head.
 */
export function addHeadFacts(article: ReadArticle): ReadArticle {
  if (article.status !== 'ok' || (article.legal !== undefined && article.legal !== null)) return article;
  const lines = article.text.slice(0, MOST_LOOKED_AT).split('\n');
  const opening = lines.filter((line) => line.trim() !== '').slice(0, OPENING_LINES);
  const opened = readDocumentHead(opening);
  if (opened === null || opened.code === null || opened.issuer === null || opened.date === null) return article;
  const head = readDocumentHead(article.text.split('\n'));
  return head === null ? article : { ...article, legal: factsOf(head) };
}

const MOST_LOOKED_AT = 4000;
/** Two columns one below the other, the type and its subject. */
const OPENING_LINES = 12;

/** As printed in the head; the rest only databases know. */
function factsOf({ code, type, issuer, signer, subject, place, date }: DocumentHead): HeldFacts {
  const unsaid = { field: null, effective: null, expired: null, status: null, relations: [], doubts: [] };
  return { code, type, issuer, signer, subject, place, issued: date, ...unsaid };
}

const DAY = 24 * 60 * 60 * 1000;

/** As one text, because a paragraph alone may be too short to show its encoding. */
function convertParagraphs(paragraphs: readonly string[]): readonly string[] {
  const rows = paragraphs.join('\n');
  const converted = (readLegacyText(rows)?.text ?? rows).split('\n');
  let at = 0;
  return paragraphs.map((paragraph) => {
    const size = paragraph.split('\n').length;
    at += size;
    return converted.slice(at - size, at).join('\n');
  });
}

function tidyRows(paragraph: string): string {
  return paragraph
    .split('\n')
    .map((row) => tidyLine(row.replaceAll('\t', ' ')))
    .filter((row) => row !== '')
    .join('\n');
}

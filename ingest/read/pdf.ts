/**
 * A PDF → its words by page, without what belongs to pages and not to the text.
 *
 * pdf-parse reads in the order in which the page was drawn, which for office programs is the reading order. A page without words is a
 * picture: a file of such pages waits for OCR, and is never taken for an empty text. pdf.js runs on this thread and cannot be
 * told to stop: reading-room.ts ends it.
 */
import { FormatError, InvalidPDFException, PasswordException, PDFParse, VerbosityLevel } from 'pdf-parse';
import { composeText } from './charset.ts';
import { type FileText, MOST_CHARACTERS, type Unread, unread } from './file-text.ts';
import { joinLines } from './printed-lines.ts';
import { dropPageFurniture, takeStamps } from './printed-pages.ts';

export async function readPdf(bytes: Uint8Array): Promise<FileText> {
  const parser = new PDFParse({
    // pdf.js takes what it is given away from its owner.
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
  });
  try {
    return await readPages(parser);
  } catch (error) {
    return tellFault(error);
  } finally {
    await parser.destroy().catch(() => undefined);
  }
}

const MOST_PAGES = 3000;
/** A scan may bear a stamp or a page number in letters; a page of fewer is a picture. */
const FEWEST_LETTERS = 12;

async function readPages(parser: PDFParse): Promise<FileText> {
  const pages: string[] = [];
  let characters = 0;
  for (let page = 1, total = 1; page <= total; page += 1) {
    const read = await parser.getText({ partial: [page], pageJoiner: '' });
    total = read.total;
    if (total > MOST_PAGES)
      return unread('too_big', `The PDF has ${total} pages; ${MOST_PAGES} are the most that is read.`);
    const text = composeText(read.pages[0]?.text ?? '');
    characters += text.length;
    if (characters > MOST_CHARACTERS)
      return unread('too_big', `The PDF has more than ${MOST_CHARACTERS} characters by page ${page} of ${total}.`);
    pages.push(text);
  }
  return settlePages(pages);
}

/** Pages as read, one string each, to paragraphs. */
function settlePages(pages: readonly string[]): FileText {
  const taken = takeStamps(
    pages.map((page) =>
      page
        .split('\n')
        .map(tidyPrinted)
        .filter((line) => line !== ''),
    ),
  );
  const printed = dropPageFurniture(taken.pages);
  const letters = printed.map((lines) => countLetters(lines.join('')));
  const blank = letters.filter((count) => count < FEWEST_LETTERS).length;
  if (blank === pages.length) {
    const words = letters.some((count) => count > 0) ? 'hardly any letters' : 'no letters';
    return unread('needs_ocr', `The PDF has ${words} on its ${pages.length} pages: they are pictures.`);
  }
  const warnings = taken.stamps.map((stamp) => ({ code: 'signature-stamp', detail: stamp }));
  if (blank > 0)
    warnings.push({ code: 'pages-without-text', detail: `${blank} of ${pages.length} pages have no text.` });
  const lines = printed.flat();
  return { kind: 'text', paragraphs: joinLines(lines), lines, encoding: null, warnings };
}

/** One printed line: a tab stays, where columns stand apart. */
function tidyPrinted(line: string): string {
  return line
    .replace(/[^\S\t]+/gu, ' ')
    .replace(/ ?\t[ \t]*/g, '\t')
    .replace(/[\u200B-\u200F\u2060]/gu, '')
    .trim();
}

function countLetters(text: string): number {
  return text.replace(/[^\p{L}\d]+/gu, '').length;
}

function tellFault(error: unknown): Unread {
  if (error instanceof PasswordException) return unread('encrypted', 'The PDF opens with a password only.');
  if (error instanceof InvalidPDFException || error instanceof FormatError)
    return unread('failed', 'The PDF is broken: its structure cannot be read.');
  const message = error instanceof Error ? error.message : String(error);
  return unread('failed', `The PDF cannot be read: ${message.split('\n', 1)[0]?.replace(/\.$/, '')}.`);
}

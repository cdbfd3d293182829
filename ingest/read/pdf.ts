/**
 * A PDF → its words by page, without what belongs to pages and not to the text.
 *
 * A page without words is a picture: a file of such pages waits for OCR, and is never taken for an empty text. A few letters
 * beside pictures are a stamp or a page number; where there is no picture they are a short text. pdf.js runs on this thread and
 * cannot be told to stop: reading-room.ts ends it.
 */
import { FormatError, InvalidPDFException, PasswordException, PDFParse, VerbosityLevel } from 'pdf-parse';
import { composeText } from './charset.ts';
import { type FileText, MOST_CHARACTERS, type Unread, unread } from './file-text.ts';
import { recognizePages } from './ocr.ts';
import { openPdf, type PdfDocument } from './pdf-page.ts';
import { orderPieces } from './printed-cells.ts';
import { joinLines } from './printed-lines.ts';
import { dropPageFurniture, takeStamps } from './printed-pages.ts';

/**
 * Reads a PDF. `ocrMs`: by when, from now, pictures must be recognised; 0 leaves them.
 * @example await readPdf(bytes) // { kind: 'text', paragraphs: ['Điều 1. …'], … }
 */
export async function readPdf(bytes: Uint8Array, ocrMs: number = OCR_MS): Promise<FileText> {
  const started = performance.now();
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
    maxImageSize: MOST_DOTS,
  });
  try {
    const opened = await openPdf(parser);
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const hasPictures = PICTURE.test(source);
    const file = await readPages(opened, hasPictures);
    if (file.kind === 'text' || file.status !== 'needs_ocr' || !hasPictures || ocrMs === 0) return file;
    if (RUNAWAY.test(source))
      return unread('needs_ocr', `${file.reason} Those packed as JBIG2 or JPEG 2000 are not drawn.`);
    return await readPictures(opened, file, ocrMs - (performance.now() - started));
  } catch (error) {
    return tellFault(error);
  } finally {
    await parser.destroy().catch(() => undefined);
  }
}

const MOST_PAGES = 3000;
/** A larger picture is left out where a page is drawn: 400 dots an inch on A4 are fewer. */
const MOST_DOTS = 20_000_000;
/** Pictures are streams, which stand open in the file whatever else is packed. */
const PICTURE = /\/Subtype\s{0,9}\/Image\b/;
/** Small broken pictures of these kinds keep pdf.js busy without end and take all memory (seen with files of 1.3 kB). */
const RUNAWAY = /\/(?:JBIG2|JPX)Decode\b/;
/** A scan may bear a stamp or a page number in letters; a page of fewer is a picture. */
const FEWEST_LETTERS = 12;

async function readPages({ pages: total, readPage }: PdfDocument, hasPictures: boolean): Promise<FileText> {
  if (total > MOST_PAGES)
    return unread('too_big', `The PDF has ${total} pages; ${MOST_PAGES} are the most that is read.`);
  const pages: (readonly string[])[] = [];
  let characters = 0;
  for (let page = 1; page <= total; page += 1) {
    const lines = composeText(orderPieces(await readPage(page)).join('\n')).split('\n');
    characters += lines.reduce((sum, line) => sum + line.length, 0);
    if (characters > MOST_CHARACTERS)
      return unread('too_big', `The PDF has more than ${MOST_CHARACTERS} characters by page ${page} of ${total}.`);
    pages.push(lines);
  }
  return settlePages(pages, hasPictures);
}

/** A file is given 30 seconds (reading-room.ts), of which the rest is for what comes before and after. */
const OCR_MS = 24_000;
/** More cannot be recognised in that time. */
const MOST_PICTURES = 20;
/** Below, it is guesses and specks of dust. */
const LEAST_CONFIDENCE = 60;
const HOW_TO_RECOGNIZE =
  'Recognising them needs the packages tesseract.js and @tesseract.js-data/vie, which `npm install --include=optional` brings.';

/** A file of pictures, with the words that can be recognised in them; where not all of them can, it goes on waiting. */
async function readPictures({ pages: total, drawPage }: PdfDocument, blank: Unread, leftMs: number): Promise<FileText> {
  const wait = (reason: string): Unread => unread('needs_ocr', `${blank.reason} ${reason}`);
  if (total > MOST_PICTURES) return wait(`At most ${MOST_PICTURES} are recognised while a file is read.`);
  const found = await recognizePages(total, drawPage, leftMs);
  if (found.kind === 'absent') return wait(HOW_TO_RECOGNIZE);
  if (found.kind === 'failed') return wait(`They could not be recognised: ${found.reason.replace(/\.$/, '')}.`);
  if (found.kind === 'late') return wait(`Only ${found.done} of ${total} could be recognised in time.`);
  const size = found.pages.reduce((sum, { text }) => sum + text.length, 0);
  const share = found.pages.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / size;
  const confidence = size === 0 ? 0 : Math.round(share);
  if (confidence < LEAST_CONFIDENCE) return wait(`No words could be recognised for certain (${confidence} of 100).`);
  const file = settlePages(
    found.pages.map(({ text }) => composeText(text).split('\n')),
    true,
  );
  if (file.kind === 'unread') return blank;
  const detail = `The words were recognised in pictures, with a confidence of ${confidence} of 100; pages: ${total}.`;
  return { ...file, warnings: [...file.warnings, { code: 'ocr', detail }] };
}

/** Pages as read, a list of lines each, to paragraphs. */
function settlePages(pages: readonly (readonly string[])[], hasPictures: boolean): FileText {
  const taken = takeStamps(pages.map((lines) => lines.map(tidyPrinted).filter((line) => line !== '')));
  const cleared = dropPageFurniture(taken.pages);
  const isAllFurniture = !hasPictures && !hasLetters(cleared) && hasLetters(taken.pages);
  // What stands at the head of every page is the text where nothing else is, not even a picture.
  const printed = isAllFurniture ? taken.pages : cleared;
  const letters = printed.map((lines) => countLetters(lines.join('')));
  const blank = letters.filter((count) => count < (hasPictures ? FEWEST_LETTERS : 1)).length;
  if (blank === pages.length) {
    const words = letters.some((count) => count > 0) ? 'hardly any letters' : 'no letters';
    const what = hasPictures ? 'they are pictures' : 'they are empty, or drawn without letters';
    return unread('needs_ocr', `The PDF has ${words} on its ${pages.length} pages: ${what}.`);
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

function hasLetters(pages: readonly (readonly string[])[]): boolean {
  return pages.some((lines) => lines.some((line) => /\p{L}/u.test(line)));
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

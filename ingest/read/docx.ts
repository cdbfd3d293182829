/**
 * A DOCX → its paragraphs, tables and footnotes with mammoth, and the page head, which mammoth leaves out, with word-extractor.
 *
 * Both get an archive packed anew from the XML inside, whose true size was measured (zip.ts): pictures, macros and what else may hide
 * in a ZIP never reach them.
 */
import mammoth from 'mammoth';
import WordExtractor from 'word-extractor';
import { readBlocks } from './blocks.ts';
import { composeText } from './charset.ts';
import { type FileText, type Unread, unread } from './file-text.ts';
import { listShown, openPage } from './markup.ts';
import { foldForComparison, tidyLine } from './wording.ts';
import { openZip } from './zip.ts';
import { packFile, packZip } from './zip-packing.ts';

export async function readDocx(bytes: Uint8Array): Promise<FileText> {
  const zip = await openZip(bytes, (name) => /\.(?:xml|rels)$/i.test(name), LIMITS);
  if (zip.kind !== 'opened') return refusals[zip.kind](zip.reason);
  const names = [...zip.files.keys()];
  if (!names.includes('[Content_Types].xml') || !names.some((name) => /^word\/document\d{0,2}\.xml$/i.test(name)))
    return unread('failed', 'It is a ZIP archive without a Word document in it.');
  if ([...zip.files.values()].some(nestsTooDeep))
    return unread('failed', `The Word document nests its parts deeper than ${DEEPEST} levels.`);
  const repacked = Buffer.from(packZip([...zip.files].map(([name, content]) => packFile(name, content))));
  const converted = await mammoth
    .convertToHtml({ buffer: repacked }, { convertImage: noPictures, ignoreEmptyParagraphs: true })
    .catch((error: unknown) => messageOf(error));
  if (typeof converted === 'string') return unread('failed', `The Word document is broken: ${converted}.`);
  const opened = openPage(converted.value.replace(NOTE_MARK, ''));
  if (opened.kind === 'refused') return unread('too_big', opened.reason);
  const body = readBlocks(listShown(opened.page)).map(({ text }) => composeText(text));
  const head = headOf(await readHeaders(repacked), body);
  const paragraphs = [...head, ...body].filter((paragraph) => paragraph !== '');
  return {
    kind: 'text',
    paragraphs,
    lines: paragraphs.flatMap((text) => text.split('\n')),
    encoding: null,
    warnings: [],
  };
}

const LIMITS = { entries: 4000, inflated: 48 * 1024 * 1024 };

const DEEPEST = 1000;
/** A tag's opening, and the slash by which it closes another or itself; a `>` inside a value only ends the look sooner. */
const TAG = /<(\/?)[\p{L}_][^<>]*?(\/?)>/gu;

/** Parsers take time that grows with the square of the depth, or run out of stack. Text without tags is quick to pass over. */
function nestsTooDeep(xml: Uint8Array): boolean {
  let depth = 0;
  for (const [, closes, isWhole] of Buffer.from(xml).toString('latin1').matchAll(TAG)) {
    if (closes !== '') depth = Math.max(0, depth - 1);
    else if (isWhole === '') depth += 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

const refusals: Readonly<Record<'too-big' | 'encrypted' | 'broken', (reason: string) => Unread>> = {
  'too-big': (reason) => unread('too_big', `The archive is not opened: ${reason}.`),
  encrypted: (reason) => unread('encrypted', `The archive opens with a password only: ${reason}.`),
  broken: (reason) => unread('failed', `The archive is broken: ${reason}.`),
};

/** A footnote's number in the text, which would stick to a code, and the arrow back to it. */
const NOTE_MARK =
  /<sup><a href="#(?:foot|end)note-[^"]{1,40}"[^>]{0,80}>[^<]{0,10}<\/a><\/sup>|<a href="#(?:foot|end)note-ref[^"]{0,40}">↑<\/a>/g;

/** A picture is left out without being looked at. */
const noPictures = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));

/** The words at the top of the first page; nothing where they cannot be read, since the body does without. */
async function readHeaders(file: Buffer): Promise<string> {
  try {
    const document = await new WordExtractor().extract(file);
    return document.getHeaders({ includeFooters: false });
  } catch {
    return '';
  }
}

/** Lines of the page head that the body does not repeat and that are no page number; each once. */
function headOf(headers: string, body: readonly string[]): readonly string[] {
  const known = new Set(body.flatMap((text) => text.split('\n')).map(foldForComparison));
  const lines = composeText(headers)
    .split(/\r\n?|\n/u)
    .map(tidyLine);
  return [...new Set(lines)].filter(
    (line) => !/^(?:(?:trang|page)?[\s\d/–-]*)$/iu.test(line) && !known.has(foldForComparison(line)),
  );
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split('\n', 1)[0] ?? '').replace(/\.$/, '').slice(0, 200);
}

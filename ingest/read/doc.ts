/**
 * An old Office file (a compound file, CFB) → the words of its Word document with word-extractor.
 *
 * The box also holds spreadsheets and, for newer Office files with a password, their encrypted archive; which it is, the names of its
 * streams tell, which stand in it as UTF-16.
 */
import WordExtractor from 'word-extractor';
import { composeText } from './charset.ts';
import { type FileText, unread } from './file-text.ts';
import { tidyLine } from './wording.ts';

export async function readDoc(bytes: Uint8Array): Promise<FileText> {
  const file = Buffer.from(bytes);
  const holds = (stream: string): boolean => file.includes(stream, 0, 'utf16le');
  if (holds('EncryptedPackage')) return unread('encrypted', 'The Office file opens with a password only.');
  if (!holds('WordDocument')) return unread('failed', 'It is an old Office file without a Word document in it.');
  if (isEncrypted(file)) return unread('encrypted', 'The Word document opens with a password only.');
  try {
    const document = await new WordExtractor().extract(file);
    const parts = [document.getHeaders({ includeFooters: false }), document.getBody(), document.getFootnotes()];
    const paragraphs = [...new Set(parts)].flatMap(splitParagraphs);
    return { kind: 'text', paragraphs, lines: paragraphs, encoding: null, warnings: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return unread('failed', `The Word document is broken: ${message.split('\n', 1)[0]?.replace(/\.$/, '')}.`);
  }
}

const SECTOR = 512;
const HEADER_MARK = 0xa5ec;
const ENCRYPTED = 0x0100;

/** The flag in the document's own header, which begins a sector. */
function isEncrypted(file: Buffer): boolean {
  for (let at = SECTOR; at + SECTOR <= file.length; at += SECTOR) {
    // What follows the mark is the version: 0x00c1 in Word 97 and later.
    if (
      file.readUInt16LE(at) === HEADER_MARK &&
      file.readUInt16LE(at + 2) >= 0x00c0 &&
      file.readUInt16LE(at + 2) < 0x0120
    )
      return (file.readUInt16LE(at + 10) & ENCRYPTED) !== 0;
  }
  return false;
}

function splitParagraphs(text: string): readonly string[] {
  return composeText(text)
    .split(/[\r\n\v\f]/u)
    .map((line) =>
      line
        .split('\t')
        .map(tidyLine)
        .filter((cell) => cell !== '')
        .join('\t'),
    )
    .filter((line) => line !== '');
}

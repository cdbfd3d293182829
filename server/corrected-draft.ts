/**
 * Makes the chosen replacements in a draft and writes it down as a plain text or a Word file.
 *
 * What was chosen comes back from the reader's own page: each replacement says where it goes and what stands there now, so
 * that one that no longer fits is told, and nothing is put in the wrong place.
 */
import { Document, Packer, Paragraph, Tab, TextRun } from 'docx';
import { z } from 'zod';
import { answer, problem, type Reply } from './problem.ts';

const replacementSchema = z.tuple([z.number().int().min(0), z.string().min(1).max(2000), z.string().min(1).max(2000)]);

/** Where it begins, what stands there, what is put in its place. */
export type Replacement = z.infer<typeof replacementSchema>;

/** A replacement as the value of a box in the form. */
export function writeReplacement(replacement: Replacement): string {
  return JSON.stringify(replacement);
}

/** The text with the replacements made, or why they do not fit it. Of two that overlap the first is made. */
export function correctDraft(text: string, chosen: readonly string[]): Reply<string> {
  const replacements: Replacement[] = [];
  for (const value of chosen) {
    const parsed = replacementSchema.safeParse(parseJson(value));
    if (!parsed.success || !text.startsWith(parsed.data[1], parsed.data[0])) return unfitting;
    replacements.push(parsed.data);
  }
  const parts: string[] = [];
  let at = 0;
  for (const [start, printed, suggested] of replacements.sort(([a], [b]) => a - b)) {
    if (start < at) continue;
    parts.push(text.slice(at, start), suggested);
    at = start + printed.length;
  }
  return answer(parts.join('') + text.slice(at));
}

/** The text as a Word file: a paragraph a line, in the type that Decree 30/2020/NĐ-CP wants. */
export async function writeDocx(text: string): Promise<Buffer> {
  const lines = text.replace(FORBIDDEN, '').split('\n');
  const document = new Document({
    creator: 'sohieu',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    sections: [{ children: lines.map(toParagraph) }],
  });
  return Packer.toBuffer(document);
}

function toParagraph(line: string): Paragraph {
  const pieces = line.split('\t');
  return new Paragraph({
    spacing: { after: 120 },
    children: [new TextRun({ children: pieces.flatMap((piece, at) => (at === 0 ? [piece] : [new Tab(), piece])) })],
  });
}

/** What XML cannot hold: control characters and halves of pairs. */
const FORBIDDEN = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

const unfitting = problem('bad-request', {
  vi: 'Phần đã chọn không còn khớp với văn bản; hãy kiểm tra lại dự thảo.',
  en: 'What was chosen no longer fits the text; check the draft again.',
});

/**
 * Tells the number of a point, a table's cell, a footnote or a form from that of a document, where the layout puts it
 * behind a type word: `BÁO CÁO⏎1. Tình hình`, `thông tư⏎308⏎`, `NGHỊ ĐỊNH1`, `quy định (6212)`, `… theo Mẫu số 05`.
 *
 * Gazettes and minutes are full of them. A single figure there is never a document's; of two or more the text must give
 * the whole code somewhere else.
 */
import { composeSlice, type FoldedText } from './fold.ts';
import { matchAt } from './match-at.ts';
import type { TypeWord } from './type-word.ts';

/** A number behind `lead`, without a year: where it ends (folded offset), and its figures. */
export interface LooseNumber {
  readonly number: string;
  readonly end: number;
}

/** `refused`: no document's; `supported`: a document's only where the text gives its code; null: the layout tells nothing. */
export function judgeLayout(folded: FoldedText, lead: TypeWord, loose: LooseNumber): 'refused' | 'supported' | null {
  const at = loose.end - loose.number.length;
  if (isRowNumber(folded, lead, loose)) return 'refused';
  if (lead.hasNumberWord) return FORM.test(folded.text.slice(lead.start + lead.word.length, at)) ? 'refused' : null;
  const isFigure = loose.number.length === 1;
  if (lead.separator === '(') return isFigure || lead.type?.standing === 'verb' ? 'refused' : null;
  const isPlace =
    lead.isGlued && !lead.isAbbreviation
      ? loose.number.length <= 2
      : (beginsLine(folded.text, at) || loose.number === '1') &&
        (isPoint(folded, loose) || isCell(folded, lead, loose));
  if (!isPlace) return null;
  return isFigure ? 'refused' : 'supported';
}

/** `I. NGHỊ QUYẾT 1 Nghị quyết 16/2013/NQ-HĐND`: a table on one line, whose heading runs into the number of its first row. */
function isRowNumber(folded: FoldedText, lead: TypeWord, { number, end }: LooseNumber): boolean {
  return (
    number.length < 3 &&
    !lead.hasNumberWord &&
    matchAt(NEXT_ROW, folded.text, end) !== null &&
    /^\p{Lu}/u.test(composeSlice(folded, end + 1, end + 2))
  );
}

const NEXT_ROW =
  /[ ](?:nghi quyet|quyet dinh|chi thi|nghi dinh|thong tu|ke hoach|cong van|thong bao|nq|qd|ct|kh|tb|cv)[ ](?:so[ :]{0,2})?\d{1,5}\//y;

/** A heading may run into its first point on one line: `Trách nhiệm thi hành Nghị định 1. Bộ trưởng …`. */
function beginsLine(text: string, at: number): boolean {
  return text[at - 1] === '\n';
}

/** `⏎1. Khai mạc`, `⏎12) Các tổ`: a stop or bracket and a capital behind; points are not counted beyond two figures. */
function isPoint(folded: FoldedText, { number, end }: LooseNumber): boolean {
  const sign = number.length <= 2 ? matchAt(POINT, folded.text, end) : null;
  if (sign === null) return false;
  const next = end + sign[0].length;
  return /^[\p{Lu}\d]/u.test(composeSlice(folded, next, next + 1));
}

const POINT = /[.)][ \n\f]/y;

/** A line with the number and nothing else; programmes are known by three figures (Chương trình 135) wherever they stand. */
function isCell({ text }: FoldedText, { type }: TypeWord, { number, end }: LooseNumber): boolean {
  const behind = text[end] === ' ' ? end + 1 : end;
  if (text[behind] !== '\n' && text[behind] !== '\f') return false;
  return number.length < 3 || (type?.symbol !== 'CTr' && type?.symbol !== 'ĐA');
}

/** `quy định của pháp luật theo Mẫu số`: what stands between the type word and its number names a form. */
const FORM = /[ \n](?:mau|bieu|phu[ \n]luc)[ \n]so[ \n:.]{0,3}$/;

/** `4⏎- Tư vấn`: a dash that begins a line, with a blank behind it, opens an item and joins nothing. */
export function isBullet(separator: string): boolean {
  return separator === '\n- ' || separator === '\n-\n';
}

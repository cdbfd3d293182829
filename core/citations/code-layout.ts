/**
 * What the layout round a code says for it, where its letters alone are too little: the title behind it, a column or cell
 * of its own, a letterhead.
 */
import type { PrintedCode } from './code-parts.ts';
import { findType } from './document-types.ts';
import { composeSlice, type FoldedText, foldKey } from './fold.ts';
import { matchAt } from './match-at.ts';

/** `207/TB-VP - Thông báo kết luận …`: in a list of documents the title begins with the word of the code's type. */
export function isTitledBehind(folded: FoldedText, { type, end }: PrintedCode): boolean {
  const sign = matchAt(BEFORE_TITLE, folded.text, end)?.[0];
  if (sign === undefined || type === null) return false;
  return findType(type)?.words.some((word) => folded.text.startsWith(`${foldKey(word)} `, end + sign.length)) === true;
}

/** `02   102/BC-TA    Báo cáo của Tòa án`: a column of its own, between wide gaps or from the start of its line. */
export function isWideCell(folded: FoldedText, { start, end }: PrintedCode): boolean {
  const isAfterGap =
    WIDE_BEFORE.test(folded.slice(start - 1, start)) || ROW.test(folded.text.slice(Math.max(0, start - 8), start));
  return isAfterGap && WIDE.test(folded.slice(end, end + 1));
}

/** Two blanks are a slip of the typist's. */
const WIDE = /\t|[^\S\n]{3}/;
const WIDE_BEFORE = /\t|[^\S\n]{3}|\n/;
/** The number of the row, at the start of its line. */
const ROW = /(?:^|[\n\f])[ ]?\d{1,3}[.)]?[ ]$/;

const BEFORE_TITLE = /[ ]?[-:|\n][ ]?/y;

/** `| 1123/UBND-VHXH |`: bars on both sides, a list's sign and dash, or the line ends that a table's cells became. */
export function isWholeCell(text: string, { start, end }: PrintedCode): boolean {
  return CELL_START.test(text.slice(Math.max(0, start - 4), start)) && matchAt(CELL_END, text, end) !== null;
}

const CELL_START = /(?:\||[^\s]\n|(?:^|[\n\f])[ ]?[¤*-])[ ]?$/;
const CELL_END = /[ ]?(?:\||\n(?=\S)|[-:][ ](?=\S))/y;

/** `Số: 63/BB-HĐTV` in a line of its own is how an office heads its minutes and invitations. */
export function isLetterhead(folded: FoldedText, { start, end }: PrintedCode): boolean {
  const before = NUMBER_LABEL.exec(folded.text.slice(Math.max(0, start - LABEL_WINDOW), start));
  if (before === null || matchAt(LINE_END, folded.text, end) === null) return false;
  const label = start - before[0].trimStart().length;
  return /^S[ốô]/u.test(composeSlice(folded, label, label + 2));
}

const LABEL_WINDOW = 8;
const NUMBER_LABEL = /(?:^|[\n\f])[ ]?so[ ]?:[ ]?$/;
const LINE_END = /[ ]?(?:$|[\n\f])/y;

/**
 * Tells whether a bare number behind a short form is one more document of its list: `các Nghị định 30, 78`,
 * `Quyết định 217, 218 của …`, but not `các Nghị định 30, 78 và 12 phường`.
 *
 * Without a plural before it the list must end as one does: at a sign, at the words that follow citations, or at the next
 * document by its own word.
 */
import type { FoldedText } from './fold.ts';
import { matchAt } from './match-at.ts';
import { isCountedBehind } from './short-form.ts';
import type { ShortNumber } from './short-number.ts';
import { spelledWords } from './spelled-words.ts';

/** Whether the number goes on with a list. `isListed`: a plural stands before it, or two members that were sure. */
export function continuesList(folded: FoldedText, short: ShortNumber, isListed: boolean): boolean {
  if (isCountedBehind(folded, short.end)) return false;
  if (isListed || /^0\d/.test(short.number)) return true;
  return (
    short.number.length > 1 &&
    (short.after > short.end ||
      matchAt(NEXT_NUMBER, folded.text, short.end) !== null ||
      matchAt(LAST_BUT_ONE, folded.text, short.end) !== null ||
      endsList(folded, short.end))
  );
}

/** What stands behind `end` ends a list of documents: a sign, the words that follow citations, the next one by its word. */
export function endsList(folded: FoldedText, end: number): boolean {
  return (
    matchAt(LIST_END, folded.text, end) !== null ||
    matchAt(NEXT_DOCUMENT, folded.text, end) !== null ||
    LIST_TAIL.standBehind(folded, end)
  );
}

const LIST_END = /[ \n]?(?:$|[.;:!?)\]»"\f])/y;
/** `, 66 và 68)`, `, 130,`, `, 49 về`: one more number, which a sign, the last one, its issuer or subject follows. */
const NEXT_NUMBER =
  /[ \n]?,[ \n]\d{2,4}(?:[.,;:)](?!\d)|$|[ \n](?:va|hoac|hay)[ \n]\d{2,4}(?=[ \n]?(?:$|[.,;:!?)\]»"\f])|[ \n]cua[ \n])(?![.,]\d)|(?=[ \n](?:ve|ngay|cua)(?![a-z])))/y;
/** `217, 218, Quy định 124`; `93 và Nghị quyết số 14`. */
const NEXT_DOCUMENT =
  /(?:,|[ \n](?:va|cung))[ \n](?:nghi[ \n](?:quyet|dinh)|chi[ \n]thi|ket[ \n]luan|quy[ \n]dinh|quyet[ \n]dinh|thong[ \n]tu|cong[ \n](?:van|dien)|phap[ \n]lenh|huong[ \n]dan|de[ \n]an|ke[ \n]hoach|chuong[ \n]trinh)[ \n](?:so[ \n])?\d/y;
/** `70, 71 và 72.`: the last member stands behind "và", and nothing that it counts behind that. */
const LAST_BUT_ONE =
  /[ \n](?:va|hoac|hay)[ \n]\d{2,4}(?=[ \n]?(?:$|[.;:!?)\]»"\f])|[ \n](?:cua|ngay|khoa)(?![a-z]))(?![.]\d)/y;
const LIST_TAIL = spelledWords(
  'của|khóa|ngày|về|cho|và các|và những|cùng|đều|rồi|là|thì|được|vẫn|sẽ|vừa|cũng|quy định|hướng dẫn|sửa đổi|thay thế'.split(
    '|',
  ),
);

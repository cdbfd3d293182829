/**
 * The words with which a position begins, by which it is told from a name, a place or the rest of the sentence.
 */
import { oneOf, WORD_END, WORD_START } from './pattern.ts';
import type { Sentence } from './prose.ts';

const PREFIX = '(?:(?:nguyên|cựu|quyền|q\\.|kiêm|đồng thời là|hiện là) ?)?';
// Longer before shorter within a stem; an abbreviation stands beside what it abbreviates.
const HEAD = oneOf`
  tổng bí thư|phó bí thư(?: thường trực| tt)?|bí thư|pbttt|pbt|
  phó chủ tịch(?: thường trực| tt)?|chủ tịch(?: danh dự)?|pct|
  (?:tỉnh|thành|quận|huyện|thị|đảng) ủy viên(?: dự khuyết)?|tuv|
  ủy viên(?: thường trực| dự khuyết| thường vụ)?|uvt\.?w|uvtư|uv ?btv|uv ?bch|uv|thường trực ban bí thư|
  phó trưởng|trưởng|phó chủ nhiệm|chủ nhiệm|phó tổng giám đốc|tổng giám đốc|phó giám đốc|giám đốc|
  phó chánh|chánh|phó viện trưởng|viện trưởng|phó hiệu trưởng|hiệu trưởng|
  phó chỉ huy trưởng|chỉ huy trưởng|chính ủy|chính trị viên|phó tư lệnh|tư lệnh|
  phó cục trưởng|cục trưởng|phó vụ trưởng|vụ trưởng|chi cục trưởng|
  phó thủ tướng|thủ tướng|bộ trưởng|thứ trưởng|tổng thư ký|tổng biên tập|tổ trưởng|tổ phó|đội trưởng|
  đại biểu quốc hội|đại biểu hđnd|đbqh|thành viên|phụ trách|phó(?= ban| văn phòng| đoàn| phòng)`;
const HEAD_AT = new RegExp(`${PREFIX}${HEAD}${WORD_END}`, 'uy');
const HEAD_ANYWHERE = new RegExp(`${WORD_START}${PREFIX}${HEAD}${WORD_END}`, 'gu');

/** The head that begins at `at` of a matching form, prefix included; null when none does. */
export function readHead(folded: string, at: number): string | null {
  HEAD_AT.lastIndex = at;
  return HEAD_AT.exec(folded)?.[0] ?? null;
}

/** Whether a position begins at `at` of the sentence. */
export function isHeadAt(sentence: Sentence, at: number): boolean {
  return readHead(sentence.folded, at) !== null;
}

/** Where positions begin between two offsets of the sentence, in order. */
export function findHeads(sentence: Sentence, from: number, to: number): number[] {
  // One character before, so that a head is not seen inside a word.
  const offset = Math.max(0, from - 1);
  const matches = sentence.folded.slice(offset, to).matchAll(HEAD_ANYWHERE);
  return [...matches].map(({ index }) => offset + index).filter((at) => at >= from);
}

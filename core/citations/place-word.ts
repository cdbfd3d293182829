/**
 * Reads of whose place a mention is said to be where no body that we know is named: `quyết định 22 của tỉnh`, `của Ban
 * Quản lý các khu công nghiệp tỉnh`, `huyện cụ thể hóa bằng Kế hoạch số …`.
 *
 * It tells a level and nothing more. The word is looked at as printed: "của tình nguyện viên" and "của quân đội" fold
 * like "tỉnh" and "quận".
 */
import type { IssuerLevel } from './citation.ts';
import { composeSlice, type FoldedText } from './fold.ts';
import { goesOnWith } from './letters.ts';
import { matchAt } from './match-at.ts';

const UNIT =
  '(tinh(?![ \\n](?:nguyen|hinh|chat))|huyen|quan(?![ \\n](?:ly|su|doi|khu|chung))|thi[ \\n]xa|xa(?![ \\n]hoi)|phuong(?![ \\n](?:phap|an))|thi[ \\n]tran|dac[ \\n]khu)';
const LEVELS: ReadonlyMap<string, IssuerLevel> = new Map([
  ['tỉnh', 'province'],
  ['huyện', 'district'],
  ['quận', 'district'],
  ['thị xã', 'district'],
  ['xã', 'commune'],
  ['phường', 'commune'],
  ['thị trấn', 'commune'],
  ['đặc khu', 'commune'],
]);
/** Organs of a place, by their first word, and the words that are no more part of their name. */
const ORGAN =
  '(?:ban|cong[ \\n]an|hoi|cuc|chi[ \\n]cuc|doan|lien[ \\n]doan|lien[ \\n]minh|thanh[ \\n]tra|kho[ \\n]bac|bao[ \\n]hiem|toa[ \\n]an|vien|trung[ \\n]tam|phong|hoi[ \\n]dong|bo[ \\n]chi[ \\n]huy)';
const WORD =
  '(?!(?:ve|ngay|va|tai|o|cho|tren|trong|den|gui|voi|thuoc|da|thong|ky|trung|quoc|so|vung|cac[ \\n](?:tinh|huyen|xa))(?![a-z]))[a-z&]{1,10}';
const OF = new RegExp(
  `[ \\n]?,?[ \\n]?(?:cua|do)[ \\n](?:(?:[a-z]{1,8}[ \\n]){0,2}${ORGAN}[ \\n](?:${WORD}[ \\n]){0,6}?)?${UNIT}(?![a-z]|[ \\n](?:uy|doan)(?![a-z]))`,
  'y',
);
/** `QĐ 1377/QĐ-UBND (huyện Trà Lâm)`. */
const IN_BRACKETS = new RegExp(`[ \\n][(](?:cua[ \\n])?${UNIT}(?:[ \\n][^()\\n\\f]{1,30})?[)]`, 'y');
const BEFORE = new RegExp(
  `(?:^|[.;:,\\n\\f][ ]?|[ ](?:va|nen|thi)[ ])${UNIT}[ ](?:(?:da|vua|cung)[ ])?(?:cu[ ]the[ ]hoa|ban[ ]hanh|ra|co|ky|phe[ ]duyet|chi[ ]dao)[ ](?:(?:bang|tai)[ ])?$`,
);
/** A cheap look at the last word, so that few mentions need the pattern. */
const BEFORE_ENDS = /(?:bang|tai|hoa|hanh|ra|co|ky|duyet|dao) $/;
const BACK = 48;

/** The level of the place named right behind `after`, or as the subject in front of `start`; null where none is. */
export function readPlaceLevel(folded: FoldedText, start: number, after: number, floor: number): IssuerLevel | null {
  OF.lastIndex = after;
  const behind = goesOnWith('cd', folded.text, after) ? OF.exec(folded.text) : null;
  if (behind?.[1] !== undefined) return levelOf(folded, after + behind[0].length - behind[1].length, behind[1]);
  const inside = folded.text[after + 1] === '(' ? matchAt(IN_BRACKETS, folded.text, after) : null;
  if (inside?.[1] !== undefined) return levelOf(folded, after + inside[0].indexOf(inside[1]), inside[1]);
  if (!BEFORE_ENDS.test(folded.text.slice(Math.max(0, start - 7), start))) return null;
  const from = Math.max(floor, start - BACK);
  const before = BEFORE.exec(folded.text.slice(from, start));
  if (before?.[1] === undefined) return null;
  return levelOf(folded, from + before.index + before[0].indexOf(before[1]), before[1]);
}

/** A line that a document opens: `29-8-2022 - Quyết định số …`, `3. Nghị quyết …`, `Số: …`. */
const ENTRY =
  /^(?:(?:\d{1,4}[.)]?|-)[ |]{1,3})?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[ ](?:-[ ])?)?(?:so[ :]|nghi[ ]quyet|quyet[ ]dinh|chi[ ]thi|ke[ ]hoach|thong[ ]bao|cong[ ]van|ket[ ]luan|to[ ]trinh|bao[ ]cao|quy[ ]dinh|chuong[ ]trinh|huong[ ]dan|\d{1,5}[/-])/;
const LINE = 400;

/** Whether a document opens the line in which `start` stands. */
export function opensEntry(folded: FoldedText, start: number): boolean {
  const window = folded.text.slice(Math.max(0, start - LINE), start + 24);
  const before = Math.min(start, LINE);
  const line = Math.max(window.lastIndexOf('\n', before - 1), window.lastIndexOf('\f', before - 1)) + 1;
  return (line > 0 || start < LINE) && ENTRY.test(window.slice(line));
}

function levelOf(folded: FoldedText, at: number, unit: string): IssuerLevel | null {
  const printed = composeSlice(folded, at, at + unit.length)
    .toLowerCase()
    .replace('\n', ' ');
  return LEVELS.get(printed) ?? null;
}

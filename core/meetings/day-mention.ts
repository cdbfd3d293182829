/**
 * Finds the days that a sentence names behind a cue (ngày, sáng, chiều, từ … đến …), and why some are no event's.
 *
 * Day comes before month whatever the separator: 21/3, 8-7, 3.3, ngày 05 tháng 02 năm 2023. `13-16/12` is a range
 * because a slash date follows, `8-7` is a date because nothing follows. Without a cue nothing is a day: 12/12 phường,
 * 92,3 % and 24/7 never are. Days are given as printed, possible or not; event-date.ts chooses the event's own and
 * finds its year.
 */
import { oneOf } from './pattern.ts';
import type { Sentence } from './prose.ts';

export interface PrintedDay {
  readonly day: number;
  readonly month: number;
  /** Null where no year is printed. */
  readonly year: number | null;
}

/** Why a mention is not the day an event began: `until` is only an end (đến hết ngày 18/12), `since` only a start. */
export type NotAnEvent = 'document' | 'until' | 'since' | 'occasion' | 'lunar';

export interface DayMention {
  /** From the cue to the last day, in the sentence. */
  readonly start: number;
  readonly end: number;
  readonly first: PrintedDay;
  /** The same as `first` for a single day. */
  readonly last: PrintedDay;
  readonly veto: NotAnEvent | null;
}

/** `findDays(toSentence('Trong hai ngày 21 và 22/7/2020, …'))` yields one mention, from 21 to 22 July 2020. */
export function findDays(sentence: Sentence): readonly DayMention[] {
  const { folded } = sentence;
  const mentions: DayMention[] = [];
  const cue = new RegExp(CUE, 'gu');
  for (let match = cue.exec(folded); match !== null; match = cue.exec(folded)) {
    const days = readDays(folded, cue.lastIndex);
    if (days === null) continue;
    const mention = { start: match.index, end: days.end, first: days.first, last: days.last };
    if (!isCount(folded, match[0], mention)) mentions.push({ ...mention, veto: vetoOf(sentence, match[0], mention) });
    cue.lastIndex = days.end;
  }
  return mentions;
}

const WEEKDAY = '(?:thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|chúa nhật)';
const PART_OF_DAY = '(?:rạng sáng|sáng sớm|sáng|trưa|chiều tối|chiều muộn|chiều|tối|đêm)';
const CUE_WORD = `(?:ngày|${PART_OF_DAY}|hôm|từ|đến hết|đến|tới|tức|${WEEKDAY})`;
// A comma or bracket before the digits needs a relative day, a weekday or a count of days: "sáng nay, 21/3", "thứ ba
// (21/3)", "trong 2 ngày (28 - 29/5)".
const LOOSE_CUE = `(?:(?:${PART_OF_DAY}|hôm) (?:nay|qua)|${WEEKDAY}|(?:hai|ba|bốn|năm|\\d) ngày)`;
const CUE = `(?<![\\p{L}\\p{N}])${oneOf`
  ${CUE_WORD}(?:,? ${CUE_WORD}){0,3} ?|
  ${LOOSE_CUE},? ?\(?(?:từ )?(?:ngày )?`}(?=\\d)`;

const NUMERIC = /(\d{1,2}) ?([/.–-]) ?(\d{1,2})(?: ?\2 ?(\d{4}|\d{2}))?(?!\d| ?\/ ?\d|[.,]\d)/uy;
const MONTH_WORDS = ['', '', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];
const IN_WORDS = new RegExp(
  `(\\d{1,2}) tháng (\\d{1,2}|${MONTH_WORDS.slice(2).reverse().join('|')})(?![\\p{L}\\d])(?:(?:,? năm |[/.-])(\\d{4}))?`,
  'uy',
);
const DAY_ONLY = /(\d{1,2})(?!\d|[.,]\d| ?[/%])/uy;
const JOINT = /(?:, ?| và | ?[-–] ?| đến hết | đến | tới )(?:(?:buổi )?(?:sáng|trưa|chiều|tối) )?(?:ngày )?(?=\d)/uy;
const YEAR_AFTER = / năm (\d{4})(?!\d)/uy;
const MOST_DAYS = 6;

interface DayItem {
  readonly day: number;
  readonly month: number | null;
  readonly year: number | null;
}

function readDays(folded: string, from: number): { end: number; first: PrintedDay; last: PrintedDay } | null {
  const items: DayItem[] = [];
  let end = from;
  let complete = 0;
  let endOfComplete = from;
  while (items.length < MOST_DAYS) {
    const item = readItem(folded, end);
    if (item === null) break;
    items.push(item.item);
    end = item.end;
    if (item.item.month !== null) {
      complete = items.length;
      endOfComplete = end;
    }
    const joint = matchAt(JOINT, folded, end);
    // A comma goes on only while the month is still to come: "21, 22/7", but not "21/3, 12/12 phường".
    if (joint === null || (joint[0].startsWith(',') && item.item.month !== null)) break;
    end += joint[0].length;
  }
  const days = items.slice(0, complete);
  const [firstItem] = days;
  const lastItem = days.at(-1);
  if (firstItem === undefined || lastItem === undefined || lastItem.month === null) return null;
  const yearAfter = lastItem.year === null ? matchAt(YEAR_AFTER, folded, endOfComplete) : null;
  const year = yearAfter === null ? lastItem.year : Number(yearAfter[1]);
  const last: PrintedDay = { day: lastItem.day, month: lastItem.month, year };
  const month = firstItem.month ?? days.find((item) => item.month !== null)?.month ?? lastItem.month;
  // 30/12 đến 2/1/2021 begins in 2020.
  const crosses = firstItem.year === null && year !== null && month > last.month;
  const first: PrintedDay = { day: firstItem.day, month, year: firstItem.year ?? (crosses ? year - 1 : year) };
  return { end: endOfComplete + (yearAfter?.[0].length ?? 0), first, last };
}

function readItem(folded: string, at: number): { item: DayItem; end: number } | null {
  const numeric = matchAt(NUMERIC, folded, at);
  if (numeric !== null) {
    const item = { day: Number(numeric[1]), month: Number(numeric[3]), year: fullYear(numeric[4]) };
    return { item, end: at + numeric[0].length };
  }
  const inWords = matchAt(IN_WORDS, folded, at);
  if (inWords !== null) {
    const item = { day: Number(inWords[1]), month: monthOf(inWords[2] ?? ''), year: fullYear(inWords[3]) };
    return { item, end: at + inWords[0].length };
  }
  const day = matchAt(DAY_ONLY, folded, at);
  return day === null ? null : { item: { day: Number(day[1]), month: null, year: null }, end: at + day[0].length };
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

function monthOf(printed: string): number {
  return /^\d/u.test(printed) ? Number(printed) : MONTH_WORDS.indexOf(printed);
}

function fullYear(printed: string | undefined): number | null {
  if (printed === undefined) return null;
  return printed.length === 2 ? 2000 + Number(printed) : Number(printed);
}

const COUNTED = new RegExp(
  `^ ?(?:%|${oneOf`
    phường|xã|thị trấn|thôn|khu|huyện|hộ|đảng viên|đại biểu|điểm cầu|chi bộ|đảng bộ|đơn vị|chỉ tiêu|tiêu chí|người|
    dự án|hồ sơ|ý kiến`}(?!\\p{L}))`,
  'u',
);

// 12/12 phường, 468/450 đảng viên: a ratio unless a word that only goes with days stands before it.
function isCount(folded: string, cue: string, mention: Omit<DayMention, 'veto'>): boolean {
  const isDayLike =
    /ngày|sáng|trưa|chiều|tối|đêm|hôm/u.test(cue) && mention.last.month <= 12 && mention.first.day <= 31;
  return !isDayLike && COUNTED.test(folded.slice(mention.end, mention.end + 20));
}

const DOCUMENT_TYPE = oneOf`
  nghị quyết|chỉ thị|kết luận|quyết định|quy định|thông báo|kế hoạch|hướng dẫn|chương trình|báo cáo|tờ trình|đề án|
  công văn|công điện|nghị định|thông tư|pháp lệnh|luật`;
const CODE = String.raw`\d[\p{L}\d]{0,8}(?: ?\/ ?\d{4})? ?[-–/] ?\p{L}`;
const CODE_OR_TYPE = new RegExp(`${CODE}|(?<!\\p{L})${DOCUMENT_TYPE}(?: số)?[ :]{0,2}\\d`, 'u');
const CODE_JUST_BEFORE = new RegExp(
  `(?:${CODE}[\\p{L}\\d/ –-]{0,24}|(?:${DOCUMENT_TYPE}|số)(?: số)? ?:? ?\\d{1,5})[ ,>)(]{0,4}$`,
  'u',
);
const ISSUED_BEFORE = /(?<!\p{L})(?:ban hành|ký|phê duyệt)(?: vào)? $/u;
const ISSUED_AFTER = /^ của /u;
const EVENT_BEFORE = /(?:hội nghị|cuộc họp|phiên họp|buổi làm việc|kỳ họp|đại hội)(?: vào)? $/u;
const OCCASION_BEFORE = new RegExp(
  `(?<!\\p{L})${oneOf`
    nhân|chào mừng|kỷ niệm|hưởng ứng|mừng|thành lập|truyền thống|sinh|trước|sau|quá|mỗi|hằng|hàng|dịp`} $`,
  'u',
);
const UNTIL_BEFORE = /(?<!\p{L})(?:đến|tới|hết) $/u;
const SINCE_BEFORE = /(?<!\p{L})(?:kể|hiệu lực|áp dụng|thi hành)(?: từ)? $/u;

function vetoOf(sentence: Sentence, cue: string, mention: Omit<DayMention, 'veto'>): NotAnEvent | null {
  const before = sentence.folded.slice(Math.max(0, mention.start - 90), mention.start);
  const after = sentence.folded.slice(mention.end, mention.end + 24);
  if (/^[ (,]{0,2}(?:âm lịch|al(?!\p{L})|tết)/u.test(after)) return 'lunar';
  if (isDocumentDate(before, after, cue, mention)) return 'document';
  if (/^(?:đến|tới)/u.test(cue) || UNTIL_BEFORE.test(before)) return 'until';
  const isRange = mention.first.day !== mention.last.day || mention.first.month !== mention.last.month;
  if (SINCE_BEFORE.test(before) || (cue.startsWith('từ') && !isRange)) return 'since';
  return OCCASION_BEFORE.test(before) ? 'occasion' : null;
}

function isDocumentDate(before: string, after: string, cue: string, mention: Omit<DayMention, 'veto'>): boolean {
  if (!cue.startsWith('ngày')) return false;
  if (ISSUED_BEFORE.test(before)) return true;
  // "Thực hiện Kế hoạch số 12-KH/TU, ngày 21/3, Thành ủy …": a bare day between commas opens a new clause.
  const standsAlone = mention.first.year === null && /,\s$/u.test(before) && /^,/u.test(after);
  if (CODE_JUST_BEFORE.test(before)) return !standsAlone;
  const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1);
  if (mention.first.year !== null && CODE_OR_TYPE.test(clause)) return true;
  return mention.start > 0 && !standsAlone && ISSUED_AFTER.test(after) && !EVENT_BEFORE.test(before);
}

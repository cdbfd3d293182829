/**
 * The day a report gives its event, from the lead before the title before the body.
 *
 * A day that opens a sentence (Ngày 21/3, …) is the event's rather than one inside it, and one in a sentence that names
 * a meeting rather than another; dates of documents, occasions and deadlines never are. Where only a month, quarter or
 * year is told of the event itself the precision says so; periods it merely treats are no date. An impossible day is
 * null, not its neighbour. The year of a bare day is found in year-clue.ts.
 */
import { addDays, daysBetween, isoDay, isoMonth, vietnameseDay } from './calendar.ts';
import { type DayMention, findDays, type PrintedDay } from './day-mention.ts';
import type { DatePrecision } from './meeting.ts';
import { oneOf } from './pattern.ts';
import type { Prose, Sentence } from './prose.ts';
import { findYearClues, inferYear, type YearClues } from './year-clue.ts';

export interface EventDate {
  /** `2023-03-21`, `2022-09`, `2022`, or for a quarter its first month; null when unknown. */
  readonly date: string | null;
  readonly dateTo: string | null;
  readonly precision: DatePrecision | null;
}

const UNKNOWN: EventDate = { date: null, dateTo: null, precision: null };
const BODY_SENTENCES = 12;
const LONGEST_DAYS = 15;

/** `published` as in MeetingReport; null when unknown. */
export function readEventDate(prose: Prose, published: string | null): EventDate {
  const anchor = vietnameseDay(published);
  let known: YearClues | null = null;
  const clues = (): YearClues => {
    known ??= findYearClues(prose);
    return known;
  };
  const resolve = (day: PrintedDay, sentence: Sentence): string | null =>
    day.year !== null
      ? isoDay(day.year, day.month, day.day)
      : inferYear(day.day, day.month, anchor, FUTURE.test(sentence.folded), clues);

  const best = chooseDay(prose, anchor);
  if (best !== null) {
    const first = resolve(best.mention.first, best.sentence);
    if (first === null) return UNKNOWN;
    const opened = CLOSES.test(best.sentence.folded) ? findFirstDay(prose, first) : null;
    if (opened !== null) return { date: opened, dateTo: first, precision: 'day' };
    const last = dayAfter(best.mention.last, first);
    const told = last !== null && last > first ? last : null;
    return { date: first, dateTo: latest(told, findLastDay(prose, first)), precision: 'day' };
  }
  const relative = anchor === null ? null : relativeDay(prose.lead, anchor);
  if (relative !== null) return { date: relative, dateTo: findLastDay(prose, relative), precision: 'day' };
  return readPeriod(prose);
}

const FUTURE = /(?<!\p{L})(?:sẽ|dự kiến|sắp|khai mạc vào|kế hoạch|thông báo|tới đây)(?!\p{L})/u;
const EVENT = new RegExp(
  oneOf`
    hội nghị|cuộc họp|phiên họp|kỳ họp|(?<!\p{L})họp(?! báo)|đại hội|buổi|làm việc|đối thoại|tiếp xúc|tiếp công dân|
    giao ban|(?<!\p{L})lễ |gặp mặt|giám sát|kiểm tra|khảo sát|sinh hoạt|tập huấn|sơ kết|tổng kết|quán triệt|học tập|thăm|
    tổ chức|khai mạc|bế mạc|diễn ra|công bố|trao`,
  'u',
);
const BACKGROUND = /^(?:trước đó|cách đây|nhớ lại|được biết|liên quan|theo kế hoạch|ngay sau khi|sau khi)/u;
// What may stand before the date at the start of a report: a dateline, a source, a word of time.
const OPENING = new RegExp(
  `^${oneOf`
    [("“[]?[^,.;:]{0,40}[)\]]? ?[-–:] |
    (?:vừa qua|mới đây|theo đó|tiếp đó|tin từ [^,]{1,60}|trong khuôn khổ [^,]{1,80}|thực hiện [^,]{1,160}|trong),? ?(?:vào )?|
    (?:vào )?`}$`,
  'u',
);
const PREPOSITION = /(?:vào|trong|diễn ra|tổ chức|khai mạc|họp|hội nghị|làm việc)(?: các| buổi)? ?$/u;

// "Hội nghị tổng kết công tác năm của Thành ủy Hạ Khê hôm 3/12 …": the event is the sentence's subject.
const NAMED_EVENT = /^(?:tại |trong )?(?:hội nghị|kỳ họp|đại hội|phiên họp|cuộc họp|buổi|lễ) [^,.;:]{0,120} $/u;
// "… ngày 28/11/2025 Ban Thường vụ Thành ủy đã ban hành Kế hoạch": the day of a paper.
const ISSUED_THEN =
  /^,? (?:(?!hội nghị|kỳ họp|phiên họp|đại hội|cuộc họp|buổi )[^.;:]){0,60}?(?:đã|vừa|cũng|mới) (?:ký )?ban hành /u;

interface ScoredDay {
  readonly mention: DayMention;
  readonly sentence: Sentence;
  readonly score: number;
}

// Long before publication, with the year: more likely the day of what the meeting speaks of.
const LONG_AGO_DAYS = 45;
const DOUBT = 4;

function chooseDay(prose: Prose, anchor: string | null): ScoredDay | null {
  const title = prose.title === null ? [] : [prose.title];
  const groups = [prose.lead, title, prose.body.slice(0, BODY_SENTENCES)];
  for (const [index, sentences] of groups.entries()) {
    const isBody = index === 2;
    const days = sentences.flatMap((sentence) => scoreDays(sentence)).filter(({ score }) => !isBody || score >= 5);
    let best: ScoredDay | null = null;
    const weigh = (day: ScoredDay): number => day.score - (isLongAgo(day.mention.first, anchor) ? DOUBT : 0);
    for (const day of days) if (best === null || weigh(day) > weigh(best)) best = day;
    if (best !== null) return best;
  }
  return null;
}

function isLongAgo({ day, month, year }: PrintedDay, anchor: string | null): boolean {
  const printed = year === null ? null : isoDay(year, month, day);
  return printed !== null && anchor !== null && daysBetween(printed, anchor) > LONG_AGO_DAYS;
}

function scoreDays(sentence: Sentence): ScoredDay[] {
  if (BACKGROUND.test(sentence.folded)) return [];
  const isEvent = EVENT.test(sentence.folded);
  return findDays(sentence).flatMap((mention) => {
    if (mention.veto !== null) return [];
    const before = sentence.folded.slice(0, mention.start);
    const behind = sentence.folded.slice(mention.end, mention.end + 90);
    if (ISSUED_THEN.test(behind)) return [];
    const isTold = PREPOSITION.test(before) || NAMED_EVENT.test(before);
    const place = OPENING.test(before) ? 4 : isTold || /[,;(–-] ?$/u.test(before) ? 2 : 0;
    if (place === 0 && !isEvent) return [];
    return [{ mention, sentence, score: place + (isEvent ? 1 : 0) }];
  });
}

const MEETING_GOES_ON = new RegExp(
  oneOf`
    (?:hội nghị|đại hội|kỳ họp|phiên họp|chương trình|nội dung)[^.;]{0,80}
    (?:tiếp tục|diễn ra|kéo dài|bế mạc|kết thúc|làm việc|xem xét|thảo luận|thông qua)|
    ngày làm việc thứ`,
  'u',
);

// "Hội nghị tiếp tục diễn ra trong buổi chiều 17/12 và ngày 18/12": the body may tell that the meeting went on.
function findLastDay(prose: Prose, first: string): string | null {
  let last: string | null = null;
  for (const sentence of [...prose.lead, ...prose.body]) {
    if (!MEETING_GOES_ON.test(sentence.folded)) continue;
    for (const mention of findDays(sentence)) {
      if (mention.veto !== null && mention.veto !== 'until') continue;
      const from = dayAfter(mention.first, first);
      const to = dayAfter(mention.last, first);
      if (from === null || to === null || from < first || to <= first) continue;
      // Without an overlap it may be the next meeting that is announced: "kỳ họp sẽ diễn ra từ 7 đến 9/12".
      const isOther = FUTURE.test(sentence.folded) && mention.veto !== 'until' && from !== first;
      if (!isOther && daysBetween(first, to) <= LONGEST_DAYS) last = latest(last, to);
    }
  }
  return last;
}

const CLOSES = /bế mạc/u;
const MEETING_BEGAN = /(?:hội nghị|đại hội|kỳ họp|phiên họp)[^.;]{0,120}(?:khai mạc|bắt đầu|diễn ra|làm việc)/u;

// A report of the closing day may tell when the meeting began: "(từ 13 đến 15/10)", "khai mạc ngày 3/5".
function findFirstDay(prose: Prose, closed: string): string | null {
  for (const sentence of [...prose.lead, ...prose.body]) {
    if (!MEETING_BEGAN.test(sentence.folded)) continue;
    for (const { first, veto } of findDays(sentence)) {
      const opened = isoDay(first.year ?? Number(closed.slice(0, 4)), first.month, first.day);
      if (veto !== null || opened === null || opened >= closed) continue;
      if (daysBetween(opened, closed) <= LONGEST_DAYS) return opened;
    }
  }
  return null;
}

// A later day of the same event: in the year of its first day, or in January after a December.
function dayAfter(day: PrintedDay, first: string): string | null {
  const year = Number(first.slice(0, 4));
  if (day.year !== null) return isoDay(day.year, day.month, day.day);
  const crosses = first.slice(5, 7) === '12' && day.month === 1;
  return isoDay(crosses ? year + 1 : year, day.month, day.day);
}

function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

const AT_ONCE = /^(?:rạng sáng|sáng|trưa|chiều|tối|đêm|hôm) (?:nay|qua)(?!\p{L})/u;
const TODAY = /(?<!\p{L})(?:sáng|trưa|chiều|tối|đêm|hôm) nay(?!\p{L})/u;
const YESTERDAY = /(?<!\p{L})(?:sáng|trưa|chiều|tối|đêm|hôm) qua(?!\p{L})/u;

function relativeDay(lead: readonly Sentence[], published: string): string | null {
  for (const { folded } of lead) {
    // Inside a sentence only of the event: "tổ chức hội nghị sơ kết sáng nay", not "sáng nay giá vàng …".
    if (BACKGROUND.test(folded) || FUTURE.test(folded) || !(EVENT.test(folded) || AT_ONCE.test(folded))) continue;
    if (TODAY.test(folded)) return published;
    if (YESTERDAY.test(folded)) return addDays(published, -1);
  }
  return null;
}

const REGULAR = '(?:giao ban|báo cáo viên|phiên họp|họp|tiếp công dân|sinh hoạt)[^.;,]{0,60}?';
const OPENS = String.raw`^(?:trong |vào )?(?:ngày …{1,3} |ngày \.{2,6} )?`;
const MONTH = String.raw`tháng (\d{1,2})(?: ?[/.-] ?| năm )(\d{4})(?!\d)`;
const QUARTER = String.raw`quý (iv|iii|ii|i|[1-4])(?: ?[/-] ?| năm | )(\d{4})(?!\d)`;
const PERIODS = [
  { precision: 'month', patterns: [new RegExp(OPENS + MONTH, 'u'), new RegExp(REGULAR + MONTH, 'u')] },
  { precision: 'quarter', patterns: [new RegExp(OPENS + QUARTER, 'u'), new RegExp(REGULAR + QUARTER, 'u')] },
  { precision: 'year', patterns: [/^(?:trong )?năm ()(\d{4}),/u] },
] as const;
const QUARTER_START: Readonly<Record<string, number>> = { i: 1, ii: 4, iii: 7, iv: 10, 1: 1, 2: 4, 3: 7, 4: 10 };

// Only where the period belongs to the event's name or opens its sentence; "sơ kết quý I/2023" is held later.
function readPeriod(prose: Prose): EventDate {
  const sentences = prose.title === null ? prose.lead : [prose.title, ...prose.lead];
  for (const { precision, patterns } of PERIODS) {
    for (const { folded } of sentences) {
      if (!EVENT.test(folded)) continue;
      for (const pattern of patterns) {
        const match = pattern.exec(folded);
        const date = match === null ? null : periodStart(precision, match[1] ?? '', Number(match[2]));
        if (date !== null) return { date, dateTo: null, precision };
      }
    }
  }
  return UNKNOWN;
}

function periodStart(precision: Exclude<DatePrecision, 'day'>, part: string, year: number): string | null {
  if (precision === 'year') return String(year);
  return isoMonth(year, precision === 'month' ? Number(part) : (QUARTER_START[part] ?? 0));
}

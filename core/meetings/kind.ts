/**
 * What kind of meeting a report tells of, or that it tells of none.
 *
 * The kind is what the text calls the event, not its subject: a giao ban that also reviews a resolution is a briefing.
 * So a row in kind-rows.ts that names an event (hội nghị giao ban, kỳ họp thứ 5, có buổi làm việc với) outweighs one that
 * names an activity (sơ kết, quán triệt, kiểm tra), wherever it stands; among equals the title goes before the lead, the
 * earlier trigger before the later, the longer before the shorter. An activity needs a day or an event word in the lead
 * to be a meeting at all. Notices, plans for a future day, week calendars and the false friends are none.
 */
import { findDays } from './day-mention.ts';
import {
  activityRows,
  bodyRows,
  EVENT_NOUN,
  falseFriends,
  type KindRow,
  NOT_A_REPORT,
  namedRows,
} from './kind-rows.ts';
import type { MeetingKind } from './meeting.ts';
import { oneOf } from './pattern.ts';
import type { Prose, Sentence } from './prose.ts';

export interface KindReading {
  readonly kind: MeetingKind;
  /** The sentence that names the event, as printed. */
  readonly sentence: Sentence;
}

/** Where the text only speaks of a meeting and its body tells nothing more. */
export const GENERIC_KIND: MeetingKind = 'working_session';

const LEAD_SENTENCES = 5;
const TRACE_SENTENCES = 20;

/** Null when the report tells of no meeting. */
export function readKind(prose: Prose): KindReading | null {
  const title = prose.title === null || isAnnounced(prose.title) ? null : prose.title;
  const opening = prose.lead.slice(0, LEAD_SENTENCES);
  if ([prose.title, prose.lead[0]].some((sentence) => sentence && NOT_A_REPORT.test(sentence.folded))) return null;

  const lead = opening.map(readCandidate);
  const firstEvent = lead.find(({ clear }) => GENERIC.test(clear) || matchesAny(clear));
  if (firstEvent !== undefined && isAnnounced(firstEvent.sentence)) return null;
  const reported = lead.filter(({ isReported }) => isReported);
  const head = title === null ? [] : [readCandidate(title)];
  const isHeld =
    reported.length > 0 ||
    head.some(({ isReported, isDated }) => isReported && isDated) ||
    [...prose.lead, ...prose.body].slice(0, TRACE_SENTENCES).some(({ folded }) => TRACE.test(folded));
  if (!isHeld && lead.length > 0) return null;

  const opened = reported.slice(0, 1);
  const titledAs = head.flatMap(({ clear }) => activityIn(clear) ?? [])[0] ?? null;
  return (
    firstOf([...head, ...opened], ({ clear }) => nameOfEvent(clear)) ??
    // Title and first sentence agree on what was done: a later sentence that names an event speaks of another.
    firstOf(opened, ({ clear }) => (titledAs !== null && activityIn(clear) === titledAs ? titledAs : null)) ??
    firstOf(reported, ({ clear }) => nameOfEvent(clear)) ??
    firstOf(head, ({ clear }) => activityIn(clear)) ??
    firstOf(reported, ({ clear }) => (GENERIC.test(clear) ? kindOfNamedBody(clear) : activityIn(clear))) ??
    firstOf([...reported, ...head], ({ clear }) => (GENERIC.test(clear) ? kindOfBody(clear, head[0]?.clear) : null))
  );
}

function activityIn(clear: string): MeetingKind | null {
  return earliest(activityRows, clear)?.kind ?? null;
}

interface Candidate {
  readonly sentence: Sentence;
  /** Matching form with the false friends blotted out. */
  readonly clear: string;
  /** It gives a day. */
  readonly isDated: boolean;
  /** It tells of something that took place. */
  readonly isReported: boolean;
}

const GENERIC = wholeWords(oneOf`hội nghị|hội thảo|cuộc họp|phiên họp|buổi họp|tọa đàm|họp`);
const MEETS = '(?<!kỳ |phiên |cuộc |buổi )họp';
const ATTENDS = 'dự(?! kiến| thảo| án| toán)';
const HOLDS = wholeWords(oneOf`
  tổ chức|khai mạc|bế mạc|diễn ra|tiến hành|chủ trì|chủ tọa|tham dự|${ATTENDS}|${MEETS}|mở|vừa|có (?:buổi|cuộc)|
  trong khuôn khổ`);
const HELD_TODAY = /^(?:rạng sáng|sáng|trưa|chiều|tối|đêm|hôm) (?:nay|qua)(?!\p{L})/u;
const OCCASION = '(?:hội nghị|buổi|cuộc họp|phiên họp|kỳ họp|đại hội|lễ|chương trình)';
const TRACE = new RegExp(
  `${oneOf`
    (?:tại|kết luận|khai mạc|bế mạc|chủ trì|dự|kết thúc|phát biểu) ${OCCASION}(?!\p{L})|
    ^(?:hội nghị|kỳ họp|đại hội|buổi làm việc|cuộc họp) `}`,
  'u',
);
const ANNOUNCED = new RegExp(
  `(?<!\\p{L})(?:sẽ|dự kiến|sắp)(?: được| tiến hành){0,2} ${oneOf`
    tổ chức|diễn ra|khai mạc|họp|tiếp|đối thoại|làm việc|chủ trì|có|xem xét|thăm|kiểm tra`}`,
  'u',
);
const BEFORE_NEWS = wholeWords(oneOf`
  tổ chức|${MEETS}|khai mạc|diễn ra|có buổi|chủ trì|${ATTENDS}|làm việc|thảo luận|thống nhất|giao ban|kết luận`);
const ACTOR = wholeWords(oneOf`
  đồng chí|đ\/c|ông|bà|đoàn|(?:tỉnh|thành|quận|huyện|thị|đảng) ủy|hđnd|hđndtp|ubnd|hội đồng nhân dân|ủy ban|ban|mttq|
  mặt trận|hội|sở|thường trực|bí thư|chủ tịch|chi bộ|đảng bộ|thành đoàn|tỉnh đoàn|quốc hội|chính phủ|bộ`);
const ISSUED = wholeWords(oneOf`
  ban hành|ký (?:quyết định|công văn|văn bản)|
  (?:có|ra|gửi) (?:công văn|văn bản|thông báo|kế hoạch|quyết định|chỉ thị|tờ trình|giấy mời)`);

const GROUND = /^(?:theo|thực hiện|căn cứ|triển khai|trên cơ sở) [^,;]{1,200}, /u;

function wholeWords(pattern: string): RegExp {
  return new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'u');
}

function readCandidate(sentence: Sentence): Candidate {
  let clear = sentence.folded;
  for (const pattern of falseFriends) clear = clear.replace(pattern, (match) => '·'.repeat(match.length));
  const names = GENERIC.test(clear) || nameOfEvent(clear) !== null || hasActor(clear);
  const isDated = HELD_TODAY.test(clear) || findDays(sentence).some(({ veto }) => veto === null);
  return {
    sentence,
    clear,
    isDated,
    isReported: names && (isDated || HOLDS.test(clear)) && !isAnnounced(sentence) && !isIssued(clear),
  };
}

// A bare activity needs somebody of standing who does it: "qua kiểm tra, lực lượng chức năng phát hiện" is no event.
function hasActor(clear: string): boolean {
  const activity = earliest(activityRows, clear);
  return activity !== null && ACTOR.test(clear.slice(0, activity.start));
}

// "UBND tỉnh ban hành Kế hoạch tổng kết …" tells of a paper, not of an event.
function isIssued(clear: string): boolean {
  const clause = clear.replace(GROUND, '');
  const issued = ISSUED.exec(clause);
  if (issued === null) return false;
  const before = clause.slice(0, issued.index);
  return !GENERIC.test(before) && earliest(namedRows, before) === null && !hasActor(before);
}

// "sẽ tổ chức" announces, unless a meeting already told of decides on it: "họp thống nhất kỳ họp sẽ khai mạc ngày 5/4".
function isAnnounced({ folded }: Sentence): boolean {
  const match = ANNOUNCED.exec(folded);
  return match !== null && !BEFORE_NEWS.test(folded.slice(0, match.index));
}

function matchesAny(clear: string): boolean {
  return earliest(namedRows, clear) !== null || earliest(activityRows, clear) !== null;
}

function firstOf(
  candidates: readonly Candidate[],
  read: (candidate: Candidate) => MeetingKind | null,
): KindReading | null {
  for (const candidate of candidates) {
    const kind = read(candidate);
    if (kind !== null) return { kind, sentence: candidate.sentence };
  }
  return null;
}

interface Trigger {
  readonly kind: MeetingKind;
  readonly start: number;
  readonly length: number;
}

function earliest(rows: readonly KindRow[], clear: string, from = 0): Trigger | null {
  let best: Trigger | null = null;
  for (const { kind, pattern } of rows) {
    pattern.lastIndex = from;
    const match = pattern.exec(clear);
    if (match !== null) best = sooner(best, { kind, start: match.index, length: match[0].length });
  }
  return best;
}

function sooner(a: Trigger | null, b: Trigger): Trigger {
  if (a === null || b.start < a.start || (b.start === a.start && b.length > a.length)) return b;
  return a;
}

// An activity names the event where it belongs to the noun ("hội nghị trực tuyến quán triệt …"), not to what is heard
// or discussed there ("hội nghị nghe báo cáo kết quả kiểm tra").
const SUBJECT = /[.;:]|,(?! (?:công bố|trao) )| (?:nghe|về|cho ý kiến|thảo luận|bàn|xem xét|do|tại|với) /u;
const PHRASE_LENGTH = 70;

function nameOfEvent(clear: string): MeetingKind | null {
  let best = earliest(namedRows, clear);
  for (const noun of clear.matchAll(EVENT_NOUN)) {
    const phrase = clear.slice(noun.index, noun.index + PHRASE_LENGTH);
    const end = SUBJECT.exec(phrase)?.index ?? phrase.length;
    const activity = earliest(activityRows, phrase.slice(0, end));
    if (activity !== null) best = sooner(best, { ...activity, start: noun.index + activity.start });
  }
  return best?.kind ?? null;
}

function kindOfNamedBody(clear: string): MeetingKind | null {
  return earliest(bodyRows, clear)?.kind ?? null;
}

function kindOfBody(clear: string, title: string | undefined): MeetingKind {
  return kindOfNamedBody(clear) ?? (title === undefined ? null : kindOfNamedBody(title)) ?? GENERIC_KIND;
}

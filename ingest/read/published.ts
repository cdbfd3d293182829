/**
 * Which of the dates around an article are its own: when it was published, when it was changed.
 *
 * A date line stands near the title and holds nothing but dates, their labels and a counter; a sentence that begins with a date
 * is the report itself. The day of a date never comes from the clock that sites show above their menus: callers pass only
 * what stands inside the article.
 */
import type { ReadWarning } from './article.ts';
import { beginsWithLaterHour, isSpanWord } from './date-spans.ts';
import { type FoundDate, findDates } from './dates.ts';
import { endsLikeSentence } from './wording.ts';

export interface ArticleDates {
  readonly published: string | null;
  readonly updated: string | null;
  readonly warnings: readonly ReadWarning[];
}

/** Where a page's clock stands: in Vietnam, anywhere, or nowhere west of UTC. */
export type PageZone = 'vietnam' | 'printed' | 'printed-east';

export type SoundDate = FoundDate & { readonly kind: 'date' };

export interface DateLine {
  /** Index into the lines that were searched. */
  readonly at: number;
  readonly dates: readonly FoundDate[];
}

/**
 * The first line that is a publication date and nothing else, among the first `depth` lines that are not blank.
 * @example findDateLine(['Hội nghị giao ban', 'Ngày đăng 15/12/2021 | 09:22 | View count: 8'])?.at // 1
 */
export function findDateLine(lines: readonly string[], depth = 8): DateLine | null {
  let seen = 0;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    seen += 1;
    if (seen > depth) return null;
    const dates = readDateLine(line);
    if (dates !== null) return { at, dates };
  }
  return null;
}

/** The dates of a line that holds nothing else, null for any other line. */
export function readDateLine(line: string): readonly FoundDate[] | null {
  if (line.length > MAX_DATE_LINE) return null;
  const dates = findDates(line);
  if (dates.length === 0 || isPeriod(dates) || isSpan(line, dates)) return null;
  let rest = line;
  for (const { start, end } of dates.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  const words = rest
    .replace(POSTER, ' ')
    .replace(dateLineWords, ' ')
    .replace(/[\d\s\p{P}\p{S}]+/gu, '');
  return words === '' ? dates : null;
}

/** From one day or hour to another, as events are announced: nothing that a page was published or changed. */
export function isSpan(line: string, dates: readonly FoundDate[] = findDates(line)): boolean {
  return dates.some((date, at) => {
    const next = dates[at + 1];
    if (beginsWithLaterHour(line.slice(date.end))) return true;
    return next !== undefined && isSpanWord(line.slice(date.end, next.start)) && !isOneDay([date, next]);
  });
}

/** Several days without a word that tells them apart. */
function isPeriod(dates: readonly FoundDate[]): boolean {
  const days = dates.filter((date) => date.kind === 'date' && date.use === 'published');
  return days.length > 1 && !isOneDay(days);
}

/**
 * Settles published and updated from dates in order of trust. An updated date stands in where no other is on a page of Vietnam,
 * whose sites say Cập nhật of the day they publish; elsewhere it was that day in half of the cases measured, and says nothing. A day
 * after `now` by more than one is no date of publication. A site of Vietnam shows its times in Vietnam's zone, whatever its
 * machine prints; another site's times stay in the zone in which they were printed.
 */
export function settleDates(dates: readonly FoundDate[], now: Date | null, zone: PageZone = 'vietnam'): ArticleDates {
  const warnings: ReadWarning[] = [];
  const usable: SoundDate[] = [];
  for (const date of dates.map((found) =>
    found.kind === 'date' && zone !== 'vietnam' ? { ...found, value: found.local } : found,
  )) {
    if (date.kind === 'impossible') {
      warnings.push({ code: 'date-impossible', detail: `No such day: ${date.surface}` });
    } else if (now !== null && isAfter(date.value, now)) {
      // A page says its date many times over.
      const isNews = !warnings.some(({ code }) => code === 'date-future');
      if (isNews) warnings.push({ code: 'date-future', detail: `Lies in the future: ${date.surface}` });
    } else {
      usable.push(date);
    }
  }
  const updated = usable.find((date) => date.use === 'updated') ?? null;
  const standIn = zone === 'vietnam' ? updated : null;
  const first = usable.find((date) => date.use === 'published') ?? standIn;
  const published = withTime(inItsZone(first, usable, zone), usable);
  if (published !== null && published === updated) {
    warnings.push({ code: 'date-of-update', detail: `Only the date of an update is shown: ${published.surface}` });
  }
  for (const date of new Set([published, updated])) {
    for (const flag of date?.flags ?? [])
      warnings.push({ code: flag, detail: `${flagMeanings[flag]}: ${date?.surface}` });
  }
  return { published: published?.value ?? null, updated: updated?.value ?? null, warnings };
}

/**
 * The day that a reader sees, where the page tells machines that it was published no earlier than it was changed, and another day
 * before that stands at its head: such programs give the day of the last change, or of their last build, as both. The same day
 * with its month first is no other one.
 */
export function daySeenBefore(metas: readonly FoundDate[], seen: () => readonly FoundDate[]): readonly FoundDate[] {
  const first = (use: SoundDate['use']): string =>
    metas.flatMap((date) => (date.kind === 'date' && date.use === use ? date.local : []))[0] ?? '';
  const [stamp, change] = [first('published'), first('updated')];
  const [published, updated] = [stamp.slice(0, 10), change.slice(0, 10)];
  if (published === '' || updated === '' || published < updated) return [];
  // Changed at another time of the day on which it was published: both stamps are true.
  if (isLaterThatDay(stamp, change)) return [];
  const [year, month, day] = published.split('-');
  const swapped = `${year}-${day}-${month}`;
  // Where the change came before, its day is no earlier publication.
  const isOfChange = (date: FoundDate): boolean => updated < published && dayShown(date) === updated;
  const shown = seen().filter((date) => date.kind === 'date' && date.use === 'published' && !isOfChange(date));
  const isEarlier = shown.every((date) => dayShown(date) < published && dayShown(date) !== swapped);
  return isEarlier && isOneDay(shown) ? shown : [];
}

/** On the clocks as printed too: programs write the zone of one stamp and not of the other. */
function isLaterThatDay(stamp: string, change: string): boolean {
  const isTimed = stamp.includes('T') && change.includes('T') && stamp.slice(0, 10) === change.slice(0, 10);
  const later = (read: (value: string) => number): boolean => read(change) - read(stamp) > MINUTE;
  return isTimed && later(Date.parse) && later((value) => Date.parse(`${value.slice(0, 19)}Z`));
}

/** Whether all dates are of one day as their page shows it; no dates are of none. */
export function isOneDay(dates: readonly FoundDate[]): boolean {
  return new Set(dates.map(dayShown)).size === 1;
}

function dayShown(date: FoundDate): string {
  return date.kind === 'date' ? date.local.slice(0, 10) : '';
}

/**
 * A stamp in UTC says when, but not which day it was at its place. That is told by the day of the address, which is one off at
 * most, or by a date beside it, where it is of the day before.
 */
function inItsZone(date: SoundDate | null, all: readonly SoundDate[], zone: PageZone): SoundDate | null {
  if (date === null || !date.value.endsWith('+00:00')) return date;
  const dayOf = ({ value }: SoundDate): number => Date.parse(value.slice(0, 10)) / DAY;
  const isNear = (other: SoundDate): boolean => {
    const off = dayOf(other) - dayOf(date);
    const hour = Number(date.value.slice(11, 13));
    const isPossible =
      off === 0 ||
      (off === 1 && isMidnight(date) && !other.local.includes('T')) ||
      (off === -1 && hour < MOST_HOURS_WEST && zone !== 'printed-east') ||
      (off === 1 && (other.surface === other.value || isSameInstant(date, other)));
    const isLocal = !other.value.endsWith('+00:00') || isLocalClock(date, other);
    return isPossible && other.use === date.use && isLocal;
  };
  const near = all.filter(isNear);
  const instant = near.find((other) => isSameInstant(date, other));
  if (instant !== undefined) return instant;
  return near.some((other) => dayOf(other) === dayOf(date)) ? date : (near[0] ?? date);
}

/** The same second some whole hours before, though it is printed as if in UTC too: programs write that behind the clock of their place. */
function isLocalClock(stamp: SoundDate, other: SoundDate): boolean {
  const seconds = (Date.parse(stamp.value) - Date.parse(other.value)) / 1000;
  return seconds > 0 && seconds % 3600 === 0 && stamp.value.slice(17, 19) !== '00';
}

/** On the hour late in the evening in UTC, as programs east of it write a day without a time. */
function isMidnight(date: SoundDate): boolean {
  return /T2[0-3]:00:00/.test(date.value);
}

/** The same minute of the hour, and no more hours between than there are between two zones: one instant on two clocks. */
export function isSameInstant(stamp: SoundDate, shown: SoundDate): boolean {
  if (!shown.local.includes('T')) return false;
  const minutes = (Date.parse(`${shown.local.slice(0, 16)}Z`) - Date.parse(`${stamp.value.slice(0, 16)}Z`)) / 60_000;
  return minutes % 60 === 0 && Math.abs(minutes) <= MOST_HOURS * 60;
}

const MOST_HOURS = 14;
/** Where the day begins last, so many hours behind UTC. */
const MOST_HOURS_WEST = 12;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Where the best date is a day only, another of that day that has a time and the same use. */
function withTime(date: SoundDate | null, all: readonly SoundDate[]): SoundDate | null {
  if (date === null || date.value.includes('T')) return date;
  const wanted = `${date.value}T`;
  return all.find((other) => other.use === date.use && other.value.startsWith(wanted)) ?? date;
}

/**
 * The dates of a line of parts (`By Lan Chi | April 14, 2023`), one of which is a date line and none a sentence; null for others.
 */
export function readByline(line: string): readonly FoundDate[] | null {
  if (line.length > MAX_DATE_LINE || !/\d{4}/.test(line)) return null;
  const whole = readDateLine(line);
  if (whole !== null) return whole;
  if (isSpan(line)) return null;
  const parts = splitByline(line);
  if (parts.length < 2 || parts.length > 8 || DOCUMENT_DATE.test(line)) return null;
  const dates = parts.map(readDateLine);
  const isRest = parts.every((part, at) => dates[at] !== null || (part.length <= 60 && !endsLikeSentence(part)));
  return isRest ? (dates.find((found) => found !== null) ?? null) : null;
}

/** The parts of a line that names authors, dates and counters. */
export function splitByline(line: string): readonly string[] {
  return line.split(/\s{0,2}[|•·⋅]\s{0,2}|\s(?:[–—>/]|-|\/\/)\s/u).filter((part) => part.trim() !== '');
}

const MAX_DATE_LINE = 160;
/** The label of a date in the table of a document's facts: not when its page was published. */
const DOCUMENT_DATE = /^(?:ngày|thời gian)\s(?:ban hành|ký|(?:có |hết )?hiệu lực|áp dụng)/iu;

/** Words that stand beside a date without making the line a sentence. Tuned on the date lines of the engines in engines.ts. */
const dateLineWords =
  /thời gian(?: đăng| cập nhật)?|ngày đăng|đăng (?:ngày|lúc|bởi)|xuất bản|cập nhật|view count|lượt (?:xem|đọc|truy cập)|số lượt xem|đã xem|bình luận|in (?:bài viết|trang|ấn)|print|gửi email|e-?mail|cỡ chữ|chia sẻ|facebook|zalo|twitter|gmt|utc|views?|tin tức|(?<!\p{L})(?:ngày|lúc|vào|giờ|thứ|lần cuối|xem|đọc|in|a|bởi|on|at|by|am|vom|um|uhr|den|le|el|il|em|às|h)(?!\p{L})|stand(?: des artikels)?|published|posted|updated|last modified|created|date|datum|veröffentlicht|erstellt|aktualisiert|erschienen|publié|publicado|pubblicato|mis à jour|actualizado|gepubliceerd|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:luned|marted|mercoled|gioved|venerd)ì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)-feira|(?:mon|tues|wednes|thurs|fri|satur|sun)day/giu;
/** Who typed it in, between a label and the date: Gửi bởi quantri vào … */
const POSTER =
  /(?:(?:được )?(?:gửi|đăng|viết|submitted|posted) (?:bởi|by):?\s[^.]{1,40}?(?:\s(?=vào|lúc|ngày|on|[-|–]|\d)|\s{0,9}$)|^(?:von|by|par|por|da|di|door|author:?|autor:?)\s[^.]{1,40}?\s(?=am|vom|on|le|el|il|em|op|\d))/giu;

const flagMeanings = {
  'clock-12h': 'Shown on a clock of twelve hours, so only the day is certain',
  'month-first': 'Read with the month before the day',
  'weekday-mismatch': 'The weekday does not fit the date',
  repaired: 'The stamp was malformed and has been mended',
  'minutes-doubtful': 'The minutes may be the month',
  'time-impossible': 'There is no such time of day',
} as const;

function isAfter(value: string, now: Date): boolean {
  const instant = Date.parse(value.includes('T') ? value : `${value}T00:00:00+07:00`);
  return instant > now.getTime() + DAY;
}

/**
 * The year of a day printed without one: from the publication day, else from periods that the text names.
 *
 * With an anchor the year is the one that puts the day closest to it and at most three days after it; a future cue in
 * the sentence lifts that limit. A report shown months late may be put right by a period it names. Without an anchor
 * only such periods tell the year (quý 1/2023, 6 tháng đầu năm 2022, chủ đề công tác năm 2023); the newest document it
 * cites is a lower bound and nothing more. What does not follow from these stays unknown.
 */
import { daysBetween, isoDay, yearOf } from './calendar.ts';
import { oneOf } from './pattern.ts';
import type { Prose, Sentence } from './prose.ts';

export interface YearClues {
  /** Days that the named periods point to, title and lead before the body, then strongest first. */
  readonly anchors: readonly PeriodClue[];
  /** The newest full date in the text, as `YYYY-MM-DD`; an event cannot be older than the documents it cites. */
  readonly notBefore: string | null;
}

/** A named period, as the day near which an event that speaks of it is held. */
export interface PeriodClue {
  readonly near: string;
  /** How far from `near` the event may be for the clue to tell anything. */
  readonly withinDays: number;
}

const LATE_DAYS = 3;
const GAP_DAYS = 60;

/** The day with its year, or null when it does not exist in that year or nothing tells the year. */
export function inferYear(
  day: number,
  month: number,
  published: string | null,
  isFuture: boolean,
  clues: () => YearClues,
): string | null {
  if (published === null) return fromClues(day, month, clues());
  const chosen = closestTo(day, month, published, isFuture);
  if (chosen === null || Math.abs(daysBetween(chosen, published)) <= GAP_DAYS) return chosen;
  const told = fromClues(day, month, clues());
  return told !== null && daysBetween(published, told) <= LATE_DAYS ? told : chosen;
}

// The year is chosen first and the day checked in it, so that 29/2 is not moved to the next leap year.
function closestTo(day: number, month: number, anchor: string, isFuture: boolean): string | null {
  const near = isoDay(2000, month, Math.min(day, 28));
  if (near === null) return null;
  const years = [-1, 0, 1].map((step) => yearOf(anchor) + step);
  const candidates = years
    .map((year) => ({ year, gap: daysBetween(anchor, `${year}${near.slice(4)}`) + (day - Math.min(day, 28)) }))
    .filter(({ gap }) => isFuture || gap <= LATE_DAYS)
    .sort((a, b) => Math.abs(a.gap) - Math.abs(b.gap));
  const [best] = candidates;
  return best === undefined ? null : isoDay(best.year, month, day);
}

function fromClues(day: number, month: number, clues: YearClues): string | null {
  for (const clue of clues.anchors) {
    const chosen = closestTo(day, month, clue.near, true);
    if (chosen === null || Math.abs(daysBetween(clue.near, chosen)) > clue.withinDays) continue;
    if (clues.notBefore === null || chosen >= clues.notBefore) return chosen;
  }
  return null;
}

interface ClueRow {
  readonly example: string;
  readonly pattern: RegExp;
  readonly clue: (match: RegExpMatchArray) => PeriodClue | null;
}

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

// Strongest first: a month or quarter fixes the year, a yearly topic nearly so.
const rows: readonly ClueRow[] = [
  {
    example: 'giao ban tháng 5/2019',
    pattern: /(?<!\d )tháng (\d{1,2})(?:\/|-| năm )(\d{4})(?!\d)/gu,
    clue: ([, month, year]) => near(isoDay(Number(year), Number(month), 15), 60),
  },
  {
    example: 'quý 1/2023',
    pattern: /quý (iv|iii|ii|i|[1-4])(?: ?\/ ?|-| năm | )(\d{4})(?!\d)/gu,
    clue: ([, quarter = '', year]) => near(isoDay(Number(year), (QUARTERS[quarter] ?? 13) * 3, 28), 120),
  },
  {
    example: '6 tháng đầu năm 2017',
    pattern: /(?<!\d)(\d{1,2}) tháng(?: đầu)? năm (\d{4})(?!\d)/gu,
    clue: ([, months, year]) => near(isoDay(Number(year), Number(months), 28), 120),
  },
  {
    example: 'tổng kết công tác năm 2020, triển khai nhiệm vụ năm 2021',
    pattern: new RegExp(
      oneOf`
        (?:tổng kết|kết quả)[^.;]{0,80}? năm (\d{4})[^.;]{0,60}?
        (?:nhiệm vụ|kế hoạch|phương hướng)[^.;]{0,40}? năm \d{4}`,
      'gu',
    ),
    clue: ([, year]) => near(isoDay(Number(year), 12, 31), 100),
  },
  {
    example: 'chủ đề công tác năm 2023',
    pattern: /(?:chủ đề (?:công tác )?|chương trình công tác )năm (\d{4})(?!\d)/gu,
    clue: ([, year]) => near(isoDay(Number(year), 7, 1), 184),
  },
  {
    example: 'tổng kết năm 2022',
    pattern: /tổng kết[^.;]{0,60}? năm (\d{4})(?!\d)/gu,
    clue: ([, year]) => near(isoDay(Number(year), 12, 31), 100),
  },
  {
    example: 'tính đến ngày 15/3/2023',
    pattern: /(?<!\p{L})đến (?:hết )?ngày (\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/gu,
    clue: ([, day, month, year]) => near(isoDay(Number(year), Number(month), Number(day)), 45),
  },
];

function near(day: string | null, withinDays: number): PeriodClue | null {
  return day === null ? null : { near: day, withinDays };
}

/** What title, lead and then body say of the year. */
export function findYearClues(prose: Prose): YearClues {
  const opening: readonly Sentence[] = prose.title === null ? prose.lead : [prose.title, ...prose.lead];
  const anchors = [...cluesIn(opening), ...cluesIn(prose.body)];
  return { anchors, notBefore: newestDate([...opening, ...prose.body]) };
}

function cluesIn(sentences: readonly Sentence[]): PeriodClue[] {
  return rows.flatMap((row) =>
    sentences.flatMap((sentence) =>
      [...sentence.folded.matchAll(row.pattern)].flatMap((match) => row.clue(match) ?? []),
    ),
  );
}

const FULL_DATE = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/gu;

// Dates far in the future are deadlines (hoàn thành trước 31/12/2030); a document cited here was issued before.
const ISSUED = /ngày $/u;
const DEADLINE = /(?:trước|đến|hết|hạn|trong|từ) ngày $/u;

function newestDate(sentences: readonly Sentence[]): string | null {
  let newest: string | null = null;
  for (const { folded } of sentences) {
    for (const match of folded.matchAll(FULL_DATE)) {
      const before = folded.slice(Math.max(0, match.index - 12), match.index);
      const day = isoDay(Number(match[4]), Number(match[3]), Number(match[1]));
      if (day === null || !ISSUED.test(before) || DEADLINE.test(before)) continue;
      if (newest === null || day > newest) newest = day;
    }
  }
  return newest;
}

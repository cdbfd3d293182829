/** The measures of the timeline: whole years in months, quarters or years, and round counts beside them. */
import { type PurposeClass, type PurposeMonth, purposeClasses } from '../views/course.ts';

/** Bars that fit: each stands for as many months as are needed, a month, a quarter or a year. */
const MOST_BARS = 126;

export interface PlotBar extends PurposeMonth {
  readonly total: number;
}

export interface Plot {
  readonly bars: readonly PlotBar[];
  readonly years: readonly { readonly year: number; readonly total: number }[];
  readonly ticks: readonly number[];
  /** The count at the upper edge. */
  readonly top: number;
  readonly first: string;
  readonly last: string;
  readonly total: number;
  readonly peak: PlotBar;
}

/** Whole years from the first month to the last; null without any. */
export function layOut(months: readonly PurposeMonth[]): Plot | null {
  const known = new Map(months.filter(({ month }) => /^\d{4}-(0[1-9]|1[0-2])$/.test(month)).map((m) => [m.month, m]));
  const order = [...known.keys()].sort();
  const [first, last] = [order[0], order.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const years = Array.from({ length: to - from + 1 }, (_, index) => {
    const year = from + index;
    const within = order.filter((month) => month.startsWith(String(year)));
    return { year, total: within.reduce((sum, month) => sum + totalOf(known.get(month)?.meetings ?? none), 0) };
  });
  const size = [1, 3, 12].find((candidate) => (years.length * 12) / candidate <= MOST_BARS) ?? 12;
  const bars = Array.from({ length: (years.length * 12) / size }, (_, index): PlotBar => {
    const meetings = { ...none };
    for (let at = index * size; at < (index + 1) * size; at += 1) {
      const held = known.get(monthText(from, at))?.meetings ?? none;
      for (const name of purposeClasses) meetings[name] += held[name];
    }
    return { month: monthText(from, index * size), meetings, total: totalOf(meetings) };
  });
  const peak = bars.reduce((most, bar) => (bar.total > most.total ? bar : most));
  const ticks = chooseTicks(peak.total);
  const total = bars.reduce((sum, bar) => sum + bar.total, 0);
  return { bars, years, ticks, top: ticks.at(-1) ?? 1, first, last, total, peak };
}

const none: Readonly<Record<PurposeClass, number>> = { issued: 0, reviewed: 0, reported: 0, carried: 0, other: 0 };

/** 0 and at most four round counts, the last at or above the highest bar. */
function chooseTicks(highest: number): readonly number[] {
  const rough = Math.max(1, highest / 4);
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((part) => part * size).find((candidate) => candidate >= rough) ?? rough;
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => index * step);
}

export function totalOf(meetings: PurposeMonth['meetings']): number {
  return purposeClasses.reduce((sum, name) => sum + meetings[name], 0);
}

function monthText(year: number, months: number): string {
  return `${year + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

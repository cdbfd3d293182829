/**
 * Days of which nobody can tell by themselves whether the month comes first: 03/09/2026.
 *
 * A page says its day more than once, and elsewhere with the month in letters, the year first or a day above twelve. That decides.
 * In English where nothing does, there is no day: half of the world's pages in English are American.
 */
import type { FoundDate } from './dates.ts';

/** Whether both of a date's first numbers could be its month, and they differ. */
export function isEitherFirst(date: FoundDate): boolean {
  const [, first, second] = EITHER.exec(date.surface) ?? [];
  return first !== undefined && Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
}

/** The dates with the order of their numbers settled; those of an English page that nothing settles are left out. */
export function settleOrder(dates: readonly FoundDate[], isEnglish: boolean): readonly FoundDate[] {
  const doubtful = new Set(dates.filter(isEitherFirst));
  if (doubtful.size === 0) return dates;
  const sure = new Set(dates.filter((date) => !doubtful.has(date)).map(dayOf));
  return dates.flatMap((date) => {
    if (!doubtful.has(date) || sure.has(dayOf(date))) return [date];
    const swapped = swap(date);
    if (sure.has(dayOf(swapped))) return [swapped];
    return isEnglish ? [] : [date];
  });
}

/** Not with dots: where days are printed with them, they come first. */
const EITHER = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?!\d)/;

function dayOf(date: FoundDate): string {
  return date.kind === 'date' ? date.local.slice(0, 10) : '';
}

function swap(date: FoundDate): FoundDate {
  if (date.kind !== 'date') return date;
  const turn = (value: string): string => value.replace(/^(\d{4})-(\d{2})-(\d{2})/, '$1-$3-$2');
  return { ...date, value: turn(date.value), local: turn(date.local), flags: [...date.flags, 'month-first'] };
}

/**
 * The filters of a document's meetings: year, host, purpose, chair. Each counts the meetings that choosing a value would
 * leave under the other filters.
 */
import type { Filter, Purpose } from '../../web/view.ts';
import { wordsOf } from '../../web/words.ts';
import type { CitingRow } from '../citing.ts';
import type { Lang } from '../wording.ts';
import type { MeetingRows } from './cited-at.ts';

export const citedAtFilters = ['year', 'host', 'purpose', 'chair'] as const;
export type CitedAtFilter = (typeof citedAtFilters)[number];

export type ChosenFilters = Readonly<Partial<Record<CitedAtFilter, string | undefined>>>;

const MOST_CHOICES = 100;

/** The meetings that fit, each with those of its mentions that do. */
export function filterMeetings(meetings: readonly MeetingRows[], chosen: ChosenFilters): readonly MeetingRows[] {
  return meetings.flatMap((meeting) => {
    const rows = meeting.rows.filter((row) =>
      citedAtFilters.every((name) => chosen[name] === undefined || readValue(name, row) === chosen[name]),
    );
    return rows.length === 0 ? [] : [{ ...meeting, rows }];
  });
}

export function countFilters(
  meetings: readonly MeetingRows[],
  chosen: ChosenFilters,
  lang: Lang,
): readonly Filter<CitedAtFilter>[] {
  return citedAtFilters.map((name) => {
    const counts = new Map<string, number>();
    for (const { rows } of filterMeetings(meetings, { ...chosen, [name]: undefined })) {
      for (const value of new Set(rows.map((row) => readValue(name, row)))) {
        if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    const choices = [...counts]
      .map(([value, count]) => ({ value, label: labelOf(name, value, lang), count }))
      .sort((a, b) => (name === 'year' ? Number(b.value) - Number(a.value) : b.count - a.count))
      .slice(0, MOST_CHOICES);
    return { name, selected: chosen[name] ?? null, choices };
  });
}

function readValue(name: CitedAtFilter, { meeting, purpose }: CitingRow): string | null {
  switch (name) {
    case 'year':
      return meeting?.firstDay.slice(0, 4) || null;
    case 'host':
      return meeting?.host ?? null;
    case 'chair':
      return meeting?.chair ?? null;
    case 'purpose':
      return purpose;
    default:
      return name satisfies never;
  }
}

function labelOf(name: CitedAtFilter, value: string, lang: Lang): string {
  const { purposes } = wordsOf(lang);
  return name === 'purpose' && isPurpose(value, purposes) ? purposes[value] : value;
}

function isPurpose(value: string, purposes: Readonly<Record<Purpose, string>>): value is Purpose {
  return Object.hasOwn(purposes, value);
}

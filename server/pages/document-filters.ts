/**
 * The filters of a document's meetings: year, host, purpose, chair. Each counts the meetings that choosing a value would
 * leave under the other filters.
 */
import { z } from 'zod';
import type { Filter, Purpose } from '../../web/view-terms.ts';
import { wordsOf } from '../../web/words.ts';
import type { CitingRow } from '../citing.ts';
import type { Lang } from '../wording.ts';
import type { MeetingRows } from './cited-at.ts';

export const citedAtFilters = ['year', 'host', 'purpose', 'chair'] as const;
export type CitedAtFilter = (typeof citedAtFilters)[number];

export type ChosenFilters = Readonly<Partial<Record<CitedAtFilter, string | undefined>>>;

const text = z.string().max(300);

/** What the address of the table may be asked with, whether it is shown or taken as a file. */
export const answerParameters = {
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  host: text.optional(),
  purpose: z.string().max(40).optional(),
  chair: text.optional(),
  sort: z.enum(['newest', 'oldest']).default('newest'),
} as const;

const MOST_CHOICES = 100;

/** The meetings that fit, each with those of its mentions that do. */
export function filterMeetings(meetings: readonly MeetingRows[], chosen: ChosenFilters): readonly MeetingRows[] {
  if (!isFiltered(chosen)) return meetings;
  return meetings.flatMap((meeting) => {
    const rows = meeting.rows.filter((row) =>
      citedAtFilters.every((name) => chosen[name] === undefined || readValue(name, row) === chosen[name]),
    );
    return rows.length === 0 ? [] : [{ ...meeting, rows }];
  });
}

/** Of each filter its values with the meetings they leave, those that leave most first; years from the last. */
export type FilterCounts = Readonly<
  Record<CitedAtFilter, readonly { readonly value: string; readonly count: number }[]>
>;

/** In one pass: a row that misses one filter counts for the values of that filter alone, one that misses two for none. */
export function countValues(meetings: readonly MeetingRows[], chosen: ChosenFilters): FilterCounts {
  const counts = ofEach(() => new Map<string, number>());
  for (const { rows } of meetings) {
    const left = ofEach(() => new Set<string>());
    for (const row of rows) {
      const missed = citedAtFilters.filter(
        (name) => chosen[name] !== undefined && readValue(name, row) !== chosen[name],
      );
      const [one, ...more] = missed;
      if (more.length > 0) continue;
      for (const name of one === undefined ? citedAtFilters : [one]) {
        const value = readValue(name, row);
        if (value !== null) left[name].add(value);
      }
    }
    for (const name of citedAtFilters) {
      for (const value of left[name]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  return ofEach((name) =>
    [...counts[name]]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => (name === 'year' ? Number(b.value) - Number(a.value) : b.count - a.count))
      .slice(0, MOST_CHOICES),
  );
}

function ofEach<T>(make: (name: CitedAtFilter) => T): Readonly<Record<CitedAtFilter, T>> {
  return { year: make('year'), host: make('host'), purpose: make('purpose'), chair: make('chair') };
}

/** The counts as the fields of a form. */
export function toFilters(counts: FilterCounts, chosen: ChosenFilters, lang: Lang): readonly Filter<CitedAtFilter>[] {
  return citedAtFilters.map((name) => ({
    name,
    selected: chosen[name] ?? null,
    choices: counts[name].map(({ value, count }) => ({ value, label: labelOf(name, value, lang), count })),
  }));
}

export function isFiltered(chosen: ChosenFilters): boolean {
  return citedAtFilters.some((name) => chosen[name] !== undefined);
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

export function labelOf(name: CitedAtFilter, value: string, lang: Lang): string {
  const { purposes } = wordsOf(lang);
  return name === 'purpose' && isPurpose(value, purposes) ? purposes[value] : value;
}

function isPurpose(value: string, purposes: Readonly<Record<Purpose, string>>): value is Purpose {
  return Object.hasOwn(purposes, value);
}

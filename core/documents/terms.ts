/**
 * Tells in which term of office a day falls: numbers of Party documents start again with every committee's term, those
 * of the National Assembly with its own.
 *
 * The new series begins on the day after the congress closes (Hướng dẫn 36-HD/VPTW, kept by 05-HD/VPTW). Where the
 * congress of a committee is not in data/reference/terms.json, a day inside the season in which congresses of its level
 * are held is open between two terms, and is said to be.
 */
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { IssuerLevel } from '../citations/citation.ts';
import type { Place } from './document.ts';
import { isSamePlace } from './places.ts';
import { enlargedOn, lastDayOf } from './successions.ts';

const day = z.iso.date();
const season = z.tuple([z.string().regex(/^\d\d-\d\d$/), z.string().regex(/^\d\d-\d\d$/)]);
const termsSchema = z.strictObject({
  centralParty: z.array(z.strictObject({ congress: z.number().int(), term: z.string(), from: day, to: day })),
  localParty: z.array(z.strictObject({ term: z.string(), years: z.tuple([z.number().int(), z.number().int()]) })),
  congressSeason: z.strictObject({ province: season, district: season, commune: season, org: season }),
  congresses: z.array(
    z.strictObject({ province: z.string(), district: z.string().nullable(), year: z.number().int(), closed: day }),
  ),
  /** Last day of the district level. */
  districtsEnded: day,
  assembly: z.array(z.strictObject({ term: z.string(), from: day, to: day })),
});

const require = createRequire(import.meta.url);
const terms = termsSchema.parse(require('#data/reference/terms.json'));

/** One term, or the two between which a day in congress season is open, or the last of a body that is no more, or none in the tables. */
export type TermAnswer =
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'between'; readonly terms: readonly [string, string] }
  | { readonly kind: 'ended'; readonly last: string }
  | { readonly kind: 'unknown' };

/** The Central Committee's term on `date` (`YYYY-MM-DD`). */
export function findCentralTerm(date: string): TermAnswer {
  return inPeriods(terms.centralParty, date);
}

/** The years of the Central Committee that the congress of this ordinal elected (12 → `2016-2021`), or null. */
export function findCentralTermOf(congress: number): string | null {
  return terms.centralParty.find((period) => period.congress === congress)?.term ?? null;
}

/** Whether committees of this level had a term of these years: `2015-2020`, at the centre `2016-2021`. */
export function isTermOf(level: IssuerLevel, years: string): boolean {
  return (level === 'central' ? terms.centralParty : terms.localParty).some(({ term }) => term === years);
}

/** The National Assembly's term on `date`, as its number: `15`. */
export function findAssemblyTerm(date: string): TermAnswer {
  return inPeriods(terms.assembly, date);
}

/** Whether districts had committees, councils and executives on `date`; true where the date is not known. */
export function hasDistricts(date: string | null): boolean {
  return date === null || date <= terms.districtsEnded;
}

/** The term of a Party committee below the centre on `date`. */
export function findLocalTerm(level: IssuerLevel, place: Place | null, date: string): TermAnswer {
  const lastDay = findLastDay(level, place);
  // Who ended held no congress in the last year.
  if (lastDay !== null && date.slice(0, 4) >= lastDay.slice(0, 4)) return findLastTerm(lastDay, date);
  const year = Number(date.slice(0, 4));
  const turning = terms.localParty.find(({ years: [from] }) => from === year);
  if (turning === undefined) {
    const running = terms.localParty.find(({ years: [from, to] }) => year > from && year < to);
    return running === undefined ? { kind: 'unknown' } : { kind: 'term', term: running.term };
  }
  const before = terms.localParty.find(({ years: [, to] }) => to === year);
  const closed = findCongress(level, place, year);
  if (closed !== null) {
    const term = date > closed ? turning.term : before?.term;
    return term === undefined ? { kind: 'unknown' } : { kind: 'term', term };
  }
  const [opens, closes] = terms.congressSeason[level === 'central' ? 'province' : level];
  const monthDay = date.slice(5);
  if (monthDay > closes) return { kind: 'term', term: turning.term };
  if (before === undefined) return { kind: 'unknown' };
  return monthDay < opens
    ? { kind: 'term', term: before.term }
    : { kind: 'between', terms: [before.term, turning.term] };
}

/**
 * Whether the committee of a province that took others in was, on `date`, the one appointed at the merger, whose numbers
 * began with it and end with its first congress. Days of a congress season whose congress the tables do not have are none.
 */
export function isAppointed(province: string, date: string): boolean {
  const on = enlargedOn(province);
  if (on === null || date < on) return false;
  const year = Number(on.slice(0, 4));
  const closed = findCongress('province', { province }, year);
  return closed === null ? date < `${year}-${terms.congressSeason.province[0]}` : date <= closed;
}

function findLastDay(level: IssuerLevel, place: Place | null): string | null {
  if (level === 'district') return terms.districtsEnded;
  if (level !== 'province' || place === null) return null;
  return lastDayOf(place.province);
}

function findLastTerm(lastDay: string, date: string): TermAnswer {
  const year = Number(lastDay.slice(0, 4));
  const last = terms.localParty.find(({ years: [from, to] }) => year > from && year <= to);
  if (last === undefined) return { kind: 'unknown' };
  return date <= lastDay ? { kind: 'term', term: last.term } : { kind: 'ended', last: last.term };
}

function findCongress(level: IssuerLevel, place: Place | null, year: number): string | null {
  if (place === null || (level !== 'province' && level !== 'district')) return null;
  const own = level === 'district' ? place.district : null;
  const row = terms.congresses.find(
    ({ province, district, year: held }) =>
      held === year &&
      isSamePlace(province, place.province) &&
      (own === null ? district === null : own !== undefined && district !== null && isSamePlace(district, own)),
  );
  return row?.closed ?? null;
}

function inPeriods(periods: readonly { term: string; from: string; to: string }[], date: string): TermAnswer {
  const period = periods.find(({ from, to }) => date >= from && date <= to);
  return period === undefined ? { kind: 'unknown' } : { kind: 'term', term: period.term };
}

/**
 * The coverage of a document: bodies by month, how many of the meetings of a body cited it, and where nothing can be said
 * because no source of the body's place delivered anything.
 *
 * Pure: counts in (coverage.ts), a grid out. Silence has three kinds, which are kept apart: a body met and did not cite
 * it; no meeting of it is known although its sources were there; no source was there at all.
 */
import type { OfficialDocument, Place } from '../documents/document.ts';
import { foldPlace } from '../documents/places.ts';
import type { HostMonth, SourceMonth } from './coverage.ts';
import { chooseWording, type HostBody, placeHostBody } from './coverage-bodies.ts';

export const scopeLevels = ['central', 'province', 'district', 'commune', 'all'] as const;
type ScopeLevel = (typeof scopeLevels)[number];

/** Whose coverage is asked for. Places are folded names; null for any. */
export interface CoverageScope {
  readonly level: ScopeLevel;
  readonly province: string | null;
  readonly district: string | null;
}

interface CoverageCell {
  readonly month: string;
  /** Meetings of the body in this month that cited the document, and all of them. */
  readonly cited: number;
  readonly meetings: number;
  /** Whether a source of its place (of no known place: one that reports its meetings) delivered anything in this month. */
  readonly isWatched: boolean;
}

export interface CoverageRow extends HostBody {
  /** As it is called most often, by a whole name where one is met. */
  readonly name: string;
  /** In the order of the months asked for. */
  readonly cells: readonly CoverageCell[];
  /** Over the cells. */
  readonly cited: number;
  readonly meetings: number;
  /** Meetings of any time that cited it. */
  readonly citedEver: number;
}

export interface CoverageGrid {
  /** Bodies that met in these months or ever cited it: those that cited it most first. */
  readonly rows: readonly CoverageRow[];
  /** Meetings whose body could be one of these, but is of no known place: no row counts them. */
  readonly unplaced: number;
  /** Meetings of these bodies of which only the quarter or year is known: no cell counts them. */
  readonly undated: number;
}

export interface CoverageCounts {
  readonly months: readonly string[];
  /** Meetings of these months. */
  readonly met: readonly HostMonth[];
  /** Meetings of any time that cite the document. */
  readonly citing: readonly HostMonth[];
  readonly delivered: readonly SourceMonth[];
  readonly placeOf: (source: string) => Place | null;
}

/**
 * Whose meetings a document is meant for: the provinces for one of the centre, the districts (communes, since the
 * districts ended) for one of a province, all bodies of the place for one of a district or below.
 */
export function scopeOf({ level, place }: Pick<OfficialDocument, 'level' | 'place'>, month: string): CoverageScope {
  const province = place === null ? null : foldPlace(place.province);
  const district = place?.district === undefined ? null : foldPlace(place.district);
  if (level === 'central' || province === null) return { level: 'province', province: null, district: null };
  if (level === 'province') {
    return { level: month >= DISTRICTS_ENDED ? 'commune' : 'district', province, district: null };
  }
  return { level: 'all', province, district };
}

/** 1 July 2025: a province has communes and no districts. */
const DISTRICTS_ENDED = '2025-07';

export function drawCoverage(counts: CoverageCounts, scope: CoverageScope): CoverageGrid {
  const watched = readSources(counts);
  const rows: CoverageRow[] = [];
  let unplaced = 0;
  let undated = 0;
  for (const gathered of gatherBodies(counts)) {
    const { body, months } = gathered;
    const cells = drawCells(gathered, counts.months, watched);
    const meetings = sum(cells, (cell) => cell.meetings);
    if (!isWithin(body, scope)) {
      if (couldBeWithin(body, scope)) unplaced += meetings;
      continue;
    }
    undated += months.get(NO_MONTH)?.met ?? 0;
    const citedEver = sum([...months.values()], ({ cited }) => cited);
    if (meetings === 0 && citedEver === 0) continue;
    const name = chooseWording(gathered.wordings);
    rows.push({ ...body, name, cells, meetings, cited: sum(cells, (cell) => cell.cited), citedEver });
  }
  return { rows: rows.sort(compareRows), unplaced, undated };
}

interface GatheredBody {
  readonly body: HostBody;
  readonly wordings: Map<string, number>;
  readonly months: Map<string, { met: number; cited: number }>;
  /** Sources that report its meetings. */
  readonly sources: Set<string>;
}

interface WatchedSource {
  readonly id: string;
  readonly province: string | null;
  readonly district: string | null;
  readonly months: ReadonlySet<string>;
}

const NO_MONTH = '';

function gatherBodies({ months, met, citing, placeOf }: CoverageCounts): readonly GatheredBody[] {
  const found = new Map<string, GatheredBody>();
  const bodies = new Map<string, HostBody>();
  const day = `${months.at(-1) ?? '2000-01'}-01`;
  const gather = (rows: readonly HostMonth[], field: 'met' | 'cited'): void => {
    for (const { host, month, sources, meetings } of rows) {
      const named = [host, ...sources].join('\n');
      const places = sources.flatMap((source) => placeOf(source) ?? []);
      const body = bodies.get(named) ?? placeHostBody(host, places, day);
      bodies.set(named, body);
      const held = found.get(body.key) ?? { body, wordings: new Map(), months: new Map(), sources: new Set() };
      found.set(body.key, held);
      const counts = held.months.get(month ?? NO_MONTH) ?? { met: 0, cited: 0 };
      counts[field] += meetings;
      held.months.set(month ?? NO_MONTH, counts);
      held.wordings.set(host, (held.wordings.get(host) ?? 0) + meetings);
      for (const source of sources) held.sources.add(source);
    }
  };
  gather(met, 'met');
  gather(citing, 'cited');
  return [...found.values()];
}

function readSources({ delivered, placeOf }: CoverageCounts): readonly WatchedSource[] {
  const months = new Map<string, Set<string>>();
  for (const { source, month } of delivered) months.set(source, (months.get(source) ?? new Set()).add(month));
  return [...months].map(([id, delivering]) => {
    const place = placeOf(id);
    return {
      id,
      province: place === null ? null : foldPlace(place.province),
      district: place?.district === undefined ? null : foldPlace(place.district),
      months: delivering,
    };
  });
}

function drawCells(
  { body, months, sources }: GatheredBody,
  asked: readonly string[],
  watched: readonly WatchedSource[],
): readonly CoverageCell[] {
  const near = watched.filter((source) => (body.province === null ? sources.has(source.id) : sitsThere(source, body)));
  return asked.map((month) => {
    const { met = 0, cited = 0 } = months.get(month) ?? {};
    // What is cited was a meeting, even where the two were counted at different moments.
    const meetings = Math.max(met, cited);
    return { month, cited, meetings, isWatched: meetings > 0 || near.some((source) => source.months.has(month)) };
  });
}

/** A source of the province tells of all in it, one of a district of that district alone. */
function sitsThere(source: WatchedSource, body: HostBody): boolean {
  if (source.province === null || source.province !== body.province) return false;
  return source.district === null || source.district === body.district;
}

function isWithin(body: HostBody, { level, province, district }: CoverageScope): boolean {
  if (level !== 'all' && body.level !== level) return false;
  if (level === 'province' && body.province === null) return false;
  return (province === null || body.province === province) && (district === null || body.district === district);
}

/** Of the right level, with nothing known that speaks against the place. */
function couldBeWithin(body: HostBody, { level, province, district }: CoverageScope): boolean {
  if (level !== 'all' && body.level !== level && body.level !== null) return false;
  if (body.level === 'central') return false;
  const isProvinceOpen = body.province === null || body.province === province;
  const isDistrictOpen = district === null || body.district === null || body.district === district;
  return isProvinceOpen && isDistrictOpen && (body.province === null || (district !== null && body.district === null));
}

function compareRows(a: CoverageRow, b: CoverageRow): number {
  return (
    b.cited - a.cited ||
    b.meetings - a.meetings ||
    b.citedEver - a.citedEver ||
    (a.key < b.key ? -1 : Number(a.key > b.key))
  );
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0);
}

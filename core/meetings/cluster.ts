/**
 * Facts of many reports → meetings: which reports speak of the same event.
 *
 * Reports of one first day are put together strongest evidence first, never where any two contradict each other. A day's
 * group may go on from one of the days before (a session of several days, a day told wrongly by one), and a report that
 * tells no day joins what it must have seen. Whatever fits two meetings about equally well stays alone: a wrong merge
 * puts words into the wrong meeting's mouth, and nobody sees it afterwards.
 *
 * Every one of these decisions rests on the reports of at most `REACH_DAYS` before and on nothing else, so the outcome,
 * ids included, depends on the set of reports and not on their order, and an archive need only look at neighbouring days.
 */
import {
  type ClusterReport,
  contradict,
  isSameHouse,
  type Sketch,
  sharedCodes,
  sharesMatter,
  sketch,
  weigh,
} from './agreement.ts';
import { addDays, daysBetween, vietnameseDay } from './calendar.ts';
import { GENERIC_KIND } from './kind.ts';
import { bucketsOf, groupSameDay, MARGIN } from './same-day.ts';
import { similarity } from './traces.ts';
import { compareText, type Meeting, nameMeetings, uniteReports } from './unite.ts';

/** How far apart the days of two reports may be that are put together directly. */
export const REACH_DAYS = 7;

/** The meetings behind the reports, by date, then by id; each report belongs to exactly one. */
export function clusterMeetings(reports: readonly ClusterReport[]): readonly Meeting[] {
  return nameMeetings(partitionReports(reports).map(uniteReports));
}

/** The reports of each meeting, in the order of their addresses. */
export function partitionReports<R extends ClusterReport>(reports: readonly R[]): readonly (readonly R[])[] {
  const marks = [...reports].sort(byUrl).map((report) => sketch(report));
  const days = groupBy(marks, ({ report }) => dayTold(report));
  const groups = [...days].flatMap(([day, all]) =>
    day === null ? [] : groupSameDay(all).map((members): Group<R> => ({ day, members })),
  );
  groups.sort((a, b) => compareText(a.day ?? '', b.day ?? '') || compareText(urlOf(a), urlOf(b)));
  const byDay = new Map(
    [...groupBy(groups, ({ day }) => day ?? '')].map(([day, all]) => [day, indexGroups(all)] as const),
  );
  const partOf = new Map<Group<R>, readonly Group<R>[]>(groups.map((group) => [group, [group]]));
  const join = (group: Group<R>, known: Group<R> | null): void => {
    const [part, other] = [partOf.get(group) ?? [group], known === null ? undefined : partOf.get(known)];
    if (other === undefined || part === other) return;
    if (part.some((a) => other.some((b) => groupsContradict(a, b)))) return;
    const both = [...other, ...part];
    for (const one of both) partOf.set(one, both);
  };
  for (const group of groups) join(group, openingOf(group, byDay));
  for (const one of days.get(null) ?? []) {
    const alone: Group<R> = { day: null, members: [one] };
    const seen = meetingSeen(one, byDay, (a, b) => partOf.get(a) !== partOf.get(b));
    partOf.set(alone, [alone]);
    join(alone, seen);
  }
  return [...new Set(partOf.values())].map((part) =>
    part.flatMap(({ members }) => members.map(({ report }) => report)).sort(byUrl),
  );
}

/** The day about which a report is looked at: the day it tells, else that of its publication; null when neither is known. */
export function anchorOf(report: ClusterReport): string | null {
  return dayTold(report) ?? vietnameseDay(report.published ?? null);
}

type Mark<R extends ClusterReport = ClusterReport> = Sketch<R>;

interface Group<R extends ClusterReport = ClusterReport> {
  /** Null for a report that tells no day. */
  readonly day: string | null;
  readonly members: readonly Mark<R>[];
}

function dayTold({ facts: { date, precision } }: ClusterReport): string | null {
  return precision === 'day' ? date : null;
}

type Index<G extends Group = Group> = ReadonlyMap<string, readonly G[]>;

function indexGroups<G extends Group>(groups: readonly G[]): Index<G> {
  const index = new Map<string, G[]>();
  for (const group of groups) {
    for (const key of new Set(group.members.flatMap(bucketsOf))) {
      const bucket = index.get(key) ?? [];
      index.set(key, bucket);
      bucket.push(group);
    }
  }
  return index;
}

function neighbours<G extends Group>(
  marks: readonly Mark[],
  day: string,
  from: number,
  byDay: ReadonlyMap<string, Index<G>>,
): readonly G[] {
  const found = new Set<G>();
  for (let back = from; back <= REACH_DAYS; back += 1) {
    const index = byDay.get(addDays(day, -back));
    if (index === undefined) continue;
    for (const key of marks.flatMap(bucketsOf)) for (const group of index.get(key) ?? []) found.add(group);
  }
  return [...found];
}

/** The group of an earlier day with which this one's meeting began. */
function openingOf<G extends Group>(group: G, byDay: ReadonlyMap<string, Index<G>>): G | null {
  const { day } = group;
  if (day === null) return null;
  const found = neighbours(group.members, day, 1, byDay).flatMap((earlier) => {
    const weight = Math.max(...crossed(earlier, group).map(([a, b]) => goesOnFrom(a, b, earlier.day ?? day, day)));
    return weight > 0 && !groupsContradict(earlier, group) ? [{ group: earlier, weight }] : [];
  });
  return soleBest(found, (best, other) => groupsContradict(best, other));
}

/** How sure it is that `b`, told for a later day, is of the meeting of `a`: 0 for not at all. */
function goesOnFrom(a: Mark, b: Mark, day: string, later: string): number {
  if (!isSameHouse(a, b)) return 0;
  const isKind = a.kind === b.kind && a.kind !== GENERIC_KIND;
  const gap = daysBetween(day, later);
  if (isKind && a.traces.session !== null && a.traces.session === b.traces.session) return 10;
  if ((a.report.facts.dateTo ?? '') >= later && (isKind || sharesMatter(a, b, 0.3))) return 9;
  if (isKind && b.traces.goesOn && gap <= 3 && sharesMatter(a, b, 0.25)) return 7;
  const isSlip = gap === 1 && isKind && sharedCodes(a, b) > (a.chair !== null && a.chair === b.chair ? 0 : 1);
  return isSlip && similarity(a.traces, b.traces) >= 0.4 ? 5 : 0;
}

/** The meeting of the days before publication that a report without a day speaks of. */
function meetingSeen<G extends Group>(
  one: Mark,
  byDay: ReadonlyMap<string, Index<G>>,
  areTwo: (a: G, b: G) => boolean,
): G | null {
  const day = vietnameseDay(one.report.published ?? null);
  if (day === null) return null;
  const found = neighbours([one], day, 0, byDay).flatMap((group) => {
    if (group.members.some((other) => contradict(one, other, false))) return [];
    const told = group.members.filter((other) => isSameEvent(one, other));
    return told.length === 0 ? [] : [{ group, weight: Math.max(...told.map((other) => weigh(one, other))) }];
  });
  return soleBest(found, areTwo);
}

function isSameEvent(a: Mark, b: Mark): boolean {
  if (!isSameHouse(a, b) || (a.kind === GENERIC_KIND) !== (b.kind === GENERIC_KIND)) return false;
  const isNumbered = a.traces.session !== null && a.traces.session === b.traces.session;
  return isNumbered || sharesMatter(a, b, 0.4);
}

interface Found<G extends Group> {
  readonly group: G;
  readonly weight: number;
}

// The heaviest, the later of equals; none where another that cannot be the same is about as heavy.
function soleBest<G extends Group>(found: readonly Found<G>[], isAnother: (best: G, other: G) => boolean): G | null {
  const ordered = found.toSorted(
    (x, y) =>
      y.weight - x.weight ||
      compareText(y.group.day ?? '', x.group.day ?? '') ||
      compareText(urlOf(x.group), urlOf(y.group)),
  );
  const [best, ...others] = ordered;
  if (best === undefined) return null;
  const rivals = others.filter(({ weight }) => weight >= best.weight - MARGIN);
  return rivals.some(({ group }) => isAnother(best.group, group)) ? null : best.group;
}

function groupsContradict(a: Group, b: Group): boolean {
  return crossed(a, b).some(([one, other]) => contradict(one, other, a.day === b.day));
}

function crossed(a: Group, b: Group): readonly (readonly [Mark, Mark])[] {
  return a.members.flatMap((one) => b.members.map((other) => [one, other] as const));
}

function urlOf({ members }: Group): string {
  return members[0]?.report.url ?? '';
}

function byUrl(a: ClusterReport, b: ClusterReport): number {
  return compareText(a.url, b.url) || compareText(a.articleId, b.articleId);
}

function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), group);
    group.push(item);
  }
  return groups;
}

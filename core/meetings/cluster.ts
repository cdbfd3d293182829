/**
 * Facts of many reports → meetings: which reports speak of the same event.
 *
 * Two reports may speak of one meeting when they give the same first day, hosts that agree, kinds that go together and
 * no two different chairs. A report joins only where exactly one meeting fits: with two to choose from it stays alone,
 * because a wrong merge puts words into the wrong meeting's mouth and nobody sees it afterwards. Without a day nothing
 * is merged. The outcome, ids included, depends on the set of reports, not on their order.
 */
import { type KeyedFacts, mayBeSame, tellingKind } from './agreement.ts';
import { normaliseHost } from './host.ts';
import { GENERIC_KIND } from './kind.ts';
import type { MeetingFacts, MeetingKind, Participant, Person } from './meeting.ts';
import { nameKey } from './name.ts';
import { unitePositions } from './position.ts';
import { rolesByStrength } from './role.ts';

export interface ClusterReport extends KeyedFacts {
  readonly articleId: string;
}

/** What all reports of one meeting state together. */
export interface Meeting extends MeetingFacts {
  /** `2023-03-21.thanh-uy-ha-khe.briefing`, what is unknown replaced by a hash of the smallest address. */
  readonly id: string;
  readonly articleIds: readonly string[];
  readonly urls: readonly string[];
}

/** The meetings behind the reports, by date, then by id; each report belongs to exactly one. */
export function clusterMeetings(reports: readonly ClusterReport[]): readonly Meeting[] {
  const byDay = new Map<string, ClusterReport[]>();
  const groups: ClusterReport[][] = [];
  for (const report of reports) {
    const { date, precision } = report.facts;
    if (date === null || precision !== 'day') groups.push([report]);
    else {
      const sameDay = byDay.get(date) ?? [];
      byDay.set(date, sameDay);
      sameDay.push(report);
    }
  }
  for (const sameDay of byDay.values()) groups.push(...groupSameDay(sameDay));
  const meetings = groups.map((group) => mergeReports([...group].sort(byUrl)));
  return withUniqueIds(meetings).sort((a, b) => compare(a.date ?? '', b.date ?? '') || compare(a.id, b.id));
}

// Those that say most come first, so that a vague report finds all meetings it might belong to already there.
function groupSameDay(reports: readonly ClusterReport[]): ClusterReport[][] {
  const groups: ClusterReport[][] = [];
  for (const report of [...reports].sort(byDetail)) {
    const fitting = groups.filter((group) => group.every((other) => mayBeSame(report, other)));
    const [only] = fitting;
    if (fitting.length === 1 && only !== undefined) only.push(report);
    else groups.push([report]);
  }
  return groups;
}

function byDetail(a: ClusterReport, b: ClusterReport): number {
  return detailOf(b) - detailOf(a) || byUrl(a, b);
}

function detailOf({ hostKey, facts, placeKey }: ClusterReport): number {
  const host = hostKey === null ? 0 : hostKey.split(' ').length;
  const chair = facts.chair === null ? 0 : 100;
  return chair + (facts.kind === GENERIC_KIND ? 0 : 50) + host + (placeKey === null ? 0 : 1);
}

function byUrl(a: ClusterReport, b: ClusterReport): number {
  return compare(a.url, b.url) || compare(a.articleId, b.articleId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function mergeReports(reports: readonly ClusterReport[]): Meeting {
  const [first] = reports;
  if (first === undefined) throw new Error('Merging the reports of a meeting: expected at least one report, got none.');
  const facts = reports.map((report) => report.facts);
  const kind = tellingKind(facts.map((fact) => fact.kind));
  const hosted = reports.filter(({ facts: { host } }) => host !== null);
  const hostReport = longest(hosted, ({ hostKey, facts: { host } }) => (hostKey ?? host ?? '').length);
  const place = longest(
    facts.flatMap((fact) => fact.place ?? []),
    (words) => words.length,
  );
  const united = uniteParticipants(facts.flatMap((fact) => fact.participants));
  const chair = bestChair(facts, united);
  const dateTo =
    facts
      .flatMap((fact) => fact.dateTo ?? [])
      .sort(compare)
      .at(-1) ?? null;
  const { date, precision } = first.facts;
  return {
    id: idOf(first, hostReport, kind),
    kind,
    title: facts.find((fact) => fact.title !== '')?.title ?? '',
    date,
    dateTo,
    precision,
    host: hostReport?.facts.host ?? null,
    place,
    chair,
    participants: united.map((person) =>
      person.role === 'chair' && !isSame(person, chair) ? besideChair(person) : person,
    ),
    articleIds: reports.map((report) => report.articleId),
    urls: reports.map((report) => report.url),
  };
}

// Only a day tells meetings of one host apart, so all else that is not known to the day carries the hash too.
function idOf(first: ClusterReport, hosted: ClusterReport | null, kind: MeetingKind): string {
  const hash = shortHash(first.url);
  const { date, precision } = first.facts;
  const day = date === null ? hash : precision === 'day' ? date : `${date}-${hash}`;
  const host = hosted === null ? '' : (hosted.hostKey ?? normaliseHost(hosted.facts.host ?? ''));
  return `${day}.${host.replaceAll(' ', '-') || hash}.${kind}`;
}

// The first of the longest, so that the order of addresses decides between equals.
function longest<T>(items: readonly T[], length: (item: T) => number): T | null {
  let best: T | null = null;
  for (const item of items) if (best === null || length(item) > length(best)) best = item;
  return best;
}

function bestChair(facts: readonly MeetingFacts[], participants: readonly Participant[]): Person | null {
  const chair = facts.flatMap((fact) => fact.chair ?? [])[0];
  if (chair === undefined) return null;
  const known = participants.find((person) => isSame(person, chair));
  return { name: chair.name, positions: known?.positions ?? chair.positions };
}

function isSame(person: Person, other: Person | null): boolean {
  return other !== null && nameKey(person.name) === nameKey(other.name);
}

function besideChair(person: Participant): Participant {
  return { ...person, role: 'co_chair' };
}

function uniteParticipants(all: readonly Participant[]): Participant[] {
  const byName = new Map<string, Participant>();
  for (const person of all) {
    const known = byName.get(nameKey(person.name));
    byName.set(nameKey(person.name), known === undefined ? person : uniteTwo(known, person));
  }
  return [...byName.values()];
}

function uniteTwo(a: Participant, b: Participant): Participant {
  const role = rolesByStrength.find((strong) => strong === a.role || strong === b.role) ?? a.role;
  return { name: a.name, positions: unitePositions(a.positions, b.positions), role };
}

// Several meetings under one id are numbered by their smallest address: -2, -3 …
function withUniqueIds(meetings: readonly Meeting[]): Meeting[] {
  const used = new Map<string, number>();
  const ordered = [...meetings].sort(
    (a, b) => compare(a.urls[0] ?? '', b.urls[0] ?? '') || compare(a.articleIds[0] ?? '', b.articleIds[0] ?? ''),
  );
  return ordered.map((meeting) => {
    const count = (used.get(meeting.id) ?? 0) + 1;
    used.set(meeting.id, count);
    return count === 1 ? meeting : { ...meeting, id: `${meeting.id}-${count}` };
  });
}

/** FNV-1a over UTF-16 units, in base 36: short, readable in an address, and the same everywhere. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

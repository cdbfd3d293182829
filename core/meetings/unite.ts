/**
 * What all reports of one meeting state together, and the id under which the archive shows it.
 *
 * A fact that one report states holds for the meeting; where reports differ, what most of them state, and among equals
 * the report with the smallest address, so that the order of arrival never tells.
 *
 * An id is made of the day, the host without the organ that acts for it, and the kind: a report more seldom changes it.
 * Where it does, the old id still leads to the meeting (`likenessOf`).
 */
import { type ClusterReport, tellingKind } from './agreement.ts';
import { normaliseHost } from './host.ts';
import { homeName, parseHostKey } from './host-key.ts';
import type { MeetingFacts, Participant, Person } from './meeting.ts';
import { nameKey } from './name.ts';
import { unitePositions } from './position.ts';
import { rolesByStrength } from './role.ts';

/** What all reports of one meeting state together. */
export interface Meeting extends MeetingFacts {
  /** `2023-03-21.thanh-uy-ha-khe.briefing`, what is unknown replaced by a hash of the smallest address. */
  readonly id: string;
  readonly articleIds: readonly string[];
  readonly urls: readonly string[];
}

/** The one meeting of these reports, which must come in the order of their addresses; ids may still be alike. */
export function uniteReports(reports: readonly ClusterReport[]): Meeting {
  const [first] = reports;
  if (first === undefined) throw new Error('Uniting the reports of a meeting: expected at least one report, got none.');
  const facts = reports.map((report) => report.facts);
  const kind = tellingKind(facts.map((fact) => fact.kind));
  const days = uniteDays(reports);
  const united = uniteParticipants(facts.flatMap((fact) => fact.participants));
  const chair = uniteChairs(facts, united);
  return {
    id: [dayPart(days, first), hostPart(reports) || shortHash(first.url), kind].join('.'),
    kind,
    title: facts.find((fact) => fact.title !== '')?.title ?? '',
    ...days,
    host: longest(
      facts.flatMap(({ host }) => host ?? []),
      (host) => normaliseHost(host).length,
    ),
    place: longest(
      facts.flatMap(({ place }) => place ?? []),
      (place) => place.length,
    ),
    chair,
    participants: united.map((person) =>
      person.role === 'chair' && !isSame(person, chair) ? besideChair(person) : person,
    ),
    articleIds: reports.map((report) => report.articleId),
    urls: reports.map((report) => report.url),
  };
}

/** By date, then by id; several under one id are numbered by their smallest address: -2, -3 … */
export function nameMeetings(meetings: readonly Meeting[]): readonly Meeting[] {
  const used = new Map<string, number>();
  const ordered = [...meetings].sort(
    (a, b) =>
      compareText(a.urls[0] ?? '', b.urls[0] ?? '') || compareText(a.articleIds[0] ?? '', b.articleIds[0] ?? ''),
  );
  const named = ordered.map((meeting) => {
    const count = (used.get(meeting.id) ?? 0) + 1;
    used.set(meeting.id, count);
    return count === 1 ? meeting : { ...meeting, id: `${meeting.id}-${count}` };
  });
  return named.sort((a, b) => compareText(a.date ?? '', b.date ?? '') || compareText(a.id, b.id));
}

/** What an id of a meeting known to the day tells of it, by which it is found under another one later; else null. */
export function likenessOf(id: string): { readonly day: string; readonly host: string; readonly kind: string } | null {
  const [, day, host, kind] = /^(\d{4}-\d{2}-\d{2})\.([a-z0-9-]{1,200})\.([a-z_]{3,30})(?:-\d{1,4})?$/u.exec(id) ?? [];
  return day === undefined || host === undefined || kind === undefined ? null : { day, host, kind };
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Days = Pick<MeetingFacts, 'date' | 'dateTo' | 'precision'>;

/**
 * The days of the meeting that these report: who tells only one day of several does not contradict who tells the span; of
 * two days told for one event most count.
 */
export function uniteDays(reports: readonly ClusterReport[]): Days {
  const told = reports.filter(({ facts }) => facts.precision === 'day' && facts.date !== null);
  const days = told.flatMap(({ facts: { date } }) => date ?? []).sort(compareText);
  const [earliest] = days;
  if (earliest === undefined) {
    const vague = reports.find(({ facts }) => facts.date !== null) ?? reports[0];
    return {
      date: vague?.facts.date ?? null,
      dateTo: vague?.facts.dateTo ?? null,
      precision: vague?.facts.precision ?? null,
    };
  }
  const ends = told.flatMap(({ facts: { date, dateTo }, traces }) => [
    ...(dateTo === null ? [] : [dateTo]),
    ...(traces?.goesOn === true && date !== null && date > earliest ? [date] : []),
  ]);
  const last = ends.sort(compareText).at(-1) ?? null;
  const date = last === null ? mostFrequent(days) : earliest;
  return { date, dateTo: last !== null && last > earliest ? last : null, precision: 'day' };
}

// Only a day tells meetings of one host apart, so all else that is not known to the day carries the hash too.
function dayPart({ date, precision }: Days, first: ClusterReport): string {
  const hash = shortHash(first.url);
  if (date === null) return hash;
  return precision === 'day' ? date : `${date}-${hash}`;
}

function hostPart(reports: readonly ClusterReport[]): string {
  const keys = reports.flatMap(({ hostKey, facts: { host } }) => hostKey ?? (host === null ? [] : normaliseHost(host)));
  const hosts = keys.map((key) => parseHostKey(key));
  const placed = hosts.filter((host) => homeName(host) !== '');
  const bare = (placed.length > 0 ? placed : hosts).map(({ key, organ, body, home }) =>
    body !== '' && /^(?:|ban thuong vu|thuong truc|ban chap hanh)$/u.test(organ) ? `${body} ${home}`.trim() : key,
  );
  return (longest(bare, (key) => key.length) ?? '').replaceAll(' ', '-');
}

// The first of the longest, so that the order of addresses decides between equals.
function longest<T>(items: readonly T[], length: (item: T) => number): T | null {
  let best: T | null = null;
  for (const item of items) if (best === null || length(item) > length(best)) best = item;
  return best;
}

function mostFrequent(items: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return longest([...counts.keys()], (item) => counts.get(item) ?? 0);
}

function uniteChairs(facts: readonly MeetingFacts[], participants: readonly Participant[]): Person | null {
  const chairs = facts.flatMap(({ chair }) => chair ?? []);
  const most = mostFrequent(chairs.map(({ name }) => nameKey(name)));
  const chair = chairs.find(({ name }) => nameKey(name) === most);
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

/** FNV-1a over UTF-16 units, in base 36: short, readable in an address, and the same everywhere. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

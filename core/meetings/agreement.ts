/**
 * How two reports compare: whether they contradict each other, whether they may speak of the same meeting, and how much
 * speaks for it.
 *
 * Hosts agree when one name says no more than less of the other (host-key.ts). Where the chair is the same person that
 * is enough; where no chair is told, it must also be sure that the same Thành ủy is meant. Which reports are put together
 * is decided in cluster.ts.
 */
import { namesItsPlace, normaliseBody } from './body.ts';
import { contain, type HostName, homeName, hostsAgree, parseHostKey } from './host-key.ts';
import { GENERIC_KIND } from './kind.ts';
import type { MeetingFacts, MeetingKind } from './meeting.ts';
import { nameKey } from './name.ts';
import { NO_TRACES, similarity, type Traces } from './traces.ts';

export interface KeyedFacts {
  readonly url: string;
  readonly facts: MeetingFacts;
  /** `normaliseHost` of the host, with its place where the caller knows it; null when no host is told. */
  readonly hostKey: string | null;
  /** Where that host sits (`quang ninh`, `quang ninh ha khe`); null when unknown. */
  readonly placeKey: string | null;
  readonly traces?: Traces;
  /** Canonical codes that the report cites. */
  readonly codes?: ReadonlySet<string>;
}

export interface ClusterReport extends KeyedFacts {
  readonly articleId: string;
  /** When it was published: a day or an instant; null or left out when unknown. */
  readonly published?: string | null;
}

/** A report made ready for many comparisons. */
export interface Sketch<R extends KeyedFacts = KeyedFacts> {
  readonly report: R;
  readonly kind: MeetingKind;
  readonly host: HostName | null;
  readonly chair: string | null;
  /** Who is in the chair, co-chairs included. */
  readonly chairs: ReadonlySet<string>;
  readonly units: ReadonlyMap<string, string>;
  readonly site: string | null;
  readonly isPlaced: boolean;
  readonly traces: Traces;
  readonly codes: ReadonlySet<string>;
}

export function sketch<R extends KeyedFacts>(report: R): Sketch<R> {
  const { facts, hostKey } = report;
  const host = hostKey === null ? null : parseHostKey(hostKey);
  const inChair = facts.participants.filter(({ role }) => role === 'chair' || role === 'co_chair');
  const chair = facts.chair === null ? null : nameKey(facts.chair.name);
  return {
    report,
    kind: facts.kind,
    host,
    chair,
    chairs: new Set([...(chair === null ? [] : [chair]), ...inChair.map(({ name }) => nameKey(name))]),
    units: unitsOf(facts.place),
    site: siteOf(report.url),
    isPlaced:
      (host !== null && host.body !== '' && homeName(host) !== '') ||
      (facts.host !== null && namesItsPlace(facts.host)),
    traces: report.traces ?? NO_TRACES,
    codes: report.codes ?? NO_CODES,
  };
}

const NO_CODES: ReadonlySet<string> = new Set();

/** Whether they cannot speak of the same meeting, whatever else they share. */
export function contradict(a: Sketch, b: Sketch, isSameDay: boolean): boolean {
  const chairs = compareChairs(a, b);
  if (chairs === 'different') return true;
  const isSameChair = chairs === 'same';
  const isClose = isSameChair || (a.kind === 'steering' && b.kind === 'steering');
  if (a.host !== null && b.host !== null && !hostsAgree(a.host, b.host, isClose)) return true;
  if (!kindsAgree(a.kind, b.kind, isSameChair) || placesContradict(a, b)) return true;
  if (sessionsContradict(a.traces.session, b.traces.session)) return true;
  if (a.kind === GENERIC_KIND && b.kind === GENERIC_KIND && areDisjoint(a.traces.guest, b.traces.guest)) return true;
  if (!isSameChair && areElsewhere(a.report.placeKey, b.report.placeKey)) return true;
  // Two meetings of a day: another kind in another part of it.
  return isSameDay && a.kind !== b.kind && areApart(a.traces.partOfDay, b.traces.partOfDay);
}

/** Whether two reports that do not contradict each other, of one day, may be put together. */
export function mayJoin(a: Sketch, b: Sketch): boolean {
  const isSameChair = compareChairs(a, b) === 'same';
  if (!isSameChair && !sameHome(a, b) && !isTracedTo(a, b)) return false;
  if (a.kind === b.kind || a.kind === GENERIC_KIND || b.kind === GENERIC_KIND) return true;
  // Under one chair an event and what was done there: their words must not speak of different matters.
  const isTelling = Math.min(a.traces.words.size, b.traces.words.size) > 2;
  return !isTelling || sharesMatter(a, b, 0.2);
}

/** How much speaks for it; only differences mean something. One chair outweighs all else but an ordinal. */
export function weigh(a: Sketch, b: Sketch): number {
  const isSameChair = compareChairs(a, b) === 'same';
  const host = a.host === null || b.host === null ? 0 : a.host.key === b.host.key ? 3 : 2;
  const kind = a.kind === b.kind ? (a.kind === GENERIC_KIND ? 1 : 2) : 0;
  const session = a.traces.session !== null && a.traces.session === b.traces.session ? 4 : 0;
  const [part, other] = [a.traces.partOfDay, b.traces.partOfDay];
  const day = part === null || other === null ? 0 : part === other ? 0.5 : -0.5;
  const codes = Math.min(2, sharedCodes(a, b));
  return (isSameChair ? 4 : 0) + host + kind + session + day + codes + 2 * similarity(a.traces, b.traces);
}

/** One house: the same chair, or the same body at a place that is sure. */
export function isSameHouse(a: Sketch, b: Sketch): boolean {
  return compareChairs(a, b) === 'same' || sameHome(a, b);
}

/** Whether both cite a document or speak of the same matter, at least so much. */
export function sharesMatter(a: Sketch, b: Sketch, least: number): boolean {
  return sharedCodes(a, b) > 0 || similarity(a.traces, b.traces) >= least;
}

export function sharedCodes(a: Sketch, b: Sketch): number {
  let both = 0;
  for (const code of a.codes) if (b.codes.has(code)) both += 1;
  return both;
}

// "Thành ủy" is another one in every province: without a common chair the place must be told, or the site be the same.
function sameHome(a: Sketch, b: Sketch): boolean {
  if (a.host === null || b.host === null) return false;
  if (a.isPlaced && b.isPlaced) return true;
  if (a.site !== null && a.site === b.site) return true;
  const [one, other] = [a.report.placeKey, b.report.placeKey];
  return one !== null && one === other;
}

// No host is told in one, no chair in common: all else has to be the same.
function isTracedTo(a: Sketch, b: Sketch): boolean {
  if ((a.host === null) === (b.host === null) || a.kind !== b.kind || a.kind === GENERIC_KIND) return false;
  return sharedCodes(a, b) > 0 && similarity(a.traces, b.traces) >= 0.5;
}

function siteOf(url: string): string | null {
  return /^[a-z]+:\/\/([^/?#]+)/iu.exec(url)?.[1]?.toLowerCase() ?? null;
}

function areElsewhere(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && !contain(a, b);
}

// Working sessions of one body on one day, with two guests.
function areDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && [...a].every((word) => !b.has(word));
}

function areApart<T>(a: T | null, b: T | null): boolean {
  return a !== null && b !== null && a !== b;
}

// "Kỳ họp thứ 14" and "kỳ họp thứ 15"; a hội nghị and a phiên họp may be counted each in its own way.
function sessionsContradict(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return false;
  return a.replace(/ \d+$/u, '') === b.replace(/ \d+$/u, '');
}

// The same deputies may meet voters of two communes on one day. A hall and the city around it do not contradict.
function placesContradict(a: Sketch, b: Sketch): boolean {
  return [...a.units].some(([level, name]) => (b.units.get(level) ?? name) !== name);
}

const UNIT = /^(tinh|thanh pho|huyen|quan|thi xa|phuong|xa|thi tran|dac khu|thon|khu|to) (.+)$/u;
const COMMUNES: ReadonlySet<string> = new Set(['phuong', 'xa', 'thi tran', 'dac khu']);

// A ward and a commune are never one place, so the units of that level share a key.
function unitsOf(place: string | null): ReadonlyMap<string, string> {
  const units = new Map<string, string>();
  for (const part of (place ?? '').split(',')) {
    const [, level = '', name = ''] = UNIT.exec(normaliseBody(part)) ?? [];
    if (level !== '')
      units.set(COMMUNES.has(level) ? 'commune' : level, COMMUNES.has(level) ? `${level} ${name}` : name);
  }
  return units;
}

function compareChairs(a: Sketch, b: Sketch): 'same' | 'different' | 'untold' {
  if (a.chair === null || b.chair === null) return 'untold';
  // Two reports may name co-chairs in another order.
  return a.chairs.has(b.chair) || b.chairs.has(a.chair) ? 'same' : 'different';
}

// One report names the event, another what was done there: under one chair they are the same.
const activities: ReadonlySet<MeetingKind> = new Set(['review', 'study', 'personnel', 'dialogue', 'ceremony']);
const events: ReadonlySet<MeetingKind> = new Set([
  'standing_committee',
  'executive_committee',
  'standing_body',
  'briefing',
  'steering',
  'cell_meeting',
  'council_session',
  'citizen_reception',
  'supervision',
]);
const namedAlike: readonly (readonly [MeetingKind, MeetingKind])[] = [
  ['supervision', 'visit'],
  ['citizen_reception', 'dialogue'],
  ['ceremony', 'visit'],
  ['ceremony', 'personnel'],
  ['review', 'study'],
];

// "Huyện ủy giao ban" and "Thường trực Huyện ủy giao ban": two names of one event, whoever is in the chair.
const isOneEvent = (a: MeetingKind, b: MeetingKind): boolean =>
  (a === 'briefing' && b === 'standing_body') || (a === 'standing_body' && b === 'briefing');

/** Equal kinds agree, and the generic one with any; others need the same chair. */
function kindsAgree(a: MeetingKind, b: MeetingKind, isSameChair: boolean): boolean {
  if (a === b || a === GENERIC_KIND || b === GENERIC_KIND) return true;
  if (isOneEvent(a, b)) return true;
  if (!isSameChair) return false;
  if (namedAlike.some(([one, other]) => (a === one && b === other) || (a === other && b === one))) return true;
  return (events.has(a) && activities.has(b)) || (events.has(b) && activities.has(a));
}

/** The kind that tells most of several that agree: one that names the event, else what was done there. */
export function tellingKind(kinds: readonly MeetingKind[]): MeetingKind {
  const told = kinds.filter((kind) => kind !== GENERIC_KIND);
  return told.find((kind) => events.has(kind)) ?? told[0] ?? GENERIC_KIND;
}

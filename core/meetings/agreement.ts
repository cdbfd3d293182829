/**
 * Whether two reports of the same day may speak of the same meeting: their hosts, kinds and chairs do not contradict.
 *
 * Hosts agree when one name contains the other. Where the chair is the same person that is enough; where no chair is
 * told, it must also be sure that the same Thành ủy is meant. Which reports are put together is decided in cluster.ts.
 */
import { namesItsPlace, normaliseBody } from './body.ts';
import { GENERIC_KIND } from './kind.ts';
import type { MeetingFacts, MeetingKind } from './meeting.ts';
import { nameKey } from './name.ts';

export interface KeyedFacts {
  readonly url: string;
  readonly facts: MeetingFacts;
  /** `normaliseHost` of the host, with its place where the caller knows it; null when no host is told. */
  readonly hostKey: string | null;
  /** Where that host sits (`quang ninh`, `quang ninh ha khe`); null when unknown. */
  readonly placeKey: string | null;
}

/** Whether two reports of one day may speak of the same meeting. */
export function mayBeSame(a: KeyedFacts, b: KeyedFacts): boolean {
  if (placesContradict(a.facts.place, b.facts.place)) return false;
  const isHosted = a.hostKey !== null && b.hostKey !== null;
  if (isHosted && !contain(a.hostKey, b.hostKey)) return false;
  const chairs = compareChairs(a.facts, b.facts);
  if (chairs === 'different' || !kindsAgree(a.facts.kind, b.facts.kind, chairs === 'same')) return false;
  return chairs === 'same' || (isHosted && sameHome(a, b));
}

// "Thành ủy" is another one in every province: without a common chair the place must be told, or the site be the same.
function sameHome(a: KeyedFacts, b: KeyedFacts): boolean {
  if (a.placeKey !== null && b.placeKey !== null) return contain(a.placeKey, b.placeKey);
  const bothTold = [a, b].every(({ facts: { host } }) => host !== null && namesItsPlace(host));
  return bothTold || (siteOf(a.url) !== null && siteOf(a.url) === siteOf(b.url));
}

function siteOf(url: string): string | null {
  return /^[a-z]+:\/\/([^/?#]+)/iu.exec(url)?.[1]?.toLowerCase() ?? null;
}

// The same deputies may meet voters of two communes on one day. A hall and the city around it do not contradict.
function placesContradict(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const units = unitsOf(b);
  return [...unitsOf(a)].some(([level, name]) => (units.get(level) ?? name) !== name);
}

const UNIT = /^(tinh|thanh pho|huyen|quan|thi xa|phuong|xa|thi tran|dac khu|thon|khu|to) (.+)$/u;

function unitsOf(place: string): ReadonlyMap<string, string> {
  const parts = place.split(',').map((part) => UNIT.exec(normaliseBody(part)));
  return new Map(parts.flatMap((part) => (part === null ? [] : [[part[1] ?? '', part[2] ?? ''] as const])));
}

// Equal, or one says more: "thanh uy" and "ban thuong vu thanh uy ha khe".
function contain(a: string, b: string): boolean {
  const [padded, other] = [` ${a} `, ` ${b} `];
  return padded.includes(other) || other.includes(padded);
}

function compareChairs(a: MeetingFacts, b: MeetingFacts): 'same' | 'different' | 'untold' {
  if (a.chair === null || b.chair === null) return 'untold';
  if (nameKey(a.chair.name) === nameKey(b.chair.name)) return 'same';
  // Two reports may name co-chairs in another order.
  return chaired(a, b.chair.name) || chaired(b, a.chair.name) ? 'same' : 'different';
}

function chaired({ participants }: MeetingFacts, name: string): boolean {
  return participants.some(
    (person) => (person.role === 'chair' || person.role === 'co_chair') && nameKey(person.name) === nameKey(name),
  );
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
  ['briefing', 'standing_body'],
  ['supervision', 'visit'],
  ['citizen_reception', 'dialogue'],
  ['ceremony', 'visit'],
  ['ceremony', 'personnel'],
];

/** Equal kinds agree, and the generic one with any; others need the same chair. */
export function kindsAgree(a: MeetingKind, b: MeetingKind, sameChair: boolean): boolean {
  if (a === b || a === GENERIC_KIND || b === GENERIC_KIND) return true;
  if (!sameChair) return false;
  if (namedAlike.some(([one, other]) => (a === one && b === other) || (a === other && b === one))) return true;
  return (events.has(a) && activities.has(b)) || (events.has(b) && activities.has(a));
}

/** The kind that tells most of several that agree: one that names the event, else what was done there. */
export function tellingKind(kinds: readonly MeetingKind[]): MeetingKind {
  const told = kinds.filter((kind) => kind !== GENERIC_KIND);
  return told.find((kind) => events.has(kind)) ?? told[0] ?? GENERIC_KIND;
}

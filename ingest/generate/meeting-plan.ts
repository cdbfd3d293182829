/**
 * Plans the meetings of the invented world, day by day: who holds them, who is in the chair, which documents are
 * spoken of and how. Reports are written from a plan in report-text.ts, each in its own words.
 *
 * A body holds one meeting a day, so that day, host and chair tell the meetings apart.
 */
import { type Purpose, purposes } from '../../core/documents/document.ts';
import type { MeetingKind } from '../../core/meetings/meeting.ts';
import type { InventedBody, InventedPerson, InventedPlace } from './bodies.ts';
import { type DayNumber, toDay } from './calendar.ts';
import { type InventedDocument, type InventedRelation, isCongressSeason, isParty, termOn } from './document-series.ts';
import type { Random } from './random.ts';
import { type KindWords, meetingWords, names } from './tables.ts';
import { isCitable, numberKey, pickDocument, type World } from './world.ts';

export type Statement =
  | { readonly kind: 'purpose'; readonly purpose: Purpose; readonly document: InventedDocument }
  /** Documents of one body, type and running term, named in a row. */
  | { readonly kind: 'list'; readonly purpose: Purpose; readonly documents: readonly InventedDocument[] }
  | { readonly kind: 'relation'; readonly relation: InventedRelation };

export interface MeetingPlan {
  readonly day: DayNumber;
  readonly kind: MeetingKind;
  readonly words: KindWords;
  /** Null for a body of the centre. */
  readonly place: InventedPlace | null;
  /** The host in words. */
  readonly host: string;
  readonly isPartyHost: boolean;
  readonly topic: string;
  readonly ordinal: number;
  /** In the chair; null where no report says who is. */
  readonly chair: InventedPerson | null;
  /** Who concludes or speaks. */
  readonly speaker: InventedPerson | null;
  readonly guest: InventedPerson | null;
  readonly statements: readonly Statement[];
}

const FIRST = toDay('2018-01-03');
const LAST = toDay('2025-04-28');
const CENTRAL_HOST = 'Ban Tổ chức Trung ương';
/** Of studies and reviews, the share that a body of the centre holds. */
const CENTRAL_SHARE = 0.3;
const TRIES = 40;

/** Plans the next meeting: days run on with the share of the corpus that is written, from 0 to 1. */
export function startPlanning(world: World, random: Random): (share: number) => MeetingPlan {
  let taken = new Set<string>();
  let today = 0;
  return (share) => {
    const day = FIRST + Math.floor(share * (LAST - FIRST));
    if (day !== today) taken = new Set();
    today = day;
    return planMeeting(world, day, taken, random);
  };
}

function planMeeting(world: World, day: DayNumber, taken: Set<string>, random: Random): MeetingPlan {
  const { kind, words, place } = placeMeeting(world, taken, random);
  const { organ } = words;
  const chairs = place === null ? [] : place.people.filter((_, at) => CHAIRS[organ].includes(at));
  const lead = chairs.length === 0 ? null : random.pick(chairs);
  const above = world.places.find(({ province, district }) => province === place?.province && district === null);
  const isGuestly = above !== undefined && place !== null && place.district !== null && random.chance(0.4);
  return {
    day,
    kind,
    words,
    place,
    host: place === null ? CENTRAL_HOST : hostOf(organ, place, random),
    isPartyHost: place === null || ['standing', 'executive', 'committee'].includes(organ),
    topic: random.pick(names.topics),
    ordinal: 2 + random.int(24),
    chair: random.chance(0.75) ? lead : null,
    speaker: lead,
    guest: isGuestly ? random.pick(above.people) : null,
    statements: planStatements(world, place, day, random),
  };
}

/** Which of a place's people sit in the chair. */
const CHAIRS: Readonly<Record<KindWords['organ'], readonly number[]>> = {
  standing: [0, 1],
  executive: [0],
  committee: [0, 1],
  council: [3],
  steering: [2, 5],
  executive_state: [2, 5],
};

interface PlacedMeeting {
  readonly kind: MeetingKind;
  readonly words: KindWords;
  readonly place: InventedPlace | null;
}

function placeMeeting(world: World, taken: Set<string>, random: Random): PlacedMeeting {
  const kinds = Object.entries(meetingWords.kinds).flatMap(([kind, words]) =>
    words === undefined ? [] : [{ kind, words }],
  );
  let found: PlacedMeeting | null = null;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const { kind, words } = random.pick(kinds);
    const isCentral = (kind === 'study' || kind === 'review') && random.chance(CENTRAL_SHARE);
    const place = isCentral ? null : random.pick(world.places);
    found = { kind: asKind(kind), words, place };
    const own = place === null ? CENTRAL_HOST : place.name;
    // Where all are taken a second meeting of another kind is better than none.
    const key = attempt < TRIES / 2 ? own : `${own} ${kind}`;
    if (taken.has(key) || taken.has(`${own} ${kind}`)) continue;
    taken.add(own);
    taken.add(`${own} ${kind}`);
    return found;
  }
  if (found === null) throw new Error('Placing a meeting: expected one try or more, made none.');
  return found;
}

function asKind(kind: string): MeetingKind {
  const found = Object.keys(meetingWords.kinds).find((name): name is MeetingKind => name === kind);
  if (found === undefined) throw new Error(`Placing a meeting: expected a kind of meetings.json, got ${kind}.`);
  return found;
}

function hostOf(organ: KindWords['organ'], { committee, unit, name }: InventedPlace, random: Random): string {
  switch (organ) {
    case 'standing':
      return `Ban Thường vụ ${committee} ${name}`;
    case 'executive':
      return `Ban Chấp hành Đảng bộ ${unit} ${name}`;
    case 'committee':
      return `${committee} ${name}`;
    case 'council':
      return `HĐND ${unit} ${name}`;
    case 'steering':
      return `Ban Chỉ đạo ${random.pick(names.steering)} ${unit} ${name}`;
    case 'executive_state':
      return `UBND ${unit} ${name}`;
    default:
      return organ satisfies never;
  }
}

function planStatements(
  world: World,
  place: InventedPlace | null,
  day: DayNumber,
  random: Random,
): readonly Statement[] {
  const statements: Statement[] = [];
  const used = new Set<string>();
  const claim = (documents: readonly InventedDocument[]): boolean => {
    const keys = documents.map(numberKey);
    if (new Set(keys).size < keys.length || keys.some((key) => used.has(key))) return false;
    for (const key of keys) used.add(key);
    return true;
  };
  const wanted = 2 + random.int(4);
  for (let attempt = 0; attempt < wanted * 3 && statements.length < wanted; attempt += 1) {
    const statement = planStatement(world, place, day, random);
    if (statement !== null && claim(documentsOf(statement))) statements.push(statement);
  }
  return statements;
}

function planStatement(world: World, place: InventedPlace | null, day: DayNumber, random: Random): Statement | null {
  const draw = random.next();
  if (place !== null && draw < 0.28) {
    const relation = pickRelation(world, place, day, random);
    if (relation !== null) return { kind: 'relation', relation };
  }
  const body = pickBody(world, place, random);
  const document = pickDocument(world, body, day, random);
  if (document === null) return null;
  const purpose = random.pick(purposes);
  if (draw < 0.4 && isParty(body) && (place !== null || body.place === null)) {
    const documents = pickRow(world, document, day, random);
    if (documents.length > 1) return { kind: 'list', purpose, documents };
  }
  return { kind: 'purpose', purpose, document };
}

function pickRelation(world: World, place: InventedPlace, day: DayNumber, random: Random): InventedRelation | null {
  const own = world.relations.get(place) ?? [];
  for (let draw = 0; draw < TRIES && own.length > 0; draw += 1) {
    const relation = random.pick(own);
    if (isCitable(relation.from, day)) return relation;
  }
  return null;
}

/** Up to three of one body, type and the running term, by number. */
function pickRow(world: World, first: InventedDocument, day: DayNumber, random: Random): readonly InventedDocument[] {
  const { body, type } = first;
  const term = termOn(body, day);
  if (first.term !== term || (body.family === 'committee' && isCongressSeason(day))) return [];
  const row = [first];
  for (let attempt = 0; attempt < 8 && row.length < 3; attempt += 1) {
    const next = pickDocument(world, body, day, random);
    if (next !== null && next.type === type && next.term === term && !row.includes(next)) row.push(next);
  }
  return row.sort((a, b) => Number(a.number) - Number(b.number));
}

/** Mostly the centre's, the host's own and its province's; at the centre now and then a local one. */
function pickBody(world: World, place: InventedPlace | null, random: Random): InventedBody {
  const draw = random.next();
  const near = (body: InventedBody): boolean => {
    if (draw < 0.3 || (place === null && draw < 0.6)) return body.place === null;
    if (place === null) return body.place !== null;
    if (draw < 0.8) return body.place === place;
    return body.place?.province === place.province && body.place.district === null;
  };
  return random.pick(world.bodies.filter(near));
}

export function documentsOf(statement: Statement): readonly InventedDocument[] {
  switch (statement.kind) {
    case 'purpose':
      return [statement.document];
    case 'list':
      return statement.documents;
    case 'relation':
      return [statement.relation.from, statement.relation.to];
    default:
      return statement satisfies never;
  }
}

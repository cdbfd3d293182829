/**
 * The invented world of one seed: places, bodies, documents with their relations, and the ten sources that report.
 *
 * Its size does not grow with the corpus, so that a corpus of any length passes through the same memory.
 */
import type { RelationKind } from '../../core/documents/document.ts';
import { type InventedBody, type InventedPlace, inventBodies, inventPlaces } from './bodies.ts';
import { type DayNumber, yearOf } from './calendar.ts';
import { type InventedDocument, type InventedRelation, inventDocuments } from './document-series.ts';
import { type Random, startRandom } from './random.ts';

export interface InventedSource {
  readonly id: string;
  readonly name: string;
  readonly home: string;
  /** Null for the one that reports of the whole country. */
  readonly place: InventedPlace | null;
}

export interface World {
  readonly places: readonly InventedPlace[];
  readonly bodies: readonly InventedBody[];
  /** By date. */
  readonly documents: readonly InventedDocument[];
  /** Per body, those cited most first. */
  readonly byFame: ReadonlyMap<InventedBody, readonly InventedDocument[]>;
  /** By the place of the acting document; none of an elusive document. */
  readonly relations: ReadonlyMap<InventedPlace, readonly InventedRelation[]>;
  /** All that bear one type and number. */
  readonly sameNumber: ReadonlyMap<string, readonly InventedDocument[]>;
  readonly sources: readonly InventedSource[];
}

const DRAWS = 14;
/** Days after which nobody cites a document any more, and before which nobody has it yet. */
const OLDEST = 1700;
const NEWEST = 3;

export function inventWorld(seed: string): World {
  const random = startRandom(seed, 'world');
  const places = inventPlaces(random);
  const bodies = inventBodies(places);
  const documents = inventDocuments(bodies, random);
  const byBody = groupBy(documents, ({ body }) => body);
  return {
    places,
    bodies,
    documents,
    byFame: new Map([...byBody].map(([body, own]) => [body, random.shuffle(own)])),
    relations: inventRelations(documents, byBody, random),
    sameNumber: groupBy(documents, numberKey),
    sources: inventSources(places),
  };
}

/** Type and number as one key: two such documents in one article would be told apart by nothing. */
export function numberKey({ type, number }: InventedDocument): string {
  return `${type} ${number}`;
}

/** A document of this body that a report of `day` may cite, the famous ones most often; null where luck finds none. */
export function pickDocument(
  world: World,
  body: InventedBody,
  day: DayNumber,
  random: Random,
): InventedDocument | null {
  const own = world.byFame.get(body) ?? [];
  if (own.length === 0) return null;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const document = own[random.rank(own.length)];
    if (document !== undefined && isCitable(document, day)) return document;
  }
  return null;
}

export function isCitable(document: InventedDocument, day: DayNumber): boolean {
  return document.day <= day - NEWEST && document.day >= day - OLDEST;
}

/** The others of this body, type and number whose code bears no year either, from the two years before `day`. */
export function undatedTwins(world: World, document: InventedDocument, day: DayNumber): readonly InventedDocument[] {
  const year = yearOf(day);
  return (world.sameNumber.get(numberKey(document)) ?? []).filter(
    (other) =>
      other.body === document.body &&
      other.codeYear === null &&
      yearOf(other.day) <= year &&
      yearOf(other.day) >= year - 2,
  );
}

type ByBody = ReadonlyMap<InventedBody, readonly InventedDocument[]>;

/** What an act of a family and type may do with which earlier act. */
const RULES: readonly {
  readonly from: string;
  readonly kinds: readonly RelationKind[];
  readonly to: RegExp;
}[] = [
  { from: 'committee KH', kinds: ['implements'], to: /^(?:TW|above) (?:NQ|CT|KL)$/ },
  { from: 'committee CTr', kinds: ['implements'], to: /^(?:TW|above) NQ$/ },
  { from: 'committee HD', kinds: ['guides'], to: /^(?:own|TW) (?:NQ|CT|KL)$/ },
  { from: 'executive KH', kinds: ['implements'], to: /^(?:CP NQ|council NQ|TTg (?:CT|QĐ))$/ },
  { from: 'executive QĐ', kinds: ['amends', 'replaces', 'repeals', 'based_on'], to: /^(?:own QĐ|council NQ)$/ },
  { from: 'council NQ', kinds: ['replaces', 'amends'], to: /^own NQ$/ },
];

function inventRelations(
  documents: readonly InventedDocument[],
  byBody: ByBody,
  random: Random,
): ReadonlyMap<InventedPlace, readonly InventedRelation[]> {
  const relations: InventedRelation[] = [];
  for (const from of documents) {
    const rule = RULES.find((row) => row.from === `${from.body.family} ${from.type}`);
    if (rule === undefined || from.isElusive || random.chance(0.4)) continue;
    const kind = random.pick(rule.kinds);
    const fitting = [...byBody].flatMap(([body, own]) => {
      const role = roleOf(body, from.body);
      // Only a ground is another body's: one changes nobody's acts but one's own.
      const isFitting = kind === 'based_on' ? role === 'council' : rule.kinds.length === 1 || role === 'own';
      if (role === null || !isFitting) return [];
      return own.filter((to) => rule.to.test(`${role} ${to.type}`) && isBefore(to, from));
    });
    if (fitting.length > 0) relations.push({ kind, from, to: random.pick(fitting) });
  }
  return groupBy(relations, ({ from }) => placeOf(from));
}

function placeOf({ body, id }: InventedDocument): InventedPlace {
  if (body.place === null) throw new Error(`Relating ${id}: expected a local document, got one of the centre.`);
  return body.place;
}

function isBefore(to: InventedDocument, from: InventedDocument): boolean {
  return !to.isElusive && to.day < from.day - 10 && to.day > from.day - 700 && numberKey(to) !== numberKey(from);
}

/** What one body is to another that acts. */
function roleOf(body: InventedBody, acting: InventedBody): string | null {
  if (body === acting) return 'own';
  if (body.place === null) return body.issuing.symbol;
  if (body.place === acting.place) return body.family;
  const isAbove = body.family === acting.family && body.place.district === null && acting.place !== null;
  return isAbove && body.place.province === acting.place.province && acting.place.district !== null ? 'above' : null;
}

function inventSources(places: readonly InventedPlace[]): readonly InventedSource[] {
  const provinces = places.filter(({ kind }) => kind === 'province');
  const cities = places.filter(({ kind }) => kind === 'city');
  const rural = places.filter(({ kind }) => kind === 'rural-district').slice(0, 1);
  return [
    ...provinces.map((place, at) => source(`bao-tinh-${at + 1}`, `Báo ${place.name}`, place)),
    ...cities.map((place, at) => source(`cong-thanh-pho-${at + 1}`, `Cổng thông tin thành phố ${place.name}`, place)),
    ...rural.map((place, at) => source(`cong-huyen-${at + 1}`, `Cổng thông tin huyện ${place.name}`, place)),
    source('thoi-luan', 'Báo Thời luận', null),
  ];
}

function source(id: string, name: string, place: InventedPlace | null): InventedSource {
  return { id, name, place, home: `https://${id}.example/` };
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * The bodies of the invented world: committees, councils and executives of provinces, cities and rural districts that
 * are in no table, with their people; beside them the centre's.
 *
 * Provinces and cities share the symbols TU, HĐND and UBND, so that every number is borne by several bodies.
 */
import { type IssuingBody, localBody, nationalBody } from '../../core/documents/body.ts';
import type { Random } from './random.ts';
import { names } from './tables.ts';

export interface InventedPerson {
  readonly name: string;
  readonly position: string;
}

export interface InventedPlace {
  readonly province: string;
  /** Null for the province itself. */
  readonly district: string | null;
  readonly kind: 'province' | 'city' | 'rural-district';
  /** tỉnh, thành phố, huyện. */
  readonly unit: string;
  /** Tỉnh ủy, Thành ủy, Huyện ủy. */
  readonly committee: string;
  readonly name: string;
  /** Secretary, deputies, chairs: the secretary first. */
  readonly people: readonly InventedPerson[];
}

export type BodyFamily = 'committee' | 'council' | 'executive' | 'centre';

export interface InventedBody {
  readonly issuing: IssuingBody;
  readonly family: BodyFamily;
  /** Null for the centre. */
  readonly place: InventedPlace | null;
  /** Ways to name it with its place. */
  readonly named: readonly string[];
  /** Ways to name it without: "Thành ủy", "HĐND tỉnh". */
  readonly unnamed: readonly string[];
}

export function inventPlaces(random: Random): readonly InventedPlace[] {
  const nextName = inventNames(random);
  return names.provinces.flatMap(({ name: province, city, districts }) => [
    place({ province, district: null, kind: 'province', name: province }, nextName),
    place({ province, district: city, kind: 'city', name: city }, nextName),
    ...districts.map((district) => place({ province, district, kind: 'rural-district', name: district }, nextName)),
  ]);
}

export function inventBodies(places: readonly InventedPlace[]): readonly InventedBody[] {
  return [...places.flatMap(bodiesOf), ...['TW', 'CP', 'TTg'].map(centre)];
}

const WORDS = {
  province: { unit: 'tỉnh', committee: 'Tỉnh ủy', symbol: 'TU' },
  city: { unit: 'thành phố', committee: 'Thành ủy', symbol: 'TU' },
  'rural-district': { unit: 'huyện', committee: 'Huyện ủy', symbol: 'HU' },
} as const;

function place(
  own: Pick<InventedPlace, 'province' | 'district' | 'kind' | 'name'>,
  nextName: () => string,
): InventedPlace {
  const { unit, committee } = WORDS[own.kind];
  const positions = [
    `Bí thư ${committee}`,
    `Phó Bí thư Thường trực ${committee}`,
    `Phó Bí thư ${committee}, Chủ tịch UBND ${unit}`,
    `Ủy viên Ban Thường vụ ${committee}, Chủ tịch HĐND ${unit}`,
    `Ủy viên Ban Thường vụ ${committee}, Trưởng Ban Tổ chức ${committee}`,
    `Phó Chủ tịch UBND ${unit}`,
  ];
  return { ...own, unit, committee, people: positions.map((position) => ({ name: nextName(), position })) };
}

function bodiesOf(at: InventedPlace): readonly InventedBody[] {
  const { province, kind, unit, committee, name } = at;
  const named = at.district === null ? { province } : { province, district: at.district };
  const bodyOf = (symbol: string): IssuingBody => localBody(symbol, kind, named);
  return [
    {
      issuing: bodyOf(WORDS[kind].symbol),
      family: 'committee',
      place: at,
      named: [`Ban Thường vụ ${committee} ${name}`, `${committee} ${name}`],
      unnamed: [`Ban Thường vụ ${committee}`, committee],
    },
    {
      issuing: bodyOf('HĐND'),
      family: 'council',
      place: at,
      named: [`HĐND ${unit} ${name}`, `Hội đồng nhân dân ${unit} ${name}`],
      unnamed: [`HĐND ${unit}`, `Hội đồng nhân dân ${unit}`],
    },
    {
      issuing: bodyOf('UBND'),
      family: 'executive',
      place: at,
      named: [`UBND ${unit} ${name}`, `Ủy ban nhân dân ${unit} ${name}`],
      unnamed: [`UBND ${unit}`, `Ủy ban nhân dân ${unit}`],
    },
  ];
}

function centre(symbol: string): InventedBody {
  const issuing = nationalBody(symbol, null);
  if (issuing === null) throw new Error(`Inventing the centre: expected ${symbol} to be a national symbol.`);
  const named = symbol === 'CP' ? ['Chính phủ'] : symbol === 'TTg' ? ['Thủ tướng Chính phủ'] : [];
  return { issuing, family: 'centre', place: null, named, unnamed: named };
}

/** Every name once, so that two chairs are never one person by chance. */
function inventNames(random: Random): () => string {
  const { surnames, middles, givens } = names;
  const used = new Set<string>();
  return () => {
    for (;;) {
      const name = [random.pick(surnames), random.pick(middles), random.pick(givens)].join(' ');
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}

/**
 * What an article tells about places before any mention is looked at: which committees and places it names, where its
 * source sits, and on which day it was written.
 *
 * "Thành ủy" without a name is the one the text speaks of, else that of the source's place; whatever remains open
 * stays a list.
 */
import type { Place } from './document.ts';
import { findDistricts, findProvince, isCentralCity, isSamePlace } from './places.ts';
import {
  knownPrefix,
  type NamedWithin,
  readNamedWithin,
  readSpokenCommunes,
  readSpokenPlaces,
  type SpokenPlace,
} from './spoken-places.ts';

export interface ArticleFacts {
  /** Title and text as one string. */
  readonly text: string;
  /** Place of the source file; null where nobody said where the text comes from. */
  readonly place: Place | null;
  /** Day of publication, else of the meeting it reports; null when neither is known. */
  readonly date: string | null;
  /** The body that holds the reported meeting, in words. */
  readonly host: string | null;
  /** Places of all sources there are, which tell where districts of no table lie. */
  readonly sourcePlaces?: readonly Place[];
}

export type DistrictKind = 'city' | 'town' | 'rural-district' | 'urban-district';

export interface NamedPlace {
  readonly kind: DistrictKind;
  readonly name: string;
  /** Named with its committee, council or executive. */
  readonly hasBody: boolean;
}

export interface ArticleContext {
  readonly date: string | null;
  readonly host: string | null;
  /** Provinces that the text or its source speak for; one where it is clear. */
  readonly provinces: readonly string[];
  /** Cities, towns and districts named in the text: those with a body first, then the most often named. */
  readonly districts: readonly NamedPlace[];
  /** Centrally run cities named in the text, in the same order. */
  readonly centralCities: readonly { readonly name: string; readonly hasBody: boolean }[];
  /** Communes and wards of which a body is named in the text. */
  readonly communes: readonly string[];
  /** Where the source is. */
  readonly source: Place | null;
  /** Provinces whose Tỉnh ủy the text names, beside the source's. */
  readonly otherCommittees: readonly string[];
  /** Provinces that the text names. */
  readonly namedProvinces: readonly string[];
  /** Where the sources are, as far as known. */
  readonly sourcePlaces: readonly Place[];
  /** Districts beside which the text prints their province. */
  readonly within: readonly NamedWithin[];
  /** Kinds of which the text says the committee's word ("Thành ủy"), with a name or without. */
  readonly committees: readonly DistrictKind[];
}

const MAX_TEXT = 400_000;
/** Kinds of the table that a named kind can have been; the second where a unit was raised since. */
const TABLE_KINDS: Readonly<Record<DistrictKind, readonly (readonly string[])[]>> = {
  city: [['thành phố'], ['thị xã'], ['huyện']],
  town: [['thị xã'], ['thành phố', 'huyện']],
  'rural-district': [['huyện']],
  'urban-district': [['quận'], ['huyện']],
};
const COMMITTEE_WORDS: readonly (readonly [DistrictKind, RegExp])[] = [
  ['city', /thành [uủ][ỷy]/iu],
  ['town', /thị [uủ][ỷy]/iu],
  ['rural-district', /huyện [uủ][ỷy]/iu],
  ['urban-district', /quận [uủ][ỷy]/iu],
];
const KIND_OF_TABLE: Readonly<Record<string, DistrictKind>> = {
  'thành phố': 'city',
  'thị xã': 'town',
  huyện: 'rural-district',
  quận: 'urban-district',
};

/** Reads the context of one article. */
export function readContext(facts: ArticleFacts): ArticleContext {
  const { place, date, host } = facts;
  const text = facts.text.slice(0, MAX_TEXT).normalize('NFC');
  const own = [place?.province, place?.district, place?.commune].filter((name) => name !== undefined);
  const spoken = readSpokenPlaces(text, own, date);
  const districts = spoken.flatMap(({ kind, name, hasBody }): readonly NamedPlace[] =>
    kind === 'province' || kind === 'central-city' ? [] : [{ kind, name, hasBody }],
  );
  const isOwn = ({ name }: SpokenPlace): boolean => place !== null && isSamePlace(name, place.province);
  const spokenProvinces = spoken.filter(({ kind }) => kind === 'province' || kind === 'central-city');
  return {
    date,
    host,
    otherCommittees: spokenProvinces
      .filter((one) => one.kind === 'province' && one.hasCommittee && !isOwn(one))
      .map(({ name }) => findProvince(name) ?? name),
    namedProvinces: spell(spokenProvinces),
    within: readNamedWithin(text),
    sourcePlaces: facts.sourcePlaces ?? [],
    provinces: place === null ? readProvinces(spoken, districts) : [place.province],
    districts,
    centralCities: spoken.filter(({ kind }) => kind === 'central-city'),
    communes: readSpokenCommunes(text, own),
    source: place,
    committees: COMMITTEE_WORDS.filter(([, word]) => word.test(text)).map(([kind]) => kind),
  };
}

/** Without a source: provinces whose bodies are named, else those that named districts lie in, else any named. */
function readProvinces(spoken: readonly SpokenPlace[], districts: readonly NamedPlace[]): readonly string[] {
  const provinces = spoken.filter(({ kind }) => kind === 'province' || kind === 'central-city');
  const withBody = provinces.filter(({ hasBody }) => hasBody);
  if (withBody.length > 0) return spell(withBody);
  const [first] = districts;
  const around = first === undefined ? [] : [...new Set(districtRows(first).map((row) => row.province))];
  if (first?.hasBody === true && around.length === 1) return around;
  return provinces.length > 0 ? spell(provinces) : around;
}

function spell(places: readonly SpokenPlace[]): readonly string[] {
  return [...new Set(places.map(({ name }) => findProvince(name) ?? name))];
}

/**
 * A place as the article means it: a printed name that runs on into a person's ("Hạ Khê Trần Minh Khôi") is cut to the
 * place known from the tables, the text or the source.
 */
export function knownPlaceName(printed: string, context: ArticleContext): string {
  const { source } = context;
  const named = [...context.districts, ...context.centralCities].map(({ name }) => name);
  const known = [...named, ...context.provinces, ...context.communes, source?.district, source?.commune];
  return (
    knownPrefix(
      printed.split(' '),
      known.filter((name) => name !== undefined),
    ) ?? printed
  );
}

/** Rows of the table that a named district can be; empty where the table does not know it. */
export function districtRows({
  kind,
  name,
}: Pick<NamedPlace, 'kind' | 'name'>): readonly { readonly province: string }[] {
  for (const kinds of TABLE_KINDS[kind]) {
    const rows = findDistricts(name, kinds);
    if (rows.length > 0) return rows;
  }
  return [];
}

/** The kinds that the source's own district can be: what the text or the table calls it, else what committees the text knows. */
export function sourceKinds(context: ArticleContext): readonly DistrictKind[] {
  const { source } = context;
  const district = source?.district;
  if (source === null || district === undefined) return [];
  const spoken = context.districts.filter(({ name }) => isSamePlace(name, district)).map(({ kind }) => kind);
  if (spoken.length > 0) return [...new Set(spoken)];
  const rows = findDistricts(district).filter((row) => isSamePlace(row.province, source.province));
  const kinds = rows.flatMap((row) => KIND_OF_TABLE[row.kind] ?? []);
  if (kinds.length > 0) return kinds;
  const possible: readonly DistrictKind[] = isCentralCity(source.province, context.date)
    ? ['urban-district', 'rural-district', 'town']
    : ['city', 'town', 'rural-district'];
  const worded = possible.filter((kind) => context.committees.includes(kind));
  return worded.length > 0 ? worded : possible;
}

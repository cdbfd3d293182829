/**
 * The bodies that issue documents: an organ at a place, or one of the country's own.
 *
 * Two bodies are the same when their keys are; the key is the scope in which numbers run, so all organs of one Party
 * committee (Ban Thường vụ, Thường trực) share it, as the three central ones share TW.
 */
import type { IssuerLevel } from '../citations/citation.ts';
import { foldKey } from '../citations/fold.ts';
import { findIssuer } from '../citations/issuers.ts';
import type { Place } from './document.ts';
import { findDistricts, findProvince, findSlugged, isProvinceName, isSamePlace, slugPlace } from './places.ts';

export interface IssuingBody {
  /** Part of the document's id that tells the place: `ha-long`, `quang-ninh`; empty for a national body. */
  readonly scope: string;
  /** Symbol as its codes bear it: TU, HĐND, TW, NĐ-CP's CP. */
  readonly symbol: string;
  /** Words for readers: "Thành ủy Hạ Long", "HĐND tỉnh Quảng Ninh". */
  readonly name: string;
  readonly level: IssuerLevel;
  /** Null for a national body, and for a local one whose province nothing tells. */
  readonly place: Place | null;
}

export type PlaceKind = 'province' | 'central-city' | 'city' | 'town' | 'rural-district' | 'urban-district' | 'commune';

/** A place by its names, as far as an article tells them; a district may be named without its province. */
export interface NamedPlaces {
  readonly province: string | null;
  readonly district?: string | undefined;
  readonly commune?: string | undefined;
}

interface PlaceWords {
  readonly level: IssuerLevel;
  /** The Party committee's word. */
  readonly party: string;
  /** The unit's word behind HĐND, UBND. */
  readonly unit: string;
  /** Its sign in an id, where the name alone is shared. */
  readonly sign: string;
}

const WORDS: Readonly<Record<PlaceKind, PlaceWords>> = {
  province: { level: 'province', party: 'Tỉnh ủy', unit: 'tỉnh', sign: 'tinh' },
  'central-city': { level: 'province', party: 'Thành ủy', unit: 'thành phố', sign: 'tp' },
  city: { level: 'district', party: 'Thành ủy', unit: 'thành phố', sign: 'tp' },
  town: { level: 'district', party: 'Thị ủy', unit: 'thị xã', sign: 'tx' },
  'rural-district': { level: 'district', party: 'Huyện ủy', unit: 'huyện', sign: 'huyen' },
  'urban-district': { level: 'district', party: 'Quận ủy', unit: 'quận', sign: 'quan' },
  commune: { level: 'commune', party: 'Đảng ủy', unit: '', sign: 'xa' },
};
const COMMITTEES: ReadonlySet<string> = new Set(['TU', 'HU', 'QU', 'ThU', 'TXU', 'ĐU']);

/** The words name the Party's centre as a whole, none of its three organs. */
export function isWholeCentre(name: string): boolean {
  return name === 'Trung ương' || name === 'Trung ương Đảng';
}

/** The body behind a symbol that one body in the country bears, or null for a local symbol. `organ`: one of the three behind TW. */
export function nationalBody(symbol: string, organ: string | null): IssuingBody | null {
  const issuer = findIssuer(symbol) ?? findIssuer(symbol.split('-')[0] ?? '');
  if (issuer === null || issuer.scope !== 'national') return null;
  const name = issuer.symbol === 'TW' ? (organ ?? 'Trung ương Đảng') : issuer.name;
  return { scope: '', symbol, name, level: issuer.levels[0] ?? 'central', place: null };
}

/** The body with this symbol at a place of this kind. `unit` is the commune's printed word: "xã", "phường". */
export function localBody(
  symbol: string,
  kind: PlaceKind,
  printed: NamedPlaces,
  unit: string | null = null,
): IssuingBody {
  const places = spellPlaces(printed);
  const own = placeNameOf(kind, places);
  const { level } = WORDS[kind];
  return {
    scope: scopeOf(symbol, kind, places, unit),
    symbol,
    name: [...organWords(symbol, kind, unit), own].filter((word) => word !== '').join(' '),
    level,
    place: placeAt(level, places),
  };
}

/** Key of the body: the scope in which its numbers run. */
export function bodyKey(body: IssuingBody): string {
  return `${body.symbol}@${body.scope}`;
}

/** Whether both are the same, or can be: one is named without its province. */
export function mayBeSameBody(a: IssuingBody, b: IssuingBody): boolean {
  return bodyKey(a) === bodyKey(b) || isPlaced(a, b) || isPlaced(b, a);
}

/** Whether it is a city's or district's body of which no province is known. */
export function isWithoutPlace({ level, place }: IssuingBody): boolean {
  return level === 'district' && place === null;
}

/** Whether `named`, of which no province is known, is the body of that name that `placed` is. */
export function isPlaced(named: IssuingBody, placed: IssuingBody): boolean {
  return (
    isWithoutPlace(named) &&
    placed.place !== null &&
    named.symbol === placed.symbol &&
    foldKey(named.name) === foldKey(placed.name)
  );
}

/** True for the symbol of a Party committee itself, not of one of its boards. */
export function isCommittee(symbol: string): boolean {
  return COMMITTEES.has(symbol);
}

function placeNameOf(kind: PlaceKind, { province, district, commune }: NamedPlaces): string {
  const name = kind === 'commune' ? commune : kind === 'province' || kind === 'central-city' ? null : district;
  const own = name ?? province ?? '';
  return isNumber(own) && kind === 'urban-district' ? `Quận ${own}` : own;
}

function organWords(symbol: string, kind: PlaceKind, unit: string | null): readonly string[] {
  const { party, unit: word } = WORDS[kind];
  if (isCommittee(symbol)) return [party, unit ?? ''];
  if (symbol === 'HĐND' || symbol === 'UBND') return [symbol, unit ?? word];
  const name = (findIssuer(symbol)?.name ?? symbol).replace(/ \(.*\)$/u, '');
  const board = name.replace(/(?:Tỉnh ủy\/Thành ủy|Huyện ủy|Quận ủy|Thị ủy)$/u, party);
  return board === name ? [name, unit ?? word] : [board];
}

function placeAt(level: IssuerLevel, { province, district, commune }: NamedPlaces): Place | null {
  if (province === null) return null;
  if (level === 'province') return { province };
  return {
    province,
    ...(district === undefined ? {} : { district }),
    ...(commune === undefined || level === 'district' ? {} : { commune }),
  };
}

/** The tables' spelling of names that they have: TP.HCM is Hồ Chí Minh, Hoà Bình is Hòa Bình. */
function spellPlaces({ province, district, commune }: NamedPlaces): NamedPlaces {
  const row = district === undefined ? undefined : rowsOf(district, province)[0];
  return {
    province: province === null ? null : (findProvince(province) ?? province),
    district: row?.district ?? district,
    commune,
  };
}

/**
 * The place as part of an id. A district stands alone where no other place of the tables can be meant by its name; else
 * its province is added, and its kind where the province itself or another district there bears the name. Of provinces
 * that no table has nothing is known, so their districts never stand alone. Dots keep `a-b` of `c` apart from `a` of
 * `b-c`.
 */
function scopeOf(symbol: string, kind: PlaceKind, places: NamedPlaces, unit: string | null): string {
  const { province, district = '', commune = '' } = places;
  if (kind === 'province' || kind === 'central-city') return provinceScope(province);
  if (kind !== 'commune') return districtScope(kind, district, province);
  const sign = communeSign(symbol, unit);
  const own = isNumber(commune) && sign === '' ? `phuong-${commune}` : sign + slugPlace(commune);
  return join([own, isNumber(district) ? `quan-${district}` : slugPlace(district), provinceScope(province)]);
}

function districtScope(kind: PlaceKind, district: string, province: string | null): string {
  const signed = `${WORDS[kind].sign}-${slugPlace(district)}`;
  if (province === null || isSamePlace(district, province)) return signed;
  const here = rowsOf(district, province).length;
  const slug = isNumber(district) || here > 1 ? signed : slugPlace(district);
  const isAlone =
    here < 2 && findSlugged(district).length === here && !isProvinceName(district) && findProvince(province) !== null;
  return isAlone ? slug : join([slug, provinceScope(province)]);
}

function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}

/** A province of no table whose name is also a district's bears its kind. */
function provinceScope(province: string | null): string {
  if (province === null) return '';
  const isKnown = isProvinceName(province) || findSlugged(province).length === 0;
  return isKnown ? slugPlace(province) : `${WORDS.province.sign}-${slugPlace(province)}`;
}

function rowsOf(district: string, province: string | null): ReturnType<typeof findDistricts> {
  return province === null ? [] : findDistricts(district).filter((row) => isSamePlace(row.province, province));
}

/** A town and the commune around it share names; so do HĐND of a commune and of its district. */
function communeSign(symbol: string, unit: string | null): string {
  if (unit === 'thị trấn') return 'tt-';
  if (unit === 'đặc khu') return 'dac-khu-';
  if (isCommittee(symbol) || unit === null) return '';
  return unit === 'phường' ? 'phuong-' : 'xa-';
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('.');
}

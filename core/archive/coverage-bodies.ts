/**
 * Which body a host is, for counting by body: "Ban Thường vụ Tỉnh ủy Sơn Hải", "BCH Đảng bộ tỉnh Sơn Hải" and a bare
 * "Tỉnh ủy" in that province's newspaper are one row, as in ids of meetings (core/meetings/unite.ts).
 *
 * The name goes before the source: a source only tells the home of a body that is printed without one, and the province
 * of a district that is printed without its. What neither tells stays unplaced; nothing is guessed.
 */
import type { IssuerLevel } from '../citations/citation.ts';
import { foldKey } from '../citations/fold.ts';
import type { Place } from '../documents/document.ts';
import { findDistricts, foldPlace, isCentralCity } from '../documents/places.ts';
import { namesItsPlace, normaliseBody } from '../meetings/body.ts';
import { homeName, parseHostKey, unitLevels } from '../meetings/host-key.ts';

/** A body with its home in folded names (places.ts), each null where it is not known. */
export interface HostBody {
  /** Fit for an address: `tinh-uy.quang-hai`, `ubnd.ha-khe.quang-hai`; the place is left out where it is not known. */
  readonly key: string;
  readonly level: IssuerLevel | null;
  readonly province: string | null;
  readonly district: string | null;
}

/**
 * The body that these words name.
 *
 * @param sources places of the sources that report the meeting
 * @param day a day of that time, since cities come to be run by the centre
 * @example placeHostBody('BTV Thành uỷ Hạ Khê', [{ province: 'Quảng Hải' }], '2023-03-01').key // 'thanh-uy.ha-khe.quang-hai'
 */
export function placeHostBody(host: string, sources: readonly Place[], day: string): HostBody {
  const key = normaliseBody(host);
  if (NATIONAL.test(key)) return { key: slug(key), level: 'central', province: null, district: null };
  const { body, words, home, level } = readName(key, day);
  const source = sources.find(({ district }) => district !== undefined) ?? sources[0] ?? null;
  const place = level === null ? placeUnknown(home, source, day) : PLACERS[level](home, source, day);
  const isRaised = level === 'district' && place.district === null && place.province !== null;
  const parts = [words || body, home.name, place.district, place.province];
  return {
    // Each name once: the home of a Thành ủy is its district.
    key: [...new Set(parts.flatMap((part) => (part === null || part === '' ? [] : slug(part))))].join('.'),
    level: isRaised ? 'province' : level,
    ...place,
  };
}

/** What to call a body of which these wordings are met, with how often: a whole name before a bare or a longer one. */
export function chooseWording(wordings: ReadonlyMap<string, number>): string {
  const rank = (wording: string): number => {
    const { organ, body } = parseHostKey(normaliseBody(wording));
    // "Ban Chấp hành Đảng bộ tỉnh" is a Tỉnh ủy by its longer name.
    const isPlain = organ === '' && foldKey(wording).startsWith(body);
    return (namesItsPlace(wording) ? 0 : 2) + (isPlain ? 0 : 1);
  };
  const [best = ''] = [...wordings.keys()].sort(
    (a, b) => rank(a) - rank(b) || (wordings.get(b) ?? 0) - (wordings.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  return best;
}

interface Home {
  /** The innermost name, folded: `ha khe`; empty where none is printed. */
  readonly name: string;
  /** Names behind it, by the word of their unit: `tinh quang hai` → province. */
  readonly district: string | null;
  readonly province: string | null;
}

type PlaceKey = Pick<HostBody, 'province' | 'district'>;
type Placer = (home: Home, source: Place | null, day: string) => PlaceKey;

const PLACERS: Readonly<Record<'province' | 'district' | 'commune', Placer>> = {
  province: ({ name, province }, source) => ({ province: province ?? (name || provinceOf(source)), district: null }),
  district: ({ name, province }, source, day) => {
    const isBareOfCity = name === '' && source?.district === undefined && isCentralCity(source?.province ?? '', day);
    if (isBareOfCity || isCentralCity(name, day)) return { province: name || provinceOf(source), district: null };
    const district = name || districtOf(source);
    return { district, province: province ?? provinceOf(source) ?? onlyProvinceOf(district) };
  },
  commune: ({ district, province }, source) => {
    const home = district ?? districtOf(source);
    return { district: home, province: province ?? provinceOf(source) ?? onlyProvinceOf(home) };
  },
};

const placeUnknown: Placer = ({ district, province }, source) => ({
  district: district ?? districtOf(source),
  province: province ?? provinceOf(source),
});

interface ReadName {
  readonly body: string;
  /** The organ and the body, without committees that act for it. */
  readonly words: string;
  readonly home: Home;
  readonly level: 'province' | 'district' | 'commune' | null;
}

function readName(key: string, day: string): ReadName {
  const host = parseHostKey(key);
  if (host.body !== '') {
    const words = COMMITTEES.has(host.organ) ? host.body : `${host.organ} ${host.body}`;
    return { body: host.body, words, home: splitHome(homeName(host)), level: host.level };
  }
  if (host.organ === '') {
    const [, unit = '', name = ''] = UNIT.exec(key) ?? [];
    return { body: unit, words: unit, home: splitHome(name), level: host.level };
  }
  // An organ of a unit: "ban chi dao chuyen doi so tinh quang hai"; a sở is always one of a province.
  const [, words = key, unit = '', name = ''] = ORGAN_OF_UNIT.exec(key) ?? [];
  const level = /^so /u.test(key) ? 'province' : (host.level ?? unitLevels[unit] ?? null);
  const isRaised = level === 'district' && isCentralCity(name, day);
  return { body: words, words, home: splitHome(name), level: isRaised ? 'province' : level };
}

/** `thuong khe thanh pho ha khe tinh quang hai`, from the inside out. */
function splitHome(home: string): Home {
  const [name = '', ...behind] = home.split(/ (?=(?:tinh|thanh pho|huyen|quan|thi xa) )/u);
  const named = (unit: RegExp): string | null =>
    behind
      .find((part) => unit.test(part))
      ?.replace(unit, '')
      .trim() ?? null;
  const province = named(/^tinh /u);
  const district = named(/^(?:huyen|quan|thi xa) /u);
  const city = named(/^thanh pho /u);
  // "quan ngo quyen thanh pho hai phong": behind a quận a city is the province.
  if (city !== null && isCentralCity(city, null) && province === null) return { name, district, province: city };
  return { name, district: district ?? city, province };
}

function provinceOf(source: Place | null): string | null {
  return source === null ? null : foldPlace(source.province);
}

function districtOf(source: Place | null): string | null {
  return source?.district === undefined ? null : foldPlace(source.district);
}

function onlyProvinceOf(district: string | null): string | null {
  const [only, ...others] = district === null ? [] : findDistricts(district);
  return only === undefined || others.length > 0 ? null : foldPlace(only.province);
}

function slug(words: string): string {
  return words.replace(/[^a-z0-9]+/gu, '-');
}

const UNIT = /^(tinh|thanh pho|huyen|quan|thi xa|phuong|xa|thi tran|dac khu) (.+)$/u;
const ORGAN_OF_UNIT = /^(.{2,120}?) (tinh|thanh pho|huyen|quan|thi xa|phuong|xa|thi tran) (.{2,80})$/u;
const COMMITTEES: ReadonlySet<string> = new Set(['', 'ban thuong vu', 'thuong truc', 'ban chap hanh']);
const NATIONAL =
  /(?:^| )(?:trung uong|tw|quoc hoi|chinh phu|bo chinh tri|ban bi thu|toan quoc)(?= |$)|^bo (?!chi huy)/u;

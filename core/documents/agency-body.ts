/**
 * The Party committees and caucuses of agencies: Đảng ủy Chính phủ, Đảng ủy Công an tỉnh, Ban cán sự đảng UBND tỉnh.
 *
 * They bear ĐU as communes do, so where the text names an agency no commune is ever meant. One is settled where its
 * agency is one of the country or one that every province has; a firm or school by its own name, cut behind its last
 * capital word, since the sentence runs on in small letters. All else stays open.
 */
import { type IssuerPhrase, parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import type { IssuingBody } from './body.ts';
import type { Place } from './document.ts';
import { findProvince, isSamePlace, slugPlace } from './places.ts';

const COMMITTEE_WORDS: ReadonlyMap<string, string> = new Map([
  ['dang-uy', 'Đảng ủy'],
  ['ban-can-su', 'Ban cán sự đảng'],
  ['dang-doan', 'Đảng đoàn'],
]);
/** Agencies of which every province has one. */
const OF_PROVINCE = /^(.{4,40}) tỉnh(?: (\p{Lu}.{1,30}))?$/u;
/** Agencies below the province: many of one name in it. */
const BELOW = / (?:thành phố|TP|thị xã|huyện|quận|xã|phường)(?: |$)/u;
const FIRM = /^(?:Công ty|Tổng công ty|Tập đoàn|Trường|Học viện|Đại học|Ngân hàng|Bệnh viện) /iu;
const SMALL_TAIL = /(?: \p{Ll}[\p{L}\p{M}]{0,20}){1,9}$/u;

/** Whether the words name the committee of an agency, not of a place. */
export function isOfAgency({ organ, level, unit }: IssuerPhrase): boolean {
  return organ === 'ban-can-su' || organ === 'dang-doan' || (organ === 'dang-uy' && unit === null && level === 'org');
}

/** The body that the words name, in a text that speaks for `provinces`; null where they leave it open. */
export function findAgencyBody(
  symbol: string,
  { organ, placeName }: IssuerPhrase,
  provinces: readonly string[],
): IssuingBody | null {
  const committee = COMMITTEE_WORDS.get(organ);
  if (committee === undefined || placeName === null) return null;
  const build = (agency: string, place: Place | null): IssuingBody => ({
    scope: [slugPlace(agency), place === null ? '' : slugPlace(place.province)].filter((part) => part !== '').join('.'),
    symbol,
    name: [committee, agency, place?.province].filter((word) => word !== undefined).join(' '),
    level: 'org',
    place,
  });
  const [, agency, printed] = OF_PROVINCE.exec(placeName) ?? [];
  if (agency !== undefined) {
    const province = printed === undefined ? onlyOf(provinces) : (findProvince(printed) ?? printed);
    return province === null ? null : build(`${agency} tỉnh`, { province });
  }
  if (BELOW.test(placeName)) return null;
  if (isNational(placeName)) return build(placeName, null);
  const own = FIRM.test(placeName) ? placeName.replace(SMALL_TAIL, '') : '';
  return own.split(' ').length > 3 ? build(own, null) : null;
}

function isNational(agency: string): boolean {
  const phrase = parseIssuerPhrase(agency);
  return phrase !== null && phrase.level === 'central' && phrase.text === agency;
}

function onlyOf(provinces: readonly string[]): string | null {
  const [first, ...others] = provinces;
  return first !== undefined && others.every((other) => isSamePlace(other, first)) ? first : null;
}

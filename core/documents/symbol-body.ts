/**
 * Tells what a symbol alone leaves in one article, where nobody names the issuer.
 *
 * A bare TU, HĐND or UBND code that fits a city as well as its province stays open, whoever holds the meeting; a bare
 * HU, QU or ĐU code is the host's where the host is such a body.
 */
import { type IssuerPhrase, parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import { findIssuer } from '../citations/issuers.ts';
import { findAgencyBody, isOfAgency } from './agency-body.ts';
import { bodyKey, type IssuingBody } from './body.ts';
import { type ArticleContext, type DistrictKind, type NamedPlace, sourceKinds } from './context.ts';
import { evidence } from './evidence.ts';
import {
  type AskedIssuer,
  answer,
  answerCommune,
  type BodyAnswer,
  districtBodies,
  isOfSource,
  kindOfPhrase,
  type PhraseKind,
  provinceBody,
  provincesOfDay,
  readHost,
} from './placed-body.ts';
import { findProvince, isCentralCity, isSamePlace } from './places.ts';

/** Which bodies bear a symbol; the boards of a committee go with it, BTCTU with TU. */
interface Family {
  readonly hasProvince: boolean;
  readonly kinds: readonly DistrictKind[];
  /** The kind of host whose own the code is. */
  readonly ofHost: PhraseKind | null;
  readonly hasCommunes: boolean;
}

const TOWN = family({ kinds: ['town'] });
const FAMILIES: readonly (readonly [RegExp, Family])[] = [
  [/^(?:ThU|TXU)$/, TOWN],
  [/TU$/, family({ hasProvince: true, kinds: ['city', 'town'] })],
  [/HU$/, family({ kinds: ['rural-district'], ofHost: 'rural-district' })],
  [/QU$/, family({ kinds: ['urban-district'], ofHost: 'urban-district' })],
  [/^ĐU$/, family({ ofHost: 'commune' })],
  [
    /^(?:HĐND|UBND|MTTQ)(?:-|$)/,
    family({ hasProvince: true, kinds: ['city', 'town', 'rural-district', 'urban-district'], hasCommunes: true }),
  ],
];
const DEPARTMENT = family({ hasProvince: true });
const PARTY_HOSTS: ReadonlySet<string> = new Set(['huyen-uy', 'quan-uy', 'dang-uy', 'dang-bo']);

/** The bodies of the symbol's kind that the article can mean. */
export function bodiesOfSymbol(asked: AskedIssuer): BodyAnswer {
  const { symbol, context } = asked;
  const bearers = familyOf(symbol);
  if (bearers === null) return answer([], []);
  // A town's committee prints ThU, TXU or TU; it is one body.
  const sought = bearers === TOWN ? { ...asked, symbol: 'TU' } : asked;
  const hosted = bodiesOfHost(bearers, sought);
  const [host] = hosted;
  if (hosted.length === 1 && host !== undefined)
    return answer(hosted, [evidence('host-is-issuer', { host: context.host ?? host.name })]);
  const bodies = unique([
    ...(bearers.hasProvince ? provincesOfDay(sought).map((province) => provinceBody(sought, province)) : []),
    ...bodiesOfDistricts(bearers.kinds, sought),
    ...(bearers.hasCommunes ? bodiesOfCommune(sought) : []),
    ...hosted,
  ]);
  const [only] = bodies;
  if (bodies.length !== 1 || only === undefined) return answer(bodies, []);
  if (isFittingUnnamed(bearers, sought, only))
    return answer(bodies, [evidence('unnamed-fits', { body: only.name })], true);
  return answer(bodies, [evidence('only-body', { body: only.name })]);
}

function familyOf(symbol: string): Family | null {
  const row = FAMILIES.find(([pattern]) => pattern.test(symbol));
  if (row !== undefined) return row[1];
  const issuer = findIssuer(symbol);
  return issuer !== null && issuer.scope === 'local' && issuer.name.startsWith('Sở ') ? DEPARTMENT : null;
}

function bodiesOfHost({ ofHost }: Family, asked: AskedIssuer): readonly IssuingBody[] {
  if (ofHost === 'commune') {
    const agency = readAgencyHost(asked.context);
    const body = agency === null ? null : findAgencyBody(asked.symbol, agency, asked.context.provinces);
    if (body !== null) return [body];
  }
  const host = ofHost === null ? null : readHost(asked.context, ofHost);
  if (host === null || !PARTY_HOSTS.has(host.organ)) return [];
  if (ofHost === 'commune') return answerCommune(asked, host, []).bodies;
  const kind = kindOfPhrase(host);
  if (kind === null || kind === 'province' || kind === 'commune') return [];
  const { districts, source } = asked.context;
  const name = host.placeName ?? districts.find((place) => place.kind === kind)?.name ?? source?.district;
  return name === undefined ? [] : districtBodies(asked, { kind, name });
}

/** The committee of an agency that holds the reported meeting. */
function readAgencyHost({ host }: ArticleContext): IssuerPhrase | null {
  const phrase = host === null ? null : parseIssuerPhrase(host);
  return phrase !== null && phrase.organ === 'dang-uy' && isOfAgency(phrase) ? phrase : null;
}

/** Districts that the article can mean: those named in it, if not of another province in passing, and its source's. */
function bodiesOfDistricts(kinds: readonly DistrictKind[], asked: AskedIssuer): readonly IssuingBody[] {
  const { context, hasDistricts } = asked;
  if (!hasDistricts) return [];
  const named = context.districts.filter((place) => place.hasBody || isOfSource(place, context));
  return [...named, ...sourceDistricts(context)]
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((place) => districtBodies(asked, place));
}

function sourceDistricts(context: ArticleContext): readonly Pick<NamedPlace, 'kind' | 'name'>[] {
  const district = context.source?.district;
  if (district === undefined || context.districts.some(({ name }) => isSamePlace(name, district))) return [];
  return sourceKinds(context).map((kind) => ({ kind, name: district }));
}

/** A commune fits HĐND and UBND codes only where the article is its own: of every other text it is one of hundreds. */
function bodiesOfCommune(asked: AskedIssuer): readonly IssuingBody[] {
  const host = readHost(asked.context, 'commune');
  if (host !== null) return answerCommune(asked, host, []).bodies;
  const commune = asked.context.source?.commune;
  return commune === undefined ? [] : answerCommune(asked, { placeName: commune, unit: null }, []).bodies;
}

/**
 * A body that nothing names fits as well: one of the cities that every province of the tables had, or that a source is
 * in; or the text says "Thành ủy", or names a city, while that city or its province is named nowhere.
 */
function isFittingUnnamed(bearers: Family, { context, hasDistricts }: AskedIssuer, only: IssuingBody): boolean {
  if (!bearers.hasProvince) return false;
  if (context.provinces.length === 0) return true;
  const fitsCity = bearers.kinds.includes('city') && hasDistricts;
  if (fitsCity && only.level === 'province' && only.place !== null && hasCities(only.place.province, context))
    return true;
  return fitsCity && only.name.startsWith('Tỉnh ủy') && context.committees.includes('city') && !hasForeignCity(context);
}

function hasCities(province: string, { sourcePlaces }: ArticleContext): boolean {
  if (isCentralCity(province, null)) return false;
  const isOfSource = sourcePlaces.some(
    (place) => place.district !== undefined && isSamePlace(place.province, province),
  );
  return isOfSource || findProvince(province) !== null;
}

/** The only cities of the text are elsewhere: "Thành ủy" is theirs. */
function hasForeignCity(context: ArticleContext): boolean {
  return context.centralCities.length > 0 || context.districts.some(({ kind }) => kind === 'city');
}

function unique(bodies: readonly IssuingBody[]): readonly IssuingBody[] {
  return [...new Map(bodies.map((body) => [bodyKey(body), body])).values()];
}

function family(given: Partial<Family>): Family {
  return { hasProvince: false, kinds: [], ofHost: null, hasCommunes: false, ...given };
}

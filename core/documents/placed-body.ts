/**
 * Puts an organ at a place: which province a named district lies in, which commune "Đảng ủy phường" is, what kind of
 * place an issuer's words speak of.
 *
 * A name that the tables know elsewhere is not taken into the source's province; one that no table has is. Where nothing
 * tells the province of a district, the body stands without one, and other articles may tell it.
 */
import { type IssuerPhrase, parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import { type IssuingBody, localBody } from './body.ts';
import { type ArticleContext, type DistrictKind, districtRows, type NamedPlace } from './context.ts';
import type { Evidence } from './document.ts';
import { evidence } from './evidence.ts';
import { findProvince, isCentralCity, isSamePlace } from './places.ts';

export interface BodyAnswer {
  /** One body is an answer, several are candidates, none is unknown. */
  readonly bodies: readonly IssuingBody[];
  /** Another body, which nothing names, fits as well: one is no answer then. */
  readonly isOpen: boolean;
  readonly why: readonly Evidence[];
}

/** What is asked: a symbol, the time that decides which bodies there were, and the article. */
export interface AskedIssuer {
  readonly symbol: string;
  /** Day of the document as printed, else of the article. */
  readonly day: string | null;
  /** Whether the document can be from before July 2025, when districts still had bodies. */
  readonly hasDistricts: boolean;
  readonly context: ArticleContext;
}

export type PhraseKind = DistrictKind | 'province' | 'commune';

const KIND_OF_ORGAN: Readonly<Record<string, PhraseKind>> = {
  'tinh-uy': 'province',
  'thanh-uy': 'city',
  'thi-uy': 'town',
  'huyen-uy': 'rural-district',
  'quan-uy': 'urban-district',
  so: 'province',
};
const KIND_OF_UNIT: Readonly<Record<string, PhraseKind>> = {
  tỉnh: 'province',
  'thành phố': 'city',
  'thị xã': 'town',
  huyện: 'rural-district',
  quận: 'urban-district',
  phường: 'commune',
  xã: 'commune',
  'thị trấn': 'commune',
  'đặc khu': 'commune',
};

/** The kind of place whose body the words name; null where they name none, or a body of another kind. */
export function kindOfPhrase({ organ, level, unit }: IssuerPhrase): PhraseKind | null {
  if (organ === 'dang-uy') return level === 'org' ? null : 'commune';
  return KIND_OF_ORGAN[organ] ?? (unit === null ? null : (KIND_OF_UNIT[unit] ?? null));
}

/** The committee that holds the reported meeting, where it is one of this kind. */
export function readHost(context: ArticleContext, kind: PhraseKind): IssuerPhrase | null {
  const host = context.host === null ? null : parseIssuerPhrase(context.host);
  return host !== null && kindOfPhrase(host) === kind ? host : null;
}

/** The body of a province, which on its day may be a city run by the centre. */
export function provinceBody({ symbol, day }: AskedIssuer, province: string): IssuingBody {
  return localBody(symbol, isCentralCity(province, day) ? 'central-city' : 'province', { province });
}

/** The bodies that a district's name can mean: one for every province it can lie in. */
export function districtBodies(
  { symbol, context }: AskedIssuer,
  place: Pick<NamedPlace, 'kind' | 'name'>,
): readonly IssuingBody[] {
  return provincesOf(place, context).map((province) =>
    localBody(symbol, place.kind, { province, district: place.name }),
  );
}

/** Answers with a district's bodies, and says where the table alone told the province. */
export function answerDistrict(
  asked: AskedIssuer,
  place: Pick<NamedPlace, 'kind' | 'name'>,
  why: readonly Evidence[],
): BodyAnswer {
  const bodies = districtBodies(asked, place);
  const province = bodies[0]?.place?.province;
  const isToldByTable =
    bodies.length === 1 && province !== undefined && !asked.context.provinces.some((one) => isSamePlace(one, province));
  return answer(bodies, isToldByTable ? [...why, evidence('place-of-table', { place: place.name, province })] : why);
}

/** Whether a district named in passing can be meant by an article of the source's province. */
export function isOfSource(place: Pick<NamedPlace, 'kind' | 'name'>, context: ArticleContext): boolean {
  const { source } = context;
  return (
    source === null ||
    provincesOf(place, context).some((province) => province !== null && isSamePlace(province, source.province))
  );
}

/** Answers with the commune's body: the named one, else the host's, else the only one the text speaks of, else the source's. */
export function answerCommune(
  asked: AskedIssuer,
  phrase: Pick<IssuerPhrase, 'placeName' | 'unit'>,
  why: readonly Evidence[],
): BodyAnswer {
  const { symbol, hasDistricts, context } = asked;
  const host = readHost(context, 'commune');
  const ofHost = host !== null && (phrase.unit === null || phrase.unit === host.unit) ? host : null;
  const spoken = context.communes.length === 1 ? (context.communes[0] ?? null) : null;
  const commune = phrase.placeName ?? ofHost?.placeName ?? spoken ?? context.source?.commune ?? null;
  const [province] = context.provinces;
  if (commune === null || province === undefined || context.provinces.length !== 1) return answer([], why);
  const around = context.districts.length === 1 ? context.districts[0]?.name : undefined;
  const district = hasDistricts ? (context.source?.district ?? around) : undefined;
  const unit = phrase.unit ?? (ofHost?.placeName === commune ? ofHost.unit : null);
  return answer([localBody(symbol, 'commune', { province, district, commune }, unit)], why);
}

/** Several bodies are said to be several, none to be none. */
export function answer(bodies: readonly IssuingBody[], why: readonly Evidence[], isOpen = false): BodyAnswer {
  if (bodies.length === 0) return { bodies, isOpen, why: [...why, evidence('no-issuer')] };
  if (bodies.length === 1) return { bodies, isOpen, why };
  const several = evidence('several-bodies', { bodies: bodies.map(({ name }) => name).join('; ') });
  return { bodies, isOpen, why: [...why, several] };
}

function provincesOf(place: Pick<NamedPlace, 'kind' | 'name'>, context: ArticleContext): readonly (string | null)[] {
  const { source, provinces } = context;
  if (source?.district !== undefined && isSamePlace(source.district, place.name)) return [source.province];
  const inTable = [...new Set(districtRows(place).map(({ province }) => province))];
  const fitting = provinces.filter((province) => inTable.some((one) => isSamePlace(one, province)));
  if (fitting.length > 0) return fitting;
  const isElsewhere = inTable.length > 0 && provinces.every((province) => findProvince(province) !== null);
  if (isElsewhere) return inTable;
  return provinces.length === 1 ? provinces : [null];
}

/**
 * Puts an organ at a place: which province a named district lies in, which commune "Đảng ủy phường" is, what kind of
 * place an issuer's words speak of.
 *
 * A name that the tables know elsewhere is not taken into the source's province; one that no table has is. Where nothing
 * tells the province of a district, the body stands without one, and other articles may tell it.
 */
import { type IssuerPhrase, parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import { bodyKey, type IssuingBody, localBody } from './body.ts';
import { type ArticleContext, type DistrictKind, districtRows, type NamedPlace } from './context.ts';
import type { Evidence } from './document.ts';
import { evidence } from './evidence.ts';
import { findCommunes, findProvince, isCentralCity, isProvinceSince2025, isSamePlace } from './places.ts';
import { findPredecessors, findSuccessor } from './successions.ts';
import { isAppointed } from './terms.ts';

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
  /** Whether its numbers run through a committee's term. */
  readonly isParty: boolean;
  /** Whether the mention itself tells the day or year. */
  readonly isDated: boolean;
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

/** Since this day the table of communes holds. */
const COMMUNES_SINCE = '2025-07-01';

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

/**
 * The province in which the body lies that holds the reported meeting, in a text of no source: what the text prints
 * beside it, else what the tables know of a city, district or, since July 2025, a commune; null where that is not one.
 */
export function provinceOfHost({ context }: AskedIssuer): string | null {
  const host = context.host === null || context.source !== null ? null : parseIssuerPhrase(context.host);
  const kind = host === null ? null : kindOfPhrase(host);
  const name = host?.placeName ?? null;
  if (host === null || kind === null || kind === 'province' || name === null) return null;
  const rows =
    kind !== 'commune'
      ? districtRows({ kind, name })
      : context.date !== null && context.date >= COMMUNES_SINCE
        ? findCommunes(name, host.unit)
        : [];
  const around = unique(rows.map(({ province }) => province));
  const named = around.filter((province) => context.namedProvinces.some((one) => isSamePlace(one, province)));
  const [only, other] = around.length > 1 ? named : around;
  return only !== undefined && other === undefined ? only : null;
}

/**
 * The body of a province, which on its day may be a city run by the centre; a Party committee may then be the one
 * appointed when its province took others in, which is told apart from those before and after it.
 */
export function provinceBody({ symbol, day, isParty }: AskedIssuer, province: string): IssuingBody {
  const body = localBody(symbol, isCentralCity(province, day) ? 'central-city' : 'province', { province });
  return isParty && day !== null && isAppointed(province, day) ? { ...body, scope: `${body.scope}.hop-nhat` } : body;
}

/**
 * The provinces that an article speaks for, as they were on the day that is asked: in a source that still bears the name
 * of one that went into another, its successor's, and both where the mention does not tell the day.
 */
export function provincesOfDay({ day, isDated, context }: AskedIssuer): readonly string[] {
  if (context.source === null) return context.provinces;
  return context.provinces.flatMap((province) => {
    const successor = findSuccessor(province);
    if (successor === null || day === null || day < successor.on) return [province];
    return isDated ? [successor.into] : [successor.into, province];
  });
}

/** Says where a province is meant under the name of one that went into it. */
export function tellMerger({ context }: AskedIssuer, province: string): readonly Evidence[] {
  const [own] = context.provinces;
  const successor = own === undefined ? null : findSuccessor(own);
  if (own === undefined || successor === null || !isSamePlace(successor.into, province)) return [];
  return [evidence('place-merged', { place: own, into: successor.into, date: successor.on })];
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
    bodies.length === 1 &&
    province !== undefined &&
    (asked.context.source === null || !isSamePlace(asked.context.source.province, province)) &&
    provincesBeside(place, asked.context).length === 0 &&
    !asked.context.namedProvinces.some((one) => isSamePlace(one, province));
  return answer(bodies, isToldByTable ? [...why, evidence('place-of-table', { place: place.name, province })] : why);
}

/** Whether a district named in passing can be meant by an article of the source's province. */
export function isOfSource(place: Pick<NamedPlace, 'kind' | 'name'>, context: ArticleContext): boolean {
  const { source } = context;
  return (
    source === null ||
    provincesOf(place, context).some(
      (province) => province !== null && provincesNear(context).some((near) => isSamePlace(near, province)),
    )
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
  if (commune === null) return answer([], why);
  const unit = phrase.unit ?? (ofHost?.placeName === commune ? ofHost.unit : null);
  if (!hasDistricts) return answerCommuneOfNow(asked, { commune, unit }, why);
  const [province] = context.provinces;
  if (province === undefined || context.provinces.length !== 1) return answer([], why);
  const around = context.districts.length === 1 ? context.districts[0]?.name : undefined;
  const district = context.source?.district ?? around;
  return answer([localBody(symbol, 'commune', { province, district, commune }, unit)], why);
}

/** Since July 2025 the table tells the province of a commune; a name it does not have is of the article's province. */
function answerCommuneOfNow(
  asked: AskedIssuer,
  { commune, unit }: { readonly commune: string; readonly unit: string | null },
  why: readonly Evidence[],
): BodyAnswer {
  const near = [...new Set(asked.context.provinces.map((province) => findSuccessor(province)?.into ?? province))];
  const inTable = [...new Set(findCommunes(commune, unit).map(({ province }) => province))];
  const fitting = near.filter((province) => inTable.some((one) => isSamePlace(one, province)));
  const isElsewhere = fitting.length === 0 && inTable.length > 0 && near.every(isProvinceSince2025);
  const provinces = fitting.length > 0 ? fitting : isElsewhere ? inTable : near.length === 1 ? near : [];
  const [only] = provinces;
  const told =
    isElsewhere && provinces.length === 1 && only !== undefined
      ? [evidence('place-of-table', { place: commune, province: only })]
      : [];
  const bodies = provinces.map((province) => localBody(asked.symbol, 'commune', { province, commune }, unit));
  return answer(bodies, [...why, ...told]);
}

/** Several bodies are said to be several, none to be none. */
export function answer(found: readonly IssuingBody[], why: readonly Evidence[], isOpen = false): BodyAnswer {
  const bodies = [...new Map(found.map((body) => [bodyKey(body), body])).values()];
  if (bodies.length === 0) return { bodies, isOpen, why: [...why, evidence('no-issuer')] };
  if (bodies.length === 1) return { bodies, isOpen, why };
  const several = evidence('several-bodies', { bodies: bodies.map(({ name }) => name).join('; ') });
  return { bodies, isOpen, why: [...why, several] };
}

function provincesOf(place: Pick<NamedPlace, 'kind' | 'name'>, context: ArticleContext): readonly (string | null)[] {
  const { source, provinces } = context;
  const inTable = [...new Set(districtRows(place).map(({ province }) => province))];
  const isInTable = (province: string): boolean => inTable.some((one) => isSamePlace(one, province));
  const beside = provincesBeside(place, context).filter((province) => inTable.length === 0 || isInTable(province));
  const isSourceDistrict = source?.district !== undefined && isSamePlace(source.district, place.name);
  if (isSourceDistrict && !beside.some((province) => !isSamePlace(province, source.province))) return [source.province];
  const fitting = provincesNear(context).filter(isInTable);
  // The text may speak of its own place as well, and need not say where that is.
  if (beside.length > 0) return unique([...beside, ...(source === null ? [] : fitting)]);
  if (fitting.length > 0) return fitting;
  const ofSources = provincesOfSources(place, context);
  if (inTable.length === 0 && ofSources.length > 0) {
    const own = ofSources.filter((province) => provinces.some((one) => isSamePlace(one, province)));
    return own.length > 0 ? own : ofSources;
  }
  const isOfTables = provinces.every((province) => findProvince(province) !== null);
  if (inTable.length === 1 || (inTable.length > 0 && isOfTables)) return inTable;
  // Of its provinces the table has all districts: what it does not have is in none of them.
  return provinces.length === 1 && !isOfTables ? provinces : [null];
}

/** The provinces in which sources place a district of this name. */
function provincesOfSources({ name }: Pick<NamedPlace, 'name'>, { sourcePlaces }: ArticleContext): readonly string[] {
  return unique(
    sourcePlaces.flatMap(({ province, district }) =>
      district !== undefined && isSamePlace(district, name) ? [province] : [],
    ),
  );
}

/** The provinces that the text prints beside the name of a district. */
function provincesBeside({ name }: Pick<NamedPlace, 'name'>, { within }: ArticleContext): readonly string[] {
  return unique(
    within
      .filter(({ district }) => isSamePlace(district, name))
      .map(({ province }) => findProvince(province) ?? province),
  );
}

/** The provinces that the article speaks for, with those that went into them: their districts are under the old names. */
function provincesNear({ provinces, date }: ArticleContext): readonly string[] {
  return unique(
    provinces.flatMap((province) => {
      const now = findSuccessor(province)?.into ?? province;
      const merged = findPredecessors(now);
      return merged === null || date === null || date < merged.on ? [province] : [province, now, ...merged.from];
    }),
  );
}

function unique(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => names.findIndex((other) => isSamePlace(other, name)) === at);
}

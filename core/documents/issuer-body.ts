/**
 * Tells which body a mention's issuer is: from the words beside it, the symbol, and the places its article speaks of.
 *
 * Order of evidence: the named issuer, then what the symbol alone leaves in this article (symbol-body.ts). A Thành ủy or
 * Huyện ủy without a name is the one whose body the text names, else that of the source's place; places that are only
 * mentioned in passing count where neither tells, and keep it open where they contradict the source.
 */
import type { Citation } from '../citations/citation.ts';
import { type IssuerPhrase, parseIssuerPhrase } from '../citations/issuer-phrase.ts';
import { findIssuer } from '../citations/issuers.ts';
import { findAgencyBody, isOfAgency } from './agency-body.ts';
import { type IssuingBody, isWholeCentre, nationalBody } from './body.ts';
import { type ArticleContext, type DistrictKind, districtRows, knownPlaceName, sourceKinds } from './context.ts';
import type { Evidence } from './document.ts';
import { evidence } from './evidence.ts';
import {
  type AskedIssuer,
  answer,
  answerCommune,
  answerDistrict,
  type BodyAnswer,
  districtBodies,
  isOfSource,
  kindOfPhrase,
  provinceBody,
  provinceOfHost,
  provincesOfDay,
  readHost,
  tellMerger,
} from './placed-body.ts';
import { findProvince, isCentralCity, isSamePlace } from './places.ts';
import { bodiesOfSymbol } from './symbol-body.ts';
import { hasDistricts } from './terms.ts';

/** The bodies that can have issued the document of `citation`. */
export function findIssuerBodies(citation: Citation, context: ArticleContext): BodyAnswer {
  const symbol = symbolOf(citation);
  if (symbol === null) return answer([], []);
  const phrase = citation.issuerName === null ? null : parseIssuerPhrase(citation.issuerName);
  const national = nationalBody(symbol, phrase?.symbol === 'TW' && !isWholeCentre(phrase.text) ? phrase.text : null);
  if (national !== null) {
    const named = phrase?.level === 'central' ? [evidence('issuer-named', { issuer: phrase.text })] : [];
    return answer([national], [...named, evidence('symbol-national', { symbol, issuer: national.name })]);
  }
  const army = phrase === null ? null : centralOfArmy(phrase, symbol);
  if (phrase !== null && army !== null) return answer([army], [evidence('issuer-named', { issuer: phrase.text })]);
  const asked = { symbol, context, ...timeOf(citation, symbol, context) };
  const told = phrase === null || isContrary(phrase, symbol) ? null : bodiesOfPhrase(phrase, asked);
  if (phrase === null || told === null) return bodiesOfSymbol(asked);
  if (citation.meant === null) return told;
  const params = { issuer: phrase.text, printed: citation.canonical ?? citation.surface };
  return { ...told, why: [evidence('issuer-outranks-symbol', params), ...told.why] };
}

/** The symbol that tells the body: the meant one where the print contradicts the named issuer. */
function symbolOf(citation: Citation): string | null {
  const { issuerCode, canonical, meant } = citation;
  if (issuerCode === null) return null;
  const symbol = meant === null || canonical === null ? issuerCode : meant.slice(canonical.length - issuerCode.length);
  // Councils and executives add a unit or their term, and UBND was UB before about 2004.
  const state = /^(HĐND|UBND|UB)(?:-|\d*$)/.exec(symbol)?.[1];
  return state === undefined ? symbol : state === 'UB' ? 'UBND' : state;
}

/** Party numbers are of the term that runs; a state document without a date may be older than its article. */
function timeOf(
  citation: Citation,
  symbol: string,
  context: ArticleContext,
): Pick<AskedIssuer, 'day' | 'isParty' | 'isDated' | 'hasDistricts'> {
  const { date, year } = citation;
  const isParty = isPartySymbol(symbol);
  const printed = date ?? (isParty ? dayInTerm(citation) : null) ?? (year === null ? null : `${year}-01-01`);
  const day = printed ?? context.date;
  return { day, isParty, isDated: printed !== null, hasDistricts: hasDistricts(isParty ? day : printed) };
}

/** A day inside the term of office whose years are printed with the mention, or null: congresses are held in its first. */
export function dayInTerm({ years }: Citation): string | null {
  return years === undefined ? null : `${Number(years.slice(0, 4)) + 1}-01-01`;
}

/** Whether codes with this symbol are numbered by the term of a Party committee. */
export function isPartySymbol(symbol: string): boolean {
  return findIssuer(symbol)?.system === 'party' || /(?:TW|TU|HU|QU|ĐU)$/.test(symbol);
}

/** The army's QU, named with it, is no urban district's: its body is the one that signs QUTW. */
function centralOfArmy({ symbol: named }: IssuerPhrase, symbol: string): IssuingBody | null {
  return symbol === 'QU' && named === 'QUTW' ? nationalBody('QUTW', null) : null;
}

/** A phrase about another system than the symbol's (a letter's UBND beside a Party code) tells nothing of the body. */
function isContrary({ organ, symbol: named }: IssuerPhrase, symbol: string): boolean {
  if (organ === 'dang-bo') return !isPartySymbol(symbol);
  if (organ === 'thi-uy' && (symbol === 'ThU' || symbol === 'TXU')) return false;
  return named !== null && !symbol.endsWith(named) && !symbol.startsWith(named);
}

function bodiesOfPhrase(phrase: IssuerPhrase, asked: AskedIssuer): BodyAnswer | null {
  const why = [evidence('issuer-named', { issuer: phrase.text })];
  const kind = kindOfPhrase(phrase);
  const { context, day } = asked;
  if (isOfAgency(phrase)) {
    const body = findAgencyBody(asked.symbol, phrase, context.provinces);
    return answer(body === null ? [] : [body], why);
  }
  if (kind === null) return null;
  if (kind === 'commune') return answerCommune(asked, phrase, why);
  const sought =
    kind === 'town' && isPartySymbol(asked.symbol)
      ? { ...asked, symbol: asked.symbol.replace(/^(?:ThU|TXU)$/, 'TU') }
      : asked;
  // A department's name is taken for a place's: only the context tells its province.
  const printed = phrase.organ === 'so' ? null : phrase.placeName;
  const named = printed === null ? null : knownPlaceName(printed, context);
  if (kind === 'province') return bodiesOfProvince(named, sought, why);
  if (named === null) return bodiesOfUnnamed(kind, sought, why);
  const isNoDistrict = findProvince(named) !== null && districtRows({ kind, name: named }).length === 0;
  if (kind === 'city' && (isCentralCity(named, day) || isNoDistrict)) return answer([provinceBody(sought, named)], why);
  return answerDistrict(sought, { kind, name: named }, why);
}

function bodiesOfProvince(named: string | null, asked: AskedIssuer, why: readonly Evidence[]): BodyAnswer {
  if (named !== null) return answer([provinceBody(asked, named)], why);
  const { context } = asked;
  const host = readHost(context, 'province')?.placeName ?? null;
  // "Tỉnh ủy" is never that of a city which the centre has always run.
  const own = provincesOfDay(asked).filter((province) => !isCentralCity(province, null));
  if (host !== null && context.host !== null)
    return answer(
      [provinceBody(asked, findProvince(host) ?? host)],
      [...why, evidence('host-is-issuer', { host: context.host })],
    );
  const around = provinceOfHost(asked);
  if (around !== null && !isCentralCity(around, null))
    return answer([provinceBody(asked, around)], [...why, evidence('place-of-table', hostIn(around, asked))]);
  const other = context.source === null ? [] : otherCommittees(asked, own);
  const provinces = [...own, ...other];
  const [only] = provinces;
  const merger = only === undefined || provinces.length > 1 ? [] : tellMerger(asked, only);
  const place =
    provinces.length === 1 && only !== undefined && merger.length === 0
      ? [evidence('place-in-text', { place: `tỉnh ${only}` })]
      : merger;
  return answer(
    provinces.map((province) => provinceBody(asked, province)),
    [...why, ...place],
  );
}

/** Provinces whose Tỉnh ủy the text speaks of, where it names its own province nowhere: then theirs may be meant. */
function otherCommittees({ symbol, context }: AskedIssuer, own: readonly string[]): readonly string[] {
  const isOwnNamed = own.some((province) => context.namedProvinces.some((one) => isSamePlace(one, province)));
  return isOwnNamed || !isPartySymbol(symbol) ? [] : context.otherCommittees;
}

/** A city, town or district, or a city that the centre runs, as far as a text may mean it by "Thành ủy". */
interface MeantPlace {
  readonly kind: DistrictKind | 'central-city';
  readonly name: string;
  readonly hasBody: boolean;
}

function bodiesOfUnnamed(kind: DistrictKind, asked: AskedIssuer, why: readonly Evidence[]): BodyAnswer {
  const { context, day } = asked;
  const host = readHost(context, kind)?.placeName ?? null;
  if (host !== null && context.host !== null) {
    const meant: MeantPlace = {
      kind: kind === 'city' && isCentralCity(host, day) ? 'central-city' : kind,
      name: host,
      hasBody: true,
    };
    return answerMeant(asked, meant, [...why, evidence('host-is-issuer', { host: context.host })]);
  }
  const source = sourceOf(kind, asked);
  const spoken = placesOfKind(kind, context);
  const central = kind === 'city' && source === null ? centralAround(asked) : null;
  if (central !== null && !spoken.some((place) => isIn(place, central))) {
    return answer([provinceBody(asked, central)], [...why, evidence('place-of-table', hostIn(central, asked))]);
  }
  const withBody = spoken.filter(({ hasBody }) => hasBody);
  // Cities of other provinces that are only cited are not meant where the text names its own.
  if (
    source !== null &&
    withBody.length > 0 &&
    !withBody.some((place) => isNear(place, context)) &&
    isNamed(source, context)
  )
    return answerMeant(asked, source, [...why, evidence('place-of-source', { place: source.name })]);
  const told = withBody.length > 0 ? withBody : spoken.filter((place) => isNear(place, context));
  const own = source === null ? undefined : told.find(({ name }) => isSamePlace(name, source.name));
  const [first] = told;
  if (first !== undefined && told.length === 1 && (withBody.length > 0 || own !== undefined || source === null))
    return answerMeant(asked, first, [...why, evidence('place-in-text', { place: first.name })]);
  if (source !== null && (own !== undefined || told.length === 0))
    return answerMeant(asked, source, [...why, evidence('place-of-source', { place: source.name })]);
  const places = source === null || withBody.length > 0 ? told : [...told, source];
  return answer(
    places.flatMap((place) => bodiesOfMeant(asked, place)),
    why,
  );
}

/** The centrally run city in which the host of the meeting lies: "Quận ủy Lê Chân … của Thành ủy". */
function centralAround(asked: AskedIssuer): string | null {
  const around = provinceOfHost(asked);
  return around !== null && isCentralCity(around, asked.day) ? around : null;
}

function isIn({ kind, name }: MeantPlace, city: string): boolean {
  if (kind === 'central-city') return isSamePlace(name, city);
  return districtRows({ kind, name }).some(({ province }) => isSamePlace(province, city));
}

function hostIn(province: string, { context }: AskedIssuer): { readonly place: string; readonly province: string } {
  return { place: context.host ?? '', province };
}

/** What "Thành ủy" of the source's place is: its own city, else the city run by the centre that it lies in. */
function sourceOf(kind: DistrictKind, { context, day, hasDistricts: hadDistricts }: AskedIssuer): MeantPlace | null {
  const { source } = context;
  if (source === null) return null;
  const central: MeantPlace | null =
    kind === 'city' && isCentralCity(source.province, day)
      ? { kind: 'central-city', name: source.province, hasBody: true }
      : null;
  const kinds = sourceKinds(context);
  // Towns became cities after the table was drawn up.
  const isOfKind = kinds.includes(kind) || (kind === 'city' && kinds.length === 1 && kinds[0] === 'town');
  if (source.district === undefined || !isOfKind || (central !== null && !hadDistricts)) return central;
  return { kind, name: source.district, hasBody: true };
}

function placesOfKind(kind: DistrictKind, context: ArticleContext): readonly MeantPlace[] {
  const districts = context.districts.filter((place) => place.kind === kind);
  if (kind !== 'city') return districts;
  return [...context.centralCities.map((city) => ({ ...city, kind: 'central-city' as const })), ...districts];
}

function isNamed({ name }: MeantPlace, { districts, namedProvinces }: ArticleContext): boolean {
  return [...districts.map((place) => place.name), ...namedProvinces].some((one) => isSamePlace(one, name));
}

/** A place named in passing counts where it lies in the source's province. */
function isNear({ kind, name }: MeantPlace, context: ArticleContext): boolean {
  if (kind !== 'central-city') return isOfSource({ kind, name }, context);
  return context.source === null || isSamePlace(name, context.source.province);
}

function answerMeant(asked: AskedIssuer, { kind, name }: MeantPlace, why: readonly Evidence[]): BodyAnswer {
  if (kind === 'central-city') return answer([provinceBody(asked, name)], why);
  return answerDistrict(asked, { kind, name }, why);
}

function bodiesOfMeant(asked: AskedIssuer, { kind, name }: MeantPlace): readonly IssuingBody[] {
  return kind === 'central-city' ? [provinceBody(asked, name)] : districtBodies(asked, { kind, name });
}

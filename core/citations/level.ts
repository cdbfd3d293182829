/**
 * Tells whose level a cited document is: the symbol decides it, or the named issuer does, or the only body of that kind
 * that the text speaks of. Otherwise the text does not tell, and the answer is null.
 *
 * TU is a province's (Tỉnh ủy, or Thành ủy of a centrally run city) or a provincial city's or town's.
 */
import type { IssuerLevel } from './citation.ts';
import { type FoldedText, foldKey } from './fold.ts';
import type { IssuerPhrase } from './issuer-phrase.ts';
import { findIssuer } from './issuers.ts';

/** The centrally run cities whose names no provincial city bore; any other Thành ủy was a provincial city's. */
const CENTRAL_CITIES: ReadonlySet<string> = new Set(
  [
    'Hà Nội',
    'Hải Phòng',
    'Đà Nẵng',
    'Cần Thơ',
    'Hồ Chí Minh',
    'HCM',
    'Thành phố Hồ Chí Minh',
    'Huế',
    'Quảng Ninh',
    'Đồng Nai',
  ].map(foldKey),
);
const CITY_COMMITTEE =
  /(?:thanh[ \n]uy|thanh[ \n]pho|tp\.?)[ \n](ha[ \n]noi|hai[ \n]phong|da[ \n]nang|can[ \n]tho|(?:tp\.?[ \n]?|thanh[ \n]pho[ \n])?(?:ho[ \n]chi[ \n]minh|hcm)|hue|quang[ \n]ninh|dong[ \n]nai)(?![a-z])/;

type Committee = 'tinh-uy' | 'thanh-uy' | 'thi-uy';
/** Bodies that places of several levels have; `places` is the place itself: "văn bản của tỉnh". */
type LocalBody = 'council' | 'executive' | 'partyCell' | 'places';

/** Which bodies of the ambiguous kinds a text speaks of. */
export interface BodiesInText extends Readonly<Record<LocalBody, ReadonlySet<IssuerLevel>>> {
  readonly party: ReadonlySet<Committee>;
  readonly isCentralCity: boolean;
}

/** The words for them, as folded. */
const BODY =
  /(?<![a-z])(?:tinh|thanh|thi)[ \n]uy(?![a-z])|dang[ \n]uy|hdnd|hoi[ \n]dong[ \n]nhan[ \n]dan|ubnd|uy[ \n]ban[ \n]nhan[ \n]dan|(?<![a-z])(?:cua|tra|dia[ \n]ban|toan)(?=[ \n](?:tinh|huyen|quan|thi|xa|phuong|dac))/g;
const COMMITTEES: ReadonlyMap<string, Committee> = new Map([
  ['tinh uy', 'tinh-uy'],
  ['thanh uy', 'thanh-uy'],
  ['thi uy', 'thi-uy'],
]);
const LOCAL_BODIES: ReadonlyMap<string, LocalBody> = new Map([
  ['dang uy', 'partyCell'],
  ['hdnd', 'council'],
  ['hoi dong nhan dan', 'council'],
  ['ubnd', 'executive'],
  ['uy ban nhan dan', 'executive'],
]);
const UNIT = /[ \n]?(tinh|huyen|quan|thi[ \n]xa|xa|phuong|thi[ \n]tran|dac[ \n]khu)(?![a-z])/y;
const UNIT_LEVELS: ReadonlyMap<string, IssuerLevel> = new Map([
  ['tinh', 'province'],
  ['huyen', 'district'],
  ['quan', 'district'],
  ['thi xa', 'district'],
  ['xa', 'commune'],
  ['phuong', 'commune'],
  ['thi tran', 'commune'],
  ['dac khu', 'commune'],
]);

/** Reads once per text which committees, councils and executives it names. */
export function readBodies(folded: FoldedText): BodiesInText {
  const text = folded.text;
  const party = new Set<Committee>();
  const levels: Record<LocalBody, Set<IssuerLevel>> = {
    council: new Set(),
    executive: new Set(),
    partyCell: new Set(),
    places: new Set(),
  };
  for (const match of text.matchAll(BODY)) {
    const words = match[0].replaceAll('\n', ' ');
    const committee = COMMITTEES.get(words);
    if (committee !== undefined) party.add(committee);
    const level = committee === undefined ? levelOfUnit(text, match.index + words.length) : null;
    if (level !== null) levels[LOCAL_BODIES.get(words) ?? 'places'].add(level);
  }
  return { ...levels, party, isCentralCity: CITY_COMMITTEE.test(text) };
}

function levelOfUnit(text: string, at: number): IssuerLevel | null {
  UNIT.lastIndex = at;
  return UNIT_LEVELS.get(UNIT.exec(text)?.[1]?.replace('\n', ' ') ?? '') ?? null;
}

/** The level of a document whose code bears `issuerCode` and beside which `phrase` is named. */
export function tellLevel(
  issuerCode: string | null,
  type: string | null,
  phrase: IssuerPhrase | null,
  bodies: BodiesInText,
): IssuerLevel | null {
  const named = phrase === null ? null : levelOfPhrase(phrase, bodies);
  if (named !== null) return named;
  const symbol = issuerCode === null ? null : (findIssuer(issuerCode) ?? findIssuer(issuerCode.split('-')[0] ?? ''));
  if (symbol !== null && symbol.scope === 'national') return symbol.levels[0] ?? null;
  if (symbol !== null && symbol.levels.length === 1) return symbol.levels[0] ?? null;
  const family = symbol === null ? undefined : FAMILIES.find(([ending]) => ending.test(symbol.symbol));
  if (family !== undefined) return family[1](phrase, bodies);
  return type === 'NĐ' || type === 'L' || type === 'PL' || (type === 'TT' && issuerCode === null) ? 'central' : null;
}

/** Symbols that several levels bear, by their endings, and what the text must name for one level to be left. */
const FAMILIES: readonly (readonly [
  RegExp,
  (phrase: IssuerPhrase | null, bodies: BodiesInText) => IssuerLevel | null,
])[] = [
  [/TU$/, levelOfCommittee],
  [/HĐND$/, (_phrase, bodies) => only(bodies.council.size > 0 ? bodies.council : bodies.places)],
  [/UB(?:ND)?$/, (_phrase, bodies) => only(bodies.executive.size > 0 ? bodies.executive : bodies.places)],
  [/ĐU$/, (_phrase, bodies) => only(bodies.partyCell)],
];

function levelOfPhrase(phrase: IssuerPhrase, bodies: BodiesInText): IssuerLevel | null {
  if (phrase.level !== null) return phrase.level;
  const isOfCity = phrase.unit === 'thành phố';
  if (phrase.organ !== 'thanh-uy' && phrase.organ !== 'thanh-doan' && !isOfCity) return null;
  if (phrase.placeName !== null) return CENTRAL_CITIES.has(foldKey(phrase.placeName)) ? 'province' : 'district';
  const isCommittee = phrase.organ === 'thanh-uy' || (phrase.organ === 'dang-bo' && isOfCity);
  if (!isCommittee) return null;
  return bodies.isCentralCity ? 'province' : 'district';
}

function levelOfCommittee(phrase: IssuerPhrase | null, bodies: BodiesInText): IssuerLevel | null {
  if (phrase !== null || bodies.party.size !== 1) return null;
  if (bodies.party.has('tinh-uy')) return 'province';
  return bodies.party.has('thanh-uy') && bodies.isCentralCity ? 'province' : 'district';
}

function only(levels: ReadonlySet<IssuerLevel>): IssuerLevel | null {
  const [level] = levels;
  return levels.size === 1 && level !== undefined ? level : null;
}

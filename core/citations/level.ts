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

/** Which bodies of the ambiguous kinds a text speaks of. */
export interface BodiesInText {
  readonly party: ReadonlySet<'tinh-uy' | 'thanh-uy' | 'thi-uy'>;
  readonly council: ReadonlySet<IssuerLevel>;
  readonly executive: ReadonlySet<IssuerLevel>;
  readonly partyCell: ReadonlySet<IssuerLevel>;
  /** Levels of the places whose documents the text speaks of: "văn bản của tỉnh". */
  readonly places: ReadonlySet<IssuerLevel>;
  readonly isCentralCity: boolean;
}

const UNIT_LEVELS: readonly (readonly [RegExp, IssuerLevel])[] = [
  [/^[ \n]?tinh(?![a-z])/, 'province'],
  [/^[ \n]?(?:huyen|quan|thi[ \n]xa)(?![a-z])/, 'district'],
  [/^[ \n]?(?:xa|phuong|thi[ \n]tran|dac[ \n]khu)(?![a-z])/, 'commune'],
];

/** Reads once per text which committees, councils and executives it names. */
export function readBodies(folded: FoldedText): BodiesInText {
  const text = folded.text;
  const party = new Set<'tinh-uy' | 'thanh-uy' | 'thi-uy'>();
  if (/(?:^|[^a-z])tinh[ \n]uy(?![a-z])/.test(text)) party.add('tinh-uy');
  if (/(?:^|[^a-z])thanh[ \n]uy(?![a-z])/.test(text)) party.add('thanh-uy');
  if (/(?:^|[^a-z])thi[ \n]uy(?![a-z])/.test(text)) party.add('thi-uy');
  return {
    party,
    council: unitLevels(text, /(?:hdnd|hoi[ \n]dong[ \n]nhan[ \n]dan)/g),
    executive: unitLevels(text, /(?:ubnd|uy[ \n]ban[ \n]nhan[ \n]dan)/g),
    partyCell: unitLevels(text, /dang[ \n]uy/g),
    places: unitLevels(text, /(?<![a-z])(?:cua|tra|dia[ \n]ban|toan)(?=[ \n])/g),
    isCentralCity: CITY_COMMITTEE.test(text),
  };
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

function unitLevels(text: string, organ: RegExp): ReadonlySet<IssuerLevel> {
  const levels = new Set<IssuerLevel>();
  for (const match of text.matchAll(organ)) {
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
    for (const [pattern, level] of UNIT_LEVELS) if (pattern.test(behind)) levels.add(level);
  }
  return levels;
}

function only(levels: ReadonlySet<IssuerLevel>): IssuerLevel | null {
  const [level] = levels;
  return levels.size === 1 && level !== undefined ? level : null;
}

/**
 * Tells whose level a cited document is: the named issuer does, or the symbol decides it, or the only body of that kind
 * that the text speaks of. Otherwise the text does not tell, and the answer is null.
 *
 * TU is a province's (Tỉnh ủy, or Thành ủy of a centrally run city) or a provincial city's or town's. What is named with
 * one mention of a document holds for all of them, and outranks what its letters say.
 */
import type { BodiesInText, LocalBody, RareBody } from './bodies.ts';
import type { IssuerLevel } from './citation.ts';
import { foldKey } from './fold.ts';
import type { IssuerPhrase } from './issuer-phrase.ts';
import { findIssuer, type Issuer } from './issuers.ts';
import { opensEntry, readPlaceLevel } from './place-word.ts';
import { remembered } from './remembered.ts';

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
/** Types that no place issues. */
const CENTRAL_TYPES: ReadonlySet<string | null> = new Set([
  'NĐ',
  'L',
  'PL',
  'TT',
  'TTLT',
  'TTLB',
  'TTLN',
  'AL',
  'SL',
  'SLt',
  'LCT',
]);
/** Codes of the police print the place's unit in their own letters. */
const POLICE: ReadonlyMap<string, IssuerLevel> = new Map([
  ['CAT', 'province'],
  ['CAH', 'district'],
  ['CAQ', 'district'],
  ['CATX', 'district'],
  ['CAX', 'commune'],
]);

/** What is known of one mention when its level is asked for. */
export interface LevelQuestion {
  readonly issuerCode: string | null;
  readonly type: string | null;
  readonly issuer: IssuerPhrase | null;
  /** Folded offsets of the surface, of what stands behind code, date and issuer, and of the end of the mention before. */
  readonly start: number;
  readonly after: number;
  readonly floor: number;
}

/** A level, and whether the words beside the mention name it. */
export interface ToldLevel {
  readonly level: IssuerLevel | null;
  readonly isNamed: boolean;
}

/** The level of the document that a mention means. */
export function tellLevel(question: LevelQuestion, bodies: BodiesInText): ToldLevel {
  const { issuerCode, type, issuer } = question;
  const named = issuer === null ? null : levelOfPhrase(issuer, bodies);
  if (named !== null) return { level: named, isNamed: true };
  const symbol = issuerCode === null ? null : symbolOf(issuerCode);
  if (symbol !== null && (symbol.scope === 'national' || symbol.levels.length === 1)) {
    return { level: symbol.levels[0] ?? null, isNamed: false };
  }
  // Letters of a place decide first: a Thông tri of the Front bears TT as a Thông tư does.
  if (symbol === null && CENTRAL_TYPES.has(type)) return { level: 'central', isNamed: false };
  const place = issuer === null ? readPlaceLevel(bodies.folded, question.start, question.after, question.floor) : null;
  if (place !== null) return { level: place, isNamed: true };
  return { level: levelOfSymbol(symbol?.symbol ?? issuerCode ?? '', question, bodies), isNamed: false };
}

const symbolOf: (issuerCode: string) => Issuer | null = remembered((issuerCode) => {
  const [first = ''] = issuerCode.split('-');
  return (
    findIssuer(issuerCode) ?? findIssuer(first) ?? (first.includes('&') ? findIssuer(first.replaceAll('&', '')) : null)
  );
});

const LOCAL: readonly (readonly [RegExp, LocalBody])[] = [
  // Its boards (Ban Pháp chế, Ban Kinh tế - Ngân sách, Ban Văn hóa - Xã hội) print letters of their own.
  [/HĐND$|^(?:BPC|B?KTNS|BVHXH)$/, 'council'],
  [/UB(?:ND)?$/, 'executive'],
  [/ĐU$/, 'partyCell'],
];
const RARE: readonly (readonly [RegExp, RareBody])[] = [
  [/MTTQ/, 'front'],
  [/^LĐLĐ/, 'union'],
  [/^HND/, 'farmers'],
  [/^HLHPN/, 'women'],
  [/^CCB/, 'veterans'],
  [/^TĐTN/, 'youth'],
  [/^TAND/, 'court'],
  [/^VKSND/, 'procuracy'],
];

type Family = LocalBody | RareBody | 'committee' | 'city' | null;

/** The kind of body that a symbol of several levels is borne by, by its letters. */
const familyOf: (symbol: string) => Family = remembered((symbol) => {
  if (/TU$/.test(symbol)) return 'committee';
  const [, kind = null] = [...LOCAL, ...RARE].find(([letters]) => letters.test(symbol)) ?? [];
  return kind ?? (/^CATP(?:-|$)/.test(symbol) ? 'city' : null);
});

/** The one level that the text leaves for a symbol of several. */
function levelOfSymbol(symbol: string, question: LevelQuestion, bodies: BodiesInText): IssuerLevel | null {
  const family = familyOf(symbol);
  switch (family) {
    case null:
      return POLICE.get(symbol.split('-')[0] ?? '') ?? null;
    case 'committee':
      return levelOfCommittee(question.issuer, bodies);
    case 'city':
      return bodies.city;
    case 'council':
    case 'executive':
    case 'partyCell':
    case 'places':
      return levelOfLocal(family, question, bodies);
    default:
      return onlyBelowCentre(bodies.rare(family));
  }
}

function levelOfLocal(kind: LocalBody, question: LevelQuestion, bodies: BodiesInText): IssuerLevel | null {
  const heading = bodies.headingBefore(question.start);
  if (heading === null) {
    const levels = bodies[kind];
    return only(levels.size > 0 || kind === 'partyCell' ? levels : bodies.places);
  }
  // Under a heading its place speaks, unless the words since then name another body of the kind.
  const named = bodies.namedBetween(kind, heading.at + 1, question.start);
  if (named.size > 0) return only(new Set([...named, heading.level]));
  return opensEntry(bodies.folded, question.start) || only(bodies[kind]) === heading.level ? heading.level : null;
}

function levelOfPhrase(phrase: IssuerPhrase, bodies: BodiesInText): IssuerLevel | null {
  if (phrase.level !== null) return phrase.level;
  const isOfCity = phrase.unit === 'thành phố';
  if (phrase.organ !== 'thanh-uy' && phrase.organ !== 'thanh-doan' && !isOfCity) return null;
  if (phrase.placeName !== null) {
    const isCentral = CENTRAL_CITIES.has(foldKey(phrase.placeName)) || bodies.isDeclaredCity(phrase.placeName);
    return isCentral ? 'province' : 'district';
  }
  const isCommittee = phrase.organ === 'thanh-uy' || (phrase.organ === 'dang-bo' && isOfCity);
  if (!isCommittee) return bodies.city;
  return bodies.isCentralCity() ? 'province' : 'district';
}

function levelOfCommittee(phrase: IssuerPhrase | null, bodies: BodiesInText): IssuerLevel | null {
  if (phrase !== null || bodies.party.size !== 1) return null;
  if (bodies.party.has('tinh-uy')) return 'province';
  return bodies.party.has('thanh-uy') && bodies.isCentralCity() ? 'province' : 'district';
}

/** The centre's bodies have symbols of their own (TWĐTN, TLĐ, MTTW): beside a place's body they claim no letters of it. */
function onlyBelowCentre(levels: ReadonlySet<IssuerLevel | null>): IssuerLevel | null {
  return only(levels) ?? only(new Set([...levels].filter((level) => level !== 'central')));
}

function only(levels: ReadonlySet<IssuerLevel | null>): IssuerLevel | null {
  const [level] = levels;
  return levels.size === 1 ? (level ?? null) : null;
}

/** A mention with its level, and which document it means. */
export interface LevelDraft extends ToldLevel {
  readonly issuerCode: string | null;
  /** It goes on with the list of the mention before. */
  readonly isMember: boolean;
  /** Index of the first mention of the same document, or null. */
  readonly sameAs: number | null;
}

/**
 * What one mention of a document is told by name holds for all of them; else what its only told level is. Letters that
 * no table knows (CA) are of the level that the text names with them.
 */
export function shareLevels(drafts: readonly LevelDraft[]): readonly (IssuerLevel | null)[] {
  const named: Agreed[] = [];
  const told: Agreed[] = [];
  const letters = new Map<string, Agreed>();
  const listed = shareInList(drafts);
  for (const [index, { level, isNamed, sameAs, issuerCode }] of listed.entries()) {
    if (level === null) continue;
    const first = sameAs ?? index;
    told[first] = agree(told[first], level);
    if (!isNamed) continue;
    named[first] = agree(named[first], level);
    if (issuerCode === null || symbolOf(issuerCode) !== null) continue;
    letters.set(issuerCode, agree(letters.get(issuerCode), level));
  }
  return listed.map(({ level, isNamed, sameAs, issuerCode }, index) => {
    if (isNamed) return level;
    const first = sameAs ?? index;
    return named[first] ?? level ?? told[first] ?? letters.get(issuerCode ?? '') ?? null;
  });
}

/** `UBND huyện ra Kế hoạch 77/KH-UBND, 78/KH-UBND`: a member takes the level that its neighbour of one symbol was named with. */
function shareInList(drafts: readonly LevelDraft[]): readonly LevelDraft[] {
  let previous: LevelDraft | null = null;
  return drafts.map((draft) => {
    const isShared =
      draft.isMember && draft.level === null && previous?.isNamed === true && previous.issuerCode === draft.issuerCode;
    const own: LevelDraft = isShared ? { ...draft, level: previous?.level ?? null, isNamed: true } : draft;
    previous = own;
    return own;
  });
}

/** The one level that was told, or null where several were. */
type Agreed = IssuerLevel | null;

function agree(known: Agreed | undefined, level: IssuerLevel): Agreed {
  return known === undefined || known === level ? level : null;
}

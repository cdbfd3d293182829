/**
 * Reads which local bodies a text speaks of, so that a symbol which places of several levels bear (HĐND, UBND, ĐU, TU)
 * can be told by the only body of that kind.
 *
 * A line of capitals that names a place ("HUYỆN TRÀ KHÊ") opens a part of the text that is that place's: what the rest
 * of the text speaks of says nothing there. Everything is read once per text, and what few texts need only when asked.
 */
import type { IssuerLevel } from './citation.ts';
import { isSmallPrint } from './code-parts.ts';
import { composeSlice, type FoldedText, foldKey } from './fold.ts';
import { matchAt } from './match-at.ts';
import { institutionWords } from './organ-rows.ts';
import { wordStarts } from './words-at.ts';

type Committee = 'tinh-uy' | 'thanh-uy' | 'thi-uy';
/** Bodies that places of several levels have; `places` is the place itself: "văn bản của tỉnh". */
export type LocalBody = 'council' | 'executive' | 'partyCell' | 'places';
/** Bodies of fewer texts, looked for when a code bears their symbol. */
export type RareBody = 'front' | 'union' | 'farmers' | 'women' | 'veterans' | 'youth' | 'court' | 'procuracy';

/** Which bodies of the ambiguous kinds a text speaks of. */
export interface BodiesInText extends Readonly<Record<LocalBody, ReadonlySet<IssuerLevel>>> {
  readonly folded: FoldedText;
  readonly party: ReadonlySet<Committee>;
  /** A centrally run city is named, or a city said to be one. */
  isCentralCity(): boolean;
  /** Whether the text says of the city of this name that it is a centrally run one. */
  isDeclaredCity(name: string): boolean;
  /** What "thành phố" without a name is in this text, or null. */
  readonly city: IssuerLevel | null;
  /** The place whose heading the folded offset `at` stands under, or null. */
  headingBefore(at: number): PlaceHeading | null;
  /** The levels of the bodies of `kind` that are named from `start` to `end`. */
  namedBetween(kind: LocalBody, start: number, end: number): ReadonlySet<IssuerLevel>;
  rare(kind: RareBody): ReadonlySet<IssuerLevel>;
}

export interface PlaceHeading {
  readonly at: number;
  /** Null for a city of unknown rank. */
  readonly level: IssuerLevel | null;
}

/** The centrally run cities whose names no provincial city bore; any other city was a province's. */
const CENTRAL_NAME =
  '(?:(?:tp\\.?[ \\n]?|thanh[ \\n]pho[ \\n])?(?:ho[ \\n]chi[ \\n]minh|hcm)|ha[ \\n]noi|hai[ \\n]phong|da[ \\n]nang|can[ \\n]tho|hue|quang[ \\n]ninh|dong[ \\n]nai)(?![a-z])';
const CENTRAL = new RegExp(`[ \\n]?${CENTRAL_NAME}`, 'y');
const CITY_COMMITTEE = new RegExp(`(?:thanh[ \\n]uy|thanh[ \\n]pho|tp\\.?)[ \\n]${CENTRAL_NAME}`);

/** The words for bodies, as folded; landmarks.ts knows how each of them begins. */
const BODY =
  /(?<![a-z])(?:(?:tinh|thanh|thi)[ \n]uy|thanh[ \n]doan)(?![a-z])|dang[ \n]uy|hdnd|hoi[ \n]dong[ \n]nhan[ \n]dan|ubnd|uy[ \n]ban[ \n]nhan[ \n]dan|(?<![a-z])(?:cua|tra|dia[ \n]ban|toan)(?=[ \n](?:tinh|huyen|quan|thi|xa|phuong|dac))/y;
/** The same, to be looked at before the pattern, since few places have one. */
const BEGINS = wordStarts([
  ...['tinh uy', 'thanh uy', 'thi uy', 'thanh doan', 'dang uy', 'hdnd', 'hoi dong', 'ubnd', 'uy ban'],
  ...['cua', 'tra', 'dia ban', 'toan'].flatMap((word) => [...'thqxpd'].map((letter) => `${word} ${letter}`)),
]);
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
const UNIT = /[ \n]?(tinh|huyen|quan|thi[ \n]xa|xa|phuong|thi[ \n]tran|dac[ \n]khu|thanh[ \n]pho|tp\.?)(?![a-z])/y;
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
/** Whose Đảng ủy is no place's. */
const INSTITUTION = new RegExp(`[ \\n](?:${institutionWords.join('|').replaceAll(' ', '[ \\n]')})(?![a-z])`, 'y');
const RARE: Readonly<Record<RareBody, RegExp>> = {
  front: rareWords('mttq|mat tran to quoc'),
  union: rareWords('lien doan lao dong|ldld'),
  farmers: rareWords('hoi nong dan|hoi nd'),
  women: rareWords('hoi lhpn|hoi lien hiep phu nu|hoi phu nu'),
  veterans: rareWords('hoi ccb|hoi cuu chien binh'),
  youth: rareWords('doan thanh nien|thanh doan|tinh doan|huyen doan|quan doan'),
  court: rareWords('tand|toa an nhan dan'),
  procuracy: rareWords('vksnd|vien kiem sat nhan dan'),
};
/** A Thành đoàn is a district's body, but for the centrally run cities', which then stand beside it. */
const YOUTH_LEVELS: ReadonlyMap<string, IssuerLevel> = new Map([
  ['tinh doan', 'province'],
  ['thanh doan', 'district'],
  ['huyen doan', 'district'],
  ['quan doan', 'district'],
]);

/** Reads once per text which committees, councils and executives it names. */
export function readBodies(folded: FoldedText): BodiesInText {
  const text = folded.text;
  const cities = readCities(folded);
  const party = new Set<Committee>();
  const mentions: Mention[] = [];
  let behind = 0;
  for (const at of folded.landmarks.bodies) {
    const match = at < behind || !BEGINS(text, at) ? null : matchAt(BODY, text, at);
    if (match === null) continue;
    behind = at + match[0].length;
    const words = match[0].includes('\n') ? match[0].replaceAll('\n', ' ') : match[0];
    const committee = COMMITTEES.get(words);
    const end = behind;
    if (committee !== undefined) party.add(committee);
    if (words.startsWith('thanh ')) cities.note(end);
    if (committee !== undefined || words === 'thanh doan') continue;
    const kind = LOCAL_BODIES.get(words) ?? 'places';
    const level = levelBehind(folded, end, kind, cities);
    if (level !== undefined) mentions.push({ at, kind, level });
  }
  const city = cities.only();
  const levels: Record<LocalBody, Set<IssuerLevel>> = {
    council: new Set(),
    executive: new Set(),
    partyCell: new Set(),
    places: new Set(),
  };
  for (const { kind, level } of mentions) {
    const known = level ?? city;
    if (known !== null) levels[kind].add(known);
  }
  const rare = new Map<RareBody, ReadonlySet<IssuerLevel>>();
  let headings: readonly PlaceHeading[] | null = null;
  let isCentralCity: boolean | null = null;
  return {
    folded,
    party,
    council: levels.council,
    executive: levels.executive,
    partyCell: levels.partyCell,
    places: levels.places,
    isCentralCity() {
      isCentralCity ??= cities.isDeclared || CITY_COMMITTEE.test(text);
      return isCentralCity;
    },
    city,
    isDeclaredCity: cities.isDeclaredCity,
    headingBefore(at) {
      headings ??= readHeadings(folded, cities);
      return headings[countBefore(headings, at) - 1] ?? null;
    },
    namedBetween(kind, start, end) {
      const named = new Set<IssuerLevel>();
      const last = countBefore(mentions, end);
      for (const mention of mentions.slice(Math.max(0, last - MAX_NAMED), last)) {
        const level = mention.level ?? city;
        if (mention.kind === kind && level !== null && mention.at >= start) named.add(level);
      }
      return named;
    },
    rare(kind) {
      const levels = rare.get(kind) ?? readRare(folded, kind, city);
      rare.set(kind, levels);
      return levels;
    },
  };
}

interface Mention {
  readonly at: number;
  readonly kind: LocalBody;
  /** Null for a city without a name. */
  readonly level: IssuerLevel | null;
}

/** So many mentions before a place are looked at, that a long text under one heading is not read over and over. */
const MAX_NAMED = 48;

/** How many of `places`, which are in order, stand before `at`. */
function countBefore(places: readonly { readonly at: number }[], at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.at ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The level of the body whose word ends at `end`: undefined where no unit follows, null for a city without a name. */
function levelBehind(folded: FoldedText, end: number, kind: LocalBody, cities: Cities): IssuerLevel | null | undefined {
  UNIT.lastIndex = end;
  const match = UNIT.exec(folded.text);
  if (match?.[1] !== undefined) {
    const level = UNIT_LEVELS.get(match[1].replace('\n', ' '));
    return level ?? cities.note(end + match[0].length);
  }
  INSTITUTION.lastIndex = end;
  return kind === 'partyCell' && INSTITUTION.test(folded.text) ? 'org' : undefined;
}

interface Cities {
  readonly isDeclared: boolean;
  isDeclaredCity(name: string): boolean;
  /** Notes the city whose name begins at `at`, and tells its level; null where no name stands there. */
  note(at: number): IssuerLevel | null;
  only(): IssuerLevel | null;
}

const DECLARED = /truc[ \n]thuoc[ \n](?:trung[ \n]uong|tw)(?![a-z])/g;
const DECLARED_CITY =
  /(?:thanh[ \n](?:pho|uy)|tp\.?)[ \n]((?:[a-z]{1,8}[ \n]){0,3}?[a-z]{1,8})[ \n,(]{1,3}(?:la[ \n])?(?:thanh[ \n]pho[ \n])?$/;
const DECLARED_WINDOW = 72;
const CAPITAL_NAME = /^[ \n]((?:\p{Lu}\p{L}{0,9})(?:[ \n]\p{Lu}\p{L}{0,9}){0,3})/u;

/** "thành phố Trường Khê (trực thuộc Trung ương)" makes that city a centrally run one, said once for the whole text. */
function readCities(folded: FoldedText): Cities {
  const declared = new Set<string>();
  DECLARED.lastIndex = 0;
  for (let match = DECLARED.exec(folded.text); match !== null; match = DECLARED.exec(folded.text)) {
    const from = Math.max(0, match.index - DECLARED_WINDOW);
    const city = DECLARED_CITY.exec(folded.text.slice(from, match.index));
    if (city?.[1] === undefined) continue;
    const at = from + city.index + city[0].indexOf(city[1], 2);
    const isName = composeSlice(folded, at, at + city[1].length)
      .split(/[ \n]/)
      .every((word) => /^\p{Lu}/u.test(word));
    if (isName) declared.add(city[1].replaceAll('\n', ' '));
  }
  const isDeclaredCity = (name: string): boolean =>
    [...declared].some((one) => `${foldKey(name)} `.startsWith(`${one} `));
  const levels = new Set<IssuerLevel>(declared.size > 0 ? ['province'] : []);
  return {
    isDeclared: declared.size > 0,
    isDeclaredCity,
    note(at) {
      // Few words for a city have a name behind them; a capital shows those that do.
      if (isSmallPrint(folded.slice(at + 1, at + 2))) return null;
      CENTRAL.lastIndex = at;
      const name = CAPITAL_NAME.exec(composeSlice(folded, at, at + 44))?.[1];
      if (name === undefined) return null;
      const isCentral = CENTRAL.test(folded.text) || isDeclaredCity(name.replaceAll('\n', ' '));
      const level = isCentral ? 'province' : 'district';
      levels.add(level);
      return level;
    },
    only: () => {
      const [level] = levels;
      return levels.size === 1 ? (level ?? null) : null;
    },
  };
}

const HEADING =
  /(^|[\n\f])(hdnd[ ]|hoi[ ]dong[ ]nhan[ ]dan[ \n]|ubnd[ ]|uy[ ]ban[ ]nhan[ ]dan[ \n]|dang[ ]uy[ ])?(tinh|huyen|quan|thi[ ]xa|xa|phuong|thi[ ]tran|dac[ ]khu|thanh[ ]pho)((?:[ ][a-z]{1,10}){0,4}?)(?=[ ]?(?:[\n\f]|$)|[ ](?:doc[ ]lap[ ]-|cong[ ]hoa[ ]xa[ ]hoi))/g;

function readHeadings(folded: FoldedText, cities: Cities): readonly PlaceHeading[] {
  const headings: PlaceHeading[] = [];
  HEADING.lastIndex = 0;
  for (let match = HEADING.exec(folded.text); match !== null; match = HEADING.exec(folded.text)) {
    const [whole, lead = '', body, unit = '', name = ''] = match;
    const at = match.index + lead.length;
    const end = match.index + whole.length;
    const printed = composeSlice(folded, at, end);
    if ((body === undefined && name === '') || printed !== printed.toUpperCase()) continue;
    const level = UNIT_LEVELS.get(unit) ?? cities.note(end - name.length);
    headings.push({ at, level });
  }
  return headings;
}

function rareWords(words: string): RegExp {
  return new RegExp(`(?<![a-z])(?:${words.replaceAll(' ', '[ \\n]')})(?:[ \\n]viet[ \\n]nam)?(?![a-z])`, 'g');
}

function readRare(folded: FoldedText, kind: RareBody, city: IssuerLevel | null): ReadonlySet<IssuerLevel> {
  const levels = new Set<IssuerLevel>();
  for (const match of folded.text.matchAll(RARE[kind])) {
    UNIT.lastIndex = match.index + match[0].length;
    const unit = UNIT.exec(folded.text)?.[1]?.replace('\n', ' ');
    const ofUnit = unit === undefined ? null : (UNIT_LEVELS.get(unit) ?? city);
    const level = YOUTH_LEVELS.get(match[0].replace('\n', ' ')) ?? ofUnit;
    if (level !== null) levels.add(level);
  }
  return levels;
}

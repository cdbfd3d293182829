/**
 * The documents of the invented world: per body, type and term (Party) or year (state) numbers grow with dates.
 *
 * All identities are minted as the archive mints them. Nothing is dated inside the months of 2020 in which local
 * committees changed terms, because no report could tell which of the two it belongs to. Every fifth state document
 * without a year in its code is elusive: no report prints its date, so that nothing ever settles it.
 */
import type { DocumentId, RelationKind } from '../../core/documents/document.ts';
import { mintDocumentId } from '../../core/documents/identity.ts';
import { findCentralTerm, findLocalTerm, type TermAnswer } from '../../core/documents/terms.ts';
import type { InventedBody } from './bodies.ts';
import { type DayNumber, toDay, toIso, yearOf } from './calendar.ts';
import type { Random } from './random.ts';
import { names } from './tables.ts';

export interface InventedDocument {
  readonly id: DocumentId;
  readonly body: InventedBody;
  readonly type: string;
  readonly typeWord: string;
  readonly number: string;
  /** In standard spelling. */
  readonly code: string;
  readonly codeYear: number | null;
  readonly term: string | null;
  readonly day: DayNumber;
  readonly subject: string;
  /** At the centre the organ: Bộ Chính trị. */
  readonly organ: string | null;
  readonly isElusive: boolean;
}

export interface InventedRelation {
  readonly kind: RelationKind;
  readonly from: InventedDocument;
  readonly to: InventedDocument;
}

interface Series {
  readonly type: string;
  readonly word: string;
  readonly aYear: number;
  /** Share of codes that bear their year. */
  readonly yearly?: number;
  readonly organ?: string;
}

const FIRST = toDay('2016-02-15');
const LAST = toDay('2025-04-25');
const SEASON: readonly [DayNumber, DayNumber] = [toDay('2020-05-01'), toDay('2020-11-30')];
/** Central numbers begin here, away from the real documents that everybody knows by name. */
const CENTRAL_START = 60;

const COMMITTEE: readonly Series[] = [
  { type: 'NQ', word: 'Nghị quyết', aYear: 4 },
  { type: 'CT', word: 'Chỉ thị', aYear: 5 },
  { type: 'KL', word: 'Kết luận', aYear: 6 },
  { type: 'KH', word: 'Kế hoạch', aYear: 10 },
  { type: 'CTr', word: 'Chương trình', aYear: 4 },
  { type: 'QĐ', word: 'Quyết định', aYear: 8 },
  { type: 'TB', word: 'Thông báo', aYear: 8 },
  { type: 'HD', word: 'Hướng dẫn', aYear: 3 },
];
const COUNCIL: readonly Series[] = [{ type: 'NQ', word: 'Nghị quyết', aYear: 12, yearly: 0.4 }];
const EXECUTIVE: readonly Series[] = [
  { type: 'KH', word: 'Kế hoạch', aYear: 12 },
  { type: 'QĐ', word: 'Quyết định', aYear: 14, yearly: 0.3 },
  { type: 'CT', word: 'Chỉ thị', aYear: 3 },
];
const CENTRE: Readonly<Record<string, readonly Series[]>> = {
  TW: [
    { type: 'NQ', word: 'Nghị quyết', aYear: 5, organ: 'Bộ Chính trị' },
    { type: 'CT', word: 'Chỉ thị', aYear: 7, organ: 'Ban Bí thư' },
    { type: 'KL', word: 'Kết luận', aYear: 10, organ: 'Bộ Chính trị' },
    { type: 'QĐ', word: 'Quy định', aYear: 8, organ: 'Bộ Chính trị' },
  ],
  CP: [
    { type: 'NQ', word: 'Nghị quyết', aYear: 14 },
    { type: 'NĐ', word: 'Nghị định', aYear: 16, yearly: 1 },
  ],
  TTg: [
    { type: 'QĐ', word: 'Quyết định', aYear: 16, yearly: 0.3 },
    { type: 'CT', word: 'Chỉ thị', aYear: 8 },
  ],
};

/** All documents by date. */
export function inventDocuments(bodies: readonly InventedBody[], random: Random): readonly InventedDocument[] {
  return bodies
    .flatMap((body, index) => seriesOf(body).flatMap((series) => inventSeries(body, index, series, random)))
    .sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
}

/** Whether on this day local committees were changing terms. */
export function isCongressSeason(day: DayNumber): boolean {
  return day >= SEASON[0] && day <= SEASON[1];
}

/** The term in which Party documents of this body are numbered on a day, or null. */
export function termOn({ issuing }: InventedBody, day: DayNumber): string | null {
  const date = toIso(day);
  const answer: TermAnswer =
    issuing.level === 'central' ? findCentralTerm(date) : findLocalTerm(issuing.level, issuing.place, date);
  return answer.kind === 'term' ? answer.term : null;
}

export function isParty({ family, issuing }: InventedBody): boolean {
  return family === 'committee' || issuing.symbol === 'TW';
}

function seriesOf({ family, issuing }: InventedBody): readonly Series[] {
  switch (family) {
    case 'committee':
      return COMMITTEE;
    case 'council':
      return COUNCIL;
    case 'executive':
      return EXECUTIVE;
    case 'centre':
      return CENTRE[issuing.symbol] ?? [];
    default:
      return family satisfies never;
  }
}

function inventSeries(body: InventedBody, index: number, series: Series, random: Random): readonly InventedDocument[] {
  const documents: InventedDocument[] = [];
  const step = 365 / series.aYear;
  const first = body.issuing.symbol === 'TW' ? CENTRAL_START : 1;
  let number = first;
  let period = '';
  for (
    let day = FIRST + random.int(Math.ceil(step));
    day <= LAST;
    day += 1 + Math.floor(step * (0.5 + random.next()))
  ) {
    if (isCongressSeason(day) && body.family === 'committee') continue;
    const term = isParty(body) ? termOn(body, day) : null;
    const running = term ?? String(yearOf(day));
    if (running !== period) number = first;
    period = running;
    documents.push(inventDocument({ body, series, number, term, day }, index, random));
    number += 1;
  }
  return documents;
}

interface Numbered {
  readonly body: InventedBody;
  readonly series: Series;
  readonly number: number;
  readonly term: string | null;
  readonly day: DayNumber;
}

function inventDocument(
  { body, series, number, term, day }: Numbered,
  index: number,
  random: Random,
): InventedDocument {
  const { type, word, yearly = 0, organ = null } = series;
  const year = yearOf(day);
  const codeYear = random.chance(yearly) ? year : null;
  const printed = number < 10 ? `0${number}` : String(number);
  const { symbol } = body.issuing;
  const isState = !isParty(body);
  const isPlain = isState && codeYear === null;
  return {
    id: mintDocumentId({ type, number: printed, body: body.issuing, codeYear, term, year: isPlain ? year : null }),
    body,
    type,
    typeWord: word,
    number: printed,
    code: codeOf(type, printed, symbol, codeYear, isState),
    codeYear,
    term,
    day,
    subject: inventSubject(index * 7 + number * 3 + year, random),
    organ,
    isElusive: isPlain && random.chance(0.2),
  };
}

function codeOf(type: string, number: string, symbol: string, year: number | null, isState: boolean): string {
  if (year !== null) return `${number}/${year}/${type}-${symbol}`;
  return isState ? `${number}/${type}-${symbol}` : `${number}-${type}/${symbol}`;
}

/** Documents of one number begin differently, as long as the table of objects lasts. */
function inventSubject(turn: number, random: Random): string {
  const { verbs, objects, tails } = names.subjects;
  return `${verbs[turn % verbs.length]} ${objects[Math.floor(turn / 3) % objects.length]} ${random.pick(tails)}`;
}

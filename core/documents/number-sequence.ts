/**
 * What the numbers of one series tell of dates: within a body, type and term numbers grow with dates, so an undated
 * document lies between its dated neighbours, and a date that breaks the order is likely a misprint.
 *
 * Printed dates are claims: of all of them the order believes the heaviest set that grows with the numbers. What
 * contradicts it by too little to be called a misprint is a doubt about both sides, and bounds rest on neither. A bound
 * is an extra fact with its reason; it never becomes a document's date.
 */
import type { IsoDate } from '../citations/citation.ts';
import type { Evidence } from './document.ts';
import { evidence } from './evidence.ts';

/** One document of the series, with each date printed for it and in how many mentions. */
export interface NumberedDocument {
  readonly id: string;
  /** As printed: `07`; one that is no plain number (30a, 66.7) stands outside the order. */
  readonly number: string;
  readonly dates: readonly { readonly date: IsoDate; readonly mentions: number }[];
}

/** The days between which a document lies, both included; at least one is known. */
export interface DateBounds {
  readonly notBefore: IsoDate | null;
  readonly notAfter: IsoDate | null;
  readonly why: readonly Evidence[];
}

/** A printed date that the series around it contradicts. */
export interface DateOutlier {
  readonly id: string;
  readonly date: IsoDate;
  readonly why: readonly Evidence[];
}

export interface SequenceReading {
  /** Of documents without any date, by id. */
  readonly bounds: ReadonlyMap<string, DateBounds>;
  readonly outliers: readonly DateOutlier[];
}

/** Mentions of one date beyond these count no more: a misprint copied a hundred times does not outweigh its neighbours. */
const MOST_WEIGHT = 5;
/** Documents that must contradict a date before it is called a misprint. */
const LEAST_WITNESSES = 2;

/**
 * Reads a series, in O(n log n) of its dates.
 *
 * @example
 * readSequence([{ id: 'a', number: '20', dates: [{ date: '2022-02-01', mentions: 3 }] }, { id: 'b', number: '21', dates: [] },
 *   { id: 'c', number: '22', dates: [{ date: '2022-03-01', mentions: 2 }] }]).bounds.get('b') // 2022-02-01 to 2022-03-01
 */
export function readSequence(documents: readonly NumberedDocument[]): SequenceReading {
  const numbered = documents
    .filter(({ number }) => /^\d{1,6}$/.test(number))
    .map((document) => ({ ...document, at: Number(document.number) }));
  const points = numbered
    .flatMap(({ id, at, number, dates }) =>
      dates.map(({ date, mentions }): Point => ({ id, at, number, date, weight: Math.min(mentions, MOST_WEIGHT) })),
    )
    // Later dates of one number first, so that a growing set holds one of them at most.
    .sort((a, b) => a.at - b.at || (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1));
  const chain = heaviestGrowing(points);
  const { outliers, doubted } = judge(points, chain);
  const trusted = chain.filter((_, index) => !doubted[index]);
  const dated = new Set(points.map(({ id }) => id));
  const bounds = new Map<string, DateBounds>();
  for (const { id, at, number } of numbered) {
    if (dated.has(id)) continue;
    const found = boundsOf(at, number, trusted);
    if (found !== null) bounds.set(id, found);
  }
  return { bounds, outliers };
}

interface Point {
  readonly id: string;
  readonly at: number;
  readonly number: string;
  readonly date: IsoDate;
  readonly weight: number;
}

/** The points of greatest weight whose dates never fall, in their order: a running maximum over dates, kept in a tree. */
function heaviestGrowing(points: readonly Point[]): readonly Point[] {
  const days = [...new Set(points.map(({ date }) => date))].sort();
  const rankOf = new Map(days.map((date, index) => [date, index + 1]));
  const best = new Array<Link | undefined>(days.length + 1);
  let heaviest: Link | undefined;
  for (const point of points) {
    const rank = rankOf.get(point.date) ?? 0;
    let before: Link | undefined;
    for (let node = rank; node > 0; node -= node & -node) before = heavier(before, best[node]);
    const link: Link = { point, weight: point.weight + (before?.weight ?? 0), before };
    for (let node = rank; node <= days.length; node += node & -node) best[node] = heavier(best[node], link);
    heaviest = heavier(heaviest, link);
  }
  const chain: Point[] = [];
  for (let link = heaviest; link !== undefined; link = link.before) chain.push(link.point);
  return chain.reverse();
}

interface Link {
  readonly point: Point;
  readonly weight: number;
  readonly before: Link | undefined;
}

function heavier(a: Link | undefined, b: Link | undefined): Link | undefined {
  return b === undefined || (a !== undefined && a.weight >= b.weight) ? a : b;
}

/** Of the points outside the chain, which are misprints; and which links of the chain the others bring into doubt. */
function judge(
  points: readonly Point[],
  chain: readonly Point[],
): { readonly outliers: readonly DateOutlier[]; readonly doubted: readonly boolean[] } {
  const held = new Set(chain);
  const weights = [0];
  for (const { weight } of chain) weights.push((weights.at(-1) ?? 0) + weight);
  const steps = new Array<number>(chain.length + 1).fill(0);
  const outliers: DateOutlier[] = [];
  for (const point of points) {
    if (held.has(point)) continue;
    const [from, to] = contradicting(point, chain);
    const weight = (weights[to] ?? 0) - (weights[from] ?? 0);
    if (to - from >= LEAST_WITNESSES && weight > point.weight) outliers.push(tellOutlier(point, chain));
    else {
      steps[from] = (steps[from] ?? 0) + 1;
      steps[to] = (steps[to] ?? 0) - 1;
    }
  }
  let depth = 0;
  const doubted = chain.map((_, index) => {
    depth += steps[index] ?? 0;
    return depth > 0;
  });
  return { outliers, doubted };
}

/** The links of the chain with a lower number and a later date, or a higher number and an earlier one; they are neighbours. */
function contradicting({ at, date }: Point, chain: readonly Point[]): readonly [number, number] {
  const lower = countWhile(chain, (link) => link.at < at);
  const notLater = countWhile(chain, (link) => link.date <= date);
  if (notLater < lower) return [notLater, lower];
  const notHigher = countWhile(chain, (link) => link.at <= at);
  return [
    notHigher,
    Math.max(
      notHigher,
      countWhile(chain, (link) => link.date < date),
    ),
  ];
}

/** How many links from the first on fulfil what holds for none behind the first that does not. */
function countWhile(chain: readonly Point[], holds: (link: Point) => boolean): number {
  let [low, high] = [0, chain.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const link = chain[middle];
    if (link !== undefined && holds(link)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function neighbours(at: number, chain: readonly Point[]): readonly [Point | null, Point | null] {
  const lower = countWhile(chain, (link) => link.at < at);
  const notHigher = countWhile(chain, (link) => link.at <= at);
  return [chain[lower - 1] ?? null, chain[notHigher] ?? null];
}

function boundsOf(at: number, number: string, chain: readonly Point[]): DateBounds | null {
  const [below, above] = neighbours(at, chain);
  if (below === null && above === null) return null;
  const why = [
    ...(below === null ? [] : [evidence('number-after', { number, other: below.number, date: below.date })]),
    ...(above === null ? [] : [evidence('number-before', { number, other: above.number, date: above.date })]),
  ];
  return { notBefore: below?.date ?? null, notAfter: above?.date ?? null, why };
}

function tellOutlier({ id, at, number, date }: Point, chain: readonly Point[]): DateOutlier {
  const [below, above] = neighbours(at, chain);
  const isTooEarly = below !== null && below.date > date;
  const witness = isTooEarly ? below : (above ?? below);
  const params = { number, date, other: witness?.number ?? '', otherDate: witness?.date ?? '' };
  return { id, date, why: [evidence(isTooEarly ? 'number-too-early' : 'number-too-late', params)] };
}

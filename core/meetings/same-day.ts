/**
 * Puts the reports of one day together: pair by pair, strongest evidence first, never where any two of the two sides
 * contradict each other, and not where one side fits a third about as well that cannot be the same.
 *
 * Which pairs may be joined and how much speaks for it is agreement.ts's.
 */
import { contradict, mayJoin, type Sketch, weigh } from './agreement.ts';

/** Evidence that differs by less tells nothing. */
export const MARGIN = 1;

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** The groups of one day's reports, which must come in the order of their addresses. */
export function groupSameDay<M extends Sketch>(marks: readonly M[]): readonly (readonly M[])[] {
  const edges = pairsOf(marks).flatMap(([a, b]): Edge[] => {
    const [one, other] = [marks[a], marks[b]];
    if (one === undefined || other === undefined || contradict(one, other, true) || !mayJoin(one, other)) return [];
    return [{ a, b, weight: weigh(one, other) }];
  });
  edges.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  const edgesAt = new Map<number, Edge[]>();
  for (const edge of edges) for (const at of [edge.a, edge.b]) edgesAt.set(at, [...(edgesAt.get(at) ?? []), edge]);
  const setOf = marks.map((_, at): readonly number[] => [at]);
  const setAt = (at: number): readonly number[] => setOf[at] ?? [];
  const clash = (p: readonly number[], q: readonly number[]): boolean =>
    p.some((a) => q.some((b) => areApart(marks[a], marks[b])));
  const isTorn = (p: readonly number[], q: readonly number[], weight: number): boolean =>
    p.some((at) =>
      (edgesAt.get(at) ?? []).some((edge) => {
        const r = setAt(edge.a === at ? edge.b : edge.a);
        return edge.weight >= weight - MARGIN && r !== p && r !== q && clash(q, r) && !clash(p, r);
      }),
    );
  for (const { a, b, weight } of edges) {
    const [p, q] = [setAt(a), setAt(b)];
    if (p === q || clash(p, q) || isTorn(p, q, weight) || isTorn(q, p, weight)) continue;
    const both = [...p, ...q];
    for (const at of both) setOf[at] = both;
  }
  return [...new Set(setOf)].map((set) => set.flatMap((at) => marks[at] ?? []));
}

function areApart(a: Sketch | undefined, b: Sketch | undefined): boolean {
  return a !== undefined && b !== undefined && contradict(a, b, true);
}

/** Pairs, by place, of those that share a bucket; who tells no host is held against all. */
function pairsOf(marks: readonly Sketch[]): readonly (readonly [number, number])[] {
  const pairs = new Map<number, readonly [number, number]>();
  const add = (a: number, b: number): void => {
    const [low, high] = a < b ? [a, b] : [b, a];
    if (low !== high) pairs.set(low * marks.length + high, [low, high]);
  };
  const buckets = new Map<string, number[]>();
  for (const [at, mark] of marks.entries()) {
    for (const key of bucketsOf(mark)) {
      const bucket = buckets.get(key) ?? [];
      for (const other of bucket) add(other, at);
      bucket.push(at);
      buckets.set(key, bucket);
    }
    if (mark.host === null && mark.codes.size > 0) for (const other of marks.keys()) add(other, at);
  }
  return [...pairs.values()];
}

/** Keys of which two reports share one whenever they may be put together, but for those of which one tells no host. */
export function bucketsOf({ host, chairs }: Sketch): readonly string[] {
  const seats = [...chairs].map((chair) => `chair ${chair}`);
  if (host === null) return seats;
  const unit = host.home === '' ? [] : [`unit ${host.home}`];
  return [`body ${host.body}`, ...unit, ...seats];
}

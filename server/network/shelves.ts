/**
 * Puts labels on shelves: each gets a stretch of a row for itself, as near as can be to where it wants to stand.
 *
 * Whoever comes first in the list chooses first. Rows are added where all are full, so that everyone finds a place.
 */

export interface Wish {
  readonly id: string;
  readonly width: number;
  /** Where its middle wants to be. */
  readonly x: number;
  /** 0 for the first row, 1 for the last. */
  readonly depth: number;
}

export interface Place {
  readonly id: string;
  readonly x: number;
  readonly row: number;
}

const GAP = 14;
/** How full rows are at first: the emptier, the nearer does everyone get to the wish. */
const FULL = 0.62;
/** What a row away costs, as so much way to the side. */
const ROW_COST = 60;

/** @example putOnShelves([{ id: 'a', width: 90, x: 600, depth: 0 }], 1200) // one row, `a` in its middle */
export function putOnShelves(
  wishes: readonly Wish[],
  width: number,
): { readonly places: readonly Place[]; readonly rows: number } {
  const needed = wishes.reduce((sum, wish) => sum + wish.width + GAP, 0);
  const rows: Stretch[][] = Array.from({ length: Math.max(1, Math.ceil(needed / (width * FULL))) }, () => []);
  const places: Place[] = [];
  for (const wish of wishes) {
    const wished = wish.depth * (rows.length - 1);
    let best: { x: number; row: number; cost: number } | null = null;
    for (const [row, taken] of rows.entries()) {
      const x = nearestFree(taken, wish, width);
      if (x === null) continue;
      const cost = Math.abs(x - wish.x) + ROW_COST * Math.abs(row - wished);
      if (best === null || cost < best.cost) best = { x, row, cost };
    }
    const { x, row } = best ?? { x: clamp(wish.x, wish.width, width), row: rows.push([]) - 1 };
    const half = wish.width / 2;
    rows[row]?.push({ start: x - half, end: x + half });
    places.push({ id: wish.id, x, row });
  }
  return { places, rows: rows.length };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The middle nearest to the wish at which the label touches no other; null where the row has none. */
function nearestFree(taken: readonly Stretch[], wish: Wish, width: number): number | null {
  const half = wish.width / 2;
  const beside = taken.flatMap(({ start, end }) => [start - GAP - half, end + GAP + half]);
  let best: number | null = null;
  for (const x of [clamp(wish.x, wish.width, width), ...beside]) {
    if (x - half < 0 || x + half > width) continue;
    if (taken.some(({ start, end }) => x - half < end + GAP - 0.01 && x + half > start - GAP + 0.01)) continue;
    if (best === null || Math.abs(x - wish.x) < Math.abs(best - wish.x)) best = x;
  }
  return best;
}

function clamp(x: number, label: number, width: number): number {
  return Math.min(Math.max(x, label / 2), Math.max(width - label / 2, label / 2));
}

/**
 * Lists by pages that continue behind a place in an order, never at a number of rows: the last page is as fast as the
 * first, and rows that arrive in between neither repeat nor hide others.
 */

export interface Page {
  /** Items wanted, 1 or more; the caller keeps it in bounds. */
  readonly limit: number;
  /** The `next` of the page before; null for the first. */
  readonly after: string | null;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  /** Items on all pages together. */
  readonly total: number;
  /** What to ask for as `after`; null on the last page. */
  readonly next: string | null;
}

/** The place to continue at is none that this list gave out: answer that the request is wrong. */
export class CursorError extends Error {
  constructor(cursor: string) {
    super(
      `Cannot continue a list at "${cursor.slice(0, 60)}": take the value of "next" from the page before, unchanged`,
    );
    this.name = 'CursorError';
  }
}

/** What the parts of a cursor may look like. */
export const cursorParts = {
  number: /^\d{1,15}$/,
  day: /^(\d{4}-\d{2}-\d{2})?$/,
  instant: /^\d{4}-\d{2}-\d{2}T[\d:.]{5,18}Z$/,
  id: /^[^~]{1,200}$/,
};

/** A place in an order by one thing and then another: `739330~2`, `2023-03-21~m1f0`. */
export function formatCursor(first: string | number, second: string | number): string {
  return `${first}~${second}`;
}

/** Throws CursorError when a part does not look as it must. */
export function parseCursor(cursor: string, first: RegExp, second: RegExp): readonly [first: string, second: string] {
  const [one = '', two = '', ...more] = cursor.split('~', 3);
  if (more.length > 0 || !first.test(one) || !second.test(two)) throw new CursorError(cursor);
  return [one, two];
}

/** Makes a page of rows that were asked for with one more than its limit. */
export function cutPage<Row, T>(
  rows: readonly Row[],
  { limit }: Page,
  total: number,
  read: { readonly toItem: (row: Row) => T; readonly toCursor: (row: Row) => string },
): PageOf<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? read.toCursor(last) : null;
  return { items: shown.map(read.toItem), total, next };
}

/**
 * Streams a whole list page by page. Between two pages nothing is held open, so that the consumer may read and write
 * the archive as it goes.
 */
export async function* streamPages<Row>(readPage: (after: Row | null) => Promise<readonly Row[]>): AsyncGenerator<Row> {
  let last: Row | null = null;
  for (;;) {
    const rows: readonly Row[] = await readPage(last);
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end;
  }
}

/** A page of a list that is short enough to be read whole. */
export function pageByNumber<T>(
  all: readonly T[],
  page: number,
  perPage: number,
): { readonly items: readonly T[]; readonly total: number; readonly next: string | null } {
  const isLast = page * perPage >= all.length;
  return {
    items: all.slice((page - 1) * perPage, page * perPage),
    total: all.length,
    next: isLast ? null : String(page + 1),
  };
}

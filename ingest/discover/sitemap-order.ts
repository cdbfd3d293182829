/**
 * Which of an index's sitemaps come first: those that tell no date, since any of them may hold what is new; then the
 * newest. A date is what the index says, else a month in the name (`news-2023-9.xml`).
 */
import { startOf } from './found-date.ts';

interface SitemapEntry {
  readonly url: string;
  readonly modified: string | null;
}

/** Addresses in the order of reading. Those that last changed before `since` are left out. */
export function orderSitemaps(
  entries: readonly SitemapEntry[],
  since: string | null,
): { readonly undated: readonly string[]; readonly dated: readonly string[] } {
  const from = since === null ? Number.NEGATIVE_INFINITY : startOf(since);
  const undated: string[] = [];
  const dated: { url: string; at: number }[] = [];
  for (const { url, modified } of entries) {
    const month = monthInName(url);
    // What the name says is the month of its articles; when it last changed may be yesterday, by one correction.
    if (month !== null) {
      if (month.end > from) dated.push({ url, at: month.start });
    } else if (modified === null) undated.push(url);
    else if (startOf(modified) + DAY_MS > from) dated.push({ url, at: startOf(modified) });
  }
  dated.sort((a, b) => b.at - a.at);
  return { undated, dated: dated.map(({ url }) => url) };
}

const DAY_MS = 86_400_000;

function monthInName(url: string): { readonly start: number; readonly end: number } | null {
  const name = url.split('/').slice(-2).join('/');
  const found = /(?<!\d)(20\d\d)[-_/.]?(1[0-2]|0?[1-9])(?!\d)/.exec(name);
  if (found === null) return null;
  const [year, month] = [Number(found[1]), Number(found[2])];
  return { start: Date.UTC(year, month - 1, 1), end: Date.UTC(year, month, 1) };
}

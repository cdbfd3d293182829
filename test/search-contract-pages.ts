/** Many items: pages that reach the last hit, each hit once, and counts that stay true. */
import { expect } from 'vitest';
import type { SearchItem, SearchQuery } from '../core/search/engine.ts';
import type { Check, Needs } from './search-cases.ts';
import { aSearchItem, everything, facetsOfYear, type SearchItems } from './search-items.ts';

const count = 730;
const exactCounts: Needs = ({ countsExactly }) => (countsExactly ? null : 'counts are estimates on this engine');

const walks: readonly Partial<SearchQuery>[] = [
  {},
  { text: 'kênh' },
  { text: 'kênh đào', sort: 'oldest' },
  { text: 'kênh đào thủy lợi' },
];

export function pagesContract(checkOn: (items: SearchItems) => Check): void {
  const check = checkOn(Array.from({ length: count }, (_, number) => numbered(number)));

  for (const query of walks) {
    check(`shows each hit once, to the last: ${JSON.stringify(query)}`, async (engine) => {
      const seen: string[] = [];
      for (let page = 1; ; page++) {
        const { hits, total } = await engine.find({ ...everything, ...query, page, perPage: 97 });
        expect(total).toBe(count);
        if (hits.length === 0) break;
        seen.push(...hits.map((hit) => hit.id));
      }
      expect(seen.toSorted()).toEqual(Array.from({ length: count }, (_, number) => `item-${number}`).sort());
    });
  }

  check('has the same order in pages of another size', async (engine) => {
    const [whole, first, second] = await Promise.all(
      [
        { page: 3, perPage: 80 },
        { page: 5, perPage: 40 },
        { page: 6, perPage: 40 },
      ].map((pages) => engine.find({ ...everything, text: 'kênh đào thủy lợi', ...pages })),
    );
    const ids = [...(first?.hits ?? []), ...(second?.hits ?? [])].map((hit) => hit.id);
    expect(whole?.hits.map((hit) => hit.id)).toEqual(ids);
  });

  check('reaches the last hit at once, and nothing beyond', async (engine) => {
    const last = await engine.find({ ...everything, text: 'kênh', sort: 'newest', page: count, perPage: 1 });
    expect(last.hits.map((hit) => hit.date)).toEqual(['2001-01-01']);
    for (const page of [count + 1, 1_000_000_000, Number.MAX_SAFE_INTEGER]) {
      const beyond = await engine.find({ ...everything, text: 'kênh', page, perPage: 100 });
      expect([beyond.hits, beyond.total], String(page)).toEqual([[], count]);
    }
  });

  check(
    'counts facets truly over many hits',
    async (engine) => {
      const { facets } = await engine.find({ ...everything, text: 'kênh', filters: { level: ['commune'] } });
      expect(facets.year.reduce((sum, { count: hits }) => sum + hits, 0)).toBe(365);
      expect(facets.level).toEqual([
        { value: 'commune', count: 365 },
        { value: 'district', count: 365 },
      ]);
    },
    exactCounts,
  );

  check('lists at most a hundred values of a facet, those of most hits', async (engine) => {
    const { facets } = await engine.find(everything);
    expect(facets.issuer).toHaveLength(100);
    expect(facets.issuer[0]).toEqual({ value: 'Xã chung', count });
  });
}

/** Two items a day; half have the wanted words apart, every third has them without accents. */
function numbered(number: number): SearchItem {
  const word = number % 3 === 0 ? 'kenh dao' : 'kênh đào';
  return aSearchItem({
    id: `item-${number}`,
    title: number % 5 === 0 ? `Tuyến ${word} số ${number}` : `Công trình ${number}`,
    body: number % 2 === 0 ? `Nạo vét ${word} thủy lợi.` : `Thủy đạo và kênh; lợi ích của đào.`,
    date: new Date(Date.UTC(2001, 0, 1 + (number >> 1))).toISOString().slice(0, 10),
    facets: {
      ...facetsOfYear(String(2001 + (number % 4))),
      level: [number % 2 === 0 ? 'commune' : 'district'],
      issuer: ['Xã chung', `Xã ${number % 150}`],
    },
  });
}

/** Queries on the little archive of search-items.ts: hits, order, marks, facets, and whatever people may type. */
import { expect } from 'vitest';
import type { SearchAnswer, SearchItem, SearchQuery } from '../core/search/engine.ts';
import { facetNames } from '../core/search/fields.ts';
import { type Check, hostileTexts, rangeCases, searchCases } from './search-cases.ts';
import { everything, searchItems, shortKey } from './search-items.ts';

export function queriesContract(check: Check): void {
  for (const [note, query, found, needs] of searchCases) {
    check(
      note,
      async (one) => {
        const answer = await one.find({ ...everything, ...query });
        expect(answer.hits.map(shortKey).join(' ')).toBe(found);
        expect(answer.total).toBe(answer.hits.length);
        expectSound(answer);
      },
      needs,
    );
  }

  for (const [note, query, id, title, snippet] of rangeCases) {
    check(`marks ${note}`, async (one) => {
      const { hits } = await one.find({ ...everything, ...query });
      const hit = hits.find((candidate) => shortKey(candidate) === id);
      expect(hit && slices(hit.title, hit.highlights.title)).toEqual(title);
      expect(hit && slices(hit.snippet, hit.highlights.snippet)).toEqual(snippet);
    });
  }

  for (const text of hostileTexts) {
    check(`answers ${JSON.stringify(text).slice(0, 60)} (${text.length})`, async (one) => {
      for (const sort of ['relevance', 'newest'] as const) expectSound(await one.find({ ...everything, text, sort }));
    });
  }

  check('hands out a text without markup or loss', async (one) => {
    const { hits } = await one.find({ ...everything, text: 'thép' });
    expect(hits[0]?.title).toBe('Giá thép <b>vọt</b> & "ghìm giá"');
    expect(hits[0]?.snippet).toBe('Bảng <script>alert(1)</script> so sánh thép.');
  });

  check('cuts a long body around what was found', async (one) => {
    const { hits } = await one.find({ ...everything, text: '"gương mặt hiền"' });
    const snippet = hits[0]?.snippet ?? '';
    expect(snippet).toMatch(/^… .*Ông cụ có gương mặt hiền\. .* …$/);
    expect(snippet.length).toBeLessThan(260);
  });

  check('counts every facet over all hits, most first, whatever page is asked for', async (one) => {
    const { facets } = await one.find({ ...everything, perPage: 1, page: 3 });
    expect(facets).toEqual(countBy(searchItems));
  });

  check("leaves a facet's own filter out of its counts, and no other", async (one) => {
    const filters = { year: ['2023'], source: ['song-mo'] };
    const { facets, total } = await one.find({ ...everything, filters });
    const has = (facet: 'year' | 'source', value: string) => (item: SearchItem) => item.facets[facet].includes(value);
    expect(total).toBe(2);
    expect(facets.year).toEqual(countBy(searchItems.filter(has('source', 'song-mo'))).year);
    expect(facets.source).toEqual(countBy(searchItems.filter(has('year', '2023'))).source);
    expect(facets.level).toEqual([{ value: 'district', count: 2 }]);
  });

  check('finds as many items by a facet value as it has counted', async (one) => {
    const { facets } = await one.find(everything);
    for (const facet of facetNames) {
      for (const { value, count } of facets[facet]) {
        expect((await one.find({ ...everything, filters: { [facet]: [value] } })).total, `${facet} ${value}`).toBe(
          count,
        );
      }
    }
  });

  const outOfRange: readonly [string, Partial<SearchQuery>][] = [
    ['page 0', { page: 0 }],
    ['page 1.5', { page: 1.5 }],
    ['no hits a page', { perPage: 0 }],
    ['101 hits a page', { perPage: 101 }],
    ['a day that is none', { from: '2023-13-01' }],
    ['a day in another form', { to: '1/1/2023' }],
  ];
  for (const [note, query] of outOfRange) {
    check(`refuses ${note}`, async (one) => {
      await expect(one.find({ ...everything, ...query })).rejects.toThrow(RangeError);
    });
  }
}

function expectSound({ hits, total }: SearchAnswer): void {
  expect(total).toBeGreaterThanOrEqual(hits.length);
  for (const hit of hits) {
    for (const [text, spans] of [
      [hit.title, hit.highlights.title],
      [hit.snippet, hit.highlights.snippet],
    ] as const) {
      let last = -1;
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThan(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }
  }
}

function countBy(items: readonly SearchItem[]): SearchAnswer['facets'] {
  const listOf = (facet: (typeof facetNames)[number]) => {
    const values = items.flatMap((item) => item.facets[facet]);
    return [...new Set(values)]
      .map((value) => ({ value, count: values.filter((other) => other === value).length }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return {
    type: listOf('type'),
    issuer: listOf('issuer'),
    level: listOf('level'),
    source: listOf('source'),
    year: listOf('year'),
    meeting_kind: listOf('meeting_kind'),
    purpose: listOf('purpose'),
  };
}

function slices(text: string, spans: readonly { start: number; end: number }[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

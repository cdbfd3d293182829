import { expect, it } from 'vitest';
import { anArchive, keepArticle } from '../../test/builders.ts';
import { loadItems } from './items.ts';

it.each([
  ['2023-03-21', '2023-03-21'],
  ['2023-03-21T06:30:00+07:00', '2023-03-21'],
  ['2023-03-20T20:00:00Z', '2023-03-21'],
  ['hôm qua', null],
  [null, null],
])('an article published on %j is filed under the day that it was in Vietnam: %j', async (published, day) => {
  const archive = await anArchive();
  const id = await keepArticle(archive, { published });
  expect(await loadItems(archive.db, [{ kind: 'article', id }])).toMatchObject([
    { date: day, facets: { year: day === null ? [] : ['2023'] } },
  ]);
});

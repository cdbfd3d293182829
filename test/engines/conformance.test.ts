/**
 * One suite for all search engines: the embedded one always, Meilisearch on a real server where MEILI_HOST names one.
 *
 * Indexes and keys made on the server are deleted at the end; no others are touched.
 */
import { randomUUID } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import { afterAll, describe, expect, it } from 'vitest';
import { openMeilisearch } from '../../core/search/meilisearch.ts';
import { openSqliteFts } from '../../core/search/sqlite-fts.ts';
import { searchContract } from '../search-contract.ts';
import { everything, searchItems } from '../search-items.ts';

describe('sqlite-fts', () => searchContract(async () => openSqliteFts({ path: ':memory:' })));

const host = process.env['MEILI_HOST'];
const apiKey = process.env['MEILI_API_KEY'] || null;

if (host) {
  const run = `sohieu-test-${randomUUID().slice(0, 8)}`;
  const client = new Meilisearch({ host, ...(apiKey !== null && { apiKey }) });
  let made = 0;
  const makeName = (): string => `${run}-${made++}`;

  afterAll(async () => {
    const { results } = await client.getRawIndexes({ limit: 1000 });
    for (const { uid } of results) if (uid.startsWith(run)) await client.deleteIndex(uid).waitTask({ timeout: 60_000 });
  });

  describe(`meilisearch on ${host}`, { timeout: 120_000 }, () =>
    searchContract(async () => openMeilisearch({ host, apiKey, index: makeName(), makesKeys: false })),
  );

  describe.skipIf(apiKey === null)('meilisearch with keys of its own', () => {
    it('makes keys that do no more than is needed, and works with them', { timeout: 120_000 }, async () => {
      const index = makeName();
      const engine = openMeilisearch({ host, apiKey, index });
      await engine.put(searchItems);
      await engine.savePosition(1);
      expect((await engine.find({ ...everything, text: 'cầu Hạc' })).total).toBe(1);
      expect(await engine.health()).toMatchObject({ kind: 'ready', items: searchItems.length });
      await engine.clear();
      const { results } = await client.getKeys({ limit: 1000 });
      const ours = results.filter(({ indexes }) => indexes.includes(index));
      expect(ours.map(({ actions }) => actions.includes('*')).sort()).toEqual([false, false]);
      for (const { uid } of ours) await client.deleteKey(uid);
    });
  });
}

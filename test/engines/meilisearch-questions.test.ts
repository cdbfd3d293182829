/**
 * The Meilisearch engine against the stand-in: that it asks consistent questions and puts the answers together right. What a real server makes of them is tried by `npm run test:engines` with MEILI_HOST.
 */
import { afterAll, beforeAll, describe } from 'vitest';
import { openMeilisearch } from '../../core/search/meilisearch.ts';
import { searchContract } from '../search-contract.ts';
import { type FakeMeilisearch, startFakeMeilisearch } from './fake-meilisearch.ts';

let fake: FakeMeilisearch;
let made = 0;
beforeAll(async () => {
  fake = await startFakeMeilisearch();
});
afterAll(() => fake.kill());

describe('meilisearch, asked of a stand-in', () =>
  searchContract(async () => openMeilisearch({ host: fake.host, apiKey: null, index: `thu-${made++}` })));

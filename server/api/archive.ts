import { z } from 'zod';
import { countBySource, countStatuses, countTotals, lastChange } from '../figures.ts';
import { answer } from '../problem.ts';
import { listOf } from './answers.ts';
import { answersJson, type Endpoint } from './endpoint.ts';

const count = z.number().int().min(0);

export const archiveEndpoints: readonly Endpoint[] = [
  answersJson({
    path: '/api/v1/stats',
    summary: 'How much the archive holds, and how far the search index has come.',
    query: z.object({}),
    answer: z.strictObject({
      articles: count,
      meetings: count,
      documents: count.describe('Settled ones.'),
      mentions: count,
      relations: count,
      statuses: z.strictObject({ resolved: count, ambiguous: count, unknown: count }),
      index: z.strictObject({
        state: z.enum(['ready', 'behind', 'needs-rebuild', 'unreachable']),
        items: count.nullable(),
      }),
    }),
    find: async ({ archive, engine }) => {
      const { resolved = 0, ambiguous = 0, unknown = 0 } = await countStatuses(archive.db);
      const health = await engine.health();
      const last = await lastChange(archive.db);
      const state = health.kind === 'ready' && health.position < last ? 'behind' : health.kind;
      return answer({
        ...(await countTotals(archive.db)),
        statuses: { resolved, ambiguous, unknown },
        index: { state, items: health.kind === 'unreachable' ? null : health.items },
      });
    },
  }),
  answersJson({
    path: '/api/v1/sources',
    summary: 'Where the articles come from, with how many there are of each source.',
    query: z.object({}),
    answer: listOf(
      z.strictObject({
        id: z.string().nullable().describe('Null for articles of which nobody said where they come from.'),
        name: z.string().nullable(),
        articles: count,
        latest_published: z.string().nullable(),
        latest_capture: z.string(),
      }),
    ),
    find: async ({ archive, sourceName }) => {
      const sources = await countBySource(archive.db);
      const items = sources.map(({ source, articles, latestPublished, latestCapture }) => ({
        id: source,
        name: source === null ? null : sourceName(source),
        articles,
        latest_published: latestPublished,
        latest_capture: latestCapture,
      }));
      return answer({ items, total: items.length, next: null });
    },
  }),
];

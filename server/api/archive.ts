import { z } from 'zod';
import type { SourceYield } from '../../core/archive/runs.ts';
import { countBySource, countStatuses, countTotals, lastChange } from '../figures.ts';
import { answer } from '../problem.ts';
import { readSourceStates, sourceHealths } from '../source-states.ts';
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
    summary: 'Where the articles come from, with how many there are of each source and how it is doing.',
    query: z.object({}),
    answer: listOf(
      z.strictObject({
        id: z.string().nullable().describe('Null for articles of which nobody said where they come from.'),
        name: z.string().nullable(),
        articles: count,
        latest_published: z.string().nullable(),
        latest_capture: z.string().nullable(),
        home: z.string().nullable().describe('Address of its front page; null where no source file has this id.'),
        enabled: z.boolean().describe('Whether runs ask it.'),
        health: z
          .enum(sourceHealths)
          .describe('`never`: it was not run yet; `files`: its articles were handed in, nothing is fetched.'),
        reasons: z.array(z.string()).readonly().describe('Why it wants looking at, as codes.'),
        last_run: z
          .strictObject({
            run: z.string(),
            finished: z.string(),
            fetched: count,
            new: count,
            updated: count,
            failed: count,
          })
          .nullable(),
      }),
    ),
    find: async ({ archive, sourceName, sources, clock }) => {
      const counts = await countBySource(archive.db);
      const states = await readSourceStates(archive.db, sources, counts, clock());
      const byArticles = [...states].sort((a, b) => b.articles - a.articles);
      const items = byArticles.map(({ id, setting, health, reasons, nights: [last], ...held }) => ({
        id,
        name: setting?.name ?? (id === null ? null : sourceName(id)),
        articles: held.articles,
        latest_published: held.latestPublished,
        latest_capture: held.latestCapture,
        home: setting?.home ?? null,
        enabled: setting?.isEnabled ?? false,
        health,
        reasons,
        last_run: last === undefined ? null : shapeNight(last),
      }));
      return answer({ items, total: items.length, next: null });
    },
  }),
];

function shapeNight({ run, finishedAt, fetched, new: added, updated, failed }: SourceYield) {
  return { run, finished: finishedAt, fetched, new: added, updated, failed };
}

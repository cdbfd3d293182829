/** One source: what its file says, how its last runs went, its newest articles. */
import { z } from 'zod';
import { listNewestArticles } from '../../core/archive/articles.ts';
import type { SourceView } from '../../web/views/sources.ts';
import type { SourceSetting } from '../parts.ts';
import { type Problem, problem } from '../problem.ts';
import { readSourceState } from '../source-states.ts';
import { definePage } from './page.ts';
import { lineOf, openReports, troublesOf } from './source-lines.ts';

const TROUBLES = 50;
const NEWEST = 20;

const noSuchSource: Problem = problem('not-found', {
  vi: 'Kho không có nguồn với mã này.',
  en: 'The archive has no source of this id.',
});

export const sourcePage = definePage({
  path: '/nguon/:id',
  summary: 'A source: its runs, what went wrong, its newest articles, what its file says.',
  query: z.object({}),
  view: async ({ archive: { db }, frontFigures, sources, sourceName, clock, nextRun }, { id, frame }) => {
    const { sources: counts } = await frontFigures();
    const state = await readSourceState(db, id, sources, counts, clock());
    if (state === null) return noSuchSource;
    const line = lineOf(state, sourceName);
    const { items } = await listNewestArticles(db, { limit: NEWEST, after: null }, { source: id });
    return {
      page: 'source',
      frame,
      source: line,
      troubles: await troublesOf(state, openReports(db), TROUBLES),
      settings: state.setting === null ? null : settingsOf(state.setting),
      newest: items.map(({ id: article, title, published }) => ({ id: article, title, source: null, published })),
      nextRun: state.setting?.isEnabled === true ? await nextRun() : null,
    } satisfies SourceView;
  },
});

function settingsOf(setting: SourceSetting): NonNullable<SourceView['settings']> {
  const { home, hosts, isEnabled, feeds, sitemaps, lists, attachments, delayMs, maxPages } = setting;
  return { home, hosts, isEnabled, feeds, sitemaps, lists, attachments, delayMs, maxPages };
}

/** The sources and how they are doing. */
import { z } from 'zod';
import { listRuns } from '../../core/archive/runs.ts';
import type { SourcesView } from '../../web/views/sources.ts';
import { readRunReport } from '../run-report.ts';
import { readSourceStates } from '../source-states.ts';
import { definePage } from './page.ts';
import { lineOf, openReports, troublesOf } from './source-lines.ts';

/** So many failures and warnings of each source stand on the page; its own page has more. */
const TROUBLES = 5;

export const sourcesPage = definePage({
  path: '/nguon',
  summary: 'The sources and how they are doing: health, last runs, what they hold, failures with reasons.',
  query: z.object({}),
  view: async ({ archive: { db }, frontFigures, sources, sourceName, clock, nextRun }, { frame }) => {
    const { sources: counts } = await frontFigures();
    const states = await readSourceStates(db, sources, counts, clock());
    const reportOf = openReports(db);
    const [last] = await listRuns(db, 1);
    const lines: SourcesView['sources'][number][] = [];
    for (const state of states) {
      lines.push({ ...lineOf(state, sourceName), troubles: await troublesOf(state, reportOf, TROUBLES) });
    }
    return {
      page: 'sources',
      frame,
      sources: lines,
      lastRun:
        last === undefined
          ? null
          : {
              at: last.finishedAt ?? last.startedAt,
              status: last.status,
              articles: readRunReport(last).articles_new,
            },
      nextRun: await nextRun(),
    } satisfies SourcesView;
  },
});

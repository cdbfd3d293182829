import { z } from 'zod';
import { getRun, pageRuns } from '../../core/archive/runs.ts';
import { parameters } from '../parameters.ts';
import { answer, type Problem, problem } from '../problem.ts';
import { readRunReport, runReportSchema, shortenReport } from '../run-report.ts';
import { listOf } from './answers.ts';
import { answersJson, type Endpoint } from './endpoint.ts';

/** A night may fail on thousands of addresses: a list of runs names the first of each source. */
const failuresInLists = 20;

const noSuchRun: Problem = problem('not-found', {
  vi: 'Kho không có lần thu thập với mã này.',
  en: 'The archive has no run of this id.',
});

export const runEndpoints: readonly Endpoint[] = [
  answersJson({
    path: '/api/v1/runs',
    summary: `Runs over the sources, newest first, each with its report; of each source the first ${failuresInLists} failures and warnings.`,
    query: z.object({ page: parameters.cursor.optional(), per_page: parameters.per_page.default(20) }),
    answer: listOf(runReportSchema),
    find: async ({ archive }, { query }) => {
      const found = await pageRuns(archive.db, { limit: query.per_page, after: query.page ?? null });
      return answer({
        ...found,
        items: found.items.map((run) => shortenReport(readRunReport(run), failuresInLists)),
      });
    },
  }),
  answersJson({
    path: '/api/v1/runs/:id',
    summary: 'The whole report of one run, as `sohieu ingest --json` printed it.',
    query: z.object({}),
    answer: runReportSchema,
    find: async ({ archive }, { params }) => {
      const run = await getRun(archive.db, params['id'] ?? '');
      return run === null ? noSuchRun : answer(readRunReport(run));
    },
  }),
];

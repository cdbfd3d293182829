import { describe, expect, it } from 'vitest';
import { getRun, startRun } from '../core/archive/runs.ts';
import { anArchive } from '../test/builders.ts';
import { aNightOf } from '../test/nights.ts';
import { readRunReport, runReportSchema, shortenReport } from './run-report.ts';

const failed = [1, 2, 3].map((nth) => ({ url: `https://cong.example.vn/${nth}`, reason: 'answered 503' }));

describe('the report of a run', () => {
  it('is what the command wrote', async () => {
    const { db } = await anArchive();
    const run = await getRun(db, await aNightOf(db, { failed }));
    const report = run === null ? null : readRunReport(run);
    expect(report).toMatchObject({ status: 'partial', meetings_new: 12, sources: [{ source: 'song-mo', failed }] });
    expect(runReportSchema.safeParse(report).success).toBe(true);
  });

  it.each(['', '{', 'null', '{"reason":"disk full"}', '[]'])('kept as %j is told by its row', async (kept) => {
    const { db } = await anArchive();
    await startRun(db, { pid: 1, machine: 'kho', aliveAt: '2022-04-30T19:00:00.000Z' }, () => true);
    const row = await db.selectFrom('runs').selectAll().executeTakeFirstOrThrow();
    const run = await getRun(db, row.id);
    if (run === null) throw new Error('expected the run that was begun');
    expect(readRunReport({ ...run, report: kept })).toMatchObject({
      run: row.id,
      started: '2022-04-30T19:00:00.000Z',
      finished: null,
      status: 'running',
      sources: [],
      articles_new: 0,
    });
  });

  it('is shortened for lists, source by source', async () => {
    const { db } = await anArchive();
    const run = await getRun(db, await aNightOf(db, { failed }));
    if (run === null) throw new Error('expected the run that was noted');
    expect(shortenReport(readRunReport(run), 2).sources[0]?.failed).toEqual(failed.slice(0, 2));
  });
});

import { describe, expect, it } from 'vitest';
import { aMeeting, anArchive, keepArticle, sampleText } from '../../test/builders.ts';
import type { MeetingFacts } from '../meetings/meeting.ts';
import { countMonths, readMonth } from './meeting-calendar.ts';
import { replaceMeetings } from './meetings.ts';
import type { ArchiveDb } from './schema.ts';

const kept: Readonly<Record<string, Partial<MeetingFacts>>> = {
  a: { date: '2023-03-21', host: 'Thành ủy Sông Mơ', title: 'Giao ban quý 1' },
  b: { date: '2023-03-21', host: 'HĐND thành phố', title: 'Phiên họp thứ 3', kind: 'council_session' },
  c: { date: '2023-03-21', host: 'Huyện ủy Đồng Mây', title: 'Đối thoại' },
  long: { date: '2023-02-27', dateTo: '2023-03-02', title: 'Kỳ họp thứ 12' },
  over: { date: '2023-02-24', dateTo: '2023-02-25', title: 'Hội nghị tháng hai' },
  next: { date: '2023-04-01', title: 'Hội nghị tháng tư' },
  month: { date: '2023-03', precision: 'month', title: 'Sơ kết tháng ba' },
  quarter: { date: '2023-01', precision: 'quarter', title: 'Sơ kết quý một' },
  year: { date: '2023', precision: 'year', title: 'Tổng kết năm' },
  other: { date: '2022', precision: 'year', title: 'Tổng kết năm trước' },
  undated: { date: null, precision: null, title: 'Không rõ ngày' },
};

async function fill(): Promise<ArchiveDb> {
  const archive = await anArchive();
  for (const [id, facts] of Object.entries(kept)) {
    const article = await keepArticle(archive, { url: `https://tin.example.vn/${id}`, text: `${sampleText} ${id}` });
    await replaceMeetings(archive.db, [article], [{ ...aMeeting(facts), id, articleIds: [article] }]);
  }
  return archive.db;
}

describe('readMonth', () => {
  it('gives the days that have meetings, a few of each and how many there are', async () => {
    const { days } = await readMonth(await fill(), {}, '2023-03', 2);
    expect(days.map(({ day, meetings, total }) => [day, meetings.map(({ id }) => id), total])).toEqual([
      ['2023-03-01', ['long'], 1],
      ['2023-03-21', ['a', 'b'], 3],
    ]);
    expect(days[0]?.meetings[0]).toMatchObject({ date: '2023-02-27', dateTo: '2023-03-02', kind: 'briefing' });
  });

  it('tells beside what has no day, the nearest first', async () => {
    const { vague } = await readMonth(await fill(), {}, '2023-03', 2);
    expect([vague.meetings.map(({ id }) => id), vague.total]).toEqual([['month', 'quarter'], 3]);
    expect((await readMonth(await fill(), {}, '2023-04', 9)).vague.meetings.map(({ id }) => id)).toEqual(['year']);
  });

  it('keeps to a filter, and to the last day of the year', async () => {
    const db = await fill();
    const { days, vague } = await readMonth(db, { kind: 'council_session' }, '2023-03', 5);
    expect([days.flatMap(({ meetings }) => meetings.map(({ id }) => id)), vague.total]).toEqual([['b'], 0]);
    expect(await readMonth(db, {}, '2023-12', 5)).toMatchObject({ days: [], vague: { total: 1 } });
  });
});

describe('countMonths', () => {
  it('counts by first day, apart from what only a quarter or a year tells, undated ones under no month', async () => {
    expect(await countMonths(await fill(), {})).toEqual([
      { month: '', count: 1, vague: 0 },
      { month: '2022-01', count: 0, vague: 1 },
      { month: '2023-01', count: 0, vague: 2 },
      { month: '2023-02', count: 2, vague: 0 },
      { month: '2023-03', count: 4, vague: 0 },
      { month: '2023-04', count: 1, vague: 0 },
    ]);
    expect(await countMonths(await fill(), { q: 'dong may' })).toEqual([{ month: '2023-03', count: 1, vague: 0 }]);
  });
});

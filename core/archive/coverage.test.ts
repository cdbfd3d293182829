import { CompiledQuery, type LogEvent } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { aDocument, aMeeting, aMention, anArchive, keepArticle, sampleText } from '../../test/builders.ts';
import type { MeetingFacts } from '../meetings/meeting.ts';
import type { Archive } from './archive.ts';
import { countCitingByHost, countMeetingsByHost, listCitingMeetings, listSourceMonths } from './coverage.ts';
import { putDocuments } from './documents.ts';
import { replaceMeetings } from './meetings.ts';
import { replaceMentions } from './mentions.ts';

const document = aDocument();
const year = { from: '2022-01-01', before: '2023-01-01' };
const queries: CompiledQuery[] = [];
let archive: Archive;

interface Told extends Partial<MeetingFacts> {
  readonly sources?: readonly (string | null)[];
  readonly cites?: boolean;
}

/** A meeting with one report a source, each of the day of the meeting. */
async function meet(id: string, { sources = ['song-mo'], cites = false, ...facts }: Told): Promise<void> {
  const articles = [];
  for (const source of sources) {
    const url = `https://tin.example.vn/${id}/${source}`;
    const published = facts.date?.length === 10 ? facts.date : null;
    const article = await keepArticle(archive, { url, source, published, text: `${sampleText} ${url}` });
    if (cites) await replaceMentions(archive.db, article, [aMention({ article })]);
    articles.push(article);
  }
  await replaceMeetings(archive.db, articles, [{ ...aMeeting(facts), id, articleIds: articles }]);
}

beforeEach(async () => {
  queries.length = 0;
  archive = await anArchive({ log: ({ query }: LogEvent) => void queries.push(query) });
  await putDocuments(archive.db, [document]);
  await meet('m1', { date: '2022-03-05', cites: true });
  await meet('m2', { date: '2022-03-06', sources: ['bao', 'song-mo'] });
  await meet('m3', { date: '2022-03-31', sources: [null] });
  await meet('m4', { date: '2022-05', precision: 'month', cites: true });
  await meet('m5', { date: '2022', precision: 'year', cites: true });
  await meet('m6', { date: '2023-01-01', cites: true });
  await meet('m7', { date: '2022-12-31', host: null, cites: true });
});

const line = ({ host, month, sources, meetings }: Awaited<ReturnType<typeof countMeetingsByHost>>[number]) =>
  `${host} ${month} ${sources.toSorted().join('+')} ${meetings}`;

describe('meetings by host and month', () => {
  it('counts those of a span, by the sources that report them', async () => {
    expect((await countMeetingsByHost(archive.db, year)).map(line).sort()).toEqual([
      'Thành ủy Sông Mơ 2022-03  1',
      'Thành ủy Sông Mơ 2022-03 bao+song-mo 1',
      'Thành ủy Sông Mơ 2022-03 song-mo 1',
      'Thành ủy Sông Mơ 2022-05 song-mo 1',
      'Thành ủy Sông Mơ null song-mo 1',
    ]);
  });

  it('counts those that cite a document at any time', async () => {
    expect((await countCitingByHost(archive.db, document.id)).map(line).sort()).toEqual([
      'Thành ủy Sông Mơ 2022-03 song-mo 1',
      'Thành ủy Sông Mơ 2022-05 song-mo 1',
      'Thành ủy Sông Mơ 2023-01 song-mo 1',
      'Thành ủy Sông Mơ null song-mo 1',
    ]);
  });

  it('lists those of a span that cite it, newest first', async () => {
    const found = await listCitingMeetings(archive.db, document.id, year, 10);
    expect(found.map(({ meeting, firstDay, sources }) => [meeting, firstDay, sources])).toEqual([
      ['m4', '2022-05-01', ['song-mo']],
      ['m1', '2022-03-05', ['song-mo']],
      ['m5', '2022-01-01', ['song-mo']],
    ]);
    expect(await listCitingMeetings(archive.db, document.id, year, 1)).toHaveLength(1);
  });
});

describe('months in which sources delivered', () => {
  it('goes by publication, and by capture where no day is known', async () => {
    const months = await listSourceMonths(archive.db, year);
    expect(months.map(({ source, month }) => `${month} ${source}`)).toEqual([
      '2022-03 bao',
      '2022-03 song-mo',
      // m4 and m5 were published on no known day and captured in May.
      '2022-05 song-mo',
      '2022-12 song-mo',
    ]);
  });
});

describe('every count', () => {
  it.each([
    ['what a document is cited at', () => countCitingByHost(archive.db, document.id)],
    ['a month of a document', () => listCitingMeetings(archive.db, document.id, year, 10)],
    ['a year of meetings', () => countMeetingsByHost(archive.db, year)],
    ['a year of sources', () => listSourceMonths(archive.db, year)],
  ])('%s is read from indexes', async (_what, work) => {
    queries.length = 0;
    await work();
    const ran = queries.filter(({ sql }) => sql.startsWith('select'));
    expect(ran.length).toBeGreaterThan(0);
    for (const { sql, parameters } of ran) {
      const plan = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
      const { rows } = await archive.db.executeQuery<{ detail: string }>(plan);
      const steps = rows.map(({ detail }) => detail);
      expect(steps.join('\n')).toMatch(/SEARCH (?:meetings|meeting_documents|articles) USING/);
      expect(steps.filter((step) => /^SCAN (?:meetings|articles|meeting_)/.test(step))).toEqual([]);
    }
  });
});

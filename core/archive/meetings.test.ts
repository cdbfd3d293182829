import { describe, expect, it } from 'vitest';
import { aDocument, aMeeting, aMention, anArchive, keepArticle, sampleText } from '../../test/builders.ts';
import type { DocumentId } from '../documents/document.ts';
import type { MeetingFacts } from '../meetings/meeting.ts';
import type { Archive } from './archive.ts';
import { getArticle, putMeetingFacts } from './articles.ts';
import { changesSince } from './changes.ts';
import type { MeetingFilter } from './meeting-lists.ts';
import { getMeeting, listMeetings, streamMeetings } from './meeting-lists.ts';
import { replaceMeetings, streamReportedMeetings } from './meetings.ts';
import { replaceMentions } from './mentions.ts';
import { CursorError } from './paging.ts';
import type { ArticleId } from './records.ts';
import type { ArchiveDb } from './schema.ts';

function keep(archive: Archive, name: string, published = '2022-04-06'): Promise<ArticleId> {
  return keepArticle(archive, { url: `https://tin.example.vn/${name}`, published, text: `${sampleText} ${name}` });
}

function aCluster(id: string, articleIds: readonly ArticleId[], given: Partial<MeetingFacts> = {}) {
  return { ...aMeeting(given), id, articleIds };
}

async function listChanges(db: ArchiveDb, seq: number): Promise<[string[], number]> {
  const found: string[] = [];
  let last = seq;
  for await (const batch of changesSince(db, seq)) {
    found.push(...batch.changes.map(({ op, kind, id }) => `${op} ${kind} ${id}`));
    last = batch.seq;
  }
  return [found.sort(), last];
}

describe('replaceMeetings', () => {
  it('keeps a meeting with its reports, oldest first, and the documents they cite', async () => {
    const archive = await anArchive();
    const later = await keep(archive, 'sau', '2022-04-07');
    const first = await keep(archive, 'trước');
    await replaceMentions(archive.db, later, [aMention({ article: later }), aMention({ article: later, ordinal: 1 })]);
    const facts = aMeeting({ dateTo: '2022-04-06', place: 'Hội trường Sông Mơ' });
    await replaceMeetings(archive.db, [first, later], [{ ...facts, id: 'm1', articleIds: [later, first] }]);
    expect(await getMeeting(archive.db, 'm1')).toEqual({
      ...facts,
      id: 'm1',
      articles: [first, later],
      urls: ['https://tin.example.vn/trước', 'https://tin.example.vn/sau'],
      documents: [aDocument().id],
    });
    expect(await getArticle(archive.db, first)).toMatchObject({ meetingId: 'm1' });
  });

  it('notes what changed and nothing else', async () => {
    const archive = await anArchive();
    const a = await keep(archive, 'a');
    const b = await keep(archive, 'b');
    let [, seq] = await listChanges(archive.db, 0);
    const news = async () => {
      const [found, last] = await listChanges(archive.db, seq);
      seq = last;
      return found;
    };
    await replaceMeetings(archive.db, [a, b], [aCluster('m1', [a]), aCluster('m2', [b])]);
    expect(await news()).toEqual([`put article ${a}`, `put article ${b}`, 'put meeting m1', 'put meeting m2'].sort());
    await replaceMeetings(archive.db, [a, b], [aCluster('m1', [a]), aCluster('m2', [b])]);
    expect(await news()).toEqual([]);
    await replaceMeetings(archive.db, [b], [aCluster('m2', [b], { place: 'Sông Mơ' })]);
    expect(await news()).toEqual(['put meeting m2']);
    await replaceMeetings(archive.db, [b], [aCluster('m1', [a, b])]);
    expect(await news()).toEqual([`put article ${b}`, 'put meeting m1', 'remove meeting m2'].sort());
    await replaceMeetings(archive.db, [a, b], []);
    expect(await news()).toEqual([`put article ${a}`, `put article ${b}`, 'remove meeting m1'].sort());
    expect(await getMeeting(archive.db, 'm1')).toBeNull();
  });

  it('tells a meeting that lost a report to another', async () => {
    const archive = await anArchive();
    const [a, b, c] = [await keep(archive, 'a'), await keep(archive, 'b'), await keep(archive, 'c')];
    await replaceMentions(archive.db, b, [aMention({ article: b })]);
    await replaceMeetings(archive.db, [a, b, c], [aCluster('m1', [a, b]), aCluster('m2', [c])]);
    expect(await getMeeting(archive.db, 'm1')).toMatchObject({ documents: [aDocument().id] });
    const [, seq] = await listChanges(archive.db, 0);
    await replaceMeetings(archive.db, [b], [aCluster('m3', [b])]);
    expect((await listChanges(archive.db, seq))[0]).toEqual(
      ['put meeting m1', 'put meeting m3', `put article ${b}`].sort(),
    );
    expect(await getMeeting(archive.db, 'm1')).toMatchObject({ articles: [a], documents: [] });
    expect(await getMeeting(archive.db, 'm3')).toMatchObject({ articles: [b], documents: [aDocument().id] });
  });

  it('refuses what is no article', async () => {
    const { db } = await anArchive();
    await expect(replaceMeetings(db, [], [{ ...aMeeting(), id: 'm1', articleIds: ['x'] }])).rejects.toThrow(/got "x"/);
    const stray = '0123456789abcdef';
    await expect(replaceMeetings(db, [], [{ ...aMeeting(), id: 'm1', articleIds: [stray] }])).rejects.toThrow(
      /FOREIGN KEY/,
    );
    expect(await getMeeting(db, 'm1')).toBeNull();
  });
});

describe('streamReportedMeetings', () => {
  it('gives what articles of a span of days report, by day', async () => {
    const archive = await anArchive();
    const days = ['2022-04-08', '2022-04-05', '2022-04-06', '2022-04-07'];
    for (const day of days) await putMeetingFacts(archive.db, await keep(archive, day, day), aMeeting({ title: day }));
    await keep(archive, 'không họp', '2022-04-06');
    const titles = async (span?: { from?: string; to?: string }) => {
      const found = [];
      for await (const { facts } of streamReportedMeetings(archive.db, span)) found.push(facts.title);
      return found;
    };
    expect(await titles()).toEqual(days.toSorted());
    expect(await titles({ from: '2022-04-06', to: '2022-04-07' })).toEqual(['2022-04-06', '2022-04-07']);
  });
});

describe('listMeetings', () => {
  const meetings: Readonly<Record<string, Partial<MeetingFacts>>> = {
    day: { date: '2022-04-05', title: 'Hội nghị giao ban' },
    days: {
      kind: 'council_session',
      date: '2022-03-30',
      dateTo: '2022-04-01',
      title: 'Kỳ họp thứ 9',
      chair: null,
      host: 'HĐND tỉnh',
    },
    month: {
      date: '2022-04',
      precision: 'month',
      title: 'Đối thoại với nông dân',
      chair: { name: 'Trần Thị Mẫu', positions: [] },
    },
    quarter: { date: '2022-01', precision: 'quarter', title: 'Sơ kết quý' },
    undated: { date: null, precision: null, title: 'Làm việc', place: 'xã Đồng Xa' },
  };

  async function withMeetings(): Promise<Archive> {
    const archive = await anArchive();
    const clusters = [];
    for (const [id, facts] of Object.entries(meetings)) clusters.push(aCluster(id, [await keep(archive, id)], facts));
    await replaceMeetings(archive.db, [], clusters);
    const [cited] = clusters[2]?.articleIds ?? [];
    if (cited !== undefined) await replaceMentions(archive.db, cited, [aMention({ article: cited })]);
    return archive;
  }

  it.each<[string, MeetingFilter, string[]]>([
    ['nothing asked', {}, ['day', 'month', 'days', 'quarter', 'undated']],
    ['from a day', { from: '2022-04-02' }, ['day', 'month']],
    ['to a day', { to: '2022-03-31' }, ['days', 'quarter']],
    ['a single day in a month and in a session', { from: '2022-04-01', to: '2022-04-01' }, ['month', 'days']],
    ['the chair, without marks', { chair: 'tran thi mau' }, ['month']],
    ['the beginning of a name of the chair', { chair: 'Thử' }, ['day', 'quarter', 'undated']],
    ['the middle of a word', { chair: 'hu' }, []],
    ['words of title, host and place', { q: 'đồng xa' }, ['undated']],
    ['words in any order', { q: 'tinh HĐND 9' }, ['days']],
    ['signs of a pattern', { q: '%' }, ['day', 'month', 'days', 'quarter', 'undated']],
    ['what they cite', { cites: aDocument().id }, ['month']],
    ['what nobody cites', { cites: 'x' as DocumentId }, []],
    ['one of several documents', { cites: ['x' as DocumentId, aDocument().id] }, ['month']],
    ['none of no documents', { cites: [] }, []],
    ['a kind', { kind: 'council_session' }, ['days']],
    ['a kind and words', { kind: 'council_session', q: 'giao ban' }, []],
    ['all of it', { from: '2022-01-01', cites: aDocument().id, chair: 'Mẫu', q: 'nông dân' }, ['month']],
  ])('%s', async (_note, filter, ids) => {
    const { db } = await withMeetings();
    const page = await listMeetings(db, filter, { limit: 9, after: null });
    expect(page.items.map(({ id }) => id)).toEqual(ids);
    expect([page.total, page.next]).toEqual([ids.length, null]);
  });

  it('goes on page by page to the undated ones', async () => {
    const { db } = await withMeetings();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listMeetings(db, {}, { limit: 2, after });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(['day', 'month', 'days', 'quarter', 'undated']);
    await expect(listMeetings(db, {}, { limit: 2, after: 'hôm qua~m1' })).rejects.toThrow(CursorError);
  });

  it('can be read whole', async () => {
    const { db } = await withMeetings();
    const seen = [];
    for await (const { id } of streamMeetings(db)) seen.push(id);
    expect(seen).toEqual(Object.keys(meetings).toSorted());
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anArchive, keepArticle } from '../../test/builders.ts';
import type { Place } from '../documents/document.ts';
import { clusterMeetings } from '../meetings/cluster.ts';
import cases from '../meetings/same-meeting.cases.json' with { type: 'json' };
import type { Archive } from './archive.ts';
import { deriveArticle, settleChanges } from './derive.ts';
import { findMeeting, streamMeetings } from './meeting-lists.ts';
import { readReports } from './meeting-reports.ts';

interface Told {
  readonly url: string;
  readonly published: string | null;
  readonly title: string;
  readonly text: string;
  readonly place: Place | null;
}

const place = z.object({ province: z.string(), district: z.string().optional() }).nullable();
const written = z
  .array(
    z.object({
      date: z.string(),
      dateTo: z.string().nullable(),
      chair: z.string().nullable(),
      kind: z.string(),
      reports: z.array(
        z.object({ url: z.string(), published: z.string(), title: z.string(), text: z.string(), place }),
      ),
    }),
  )
  .parse(cases);

/** Takes the reports in, settling after each batch. */
async function take(batches: readonly (readonly Told[])[]): Promise<Archive> {
  const archive = await anArchive();
  for (const batch of batches) {
    for (const { place: home, ...given } of batch) {
      const id = await keepArticle(archive, { ...given, source: new URL(given.url).hostname });
      await deriveArticle(archive.db, id, () => home);
    }
    await settleChanges(archive.db);
  }
  return archive;
}

async function tell({ db }: Archive): Promise<string[]> {
  const told: string[] = [];
  for await (const { id, date, dateTo, host, chair, urls } of streamMeetings(db))
    told.push([id, date, dateTo, host, chair?.name, ...[...urls].sort()].join(' '));
  return told.sort();
}

describe('settleMeetings', () => {
  it('puts written reports of one meeting together, under its days, chair and kind', async () => {
    const all = written.flatMap(({ reports }) => reports);
    const archive = await take([all]);
    const found: unknown[] = [];
    for await (const { kind, date, dateTo, chair, urls } of streamMeetings(archive.db))
      found.push({ kind, date, dateTo, chair: chair?.name ?? null, urls: [...urls].sort() });
    const meant = written.map(({ kind, date, dateTo, chair, reports }) => {
      const urls = reports.map(({ url }) => url).sort();
      return { kind, date, dateTo, chair, urls };
    });
    expect(found).toHaveLength(meant.length);
    expect(found).toEqual(expect.arrayContaining(meant));
  });

  it('finds a meeting under the id that it had before a report told its kind, and no other', async () => {
    const place = { province: 'Sơn Hải', district: 'Hạ Khê' };
    const told = (name: string, lead: string): Told => ({
      url: `https://cong.example/${name}`,
      published: '2023-05-04',
      title: 'Tin hội nghị',
      text: `Sáng 3/5, ${lead} Đồng chí Hà Văn Di, Bí thư Thành ủy chủ trì hội nghị.`,
      place,
    });
    const vague = told('a', 'Thành ủy tổ chức hội nghị.');
    const [before] = await tell(await take([[vague]]));
    const archive = await take([
      [vague],
      [told('b', 'Ban Thường vụ Thành ủy Hạ Khê tổ chức hội nghị giao ban quý I.')],
    ]);
    const [after] = await tell(archive);
    const [old = '', current = ''] = [before, after].map((line) => line?.split(' ')[0]);
    expect([old, current]).toEqual([
      '2023-05-03.thanh-uy-ha-khe.working_session',
      '2023-05-03.thanh-uy-ha-khe.briefing',
    ]);
    expect((await findMeeting(archive.db, old))?.id).toBe(current);
    for (const other of ['2023-05-03.thanh-uy-cao-ha.briefing', '2023-05-04.thanh-uy-ha-khe.briefing', 'gì đó'])
      expect(await findMeeting(archive.db, other)).toBeNull();
  });

  const someReports = fc
    .array(
      fc.record({
        day: fc.integer({ min: 1, max: 6 }),
        frame: fc.constantFrom(
          'Sáng {d}/5, {host} tổ chức hội nghị giao ban về {topic}.',
          'Ngày {d}/5, {host} họp giao ban về {topic} theo Kế hoạch số 15-KH/TU.',
          'Chiều {d}/5, {host} tổ chức hội nghị giao ban lần thứ 7 về {topic}, sau hai ngày làm việc đã bế mạc.',
          'Trong hai ngày {d} và {e}/5, {host} tổ chức hội nghị giao ban lần thứ 7 về {topic}.',
          'Mới đây, {host} tổ chức hội nghị giao ban về {topic} theo Kế hoạch số 15-KH/TU.',
          'Chiều {d}/5, {host} tổ chức hội nghị quán triệt Kế hoạch số 15-KH/TU về {topic}.',
        ),
        host: fc.constantFrom('Thành ủy', 'Thành ủy Hạ Khê', 'Ban Thường vụ Thành ủy Hạ Khê'),
        topic: fc.constantFrom('giải phóng mặt bằng khu dân cư phía bắc', 'chỉnh trang hè phố, cây xanh đô thị'),
        chair: fc.constantFrom('', 'Hà Văn Di', 'Hà Văn Di', 'Vi Thị Yêu'),
        late: fc.integer({ min: 0, max: 8 }),
        site: fc.constantFrom('bao.example', 'cong.example'),
      }),
      { minLength: 2, maxLength: 7 },
    )
    .map((rows) =>
      rows.map(({ day, frame, host, topic, chair, late, site }, at): Told => {
        const lead = frame
          .replace('{d}', String(day))
          .replace('{e}', String(day + 1))
          .replace('{host}', host)
          .replace('{topic}', topic);
        const chaired = chair === '' ? '' : ` Đồng chí ${chair}, Bí thư Thành ủy chủ trì hội nghị.`;
        return {
          url: `https://${site}/${at}`,
          published: `2023-05-${String(day + late).padStart(2, '0')}`,
          title: `${host} giao ban`,
          text: `${lead}${chaired}`,
          place: site === 'cong.example' ? { province: 'Sơn Hải', district: 'Hạ Khê' } : { province: 'Sơn Hải' },
        };
      }),
    );

  const inBatches = someReports.chain((reports) =>
    fc.record({
      reports: fc.constant(reports),
      shuffled: fc.shuffledSubarray(reports, { minLength: reports.length }),
      cut: fc.integer({ min: 1, max: 4 }),
    }),
  );

  it('tells the same in any order, in any batches and twice, which is what all reports at once tell', async () => {
    await fc.assert(
      fc.asyncProperty(inBatches, async ({ reports, shuffled, cut }) => {
        const batches = Array.from({ length: Math.ceil(shuffled.length / cut) }, (_, at) =>
          shuffled.slice(at * cut, (at + 1) * cut),
        );
        const [one, other] = [await take([reports]), await take([...batches, shuffled.slice(0, 2)])];
        const told = await tell(one);
        expect(await tell(other)).toEqual(told);
        const rows = await one.db.selectFrom('articles').select('id').execute();
        const kept = await readReports(
          one.db,
          rows.map(({ id }) => id),
        );
        expect(
          clusterMeetings(kept)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(told.map((line) => line.split(' ')[0]));
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});

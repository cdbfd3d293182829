import { describe, expect, it } from 'vitest';
import { aFolder, anArchive, collect, keepArticle } from '../../test/builders.ts';
import type { Place } from '../documents/document.ts';
import { wordEvidence } from '../documents/evidence.ts';
import type { Archive } from './archive.ts';
import { changesSince, readCursor, recordChanges } from './changes.ts';
import { deriveArticle, settleChanges } from './derive.ts';
import { streamDocuments } from './documents.ts';
import { exportCitations, exportDocuments, exportMeetings, exportRelations } from './exports.ts';
import { getMentions } from './mention-lists.ts';
import type { ArticleId, ArticleReading } from './records.ts';
import { removeSamples } from './samples.ts';
import { inTransaction } from './transaction.ts';
import { verifyArchive } from './verify.ts';

const places: Readonly<Record<string, Place>> = {
  'song-mo': { province: 'Vân Hải', district: 'Sông Mơ' },
  'van-hai': { province: 'Vân Hải' },
  'nam-trung': { province: 'Nam Trung', district: 'Sông Mơ' },
};
const placeOf = (source: string | null): Place | null => places[source ?? ''] ?? null;

type Given = Partial<ArticleReading> & { readonly url: string; readonly text: string };

function report(number: number, source: string, published: string, text: string, title = 'Tin hội nghị'): Given {
  return { url: `https://tin.example.vn/${number}`, source, published, text, title };
}

/** Reports that need each other: bare codes, codes without a year, cities without a province, two reports of a meeting. */
const reports: readonly Given[] = [
  report(
    1,
    'song-mo',
    '2022-02-15',
    'Ngày 15/2, Ban Thường vụ Thành ủy ban hành Nghị quyết số 31-NQ/TU ngày 14/02/2022 của Thành ủy về chỉnh trang đô thị.',
  ),
  report(
    2,
    'van-hai',
    '2021-11-09',
    'Tỉnh ủy Vân Hải công bố Nghị quyết số 31-NQ/TU ngày 08/11/2021 của Tỉnh ủy về kinh tế biển.',
  ),
  report(
    3,
    'song-mo',
    '2022-06-10',
    'Nhiều ý kiến nhắc 31-NQ/TU ngày 14/02/2022 và 31-NQ/TU; thành phố làm theo Quyết định số 45/QĐ-UBND của UBND tỉnh.',
  ),
  report(
    4,
    'van-hai',
    '2022-03-02',
    'UBND tỉnh ban hành Quyết định số 45/QĐ-UBND ngày 01/3/2022 căn cứ Nghị định số 30/2020/NĐ-CP.',
  ),
  report(
    5,
    'nam-trung',
    '2022-03-02',
    'Thành ủy sơ kết Nghị quyết số 31-NQ/TU ngày 14/02/2022 của Thành ủy về nông nghiệp sạch.',
  ),
  report(6, '', '2022-04-01', 'Thành ủy Sông Mơ nhắc Nghị quyết số 31-NQ/TU ngày 14/02/2022 của Thành ủy Sông Mơ.'),
  report(
    7,
    'song-mo',
    '2022-04-06',
    'Ngày 05/4/2022, Thành ủy Sông Mơ tổ chức hội nghị giao ban. Đồng chí Lê Văn Thử, Bí thư Thành ủy chủ trì hội nghị.\n\nHội nghị nghe Kế hoạch số 77-KH/TU ngày 20/02/2022 của Thành ủy thực hiện Nghị quyết số 31-NQ/TU ngày 14/02/2022.',
    'Thành ủy Sông Mơ giao ban quý I',
  ),
  report(
    8,
    'van-hai',
    '2022-04-07',
    'Ngày 5/4, Thành ủy Sông Mơ họp giao ban quý I do đồng chí Lê Văn Thử, Bí thư Thành ủy chủ trì.\n\nKế hoạch số 77-KH/TU ngày 20/2/2022 của Thành ủy Sông Mơ được phổ biến.',
    'Sông Mơ giao ban quý I',
  ),
  report(
    9,
    'van-hai',
    '2022-06-20',
    'Chỉ thị số 05-CT/TW của Bộ Chính trị về đẩy mạnh học tập và làm theo tấm gương sáng được nhắc lại; Kế hoạch số 12-KH/HU cũng vậy.',
  ),
  report(
    10,
    'van-hai',
    '2016-06-20',
    'Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về đẩy mạnh học tập và làm theo tấm gương sáng được quán triệt.',
  ),
  report(
    11,
    'song-mo',
    '2022-07-01',
    'Nghị quyết số 31-NQ/TU được thay thế bằng Nghị quyết số 40-NQ/TU ngày 30/6/2022 của Thành ủy; Nghị quyết này dài 12 trang.',
  ),
  report(
    12,
    'song-mo',
    '2022-07-02',
    'Luật số 34/2018/QH14 và Luật số 34/2019/QH14 được nhắc cùng Nghị quyết Trung ương 4.',
  ),
];

async function put(archive: Archive, given: Given): Promise<ArticleId> {
  const id = await keepArticle(archive, given);
  await deriveArticle(archive.db, id, placeOf);
  return id;
}

async function build(given: readonly Given[], isSettledEachTime = false): Promise<Archive> {
  const archive = await anArchive();
  for (const one of given) {
    await put(archive, one);
    if (isSettledEachTime) await settleChanges(archive.db);
  }
  await settleChanges(archive.db);
  return archive;
}

/** Everything that is told, as it is exported. */
async function exportAll({ db }: Archive): Promise<string> {
  const lines: string[] = [];
  for await (const one of exportDocuments(db)) lines.push(JSON.stringify(one));
  for await (const one of exportCitations(db, (reason) => wordEvidence(reason, 'vi'))) lines.push(JSON.stringify(one));
  for await (const one of exportRelations(db)) lines.push(JSON.stringify(one));
  for await (const one of exportMeetings(db)) lines.push(JSON.stringify(one));
  for await (const { id, code, issuer } of streamDocuments(db, { isSettled: false }))
    lines.push(`${id} ${code} ${issuer}`);
  return lines.join('\n');
}

async function documentsOf({ db }: Archive): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { id } of streamDocuments(db)) ids.push(id);
  return ids;
}

describe('deriving and settling', () => {
  it('tells what the reports mean together', async () => {
    const archive = await build(reports);
    const seen: (string | null)[] = [];
    for (const number of [3, 6, 9, 11]) {
      const id = await keepArticle(archive, reports[number - 1] ?? {});
      for (const { surface, target } of await getMentions(archive.db, id))
        seen.push(`${number} ${surface} ${target.document ?? target.status}`);
    }
    expect(seen).toEqual([
      '3 31-NQ/TU nq-31-tu.song-mo.van-hai.2020',
      '3 31-NQ/TU nq-31-tu.song-mo.van-hai.2020',
      '3 Quyết định số 45/QĐ-UBND qd-45-ubnd.van-hai.2022',
      '6 Nghị quyết số 31-NQ/TU ambiguous',
      '9 Chỉ thị số 05-CT/TW ct-5-tw.2016',
      '9 Kế hoạch số 12-KH/HU unknown',
      '11 Nghị quyết số 31-NQ/TU ambiguous',
      '11 Nghị quyết số 40-NQ/TU nq-40-tu.song-mo.van-hai.2020',
      '11 Nghị quyết này nq-40-tu.song-mo.van-hai.2020',
    ]);
  });

  it('gives the same in whatever order the reports come', async () => {
    const inOrder = await exportAll(await build(reports));
    expect(inOrder.split('\n').length).toBeGreaterThan(30);
    const byStride = (stride: number) => reports.map((_, index) => reports[(index * stride + 3) % reports.length]);
    const orders = [[...reports].reverse(), byStride(5), byStride(7)];
    for (const [index, order] of orders.entries()) {
      const given = order.filter((one) => one !== undefined);
      expect(given).toHaveLength(reports.length);
      expect(await exportAll(await build(given, index === 1))).toBe(inOrder);
    }
  });

  it('changes nothing when it is done again', async () => {
    const archive = await build(reports);
    const before = await exportAll(archive);
    expect(await settleChanges(archive.db)).toBe(0);
    for (const one of reports) await put(archive, one);
    await settleChanges(archive.db);
    expect(await exportAll(archive)).toBe(before);
    const cursor = await readCursor(archive.db, 'settle');
    for await (const batch of changesSince(archive.db, cursor)) expect(batch).toBeUndefined();
  });

  it('goes on where it was killed', async () => {
    const home = aFolder();
    const killed = await anArchive({ home });
    for (const one of reports.slice(0, 5)) await put(killed, one);
    await settleChanges(killed.db);
    for (const one of reports.slice(5)) await put(killed, one);
    await killed.close();
    const archive = await anArchive({ home });
    expect(await settleChanges(archive.db)).toBeGreaterThanOrEqual(7);
    expect(await exportAll(archive)).toBe(await exportAll(await build(reports)));
  });

  it('tells how far it is', async () => {
    const archive = await anArchive();
    for (const one of reports.slice(0, 3)) await put(archive, one);
    const heard: number[] = [];
    const settled = await settleChanges(archive.db, (articles) => heard.push(articles));
    expect(heard.at(-1)).toBe(settled);
  });

  it('makes one entry of an open code, whatever words stand before it, and counts each article once', async () => {
    const named = ['Chương trình số 20-CTr/HU', 'Chương trình hành động số 20-CTr/HU', '20-CTr/HU'];
    const texts = [
      ...named.map((name) => `Hội nghị nghe ${name} và bàn cách làm.`),
      `Hội nghị nghe ${named[0]} và bàn cách làm. Chương trình hành động này có năm mục tiêu.`,
    ];
    const given = texts.map((text, at) => report(50 + at, '', '2022-08-01', text));
    for (const order of [given, given.toReversed()]) {
      const archive = await build(order, true);
      expect(await collect(streamDocuments(archive.db, { isSettled: false }))).toMatchObject([
        { id: 'ma.ctr-20-hu', citedBy: texts.length },
      ]);
      expect(await collect(verifyArchive(archive, () => {}))).toEqual([]);
    }
  });

  it('says what is missing', async () => {
    const { db } = await anArchive();
    await expect(deriveArticle(db, 'f'.repeat(16) as ArticleId, placeOf)).rejects.toThrow('expected it in the archive');
  });
});

describe('a new version of an article', () => {
  it.each([
    [
      'a document',
      'Nghị quyết số 88-NQ/TU ngày 14/02/2022 của Thành ủy Sông Mơ được nhắc.',
      'nq-88-tu.song-mo.van-hai.2020',
    ],
    ['the entry of a code that nothing settles', 'Hội nghị nhắc 88-NQ/TU.', 'ma.nq-88-tu'],
  ])('takes away %s that the old one alone spoke of', async (_note, text, id) => {
    const url = 'https://tin.example.vn/99';
    const archive = await build([...reports, { ...report(99, 'song-mo', '2022-08-01', text), url }]);
    expect(await documentsOf(archive)).toContain(id);
    await put(
      archive,
      report(99, 'song-mo', '2022-08-01', 'Hội nghị họp bàn nhiều việc khác, không nhắc văn bản nào.'),
    );
    await settleChanges(archive.db);
    expect(await documentsOf(archive)).not.toContain(id);
    const quiet = report(99, 'song-mo', '2022-08-01', 'Hội nghị họp bàn nhiều việc khác, không nhắc văn bản nào.');
    expect(await exportAll(archive)).toBe(await exportAll(await build([...reports, quiet])));
  });

  it('is heard by mentions elsewhere that rested on the old one', async () => {
    const archive = await build(reports);
    await put(archive, {
      ...report(4, 'van-hai', '2022-03-02', 'UBND tỉnh họp bàn việc khác và chưa ban hành văn bản nào.'),
    });
    await settleChanges(archive.db);
    const id = await keepArticle(archive, reports[2] ?? {});
    const [, , undated] = await getMentions(archive.db, id);
    expect(undated?.target).toMatchObject({ status: 'ambiguous', document: null });
    expect(await documentsOf(archive)).not.toContain('qd-45-ubnd.van-hai.2022');
  });
});

describe('samples that leave', () => {
  it('leave nothing but what real articles tell', async () => {
    const samples = reports.filter((_, index) => index % 2 === 0).map((one) => ({ ...one, isSample: true }));
    const real = reports.filter((_, index) => index % 2 === 1);
    const archive = await build([...samples, ...real]);
    await inTransaction(archive.db, async (trx) => {
      const { articlesLeft } = await removeSamples(trx);
      await recordChanges(trx, 'article', 'put', articlesLeft);
    });
    await settleChanges(archive.db);
    expect(await exportAll(archive)).toBe(await exportAll(await build(real)));
  });
});

describe('a document that very many cite', () => {
  it('is settled with a number of queries that grows with the articles at most', async () => {
    const counts: number[] = [];
    for (const articles of [20, 80]) {
      let queries = 0;
      const archive = await anArchive({
        log: () => {
          queries += 1;
        },
      });
      const many = Array.from({ length: articles }, (_, index) =>
        report(
          index,
          'song-mo',
          '2022-04-06',
          `Nghị quyết số 31-NQ/TU ngày 14/02/2022 của Thành ủy được nhắc lần thứ ${index}.`,
        ),
      );
      for (const one of many) await put(archive, one);
      queries = 0;
      await settleChanges(archive.db);
      counts.push(queries);
    }
    const [few = 0, many = 0] = counts;
    expect(many / few).toBeLessThan(4.2);
  });
});

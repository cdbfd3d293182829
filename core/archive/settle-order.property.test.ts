/**
 * Whatever order the articles come in, however they are split into nights, and however often they come again: the same
 * documents, links, relations and meetings.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anArchive, keepArticle } from '../../test/builders.ts';
import type { Place } from '../documents/document.ts';
import type { Archive } from './archive.ts';
import { deriveArticle, settleChanges } from './derive.ts';
import { exportCitations, exportDocuments, exportMeetings, exportRelations } from './exports.ts';

const places: Readonly<Record<string, Place>> = {
  'song-mo': { province: 'Vân Hải', district: 'Sông Mơ' },
  'van-hai': { province: 'Vân Hải' },
};
const placeOf = Object.assign((source: string | null): Place | null => places[source ?? ''] ?? null, {
  places: Object.values(places),
});

/** Each leans on another: a bare code on a dated one, a subject on the term before, a city on its province. */
const articles: readonly (readonly [source: string, published: string, text: string])[] = [
  [
    'song-mo',
    '2022-02-20',
    'Thành ủy Sông Mơ ban hành Nghị quyết số 31-NQ/TU ngày 14/02/2022 về chỉnh trang các khu chợ dân sinh.',
  ],
  [
    'van-hai',
    '2021-11-10',
    'Tỉnh ủy Vân Hải công bố Nghị quyết số 31-NQ/TU ngày 08/11/2021 của Tỉnh ủy về kinh tế biển đảo.',
  ],
  [
    'van-hai',
    '2022-06-10',
    'Nhiều ý kiến nêu Nghị quyết số 31-NQ/TU ngày 14/02/2022. Sau đó hội nghị bàn tiếp 31-NQ/TU và các việc khác.',
  ],
  ['bao-xa', '2022-07-01', 'Thành ủy Sông Mơ sơ kết Nghị quyết số 31-NQ/TU về chỉnh trang các khu chợ dân sinh.'],
  [
    'van-hai',
    '2022-03-02',
    'UBND tỉnh ban hành Quyết định số 45/QĐ-UBND ngày 01/3/2022 căn cứ Nghị định số 30/2020/NĐ-CP.',
  ],
  ['song-mo', '2022-05-04', 'Thành phố làm theo Quyết định số 45/QĐ-UBND của UBND tỉnh Vân Hải.'],
  [
    'van-hai',
    '2016-06-20',
    'Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị về đẩy mạnh học tập tấm gương sáng được quán triệt.',
  ],
  ['van-hai', '2022-06-20', 'Hội nghị sơ kết Chỉ thị số 05-CT/TW của Bộ Chính trị về đẩy mạnh học tập tấm gương sáng.'],
  [
    'song-mo',
    '2022-04-06',
    'Ngày 05/4/2022, Thành ủy Sông Mơ tổ chức hội nghị giao ban do đồng chí Lê Văn Thử, Bí thư Thành ủy chủ trì, nghe Kế hoạch số 77-KH/TU ngày 20/02/2022 thực hiện Nghị quyết số 31-NQ/TU ngày 14/02/2022.',
  ],
  [
    'van-hai',
    '2022-04-07',
    'Ngày 5/4, Thành ủy Sông Mơ họp giao ban do đồng chí Lê Văn Thử, Bí thư Thành ủy chủ trì, phổ biến Kế hoạch số 77-KH/TU ngày 20/2/2022 của Thành ủy Sông Mơ.',
  ],
];

async function put(archive: Archive, index: number): Promise<void> {
  const [source = '', published = '', text = ''] = articles[index] ?? [];
  const id = await keepArticle(archive, { url: `https://tin.example.vn/${index}`, source, published, text });
  await deriveArticle(archive.db, id, placeOf);
}

async function tell({ db }: Archive): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportCitations(db, ({ code }) => code)) lines.push(JSON.stringify(line));
  for await (const line of exportDocuments(db)) lines.push(JSON.stringify(line));
  for await (const line of exportRelations(db)) lines.push(JSON.stringify(line));
  for await (const line of exportMeetings(db)) lines.push(JSON.stringify(line));
  return lines.sort().join('\n');
}

const everyIndex = articles.map((_, index) => index);

describe('the same articles', () => {
  it('tell the same in any order, in any nights, and when they come again', async () => {
    const calm = await anArchive();
    for (const index of everyIndex) await put(calm, index);
    await settleChanges(calm.db);
    const told = await tell(calm);
    expect(told).toContain('"document":"ct-5-tw.2016"');
    expect(told).toContain('"to":"nq-31-tu.song-mo.van-hai.2020","kind":"implements"');
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(everyIndex, { minLength: everyIndex.length }),
        fc.array(fc.boolean(), { minLength: everyIndex.length, maxLength: everyIndex.length }),
        fc.subarray(everyIndex, { maxLength: 3 }),
        async (order, nightEnds, again) => {
          const archive = await anArchive();
          for (const [place, index] of order.entries()) {
            await put(archive, index);
            if (nightEnds[place]) await settleChanges(archive.db);
          }
          for (const index of again) await put(archive, index);
          await settleChanges(archive.db);
          expect(await tell(archive)).toBe(told);
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);
});

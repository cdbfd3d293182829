import { expect, it } from 'vitest';
import { listCopies } from '../../core/archive/copies.ts';
import { anArchive, keepArticle } from '../../test/builders.ts';
import { linkCopies } from './link-copies.ts';

const places = ['Hòa Lư', 'Trà Sơn', 'Vân Trà', 'Bình Khê', 'Cồn Bàng', 'Tân Lạng', 'Suối Mây', 'Nậm Thoi'];

/** A report of some hundred words; `about` tells one from another. */
function aReport(about: string): string {
  const sentences = places.map(
    (place, at) =>
      `Đại biểu ${place} nêu ${about} đã làm được ${at + 2} việc, còn vướng về vốn và nhân lực ở ${place}.`,
  );
  return `Hội nghị về ${about} diễn ra trong một ngày. ${sentences.join(' ')} Chủ tọa kết luận về ${about}.`;
}

it('links reprints of other sources in both directions, and nothing else', async () => {
  const archive = await anArchive();
  const { db } = archive;
  const keep = (url: string, source: string, text: string) => keepArticle(archive, { url, source, text });
  const report = aReport('thu gom rác thải');
  const own = await keep('https://a.example/1', 'song-mo', report);
  const same = await keep('https://a.example/2', 'song-mo', `${report} Thêm một câu ngắn.`);
  const reprint = await keep('https://b.example/1', 'bao-khac', `${report} Theo cổng Sông Mơ.`);
  const other = await keep('https://b.example/2', 'bao-khac', aReport('nuôi tôm công nghệ cao tại các xã ven biển'));
  expect(await linkCopies(db)).toBe(4);
  expect((await listCopies(db, own)).map(({ of }) => of)).toEqual([reprint]);
  expect((await listCopies(db, reprint)).map(({ of }) => of).sort()).toEqual([own, same].sort());
  expect(await listCopies(db, other)).toEqual([]);
  expect(await linkCopies(db)).toBe(0);
});

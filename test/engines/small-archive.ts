/** An archive of invented articles for trying indexes on, and what makes it change. */
import type { Archive } from '../../core/archive/archive.ts';
import { deriveArticle, settleChanges } from '../../core/archive/derive.ts';
import { anArchive, keepArticle } from '../builders.ts';

/** Articles number 0 to `count` - 1, each a report of a meeting that cites a document. */
export async function aSmallArchive(count: number): Promise<Archive> {
  const archive = await anArchive();
  for (let nth = 0; nth < count; nth++) await writeArticle(archive, nth, 'lần đầu');
  await settleChanges(archive.db);
  return archive;
}

/** Takes an article in, or another text of it; `settleChanges` is left to the caller. */
export async function writeArticle(archive: Archive, nth: number, word: string): Promise<void> {
  const text = `Sáng 05/4/2022, đồng chí Lê Văn Thử, Bí thư Thành ủy Sông Mơ, chủ trì hội nghị giao ban, bản ${word}.\n\nHội nghị nghe báo cáo kết quả thực hiện Nghị quyết số ${nth + 1}-NQ/TU ngày 12/01/2022 của Thành ủy Sông Mơ về chỉnh trang đô thị.`;
  const id = await keepArticle(archive, {
    url: `https://tin.example.vn/bai-viet/${nth}`,
    title: `Giao ban số ${nth} ${word}`,
    text,
  });
  await deriveArticle(archive.db, id, () => ({ province: 'Quảng Ninh', district: 'Sông Mơ' }));
}

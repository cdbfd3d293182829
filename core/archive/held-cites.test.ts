import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHeldDocument, keepArticle, sampleClock } from '../../test/builders.ts';
import { parseDocumentId } from '../documents/identity.ts';
import { type Archive, openArchive } from './archive.ts';
import { deriveArticle, settleChanges } from './derive.ts';
import { listHeldCites } from './held-cites.ts';
import type { ArticleReading } from './records.ts';

const legal = aHeldDocument();
const text = [
  'Căn cứ Nghị quyết số 12/2022/NQ-HĐND ngày 08 tháng 12 năm 2022 của Hội đồng nhân dân tỉnh Hạ Khê về phí bến bãi;',
  'QUYẾT ĐỊNH:',
  'Điều 1. Mức thu áp dụng theo Nghị quyết số 12/2022/NQ-HĐND ngày 08 tháng 12 năm 2022 của Hội đồng nhân dân tỉnh Hạ Khê.',
  'Điều 2. Bến bãi theo Kế hoạch 77-KH/TU giữ mức cũ; Công văn số 736/XYZ-TN không còn dùng. Quyết định này có hiệu lực từ ngày ký.',
].join('\n\n');
const articles: readonly Partial<ArticleReading>[] = [
  { url: 'https://vanban.example/qd-17', text, legal },
  {
    url: 'https://vanban.example/tin',
    text: 'Hội nghị nhắc Quyết định số 17/2023/QĐ-UBND ngày 14/6/2023 của UBND tỉnh Hạ Khê.',
  },
];

let home: string;
let archive: Archive;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'sohieu-cites-'));
  archive = await openArchive({ home, clock: sampleClock });
  for (const article of articles) await deriveArticle(archive.db, await keepArticle(archive, article), () => null);
  await settleChanges(archive.db);
});
afterAll(async () => {
  await archive.close();
  rmSync(home, { recursive: true, force: true });
});

async function citesOf(name: string) {
  const id = parseDocumentId(name);
  if (id === null) throw new Error(`Cannot read ${name}: expected an id`);
  return listHeldCites(archive.db, id);
}

describe('what a held text names', () => {
  it('is told once for each document, in the order of the text, with what it does with it', async () => {
    const cites = await citesOf('qd-17-2023-ubnd.ha-khe');
    expect(cites.map(({ document, code, kinds }) => [document, code, kinds])).toEqual([
      ['nq-12-2022-hdnd.ha-khe', '12/2022/NQ-HĐND', ['based_on']],
      ['kh-77-tu.ha-khe.2020', '77-KH/TU', []],
      [null, '736/XYZ-TN', []],
    ]);
    expect(cites[0]?.sentence).toContain('Căn cứ Nghị quyết số 12/2022/NQ-HĐND');
  });

  it('is nothing where no text is held', async () => {
    expect(await citesOf('nq-12-2022-hdnd.ha-khe')).toEqual([]);
  });
});

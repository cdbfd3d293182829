/** An import killed at any moment goes on where it was: in the end the archive says what an undisturbed one says. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { aFolder, killProgram, runProgram } from './run-program.ts';

const folder = aFolder();
afterAll(() => folder.remove());

const CHAIRS = ['Đào Thị Lụa', 'Phan Văn Mạch', 'Vũ Thị Ngân', 'Hoàng Minh Tịnh'];

/** Reports of briefings that cite one resolution in common, some of their own, and each other's plans. */
function report(at: number): string {
  const day = `${(at % 27) + 1}/${(at % 11) + 1}/2023`;
  const text = [
    `Ngày ${day}, Thành ủy Sông Mơ tổ chức hội nghị giao ban. Đồng chí ${CHAIRS[at % 4]}, Bí thư Thành ủy chủ trì hội nghị.`,
    `Hội nghị nghe kết quả thực hiện Nghị quyết số 31-NQ/TU, ngày 12/01/2022 của Ban Thường vụ Thành ủy về chỉnh trang đô thị; Kế hoạch số ${at % 40}-KH/TU ngày 20/02/2022 của Ban Thường vụ Thành ủy triển khai thực hiện Chỉ thị số 18-CT/TW, ngày 26/10/2022 của Ban Bí thư.`,
    `Các phường báo cáo thêm về Quyết định số ${at % 7}/QĐ-UBND của UBND thành phố và Nghị quyết số ${at % 5}-NQ/TU.`,
  ].join('\n\n');
  const published = `2023-${String((at % 11) + 1).padStart(2, '0')}-${String((at % 27) + 1).padStart(2, '0')}`;
  return JSON.stringify({
    url: `https://songmo.example/${at}`,
    source: 'songmo',
    title: `Giao ban ${at}`,
    published,
    text,
  });
}

describe('a killed import', () => {
  it('is finished by the next, with nothing lost and nothing doubled', async () => {
    const list = join(folder.path, 'bai.jsonl');
    writeFileSync(list, Array.from({ length: 240 }, (_, at) => report(at)).join('\n'));
    const settings = (name: string) => ({ SOHIEU_HOME: join(folder.path, name), SOHIEU_SAMPLES: 'off' });

    expect(await runProgram(['import', list], settings('yen'))).toMatchObject({ code: 0 });
    for (const afterMs of [900, 1300, 2100]) await killProgram(['import', list], settings('giet'), afterMs);
    expect(await runProgram(['import', list], settings('giet'))).toMatchObject({ code: 0 });

    for (const what of ['articles', 'documents', 'citations', 'relations', 'meetings']) {
      const [calm, killed] = await Promise.all(
        ['yen', 'giet'].map(
          async (name) => (await runProgram(['export', what, '--format', 'jsonl'], settings(name))).out,
        ),
      );
      expect(calm?.trim().split('\n').length, what).toBeGreaterThan(0);
      expect(killed?.split('\n').sort(), what).toEqual(calm?.split('\n').sort());
    }
  });
});

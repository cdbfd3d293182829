/** `reread` and `resolve` make all derived data anew with no network: the same result, however often they are stopped. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFolder, killProgram, type Outcome, runProgram } from './run-program.ts';

const folder = aFolder();
const home = join(folder.path, 'home');
const settings = { SOHIEU_HOME: home, SOHIEU_SAMPLES: 'off' };
const sohieu = (...args: string[]): Promise<Outcome> => runProgram(args, settings);

async function exportAll(): Promise<readonly string[]> {
  const exports: string[] = [];
  for (const what of ['articles', 'documents', 'citations', 'relations', 'meetings'])
    exports.push((await sohieu('export', what, '--format', 'jsonl')).out);
  return exports;
}

let calm: readonly string[] = [];

beforeAll(async () => {
  const lines = Array.from({ length: 30 }, (_, at) =>
    JSON.stringify({
      url: `https://songmo.example/${at}`,
      source: at % 2 === 0 ? 'songmo' : 'khac',
      ...(at % 3 !== 0 && { title: `Giao ban ${at}`, published: '2023-03-15' }),
      text: `Hội nghị giao ban tháng ${at}\n\nNgày 14/3/2023, Thành ủy Sông Mơ tổ chức hội nghị giao ban. Đồng chí Đào Thị Lụa, Bí thư Thành ủy chủ trì hội nghị nghe kết quả thực hiện Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư và Nghị quyết số ${at % 4}-NQ/TU.`,
    }),
  );
  writeFileSync(join(folder.path, 'bai.jsonl'), lines.join('\n'));
  const imported = await sohieu('import', join(folder.path, 'bai.jsonl'));
  expect(imported, imported.err).toMatchObject({ code: 0 });
  calm = await exportAll();
});
afterAll(() => folder.remove());

describe('reread', () => {
  it('gives the same result, twice', async () => {
    for (const _ of [1, 2]) expect((await sohieu('reread')).err).toContain('reread: 0 changed, 30 unchanged, 0 failed');
    expect(await exportAll()).toEqual(calm);
  });

  it('mends what was changed in the archive, of one source alone where one is named', async () => {
    const database = new DatabaseSync(join(home, 'archive.sqlite'));
    database.exec(
      "update article_versions set text = 'mất', content_hash = 'mất'; update articles set content_hash = 'mất'",
    );
    database.close();
    expect((await sohieu('reread', 'songmo')).err).toContain('reread: 15 changed');
    await killProgram(['reread'], settings, 1200);
    expect((await sohieu('reread')).code).toBe(0);
    expect(await exportAll()).toEqual(calm);
    expect(await sohieu('verify')).toMatchObject({ code: 0 });
  });

  it('does not know a source that nothing is from', async () => {
    expect(await sohieu('reread', 'khong-co')).toMatchObject({ code: 2, out: '' });
  });
});

describe('resolve', () => {
  it('gives the same result, also after it was killed and from derived rows that are wrong', async () => {
    const database = new DatabaseSync(join(home, 'archive.sqlite'));
    database.exec(
      "update documents set cited_by = 99, title = 'sai'; delete from relations; update mentions set status = 'unknown', document = null",
    );
    database.close();
    await killProgram(['resolve'], settings, 1200);
    expect(await sohieu('resolve')).toMatchObject({ code: 0 });
    expect(await exportAll()).toEqual(calm);
    expect(await sohieu('verify')).toMatchObject({ code: 0 });
  });
});

describe('reread without the bytes', () => {
  it('names the article, leaves it as it is and ends with 3', async () => {
    const [lost = ''] = readdirSync(join(home, 'snapshots'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /[0-9a-f]{64}$/.test(name),
    );
    rmSync(join(home, 'snapshots', lost));
    const { code, err } = await sohieu('reread');
    expect(code).toBe(3);
    expect(err).toMatch(/Cannot reread https:\/\/songmo\.example\/\d+: Cannot read snapshot/);
    expect(err).toContain('29 unchanged, 1 failed');
    expect(await exportAll()).toEqual(calm);
  });
});
